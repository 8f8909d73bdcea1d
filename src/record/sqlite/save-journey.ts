import {hash} from 'node:crypto'
import {promisify} from 'node:util'
import {zstdCompress} from 'node:zlib'
import type {Insertable, Transaction} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import type {Entity, Reading} from '../../reading/reading.ts'
import {contentId} from '../../text/content-id.ts'
import {claimsOf, type KindedClaim} from '../claims-of.ts'
import {RecordConflict} from '../record-errors.ts'
import {rowHash} from '../row-hash.ts'
import type {CaptureWithBytes, Saved} from '../store.ts'
import {deriveLater} from './catch-up.ts'
import {foldedSource, listingOf, nameRows, partRows} from './derived-rows.ts'
import {captureHash, documentHash, findingHash, runHash} from './hashes.ts'
import {keepImport} from './import-rows.ts'
import {insertAll} from './insert-all.ts'
import {addToLog} from './log.ts'
import {standingPurge} from './purge-digest.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>

/** Save one document with its reading and its bytes in one transaction: all of it, or nothing. */
export async function saveJourney(
  {db, project}: InProject,
  journey: Journey,
  capture: CaptureWithBytes
): Promise<Saved> {
  refuseMismatch(journey, capture)
  const blob = await packBlob(capture.bytes)
  return db.transaction().execute(async trx => {
    const {document, reading} = journey
    const claims = claimsOf(reading)
    const unchanged = {
      documentId: document.id,
      runId: runId(reading),
      isNew: false,
      captureAdded: false,
      runAdded: false,
      claimsAdded: 0,
      claimCount: claims.length,
      isForgotten: false
    }
    if (await isForgotten(trx, project, document.id)) return {...unchanged, isForgotten: true}
    const purgedBy = await standingPurge(trx, project, document.id)
    if (purgedBy !== undefined) return {...unchanged, purgedBy}
    await trx
      .insertInto('blob')
      .values({project, sha256: document.sha256, ...blob})
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const isNew = await addDocument(trx, project, journey, capture.at)
    const captureAdded = await addCapture(trx, project, document.sha256, capture)
    const added = await addRun(trx, project, journey, claims, {id: unchanged.runId, at: capture.at})
    return {...unchanged, isNew, captureAdded, runAdded: added !== undefined, claimsAdded: added ?? 0}
  })
}

function refuseMismatch({document, reading}: Journey, {bytes}: CaptureWithBytes): void {
  const sha256 = hash('sha256', bytes, 'hex')
  if (sha256 !== document.sha256)
    throw new RangeError(
      `Cannot save document ${document.id}: it is of bytes ${document.sha256}, and these are ${sha256}`
    )
  if (reading.document.id !== document.id)
    throw new RangeError(`Cannot save document ${document.id}: the reading is of ${reading.document.id}`)
}

const compress = promisify(zstdCompress)

async function packBlob(
  bytes: Uint8Array
): Promise<Pick<Insertable<Tables['blob']>, 'byte_count' | 'encoding' | 'bytes'>> {
  const packed = await compress(bytes)
  return packed.length < bytes.length
    ? {byte_count: bytes.length, encoding: 'zstd', bytes: packed}
    : {byte_count: bytes.length, encoding: 'as-is', bytes}
}

/** From what was read, not from where: the same reader that finds the same things again is the same run. */
function runId({document: {ref: _, ...document}, ...reading}: Reading): string {
  return contentId('run', rowHash({...reading, document}))
}

async function isForgotten(trx: Save, project: string, document: string): Promise<boolean> {
  const found = await trx
    .selectFrom('forgotten')
    .select('document')
    .where('project', '=', project)
    .where('document', '=', document)
    .executeTakeFirst()
  return found !== undefined
}

async function addDocument(trx: Save, project: string, {document}: Journey, at: string): Promise<boolean> {
  const text = document.text.toWellFormed()
  const textSha256 = hash('sha256', text, 'hex')
  const known = await trx
    .selectFrom('document')
    .select('text_sha256')
    .where('project', '=', project)
    .where('id', '=', document.id)
    .executeTakeFirst()
  if (known) {
    if (known.text_sha256 === textSha256) return false
    throw new RecordConflict(`Cannot save document ${document.id}: the record holds another text under this id`)
  }
  const row = {
    id: document.id,
    sha256: document.sha256,
    algorithm: document.algorithm,
    text,
    text_sha256: textSha256,
    source_map: document.sourceMap ? await compress(JSON.stringify(document.sourceMap)) : null,
    saved_at: at
  }
  const recorded = await addToLog(trx, project, {kind: 'document', id: row.id, hash: documentHash(row), at})
  await trx
    .insertInto('document')
    .values({project, ...row, recorded})
    .execute()
  return true
}

