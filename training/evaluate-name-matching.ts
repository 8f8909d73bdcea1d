import {readFileSync} from 'node:fs'
import type {EntityKind} from '../src/language/analysis.ts'
import {MATCH_SCORE_MIN, matchNames} from '../src/record/names/match-names.ts'
import {calibrationError} from './calibration.ts'
import {fullNamePairs} from './full-name-pairs.ts'
import {NAME_BASELINES} from './name-baselines.ts'
import {aliasPairs, type NamePair, scriptPairs} from './name-pairs.ts'
import {addCounts, besideRow, type Count, f1, f1Row, NO_COUNT, type Row} from './scores.ts'

/** Given each wrong answer, one line, for reading by eye. */
type Report = (line: string) => void

interface Answered extends NamePair {
  readonly score: number
}

/** So many names are put together in each language. */
const DEV_FULL_PAIRS = 200

type Scorer = (pair: NamePair) => number

/** Score name matching on pairs held out of the corpora, beside plain measures of likeness. */
export function evaluateNameMatching(
  corporaFolder: string,
  {pairsFile, report}: {pairsFile?: string; report?: Report} = {}
): Row[] {
  if (pairsFile !== undefined) return rowsFor('given', readPairs(pairsFile), report)
  const aliases = aliasPairs(corporaFolder, 'dev')
  const scripts = scriptPairs(corporaFolder, 'dev')
  if (aliases.length + scripts.length === 0) return []
  return [
    ...rowsFor('all', [...aliases, ...scripts], report),
    ...rowsFor('aliases', aliases),
    ...rowsFor('scripts', scripts),
    ...rowsFor('full names', fullNamePairs(corporaFolder, 'dev', DEV_FULL_PAIRS))
  ]
}

function rowsFor(on: string, pairs: readonly NamePair[], report?: Report): Row[] {
  const answered = pairs.map(pair => ({...pair, score: matchNames(pair.a, pair.b, {kind: pair.kind}).score}))
  if (report)
    for (const {a, b, kind, isSame, type, score} of answered)
      if (MATCH_SCORE_MIN <= score !== isSame)
        report(`${isSame ? 'missed' : 'wrong '} ${score.toFixed(2)} ${kind}, ${type}: ${a} | ${b}`)
  const all = f1Row({part: 'name pairs', on, figure: 'F1'}, countsOf(answered, MATCH_SCORE_MIN))
  const beside = Object.fromEntries(
    Object.entries(NAME_BASELINES).map(([name, measure]) => [name, bestCounts(pairs, ({a, b}) => measure(a, b))])
  )
  const error = calibrationError(answered.map(({score, isSame}) => ({score, isRight: isSame})))
  return [
    besideRow(all, beside),
    {part: 'name pairs', on, figure: 'best F1', value: bestF1(answered)},
    {part: 'name pairs', on, figure: 'calibration error', value: error},
    ...shareRows(on, answered)
  ]
}

/** The share of right answers by the type of pair and kind. */
function shareRows(on: string, answered: readonly Answered[]): Row[] {
  if (on === 'all') return []
  const byType = Map.groupBy(answered, ({type, kind}) => `${type}, ${kind}`)
  return [...byType].map(([figure, some]) => {
    const right = some.filter(({score, isSame}) => MATCH_SCORE_MIN <= score === isSame).length
    return {part: 'name pairs', on, figure: `${figure}: ${some.length}`, value: right / some.length}
  })
}

function countsOf(answered: readonly Answered[], scoreMin: number): Count[] {
  const byEntity = new Map<string, Count>()
  for (const {of, score, isSame} of answered) {
    const isFound = scoreMin <= score
    const count = {hits: Number(isFound && isSame), found: Number(isFound), wanted: Number(isSame)}
    byEntity.set(of, addCounts(byEntity.get(of) ?? NO_COUNT, count))
  }
  return [...byEntity.values()]
}

function bestF1(answered: readonly Answered[]): number {
  return f1(countAt(answered, bestThreshold(answered)))
}

/** The counts of a measure at the threshold that is best for it on these very pairs: no threshold chosen before does better. */
function bestCounts(pairs: readonly NamePair[], scorer: Scorer): Count[] {
  const answered = pairs.map(pair => ({...pair, score: scorer(pair)}))
  return countsOf(answered, bestThreshold(answered))
}

function bestThreshold(answered: readonly Answered[]): number {
  const thresholds = Array.from({length: 101}, (_, hundredth) => hundredth / 100)
  return thresholds
    .map(at => ({at, value: f1(countAt(answered, at))}))
    .reduce((best, next) => (best.value < next.value ? next : best)).at
}

function countAt(answered: readonly Answered[], scoreMin: number): Count {
  let [hits, found, wanted] = [0, 0, 0]
  for (const {score, isSame} of answered) {
    if (isSame) wanted++
    if (scoreMin <= score) found++
    if (isSame && scoreMin <= score) hits++
  }
  return {hits, found, wanted}
}

/** `name<TAB>name<TAB>1|0[<TAB>kind]`, one pair a line. */
function readPairs(file: string): NamePair[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line, index) => {
    const [a, b, same, kind = 'person'] = line.split('\t')
    if (!a || !b || !(same === '1' || same === '0'))
      throw new SyntaxError(
        `Cannot read line ${index + 1} of "${file}": it is not two names and 1 or 0, parted by tabs`
      )
    return {
      a,
      b,
      kind: kind as EntityKind,
      isSame: same === '1',
      type: same === '1' ? 'same' : 'other',
      of: String(index)
    }
  })
}
