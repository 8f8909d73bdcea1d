import {sql, type Transaction} from 'kysely'
import {edtfBounds} from '../../language/edtf.ts'
import {statedCredits} from '../origins/credits.ts'
import {groupOrigins} from '../origins/group-origins.ts'
import {type OriginDocument, type OriginLink, originLink} from '../origins/origin-links.ts'
import {outletKey} from '../origins/outlet-key.ts'
import {KEYS_SHARED_MIN, type Sketch, sketchKeys, sketchOf} from '../origins/sketch.ts'
import type {Deriver} from './derive-document.ts'
import type {InEffect} from './document-in-effect.ts'
import {chunks, insertAll} from './insert-all.ts'
import {isSame} from './same-rows.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>
type SketchRow = Tables['sketch']

/** Which documents are of one origin by their texts and by what they state. */
export const ORIGINS: Deriver = {
  async add(trx, effect) {
    const {project, doc} = effect
    const row = sketchRow(effect)
    const keys = sketchKeys(unpackSketch(row))
    const others = await candidates(trx, project, keys)
    await trx.insertInto('sketch').values(row).execute()
    await insertAll(
      trx,
      'sketch_band',
      keys.map(band => ({project, band, doc}))
    )
    const document = originDocument(row)
    const links = others.flatMap(other => originLink(document, originDocument(other)) ?? [])
    await insertAll(
      trx,
      'origin_link',
      links.map(link => linkRow(project, link))
    )
    await joinOrigins(trx, project, doc, links)
  },

  async remove(trx, project, doc) {
    const [row] = await sketchesOf({db: trx, project}, [doc])
    if (!row) return
    for (const band of sketchKeys(unpackSketch(row)))
      await trx
        .deleteFrom('sketch_band')
        .where('project', '=', project)
        .where('band', '=', band)
        .where('doc', '=', doc)
        .execute()
    await trx.deleteFrom('sketch').where('project', '=', project).where('doc', '=', doc).execute()
    await trx.deleteFrom('origin_link').where('project', '=', project).where('one', '=', doc).execute()
    await trx.deleteFrom('origin_link').where('project', '=', project).where('other', '=', doc).execute()
    const members = (await membersWith({db: trx, project}, doc)).filter(member => member !== doc)
    await trx.deleteFrom('origin').where('project', '=', project).where('doc', '=', doc).execute()
    await partOrigins(trx, project, members)
  },

  async *check(db, effect) {
    const {project, doc, document} = effect
    const row = sketchRow(effect)
    const kept = await sketchesOf({db, project}, [doc])
    const bands = await bandsOf({db, project}, doc, row)
    if (!isSame(kept.map(comparable), [row].map(comparable)) || bands !== sketchKeys(unpackSketch(row)).length)
      yield `document ${document}: the sketch of its text is not that of its text`
    yield* ownLinkFaults({db, project}, effect, row)
  },

  async *checkTogether(db, project) {
    for (const table of ['sketch', 'sketch_band', 'origin'] as const) {
      const {rows} = await sql<{stray: number}>`
        select count(*) as stray from ${sql.table(table)} as row where project = ${project} and not exists (
          select 1 from effect where effect.project = row.project and effect.doc = row.doc)`.execute(db)
      if (rows[0]!.stray > 0) yield `${rows[0]!.stray} rows of ${table} belong to no document in effect`
    }
    yield* linkFaults(db, project)
    yield* partFaults(db, project)
  }
}

/** The text that other papers would print: without headline, byline, captions and what stands around it. */
function bodyText({text, parts}: InEffect['journey']['document']): string {
  const bodies = parts.filter(({kind}) => kind === 'body')
  return bodies.length === 0 ? text : bodies.map(({start, end}) => text.slice(start, end)).join('\n')
}

function sketchRow({project, doc, journey: {document}}: Pick<InEffect, 'project' | 'doc' | 'journey'>): SketchRow {
  const {hashes, stretchCount} = sketchOf(bodyText(document))
  const published = document.published === undefined ? undefined : edtfBounds(document.published)
  return {
    project,
    doc,
    sketch: packHashes(hashes),
    stretch_count: stretchCount,
    outlet: document.outlet === undefined ? null : outletKey(document.outlet),
    credits: JSON.stringify(statedCredits(document)),
    published_earliest: published?.earliest ?? null,
    published_latest: published?.latest ?? null
  }
}

