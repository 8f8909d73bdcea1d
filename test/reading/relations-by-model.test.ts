import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findRelations} from '../../src/reading/relations.ts'
import {readMarkedCases} from '../support/marked-material.ts'
import {relationLine} from './relation-lines.ts'

const models = loadModels()

describe('relationsByModel', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('relations-by-model.txt', import.meta.url), models))
    test(name, () => {
      const told = findRelations(material, {models}).filter(({reason}) => reason.startsWith('a trained model'))
      expect(told.map(relation => relationLine(material, relation))).toEqual(expected)
    })
})
