import type {Draft} from './drafts.ts'
import type {Layout} from './layout.ts'
import {isOnePerson} from './person-words.ts'

/** So many words are looked back over for a subject. */
const REACH = 120

/**
 * The last person, or noun of another such class, spoken of between a statement and the pronoun or description at `word`, as the subject of a verb and in nobody's
 * words.
 *
 * ```text
 * One guard said the wall was sound. The other was not sure. “We need time,” he said.
 *                                        ^^^^^
 * ```
 */
export function subjectSince(
  layout: Layout,
  last: Draft | undefined,
  current: Draft,
  word: number,
  isSuch = isOnePerson
): number | undefined {
  const {words} = layout
  const told = [last, current].flatMap(draft => (draft ? [...draft.content, ...draft.cue] : []))
  const source = last?.source?.range.end ?? 0
  const paragraph = layout.paragraphOf[word]
  const {heads, relations, upos, starts} = words
  for (
    let other = word - 1;
    Math.max(source, word - REACH) <= other && layout.paragraphOf[other] === paragraph;
    other--
  ) {
    if (relations[other] !== 'nsubj' || 0 <= layout.quotationOf[other]! || heads[other]! < 0) continue
    if (told.some(({start, end}) => start <= starts[other]! && starts[other]! < end)) continue
    if (upos[other] === 'PROPN' || isSuch(layout, other)) return other
  }
  return undefined
}
