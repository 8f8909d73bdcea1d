import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'

/** At these words, a source is marked as saying, thinking, wanting or doing something about the content. */
export interface Attribution {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** Empty where none is named. */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** An article with what its first annotator marked. */
export interface PolnearText {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly attributions: readonly Attribution[]
}

/** Whether the folder holds the corpus. */
export function hasPolnear(corpora: string): boolean {
  return existsSync(join(corpora, fileOf('dev')))
}

/** The articles of one part of PolNeAR. */
export function readPolnear(corpora: string, part: 'train' | 'dev'): PolnearText[] {
  return readLines(join(corpora, fileOf(part)))
    .filter(line => line !== '')
    .map(polnearText)
}

function fileOf(part: 'train' | 'dev'): string {
  return `polnear/${part}.jsonl.gz`
}

type Pieces = readonly (readonly [number, number])[]

interface ArticleLine {
  readonly id: string
  readonly text: string
  readonly published: string
  readonly annotators: readonly (readonly {
    readonly source: Pieces
    readonly cue: Pieces
    readonly content: Pieces
  }[])[]
}

/** The article that one line of the corpus holds. */
export function polnearText(line: string): PolnearText {
  const {id, text, published, annotators} = JSON.parse(line) as ArticleLine
  const attributions = (annotators[0] ?? []).map(({source, cue, content}) => ({
    kind: kindOf(text, spansOf(content)),
    source: spansOf(source),
    cue: spansOf(cue),
    content: spansOf(content)
  }))
  return {id, text, published, attributions}
}

function spansOf(pieces: Pieces): Span[] {
  return pieces.map(([start, end]) => ({start, end})).sort((a, b) => a.start - b.start)
}

/** The corpus marks no kinds; marks of quotation around all of the content or around some of it tell them. */
function kindOf(text: string, content: readonly Span[]): Attribution['kind'] {
  const pieces = content.map(({start, end}) => text.slice(start, end).trim())
  if (0 < pieces.length && pieces.every(isQuoted)) return 'direct'
  return pieces.some(piece => MARK.test(piece)) ? 'mixed' : 'indirect'
}

function isQuoted(piece: string): boolean {
  const inner = piece.replace(OPENING, '')
  const bare = inner.replace(CLOSING, '')
  return inner !== piece && (bare === inner || !MARK.test(bare))
}

/** Quotation marks as the corpus has them: curly, straight, and two apostrophes. */
const MARK = /["“”]|''/
const OPENING = /^(?:["“]|'')/
const CLOSING = /(?:["”]|'')[.,;:]?$/
