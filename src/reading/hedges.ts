import {type Analysis, sentenceOf, wordAt, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Certainty} from './claim.ts'
import {HEDGE_WORDS} from './hedge-words.ts'
import type {Material} from './material.ts'
import {isPlainHedge} from './plain-hedges.ts'
import {WordPhrases} from './word-phrases.ts'

/** These words say how sure somebody is of what stands in the scope. */
export interface Hedge {
  readonly hedge: Span
  readonly scope: Span
  readonly value: Certainty
  /** ICD 203's band, where it is one of its terms. */
  readonly band?: string
  /** It tells that others say so, not how sure anybody is. */
  readonly hearsay: boolean
}

/** Words at which the scope of a hedge ends. */
const CLAUSE_END = /^(?:[;:.!?]|,|but|--|—)$/

/**
 * Find the hedges in `span`, in the order of the text; of two that share words, the longer. Words that judge nothing where they
 * stand are none: "could not", "as soon as possible", "may Heaven help".
 *
 * ```text
 * He is likely part of the group, but nobody knows.
 *       ^^^^^^ hedge
 *       ^^^^^^^^^^^^^^^^^^^^^^^^ scope
 * ```
 */
export function hedgesWithin({analysis}: Material, span: Span): Hedge[] {
  const hedges: Hedge[] = []
  const end = Math.min(analysis.starts.length, wordAt(analysis, span.end - 1) + 1)
  for (let word = wordAt(analysis, span.start); word < end; ) {
    const phrase = hedgePhrases.at(analysis.forms, word, end)
    if (phrase && isHedge(analysis, word, phrase.endWord)) {
      const {value, band, hearsay = false} = phrase.value
      const scope = wordSpan(analysis, word, scopeEnd({analysis}, phrase.endWord, end))
      hedges.push({hedge: wordSpan(analysis, word, phrase.endWord), scope, value, hearsay, ...(band && {band})})
    }
    word = phrase?.endWord ?? word + 1
  }
  return hedges
}

const hedgePhrases = new WordPhrases(HEDGE_WORDS)

/** "May" the month, "might" the strength and the name are no hedges. */
function isHedge(analysis: Analysis, word: number, endWord: number): boolean {
  if (/^(?:may|might)$/i.test(analysis.forms[word]!) && analysis.xpos[word] !== 'MD') return false
  const sentence = sentenceOf(analysis, word)
  const [first, end] = [analysis.sentenceStarts[sentence]!, analysis.sentenceStarts[sentence + 1]!]
  return !isPlainHedge(analysis, word, endWord, {first, end})
}

function scopeEnd({analysis}: Pick<Material, 'analysis'>, from: number, limit: number): number {
  if (limit <= from) return limit
  const sentence = sentenceOf(analysis, from)
  const end = Math.min(limit, analysis.sentenceStarts[sentence + 1]!)
  for (let word = from; word < end; word++) if (CLAUSE_END.test(analysis.forms[word]!)) return Math.max(word, from)
  return end
}
