import {DatabaseSync} from 'node:sqlite'
import {originOf} from '../../src/record/proof/checkpoint.ts'
import {GrowingTree} from '../../src/record/proof/growing-tree.ts'
import {commitmentOf, entryHash, type LogEntry, type Opening} from '../../src/record/proof/log-entry.ts'

/** Do anything in a record's file: without its guards, which stand again afterwards as if nothing had been. */
export function asAdministrator(path: string, act: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(path, {enableForeignKeyConstraints: false})
  try {
    const guards = db.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all()
    for (const {name} of guards) db.exec(`drop trigger ${name}`)
    act(db)
    for (const {sql} of guards) db.exec(String(sql))
  } finally {
    db.close()
  }
}

/** Make the log agree with its openings again, from the first entry to the root. */
export function rewriteLog(db: DatabaseSync): void {
  const {record} = rows<{record: string}>(db, 'select record from record_self')[0]!
  db.exec('delete from log_hash')
  const keep = db.prepare('insert into log_hash (project, level, position, hash) values (?, ?, ?, ?)')
  const commit = db.prepare('update log set commitment = ? where project = ? and place = ?')
  for (const {project} of rows<{project: string}>(db, 'select distinct project from log')) {
    const tree = new GrowingTree()
    const entries = `select log.project, log.place, log.kind, log.at, log.commitment, opening.id, opening.hash, opening.salt
      from log left join opening using (project, place) where project = '${project}' order by place`
    for (const entry of rows<LogEntry & Omit<Opening, 'salt'> & {salt: string | null}>(db, entries)) {
      // What was purged has no opening: nobody can say any more what it commits to.
      const commitment = entry.salt === null ? entry.commitment : commitmentOf(entry as Opening)
      commit.run(commitment, project, entry.place)
      for (const {level, position, hash} of tree.add(entryHash(originOf(record, project), {...entry, commitment})))
        keep.run(project, level, position, hash)
    }
  }
}

/** The rows of a query. */
export function rows<Row>(db: DatabaseSync, query: string): Row[] {
  return db.prepare(query).all() as unknown as Row[]
}
