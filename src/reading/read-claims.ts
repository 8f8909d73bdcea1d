import type {Document} from '../intake/document.ts'
import type {Analysis} from '../language/analysis.ts'
import type {Models} from '../language/models.ts'
import {gatherMaterial} from './material.ts'
import type {Reading} from './reading.ts'

export interface ReadOptions {
  readonly ref: string
  readonly models: Models
}

/** Read every kind of claim in `document`. Does no I/O and never throws on odd text. */
export function readClaims(document: Document, analysis: Analysis, {ref, models}: ReadOptions): Reading {
  const material = gatherMaterial(document, analysis)
  throw new Error(`not built: ${ref} ${Object.keys(models).length} ${material.textHash}`)
}
