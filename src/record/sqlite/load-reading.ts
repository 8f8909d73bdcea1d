import {promisify} from 'node:util'
import {zstdDecompress} from 'node:zlib'
import type {Kysely} from 'kysely'
import type {Document, SourceMap} from '../../intake/document.ts'
import type {Journey} from '../../pipeline.ts'
import type {Entity, Reading} from '../../reading/reading.ts'
import {claimLists} from '../claims-of.ts'
import type {Tables} from './tables.ts'

type RunRow = Tables['run']
type DocumentRow = Tables['document']

/** The document and the reading of one run, as they were saved. */
export async function loadJourney(db: Kysely<Tables>, run: RunRow): Promise<Journey> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('project', '=', run.project)
    .where('id', '=', run.document)
    .executeTakeFirstOrThrow()
  return {document: await documentOf(row, run), reading: await loadReading(db, run, row.text)}
}

/** The reading of one run, as it was saved. */
export async function loadReading(db: Kysely<Tables>, run: RunRow, text: string): Promise<Reading> {
  const {format, reader, document, dates, notices} = JSON.parse(run.frame)
  const {parts, ...described} = document
  const findings = await db
    .selectFrom('finding')
    .select(['kind', 'json'])
    .where('project', '=', run.project)
    .where('run', '=', run.id)
    .orderBy('position')
    .execute()
  const claims = findings.map(({kind, json}) => ({claimKind: kind, claim: JSON.parse(json)}))
  return {
    format,
    reader,
    document: {...described, text, parts},
    entities: await loadEntities(db, run.project, run.id),
    ...claimLists(claims),
    dates,
    notices
  }
}

/** Entities of one run, with their mentions. */
export async function loadEntities(db: Kysely<Tables>, project: string, run: string): Promise<Entity[]> {
  const rows = await db
    .selectFrom('entity')
    .selectAll()
    .where('project', '=', project)
    .where('run', '=', run)
    .orderBy('position')
    .execute()
  const mentions = await db
    .selectFrom('mention')
    .select(['entity', 'start', 'end', 'form'])
    .where('project', '=', project)
    .where('run', '=', run)
    .orderBy('entity')
    .orderBy('position')
    .execute()
  const mentionsByEntity = Map.groupBy(mentions, ({entity}) => entity)
  return rows.map(({id, kind, name, names}) => ({
    id,
    kind,
    name,
    names: JSON.parse(names),
    mentions: (mentionsByEntity.get(id) ?? []).map(({start, end, form}) => ({start, end, form}))
  }))
}

/** The document as this run was given it. */
export async function documentOf(row: DocumentRow, run: RunRow): Promise<Document> {
  const description: Omit<Document, 'text' | 'sourceMap'> = JSON.parse(run.description)
  const sourceMap = row.source_map && (await unpackSourceMap(row.source_map))
  return {...description, text: row.text, ...(sourceMap && {sourceMap})}
}

const decompress = promisify(zstdDecompress)

async function unpackSourceMap(packed: Uint8Array): Promise<SourceMap> {
  return JSON.parse((await decompress(packed)).toString('utf8'))
}

/** The bytes of a blob. Never more than it says it has. */
export async function unpackBlob({encoding, bytes, byte_count}: Tables['blob']): Promise<Uint8Array> {
  if (encoding === 'as-is') return bytes
  return decompress(bytes, {maxOutputLength: Math.max(byte_count, 1)})
}
