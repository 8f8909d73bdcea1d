import {NAME_KINDS, type NamedSentence} from './name-corpora.ts'

/** The label of each word: 0 no name, then first, inner, last and only word of each kind in turn, as `name-model.ts` reads them. */
export function nameLabels({forms, names}: NamedSentence): Uint8Array {
  const labels = new Uint8Array(forms.length)
  for (const {kind, firstWord, endWord} of names) {
    const base = 1 + 4 * NAME_KINDS.indexOf(kind)
    for (let word = firstWord; word < endWord; word++) labels[word] = base + 1
    labels[firstWord] = base
    labels[endWord - 1] = endWord - firstWord === 1 ? base + 3 : base + 2
  }
  return labels
}