/** Little-endian on every machine, so that a record can move. */
function packHashes(hashes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, hash] of hashes.entries()) view.setUint32(index * 4, hash, true)
  return bytes
}

function unpackSketch({sketch, stretch_count}: SketchRow): Sketch {
  const view = new DataView(sketch.buffer, sketch.byteOffset, sketch.byteLength)
  const hashes = Array.from({length: sketch.byteLength / 4}, (_, index) => view.getUint32(index * 4, true))
  return {hashes, stretchCount: stretch_count}
}

/** A kept row as origins are judged by; its id is the document's place in the log, so written that order is kept. */
function originDocument(row: SketchRow): OriginDocument {
  const {doc, outlet, credits, published_earliest: earliest, published_latest: latest} = row
  return {
    id: docId(doc),
    sketch: unpackSketch(row),
    ...(outlet !== null && {outlet}),
    credits: JSON.parse(credits),
    ...(earliest !== null && latest !== null && {published: {earliest, latest}})
  }
}

function docId(doc: number): string {
  return String(doc).padStart(12, '0')
}

/** A stretch that many texts have is no clue: no more of them than this are looked at for it. Copies share rarer ones. */
const DOCUMENTS_A_KEY_MAX = 100
/** Copies share a third of their keys or more, and stand before texts that share stock phrases; more copies than this are of one origin already. */
const COMPARED_MAX = 40

async function candidates(trx: InProject['db'], project: string, keys: readonly number[]): Promise<SketchRow[]> {
  if (keys.length === 0) return []
  const arms = keys.map(
    key =>
      sql`select * from (select doc from sketch_band where project = ${project} and band = ${key} limit ${DOCUMENTS_A_KEY_MAX})`
  )
  const {rows} = await sql<{doc: number}>`
    select doc from (${sql.join(arms, sql` union all `)}) group by doc having count(*) >= ${KEYS_SHARED_MIN}
    order by count(*) desc, doc limit ${COMPARED_MAX}`.execute(trx)
  return sketchesOf(
    {db: trx, project},
    rows.map(({doc}) => doc)
  )
}

/** The kept sketches of these documents. */
async function sketchesOf({db, project}: InProject, docs: readonly number[]): Promise<SketchRow[]> {
  const rows: SketchRow[] = []
  for (const chunk of chunks(docs))
    rows.push(
      ...(await db.selectFrom('sketch').selectAll().where('project', '=', project).where('doc', 'in', chunk).execute())
    )
  return rows
}

function linkRow(project: string, {one, other, kind, reason, words}: OriginLink): Tables['origin_link'] {
  return {project, one: Number(one), other: Number(other), kind, reason, words: JSON.stringify(words)}
}

/** A kept link as it was found. */
export function showLink({one, other, kind, reason, words}: Tables['origin_link']): OriginLink {
  return {one: docId(one), other: docId(other), kind, reason, words: JSON.parse(words)}
}

/** The origin of a group is the first of its documents on record. */
async function joinOrigins(trx: Save, project: string, doc: number, links: readonly OriginLink[]): Promise<void> {
  const neighbours = links.map(({one, other}) => (Number(one) === doc ? Number(other) : Number(one)))
  const known: number[] = []
  for (const chunk of chunks(neighbours)) {
    const rows = await trx
      .selectFrom('origin')
      .select('origin')
      .distinct()
      .where('project', '=', project)
      .where('doc', 'in', chunk)
      .execute()
    known.push(...rows.map(({origin}) => origin))
  }
  const origin = Math.min(doc, ...known)
  await trx.insertInto('origin').values({project, doc, origin}).execute()
  for (const other of new Set(known))
    if (other !== origin)
      await trx.updateTable('origin').set({origin}).where('project', '=', project).where('origin', '=', other).execute()
}

