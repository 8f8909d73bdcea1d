import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import type {Tagged} from '../src/language/analysis.ts'
import {type FeatureRow, featureArrays} from '../src/language/feature-table.ts'
import {featureKey} from '../src/language/hashing.ts'
import {readModelFile, writeModelFile} from '../src/language/model-file.ts'
import {FEATURES_MAX, nameFeatures, type WordKnowledge} from '../src/language/name-features.ts'
import {isAllowed, knowledgeOf, LABEL_COUNT} from '../src/language/name-model.ts'
import {readWordGroups, wordGroupArrays} from '../src/language/word-groups.ts'
import {loadModels} from '../src/models.ts'
import {type Crf, type LabelledSentence, trainCrf} from './crf.ts'
import {scoreCoreNames} from './evaluate-names.ts'
import {readGumNames} from './gum-names.ts'
import {KINDS_BY_CORPUS, NAME_KINDS, type NamedText, readConll, readUner} from './name-corpora.ts'
import {taggedWords} from './named-words.ts'

/**
 * Train models/names.model.
 *
 *     node training/train-names.ts --corpora DIR --clusters FILE [--c2 N] [--epochs N] [--prune N] [--out FILE]
 *
 * FILE of clusters is what training/make-word-clusters.ts writes; by default the groups in the present models/names.model stay.
 */
const {values} = parseArgs({
  options: {
    corpora: {type: 'string', default: new URL('../../shared/corpora', import.meta.url).pathname},
    clusters: {type: 'string', default: new URL('../models/names.model', import.meta.url).pathname},
    c2: {type: 'string', default: '10'},
    epochs: {type: 'string', default: '10'},
    prune: {type: 'string', default: '0.012'},
    extra: {type: 'string', default: 'wikigold,crossner-politics,btc,wnut17'},
    out: {type: 'string', default: new URL('../models/names.model', import.meta.url).pathname}
  }
})
/** Parts of persons' names that at least this many people in Wikidata bear. */
const BEARERS_MIN = 10
/** Or at least so many persons of the OFAC list. */
const LISTED_MIN = 3
const corpora = values.corpora
const knowledge = {
  ...wordGroupArrays(readWordGroups(readModelFile(readFileSync(values.clusters)))),
  nameParts: nameParts(corpora)
}
const {tagger} = loadModels()
const texts = trainingTexts().map(text => ({text, words: taggedWords(text, {tagger})}))
console.log(`${texts.length} texts`)
const {sentences, keys} = encode(texts, knowledgeOf({arrays: knowledge}))
console.log(`${sentences.length} sentences, ${keys.length} features`)
const crf = trainCrf(sentences, {
  labelCount: LABEL_COUNT,
  featureCount: keys.length,
  allowed: isAllowed,
  c2: Number(values.c2),
  epochCount: Number(values.epochs),
  onEpoch: epoch => console.log(`epoch ${epoch + 1} ${(performance.now() / 1000).toFixed(0)} s`)
})
const bytes = pack(crf, keys, Number(values.prune), knowledge, {})
const scores = scoreCoreNames(corpora, {tagger, names: readModelFile(bytes)})
console.log(scores)
const packed = pack(crf, keys, Number(values.prune), knowledge, scores)
writeFileSync(values.out, packed)
console.log(`${values.out}: ${(packed.length / 1e6).toFixed(2)} MB`)

interface TaggedText {
  readonly text: NamedText
  readonly words: Tagged
}

function trainingTexts(): NamedText[] {
  const extra = values.extra.split(',').filter(name => name !== '')
  return [
    ...readUner(corpora, 'train'),
    ...readGumNames(corpora, 'train'),
    ...extra.flatMap(name => {
      const files = name === 'wikigold' ? ['all'] : name === 'crossner-politics' ? ['train', 'dev'] : ['train']
      return files.flatMap(file => readConll(`${corpora}/${name}/${file}.conll.gz`, KINDS_BY_CORPUS[name]!))
    })
  ]
}

function nameParts(folder: string): Uint32Array {
  const read = (file: string) =>
    gunzipSync(readFileSync(`${folder}/names/${file}`))
      .toString('utf8')
      .trim()
      .split('\n')
  const counts = new Map<string, number>()
  const add = (part: string, count: number) => counts.set(part, (counts.get(part) ?? 0) + count)
  for (const line of read('transliteration.tsv.gz').slice(1)) {
    const [, latin = '', , count = '0'] = line.split('\t')
    if (BEARERS_MIN <= Number(count)) add(latin, BEARERS_MIN)
  }
  for (const line of read('sdn.jsonl.gz')) {
    const {type, name, aliases} = JSON.parse(line) as {type: string; name: string; aliases: {name: string}[]}
    if (type !== 'individual') continue
    const all = [name, ...aliases.map(alias => alias.name)].join(' ').toLowerCase()
    for (const part of new Set(all.match(/\p{L}+/gu))) add(part, BEARERS_MIN / LISTED_MIN)
  }
  for (const line of read('surnames.csv.gz').slice(1)) add((line.split(',').at(-1) ?? '').toLowerCase(), BEARERS_MIN)
  const parts = [...counts].filter(([part, count]) => BEARERS_MIN <= count && 2 < part.length).map(([part]) => part)
  return Uint32Array.from(new Set(parts.map(part => featureKey(part) >>> 0))).sort()
}

