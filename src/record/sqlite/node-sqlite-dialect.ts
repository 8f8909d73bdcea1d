import type {DatabaseSync, SQLInputValue, StatementSync} from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement
} from 'kysely'

/** Kysely over Node's own SQLite: no native module to install. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor(database: DatabaseSync) {
    const adapted = adaptDatabase(database)
    super({database: adapted})
    this.#database = adapted
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({database: this.#database})
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
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Statements kept prepared. Saving a document uses some thirty; inserts of many rows differ by their row count. */
const PREPARED_MAX = 200

function adaptDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => {
      prepared.clear()
      database.close()
    },
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      if (prepared.size >= PREPARED_MAX) prepared.delete(prepared.keys().next().value!)
      const statement = adaptStatement(database.prepare(sql))
      prepared.set(sql, statement)
      return statement
    }
  }
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: values => statement.all(...values.map(sqlValue)),
    run: values => statement.run(...values.map(sqlValue)),
    iterate: values => statement.iterate(...values.map(sqlValue))
  }
}

function sqlValue(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return (value ?? null) as SQLInputValue
}
