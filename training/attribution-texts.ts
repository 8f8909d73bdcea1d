import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import {encode, statesOf} from '../src/language/encoder.ts'
import {vocabularyHash} from '../src/language/encoder-words.ts'
import type {LanguageModels} from '../src/language/models.ts'
import {CONTENT, CUE, draftsByCue, looksOf, SOURCE, tiesOf, windowOf} from '../src/reading/attribution-features.ts'
import {joinContinuations} from '../src/reading/continuations.ts'
import {type Draft, draftStatements} from '../src/reading/drafts.ts'
import {Layout, type WordRange} from '../src/reading/layout.ts'
import {gatherMaterial} from '../src/reading/material.ts'
import {wordRange} from '../src/reading/word-ranges.ts'
import type {Attribution, PolnearText} from './polnear.ts'

/** An article laid out to learn attributions from. */
export interface AttributionText {
  readonly source: PolnearText
  readonly layout: Layout
  readonly draftAt: ReadonlyMap<number, Draft>
  /** What the encoder says of each word, in steps of each word's scale. */
  readonly states: {readonly steps: Int8Array; readonly scales: Float32Array; readonly width: number}
  readonly looks: Uint16Array
  /** For each word its row among given vectors and its hash. */
  readonly vectorRows: Int32Array
  readonly hashes: Uint32Array
  /** The word that carries each cue, and what each attribution's words are. */
  readonly anchors: readonly Anchor[]
}

export interface Anchor {
  readonly anchor: number
  readonly window: WordRange
  readonly ties: Uint16Array
  /** For each word of the window its label. */
  readonly labels: Uint8Array
}

export function attributionText(source: PolnearText, models: LanguageModels): AttributionText {
  const document = takeIn({
    ref: source.id,
    bytes: new TextEncoder().encode(source.text),
    published: source.published,
    format: 'text'
  })
  const analysis = analyse(document.text, models, {spans: readSpans(document), published: source.published})
  const layout = new Layout(gatherMaterial(document, analysis))
  const drafts = joinContinuations(layout, draftStatements(layout))
  const draftAt = draftsByCue(layout, drafts)
  const texts = {
    source,
    layout,
    draftAt,
    states: statesOf(analysis, models.encoder),
    looks: looksOf(layout, drafts),
    vectorRows: encode(analysis, models.encoder).vectorRows,
    hashes: Uint32Array.from(analysis.forms, form => vocabularyHash(form))
  }
  const anchors = source.attributions.flatMap(one => anchorsOf(layout, draftAt, one))
  return {...texts, anchors}
}

function anchorsOf(layout: Layout, draftAt: ReadonlyMap<number, Draft>, attribution: Attribution): Anchor[] {
  const [cue] = attribution.cue
  if (!cue) return []
  const range = wordRange(layout, cue)
  if (range.end <= range.first || layout.words.forms.length <= range.first) return []
  const anchor = anchorOf(layout, range)
  const one = anchorAt(layout, anchor, draftAt)
  const {first} = one.window
  const fill = (spans: Attribution['cue'], label: number) => {
    for (const span of spans) {
      const {first: from, end} = wordRange(layout, span)
      one.labels.fill(label, Math.max(0, from - first), Math.max(0, end - first))
    }
  }
  fill(attribution.content, CONTENT)
  fill(attribution.source, SOURCE)
  fill(attribution.cue, CUE)
  return [one]
}

/** A cue at `anchor` of which nothing is known. */
export function anchorAt(layout: Layout, anchor: number, draftAt: ReadonlyMap<number, Draft>): Anchor {
  const window = windowOf(layout, anchor)
  return {
    anchor,
    window,
    ties: tiesOf(layout, anchor, window, draftAt.get(anchor)),
    labels: new Uint8Array(window.end - window.first)
  }
}

/** The word that the others of a cue hang on, a verb before others. */
function anchorOf({words}: Layout, {first, end}: WordRange): number {
  const tops: number[] = []
  for (let word = first; word < end; word++)
    if (words.heads[word]! < first || end <= words.heads[word]!) tops.push(word)
  return tops.find(word => words.upos[word] === 'VERB') ?? tops.find(word => words.upos[word] !== 'PUNCT') ?? first
}
