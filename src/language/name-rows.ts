import type {EntityKind, Words} from './analysis.ts'
import type {NameDraft} from './name-draft.ts'

/** A name less sure than this takes the kind of the row it stands in. */
const DOUBTFUL = 0.8
/** This many names make a row. */
const ROW_MIN = 3

/**
 * Give doubtful names in a row the kind of most of it: "in Brim, Vell, Tarn and Oss" names places only.
 *
 * @param drafts - in the order of the text, without overlap
 */
export function agreeInRows({forms}: Words, drafts: readonly NameDraft[]): NameDraft[] {
  const agreed = [...drafts]
  let first = 0
  for (let index = 1; index <= drafts.length; index++) {
    if (index < drafts.length && isJoined(forms, drafts[index - 1]!.endWord, drafts[index]!.firstWord)) continue
    if (ROW_MIN <= index - first) agreeRow(agreed, first, index)
    first = index
  }
  return agreed
}

function isJoined(forms: readonly string[], from: number, to: number): boolean {
  return to - from <= 2 && from < to && /^(?:,|and|or|, and|, or|&)$/.test(forms.slice(from, to).join(' '))
}

function agreeRow(drafts: NameDraft[], first: number, end: number) {
  const votes = new Map<EntityKind, number>()
  for (const {kind, score} of drafts.slice(first, end)) votes.set(kind, (votes.get(kind) ?? 0) + score)
  const [kind, most] = [...votes].reduce((best, vote) => (best[1] < vote[1] ? vote : best))
  const total = [...votes.values()].reduce((sum, score) => sum + score, 0)
  if (most < 0.6 * total) return
  for (let index = first; index < end; index++) {
    const draft = drafts[index]!
    if (draft.score < DOUBTFUL && draft.endWord - draft.firstWord === 1) drafts[index] = {...draft, kind}
  }
}
