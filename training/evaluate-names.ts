import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import nlp from 'compromise'
import {analyse} from '../src/language/analyse.ts'
import type {EntityKind, Name, Tagged} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {findCoreNames} from '../src/language/name-model.ts'
import {findNames} from '../src/language/names.ts'
import {calibrationError, type Judged} from './calibration.ts'
import {readGumNames} from './gum-names.ts'
import {KINDS_BY_CORPUS, type NamedText, type NameKind, readConll, readUner} from './name-corpora.ts'
import {taggedWords} from './named-words.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row} from './scores.ts'

/** A name as marked or found, in characters of its text. */
interface MarkedName {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
}

/** A text with its names, and what the project finds in it. */
interface MarkedText {
  readonly text: string
  readonly wanted: readonly MarkedName[]
  readonly found: readonly (MarkedName & {readonly score: number})[]
}

const KINDS = ['all', 'PER', 'ORG', 'LOC'] as const

/** How well names are found on dev data, compromise beside by the same measure: exact words and kind of persons, organisations and places. */
export function evaluateNames(corpora: string, models: Models): Row[] {
  return Object.entries(markedSets(corpora, models)).flatMap(([on, texts]) => [
    ...KINDS.map(kind => toRow(on, `${kind} F1`, texts, ({found}) => found, kind)),
    toRow(on, 'compromise all F1', texts, ({text}) => compromiseNames(text), 'all'),
    {part: 'names', on, figure: 'calibration error', value: calibrationError(judgedNames(texts))}
  ])
}

function markedSets(corpora: string, models: Models): Record<string, MarkedText[]> {
  const given = (texts: readonly NamedText[]) => texts.map(text => markedWords(text, models))
  return {
    'uner-ewt dev': given(readUner(corpora, 'dev')),
    'gum dev': given(readGumNames(corpora, 'dev')),
    'crossner-politics dev': given(
      readConll(join(corpora, 'crossner-politics/dev.conll.gz'), KINDS_BY_CORPUS['crossner-politics']!)
    ),
    'sec-fin5': given(readConll(join(corpora, 'sec-fin5/train.conll.gz'), {PER: 'PER', ORG: 'ORG', LOC: 'LOC'})),
    re3d: readRe3d(corpora).map(({text, wanted}) => ({text, wanted, found: coreKinds(analyse(text, models).names)}))
  }
}

function markedWords(corpusText: NamedText, models: Models): MarkedText {
  const words = taggedWords(corpusText, models)
  const wanted = corpusText.sentences.flatMap(({names}, sentence) =>
    names.map(({firstWord, endWord, kind}) => {
      const first = words.sentenceStarts[sentence]!
      return {start: words.starts[first + firstWord]!, end: words.ends[first + endWord - 1]!, kind}
    })
  )
  return {text: words.text, wanted, found: coreKinds(namesOf(words, models))}
}

/** Names need no trees, so words without arcs do. */
function namesOf(words: Tagged, models: Pick<Models, 'names'>): Name[] {
  const flat = {heads: new Int32Array(words.forms.length).fill(-1), relations: words.forms.map(() => 'dep')}
  return findNames({...words, ...flat}, models)
}

function coreKinds(names: readonly Name[]): MarkedText['found'] {
  return names.flatMap(({start, end, kind, score}) => {
    const core = KIND_BY_ENTITY[kind]
    return core ? [{start, end, kind: core, score}] : []
  })
}

const KIND_BY_ENTITY: Readonly<Partial<Record<EntityKind, NameKind>>> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC'
}

interface Re3dEntity {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly confidence: number
}

