import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import {
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement
} from 'kysely'

/** How long to wait for another connection that is writing. */
export const BUSY_TIMEOUT_MS = 10_000

type Explain = (error: unknown) => unknown

/** Kysely over Node's own SQLite: no native module to install. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync
  readonly #adapted: SqliteDatabase
  readonly #explain: Explain

  /** `explain` is given every error that the engine throws, and gives what callers shall see. */
  constructor(database: DatabaseSync, explain: Explain = error => error) {
    const adapted = adaptDatabase(database, explain)
    super({database: adapted})
    this.#database = database
    this.#adapted = adapted
    this.#explain = explain
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database, this.#adapted, this.#explain)
  }
}

/** Kysely says that SQLite cannot undo a CREATE TABLE. It can, and a failed migration must leave nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * Begins with the lock for writing. After a plain BEGIN, a transaction that reads and then writes fails at once when
 * another process wrote in between, and no busy timeout helps.
 *
 * The lock is waited for here and not in SQLite, whose waiting stops everything: the transaction that holds the lock
 * may be one of this very process, and would never get to its end.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #raw: DatabaseSync
  readonly #explain: Explain

  constructor(raw: DatabaseSync, adapted: SqliteDatabase, explain: Explain) {
    super({database: adapted})
    this.#raw = raw
    this.#explain = explain
  }

  override async beginTransaction(): Promise<void> {
    await retryWhileBusy(() => {
      this.#raw.exec('pragma busy_timeout = 0')
      try {
        this.#raw.exec('begin immediate')
      } finally {
        this.#raw.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`)
      }
    }).catch(error => {
      throw this.#explain(error)
    })
  }

  /** A full disk has ended the transaction already: to end it again is an error that would hide the first. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.isTransaction) await super.rollbackTransaction(connection)
  }
}

/** Try again while another connection has the lock, without stopping anything else. */
export async function retryWhileBusy(act: () => void): Promise<void> {
  const giveUpAt = performance.now() + BUSY_TIMEOUT_MS
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 25)) {
    try {
      return act()
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error
    }
    await sleep(waitMs * (0.5 + Math.random()))
  }
}

/** Whether SQLite refused because another connection has the lock. */
function isBusy(error: unknown): boolean {
  return sqliteCode(error) === 5
}

/** SQLite's primary result code, without what its extended code adds. */
export function sqliteCode(error: unknown): number | undefined {
  const code = (error as {errcode?: number}).errcode
  return code === undefined ? undefined : code & 0xff
}

/** Statements kept prepared. Saving a document uses some thirty; inserts of many rows differ by their row count. */
const PREPARED_MAX = 200

function adaptDatabase(database: DatabaseSync, explain: Explain): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  const explaining = <Result>(act: () => Result): Result => {
    try {
      return act()
    } catch (error) {
      throw explain(error)
    }
  }
  return {
    close: () => {
      prepared.clear()
      database.close()
    },
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      if (prepared.size >= PREPARED_MAX) prepared.delete(prepared.keys().next().value!)
      const statement = explaining(() => adaptStatement(database.prepare(sql), explaining))
      prepared.set(sql, statement)
      return statement
    }
  }
}

function adaptStatement(statement: StatementSync, explaining: <Result>(act: () => Result) => Result): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: values => explaining(() => statement.all(...values.map(sqlValue))),
    run: values =>
      explaining(() => (values[0] instanceof ValueRows ? runEach(statement, values[0]) : runOnce(statement, values))),
    iterate: values => statement.iterate(...values.map(sqlValue))
  }
}

/** The only parameter of a statement that is to be run once for each of these rows of values. */
export class ValueRows {
  readonly rows: readonly (readonly unknown[])[]

  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows
  }
}

type Changes = ReturnType<SqliteStatement['run']>

function runEach(statement: StatementSync, {rows}: ValueRows): Changes {
  let changes = 0
  for (const values of rows) changes += Number(runOnce(statement, values).changes)
  return {changes, lastInsertRowid: 0}
}

function runOnce(statement: StatementSync, values: readonly unknown[]): Changes {
  return statement.run(...values.map(sqlValue))
}

function sqlValue(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return (value ?? null) as SQLInputValue
}
