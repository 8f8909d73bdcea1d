import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import type {Analysis} from '../src/language/analysis.ts'
import {type FeatureRow, featureArrays} from '../src/language/feature-table.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import type {Models} from '../src/language/models.ts'
import {readWordGroups, type WordGroups} from '../src/language/word-groups.ts'
import {gatherMaterial, type Material} from '../src/reading/material.ts'
import type {WordBounds} from '../src/reading/relation-draft.ts'
import {findRelations} from '../src/reading/relations.ts'
import {findRoles} from '../src/reading/roles.ts'
import {type TieCandidate, tieCandidates} from '../src/reading/tie-candidates.ts'
import {tieFeatures} from '../src/reading/tie-features.ts'
import {TIE_KINDS} from '../src/reading/tie-kinds.ts'
import {tellingKey} from '../src/reading/tie-model.ts'
import {tellingWord} from '../src/reading/tie-paths.ts'
import {entityIdOf, withUnnamed} from '../src/reading/unnamed-people.ts'
import {overlaps} from '../src/text/span.ts'
import {calibrationTable, type Judged} from './calibration.ts'
import {type PassageText, readKnowledgeNet} from './knowledgenet.ts'
import {FROM_BODY, PROPERTY_BY_TIE} from './knowledgenet-facts.ts'
import {readPolnear} from './polnear.ts'
import {randomFrom} from './scores.ts'

type Stored = Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>}
type Given = Omit<Models, 'ties'>

/** What the weights come from. */
export const TIES_DATA = [
  {corpus: 'KnowledgeNet, folds 1 and 2 of train', licence: 'CC BY-SA 4.0; texts of web pages and Wikipedia'}
]

/** Fold 3 is the dev set. */
const TRAIN_FOLDS = [1, 2] as const

/** Learn how two things of a sentence are tied, from the facts of KnowledgeNet. */
export function trainTies(corpora: string, models: Given, folds: readonly number[] = TRAIN_FOLDS): Stored {
  const byFold = folds.map(fold => tieExamples(readKnowledgeNet(corpora, fold), models))
  const news = newsExamples(corpora, models)
  const {arrays, settings} = storedWeights(learnTies([...byFold.flat(), ...news]))
  const judged = byFold.flatMap((examples, fold) => {
    const others = byFold.filter((_, other) => other !== fold).flat()
    return 0 < others.length ? judgedTies(examples, learnTies([...others, ...news])) : []
  })
  const telling = tellingKeys(byFold.flat())
  return {arrays: {...arrays, telling, ...(0 < judged.length && {calibration: calibrationTable(judged)})}, settings}
}

/** Two things of a sentence: what may tell their tie, and for each tie whether it is there; undefined where nobody looked. */
interface TieExample {
  readonly features: readonly number[]
  /** The lemma of the word that would tell the tie; empty where none does. */
  readonly telling: string
  readonly labels: readonly (boolean | undefined)[]
  /** How much it counts. */
  readonly weight: number
}

function tieExamples(texts: readonly PassageText[], models: Given): TieExample[] {
  const groups = readWordGroups(models.encoder)
  return texts.flatMap(text => {
    const {analysis} = materialOf(text.id, text.text, models)
    return sentencesOf(analysis).flatMap(bounds => {
      const candidates = tieCandidates(analysis, bounds)
      const told = toldTies(text, candidates)
      return candidates.flatMap(candidate => {
        const labels = labelsOf(text, candidate, told)
        const isLabelled = labels.some(label => label !== undefined)
        return isLabelled ? [{...exampleOf(analysis, groups, candidate), labels, weight: 1}] : []
      })
    })
  })
}

/**
 * Two things of a sentence of the news, taken to be tied in no way where no rule says that they are. KnowledgeNet kept only
 * passages in which somebody is born, wed or hired: without others, all that a sentence of news names would seem tied.
 */
function newsExamples(corpora: string, models: Given): TieExample[] {
  const groups = readWordGroups(models.encoder)
  const texts = readPolnear(corpora, 'train').filter((_, index) => index % NEWS_EVERY === 0)
  return texts.flatMap(({id, text}) => {
    const material = materialOf(id, text, models)
    const {analysis} = material
    const told = pairsTold(material)
    return sentencesOf(analysis).flatMap(bounds =>
      tieCandidates(analysis, bounds)
        .filter(({from, to}) => !told.has(pairKey(entityIdOf(material, from.chain), entityIdOf(material, to.chain))))
        .map(candidate => ({
          ...exampleOf(analysis, groups, candidate),
          labels: TIE_KINDS.map(({ends}) => (ends.includes(candidate.ends) ? false : undefined)),
          weight: NEWS_WEIGHT
        }))
    )
  })
}

/** As many articles have one learnt from. */
const NEWS_EVERY = 5
/** What a pair from the news counts: some are tied, in words that no rule has. */
const NEWS_WEIGHT = 0.5

/** The pairs of entities that a rule tells of, both ways. */
function pairsTold(material: Material): ReadonlySet<string> {
  const relations = findRelations(material).flatMap(({from, to}) => [pairKey(from, to), pairKey(to, from)])
  const roles = findRoles(material).map(({person, organisation}) => pairKey(person, organisation ?? ''))
  return new Set([...relations, ...roles])
}

function pairKey(from: string, to: string): string {
  return `${from} ${to}`
}

function sentencesOf({sentenceStarts}: Analysis): WordBounds[] {
  return Array.from(sentenceStarts.subarray(1), (end, sentence) => ({first: sentenceStarts[sentence]!, end}))
}

