import type {EntityKind} from './analysis.ts'

/** A name while it is being found, in words. */
export interface NameDraft {
  readonly firstWord: number
  readonly endWord: number
  readonly kind: EntityKind
  /** From 0 to 1. */
  readonly score: number
}

/** `drafts` in the order of the text without overlap: of two that share a word the longer stays, of equals the surer. */
export function withoutOverlap(drafts: readonly NameDraft[]): NameDraft[] {
  const ordered = drafts.toSorted((a, b) => a.firstWord - b.firstWord || b.endWord - a.endWord || b.score - a.score)
  const kept: NameDraft[] = []
  for (const draft of ordered) {
    const last = kept.at(-1)
    if (!last || last.endWord <= draft.firstWord) kept.push(draft)
    else if (lengthOf(last) < lengthOf(draft)) kept[kept.length - 1] = draft
  }
  return kept
}

/** For each word the index of the draft that covers it, or -1. */
export function coverOf(drafts: readonly NameDraft[], wordCount: number): Int32Array {
  const cover = new Int32Array(wordCount).fill(-1)
  for (const [index, {firstWord, endWord}] of drafts.entries()) cover.fill(index, firstWord, endWord)
  return cover
}

function lengthOf({firstWord, endWord}: NameDraft): number {
  return endWord - firstWord
}
