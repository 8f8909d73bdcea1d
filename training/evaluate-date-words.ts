import {join} from 'node:path'
import {overlaps, type Span} from '../src/text/span.ts'
import {findCompromiseDates} from './compromise-dates.ts'
import {type MarkedText, readGum, readRecognizers, readTimeml, withoutSignal} from './date-corpora.ts'
import {type Beside, besideRow, type Count, f1Row} from './scores.ts'
import {findWinkDates} from './wink-words.ts'

/**
 * What wink-nlp and compromise find of the dates in the sets that `evaluateDates` reads, by its measures of words; neither
 * gives a value. Keyed by set and figure, `timeml words exactly`.
 */
export function datesBeside(corpora: string): ReadonlyMap<string, readonly Beside[]> {
  const beside = new Map<string, readonly Beside[]>()
  for (const set of markedSets(corpora)) {
    if (set.texts.length === 0) continue
    const wink = countWords(set, findWinkDates)
    const compromise = countWords(set, findCompromiseDates)
    for (const figure of ['words exactly', 'words overlap'] as const) {
      const row = f1Row({part: 'dates', on: set.on, figure}, wink[figure])
      const figures = besideRow(row, {'wink-nlp': wink[figure], compromise: compromise[figure]}).beside!
      beside.set(`${set.on} ${figure}`, figures)
    }
  }
  return beside
}

interface MarkedSet {
  readonly on: string
  readonly texts: readonly MarkedText[]
  /** GUM leaves lengths of time, times of no day and "now" unmarked: finding them there is neither right nor wrong. */
  readonly datesOnly?: boolean
  readonly edges?: (text: string, span: Span) => Span
}

function markedSets(folder: string): MarkedSet[] {
  return [
    {on: 'timeml', texts: readTimeml(join(folder, 'timeml-dev/aquaint.jsonl.gz'))},
    {on: 'recogn.', texts: readRecognizers(join(folder, 'recognizers-dates/cases.jsonl.gz')), edges: withoutSignal},
    {on: 'gum-dev', texts: readGum(join(folder, 'gum/dev.conllu.gz')), datesOnly: true, edges: withoutSignal},
    {on: 'gum-trn', texts: readGum(join(folder, 'gum/train.conllu.gz')), datesOnly: true, edges: withoutSignal}
  ]
}

interface FoundDate extends Span {
  readonly kind: 'DATE' | 'TIME' | 'DURATION'
}

function countWords(
  {texts, datesOnly, edges = (_text, span) => span}: MarkedSet,
  find: (text: string) => readonly FoundDate[]
): Record<'words exactly' | 'words overlap', Count[]> {
  const exact: Count[] = []
  const overlap: Count[] = []
  for (const {text, wanted} of texts) {
    const found = find(text)
      .filter(({kind, start, end}) => !datesOnly || (kind === 'DATE' && !NOW.test(text.slice(start, end))))
      .map(date => edges(text, date))
    const [foundCount, wantedCount] = [found.length, wanted.length]
    exact.push({hits: countPairs(wanted, found, isSame), found: foundCount, wanted: wantedCount})
    overlap.push({hits: countPairs(wanted, found, overlaps), found: foundCount, wanted: wantedCount})
  }
  return {'words exactly': exact, 'words overlap': overlap}
}

const NOW = /^(?:right )?now$|^(?:currently|nowadays|presently)$/i

/** How many of `wanted` have one of `found` of their own. */
function countPairs(wanted: readonly Span[], found: readonly Span[], fits: (a: Span, b: Span) => boolean): number {
  const free = new Set(found)
  let pairCount = 0
  for (const want of wanted) {
    const match =
      found.find(span => free.has(span) && isSame(want, span)) ?? found.find(span => free.has(span) && fits(want, span))
    if (match && free.delete(match)) pairCount++
  }
  return pairCount
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}
