import {sql} from 'kysely'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {type OpenDatabase, openDatabase} from '../../src/record/sqlite/open-database.ts'
import {temporaryRecord} from '../support/temporary-record.ts'

const record = temporaryRecord()
let database: OpenDatabase

beforeAll(async () => {
  database = await openDatabase(record.path, {create: true})
})

afterAll(async () => {
  await database.db.destroy()
  await record.remove()
})

/** How SQLite would go about a query, a step a line. */
async function planOf(query: string): Promise<string> {
  const {rows} = await sql.raw<{detail: string}>(`explain query plan ${query}`).execute(database.db)
  return rows.map(({detail}) => detail).join('\n')
}

/** Each could be answered by going through everything that the project has. */
const QUERIES = [
  `select subject from sense where project = 'p' and id in (select sense from bearer where project = 'p' and doc = 1)`,
  `delete from sense_link where project = 'p' and (sense = 1 or other = 1)`,
  `select one.id from sense as one join appellation on appellation.id = one.appellation
    join appellation_match as match on match.project = one.project and match.other = one.appellation
    where match.project = 'p' and match.appellation = 1`,
  `select json from finding where project = 'p' and run = 'r' and position in (1, 2)`,
  `select text from document where project = 'p' and id in ('a', 'b')`,
  `select source from capture where project = 'p' and sha256 = 's' order by recorded limit 1`
]

suite('the planner', () => {
  for (const query of QUERIES)
    test(`looks up what it needs: ${query.replace(/\s+/g, ' ')}`, async () => {
      const plan = await planOf(query)
      expect(plan).toMatch(/SEARCH/)
      expect(plan).not.toMatch(/SCAN|\(project=\?\)/)
    })

  test('follows an index that has the order asked for, and makes nothing of a whole table', async () => {
    const plan = await planOf(`select finding.json from document
      cross join run on run.project = document.project and run.document = document.id
      cross join finding on finding.project = run.project and finding.run = run.id
      where document.project = 'p' order by document.recorded, run.recorded desc, finding.position limit 10`)
    expect(plan).toMatch(/document USING INDEX document_recorded/)
    expect(plan).not.toMatch(/SCAN|BLOOM|TEMP B-TREE FOR ORDER BY/)
  })

  test('has the same figures for every record, whatever it holds', async () => {
    const {rows} = await sql<{tbl: string; idx: string; stat: string}>`
      select * from sqlite_stat1 where tbl in ('finding', 'log', 'run') order by tbl, idx`.execute(database.db)
    expect(rows.map(({tbl, idx, stat}) => `${tbl} ${idx}: ${stat}`)).toEqual([
      'finding finding_claim: 1000000000 100000 10 8 6',
      'finding sqlite_autoindex_finding_1: 1000000000 100000 10 1',
      'log log: 1000000000 100000 1',
      'run run_document: 1000000000 100000 10 8',
      'run sqlite_autoindex_run_1: 1000000000 100000 1'
    ])
  })
})
