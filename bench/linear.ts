import {type Document, readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import type {Analysis} from '../src/language/analysis.ts'
import {findChains} from '../src/language/chains.ts'
import {findDates} from '../src/language/dates.ts'
import {encode} from '../src/language/encoder.ts'
import type {Models} from '../src/language/models.ts'
import {findNames} from '../src/language/names.ts'
import {findOddText} from '../src/language/odd-text.ts'
import {parse} from '../src/language/parse.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import {readClaims} from '../src/reading/read-claims.ts'
import {growingText} from './growing-text.ts'
import {thisMachine} from './machine.ts'

const ROOT = new URL('..', import.meta.url).pathname
const PUBLISHED = '2024-05-14'

/** The stages of one reading, in processor milliseconds. */
type StageMs = Record<
  'intake' | 'words' | 'network' | 'tags' | 'trees' | 'names' | 'chains' | 'dates' | 'oddText' | 'reading',
  number
>

/** How long each stage takes on texts of growing size: the last column stays level where time is linear. */
export function measureGrowth(sizes: readonly number[]) {
  const models = loadModels()
  const textOf = growingText(ROOT, models)
  // Code is compiled while it runs: the first texts would pay for all.
  for (let round = 0; round < WARM_ROUNDS; round++) readStages(textOf(WARM_CHARACTERS), models)
  const rows = sizes.map(size => {
    const text = textOf(size)
    const rounds = Math.max(1, Math.floor(ROUND_CHARACTERS / size))
    const {charactersRead, stages} = sumRounds(Array.from({length: rounds}, () => readStages(text, models)))
    const totalMs = Object.values(stages).reduce((sum, ms) => sum + ms, 0)
    const row = {
      characters: size,
      charactersRead: charactersRead / rounds,
      milliseconds: Object.fromEntries(Object.entries(stages).map(([stage, ms]) => [stage, rounded(ms / rounds)])),
      microsecondsACharacter: rounded((totalMs * 1000) / charactersRead)
    }
    console.error(JSON.stringify(row))
    return row
  })
  return {machine: thisMachine(), rows}
}

const WARM_ROUNDS = 10
const WARM_CHARACTERS = 20_000
/** Short texts are read again until as many characters were, since the clock is coarse. */
const ROUND_CHARACTERS = 100_000

function documentOf(text: string): Document {
  return takeIn({ref: '-', bytes: new TextEncoder().encode(text), published: PUBLISHED})
}

interface StageTimes {
  readonly charactersRead: number
  readonly stages: StageMs
}

/** Read `text` stage by stage, as `analyse` and the pipeline do. */
function readStages(text: string, models: Models): StageTimes {
  const stages: StageMs = {
    intake: 0,
    words: 0,
    network: 0,
    tags: 0,
    trees: 0,
    names: 0,
    chains: 0,
    dates: 0,
    oddText: 0,
    reading: 0
  }
  const time = <Result>(stage: keyof StageMs, work: () => Result): Result => {
    const before = process.cpuUsage()
    const result = work()
    const {user, system} = process.cpuUsage(before)
    stages[stage] += (user + system) / 1000
    return result
  }
  const document = time('intake', () => documentOf(text))
  const spans = readSpans(document)
  const words = time('words', () => findWords(document.text, {spans, sentences: models.sentences}))
  time('network', () => encode(words, models.encoder))
  const tagged = time('tags', () => tag(words, models))
  const parsed = time('trees', () => parse(tagged, models))
  const names = time('names', () => findNames(parsed, models))
  const linked = time('chains', () => findChains(parsed, names, models))
  const dates = time('dates', () => findDates(parsed, {published: PUBLISHED}))
  const notices = time('oddText', () => findOddText(words))
  const analysis: Analysis = {...parsed, names, ...linked, dates, notices}
  time('reading', () => readClaims(document, analysis, {ref: '-', models}))
  return {charactersRead: spans.reduce((sum, {start, end}) => sum + end - start, 0), stages}
}

function sumRounds(rounds: readonly StageTimes[]): StageTimes {
  const [first, ...rest] = rounds as readonly [StageTimes, ...StageTimes[]]
  return rest.reduce(
    (sum, {charactersRead, stages}) => ({
      charactersRead: sum.charactersRead + charactersRead,
      stages: Object.fromEntries(
        Object.entries(sum.stages).map(([stage, ms]) => [stage, ms + stages[stage as keyof StageMs]])
      ) as StageMs
    }),
    first
  )
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}
