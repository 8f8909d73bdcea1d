import type {Document} from '../../intake/document.ts'
import {foldName} from '../fold-name.ts'
import type {Subject} from '../identity/identity-index.ts'
import {MADE_FROM} from '../judging/effective-reading.ts'
import type {Found, StoredEntity} from '../store.ts'
import {claimsAt} from './claims-at.ts'
import {listClaims} from './find-claims.ts'
import {listDocuments, summariesOf} from './find-documents.ts'
import {findEntity, readAddress} from './find-entities.ts'
import {SqliteIdentity} from './sqlite-identity.ts'
import type {InProject} from './tables.ts'

/** More than this many meanings are of no use to anyone. */
const FOUND_MAX = 20

/** Whatever `words` may mean, the surest first. */
export async function resolveWords(scope: InProject, words: string): Promise<Found[]> {
  const asked = words.trim()
  if (asked === '') return []
  for (const resolve of [byId, byAddress, bySource, byName, byTitle]) {
    const found = await resolve(scope, asked)
    if (found.length > 0) return found.slice(0, FOUND_MAX)
  }
  return []
}

/** Which of the hidden documents `words` may mean: its id or the first characters of it, a source, or a title. */
export async function resolveForgotten({db, project}: InProject, words: string): Promise<Found[]> {
  const asked = words.trim()
  if (asked === '') return []
  const hidden = await db
    .selectFrom('forgotten')
    .innerJoin('document', join =>
      join.onRef('document.project', '=', 'forgotten.project').onRef('document.id', '=', 'forgotten.document')
    )
    .innerJoin('run', join =>
      join.onRef('run.project', '=', 'document.project').onRef('run.document', '=', 'document.id')
    )
    .innerJoin('capture', join =>
      join.onRef('capture.project', '=', 'document.project').onRef('capture.sha256', '=', 'document.sha256')
    )
    .select(['document.id', 'run.description', 'capture.source'])
    .where('forgotten.project', '=', project)
    .orderBy('document.recorded', 'desc')
    .orderBy('run.recorded')
    .execute()
  const labels = new Map<string, string>()
  for (const {id, description, source} of hidden) {
    const {title}: Document = JSON.parse(description)
    const isMeant =
      id.startsWith(asked) || source === asked || (title !== undefined && foldName(title) === foldName(asked))
    if (isMeant) labels.set(id, title ?? source)
  }
  return [...labels].slice(0, FOUND_MAX).map(([id, label]) => ({kind: 'document', id, label}))
}

async function byId(scope: InProject, asked: string): Promise<Found[]> {
  if (!/^[a-z]+-[0-9a-f]{4,}$/.test(asked)) return []
  const documents = await showDocuments(scope, await idsFrom(scope, 'document', asked))
  const claims = await showClaims(scope, await idsFrom(scope, 'claim', asked))
  return [...documents, ...claims, ...(await claimsMade(scope, asked))]
}

/** Claims that no reader found, by the first characters of their ids: people made them. */
async function claimsMade(scope: InProject, prefix: string): Promise<Found[]> {
  const {db, project} = scope
  const rows = await db
    .selectFrom('effect_claim')
    .select(['doc', 'position', 'claim', 'kind'])
    .where('project', '=', project)
    .where('claim', '>=', prefix)
    .where('claim', '<', `${prefix}g`)
    .where('position', '>=', MADE_FROM)
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom('claim')
            .select('claim.id')
            .where('claim.project', '=', project)
            .whereRef('claim.id', '=', 'effect_claim.claim')
        )
      )
    )
    .orderBy('claim')
    .limit(FOUND_MAX)
    .execute()
  const shown = new Map((await claimsAt(scope, rows)).map(({id, words}) => [id, words.join(' … ')]))
  return rows.map(({claim, kind}) => ({kind: 'claim', id: claim, claimKind: kind, label: shown.get(claim) ?? claim}))
}

/** Ids that begin with `prefix`: `g` follows every hexadecimal digit. */
async function idsFrom({db, project}: InProject, table: 'document' | 'claim', prefix: string): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .distinct()
    .where('project', '=', project)
    .where('id', '>=', prefix)
    .where('id', '<', `${prefix}g`)
    .orderBy('id')
    .limit(FOUND_MAX)
    .execute()
  return rows.map(({id}) => id)
}

async function byAddress(scope: InProject, asked: string): Promise<Found[]> {
  const address = readAddress(asked)
  if (!address) return []
  const documents = await byId(scope, address.document)
  const entities = await Promise.all(
    documents.filter(({kind}) => kind === 'document').map(({id}) => findEntity(scope, `${id}:${address.entity}`))
  )
  return entities.filter(entity => entity !== undefined).map(showEntity)
}

async function bySource(scope: InProject, asked: string): Promise<Found[]> {
  const rows = await scope.db
    .selectFrom('capture')
    .innerJoin('document', join =>
      join.onRef('document.project', '=', 'capture.project').onRef('document.sha256', '=', 'capture.sha256')
    )
    .select('document.id')
    .distinct()
    .where('capture.project', '=', scope.project)
    .where('capture.source', '=', asked)
    .orderBy('document.recorded', 'desc')
    .limit(FOUND_MAX)
    .execute()
  return showDocuments(
    scope,
    rows.map(({id}) => id)
  )
}

/** Each subject once, by the address of its first bearer. Who is called exactly so is meant, and not who is called alike. */
async function byName(scope: InProject, asked: string): Promise<Found[]> {
  const subjects = await new SqliteIdentity(scope).find(asked, {limit: FOUND_MAX})
  const titled = await byTitle(scope, asked, {isWhole: true})
  const called = subjects.filter(({match}) => match === 1)
  return [...titled, ...(0 < called.length ? called : subjects).map(showSubject)]
}

async function byTitle(scope: InProject, asked: string, {isWhole = false} = {}): Promise<Found[]> {
  if (foldName(asked) === '') return []
  const {items} = await listDocuments(scope, {words: asked, limit: FOUND_MAX})
  return items
    .filter(({title = ''}) => !isWhole || foldName(title) === foldName(asked))
    .map(({id, title, ref}) => ({kind: 'document', id, label: title ?? ref}))
}

async function showDocuments(scope: InProject, ids: readonly string[]): Promise<Found[]> {
  const summaries = await summariesOf(scope, ids)
  return [...summaries.values()].map(({id, title, ref}) => ({kind: 'document', id, label: title ?? ref}))
}

async function showClaims(scope: InProject, ids: readonly string[]): Promise<Found[]> {
  const pages = await Promise.all(ids.map(id => listClaims(scope, {id, includeUnsupported: true, limit: 1})))
  return pages.flatMap(({items}) =>
    items.map(({id, claimKind, words}) => ({kind: 'claim' as const, id, claimKind, label: words.join(' … ')}))
  )
}

function showEntity({address, entity, document}: StoredEntity): Found {
  return {kind: 'entity', id: address, label: `${entity.name} (${entity.kind}) in ${document.title ?? document.ref}`}
}

function showSubject({address, name, kind, documentCount}: Subject): Found {
  const where = documentCount === 1 ? '1 document' : `${documentCount} documents`
  return {kind: 'entity', id: address, label: `${name} (${kind}) in ${where}`}
}
