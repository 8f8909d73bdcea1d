import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import {wordAt} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {findAssessments} from '../src/reading/assessments.ts'
import type {Certainty, Modality} from '../src/reading/claim.ts'
import {gatherMaterial, type Material} from '../src/reading/material.ts'
import {type Assertion, assertionOf} from '../src/reading/modality.ts'
import {type EventSentence, hasHedgeCorpora, readFactuality, readWikiWeasel} from './hedge-corpora.ts'
import {bootstrapInterval, type Count, f1Row, type Row} from './scores.ts'

/** An event is uncertain where readers put it nearer to "maybe" than to "surely" or "surely not". */
const UNCERTAIN_MAX = 1.5

/**
 * Where on the scale, from "surely did not happen", -3, to "surely did", 3, what is told so surely stands: the means of the corpus's
 * train part, rounded to halves. Its readers took what will or may happen as not having happened.
 */
const FACTUALITY: Readonly<Record<Certainty, number>> = {
  certain: 2,
  probable: -1,
  possible: -1,
  unknown: -1,
  unlikely: -1
}
const FACTUALITY_OF_DENIED = 0

/**
 * How well hedges tell uncertain sentences of WikiWeasel, and how well what is told as done is told from what is not on UDS-IH2.
 *
 * - A sentence is uncertain where the document itself, or people without a name, judge something in it as less than certain. The
 *   corpus also marks each vague many ("in some countries", "one of the best"), which judges nothing and is missed.
 * - An event did not happen, or not yet, where its readers' mean is under 0. Found is one that is denied, or told with any doubt:
 *   wished, planned, possible, asked or only supposed. Not telling such events as done is what a reading needs of it.
 * - Uncertain are those that readers put near the middle; the corpus has few of them, and most are what its readers disagreed on.
 * - Correlation and mean error are those of the corpus's literature (Rudinger et al. 2018: about 0.77 and 0.96 with networks).
 */
export function evaluateHedges(corpora: string, models: Models): Row[] {
  if (!hasHedgeCorpora(corpora)) return []
  const sentences = readWikiWeasel(corpora).map(({text, uncertain}) =>
    countOf([{isFound: isHedged(text, models), isWanted: uncertain}])
  )
  const texts = readFactuality(corpora).map(sentence => judgedEvents(sentence, models))
  const on = 'uds-ih2 dev'
  const counted = (isWanted: (factuality: number) => boolean) => texts.map(events => countEvents(events, isWanted))
  return [
    f1Row({part: 'hedges', on: 'wikiweasel fifth', figure: 'uncertain sentences'}, sentences),
    f1Row(
      {part: 'hedges', on, figure: 'events that did not happen'},
      counted(factuality => factuality < 0)
    ),
    f1Row(
      {part: 'hedges', on, figure: 'uncertain events'},
      counted(factuality => Math.abs(factuality) < UNCERTAIN_MAX)
    ),
    f1Row(
      {part: 'hedges', on, figure: 'events not surely so'},
      counted(factuality => factuality < UNCERTAIN_MAX)
    ),
    {
      ...{part: 'hedges', on, figure: 'factuality, correlation'},
      value: correlation(texts),
      interval: bootstrapInterval(texts, correlation)
    },
    {
      ...{part: 'hedges', on, figure: 'factuality, mean error'},
      ...meanError(texts.map(events => events.map(event => Math.abs(event.factuality - foundFactuality(event))))),
      beside: [{reader: 'all sure', ...meanError(texts.map(events => events.map(({factuality}) => SURE - factuality)))}]
    }
  ]
}

/** The end of the scale. */
const SURE = 3

function isHedged(text: string, models: Models): boolean {
  const material = materialOf(text, models)
  return findAssessments(material).some(
    ({assessor, modality}) => (assessor === 'document' || isUnnamed(material, assessor)) && modality.some(isDoubt)
  )
}

function isUnnamed({entities}: Material, id: string): boolean {
  return entities.get(id)?.mentions.every(({form}) => form === 'nominal') ?? false
}

function materialOf(text: string, models: Models): Material {
  const document = takeIn({ref: 'a-sentence', bytes: new TextEncoder().encode(text), format: 'text'})
  // With an outlet, so that what the document judges has a voice.
  return gatherMaterial({...document, outlet: 'The outlet'}, analyse(document.text, models))
}

function isDoubt({value}: Modality): boolean {
  return value !== 'certain'
}

/** An event as readers took it, and as it is told. */
export interface JudgedEvent {
  readonly factuality: number
  readonly told: Pick<Assertion, 'polarity' | 'value'>
}

function judgedEvents({text, events}: EventSentence, models: Models): JudgedEvent[] {
  const {analysis} = materialOf(text, models)
  return events.map(({span, factuality}) => ({factuality, told: assertionOf(analysis, wordAt(analysis, span.start))}))
}

/** How many of the wanted events of a sentence are told as denied or with a doubt. */
export function countEvents(events: readonly JudgedEvent[], isWanted: (factuality: number) => boolean): Count {
  return countOf(
    events.map(({factuality, told}) => ({
      isFound: told.polarity === 'negative' || told.value !== 'certain',
      isWanted: isWanted(factuality)
    }))
  )
}

function foundFactuality({told: {polarity, value}}: JudgedEvent): number {
  return polarity === 'negative' ? Math.min(FACTUALITY_OF_DENIED, FACTUALITY[value]) : FACTUALITY[value]
}

/** Pearson's, between readers' factuality and ours. */
export function correlation(texts: readonly (readonly JudgedEvent[])[]): number {
  const pairs = texts.flat().map(event => [event.factuality, foundFactuality(event)] as const)
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length
  const [meanReaders, meanFound] = [mean(0), mean(1)]
  let [both, ofReaders, ofFound] = [0, 0, 0]
  for (const [readers, found] of pairs) {
    both += (readers - meanReaders) * (found - meanFound)
    ofReaders += (readers - meanReaders) ** 2
    ofFound += (found - meanFound) ** 2
  }
  return both === 0 ? 0 : both / Math.sqrt(ofReaders * ofFound)
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
