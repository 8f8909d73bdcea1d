import type {Analysis} from '../language/analysis.ts'
import {timesWithin} from './dates-within.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'

/**
 * The nouns on both sides of a past tense that the tree takes for a participle; undefined where it is one.
 *
 * ```text
 * Norland Steel acquired Saltworks.      A landslide buried part of a village.      The depot built last year burned.
 *         ^^^^^          ^^^^^^^^^         ^^^^^^^^^        ^^^^                     no noun that it could be said of
 * ```
 *
 * A participle that describes a noun has no object behind it; names of days and spans of time are none.
 */
export function misreadEnds(analysis: Analysis, word: number): {agent: number; patient: number} | undefined {
  const {heads, relations, upos, xpos} = analysis
  if (xpos[word] !== 'VBN' || !/^(?:amod|acl)$/.test(relations[word]!)) return undefined
  const isBetweenNames =
    mentionIndex(analysis).before(word)?.form === 'name' && mentionIndex(analysis).from(word + 1)?.form === 'name'
  const isBehindNoun = heads[word] === word - 1 && /^(?:NOUN|PROPN)$/.test(upos[word - 1]!)
  if (!isBetweenNames && !isBehindNoun) return undefined
  const named = mentionIndex(analysis).from(word + 1)?.headWord
  const patient = participantsOf(analysis).objectWord(word) ?? named ?? nounAfter(analysis, word)
  return patient === undefined || COMPLEMENTED.test(analysis.lemmas[word]!) ? undefined : {agent: word - 1, patient}
}

/** Participles behind which a name or a post stands: "a man named Varga", "the woman elected mayor". */
const COMPLEMENTED = /^(?:name|call|dub|title|entitle|elect|appoint|nominate|crown|make|consider|bear|base)$/

/** The last noun of the run that begins right behind the verb. */
function nounAfter(analysis: Analysis, verb: number): number | undefined {
  const {upos, lemmas, starts, ends} = analysis
  let word = verb + 1
  while (word < verb + NOUN_WORDS_MAX && /^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(upos[word] ?? '')) word++
  const noun = word - 1
  if (noun === verb || !/^(?:NOUN|PROPN|NUM)$/.test(upos[noun]!) || TIME_UNITS.test(lemmas[noun]!)) return undefined
  return 0 < timesWithin(analysis, {start: starts[verb + 1]!, end: ends[noun]!}).length ? undefined : noun
}

const NOUN_WORDS_MAX = 8
const TIME_UNITS = /^(?:second|minute|hour|day|night|week|month|year|decade|century|time)$/
