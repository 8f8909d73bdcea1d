import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import {findProductions} from '../../src/reading/productions.ts'
import type {Production} from '../../src/reading/reading.ts'
import {readMarkedCases} from '../support/marked-material.ts'

describe('findProductions', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('productions.txt', import.meta.url), loadModels()))
    test(name, () => {
      const {productions} = findProductions(material)
      expect(productions.map(production => productionLine(material, production))).toEqual(expected)
    })
})

function productionLine({entities}: Material, production: Production): string {
  const {medium, title, producer, attributedTo, released, channels} = production
  const named = (id: string | undefined) => (id === undefined ? '-' : (entities.get(id)?.name ?? id))
  const spread = channels.map(({text}) => text).join('; ')
  return [medium, title || '-', named(producer), named(attributedTo), released?.edtf ?? '-', spread || '-'].join(' | ')
}
