import type {Span} from '../text/span.ts'
import type {Analysis, LanguageNotice, Words} from './analysis.ts'
import {findChains} from './chains.ts'
import {findDates} from './dates.ts'
import {limitNotices} from './limit-notices.ts'
import type {LanguageModels} from './models.ts'
import {findNames} from './names.ts'
import {findOddText} from './odd-text.ts'
import {parse} from './parse.ts'
import {tag} from './tag.ts'
import {findWords} from './words.ts'

// A page has to give `analyse` its models, and `hearsay/language` is all it imports for that.
export {MODEL_NAMES, modelsFrom} from './models.ts'

export interface AnalyseOptions extends AnalyseWordsOptions {
  /** Only these stretches are read; words of the others do not exist for the analysis. The whole text by default. */
  readonly spans?: readonly Span[]
}

export interface AnalyseWordsOptions {
  /** EDTF; what relative dates are counted from. */
  readonly published?: string
  /** Names that are known to be places', such as those in the dateline, in capitals or not. */
  readonly places?: readonly string[]
}

/** Everything the language layer finds in `text`. Never throws on odd text: it degrades, and says so in notices. */
export function analyse(text: string, models: LanguageModels, {spans, ...options}: AnalyseOptions = {}): Analysis {
  const {notices, ...words} = findWords(text, {sentences: models.sentences, ...(spans && {spans})})
  return analysisOf(words, models, options, notices)
}

/** The same for words and sentences that are given, as those of a treebank are. */
export function analyseWords(words: Words, models: LanguageModels, options: AnalyseWordsOptions = {}): Analysis {
  return analysisOf(words, models, options, [])
}

function analysisOf(
  words: Words,
  models: LanguageModels,
  {published, places}: AnalyseWordsOptions,
  notices: readonly LanguageNotice[]
): Analysis {
  const parsed = parse(tag(words, models), models)
  const names = findNames(parsed, models, places)
  const {chains, threads} = findChains(parsed, names, models)
  const dates = findDates(parsed, published === undefined ? {} : {published})
  const oddities = limitNotices([...notices, ...findOddText(words)])
  return {...parsed, names, chains, threads, dates, notices: oddities}
}
