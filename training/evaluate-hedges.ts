import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import type {Models} from '../src/language/models.ts'
import type {Certainty} from '../src/reading/claim.ts'
import {type Hedge, hedgesWithin} from '../src/reading/hedges.ts'
import {gatherMaterial} from '../src/reading/material.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {type EventSentence, hasHedgeCorpora, readFactuality, readWikiWeasel} from './hedge-corpora.ts'
import {bootstrapInterval, type Count, f1Row, type Row} from './scores.ts'

/** An event is uncertain where readers put it nearer to "maybe" than to "surely" or "surely not". */
const UNCERTAIN_MAX = 1.5

/**
 * How far a hedge's value moves an event from "surely happened"; set before anything was measured. What is hedged by nothing is sure.
 * Hedges say nothing of polarity: an event that is denied counts as wrong unless a hedge doubts it.
 */
const FACTUALITY: Readonly<Record<Certainty, number>> = {certain: 3, probable: 2, possible: 1, unknown: 0, unlikely: -1}

/**
 * How well hedges tell uncertain sentences of WikiWeasel and uncertain events of UDS-IH2.
 *
 * - A sentence is uncertain where it holds a hedge of any value but "certain", one that tells of hearsay too. WikiWeasel also
 *   marks weasel words ("some people", "widely considered"), for which Hearsay has no list: they are missed.
 * - An event is uncertain where it stands in the scope of such a hedge. Wishes, plans, conditions and orders, uncertain to the corpus's
 *   readers, have no hedge and are missed.
 * - *not surely so* also wants the events that readers took not to have happened: most that "could" or "may" happen are among them.
 * - The mean error is the distance of factuality, 0 to 6, by the value of the hedge that stands nearest.
 */
export function evaluateHedges(corpora: string, models: Models): Row[] {
  if (!hasHedgeCorpora(corpora)) return []
  const sentences = readWikiWeasel(corpora).map(({text, uncertain}) =>
    countOf([{isFound: hedgesIn(text, models).some(isDoubt), isWanted: uncertain}])
  )
  const texts = readFactuality(corpora).map(sentence => scoreEvents(sentence, hedgesIn(sentence.text, models)))
  const on = 'uds-ih2 dev'
  return [
    f1Row({part: 'hedges', on: 'wikiweasel fifth', figure: 'uncertain sentences'}, sentences),
    f1Row(
      {part: 'hedges', on, figure: 'uncertain events'},
      texts.map(({count}) => count)
    ),
    f1Row(
      {part: 'hedges', on, figure: 'events not surely so'},
      texts.map(({countOfUnsure}) => countOfUnsure)
    ),
    {
      ...{part: 'hedges', on, figure: 'factuality, mean error'},
      ...meanError(texts.map(({errors}) => errors)),
      beside: [{reader: 'all sure', ...meanError(texts.map(({errorsOfSure}) => errorsOfSure))}]
    }
  ]
}

function hedgesIn(text: string, models: Models): Hedge[] {
  const document = takeIn({ref: 'a-sentence', bytes: new TextEncoder().encode(text), format: 'text'})
  const material = gatherMaterial(document, analyse(document.text, models))
  return hedgesWithin(material, {start: 0, end: document.text.length})
}

function isDoubt({value}: Hedge): boolean {
  return value !== 'certain'
}

interface Scored {
  readonly count: Count
  /** The same where what did not happen is wanted too. */
  readonly countOfUnsure: Count
  readonly errors: readonly number[]
  /** What a reader would miss by that takes all for certain. */
  readonly errorsOfSure: readonly number[]
}

/** The counts and errors of one sentence. */
export function scoreEvents({events}: EventSentence, hedges: readonly Hedge[]): Scored {
  const judged = events.map(({span, factuality}) => ({factuality, hedge: nearestHedge(hedges, span)}))
  const countWanted = (isWanted: (factuality: number) => boolean) =>
    countOf(
      judged.map(({factuality, hedge}) => ({
        isFound: hedge !== undefined && isDoubt(hedge),
        isWanted: isWanted(factuality)
      }))
    )
  return {
    count: countWanted(factuality => Math.abs(factuality) < UNCERTAIN_MAX),
    countOfUnsure: countWanted(factuality => factuality < UNCERTAIN_MAX),
    errors: judged.map(({factuality, hedge}) => Math.abs(factuality - FACTUALITY[hedge?.value ?? 'certain'])),
    errorsOfSure: judged.map(({factuality}) => Math.abs(factuality - FACTUALITY.certain))
  }
}

/** The last hedge before the event whose scope holds it. */
function nearestHedge(hedges: readonly Hedge[], event: Span): Hedge | undefined {
  return hedges.findLast(({hedge, scope}) => overlaps(scope, event) && !overlaps(hedge, event))
}

function countOf(all: readonly {readonly isFound: boolean; readonly isWanted: boolean}[]): Count {
  return {
    hits: all.filter(({isFound, isWanted}) => isFound && isWanted).length,
    found: all.filter(({isFound}) => isFound).length,
    wanted: all.filter(({isWanted}) => isWanted).length
  }
}

function meanError(errors: readonly (readonly number[])[]): Required<Pick<Row, 'value' | 'interval'>> {
  const mean = (drawn: readonly (readonly number[])[]) => {
    let [sum, count] = [0, 0]
    for (const error of drawn.flat()) {
      sum += error
      count++
    }
    return count === 0 ? 0 : sum / count
  }
  return {value: mean(errors), interval: bootstrapInterval(errors, mean)}
}
