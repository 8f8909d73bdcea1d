import {findDateline} from './datelines.ts'
import type {Document} from './document.ts'

/** The places that the datelines of a document name, as they are printed: "HARNAI" of "HARNAI —". */
export function datelinePlaces({parts, text}: Document): string[] {
  return (
    parts
      .filter(({kind}) => kind === 'dateline')
      // A dateline is one only before a sentence, whose first letter stands in for it.
      .flatMap(({start, end}) => findDateline(`${text.slice(start, end)} A`, text)?.places ?? [])
  )
}
