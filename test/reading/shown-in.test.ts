import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Voice} from '../../src/reading/claim.ts'
import type {Material} from '../../src/reading/material.ts'
import {findProductions} from '../../src/reading/productions.ts'
import type {Statement} from '../../src/reading/reading.ts'
import {fillSegments} from '../../src/reading/segments.ts'
import {markShown} from '../../src/reading/shown-in.ts'
import {findStatements} from '../../src/reading/statements.ts'
import {spanText} from '../../src/text/span.ts'
import {readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()

describe('markShown', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('shown-in.txt', import.meta.url), models))
    test(name, () => {
      const {productions: untold} = findProductions(material)
      const {statements: said} = findStatements(material, untold, models)
      const statements = markShown(material, said, fillSegments(material, untold, said))
      expect(statements.map(statement => statementLine(material, statement))).toEqual(expected)
    })
})

function statementLine(material: Material, {voices, content}: Statement): string {
  const words = content.map(span => spanText(material.document.text, span)).join(' ')
  return `${voices.map(voice => voiceText(material, voice)).join(' < ')} | ${words.replace(/,$/, '')}`
}

function voiceText({entities}: Material, {kind, entity, text}: Voice): string {
  return `${kind} ${entity === undefined ? text : entities.get(entity)?.name}`
}
