import {featureKey} from '../src/language/hashing.ts'
import {HINT_COUNT} from '../src/language/name-knowledge.ts'
import type {WordGroups} from '../src/language/word-groups.ts'
import {NAME_KINDS, type NamedText} from './name-corpora.ts'
import {randomFrom} from './scores.ts'
import type {WordVectors} from './word-clusters.ts'

/** Each word's hint comes from a net that never saw the word in a text, one of so many: a hint must not be the answer. */
const FOLD_COUNT = 5
const ROUNDS = 12
const HIDDEN_COUNT = 64
/** From these probabilities on a hint is 1, 2, … 7. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7]
/** Set in the hint of every word that has a vector. */
const KNOWN = 2 ** 31

/** For each word of `groups`: of which sort of words (see HINT_COUNT) its vector says that it is, learnt from the words of `texts`. */
export function nameHints(vectors: WordVectors, texts: readonly NamedText[], groups: WordGroups): Uint32Array {
  const samples = samplesOf(vectors, texts)
  const hintByKey = new Map<number, number>()
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const net = trainNet(
      vectors,
      samples.filter(({word}) => foldOf(word) !== fold)
    )
    for (const [word, form] of vectors.words.entries())
      if (foldOf(word) === fold) addHint(hintByKey, form, net.read(word))
  }
  return Uint32Array.from(groups.words, key => hintByKey.get(key) ?? 0)
}

function addHint(hintByKey: Map<number, number>, form: string, probabilities: Float32Array) {
  const key = featureKey(form) >>> 0
  if (hintByKey.has(key)) return
  let hint = KNOWN
  for (let sort = 0; sort < HINT_COUNT; sort++) {
    const steps = STEPS.filter(step => step <= probabilities[sort]!).length
    hint += steps * 2 ** (3 * sort)
  }
  hintByKey.set(key, hint)
}

function foldOf(word: number): number {
  return (Math.imul(word, 2654435761) >>> 0) % FOLD_COUNT
}

interface Sample {
  readonly word: number
  readonly shares: Float32Array
  readonly weight: number
}

function samplesOf({words}: WordVectors, texts: readonly NamedText[]): Sample[] {
  const countsByForm = new Map<string, Float32Array>()
  for (const {sentences} of texts)
    for (const {forms, names} of sentences) {
      const sorts = new Uint8Array(forms.length)
      for (const {kind, firstWord, endWord} of names) {
        const base = 1 + 2 * NAME_KINDS.indexOf(kind)
        sorts.fill(base + 1, firstWord, endWord)
        // A person's only word is like a last one; a body's or place's like a first one.
        if (kind !== 'PER' || 1 < endWord - firstWord) sorts[firstWord] = base
      }
      for (const [word, form] of forms.entries()) {
        const lower = form.toLowerCase()
        const counts = countsByForm.get(lower) ?? new Float32Array(HINT_COUNT)
        counts[sorts[word]!]!++
        countsByForm.set(lower, counts)
      }
    }
  return words.flatMap((form, word) => {
    const counts = countsByForm.get(form)
    if (!counts) return []
    const total = counts.reduce((sum, count) => sum + count)
    const isPlain = counts[0] === total && 5 < total
    return [
      {word, shares: counts.map(count => count / total), weight: Math.min(4, Math.sqrt(total)) * (isPlain ? 0.5 : 1)}
    ]
  })
}

/** One hidden layer over the vector, AdaGrad. */
function trainNet({vectors, dimensionCount}: WordVectors, samples: Sample[]) {
  const random = randomFrom(1)
  const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random())
  const inner = Float32Array.from({length: HIDDEN_COUNT * dimensionCount}, () => gauss() * 0.3)
  const outer = Float32Array.from({length: HINT_COUNT * HIDDEN_COUNT}, () => gauss() * 0.1)
  const innerBias = new Float32Array(HIDDEN_COUNT)
  const outerBias = new Float32Array(HINT_COUNT)
  const innerSquares = new Float32Array(inner.length).fill(1e-3)
  const outerSquares = new Float32Array(outer.length).fill(1e-3)
  const hidden = new Float32Array(HIDDEN_COUNT)
  const slopes = new Float32Array(HIDDEN_COUNT)
  const output = new Float32Array(HINT_COUNT)

  function read(word: number): Float32Array {
    const from = word * dimensionCount
    for (let unit = 0; unit < HIDDEN_COUNT; unit++) {
      let sum = innerBias[unit]!
      for (let d = 0; d < dimensionCount; d++) sum += inner[unit * dimensionCount + d]! * vectors[from + d]!
      hidden[unit] = Math.tanh(sum)
    }
    let total = 0
    for (let sort = 0; sort < HINT_COUNT; sort++) {
      let sum = outerBias[sort]!
      for (let unit = 0; unit < HIDDEN_COUNT; unit++) sum += outer[sort * HIDDEN_COUNT + unit]! * hidden[unit]!
      output[sort] = Math.exp(sum)
      total += output[sort]!
    }
    for (let sort = 0; sort < HINT_COUNT; sort++) output[sort]! /= total
    return output
  }

  function learn({word, shares, weight}: Sample) {
    read(word)
    slopes.fill(0)
    for (let sort = 0; sort < HINT_COUNT; sort++) {
      const slope = weight * (output[sort]! - shares[sort]!)
      outerBias[sort]! -= 0.01 * slope
      for (let unit = 0; unit < HIDDEN_COUNT; unit++) {
        const at = sort * HIDDEN_COUNT + unit
        slopes[unit]! += slope * outer[at]!
        step(outer, outerSquares, at, slope * hidden[unit]! + 1e-5 * outer[at]!)
      }
    }
    for (let unit = 0; unit < HIDDEN_COUNT; unit++) {
      const slope = slopes[unit]! * (1 - hidden[unit]! ** 2)
      innerBias[unit]! -= 0.01 * slope
      for (let d = 0; d < dimensionCount; d++)
        step(inner, innerSquares, unit * dimensionCount + d, slope * vectors[word * dimensionCount + d]!)
    }
  }

  const order = [...samples]
  for (let round = 0; round < ROUNDS; round++) {
    for (let last = order.length - 1; 0 < last; last--) {
      const other = Math.floor(random() * (last + 1))
      ;[order[last], order[other]] = [order[other]!, order[last]!]
    }
    for (const sample of order) learn(sample)
  }
  return {read}
}

function step(weights: Float32Array, squares: Float32Array, at: number, slope: number) {
  squares[at]! += slope * slope
  weights[at]! -= (0.05 * slope) / Math.sqrt(squares[at]!)
}
