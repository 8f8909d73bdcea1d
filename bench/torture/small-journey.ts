import {HARBOUR, journeyOf} from '../../test/support/journeys.ts'

/** How many claims each of them has. */
const LINES = 4

const SPEAKERS = [
  'Anna Marlow',
  'Tomas Quill',
  'Ida Fenn',
  'Jörg Ebersøn',
  'Petra Halloway',
  'Samir Dorne',
  'Lucia Brandt',
  'Otto Vesterby',
  'Nadia Kerrow',
  'Emil Strand',
  'Rosa Tellier'
]

const remembered = new Map<number, ReturnType<typeof journeyOf>>()

/** One of any number of different documents, small, so that much can happen to many of them in little time. */
export function smallJourney(number: number): ReturnType<typeof journeyOf> {
  const known = remembered.get(number)
  if (known) return known
  const lines = Array.from({length: LINES}, (_, index) => ({
    speaker: SPEAKERS[(number * 3 + index) % SPEAKERS.length]!,
    cue: index % 2 === 0 ? 'said' : 'denied',
    words: `matter ${index} of report ${number} would be heard before the harbour board`
  }))
  const journey = journeyOf({...HARBOUR, title: `Report ${number}`, lines})
  remembered.set(number, journey)
  return journey
}
