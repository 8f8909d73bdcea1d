import {HARBOUR, journeyOf} from '../support/journeys.ts'

/** How many claims each of them has. */
export const LINES = 30

/** One of any number of different documents, long enough that saving it takes several pages. */
export function numberedJourney(number: number): ReturnType<typeof journeyOf> {
  const lines = Array.from({length: LINES}, (_, index) => ({
    speaker: `Speaker ${(number * 7 + index) % 50}`,
    cue: 'said',
    words: `matter ${index} of report ${number} would be heard before the harbour board in the ${index % 12} month`
  }))
  return journeyOf({...HARBOUR, title: `Report ${number}`, lines})
}
