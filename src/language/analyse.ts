import type {Span} from '../text/span.ts'
import type {Analysis} from './analysis.ts'
import {crudelyParse} from './crude-tags.ts'
import type {Models} from './models.ts'
import {tag} from './tag.ts'
import {findWords} from './words.ts'

export interface AnalyseOptions {
  /** Only these stretches are read; words of the others do not exist for the analysis. The whole text by default. */
  readonly spans?: readonly Span[]
  /** EDTF; what relative dates are counted from. */
  readonly published?: string
}

/** Everything the language layer finds in `text`. Never throws on odd text: it degrades, and says so in notices. */
export function analyse(text: string, models: Models, {spans}: AnalyseOptions = {}): Analysis {
  const {notices, ...words} = findWords(text, spans && {spans})
  return {...crudelyParse(tag(words, models)), names: [], chains: [], dates: [], notices}
}
