import {sql, type Transaction} from 'kysely'
import {edtfBounds} from '../../language/edtf.ts'
import type {Journey} from '../../pipeline.ts'
import {searchables} from '../searchables.ts'
import {insertAll} from './save-journey.ts'
import type {Tables} from './tables.ts'

/** What marks a match in FTS5's output; taken out of what goes in, so that a document cannot forge one. */
export const MARK_START = '\u0001'
export const MARK_END = '\u0002'

/** Put the claims and passages of one run into the full text index. */
export async function addSearchRows(
  trx: Transaction<Tables>,
  project: string,
  run: string,
  journey: Journey
): Promise<void> {
  const {document} = journey
  const days = document.published === undefined ? undefined : edtfBounds(document.published)
  const found = searchables(journey)
  const firstId = await nextRowId(trx)
  const rows = found.map((searchable, index) => ({
    id: firstId + index,
    project,
    document: document.id,
    run,
    claim: searchable.claim ?? null,
    kind: searchable.kind,
    part: searchable.part ?? null,
    start: searchable.start,
    end: searchable.end,
    speaker: searchable.speaker ?? null,
    speaker_name: searchable.speakerName ?? null,
    earliest: days?.earliest ?? null,
    latest: days?.latest ?? null
  }))
  await insertAll(trx, 'search_row', rows)
  const words = found.map(({words, names}, index) => ({
    rowid: firstId + index,
    words: withoutMarks(words),
    names: withoutMarks(names)
  }))
  await insertAll(trx, 'search_words', words)
}

/** Take a document out of the full text index. */
export async function removeSearchRows(trx: Transaction<Tables>, project: string, document: string): Promise<void> {
  const ids = trx.selectFrom('search_row').select('id').where('project', '=', project).where('document', '=', document)
  await trx.deleteFrom('search_words').where('rowid', 'in', ids).execute()
  await trx.deleteFrom('search_row').where('project', '=', project).where('document', '=', document).execute()
}

async function nextRowId(trx: Transaction<Tables>): Promise<number> {
  const {id} = await trx
    .selectFrom('search_row')
    .select(sql<number>`coalesce(max(id), 0) + 1`.as('id'))
    .executeTakeFirstOrThrow()
  return id
}

/** One character for one, so that offsets hold. */
function withoutMarks(words: string): string {
  return words.toWellFormed().replace(/[\u0000\u0001\u0002]/g, ' ')
}
