import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findRelations} from '../../src/reading/relations.ts'
import {readMarkedCases} from '../support/marked-material.ts'
import {relationLine} from './relation-lines.ts'

const models = loadModels()
const FILES = ['relations.txt', 'relations-of-lives.txt']

describe('findRelations', () => {
  const cases = FILES.flatMap(file => readMarkedCases(new URL(file, import.meta.url), models))
  for (const {name, material, expected} of cases)
    test(name, () =>
      expect(findRelations(material).map(relation => relationLine(material, relation))).toEqual(expected)
    )
})
