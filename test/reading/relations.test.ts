import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Relation} from '../../src/reading/reading.ts'
import {findRelations} from '../../src/reading/relations.ts'
import {readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()
const FILES = ['relations.txt', 'relations-of-lives.txt']

describe('findRelations', () => {
  const cases = FILES.flatMap(file => readMarkedCases(new URL(file, import.meta.url), models))
  for (const {name, material, expected} of cases)
    test(name, () =>
      expect(findRelations(material).map(relation => relationLine(material, relation))).toEqual(expected)
    )
})

function relationLine({entities}: Material, {from, kind, phrase, to, during, polarity}: Relation): string {
  const nameOf = (id: string) => entities.get(id)?.name || 'unnamed'
  const ends = [nameOf(from), kind, phrase, nameOf(to)]
  return [...ends, during?.edtf, polarity === 'negative' ? 'not' : undefined].filter(Boolean).join(' | ')
}
