import type {Analysis, Chain, Mention, Words} from './analysis.ts'

/** A CoNLL-U file: its lines as they stand, and the words that it names in them. */
export interface Conllu {
  readonly lines: readonly string[]
  /** The line of each word. Rows of multiword tokens (`8-9`) and empty nodes (`8.1`) are no words. */
  readonly wordLines: Int32Array
  /** The file's own words and sentences, over a text put together from them. */
  readonly words: Words
}

/** Where the ten columns stand in a row. */
const COLUMN = {id: 0, form: 1, lemma: 2, upos: 3, xpos: 4, features: 5, head: 6, relation: 7, enhanced: 8, misc: 9}
const COLUMN_COUNT = 10

/**
 * Read the sentences and words of a CoNLL-U file. Their text is put together again from the forms, `SpaceAfter=No`, and the
 * comments that begin a paragraph or a document.
 */
export function readConllu(file: string): Conllu {
  const lines = file.split(/\r?\n/)
  const wordLines: number[] = []
  const sentenceStarts: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const forms: string[] = []
  const text: string[] = []
  let length = 0
  let gap = ''
  let tokenEnd = 0
  let tokenGap = ''
  let inSentence = false
  for (const [number, line] of lines.entries()) {
    if (line.startsWith('#')) gap = /^# *new(?:par|doc)\b/.test(line) && 0 < length ? '\n\n' : gap
    if (line === '') {
      inSentence = false
      tokenEnd = 0
    }
    if (line === '' || line.startsWith('#')) continue
    const fields = line.split('\t')
    const id = fields[COLUMN.id]!
    const range = /^\d+-(\d+)$/.exec(id)
    if (range) {
      tokenEnd = Number(range[1])
      tokenGap = gapAfter(fields)
    }
    if (!/^\d+$/.test(id)) continue
    if (!inSentence) sentenceStarts.push(forms.length)
    inSentence = true
    const form = fields[COLUMN.form] || '_'
    text.push(gap, form)
    starts.push(length + gap.length)
    length += gap.length + form.length
    ends.push(length)
    forms.push(form)
    wordLines.push(number)
    gap = Number(id) < tokenEnd ? '' : Number(id) === tokenEnd ? tokenGap : gapAfter(fields)
  }
  sentenceStarts.push(forms.length)
  return {
    lines,
    wordLines: Int32Array.from(wordLines),
    words: {
      text: text.join(''),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      sentenceStarts: Int32Array.from(sentenceStarts),
      forms
    }
  }
}

function gapAfter(fields: readonly string[]): string {
  return /(?:^|\|)SpaceAfter=No(?:\||$)/.test(fields[COLUMN.misc] ?? '') ? '' : ' '
}

/** The columns of word `word`, as many as the file has. */
export function conlluFields({lines, wordLines}: Conllu, word: number): string[] {
  return lines[wordLines[word]!]!.split('\t')
}
