import type {Document} from '../../src/intake/document.ts'
import {analyse} from '../../src/language/analyse.ts'
import {loadModels} from '../../src/models.ts'
import {gatherMaterial, type Material} from '../../src/reading/material.ts'
import type {Statement} from '../../src/reading/reading.ts'
import {findStatements} from '../../src/reading/statements.ts'

const models = loadModels()

/** `text` read as the body of a document that says nothing of itself. */
export function readText(text: string): {material: Material; statements: Statement[]; attitudes: Statement[]} {
  const document: Document = {
    id: 'doc-of-a-test',
    sha256: '0'.repeat(64),
    algorithm: 'plain-text/1',
    text,
    publishedBasis: 'unknown',
    authors: [],
    tags: [],
    language: 'en',
    parts: [{kind: 'body', start: 0, end: text.length}],
    notices: []
  }
  const material = gatherMaterial(document, analyse(text, models))
  const {statements, attitudes} = findStatements(material, [], models)
  return {material, statements, attitudes}
}
