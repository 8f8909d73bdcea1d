import type {EntityKind, Tagged} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {type CoreKind, findCoreNames} from '../src/language/name-model.ts'
import {findNames} from '../src/language/names.ts'
import {loadModels} from '../src/models.ts'
import {readGumNames} from './gum-names.ts'
import {type NamedSpan, type NamedText, type NameKind, readUner} from './name-corpora.ts'
import {taggedWords} from './named-words.ts'

/** A row of the table that `npm run evaluate` prints. */
export interface NamesRow {
  readonly part: 'names'
  readonly on: string
  readonly figure: string
  readonly value: number
}

/** How well names are found on dev data: by the trained core alone, and with lists and rules over it. */
export function evaluateNames(corpora: string, models: Models = loadModels()): NamesRow[] {
  const core = scoreCoreNames(corpora, models)
  const whole = scoresOn('uner-ewt dev', readUner(corpora, 'dev'), models, wholeNames)
  return [
    ...Object.entries(core).map(([figure, value]) => toRow('core', figure, value)),
    ...Object.entries(whole).map(([figure, value]) => toRow('with rules', figure, value))
  ]
}

function toRow(stage: string, name: string, value: number): NamesRow {
  const [, on = '', figure = ''] = /^(.*) (\S+ F1)$/.exec(name) ?? []
  return {part: 'names', on, figure: `${stage} ${figure}`, value: value / 100}
}

/** F1 of exact spans and kinds of the trained core on dev data, by name. */
export function scoreCoreNames(corpora: string, models: NameModels): Record<string, number> {
  return {
    ...scoresOn('uner-ewt dev', readUner(corpora, 'dev'), models, coreNames),
    ...scoresOn('gum dev', readGumNames(corpora, 'dev'), models, coreNames),
    ...scoresOn('gum dev news', readGumNames(corpora, 'dev', ['news', 'interview', 'bio']), models, coreNames)
  }
}

const KIND_BY_CORE: Readonly<Record<CoreKind, NameKind>> = {person: 'PER', organisation: 'ORG', place: 'LOC'}

type Finder = (words: Tagged, models: NameModels) => readonly NamedSpan[]

type NameModels = Pick<Models, 'tagger' | 'names'>

function coreNames(words: Tagged, models: NameModels): NamedSpan[] {
  return findCoreNames(words, models.names).map(({firstWord, endWord, kind}) => ({
    firstWord,
    endWord,
    kind: KIND_BY_CORE[kind]
  }))
}

/** What `findNames` finds, in the three kinds of the corpora; names need no trees. */
function wholeNames(words: Tagged, models: NameModels): NamedSpan[] {
  const flat = {heads: new Int32Array(words.forms.length).fill(-1), relations: words.forms.map(() => 'dep')}
  return findNames({...words, ...flat}, models).flatMap(({firstWord, endWord, kind}) => {
    const core = KIND_BY_ENTITY[kind]
    return core ? [{firstWord, endWord, kind: core}] : []
  })
}

const KIND_BY_ENTITY: Readonly<Partial<Record<EntityKind, NameKind>>> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC'
}

function scoresOn(on: string, texts: readonly NamedText[], models: NameModels, find: Finder): Record<string, number> {
  const counts = new Map<string, {hits: number; found: number; wanted: number}>()
  const count = (kind: string) => {
    if (!counts.has(kind)) counts.set(kind, {hits: 0, found: 0, wanted: 0})
    return counts.get(kind)!
  }
  for (const text of texts) {
    const {sentences} = text
    const words = taggedWords(text, models)
    const wanted = new Set<string>()
    for (const [index, {names}] of sentences.entries())
      for (const name of names) {
        wanted.add(spanKey(name, words.sentenceStarts[index]!))
        for (const kind of ['all', name.kind]) count(kind).wanted++
      }
    for (const name of find(words, models)) {
      const hit = wanted.has(spanKey(name, 0))
      for (const counted of ['all', name.kind]) {
        count(counted).found++
        if (hit) count(counted).hits++
      }
    }
  }
  return Object.fromEntries(
    ['all', 'PER', 'ORG', 'LOC'].map(kind => {
      const {hits, found, wanted} = count(kind)
      return [`${on} ${kind} F1`, Math.round((2000 * hits) / (found + wanted)) / 10]
    })
  )
}

function spanKey({firstWord, endWord, kind}: NamedSpan, offset: number): string {
  return `${firstWord + offset}-${endWord + offset}-${kind}`
}
