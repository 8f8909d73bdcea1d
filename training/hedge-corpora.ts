import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'

/** In this sentence of Wikipedia somebody marked a hedge or a weasel word, or none. */
export interface MarkedSentence {
  readonly text: string
  readonly uncertain: boolean
}

/** In this sentence, readers took these events to have happened, or not, this surely. */
export interface EventSentence {
  readonly text: string
  readonly events: readonly FactualEvent[]
}

interface FactualEvent {
  readonly span: Span
  /** From -3, it surely did not happen, to 3, it surely did. */
  readonly factuality: number
}

/** Whether the folder holds the corpora. */
export function hasHedgeCorpora(corpora: string): boolean {
  return existsSync(join(corpora, WIKIWEASEL)) && existsSync(join(corpora, UDS))
}

const WIKIWEASEL = 'hedges/wikiweasel-train.jsonl.gz'
const UDS = 'hedges/uds-ih2-dev.jsonl.gz'

/** Each fifth sentence of WikiWeasel, which has no dev part: the others are left for making rules. */
export function readWikiWeasel(corpora: string): MarkedSentence[] {
  return rowsOf<{text: string; label: number}>(join(corpora, WIKIWEASEL))
    .filter((_, index) => index % 5 === 4)
    .map(({text, label}) => ({text: text.replaceAll('-LRB-', '(').replaceAll('-RRB-', ')'), uncertain: label === 1}))
}

/** The dev part of UDS-IH2, a sentence of English Web Treebank each. */
export function readFactuality(corpora: string): EventSentence[] {
  return rowsOf<EventLine>(join(corpora, UDS)).map(eventSentence)
}

interface EventLine {
  readonly tokens: readonly string[]
  readonly events: readonly {readonly token: number; readonly end: number; readonly factuality: number}[]
}

/** The tokens with a space between them. */
export function eventSentence({tokens, events}: EventLine): EventSentence {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    if (text !== '') text += ' '
    starts.push(text.length)
    text += token
  }
  return {
    text,
    events: events.map(({token, end, factuality}) => ({
      span: {start: starts[token]!, end: starts[end - 1]! + tokens[end - 1]!.length},
      factuality
    }))
  }
}

function rowsOf<Line>(path: string): Line[] {
  return readLines(path)
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
}
