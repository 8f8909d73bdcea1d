import {DatabaseSync} from 'node:sqlite'

/** From now on this process says `replacement` to the engine where the record would say `pattern`. */
export function rewriteStatements(pattern: RegExp, replacement: string): void {
  const {exec, prepare} = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    return exec.call(this, sql.replace(pattern, replacement))
  }
  DatabaseSync.prototype.prepare = function (sql, ...options) {
    return prepare.call(this, sql.replace(pattern, replacement), ...options)
  }
}
