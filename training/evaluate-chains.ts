import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {analyse, analyseWords} from '../src/language/analyse.ts'
import type {Chain, Mention, Thread} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {pronounKind} from '../src/language/pronouns.ts'
import {loadModels} from '../src/models.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {crossCalibrated, type Judged, uncalibrated} from './calibration.ts'
import {calibrationRow} from './calibration-row.ts'
import {addClusterCounts, type Cluster, type ClusterCounts, conllF1, countClusters, ratiosF1} from './cluster-scores.ts'
import {readLines} from './name-corpora.ts'
import {readOntoGum} from './onto-gum.ts'
import {bootstrapInterval, type Count, f1, f1Row, type Row} from './scores.ts'

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

/**
 * How well mentions are joined: OntoGUM's dev by CoNLL-2012, GAP by which of two names a pronoun is joined with. A set that the
 * folder does not have is left out.
 */
export function evaluateChains(corpora: string, models: Models = loadModels()): Row[] {
  return [
    ...(existsSync(join(corpora, 'gum/ontogum-dev.conll.gz')) ? evaluateOntoGum(corpora, models) : []),
    ...['development', 'validation']
      .filter(file => existsSync(gapPath(corpora, file)))
      .flatMap(file => evaluateGap(corpora, file, models))
  ]
}

function evaluateOntoGum(corpora: string, models: Models): Row[] {
  const perDocument = readOntoGum(corpora, 'dev').map(({words, clusters}) => {
    const {threads} = analyseWords(words, models)
    const found = threads.map(({mentions}) => mentions.map(({firstWord, endWord}) => [firstWord, endWord] as const))
    return countClusters(found, clusters)
  })
  const row = (figure: string, figureOf: (sum: ClusterCounts) => number): Row => {
    const ofDocuments = (documents: readonly ClusterCounts[]) => figureOf(documents.reduce(addClusterCounts))
    const [value, interval] = [ofDocuments(perDocument), bootstrapInterval(perDocument, ofDocuments)]
    return {part: 'chains', on: 'gum dev', figure, value, interval}
  }
  return [
    row('CoNLL F1', conllF1),
    row('MUC F1', sum => ratiosF1(sum.muc)),
    row('B-cubed F1', sum => ratiosF1(sum.bCubed)),
    row('CEAF-e F1', sum => ratiosF1(sum.ceafE)),
    {...row('mentions', sum => f1(sum.mentions)), count: perDocument.reduce(addClusterCounts).mentions},
    calibrationRow(
      {part: 'chains', on: 'gum dev', figure: 'pronouns calibration error'},
      crossCalibrated(judgedPronouns(corpora, models))
    )
  ]
}

/** The pronouns of dev, document by document, with scores as they are before they are calibrated. */
export function judgedPronouns(corpora: string, models: Models): Judged[][] {
  const raw = {...models, chains: uncalibrated(models.chains)}
  return readOntoGum(corpora, 'dev').map(({words, clusters}) => {
    const {threads, forms} = analyseWords(words, raw)
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

function evaluateGap(corpora: string, file: string, models: Models): Row[] {
  const perSnippet = readLines(gapPath(corpora, file))
    .filter(line => line !== '')
    .map(line => countSnippet(JSON.parse(line) as GapSnippet, models))
  return ['all', 'she', 'he'].map(who => {
    const counts = perSnippet.filter(({on}) => who === 'all' || on === who).map(({count}) => count)
    return f1Row({part: 'chains', on: `gap ${file}`, figure: `pronouns ${who}`}, counts)
  })
}

function gapPath(corpora: string, file: string): string {
  return join(corpora, `gap/${file}.jsonl.gz`)
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
