import {join} from 'node:path'
import {analyse, analyseWords} from '../src/language/analyse.ts'
import type {Chain, Mention, Thread} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {pronounKind} from '../src/language/pronouns.ts'
import {loadModels} from '../src/models.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {calibrationError, type Judged} from './calibration.ts'
import {addClusterCounts, type Cluster, type ClusterCounts, conllF1, countClusters, ratiosF1} from './cluster-scores.ts'
import {readLines} from './name-corpora.ts'
import {readOntoGum} from './onto-gum.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row, randomFrom} from './scores.ts'

/** A text with one pronoun and two names, either of which it may mean. */
export interface GapSnippet {
  readonly text: string
  readonly pronoun: Span & {readonly text: string}
  readonly a: Span & {readonly coref: boolean}
  readonly b: Span & {readonly coref: boolean}
}

/** The two names of a snippet: which the pronoun was joined with and means. */
interface Scored {
  readonly on: string
  readonly count: Count
}

/** How well mentions are joined: OntoGUM's dev by CoNLL-2012, GAP by which of two names a pronoun is joined with. */
export function evaluateChains(corpora: string, models: Models = loadModels()): Row[] {
  return [
    ...evaluateOntoGum(corpora, models),
    ...['development', 'validation'].flatMap(file => evaluateGap(corpora, file, models))
  ]
}

function evaluateOntoGum(corpora: string, models: Models): Row[] {
  const perDocument = readOntoGum(corpora, 'dev').map(({words, clusters}) => {
    const {threads} = analyseWords(words, models)
    const found = threads.map(({mentions}) => mentions.map(({firstWord, endWord}) => [firstWord, endWord] as const))
    return countClusters(found, clusters)
  })
  const sum = perDocument.reduce(addClusterCounts)
  const row = (figure: string, value: number): Row => ({part: 'chains', on: 'gum dev', figure, value})
  return [
    {...row('CoNLL F1', conllF1(sum)), interval: conllInterval(perDocument)},
    row('MUC F1', ratiosF1(sum.muc)),
    row('B-cubed F1', ratiosF1(sum.bCubed)),
    row('CEAF-e F1', ratiosF1(sum.ceafE)),
    {...row('mentions', f1(sum.mentions)), count: sum.mentions},
    row('pronouns calibration error', calibrationError(judgedPronouns(corpora, models, 1)))
  ]
}

/** Pronouns of every second document of dev: scores are calibrated on one half, 0, and measured on the other, 1. */
export function judgedPronouns(corpora: string, models: Models, half: 0 | 1): Judged[] {
  return readOntoGum(corpora, 'dev')
    .filter((_, index) => index % 2 === half)
    .flatMap(({words, clusters}) => {
      const {threads, forms} = analyseWords(words, models)
      return judgePronouns(threads, clusters, forms)
    })
}

/** A pronoun's place is right where another mention of its thread is of its own cluster. */
function judgePronouns(threads: readonly Thread[], clusters: readonly Cluster[], forms: readonly string[]): Judged[] {
  const numberByKey = new Map(
    clusters.flatMap((cluster, number) => cluster.map(([first, end]) => [`${first}-${end}`, number] as const))
  )
  const numberOf = ({firstWord, endWord}: Mention) => numberByKey.get(`${firstWord}-${endWord}`)
  return threads.flatMap(({mentions, scores}) =>
    mentions.flatMap((mention, index) => {
      if (index === 0 || !pronounKind(forms[mention.headWord]!)) return []
      const own = numberOf(mention)
      const isRight = own !== undefined && mentions.slice(0, index).some(other => numberOf(other) === own)
      return [{score: scores[index]!, isRight}]
    })
  )
}

function conllInterval(perDocument: readonly ClusterCounts[]): readonly [number, number] {
  const random = randomFrom(1)
  const figures = Array.from({length: 1000}, () => {
    const drawn = perDocument.map(() => perDocument[Math.floor(random() * perDocument.length)]!)
    return conllF1(drawn.reduce(addClusterCounts))
  })
  figures.sort((a, b) => a - b)
  return [figures[25]!, figures[975]!]
}

function evaluateGap(corpora: string, file: string, models: Models): Row[] {
  const perSnippet = readLines(join(corpora, `gap/${file}.jsonl.gz`))
    .filter(line => line !== '')
    .map(line => countSnippet(JSON.parse(line) as GapSnippet, models))
  return ['all', 'she', 'he'].map(who => {
    const counts = perSnippet.filter(({on}) => who === 'all' || on === who).map(({count}) => count)
    const count = counts.reduce(addCounts, NO_COUNT)
    return {
      part: 'chains',
      on: `gap ${file}`,
      figure: `pronouns ${who}`,
      value: f1(count),
      interval: f1Interval(counts),
      count
    }
  })
}

function countSnippet(snippet: GapSnippet, models: Models): Scored {
  const joined = joinsNames(analyse(snippet.text, models, {}).chains, snippet)
  const sides = (['a', 'b'] as const).map(side => [joined[side], snippet[side].coref] as const)
  return {
    on: /^(?:she|hers?)$/i.test(snippet.pronoun.text) ? 'she' : 'he',
    count: {
      hits: sides.filter(([found, wanted]) => found && wanted).length,
      found: sides.filter(([found]) => found).length,
      wanted: sides.filter(([, wanted]) => wanted).length
    }
  }
}

/** Whether the chain of the snippet's pronoun has a mention in each of the two names. */
function joinsNames(chains: readonly Chain[], {pronoun, a, b}: GapSnippet): {a: boolean; b: boolean} {
  const chain = chains.find(({mentions}) =>
    mentions.some(({form, start}) => form === 'pronoun' && start === pronoun.start)
  )
  return {a: holdsName(chain, a), b: holdsName(chain, b)}
}

function holdsName(chain: Chain | undefined, span: Span): boolean {
  return chain?.mentions.some(mention => mention.form === 'name' && overlaps(mention, span)) ?? false
}
