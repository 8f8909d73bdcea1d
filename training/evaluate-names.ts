import type {ModelFile} from '../src/language/model-file.ts'
import {type CoreKind, findCoreNames} from '../src/language/name-model.ts'
import {readGumNames} from './gum-names.ts'
import {type NamedSpan, type NamedText, type NameKind, readUner} from './name-corpora.ts'
import {wordsOf} from './named-words.ts'

/** F1 of exact spans and kinds of the trained core on dev data, by name. */
export function scoreCoreNames(corpora: string, model: ModelFile): Record<string, number> {
  return {
    ...scoresOn('uner-ewt dev', readUner(corpora, 'dev'), model),
    ...scoresOn('gum dev', readGumNames(corpora, 'dev'), model),
    ...scoresOn('gum dev news', readGumNames(corpora, 'dev', ['news', 'interview', 'bio']), model)
  }
}

const KIND_BY_CORE: Readonly<Record<CoreKind, NameKind>> = {person: 'PER', organisation: 'ORG', place: 'LOC'}

function scoresOn(on: string, texts: readonly NamedText[], model: ModelFile): Record<string, number> {
  const counts = new Map<string, {hits: number; found: number; wanted: number}>()
  const count = (kind: string) => {
    if (!counts.has(kind)) counts.set(kind, {hits: 0, found: 0, wanted: 0})
    return counts.get(kind)!
  }
  for (const {sentences} of texts) {
    const words = wordsOf(sentences.map(sentence => sentence.forms))
    const wanted = new Set<string>()
    for (const [index, {names}] of sentences.entries())
      for (const name of names) {
        wanted.add(spanKey(name, words.sentenceStarts[index]!))
        for (const kind of ['all', name.kind]) count(kind).wanted++
      }
    for (const {firstWord, endWord, kind} of findCoreNames(words, model)) {
      const hit = wanted.has(spanKey({firstWord, endWord, kind: KIND_BY_CORE[kind]}, 0))
      for (const counted of ['all', KIND_BY_CORE[kind]]) {
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
