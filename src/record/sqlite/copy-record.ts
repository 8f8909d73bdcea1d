import {createHmac} from 'node:crypto'
import {realpathSync} from 'node:fs'
import {type Kysely, sql} from 'kysely'
import type {Copied, CopyOptions} from '../life/copied.ts'
import {RecordUnusable} from '../record-errors.ts'
import {deriveLater} from './catch-up.ts'
import {CopyOfEntries, type Entry} from './copy-entries.ts'
import {openDatabase} from './open-database.ts'
import {listProjects} from './projects.ts'
import {readSelf} from './proof-rows.ts'
import {purgedName} from './purge-digest.ts'
import type {InProject, Tables} from './tables.ts'

/**
 * Add everything that a project of the record at `path` holds and this one does not: documents, captures, runs, judgements and
 * imports, in the order of the other log, each under the id it has there.
 *
 * What belongs together is added in one transaction. A copy that is cut short leaves nothing by halves, and can be made again.
 */
export async function copyRecord(
  target: InProject,
  place: string,
  path: string,
  {fromProject = target.project}: CopyOptions
): Promise<Copied> {
  refuseItself(place, path, target.project === fromProject)
  const opened = await openDatabase(path, {create: false})
  try {
    const source = {db: opened.db, project: fromProject}
    await refuseEmpty(source, path)
    const copied = {documents: 0, captures: 0, runs: 0, judgements: 0, imports: 0, known: 0}
    const keptOut = new Map<string, string>()
    for await (const entries of savesOf(source))
      await target.db.transaction().execute(async trx => {
        const copy = new CopyOfEntries(source, trx, target.project)
        for (const entry of entries) await copy.add(entry)
        for (const document of copy.changed) await deriveLater(trx, target.project, document)
        for (const [counted, count] of copy.counts) copied[counted] += count
        for (const [document, purgedBy] of copy.keptOut) keptOut.set(document, purgedBy)
      })
    return {
      ...copied,
      keptOut: [...keptOut].map(([document, purgedBy]) => ({document, purgedBy})),
      purgedThere: await purgedThere(source, target)
    }
  } finally {
    await opened.db.destroy()
  }
}

function refuseItself(place: string, path: string, isSameProject: boolean): void {
  let isSameFile = false
  try {
    isSameFile = realpathSync(place) === realpathSync(path)
  } catch {
    // One that is not there is told of when it is opened.
  }
  if (isSameFile && isSameProject)
    throw new RecordUnusable('record_taken', `Cannot copy record "${path}" into itself: name another project`)
}

async function refuseEmpty(source: InProject, path: string): Promise<void> {
  const projects = await listProjects(source.db)
  if (projects.some(({name}) => name === source.project)) return
  const others = projects.map(({name}) => JSON.stringify(name)).join(', ')
  throw new RecordUnusable(
    'record_missing',
    `Cannot copy from "${path}": it has no project ${JSON.stringify(source.project)}. ${others === '' ? 'It is empty' : `It has ${others}: name one with --from-project`}`
  )
}

/** Entries of the log that one transaction adds: few enough that others who want to write wait for a moment only. */
const ENTRIES_AT_ONCE = 100

/** The opened entries of a log, in lists that part nothing that was saved together. */
async function* savesOf({db, project}: InProject): AsyncGenerator<Entry[]> {
  let entries: Entry[] = []
  for (let last = 0; ; ) {
    const {rows} = await sql<Entry>`
      select opening.place, opening.kind, opening.id, opening.hash, log.at from opening
      join log on log.project = opening.project and log.place = opening.place
      where opening.project = ${project} and opening.place > ${last} order by opening.place limit 1000`.execute(db)
    for (const entry of rows) {
      if (ENTRIES_AT_ONCE <= entries.length && BEGINNINGS.has(entry.kind)) {
        yield entries
        entries = []
      }
      entries.push(entry)
    }
    if (rows.length === 0) break
    last = rows.at(-1)!.place
  }
  if (entries.length > 0) yield entries
}

/** Before these nothing else of the same save stands. */
const BEGINNINGS: ReadonlySet<string> = new Set(['document', 'judgement'])

/** Documents of the target that the source knows as purged: only its secret says which. */
async function purgedThere(source: InProject, target: InProject): Promise<string[]> {
  const digests = await purgedDigests(source)
  if (digests.size === 0) return []
  const {secret} = await readSelf(source.db)
  const rows = await target.db
    .selectFrom('document')
    .select('id')
    .where('project', '=', target.project)
    .orderBy('recorded')
    .execute()
  const nameOf = (id: string) => purgedName(createHmac('sha256', secret).update(id).digest('hex').slice(0, 24))
  return rows.map(({id}) => id).filter(id => digests.has(nameOf(id)))
}

async function purgedDigests({db, project}: {db: Kysely<Tables>; project: string}): Promise<Set<string>> {
  const rows = await db
    .selectFrom('standing')
    .select('about')
    .where('project', '=', project)
    .where('kind', '=', 'purge')
    .execute()
  return new Set(rows.map(({about}) => about))
}
