import {sentenceOf, type Tagged, wordAt} from './analysis.ts'
import type {Tense} from './date-tense.ts'

/**
 * Whether "today" in a history means the time of writing loosely: where the sentence is of nobody who is speaking, and no verb
 * tells of the past or of what is to come.
 *
 * ```text
 * Oil lamps are still made here today, and today's cities ...      The council voted today. We meet today.
 *                               ^^^^^      ^^^^^   loosely                               ^^^^^         ^^^^^   that day
 * ```
 */
export function isLooselyToday(
  tagged: Tagged,
  {start, end, tense}: {start: number; end: number; tense: Tense}
): boolean {
  if (tense === 'future') return false
  if (tagged.xpos[wordAt(tagged, end)] === 'POS') return true
  return tense !== 'past' && !hasSpeaker(tagged, sentenceOf(tagged, wordAt(tagged, start)))
}

/** Whether the sentence is said by someone to someone: "I", "we", "your". */
function hasSpeaker({forms, sentenceStarts}: Tagged, sentence: number): boolean {
  const from = sentenceStarts[sentence] ?? 0
  const end = sentenceStarts[sentence + 1] ?? forms.length
  for (let word = from; word < end; word++) if (SPEAKERS.has(forms[word]!.toLowerCase())) return true
  return false
}

const SPEAKERS: ReadonlySet<string> = new Set('i me my mine we us our ours you your yours'.split(' '))
