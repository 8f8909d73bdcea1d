import type {Insertable} from 'kysely'
import type {Capture, Document} from '../../intake/document.ts'
import {edtfBounds} from '../../language/edtf.ts'
import type {Journey} from '../../pipeline.ts'
import type {Entity} from '../../reading/reading.ts'
import {claimParts} from '../claim-parts.ts'
import {claimsOf} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
import {searchables} from '../searchables.ts'
import type {Tables} from './tables.ts'

// Everything here follows from what was saved, so that it can be made anew, and a check can see whether it still agrees.

/** By what names the entities of a run can be found. */
export function nameRows(project: string, run: string, entities: readonly Entity[]): Insertable<Tables['name']>[] {
  return entities.flatMap(({id, name, names}) =>
    [...new Set([name, ...names].map(foldName))]
      .filter(folded => folded !== '')
      .map(folded => ({project, folded, run, entity: id}))
  )
}

/** Which entities have a part in which claims of a run. */
export function partRows(project: string, run: string, {reading}: Journey): Insertable<Tables['claim_part']>[] {
  const entityIds = new Set(reading.entities.map(({id}) => id))
  return claimsOf(reading).flatMap((claim, position) =>
    claimParts(claim, entityIds).map(({entity, part}) => ({project, run, entity, part, position}))
  )
}

/** By what a run's document is found in lists. */
export function listingOf({
  title,
  outlet,
  authors,
  published
}: Document): Pick<Tables['run'], 'folded_words' | 'earliest' | 'latest'> {
  const days = published === undefined ? undefined : edtfBounds(published)
  return {
    folded_words: foldName([title, outlet, ...authors.map(({name}) => name)].join(' ')),
    earliest: days?.earliest ?? null,
    latest: days?.latest ?? null
  }
}

/** By what a capture is found in lists. */
export function foldedSource({source}: Pick<Capture, 'source'>): string {
  return foldName(source)
}

/** What marks a match in FTS5's output; taken out of what goes in, so that a document cannot forge one. */
export const MARK_START = '\u0001'
export const MARK_END = '\u0002'

/** One entry of the full text index: a row about it, and its words. */
export interface SearchEntry {
  readonly row: Omit<Tables['search_row'], 'id'>
  readonly words: Omit<Tables['search_words'], 'rowid'>
}

/** The claims and passages of a run as the full text index holds them. */
export function searchEntries(project: string, run: string, journey: Journey): SearchEntry[] {
  const {document} = journey
  const {earliest, latest} = listingOf(document)
  return searchables(journey).map(({kind, claim, part, start, end, speaker, speakerName, words, names}) => ({
    row: {
      project,
      document: document.id,
      run,
      claim: claim ?? null,
      kind,
      part: part ?? null,
      start,
      end,
      speaker: speaker ?? null,
      speaker_name: speakerName ?? null,
      earliest,
      latest
    },
    words: {words: withoutMarks(words), names: withoutMarks(names)}
  }))
}

/** One character for one, so that offsets hold. */
function withoutMarks(words: string): string {
  return words.toWellFormed().replace(/[\u0000\u0001\u0002]/g, ' ')
}
