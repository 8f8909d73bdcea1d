import type {Analysis} from '../language/analysis.ts'
import {phrasesOf} from './phrases.ts'

/**
 * The word by which the clause, or the noun, that `word` heads is denied; undefined where none is.
 *
 * ```text
 * The guild did not pay.   No ship sank.   He left without paying.   She never came, nor did she write.
 *               ^^^        ^^                      ^^^^^^^                ^^^^^        ^^^
 * ```
 */
export function negationOf(analysis: Analysis, word: number): number | undefined {
  const {forms, relations} = analysis
  for (const child of phrasesOf(analysis).children(word)) {
    const form = forms[child]!.toLowerCase()
    const relation = relations[child]!
    if (NOT.test(form) && !isNotOnly(forms, child)) return child
    if (/^(?:mark|case)$/.test(relation) && INSTEAD.test(form)) return child
    if (/^(?:nsubj|csubj|obj|iobj)$/.test(relation)) {
      const denied = NOBODY.test(form) ? child : denierOf(analysis, child)
      if (denied !== undefined) return denied
    }
    if (relation === 'det' && form === 'no') return child
  }
  return undefined
}

const NOT = /^(?:not|n't|n’t|never|nor|neither|nowhere|nay)$/
const NOBODY = /^(?:nobody|none|nothing|no-one|neither)$/
const INSTEAD = /^(?:without|instead|rather)$/

/** "not only in May", "not just": nothing is denied. */
function isNotOnly(forms: readonly string[], word: number): boolean {
  return /^(?:only|just|merely|simply|until|least|surprisingly|to)$/i.test(forms[word + 1] ?? '')
}

/** "no ship", "no one", "neither side". */
function denierOf(analysis: Analysis, noun: number): number | undefined {
  return phrasesOf(analysis)
    .children(noun)
    .find(child => analysis.relations[child] === 'det' && /^(?:no|neither)$/i.test(analysis.forms[child]!))
}