/** Every document that is of one origin with this one. */
export async function membersWith({db, project}: InProject, doc: number): Promise<number[]> {
  const rows = await db
    .selectFrom('origin as mine')
    .innerJoin('origin as theirs', join =>
      join.onRef('theirs.project', '=', 'mine.project').onRef('theirs.origin', '=', 'mine.origin')
    )
    .select('theirs.doc')
    .where('mine.project', '=', project)
    .where('mine.doc', '=', doc)
    .orderBy('theirs.doc')
    .execute()
  return rows.map(row => row.doc)
}

/** Who stays together where one of a group went. */
async function partOrigins(trx: Save, project: string, members: readonly number[]): Promise<void> {
  const links = await linksAmong({db: trx, project}, members)
  for (const group of groupOrigins(members.map(docId), links.map(showLink))) {
    const origin = Number(group.origin)
    for (const chunk of chunks(group.members.map(Number)))
      await trx.updateTable('origin').set({origin}).where('project', '=', project).where('doc', 'in', chunk).execute()
  }
}

/** The kept links that begin at these documents: those of a whole group are all among them. */
export async function linksAmong({db, project}: InProject, docs: readonly number[]): Promise<Tables['origin_link'][]> {
  const rows: Tables['origin_link'][] = []
  for (const chunk of chunks(docs))
    rows.push(
      ...(await db
        .selectFrom('origin_link')
        .selectAll()
        .where('project', '=', project)
        .where('one', 'in', chunk)
        .execute())
    )
  return rows
}

async function bandsOf({db, project}: InProject, doc: number, row: SketchRow): Promise<number> {
  const keys = sketchKeys(unpackSketch(row))
  if (keys.length === 0) return 0
  const {count} = await db
    .selectFrom('sketch_band')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('project', '=', project)
    .where('band', 'in', keys)
    .where('doc', '=', doc)
    .executeTakeFirstOrThrow()
  return count
}

function comparable({sketch, ...row}: SketchRow) {
  return {...row, sketch: Buffer.from(sketch).toString('hex')}
}

/** Whether the document has its origin, and is linked with all that its text and what it states link it with. */
async function* ownLinkFaults(
  {db, project}: InProject,
  {doc, document}: InEffect,
  row: SketchRow
): AsyncGenerator<string> {
  if (!(await membersWith({db, project}, doc)).includes(doc)) yield `document ${document} is of no origin`
  const others = (await candidates(db, project, sketchKeys(unpackSketch(row)))).filter(other => other.doc !== doc)
  // Of more it is not known which were looked at.
  if (COMPARED_MAX / 2 < others.length) return
  const {rows: kept} = await sql<{one: number; other: number}>`
    select one, other from origin_link where project = ${project} and one = ${doc}
    union all select one, other from origin_link where project = ${project} and other = ${doc}`.execute(db)
  const linked = new Set(kept.map(({one, other}) => (one === doc ? other : one)))
  const own = originDocument(row)
  for (const other of others)
    if (!linked.has(other.doc) && originLink(own, originDocument(other)))
      yield `document ${document} is not linked with one of the same origin, at ${other.doc} of the log`
}

/** Every kept link is one that the two sketches bear out. */
async function* linkFaults(db: InProject['db'], project: string): AsyncGenerator<string> {
  const links = await db.selectFrom('origin_link').selectAll().where('project', '=', project).execute()
  for (const link of links) {
    const [one, other] = await sketchesOf({db, project}, [link.one, link.other])
    const expected = one && other && originLink(originDocument(one), originDocument(other))
    if (!expected || !isSame([link], [linkRow(project, expected)]))
      yield `why the documents at ${link.one} and ${link.other} of the log are of one origin is not what they say`
  }
}

async function* partFaults(db: InProject['db'], project: string): AsyncGenerator<string> {
  const rows = await db.selectFrom('origin').selectAll().where('project', '=', project).execute()
  const links = await db.selectFrom('origin_link').selectAll().where('project', '=', project).execute()
  const groups = groupOrigins(
    rows.map(({doc}) => docId(doc)),
    links.map(showLink)
  )
  const expected = groups.flatMap(({origin, members}) =>
    members.map(member => ({project, doc: Number(member), origin: Number(origin)}))
  )
  if (!isSame(rows, expected)) yield 'which documents are of one origin is not what links them'
}
