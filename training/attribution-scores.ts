import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import type {Models} from '../src/language/models.ts'
import {gatherMaterial} from '../src/reading/material.ts'
import {findProductions} from '../src/reading/productions.ts'
import {scoreFeatures} from '../src/reading/statement-scores.ts'
import {findAttributed} from '../src/reading/statements.ts'
import {isMarked} from './evaluate-polnear.ts'
import type {PolnearText} from './polnear.ts'
import {attributionOf} from './polnear-relations.ts'

/** So often all examples are gone over, and so strongly weights are held near zero. */
const ROUNDS = 3000
const RATE = 0.5
const PULL = 0.002

/**
 * Weights by which what is known of a statement says how likely it is right: logistic regression on articles that the network
 * has not learnt from. A statement inside another is left out, as PolNeAR marks none.
 */
export function scoreWeights(texts: readonly PolnearText[], models: Models): number[] {
  const examples = texts.flatMap(text => examplesIn(text, models))
  const weights = new Array<number>(examples[0]!.features.length).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, place) => (place === 0 ? 0 : PULL * weight))
    for (const {features, isRight} of examples) {
      const sum = features.reduce((total, value, place) => total + value * weights[place]!, 0)
      const miss = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0)
      for (const [place, value] of features.entries()) gradient[place]! += (miss * value) / examples.length
    }
    for (const [place, slope] of gradient.entries()) weights[place]! -= RATE * slope
  }
  return weights.map(weight => Math.round(weight * 10_000) / 10_000)
}

function examplesIn(text: PolnearText, models: Models) {
  const document = takeIn({
    ref: text.id,
    bytes: new TextEncoder().encode(text.text),
    published: text.published,
    format: 'text'
  })
  const analysis = analyse(document.text, models, {spans: readSpans(document), published: text.published})
  const material = gatherMaterial(document, analysis)
  const {said, held} = findAttributed(material, findProductions(material).productions, models)
  const all = [...said, ...held].filter(({claim, draft}) => claim.parent === undefined && draft.heard)
  const marked = isMarked(
    text,
    all.map(({claim}) => attributionOf(document.text, claim))
  )
  return all.map(({draft, speaker}, index) => ({features: scoreFeatures(draft, speaker), isRight: marked[index]!}))
}
