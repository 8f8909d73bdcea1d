import {wordCount} from '../language/analysis.ts'
import type {Content} from './contents.ts'
import type {Cue} from './cues.ts'
import type {Layout} from './layout.ts'
import {SETTING_NOUNS} from './reporting-words.ts'
import {isWhole, type Source, sourceOf} from './sources.ts'

interface ColonQuotation {
  readonly verb: number
  readonly source: Source
  readonly content: Content
}

/** So far before the colon its verb is looked for. */
const REACH = 30

/**
 * Find quotations behind a colon whose sentence has no verb of speaking: what is quoted is said by its subject, where that is
 * somebody who can speak and the sentence tells of words given out, or says no more than how they were said.
 *
 * ```text
 * The mayor released the following statement: “The gates are shut.”
 *                                              ^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function findColonQuotations(layout: Layout): ColonQuotation[] {
  const found: ColonQuotation[] = []
  for (let word = 1; word + 1 < wordCount(layout.words); word++) {
    if (layout.words.forms[word] !== ':' || !layout.opensQuotation(word + 1) || 0 <= layout.quotationOf[word]!) continue
    const range = layout.quotationRange(layout.quotationOf[word + 1]!)
    if (!isWhole(layout, range.end - 1)) continue
    const cue = cueBefore(layout, word)
    const source = cue && sourceOf(layout, cue, [])
    if (cue && source && canSpeak(layout, source))
      found.push({verb: cue.verb, source, content: {ranges: [range], cue: cue.range, rule: 'colon'}})
  }
  return found
}

/** The finite verb before the colon, with the words given out: "released the following statement". */
function cueBefore(layout: Layout, colon: number): Cue | undefined {
  const {words} = layout
  const {first} = layout.unitOf(colon)
  const giving = SETTING_NOUNS.has(words.lemmas[colon - 1]!.toLowerCase())
  let verb = colon - 1
  while (Math.max(first, colon - REACH) <= verb && !/^(?:VBD|VBZ|VBP)$/.test(words.xpos[verb]!)) verb--
  if (verb < Math.max(first, colon - REACH) || 0 <= layout.quotationOf[verb]! || words.upos[verb] === 'AUX')
    return undefined
  return {
    verb,
    lemma: words.lemmas[verb]!.toLowerCase(),
    range: {first: verb, end: giving ? colon : verb + 1},
    particle: false,
    negative: false,
    passive: false,
    form: 'finite'
  }
}

/** A name, or a pronoun for somebody. */
function canSpeak(layout: Layout, {head}: Source): boolean {
  return 0 < layout.nameEnd[head]! || /^(?:he|she|they)$/.test(layout.form(head))
}
