import {datelinePlaces} from './intake/dateline-places.ts'
import type {Document} from './intake/document.ts'
import {readSpans} from './intake/document.ts'
import {type Source, takeIn} from './intake/take-in.ts'
import {analyse} from './language/analyse.ts'
import type {Models} from './language/models.ts'
import {readClaims} from './reading/read-claims.ts'
import type {Reading} from './reading/reading.ts'

/** What one document yields: the document with its source map, and what was read in it. */
export interface Journey {
  readonly document: Document
  readonly reading: Reading
}

/**
 * The whole journey of a document, from its bytes to the claims in it:
 *
 *     bytes --intake--> Document --language--> Analysis --reading--> Reading
 *
 * Pure: the same bytes, models and version give the same reading. Storing it is the record's work.
 */
export function readSource(source: Source, models: Models): Journey {
  const document = takeIn(source)
  const analysis = analyse(document.text, models, {
    spans: readSpans(document),
    places: datelinePlaces(document),
    ...(document.published !== undefined && {published: document.published})
  })
  return {document, reading: readClaims(document, analysis, {ref: source.ref, models})}
}
