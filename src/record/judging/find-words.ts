import {checkQuote} from '../../text/check-quote.ts'
import type {Span} from '../../text/span.ts'
import {JudgementRefused} from './judgement-refused.ts'

/** Which of several places is meant. */
export interface WhichWords {
  /** An offset in it. */
  readonly at?: number | undefined
  /** Stretches it stands in, where it does in one of them. */
  readonly within?: readonly Span[]
}

/** More places than these are not listed. */
const LISTED_MAX = 5

/**
 * Where the words that a person chose stand in a text: exactly so, or with other spaces and shapes of marks.
 *
 * @throws JudgementRefused where they do not stand there, or where it is not plain which place is meant
 */
export function findWords(text: string, words: string, {at, within = []}: WhichWords = {}): Span {
  const {status, places} = checkChosen(text, words)
  if (status !== 'exact' && status !== 'normalised') {
    const [nearest] = places
    const instead = nearest ? `. The nearest there is “${text.slice(nearest.start, nearest.end)}”` : ''
    throw new JudgementRefused(`Cannot find “${words}”: the document does not say that${instead}`)
  }
  const found =
    at !== undefined
      ? places.filter(({start, end}) => start <= at && at < end)
      : places.filter(place => within.some(({start, end}) => start <= place.start && place.end <= end)).slice(0, 1)
  const meant = found[0] ?? (at === undefined && places.length === 1 ? places[0] : undefined)
  if (meant) return {start: meant.start, end: meant.end}
  const listed = places.slice(0, LISTED_MAX).map(({start}) => lineAndColumn(text, start))
  const more = places.length > LISTED_MAX ? ` and ${places.length - LISTED_MAX} more places` : ''
  throw new JudgementRefused(
    at === undefined
      ? `Cannot tell which “${words}” is meant: it stands at ${listed.join(', ')}${more}. Say where it begins`
      : `Cannot find “${words}” at ${lineAndColumn(text, at)}: it stands at ${listed.join(', ')}${more}`
  )
}

/** The offset of a line and a column, both from 1, as an editor counts. */
export function offsetAt(text: string, line: number, column: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed++) {
    const lineEnd = text.indexOf('\n', start)
    if (lineEnd < 0) throw new JudgementRefused(`Cannot find line ${line}: the document has ${passed} lines`)
    start = lineEnd + 1
  }
  const lineEnd = text.indexOf('\n', start)
  const length = (lineEnd < 0 ? text.length : lineEnd) - start
  if (column < 1 || length < column)
    throw new JudgementRefused(`Cannot find ${line}:${column}: the line has ${length} characters`)
  return start + column - 1
}

function checkChosen(text: string, words: string): ReturnType<typeof checkQuote> {
  try {
    return checkQuote(words, text)
  } catch (error) {
    if (error instanceof RangeError) throw new JudgementRefused(error.message.replace('check a quote', 'find words'))
    throw error
  }
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`
}
