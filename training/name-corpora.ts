import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'

/** The kinds of names that the trained model tells apart. */
export const NAME_KINDS = ['PER', 'ORG', 'LOC'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A text of a corpus as words in sentences, with the names in it. */
export interface NamedText {
  readonly id: string
  readonly sentences: readonly NamedSentence[]
}

export interface NamedSentence {
  readonly forms: readonly string[]
  /** In order, without overlap. */
  readonly names: readonly NamedSpan[]
}

export interface NamedSpan {
  readonly kind: NameKind
  readonly firstWord: number
  readonly endWord: number
}

/** Universal NER over EWT, document by document. */
export function readUner(corpora: string, part: 'train' | 'dev'): NamedText[] {
  const rows = readLines(join(corpora, `uner-ewt/${part}.iob2.gz`))
  return readIob(rows, {formColumn: 1, tagColumn: 2, kindByLabel: {PER: 'PER', ORG: 'ORG', LOC: 'LOC'}})
}

/** Files of word, TAB, label; labels that `kindByLabel` does not list are no names. Every sentence is a text of its own. */
export function readConll(path: string, kindByLabel: Readonly<Record<string, NameKind>>): NamedText[] {
  return readIob(readLines(path), {formColumn: 0, tagColumn: 1, kindByLabel}).flatMap(text =>
    text.sentences.map((sentence, index) => ({id: `${text.id}-${index}`, sentences: [sentence]}))
  )
}

/** What the labels of the corpora in two columns stand for. */
export const KINDS_BY_CORPUS: Readonly<Record<string, Readonly<Record<string, NameKind>>>> = {
  wikigold: {PER: 'PER', ORG: 'ORG', LOC: 'LOC'},
  'crossner-politics': {
    politician: 'PER',
    person: 'PER',
    organisation: 'ORG',
    politicalparty: 'ORG',
    country: 'LOC',
    location: 'LOC'
  },
  btc: {PER: 'PER', ORG: 'ORG', LOC: 'LOC'},
  wnut17: {person: 'PER', corporation: 'ORG', group: 'ORG', location: 'LOC'}
}

export function readLines(path: string): string[] {
  if (!existsSync(path)) throw new Error(`Cannot read corpus "${path}": the file is absent`)
  return gunzipSync(readFileSync(path)).toString('utf8').split('\n')
}

interface IobColumns {
  readonly formColumn: number
  readonly tagColumn: number
  readonly kindByLabel: Readonly<Record<string, NameKind>>
}

function readIob(lines: readonly string[], {formColumn, tagColumn, kindByLabel}: IobColumns): NamedText[] {
  const texts: {id: string; sentences: NamedSentence[]}[] = []
  let forms: string[] = []
  let tags: string[] = []
  const close = () => {
    if (forms.length === 0) return
    if (texts.length === 0) texts.push({id: 'only', sentences: []})
    texts.at(-1)!.sentences.push({forms, names: spansOfTags(tags, kindByLabel)})
    forms = []
    tags = []
  }
  for (const line of lines) {
    const fields = line.split('\t')
    if (line.startsWith('# newdoc')) {
      close()
      texts.push({id: line.split('= ')[1] ?? '', sentences: []})
    } else if (line === '') close()
    else if (tagColumn < fields.length) {
      forms.push(fields[formColumn]!.trim() || '-')
      tags.push(fields[tagColumn]!)
    }
  }
  close()
  return texts
}

function spansOfTags(tags: readonly string[], kindByLabel: Readonly<Record<string, NameKind>>): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (let word = 0; word < tags.length; word++) {
    const tag = tags[word]!
    const kind = kindByLabel[tag.slice(2)]
    if (!tag.startsWith('B-')) continue
    let endWord = word + 1
    while (tags[endWord] === `I-${tag.slice(2)}`) endWord++
    if (kind) spans.push({kind, firstWord: word, endWord})
  }
  return spans
}
