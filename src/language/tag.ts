import type {Tagged, Upos, Words} from './analysis.ts'
import {addScores, type FeatureTable, readFeatureTable} from './feature-table.ts'
import {type Lemmatiser, lemmaOf, readLemmatiser} from './lemmas.ts'
import type {ModelFile} from './model-file.ts'
import type {Models} from './models.ts'
import {TAG_FEATURE_COUNT, type TagPlace, tagFeatures} from './tag-features.ts'
import {type WordColumns, wordColumns} from './word-columns.ts'
import {readWordGroups, type WordGroups} from './word-groups.ts'

/** A tagger as it stands in memory. */
interface Tagger {
  readonly upos: readonly Upos[]
  readonly xpos: readonly string[]
  readonly table: FeatureTable
  readonly lemmatiser: Lemmatiser
  readonly groups: WordGroups
}

/** Tag each word with its part of speech (UPOS and the Penn tag, chosen as one, from left to right) and give its lemma. */
export function tag(words: Words, {tagger: file}: Pick<Models, 'tagger'>): Tagged {
  const tagger = taggerOf(file)
  const tags = tagNumbers(words, wordColumns(words, tagger.groups), tagger)
  const upos = Array.from(tags, number => tagger.upos[number]!)
  const xpos = Array.from(tags, number => tagger.xpos[number]!)
  return {...words, upos, xpos, lemmas: words.forms.map((form, word) => lemmaOf(tagger.lemmatiser, form, xpos[word]!))}
}

const taggers = new WeakMap<ModelFile, Tagger>()

/** The tagger in `file`, made ready once. */
function taggerOf(file: ModelFile): Tagger {
  const known = taggers.get(file)
  if (known) return known
  const labels = (file.head.settings['labels'] as string[]).map(label => label.split(' '))
  const tagger = {
    upos: labels.map(([upos]) => upos as Upos),
    xpos: labels.map(([, xpos]) => xpos!),
    table: readFeatureTable(file),
    lemmatiser: readLemmatiser(file),
    groups: readWordGroups(file)
  }
  taggers.set(file, tagger)
  return tagger
}

function tagNumbers({sentenceStarts, starts}: Words, columns: WordColumns, {table, upos}: Tagger): Uint8Array {
  const tags = new Uint8Array(starts.length)
  const keys = new Int32Array(TAG_FEATURE_COUNT)
  const scores = new Int32Array(upos.length)
  const place: TagPlace = {sentenceStart: 0, sentenceEnd: 0, word: 0, tagBefore: -1, tagBeforeThat: -1}
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    place.sentenceStart = sentenceStarts[sentence]!
    place.sentenceEnd = sentenceStarts[sentence + 1]!
    place.tagBefore = -1
    place.tagBeforeThat = -1
    for (place.word = place.sentenceStart; place.word < place.sentenceEnd; place.word++) {
      tagFeatures(columns, place, keys)
      scores.fill(0)
      for (let feature = 0; feature < TAG_FEATURE_COUNT; feature++) addScores(table, keys[feature]!, scores)
      const best = highest(scores)
      tags[place.word] = best
      place.tagBeforeThat = place.tagBefore
      place.tagBefore = best
    }
  }
  return tags
}

function highest(scores: Int32Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[best]! < scores[label]!) best = label
  return best
}
