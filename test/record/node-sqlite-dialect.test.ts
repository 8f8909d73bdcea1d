import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {CompiledQuery, Kysely, sql} from 'kysely'
import {afterEach, beforeEach, expect, suite, test} from 'vitest'
import {NodeSqliteDialect, ValueRows} from '../../src/record/sqlite/node-sqlite-dialect.ts'

interface Tables {
  readonly tally: {id: number; count: number}
}

let folder: string
let open: Kysely<Tables>[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-dialect-'))
  open = []
})
afterEach(async () => {
  for (const db of open) await db.destroy()
  rmSync(folder, {recursive: true})
})

suite('NodeSqliteDialect', () => {
  test('a transaction that fails takes its tables with it', async () => {
    const db = connect()
    const failing = db.transaction().execute(async trx => {
      await sql`create table left_behind (id integer)`.execute(trx)
      throw new Error('no further')
    })
    await expect(failing).rejects.toThrow('no further')
    const {rows} = await sql`select name from sqlite_schema`.execute(db)
    expect(rows).toEqual([])
    expect(db.getExecutor().adapter.supportsTransactionalDdl).toBe(true)
  })

  test('a statement is run once for each of many rows, and counts what it changed', async () => {
    const db = connect()
    await sql`create table tally (id integer primary key, count integer)`.execute(db)
    const rows = new ValueRows([
      [1, 10],
      [2, 20],
      [1, 30]
    ])
    const insert = CompiledQuery.raw('insert into tally values (?, ?) on conflict do nothing', [rows])
    const {numAffectedRows} = await db.executeQuery(insert)
    expect(numAffectedRows).toBe(2n)
    expect(await db.selectFrom('tally').selectAll().execute()).toEqual([
      {id: 1, count: 10},
      {id: 2, count: 20}
    ])
  })

  test('transactions of two connections that read and then write all succeed, and none is lost', async () => {
    const [one, other] = [connect(), connect()]
    await sql`create table tally (id integer primary key, count integer)`.execute(one)
    await one.insertInto('tally').values({id: 1, count: 0}).execute()
    await Promise.all(Array.from({length: 40}, (_, turn) => countUp(turn % 2 ? one : other)))
    expect(await one.selectFrom('tally').select('count').execute()).toEqual([{count: 40}])
  })

  test('true, false and undefined are written as 1, 0 and null', async () => {
    const {rows} = await sql`select ${true} as yes, ${false} as no, ${undefined} as unknown`.execute(connect())
    expect(rows).toEqual([{yes: 1, no: 0, unknown: null}])
  })

  test('more statements than are kept prepared do no harm', async () => {
    const db = connect()
    for (let number = 0; number < 500; number++) {
      const {rows} = await sql.raw(`select ${number} as number`).execute(db)
      expect(rows).toEqual([{number}])
    }
  })
})

function connect(): Kysely<Tables> {
  const raw = new DatabaseSync(join(folder, 'a.db'))
  raw.exec('pragma journal_mode = wal')
  const db = new Kysely<Tables>({dialect: new NodeSqliteDialect(raw)})
  open.push(db)
  return db
}

async function countUp(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async trx => {
    const {count} = await trx.selectFrom('tally').select('count').executeTakeFirstOrThrow()
    await new Promise(resume => setTimeout(resume, 1))
    await trx
      .updateTable('tally')
      .set({count: count + 1})
      .execute()
  })
}
