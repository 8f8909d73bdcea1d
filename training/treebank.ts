import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import type {Parsed, Upos, Words} from '../src/language/analysis.ts'
import {type Conllu, conlluFields, readConllu} from '../src/language/conllu.ts'

/** A treebank as it stands: gold words, tags, lemmas and trees. */
export interface Treebank extends Parsed {
  readonly name: string
  /** The document each sentence stands in. */
  readonly documents: readonly string[]
}

/** Where the corpora stand, beside the project. */
export const CORPORA_FOLDER = new URL('../../shared/corpora/', import.meta.url).pathname

/**
 * What a stage learns from: EWT, and the documents of GUM that are not under non-commercial terms. Of a third of these no
 * licence is stated (conversations, speeches, textbooks, vlogs); by custom weights are published all the same.
 *
 * @param clean - leave those out as well
 */
export function trainTreebanks(folder = CORPORA_FOLDER, {clean = false} = {}): Treebank[] {
  const free = publishableDocuments(folder, clean ? ['yes'] : ['yes', 'unknown'])
  const gum = readTreebank('gum', join(folder, 'gum/train.conllu.gz'))
  return [
    readTreebank('ud-ewt', join(folder, 'ud-ewt/train.conllu.gz')),
    onlyDocuments(gum, document => free.has(document))
  ]
}

/** What a stage is measured on while it is made. GUM's dev is read whole: no weights come from it. */
export function devTreebanks(folder = CORPORA_FOLDER): Treebank[] {
  return [
    readTreebank('ud-ewt', join(folder, 'ud-ewt/dev.conllu.gz')),
    readTreebank('gum', join(folder, 'gum/dev.conllu.gz'))
  ]
}

/** The sentences of `bank` for which `keep` says yes, by document or number, as a treebank of their own. */
function onlyDocuments(bank: Treebank, keep: (document: string, sentence: number) => boolean): Treebank {
  const wordIndexes: number[] = []
  const sentenceStarts: number[] = []
  const documents: string[] = []
  const heads: number[] = []
  for (const [sentence, document] of bank.documents.entries()) {
    if (!keep(document, sentence)) continue
    const shift = wordIndexes.length - bank.sentenceStarts[sentence]!
    sentenceStarts.push(wordIndexes.length)
    documents.push(document)
    for (let word = bank.sentenceStarts[sentence]!; word < bank.sentenceStarts[sentence + 1]!; word++) {
      wordIndexes.push(word)
      heads.push(bank.heads[word]! < 0 ? -1 : bank.heads[word]! + shift)
    }
  }
  sentenceStarts.push(wordIndexes.length)
  return {
    name: bank.name,
    documents,
    text: bank.text,
    starts: Int32Array.from(wordIndexes, word => bank.starts[word]!),
    ends: Int32Array.from(wordIndexes, word => bank.ends[word]!),
    sentenceStarts: Int32Array.from(sentenceStarts),
    forms: wordIndexes.map(word => bank.forms[word]!),
    upos: wordIndexes.map(word => bank.upos[word]!),
    xpos: wordIndexes.map(word => bank.xpos[word]!),
    lemmas: wordIndexes.map(word => bank.lemmas[word]!),
    tagScores: new Float32Array(wordIndexes.length).fill(1),
    heads: Int32Array.from(heads),
    headScores: new Float32Array(wordIndexes.length).fill(1),
    relations: wordIndexes.map(word => bank.relations[word]!)
  }
}

/** The words of a treebank alone, for a stage that must predict the rest. */
export function bareWords({text, starts, ends, sentenceStarts, forms}: Treebank): Words {
  return {text, starts, ends, sentenceStarts, forms}
}

/** The documents of GUM whose last column, free of non-commercial terms, is one of `answers`. */
function publishableDocuments(folder: string, answers: readonly string[]): Set<string> {
  const [, ...lines] = readFileSync(join(folder, 'gum/documents.tsv'), 'utf8').trim().split('\n')
  const rows = lines.map(line => line.split('\t'))
  return new Set(rows.filter(row => answers.includes(row.at(-1)!)).map(row => row[0]!))
}

/** The treebank in the file at `path`, with its gold tags and trees. */
export function readTreebank(name: string, path: string): Treebank {
  const conllu = readConllu(readText(path))
  const {words} = conllu
  const rows = Array.from(words.forms, (_, word) => conlluFields(conllu, word))
  return {
    name,
    documents: sentenceDocuments(conllu),
    ...words,
    upos: rows.map(row => row[3] as Upos),
    xpos: rows.map(row => row[4]!),
    lemmas: rows.map(row => row[2]!),
    tagScores: new Float32Array(rows.length).fill(1),
    heads: globalHeads(words, rows),
    headScores: new Float32Array(rows.length).fill(1),
    relations: rows.map(row => row[7]!.replace(/:.*/, ''))
  }
}

function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function globalHeads({sentenceStarts}: Words, rows: readonly string[][]): Int32Array {
  const heads = new Int32Array(rows.length)
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const start = sentenceStarts[sentence]!
    for (let word = start; word < sentenceStarts[sentence + 1]!; word++) {
      const head = Number(rows[word]![6])
      heads[word] = head === 0 ? -1 : start + head - 1
    }
  }
  return heads
}

function sentenceDocuments({lines, wordLines, words}: Conllu): string[] {
  const documents: string[] = []
  let document = ''
  let line = 0
  for (const start of words.sentenceStarts.subarray(0, -1)) {
    for (; line < wordLines[start]!; line++) document = /^# *newdoc id = (.*)/.exec(lines[line]!)?.[1] ?? document
    documents.push(document)
  }
  return documents
}
