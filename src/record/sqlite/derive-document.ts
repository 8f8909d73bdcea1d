import type {Transaction} from 'kysely'
import {
  addedEntities,
  changedClaims,
  type Derivation,
  effectRow,
  type InEffect,
  inEffect,
  loadEffective
} from './document-in-effect.ts'
import {IDENTITY} from './identity-rows.ts'
import {insertAll} from './insert-all.ts'
import {targetRows} from './judgement-rows.ts'
import {NEWS} from './news-deriver.ts'
import {ORIGINS} from './origin-rows.ts'
import {addSearchRows, removeSearchRows} from './search-rows.ts'
import type {InProject, Tables} from './tables.ts'
import {TIMELINES} from './timeline-rows.ts'

type Save = Transaction<Tables>

/** Something that is derived from documents in effect. */
export interface Deriver {
  /** Called when a document comes into effect, or again after `remove` when what it says has changed. */
  add(trx: Save, effect: InEffect): Promise<void>
  /** Called before a document goes out of effect or changes; its rows in `effect` still stand. */
  remove(trx: Save, project: string, doc: number): Promise<void>
  /** Whether what was derived from this document is still what would be derived from it now: words for each fault. */
  check?(db: InProject['db'], effect: InEffect): AsyncGenerator<string>
  /** The same of what is derived from all documents of a project together. */
  checkTogether?(db: InProject['db'], project: string): AsyncGenerator<string>
}

/**
 * Raised whenever something else would be derived from the same documents: a rule or a table of names that changed. A record that was
 * derived by another version is derived anew when it is opened.
 */
export const DERIVING_VERSION = 6

/** In the order in which they are added. */
export const DERIVERS: readonly Deriver[] = [IDENTITY, TIMELINES, ORIGINS, NEWS]

/** Make what follows from each of these documents what it should be now: nothing at all where it is hidden. */
export async function deriveDocuments(trx: Save, project: string, documents: Iterable<string>): Promise<void> {
  for (const document of documents) {
    await removeDerived(trx, project, document)
    const derivation = await loadEffective(trx, project, document)
    if (derivation) await addDerived(trx, derivation)
  }
}

/** Take away all that was derived in a project, from which document ever. */
export async function forgetDerived(trx: Save, project: string): Promise<void> {
  for (const table of DERIVED_TABLES) await trx.deleteFrom(table).where('project', '=', project).execute()
  await trx
    .deleteFrom('search_words')
    .where('rowid', 'not in', ({selectFrom}) => selectFrom('search_row').select('search_row.id'))
    .execute()
  const judgements = await trx.selectFrom('judgement').selectAll().where('project', '=', project).execute()
  await insertAll(trx, 'judgement_target', judgements.flatMap(targetRows))
}

/** Each with a project in its rows. */
const DERIVED_TABLES = [
  'to_derive',
  'search_row',
  'judgement_target',
  'effect',
  'effect_claim',
  'effect_entity',
  'appellation_key',
  'appellation_match',
  'judged_end',
  'appellation_claim',
  'appellation',
  'bearer',
  'sense_link',
  'sense_feature',
  'sense',
  'role_fact',
  'claim_key',
  'claim_key_list',
  'contradiction_part',
  'contradiction',
  'sketch',
  'sketch_band',
  'origin',
  'origin_link'
] as const

async function addDerived(trx: Save, derivation: Derivation): Promise<void> {
  const {project, row, effective} = derivation
  await trx.insertInto('effect').values(effectRow(derivation)).execute()
  await insertAll(trx, 'effect_claim', changedClaims(derivation))
  await insertAll(trx, 'effect_entity', addedEntities(derivation))
  await addSearchRows(trx, project, row.id, effective)
  const effect = inEffect(derivation)
  for (const deriver of DERIVERS) await deriver.add(trx, effect)
}

/** Take away all that follows from a document, and that it waits for being derived. */
export async function removeDerived(trx: Save, project: string, document: string): Promise<void> {
  await trx.deleteFrom('to_derive').where('project', '=', project).where('document', '=', document).execute()
  const known = await trx
    .selectFrom('effect')
    .select('doc')
    .where('project', '=', project)
    .where('document', '=', document)
    .executeTakeFirst()
  if (!known) return
  for (const deriver of DERIVERS.toReversed()) await deriver.remove(trx, project, known.doc)
  await removeSearchRows(trx, project, document)
  for (const table of ['effect_claim', 'effect_entity', 'effect'] as const)
    await trx.deleteFrom(table).where('project', '=', project).where('doc', '=', known.doc).execute()
}
