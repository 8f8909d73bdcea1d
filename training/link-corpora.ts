import {join} from 'node:path'
import type {Parsed, Words} from '../src/language/analysis.ts'
import type {LinkedText} from '../src/language/link-mentions.ts'
import {gatherLinkedText} from '../src/language/linked-text.ts'
import type {Models} from '../src/language/models.ts'
import {findNames} from '../src/language/names.ts'
import {parse} from '../src/language/parse.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {Cluster} from './cluster-scores.ts'
import type {GapSnippet} from './evaluate-chains.ts'
import {ALONE, type LabelledText, UNLABELLED} from './link-learner.ts'
import {readLines} from './name-corpora.ts'
import {type OntoGumDocument, readOntoGum} from './onto-gum.ts'

/** GUM's train documents whose texts allow it, by our own tags, trees and names. */
export function labelledGum(corpora: string, models: Omit<Models, 'chains'>): LabelledText[] {
  return readOntoGum(corpora, 'train').map(document => labelledDocument(document, models))
}

function labelledDocument({words, clusters}: OntoGumDocument, models: Omit<Models, 'chains'>): LabelledText {
  const text = linkedText(words, models)
  return {text, labels: labelsOf(text, clusters, ALONE), known: knownMentions(text, clusters), weight: 1}
}

/** `words` by our own tags, trees and names: what the stage is given in use. */
function linkedText(words: Words, models: Omit<Models, 'chains'>): LinkedText {
  const parsed: Parsed = parse(tag(words, models), models)
  return gatherLinkedText(parsed, findNames(parsed, models), models)
}

interface LitBankBook {
  readonly sentences: readonly (readonly string[])[]
  readonly mentions: readonly {
    readonly start: readonly [number, number]
    readonly end: readonly [number, number]
    readonly entity: string | null
  }[]
}

/** LitBank's persons, places and bodies; what its annotators left out is unlabelled. */
export function labelledNovels(corpora: string, models: Omit<Models, 'chains'>): LabelledText[] {
  return readLines(join(corpora, 'litbank/train.jsonl.gz'))
    .filter(line => line !== '')
    .map(line => labelledBook(JSON.parse(line) as LitBankBook, models))
}

function labelledBook({sentences, mentions}: LitBankBook, models: Omit<Models, 'chains'>): LabelledText {
  const words = wordsOf(sentences)
  const place = ([sentence, word]: readonly [number, number]) => words.sentenceStarts[sentence]! + word
  const byEntity = new Map<string, [number, number][]>()
  for (const {start, end, entity} of mentions) {
    if (entity === null) continue
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), [place(start), place(end)]])
  }
  const text = linkedText(words, models)
  const clusters = [...byEntity.values()]
  return {text, labels: labelsOf(text, clusters, UNLABELLED), known: knownMentions(text, clusters), weight: 1}
}

function wordsOf(sentences: readonly (readonly string[])[]): Words {
  const forms = sentences.flat()
  const starts = new Int32Array(forms.length)
  const ends = new Int32Array(forms.length)
  let offset = 0
  for (const [word, form] of forms.entries()) {
    starts[word] = offset
    ends[word] = offset + form.length
    offset += form.length + 1
  }
  const sentenceStarts = [0]
  for (const sentence of sentences) sentenceStarts.push(sentenceStarts.at(-1)! + sentence.length)
  return {text: forms.join(' '), starts, ends, sentenceStarts: Int32Array.from(sentenceStarts), forms}
}

/** The number of the right cluster of each mention: by its exact words, else by the word that the right words hang by. */
function labelsOf({table, parsed: {heads}}: LinkedText, clusters: readonly Cluster[], none: number): Int32Array {
  const labels = new Int32Array(table.rows.length).fill(none)
  const byKey = new Map<string, number>()
  const byHead = new Map<number, number>()
  for (const [index, {firstWord, endWord, headWord, isJoined}] of table.rows.entries()) {
    byKey.set(`${firstWord}-${endWord}`, index)
    if (!isJoined) byHead.set(headWord, index)
  }
  const loose: (readonly [number, number, number])[] = []
  for (const [number, cluster] of clusters.entries())
    for (const [first, end] of cluster) {
      const exact = byKey.get(`${first}-${end}`)
      if (exact === undefined) loose.push([first, end, number])
      else labels[exact] = number
    }
  for (const [first, end, number] of loose) {
    let top = first
    while (top < end - 1 && first <= heads[top]! && heads[top]! < end) top++
    const mention = byHead.get(top)
    if (mention !== undefined && labels[mention] === none) labels[mention] = number
  }
  return labels
}

/** The mentions whose thing was spoken of before them, whether or not we found the words. */
function knownMentions({table}: LinkedText, clusters: readonly Cluster[]): Set<number> {
  const later = new Set<string>()
  for (const cluster of clusters) {
    const first = Math.min(...cluster.map(([start]) => start))
    for (const [start, end] of cluster) if (first < start) later.add(`${start}-${end}`)
  }
  return new Set(
    table.rows.flatMap(({firstWord, endWord}, index) => (later.has(`${firstWord}-${endWord}`) ? [index] : []))
  )
}

/** Each snippet teaches one pronoun only, but one that is hard. */
const GAP_WEIGHT = 2

/** The snippets of GAP, each with one pronoun that is known. */
export function labelledGap(corpora: string, file: string, models: Omit<Models, 'chains'>): LabelledText[] {
  return readGap(corpora, file).flatMap(snippet => labelledSnippet(snippet, models) ?? [])
}

function readGap(corpora: string, file: string): GapSnippet[] {
  return readLines(join(corpora, `gap/${file}.jsonl.gz`))
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as GapSnippet)
}

function labelledSnippet(snippet: GapSnippet, models: Omit<Models, 'chains'>): LabelledText | undefined {
  const text = linkedText(findWords(snippet.text, models), models)
  const mention = text.table.rows.findIndex(({headWord}) => text.parsed.starts[headWord] === snippet.pronoun.start)
  if (mention < 0) return undefined
  const draftsAt = (span: Span) =>
    text.names.flatMap((name, index) => (overlaps(name, span) ? [text.draftByName[index]!] : []))
  const sides = [snippet.a, snippet.b]
  const right = new Set(sides.filter(({coref}) => coref).flatMap(draftsAt))
  const wrong = new Set(sides.filter(({coref}) => !coref).flatMap(draftsAt))
  if (right.size === 0 && sides.some(({coref}) => coref)) return undefined
  return {text, labels: new Int32Array(text.table.rows.length), pronoun: {mention, right, wrong}, weight: GAP_WEIGHT}
}
