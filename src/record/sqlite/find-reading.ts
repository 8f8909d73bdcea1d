import type {Reading} from '../../reading/reading.ts'
import {currentRun, runsOf} from './find-documents.ts'
import {loadReading, unpackBlob} from './load-reading.ts'
import type {InProject, Tables} from './tables.ts'

/** What a reader found in a document: the newest run's, or that of `run`. */
export async function findReading(scope: InProject, document: string, run?: string): Promise<Reading | undefined> {
  const newest = await currentRun(scope, document)
  if (!newest) return undefined
  const runs = run === undefined ? [newest] : await runsOf(scope, document)
  const wanted = runs.find(({id}) => id === (run ?? newest.id))
  if (!wanted) return undefined
  const row = await documentRow(scope, document)
  const reading = row && (await loadReading(scope.db, wanted, row.text))
  // Another process may have purged it while it was being read: then what was loaded may be half of it.
  return (await documentRow(scope, document)) ? reading : undefined
}

/** The bytes that a document was made from. */
export async function findBytes(scope: InProject, document: string): Promise<Uint8Array | undefined> {
  if (!(await currentRun(scope, document))) return undefined
  const row = await documentRow(scope, document)
  const blob = await scope.db
    .selectFrom('blob')
    .selectAll()
    .where('project', '=', scope.project)
    .where('sha256', '=', row?.sha256 ?? '')
    .executeTakeFirst()
  return blob && unpackBlob(blob)
}

function documentRow({db, project}: InProject, id: string): Promise<Tables['document'] | undefined> {
  return db.selectFrom('document').selectAll().where('project', '=', project).where('id', '=', id).executeTakeFirst()
}