/** The same bytes from the same source are one capture, the first. */
async function addCapture(
  trx: Save,
  project: string,
  sha256: string,
  {source, at, headers = {}, batch}: CaptureWithBytes
): Promise<boolean> {
  const id = contentId('capture', sha256, source)
  const known = await trx
    .selectFrom('capture')
    .select('id')
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return false
  const row = {
    id,
    sha256,
    source: source.toWellFormed(),
    at,
    headers: JSON.stringify(headers),
    batch: batch ? await keepImport(trx, project, batch) : null
  }
  const recorded = await addToLog(trx, project, {kind: 'capture', id: id, hash: captureHash(row), at})
  await trx
    .insertInto('capture')
    .values({project, ...row, folded_source: foldedSource({source}), recorded})
    .execute()
  return true
}

/** @returns how many of its claims are new to the record; undefined when the run is already there */
async function addRun(
  trx: Save,
  project: string,
  {document, reading}: Journey,
  claims: readonly KindedClaim[],
  {id, at}: {id: string; at: string}
): Promise<number | undefined> {
  const known = await trx
    .selectFrom('run')
    .select('id')
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirst()
  if (known) return undefined

  const findings = claims.map(({claimKind, claim}, position) => {
    const json = JSON.stringify(claim)
    const finding = {claim: claim.id, kind: claimKind, json}
    return {
      project,
      run: id,
      position,
      document: document.id,
      ...finding,
      score: claim.score,
      hash: findingHash(finding)
    }
  })
  const row = {
    id,
    document: document.id,
    at,
    reader: JSON.stringify(reading.reader),
    description: JSON.stringify(descriptionOf(document)),
    frame: JSON.stringify(frameOf(reading)),
    claim_count: claims.length
  }
  const recorded = await addToLog(trx, project, {
    kind: 'run',
    id: id,
    hash: runHash(row, reading.entities, findings),
    at
  })
  await trx
    .insertInto('run')
    .values({
      project,
      ...row,
      ...listingOf(document),
      recorded
    })
    .execute()
  await addEntities(trx, project, id, reading.entities)
  const claimsAdded = await addClaims(trx, project, document.id, id, claims)
  await insertAll(
    trx,
    'finding',
    findings.map(finding => ({...finding, recorded}))
  )
  await insertAll(trx, 'claim_part', partRows(project, id, {document, reading}))
  await deriveLater(trx, project, document.id)
  return claimsAdded
}

function descriptionOf({text: _text, sourceMap: _sourceMap, ...description}: Journey['document']): object {
  return description
}

function frameOf({format, reader, document, dates, notices}: Reading): object {
  const {text: _, ...frame} = document
  return {format, reader, document: frame, dates, notices}
}

async function addEntities(trx: Save, project: string, run: string, entities: readonly Entity[]): Promise<void> {
  const rows = entities.map(({id, kind, name, names, mentions}, position) => ({
    project,
    run,
    id,
    position,
    kind,
    name: name.toWellFormed(),
    names: JSON.stringify(names),
    mention_count: mentions.length
  }))
  await insertAll(trx, 'entity', rows)
  const mentions = entities.flatMap(({id, mentions}) =>
    mentions.map(({start, end, form}, position) => ({project, run, entity: id, position, start, end, form}))
  )
  await insertAll(trx, 'mention', mentions)
  await insertAll(trx, 'name', nameRows(project, run, entities))
}

async function addClaims(
  trx: Save,
  project: string,
  document: string,
  run: string,
  claims: readonly KindedClaim[]
): Promise<number> {
  const rows = claims.map(({claimKind, claim}) => ({project, document, id: claim.id, kind: claimKind, first_run: run}))
  return insertAll(trx, 'claim', rows, {skipKnown: true})
}
