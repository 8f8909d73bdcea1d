import type {ModelFile} from '../src/language/model-file.ts'
import type {Models} from '../src/language/models.ts'
import {labelledGap, labelledGum, labelledNovels} from './link-corpora.ts'
import {learnLinks} from './link-learner.ts'

/** A weight is kept in 8 bits; larger ones are cut. */
const STEPS_MAX = 127
/** Hardly one weight in ten thousand is larger. */
const LARGEST_WEIGHT = 1.6
/** After the first round, by the labels, the learner follows its own answers; later rounds only learn the texts by heart. */
const EPOCH_COUNT = 3
/** Softens scores so that the table that calibrates them has cases in every bin. */
const SHARPNESS = 0.7

/** What the weights come from. */
export const CHAINS_DATA = [
  {
    corpus: 'GUM as OntoGUM, train, documents free of non-commercial terms',
    licence: 'CC BY 4.0; texts CC BY 2.5 to CC BY-SA 3.0'
  },
  {corpus: 'LitBank, train', licence: 'CC BY 4.0'},
  {corpus: 'GAP, development', licence: 'Apache-2.0; texts CC BY-SA 3.0'}
]

/** What a model file of links holds beside its head. */
type Stored = Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>}

/** Learn what pronouns and descriptions mean: from GUM, LitBank, and the snippets of GAP's development part that `keep` says. */
export function trainChains(
  corpora: string,
  models: Omit<Models, 'chains'>,
  keep: (snippet: number) => boolean = () => true
): Stored {
  const gap = labelledGap(corpora, 'development', models).filter((_, snippet) => keep(snippet))
  const texts = [...labelledGum(corpora, models), ...labelledNovels(corpora, models), ...gap]
  return storedWeights(learnLinks(texts, {epochCount: EPOCH_COUNT}))
}

function storedWeights(weights: Float32Array): Stored {
  const scale = LARGEST_WEIGHT / STEPS_MAX
  const steps = Int8Array.from(weights, weight => Math.max(-STEPS_MAX, Math.min(STEPS_MAX, Math.round(weight / scale))))
  return {arrays: {weights: steps}, settings: {scale, sharpness: SHARPNESS}}
}