/** Entities that readers agreed on and that have a capital, less article and overlap: re3d also marks descriptions in small letters. */
function readRe3d(corpora: string): {text: string; wanted: MarkedName[]}[] {
  const kinds: Readonly<Record<string, NameKind>> = {Person: 'PER', Organisation: 'ORG', Location: 'LOC'}
  const lines = gunzipSync(readFileSync(join(corpora, 're3d/train.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  return lines.map(line => {
    const {text, entities} = JSON.parse(line) as {text: string; entities: Re3dEntity[]}
    const wanted: MarkedName[] = []
    for (const {start, end, type, confidence} of entities.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const kind = kinds[type]
      const article = /^(?:the|a|an)\s+/i.exec(text.slice(start, end))?.[0].length ?? 0
      if (!kind || confidence < 0.5 || !/^\p{Lu}/u.test(text.slice(start + article, end))) continue
      if (start + article < (wanted.at(-1)?.end ?? 0)) continue
      wanted.push({start: start + article, end, kind})
    }
    return {text, wanted}
  })
}

/** What compromise calls people, organizations and places, less article and what stands beside the words. */
function compromiseNames(text: string): MarkedName[] {
  const document = nlp(text)
  const marked = (views: unknown, kind: NameKind) =>
    (views as {json: (options: object) => {offset: {start: number; length: number}}[]})
      .json({offset: true})
      .map(({offset}) => trimmed(text, offset.start, offset.start + offset.length, kind))
  return [
    ...marked(document.people(), 'PER'),
    ...marked(document.organizations(), 'ORG'),
    ...marked(document.places(), 'LOC')
  ]
}

function trimmed(text: string, from: number, to: number, kind: NameKind): MarkedName {
  const words = text.slice(from, to)
  const before = /^(?:[^\p{L}\p{N}]*(?:(?:the|a|an)\s)?)/iu.exec(words)![0].length
  const after = /(?:\s?['’]s)?[^\p{L}\p{N}]*$/u.exec(words)![0].length
  return {start: from + before, end: Math.max(from + before, to - after), kind}
}

function toRow(
  on: string,
  figure: string,
  texts: readonly MarkedText[],
  find: (text: MarkedText) => readonly MarkedName[],
  kind: (typeof KINDS)[number]
): Row {
  const counts = texts.map(text => countHits(text.wanted, find(text), kind))
  const count = counts.reduce(addCounts, NO_COUNT)
  return {part: 'names', on, figure, value: f1(count), interval: f1Interval(counts), count}
}

function countHits(wanted: readonly MarkedName[], found: readonly MarkedName[], kind: (typeof KINDS)[number]): Count {
  const isOf = (name: MarkedName) => kind === 'all' || name.kind === kind
  const keys = new Set(wanted.filter(isOf).map(keyOf))
  const foundKeys = found.filter(isOf).map(keyOf)
  return {hits: foundKeys.filter(key => keys.has(key)).length, found: foundKeys.length, wanted: keys.size}
}

function keyOf({start, end, kind}: MarkedName): string {
  return `${start}-${end}-${kind}`
}

function judgedNames(texts: readonly MarkedText[]): Judged[] {
  return texts.flatMap(({wanted, found}) => {
    const keys = new Set(wanted.map(keyOf))
    return found.map(name => ({score: name.score, isRight: keys.has(keyOf(name))}))
  })
}

/** Every name found on uner-ewt's dev part, right or wrong, from which scores are calibrated: document by document. */
export function judgedByDocument(corpora: string, models: Pick<Models, 'tagger' | 'names'>): Judged[][] {
  return readUner(corpora, 'dev').map(text => {
    const words = taggedWords(text, models)
    const wanted = new Set(
      text.sentences.flatMap(({names}, sentence) =>
        names.map(
          ({firstWord, endWord, kind}) =>
            `${words.sentenceStarts[sentence]! + firstWord}-${words.sentenceStarts[sentence]! + endWord}-${kind}`
        )
      )
    )
    return namesOf(words, models).flatMap(({firstWord, endWord, kind, score}) => {
      const core = KIND_BY_ENTITY[kind]
      return core ? [{score, isRight: wanted.has(`${firstWord}-${endWord}-${core}`)}] : []
    })
  })
}

/** F1 of exact spans and kinds of the trained model alone, without lists and rules, on dev data, by name. */
export function scoreCoreNames(corpora: string, models: Pick<Models, 'tagger' | 'names'>): Record<string, number> {
  const sets = {'uner-ewt dev': readUner(corpora, 'dev'), 'gum dev': readGumNames(corpora, 'dev')}
  return Object.fromEntries(
    Object.entries(sets).flatMap(([on, texts]) => {
      const counts = texts.map(text => coreCounts(text, models))
      return KINDS.map((kind, index) => {
        const count = counts.map(byKind => byKind[index]!).reduce(addCounts, NO_COUNT)
        return [`${on} ${kind} F1`, Math.round(f1(count) * 1000) / 10]
      })
    })
  )
}

function coreCounts(text: NamedText, models: Pick<Models, 'tagger' | 'names'>): Count[] {
  const words = taggedWords(text, models)
  const wanted = text.sentences.flatMap(({names}, sentence) => {
    const first = words.sentenceStarts[sentence]!
    return names.map(({firstWord, endWord, kind}) => ({start: first + firstWord, end: first + endWord, kind}))
  })
  const found = findCoreNames(words, models.names).map(({firstWord, endWord, kind}) => ({
    start: firstWord,
    end: endWord,
    kind: KIND_BY_ENTITY[kind]!
  }))
  return KINDS.map(kind => countHits(wanted, found, kind))
}
