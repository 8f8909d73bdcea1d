import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {HONORIFICS, TITLE_PARTS} from '../src/language/gazetteer/titles.ts'
import {type NamedSentence, type NamedSpan, type NamedText, type NameKind, readLines} from './name-corpora.ts'

/** GUM's nested entities as flat names: outermost ones of a person, organisation or place whose head is a proper noun, less article and title. */
export function readGumNames(corpora: string, part: 'train' | 'dev', genres?: readonly string[]): NamedText[] {
  const wanted = publishableDocuments(corpora, part, genres)
  const texts: {id: string; sentences: NamedSentence[]}[] = []
  let rows: string[][] = []
  let open = new Map<string, GumEntity>()
  let keep = false
  for (const line of readLines(join(corpora, `gum/${part}.conllu.gz`))) {
    if (line.startsWith('# newdoc id')) {
      const id = line.split('= ')[1]!
      keep = wanted.has(id)
      open = new Map()
      if (keep) texts.push({id, sentences: []})
    } else if (line === '') {
      if (keep && rows.length) texts.at(-1)!.sentences.push(sentenceOf(rows, open))
      rows = []
    } else if (/^\d+\t/.test(line)) rows.push(line.split('\t'))
  }
  return texts
}

function publishableDocuments(corpora: string, part: string, genres: readonly string[] | undefined): Set<string> {
  const lines = readFileSync(join(corpora, 'gum/documents.tsv'), 'utf8').split('\n').slice(1)
  const rows = lines.map(line => line.split('\t'))
  return new Set(
    rows
      .filter(row => row[1] === part && row.at(-1) !== 'no' && (!genres || genres.includes(row[2]!)))
      .map(row => row[0]!)
  )
}

interface GumEntity {
  readonly type: string
  readonly firstWord: number
  endWord: number
}

const KIND_BY_TYPE: Readonly<Record<string, NameKind>> = {person: 'PER', organization: 'ORG', place: 'LOC'}

function sentenceOf(rows: readonly string[][], open: Map<string, GumEntity>): NamedSentence {
  const entities: GumEntity[] = []
  open.clear()
  for (const [word, row] of rows.entries()) {
    const entity = /Entity=([^|]*)/.exec(row[9]!)?.[1] ?? ''
    for (const [bracket] of entity.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      if (bracket.startsWith('(')) {
        const [id = '', type = ''] = bracket.slice(1).replace(/\)$/, '').split('-')
        const opened = {type, firstWord: word, endWord: word + 1}
        if (bracket.endsWith(')')) entities.push(opened)
        else open.set(`${id}@${open.size}`, opened)
      } else {
        const id = bracket.slice(0, -1)
        const key = [...open.keys()].reverse().find(candidate => candidate.startsWith(`${id}@`))
        if (!key) continue
        entities.push({...open.get(key)!, endWord: word + 1})
        open.delete(key)
      }
    }
  }
  return {forms: rows.map(row => row[1]!), names: outermost(entities.flatMap(entity => nameOf(entity, rows)))}
}

const TITLES = new Set(`${HONORIFICS} ${TITLE_PARTS}`.toLowerCase().split(/\s+/))

/** The proper nouns around the head of an entity, less titles of persons; nothing where the head is no proper noun. */
function nameOf({type, firstWord, endWord}: GumEntity, rows: readonly string[][]): NamedSpan[] {
  const kind = KIND_BY_TYPE[type]
  const head = headOf(rows, firstWord, endWord)
  if (!kind || rows[head]?.[3] !== 'PROPN') return []
  let first = head
  let end = head + 1
  while (firstWord < first && isNameWord(rows, first - 1, head)) first--
  while (end < endWord && (isNameWord(rows, end, head) || isJoint(rows, end, endWord))) end++
  while (first < end - 1 && isEdge(rows[first]!)) first++
  while (first < end - 1 && isEdge(rows[end - 1]!)) end--
  if (kind === 'PER') while (first < end - 1 && TITLES.has(rows[first]![1]!.toLowerCase())) first++
  return [{kind, firstWord: first, endWord: end}]
}

function headOf(rows: readonly string[][], firstWord: number, endWord: number): number {
  for (let word = firstWord; word < endWord; word++) {
    const head = Number(rows[word]![6]) - 1
    if (head < firstWord || endWord <= head) return word
  }
  return firstWord
}

function isNameWord(rows: readonly string[][], word: number, head: number): boolean {
  const row = rows[word]!
  if (row[3] === 'PROPN') return true
  const near = Math.abs(Number(row[6]) - 1 - head) < 6
  return near && /^(?:flat|compound|amod|punct|nummod)/.test(row[7]!) && (/^\p{Lu}/u.test(row[1]!) || row[1] === '-')
}

function isJoint(rows: readonly string[][], word: number, endWord: number): boolean {
  const next = rows[word + 1]
  const afterNext = rows[word + 2]
  if (!/^(?:of|the|and|for|&|in|on)$/.test(rows[word]![1]!) || endWord <= word + 1) return false
  return next![3] === 'PROPN' || (next![1] === 'the' && word + 2 < endWord && afterNext?.[3] === 'PROPN')
}

function isEdge(row: string[]): boolean {
  return row[3] === 'PUNCT' || /^(?:the|a|an|'s|’s|and|of)$/i.test(row[1]!)
}

function outermost(spans: readonly NamedSpan[]): NamedSpan[] {
  const kept: NamedSpan[] = []
  const byLength = spans.toSorted((a, b) => b.endWord - b.firstWord - (a.endWord - a.firstWord))
  for (const span of byLength)
    if (!kept.some(other => span.firstWord < other.endWord && other.firstWord < span.endWord)) kept.push(span)
  return kept.sort((a, b) => a.firstWord - b.firstWord)
}
