import {join} from 'node:path'
import {analyse} from '../src/language/analyse.ts'
import {findChains} from '../src/language/chains.ts'
import {SALIENCE_WEIGHTS} from '../src/language/salience-weights.ts'
import {loadModels} from '../src/models.ts'
import {type GapSnippet, joinsNames} from './evaluate-chains.ts'
import {readLines} from './name-corpora.ts'

/**
 * Set the weights of pronoun resolution one by one to what scores best on the development part of GAP, and print them.
 *
 *     node training/tune-salience.ts CORPORA [ROUNDS]
 */
const [corpora, rounds = '2'] = process.argv.slice(2)
if (!corpora) throw new TypeError('Cannot tune salience: give the folder of corpora')
const STEPS = [-0.6, -0.3, -0.15, 0.15, 0.3, 0.6]
/** GAP says nothing of these. */
const FIXED = new Set(['speaker', 'ownQuotation', 'fromQuotation', 'unnamedPerson', 'barred', 'paragraph'])
const models = loadModels()
const weights = SALIENCE_WEIGHTS as Record<string, number>
const snippets = readLines(join(corpora, 'gap/development.jsonl.gz'))
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as GapSnippet)
  .map(snippet => ({snippet, analysis: analyse(snippet.text, models, {})}))

let best = score()
console.log(best.toFixed(4))
for (let round = 0; round < Number(rounds); round++)
  for (const name of Object.keys(weights)) {
    if (FIXED.has(name)) continue
    const before = weights[name]!
    let kept = before
    for (const step of STEPS) {
      weights[name] = before + step * (name === 'word' ? 0.05 : 1)
      const value = score()
      if (best < value) {
        best = value
        kept = weights[name]!
      }
    }
    weights[name] = kept
    console.log(name, kept.toFixed(3), best.toFixed(4))
  }
console.log(weights)

/** F1 over both names of each snippet. */
function score(): number {
  let hits = 0
  let total = 0
  for (const {snippet, analysis} of snippets) {
    const joined = joinsNames(findChains(analysis, analysis.names), snippet)
    for (const side of ['a', 'b'] as const) {
      total += Number(joined[side]) + Number(snippet[side].coref)
      if (joined[side] && snippet[side].coref) hits++
    }
  }
  return (2 * hits) / total
}
