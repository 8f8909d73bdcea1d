import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findAssessments} from '../../src/reading/assessments.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Assessment} from '../../src/reading/reading.ts'
import {spanText} from '../../src/text/span.ts'
import {readMarkedCases} from '../support/marked-material.ts'
import {readText} from './read-text.ts'

describe('findAssessments', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('assessments.txt', import.meta.url), loadModels()))
    test(name, () => expect(findAssessments(material).map(found => assessmentLine(material, found))).toEqual(expected))

  test('a hedge inside what somebody without a name says is theirs', () => {
    const {material, statements} = readText('The pier could sink within a year, a harbour official said.')
    const [found] = findAssessments(material, statements)
    expect(assessmentLine(material, found!)).toBe('a harbour official | could | - | could sink within a year')
    expect(material.entities.get(found!.assessor)?.kind).toBe('person')
  })
})

function assessmentLine({document, entities}: Material, {assessor, hedge, band, scope}: Assessment): string {
  const words = [hedge, scope].map(span => spanText(document.text, span))
  return [entities.get(assessor)?.name ?? assessor, words[0], band ?? '-', words[1]].join(' | ')
}