function exampleOf(analysis: Analysis, groups: WordGroups, candidate: TieCandidate) {
  const word = tellingWord(analysis, candidate.from, candidate.to)
  const telling = word === undefined ? '' : analysis.lemmas[word]!
  return {features: tieFeatures(analysis, groups, candidate), telling}
}

function materialOf(id: string, text: string, models: Given): Material {
  const document = takeIn({ref: id, bytes: new TextEncoder().encode(text)})
  const analysis = analyse(document.text, models as Models, {spans: readSpans(document)})
  return withUnnamed(gatherMaterial(document, analysis))
}

/** The ties of chains that the sentence is marked with: another mention of the same two is no example against it. */
function toldTies(text: PassageText, candidates: readonly TieCandidate[]): ReadonlySet<string> {
  return new Set(
    candidates.flatMap(candidate =>
      TIE_KINDS.filter(({name}) => isMarked(text, candidate, name)).map(({name}) => chainKey(candidate, name))
    )
  )
}

function chainKey({from, to}: TieCandidate, name: string): string {
  return `${name} ${from.chain.id} ${to.chain.id}`
}

function labelsOf(text: PassageText, candidate: TieCandidate, told: ReadonlySet<string>): (boolean | undefined)[] {
  const passage = text.passages.find(other => overlaps(other, candidate.from))
  return TIE_KINDS.map(({name, ends}) => {
    if (!passage?.properties.includes(PROPERTY_BY_TIE[name]!) || !ends.includes(candidate.ends)) return undefined
    if (isMarked(text, candidate, name)) return true
    return told.has(chainKey(candidate, name)) ? undefined : false
  })
}

function isMarked({passages}: PassageText, {from, to}: TieCandidate, name: string): boolean {
  const [subject, object] = FROM_BODY.has(name) ? [to, from] : [from, to]
  const facts = passages.find(passage => overlaps(passage, from))?.facts ?? []
  return facts.some(
    fact =>
      fact.property === PROPERTY_BY_TIE[name] &&
      ((overlaps(fact.subject, subject) && overlaps(fact.object, object)) ||
        (name === 'marriage' && overlaps(fact.subject, object) && overlaps(fact.object, subject)))
  )
}

/** The words that tell each tie at least so often, and no name among them but by chance. */
function tellingKeys(examples: readonly TieExample[]): Uint32Array {
  const counts = new Map<number, number>()
  for (const {labels, telling} of examples)
    for (const [tie, label] of labels.entries()) {
      const key = tellingKey(TIE_KINDS[tie]!, telling)
      if (label && telling !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return Uint32Array.from([...counts].filter(([, count]) => TELLING_MIN <= count).map(([key]) => key)).sort()
}

const TELLING_MIN = 1

/** For each feature, by its key, one weight a tie. */
type Weights = ReadonlyMap<number, Float64Array>

const EPOCH_COUNT = 12
const RATE = 0.05
/** Pull to zero for each sight of a feature. */
const L2 = 0.1
/** A feature seen less often says nothing of new texts. */
const SIGHTS_MIN = 2

/** One logistic regression a tie, by AdaGrad. */
function learnTies(examples: readonly TieExample[]): Weights {
  const weights = new Map<number, Float64Array>()
  const squares = new Map<number, Float64Array>()
  for (const key of frequentFeatures(examples)) {
    weights.set(key, new Float64Array(TIE_KINDS.length))
    squares.set(key, new Float64Array(TIE_KINDS.length).fill(1e-6))
  }
  const random = randomFrom(7)
  const order = examples.map((_, index) => index)
  for (let epoch = 0; epoch < EPOCH_COUNT; epoch++) {
    for (let index = order.length - 1; 0 < index; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    for (const index of order) learnExample(examples[index]!, weights, squares, RATE * (1 - epoch / EPOCH_COUNT))
  }
  return weights
}

function frequentFeatures(examples: readonly TieExample[]): number[] {
  const counts = new Map<number, number>()
  for (const {features} of examples) for (const key of new Set(features)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].filter(([, count]) => SIGHTS_MIN <= count).map(([key]) => key)
}

function learnExample({features, labels, weight}: TieExample, weights: Weights, squares: Weights, rate: number): void {
  for (const [tie, label] of labels.entries()) {
    if (label === undefined) continue
    const gradient = weight * (likelihood(features, weights, tie) - (label ? 1 : 0))
    if (Math.abs(gradient) < 1e-3) continue
    for (const key of features) {
      const row = weights.get(key)
      if (!row) continue
      const change = gradient + L2 * row[tie]!
      const square = squares.get(key)!
      square[tie]! += change * change
      row[tie]! -= (rate * change) / Math.sqrt(square[tie]!)
    }
  }
}

function likelihood(features: readonly number[], weights: Weights, tie: number): number {
  let sum = 0
  for (const key of features) sum += weights.get(key)?.[tie] ?? 0
  return 1 / (1 + Math.exp(-sum))
}

function judgedTies(examples: readonly TieExample[], weights: Weights): Judged[] {
  return examples.flatMap(({features, labels}) =>
    labels.flatMap((isRight, tie) =>
      isRight === undefined ? [] : [{score: likelihood(features, weights, tie), isRight}]
    )
  )
}

/** Smaller weights move no answer. */
const WEIGHT_MIN = 0.02

function storedWeights(weights: Weights): Stored {
  const rows = new Map<number, FeatureRow>()
  for (const [key, row] of weights) {
    const labels = TIE_KINDS.map((_, tie) => tie).filter(tie => WEIGHT_MIN <= Math.abs(row[tie]!))
    if (0 < labels.length) rows.set(key, {labels, weights: labels.map(tie => row[tie]!)})
  }
  return featureArrays(rows)
}
