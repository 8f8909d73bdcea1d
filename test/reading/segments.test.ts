import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import {findProductions} from '../../src/reading/productions.ts'
import type {Segment, Statement} from '../../src/reading/reading.ts'
import {fillSegments} from '../../src/reading/segments.ts'
import {findStatements} from '../../src/reading/statements.ts'
import {spanText} from '../../src/text/span.ts'
import {readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()

describe('fillSegments', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('segments.txt', import.meta.url), models))
    test(name, () => {
      const {productions} = findProductions(material)
      const {statements} = findStatements(material, productions, models)
      const segments = fillSegments(material, productions, statements).flatMap(production => production.segments)
      const told = expected.some(line => line.split(' | ').length === 5) ? statements : []
      expect(segments.map(segment => segmentLine(material, segment, told))).toEqual(expected)
    })
})

/** The words of its statements come last, in the cases that tell them. */
function segmentLine({document, entities}: Material, segment: Segment, statements: readonly Statement[]): string {
  const {order, what, speakers, footage, basis} = segment
  const names = speakers.map(speaker => entities.get(speaker)?.name).join(', ')
  const age = basis ? `${footage}: ${spanText(document.text, basis).toLowerCase()}` : footage
  const words = statements
    .filter(({id}) => segment.statements.includes(id))
    .map(({content}) =>
      content
        .map(span => spanText(document.text, span))
        .join(' ')
        .replace(/,$/, '')
    )
  return [order, what, names || '-', age, ...words].join(' | ')
}
