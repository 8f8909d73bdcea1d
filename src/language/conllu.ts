import type {Words} from './analysis.ts'

/** A CoNLL-U file: its lines as they stand, and the words that it names in them. */
export interface Conllu {
  readonly lines: readonly string[]
  /** The line of each word. Rows of multiword tokens (`8-9`), empty nodes (`8.1`) and comments are no words. */
  readonly wordLines: Int32Array
  /** The file's own words and sentences, over a text put together from them. */
  readonly words: Words
}

/** Words while they are read, and the text that they are put together into. */
interface Reading {
  readonly wordLines: number[]
  readonly sentenceStarts: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly forms: string[]
  readonly text: string[]
  length: number
  inSentence: boolean
  /** What stands between the last word and the next. */
  gap: string
  /** The last word of the multiword token that is open, and what stands after it; 0 when none is. */
  tokenEnd: number
  tokenGap: string
}

/**
 * Read the sentences and words of a CoNLL-U file. Their text is put together again from the forms, `SpaceAfter=No`, and the
 * comments that begin a paragraph or a document.
 */
export function readConllu(file: string): Conllu {
  const lines = file.split(/\r?\n/)
  const reading = emptyReading()
  for (const [number, line] of lines.entries()) readLine(reading, number, line)
  const {wordLines, sentenceStarts, starts, ends, forms, text} = reading
  return {
    lines,
    wordLines: Int32Array.from(wordLines),
    words: {
      text: text.join(''),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      sentenceStarts: Int32Array.from([...sentenceStarts, forms.length]),
      forms
    }
  }
}

/** The ten columns of word `word`; a column that the file leaves out is `_`. */
export function conlluFields({lines, wordLines}: Conllu, word: number): string[] {
  const fields = lines[wordLines[word]!]!.split('\t')
  while (fields.length < COLUMN_COUNT) fields.push('_')
  return fields
}

const COLUMN_COUNT = 10

function emptyReading(): Reading {
  return {
    wordLines: [],
    sentenceStarts: [],
    starts: [],
    ends: [],
    forms: [],
    text: [],
    length: 0,
    inSentence: false,
    gap: '',
    tokenEnd: 0,
    tokenGap: ''
  }
}

function readLine(reading: Reading, number: number, line: string): void {
  if (line.trim() === '') {
    reading.inSentence = false
    reading.tokenEnd = 0
  } else if (line.startsWith('#')) {
    if (/^# *new(?:par|doc)\b/.test(line) && 0 < reading.length) reading.gap = '\n\n'
  } else {
    readRow(reading, number, line.split('\t'))
  }
}

function readRow(reading: Reading, number: number, fields: readonly string[]): void {
  const id = fields[0]!
  const range = /^\d+-(\d+)$/.exec(id)
  if (range) {
    reading.tokenEnd = Number(range[1])
    reading.tokenGap = gapAfter(fields)
  }
  if (!/^\d+$/.test(id)) return
  if (!reading.inSentence) reading.sentenceStarts.push(reading.forms.length)
  reading.inSentence = true
  reading.wordLines.push(number)
  putWord(reading, fields[1] || '_')
  const wordNumber = Number(id)
  if (wordNumber < reading.tokenEnd) reading.gap = ''
  else reading.gap = wordNumber === reading.tokenEnd ? reading.tokenGap : gapAfter(fields)
}

function putWord(reading: Reading, form: string): void {
  reading.text.push(reading.gap, form)
  reading.starts.push(reading.length + reading.gap.length)
  reading.length += reading.gap.length + form.length
  reading.ends.push(reading.length)
  reading.forms.push(form)
}

function gapAfter(fields: readonly string[]): string {
  return /(?:^|\|)SpaceAfter=No(?:\||$)/.test(fields[9] ?? '') ? '' : ' '
}
