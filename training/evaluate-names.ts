import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {analyse} from '../src/language/analyse.ts'
import type {EntityKind, Name, Tagged} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {findCoreNames} from '../src/language/name-model.ts'
import {findNames} from '../src/language/names.ts'
import {crossCalibrated, type Judged, uncalibrated} from './calibration.ts'
import {calibrationRow} from './calibration-row.ts'
import {findCompromiseNames} from './compromise-names.ts'
import {readGumNames} from './gum-names.ts'
import {KINDS_BY_CORPUS, type NamedText, type NameKind, readConll, readUner} from './name-corpora.ts'
import {taggedWords} from './named-words.ts'
import {besideRow, type Count, f1, f1Row, type Row, sumCounts} from './scores.ts'

/** A name as marked or found, in characters of its text. */
interface MarkedName {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
}

/** A text with its names, and what the project and compromise find in it. */
interface MarkedText {
  readonly wanted: readonly MarkedName[]
  readonly found: readonly (MarkedName & {readonly score: number})[]
  readonly compromise: readonly MarkedName[]
}

/** The set that scores are calibrated on: there a name is judged by a table made without its document. */
const CALIBRATED_ON = 'uner-ewt dev'

const KINDS = ['all', 'PER', 'ORG', 'LOC'] as const

/**
 * How well names are found on dev data, compromise beside by the same measure: exact words and kind of persons, organisations
 * and places. A set that the folder does not have is left out.
 */
export function evaluateNames(corpora: string, models: Models): Row[] {
  return Object.entries(MARKED_SETS)
    .filter(([, {file}]) => existsSync(join(corpora, file)))
    .flatMap(([on, {read}]) => {
      const texts = read(corpora, models)
      return [
        ...KINDS.map(kind => kindRow(on, texts, kind)),
        calibrationRow(
          {part: 'names', on, figure: 'calibration error'},
          on === CALIBRATED_ON ? crossCalibrated(judgedByDocument(corpora, models)) : texts.map(judgedNames)
        )
      ]
    })
}

/** A set of texts with names: the file that must be there, and how it is read. */
interface MarkedSet {
  readonly file: string
  readonly read: (corpora: string, models: Models) => MarkedText[]
}

const MARKED_SETS: Readonly<Record<string, MarkedSet>> = {
  'uner-ewt dev': wordsSet('uner-ewt/dev.iob2.gz', corpora => readUner(corpora, 'dev')),
  'gum dev': wordsSet('gum/dev.conllu.gz', corpora => readGumNames(corpora, 'dev')),
  'crossner-politics dev': conllSet('crossner-politics/dev.conll.gz', KINDS_BY_CORPUS['crossner-politics']!),
  'sec-fin5': conllSet('sec-fin5/train.conll.gz', {PER: 'PER', ORG: 'ORG', LOC: 'LOC'}),
  re3d: {
    file: 're3d/train.jsonl.gz',
    read: (corpora, models) =>
      readRe3d(corpora).map(({text, wanted}) => ({
        wanted,
        found: coreKinds(analyse(text, models).names),
        compromise: findCompromiseNames(text)
      }))
  }
}

function wordsSet(file: string, read: (corpora: string) => NamedText[]): MarkedSet {
  return {file, read: (corpora, models) => read(corpora).map(text => markedWords(text, models))}
}

function conllSet(file: string, kindByLabel: Readonly<Record<string, NameKind>>): MarkedSet {
  return wordsSet(file, corpora => readConll(join(corpora, file), kindByLabel))
}

function markedWords(corpusText: NamedText, models: Models): MarkedText {
  const words = taggedWords(corpusText, models)
  const wanted = corpusText.sentences.flatMap(({names}, sentence) =>
    names.map(({firstWord, endWord, kind}) => {
      const first = words.sentenceStarts[sentence]!
      return {start: words.starts[first + firstWord]!, end: words.ends[first + endWord - 1]!, kind}
    })
  )
  return {wanted, found: coreKinds(namesOf(words, models)), compromise: findCompromiseNames(words.text)}
}

/** Names need no trees, so words without arcs do. */
function namesOf(words: Tagged, models: Pick<Models, 'encoder' | 'names'>): Name[] {
  const flat = {
    heads: new Int32Array(words.forms.length).fill(-1),
    headScores: new Float32Array(words.forms.length),
    relations: words.forms.map(() => 'dep')
  }
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

function kindRow(on: string, texts: readonly MarkedText[], kind: (typeof KINDS)[number]): Row {
  const countsOf = (reader: 'found' | 'compromise') => texts.map(text => countHits(text.wanted, text[reader], kind))
  const row = f1Row({part: 'names', on, figure: `${kind} F1`}, countsOf('found'))
  return besideRow(row, {compromise: countsOf('compromise')})
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

function judgedNames({wanted, found}: MarkedText): Judged[] {
  const keys = new Set(wanted.map(keyOf))
  return found.map(name => ({score: name.score, isRight: keys.has(keyOf(name))}))
}

/** Every name found on uner-ewt's dev part, right or wrong, from which scores are calibrated: document by document. */
export function judgedByDocument(corpora: string, models: Pick<Models, 'encoder' | 'names'>): Judged[][] {
  const raw = {...models, names: uncalibrated(models.names)}
  return readUner(corpora, 'dev').map(text => {
    const words = taggedWords(text, raw)
    const wanted = new Set(
      text.sentences.flatMap(({names}, sentence) =>
        names.map(
          ({firstWord, endWord, kind}) =>
            `${words.sentenceStarts[sentence]! + firstWord}-${words.sentenceStarts[sentence]! + endWord}-${kind}`
        )
      )
    )
    return namesOf(words, raw).flatMap(({firstWord, endWord, kind, score}) => {
      const core = KIND_BY_ENTITY[kind]
      return core ? [{score, isRight: wanted.has(`${firstWord}-${endWord}-${core}`)}] : []
    })
  })
}

/** F1 of exact spans and kinds of the trained model alone, without lists and rules, on dev data, by name. */
export function scoreCoreNames(corpora: string, models: Pick<Models, 'encoder' | 'names'>): Record<string, number> {
  const sets = {'uner-ewt dev': readUner(corpora, 'dev'), 'gum dev': readGumNames(corpora, 'dev')}
  return Object.fromEntries(
    Object.entries(sets).flatMap(([on, texts]) => {
      const counts = texts.map(text => coreCounts(text, models))
      return KINDS.map((kind, index) => {
        const count = sumCounts(counts.map(byKind => byKind[index]!))
        return [`${on} ${kind} F1`, Math.round(f1(count) * 1000) / 10]
      })
    })
  )
}

function coreCounts(text: NamedText, models: Pick<Models, 'encoder' | 'names'>): Count[] {
  const words = taggedWords(text, models)
  const wanted = text.sentences.flatMap(({names}, sentence) => {
    const first = words.sentenceStarts[sentence]!
    return names.map(({firstWord, endWord, kind}) => ({start: first + firstWord, end: first + endWord, kind}))
  })
  const found = findCoreNames(words, models).map(({firstWord, endWord, kind}) => ({
    start: firstWord,
    end: endWord,
    kind: KIND_BY_ENTITY[kind]!
  }))
  return KINDS.map(kind => countHits(wanted, found, kind))
}
