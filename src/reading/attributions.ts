import type {Models} from '../language/models.ts'
import {CONTENT, CUE, draftsByCue, looksOf, NONE, SOURCE} from './attribution-features.ts'
import {type Labelled, labelAttributions} from './attribution-network.ts'
import type {Draft} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'

/** At these words, the network takes a source to say, think or want something. */
export interface Attribution {
  /** The word that carries the cue. */
  readonly anchor: number
  readonly cue: WordRange
  /** Nothing where none is named. */
  readonly source: WordRange | undefined
  /** In the order of the text; never empty. */
  readonly content: readonly WordRange[]
  /** How likely it is that the word carries a cue, from 0 to 1. */
  readonly cueShare: number
  /** How likely it is that source, cue and content are exactly these, from 0 to 1. */
  readonly wordsShare: number
}

/** Words that are less likely to carry a cue are not looked at. */
const CUE_SHARE_MIN = 0.2

/**
 * What the network finds in a document, in the order of the text. No word is in two: where two want the same words, the likelier
 * has them, and the other goes where it would lose half of its own. Beside it how likely each word that was looked at carries a cue.
 */
export function findAttributions(
  layout: Layout,
  drafts: readonly Draft[],
  models: Pick<Models, 'encoder' | 'attributions'>
): {found: Attribution[]; shareAt: ReadonlyMap<number, number>} {
  const question = {layout, models, looks: looksOf(layout, drafts), draftAt: draftsByCue(layout, drafts)}
  const labelled = labelAttributions({...question, shareMin: CUE_SHARE_MIN})
  const taken = new Uint8Array(layout.words.forms.length)
  const found = labelled
    .filter(({anchorShare}) => CUE_SHARE_MIN <= anchorShare)
    .sort((a, b) => b.anchorShare - a.anchorShare || a.anchor - b.anchor)
    .flatMap(one => takeWords(one, taken))
    .sort((a, b) => a.anchor - b.anchor)
  return {found, shareAt: new Map(labelled.map(({anchor, anchorShare}) => [anchor, anchorShare]))}
}

function takeWords({anchor, window, labels, anchorShare, labelsShare}: Labelled, taken: Uint8Array): Attribution[] {
  const free = labels.map((label, index) => (taken[window.first + index] ? NONE : label))
  const wanted = labels.filter(label => label !== NONE).length
  if (2 * free.filter(label => label !== NONE).length < wanted) return []
  const cue = nearest(runsOf(free, CUE, window.first), anchor)
  const content = runsOf(free, CONTENT, window.first)
  if (!cue || content.length === 0) return []
  const source = nearest(runsOf(free, SOURCE, window.first), anchor)
  for (const {first, end} of [cue, ...content, ...(source ? [source] : [])]) taken.fill(1, first, end)
  return [{anchor, cue, source, content, cueShare: anchorShare, wordsShare: labelsShare}]
}

/** Where `labels`, the first of which is that of word `first`, are `label`. */
function runsOf(labels: Uint8Array, label: number, first: number): WordRange[] {
  const runs: WordRange[] = []
  for (let start = 0; start < labels.length; ) {
    let end = start
    while (end < labels.length && labels[end] === label) end++
    if (start < end) runs.push({first: first + start, end: first + end})
    start = end + 1
  }
  return runs
}

function nearest(runs: readonly WordRange[], word: number): WordRange | undefined {
  const gap = ({first, end}: WordRange) => (word < first ? first - word : end <= word ? word - end + 1 : 0)
  return runs.toSorted((a, b) => gap(a) - gap(b))[0]
}
