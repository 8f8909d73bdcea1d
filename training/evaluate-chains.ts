import {join} from 'node:path'
import {analyse} from '../src/language/analyse.ts'
import type {Chain} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {loadModels} from '../src/models.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'

/** A row of the table that `npm run evaluate` prints. */
export interface ChainsRow {
  readonly part: 'chains'
  readonly on: string
  readonly figure: string
  readonly value: number
}

/** A text with one pronoun and two names, either of which it may mean. */
export interface GapSnippet {
  readonly text: string
  readonly pronoun: Span & {readonly text: string}
  readonly a: Span & {readonly coref: boolean}
  readonly b: Span & {readonly coref: boolean}
}

/** How often he and she are joined with the right one of two names: precision, recall and F1 over both names of each GAP snippet. */
export function evaluateChains(corpora: string, file = 'development', models: Models = loadModels()): ChainsRow[] {
  const counts = {all: newCount(), female: newCount(), male: newCount()}
  for (const line of readLines(join(corpora, `gap/${file}.jsonl.gz`))) {
    if (line === '') continue
    const snippet = JSON.parse(line) as GapSnippet
    const joined = joinsNames(analyse(snippet.text, models, {}).chains, snippet)
    const gender = /^(?:she|hers?)$/i.test(snippet.pronoun.text) ? 'female' : 'male'
    for (const count of [counts.all, counts[gender]]) {
      tally(count, joined.a, snippet.a.coref)
      tally(count, joined.b, snippet.b.coref)
    }
  }
  return Object.entries(counts).flatMap(([who, {hits, found, wanted}]) => [
    toRow(`${who} precision`, hits / found),
    toRow(`${who} recall`, hits / wanted),
    toRow(`${who} F1`, (2 * hits) / (found + wanted))
  ])

  function toRow(figure: string, value: number): ChainsRow {
    return {part: 'chains', on: `gap ${file}`, figure: `pronouns ${figure}`, value}
  }
}

/** Whether the chain of the snippet's pronoun has a mention in each of the two names. */
export function joinsNames(chains: readonly Chain[], {pronoun, a, b}: GapSnippet): {a: boolean; b: boolean} {
  const chain = chains.find(({mentions}) =>
    mentions.some(({form, start}) => form === 'pronoun' && start === pronoun.start)
  )
  return {a: holdsName(chain, a), b: holdsName(chain, b)}
}

function holdsName(chain: Chain | undefined, span: Span): boolean {
  return chain?.mentions.some(mention => mention.form === 'name' && overlaps(mention, span)) ?? false
}

function newCount() {
  return {hits: 0, found: 0, wanted: 0}
}

function tally(count: ReturnType<typeof newCount>, found: boolean, wanted: boolean) {
  if (found) count.found++
  if (wanted) count.wanted++
  if (found && wanted) count.hits++
}
