import {HARBOUR, journeyOf} from '../../test/support/journeys.ts'

/** How many claims each of them has. */
const LINES = 4

const FORENAMES = ['Anna', 'Tomas', 'Ida', 'Otto', 'Petra', 'Samir', 'Lucia', 'Emil', 'Nadia', 'Rosa', 'Hugo', 'Greta']
const SURNAME_STARTS = [
  'Brand',
  'Holm',
  'Kerr',
  'Vest',
  'Dorn',
  'Quill',
  'Tell',
  'Strand',
  'Marl',
  'Fenn',
  'Gav',
  'Luth'
]
const SURNAME_ENDS = [
  'erby',
  'ow',
  'iston',
  'agan',
  'ulescu',
  'ovic',
  'eide',
  'antis',
  'ipley',
  'uzzi',
  'omar',
  'ekker',
  'ylund'
]

const remembered = new Map<number, ReturnType<typeof journeyOf>>()

/** One of any number of different documents, small, so that much can happen to many of them in little time. */
export function smallJourney(number: number): ReturnType<typeof journeyOf> {
  const known = remembered.get(number)
  if (known) return known
  const lines = Array.from({length: LINES}, (_, index) => ({
    speaker: speakerOf(number * 3 + index),
    cue: index % 2 === 0 ? 'said' : 'denied',
    words: `matter ${index} ${traceOf(number)} before the harbour board`
  }))
  const journey = journeyOf({...HARBOUR, title: `Report ${number}`, lines})
  remembered.set(number, journey)
  return journey
}

/** Words that stand in this document and in no other. */
export function traceOf(number: number): string {
  return `of report ${number} would be heard`
}

/** Neighbouring documents share a speaker; few others do, as few people are in most of an archive. */
function speakerOf(number: number): string {
  const end = Math.floor(number / SURNAME_STARTS.length)
  const forename = Math.floor(end / SURNAME_ENDS.length) + number
  return `${at(FORENAMES, forename)} ${at(SURNAME_STARTS, number)}${at(SURNAME_ENDS, end)}`
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length]!
}
