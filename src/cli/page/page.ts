import {styleText} from 'node:util'
import {breakAt, displayWidth} from './display-width.ts'
import {isolated, visible} from './safe-text.ts'

/** How words look. Few on purpose: a page read every day should be calm. */
export type Style = 'plain' | 'heading' | 'name' | 'quiet' | 'words' | 'hedge' | 'match' | 'good' | 'bad'

/** Words in one style. */
export interface Piece {
  readonly text: string
  readonly style: Style
}

/** A piece, plain words, or nothing: what a line is made of. */
export type Inline = string | Piece | undefined | false

export interface LineOptions {
  /** Columns before everything. */
  readonly indent?: number
  /** Stands before the first line; what follows hangs to its right. */
  readonly label?: Inline
  readonly labelWidth?: number
  /** Stands at the right edge of the first line. */
  readonly right?: readonly Inline[]
}

const FORMATS: Readonly<Record<Style, Parameters<typeof styleText>[0] | undefined>> = {
  plain: undefined,
  heading: ['bold', 'cyan'],
  name: 'bold',
  quiet: 'dim',
  words: 'green',
  hedge: 'yellow',
  match: ['bold', 'yellow'],
  good: 'green',
  bad: 'red'
}
/** Under this many columns beside each other, two things go below each other. */
const COLUMNS_MIN = 24

/**
 * What a command prints for people. It is the only way to a terminal: every piece that is put on it is escaped, held apart
 * where it runs from right to left, and wrapped to the width.
 */
export class Page {
  readonly width: number
  readonly #colour: boolean
  readonly #write: (text: string) => void

  constructor({width, colour, write}: {width: number; colour: boolean; write: (text: string) => void}) {
    this.width = width
    this.#colour = colour
    this.#write = write
  }

  /** Print `content`, wrapped. */
  line(content: readonly Inline[], {indent = 0, label, labelWidth = 0, right = []}: LineOptions = {}): void {
    const rightWords = this.#words(right)
    const rightWidth = widthOf(rightWords)
    const columns = Math.max(COLUMNS_MIN, this.width - indent - labelWidth)
    const beside = rightWidth > 0 && columns - rightWidth - 2 >= COLUMNS_MIN
    const lines = wrap(this.#words(content), columns, beside ? columns - rightWidth - 2 : columns)
    if (rightWidth > 0 && !beside) lines.push(rightWords)
    const labelWords = this.#words([label])
    if (widthOf(labelWords) > labelWidth && labelWidth > 0) {
      this.#put(indent, this.#paint(labelWords))
      labelWords.length = 0
    }
    for (const [index, words] of lines.entries()) {
      const before =
        index === 0 ? this.#paint(labelWords) + spaces(labelWidth - widthOf(labelWords)) : spaces(labelWidth)
      const gap = Number.isFinite(columns) ? columns - widthOf(words) - rightWidth : 2
      const after = index === 0 && beside ? spaces(gap) + this.#paint(rightWords) : ''
      this.#put(indent, before + this.#paint(words) + after)
    }
  }

  /** An empty line. */
  gap(): void {
    this.#write('\n')
  }

  /** The head of a section, with how many things are in it. */
  heading(text: string, count?: number): void {
    this.gap()
    this.line([{text, style: 'heading'}, count !== undefined && ' ', count !== undefined && quiet(String(count))])
  }

  /** Without colour what matches stands in brackets that no newspaper uses. */
  #words(content: readonly Inline[]): Word[] {
    if (this.#colour) return wordsOf(content)
    const isMatch = (item: Inline) => typeof item === 'object' && item.style === 'match'
    return wordsOf(content.flatMap(item => (isMatch(item) ? ['⟦', item, '⟧'] : [item])))
  }

  #put(indent: number, text: string): void {
    this.#write(`${(spaces(indent) + text).trimEnd()}\n`)
  }

  #paint(words: readonly Word[]): string {
    return piecesOf(words)
      .map(({text, style}) => {
        const format = FORMATS[style]
        const shown = isolated(text)
        return format && this.#colour && text.trim() ? styleText(format, shown, {validateStream: false}) : shown
      })
      .join('')
  }
}

/** Words that matter less than their neighbours. */
export function quiet(text: string): Piece {
  return {text, style: 'quiet'}
}

/** Who or what is spoken of. */
export function name(text: string): Piece {
  return {text, style: 'name'}
}

/** Exact words of the document. */
export function exact(text: string): Piece {
  return {text, style: 'words'}
}

/** Words that hedge. */
export function hedge(text: string): Piece {
  return {text, style: 'hedge'}
}

/** `items` with `separator` between them. */
export function joined(items: readonly Inline[], separator: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))
}

/** A stretch without a space in it, from one or more pieces. */
interface Word {
  readonly runs: readonly Run[]
  readonly width: number
}

/** The part of a word that comes from one piece; `piece` tells pieces apart that look alike. */
interface Run extends Piece {
  readonly piece: number
}

function wordsOf(content: readonly Inline[]): Word[] {
  const words: Word[] = []
  let runs: Run[] = []
  const endWord = () => {
    if (runs.length > 0) words.push({runs, width: runs.reduce((sum, {text}) => sum + displayWidth(text), 0)})
    runs = []
  }
  for (const [piece, item] of content.entries()) {
    if (!item) continue
    const {text, style} = typeof item === 'string' ? {text: item, style: 'plain' as const} : item
    for (const [index, part] of text.split(/\s+/).entries()) {
      if (index > 0) endWord()
      if (part) runs.push({text: visible(part), style, piece})
    }
  }
  endWord()
  return words
}

function wrap(words: readonly Word[], columns: number, firstColumns: number): Word[][] {
  const lines: Word[][] = []
  let line: Word[] = []
  let used = 0
  for (const word of words.flatMap(word => brokenWord(word, Math.min(columns, firstColumns)))) {
    const room = lines.length === 0 ? firstColumns : columns
    if (line.length > 0 && used + 1 + word.width > room) {
      lines.push(line)
      line = []
      used = 0
    }
    used += word.width + (line.length > 0 ? 1 : 0)
    line.push(word)
  }
  return [...lines, line]
}

function brokenWord(word: Word, columns: number): Word[] {
  if (word.width <= columns) return [word]
  return word.runs.flatMap(run =>
    breakAt(run.text, columns).map(text => ({runs: [{...run, text}], width: displayWidth(text)}))
  )
}

/** The words of one line as pieces again, spaces between them given to the piece on both sides where it is the same. */
function piecesOf(words: readonly Word[]): Piece[] {
  const pieces: Run[] = []
  for (const [index, {runs}] of words.entries())
    for (const [runIndex, run] of runs.entries()) {
      const last = pieces.at(-1)
      const space = index > 0 && runIndex === 0 ? ' ' : ''
      if (last?.piece === run.piece) pieces[pieces.length - 1] = {...run, text: last.text + space + run.text}
      else {
        if (space) pieces.push({text: space, style: 'plain', piece: -1})
        pieces.push(run)
      }
    }
  return pieces
}

function widthOf(words: readonly Word[]): number {
  return words.reduce((sum, {width}) => sum + width, 0) + Math.max(0, words.length - 1)
}

function spaces(count: number): string {
  return ' '.repeat(Math.max(0, count))
}