function encode(all: readonly TaggedText[], words: WordKnowledge) {
  const counts = new Map<number, number>()
  eachWord(all, words, (features, count) => {
    for (let place = 0; place < count; place++) counts.set(features[place]!, (counts.get(features[place]!) ?? 0) + 1)
  })
  const idByKey = new Map<number, number>()
  for (const [key, count] of counts) if (2 <= count) idByKey.set(key, idByKey.size)
  counts.clear()
  const sentences: LabelledSentence[] = []
  let features: number[] = []
  let starts = [0]
  eachWord(
    all,
    words,
    (found, count) => {
      for (let place = 0; place < count; place++) {
        const id = idByKey.get(found[place]!)
        if (id !== undefined) features.push(id)
      }
      starts.push(features.length)
    },
    labels => {
      sentences.push({features: Int32Array.from(features), starts: Int32Array.from(starts), labels})
      features = []
      starts = [0]
    }
  )
  return {sentences, keys: Int32Array.from(idByKey.keys())}
}

function eachWord(
  all: readonly TaggedText[],
  knowledgeOfWords: WordKnowledge,
  onWord: (features: Int32Array, count: number) => void,
  onSentence?: (labels: Uint8Array) => void
) {
  const buffer = new Int32Array(FEATURES_MAX)
  for (const {text, words} of all) {
    const read = nameFeatures(words, knowledgeOfWords)
    for (const [index, {forms, names}] of text.sentences.entries()) {
      const first = words.sentenceStarts[index]!
      for (let word = 0; word < forms.length; word++) onWord(buffer, read(first + word, buffer))
      if (!onSentence) continue
      const labels = new Uint8Array(forms.length)
      for (const {kind, firstWord, endWord} of names) {
        const base = 1 + 4 * NAME_KINDS.indexOf(kind)
        for (let word = firstWord; word < endWord; word++) labels[word] = base + 1
        labels[firstWord] = base
        labels[endWord - 1] = endWord - firstWord === 1 ? base + 3 : base + 2
      }
      onSentence(labels)
    }
  }
}

function pack(
  {weights, transitions, labelCount}: Crf,
  keysOfFeatures: Int32Array,
  weightMin: number,
  arrays: typeof knowledge,
  devScores: Record<string, number>
): Uint8Array {
  const rows = new Map<number, FeatureRow>()
  for (const [feature, key] of keysOfFeatures.entries()) {
    const kept: number[] = []
    for (let label = 0; label < labelCount; label++)
      if (weightMin <= Math.abs(weights[feature * labelCount + label]!)) kept.push(label)
    if (kept.length) rows.set(key, {labels: kept, weights: kept.map(label => weights[feature * labelCount + label]!)})
  }
  console.log(`${rows.size} features kept`)
  const table = featureArrays(rows)
  return writeModelFile({
    head: {
      name: 'names',
      version: '1',
      data: [
        {corpus: 'Universal NER English EWT (train)', licence: 'CC BY-SA 4.0'},
        {corpus: 'GUM (train, documents free of non-commercial terms)', licence: 'CC BY 4.0, CC BY-SA 3.0, CC BY 2.5'},
        {corpus: 'Wikigold', licence: 'CC BY 4.0'},
        {corpus: 'CrossNER politics (train, dev)', licence: 'MIT; texts CC BY-SA 3.0'},
        {corpus: 'Broad Twitter Corpus (train)', licence: 'CC BY 4.0'},
        {corpus: 'WNUT 2017 (train)', licence: 'CC BY 4.0'},
        {corpus: 'GloVe 6B, in groups of like words', licence: 'PDDL'},
        {corpus: 'NETransliteration-COLING2018, Latin name parts', licence: 'CC0'},
        {corpus: 'OFAC SDN list, parts of persons’ names', licence: 'public domain'},
        {corpus: 'popular-names-by-country, surnames', licence: 'CC0'}
      ],
      licence: 'CC BY-SA 4.0',
      trained: new Date().toISOString().slice(0, 10),
      scores: devScores,
      settings: table.settings
    },
    arrays: {...table.arrays, transitions: Float32Array.from(transitions), ...arrays}
  })
}
