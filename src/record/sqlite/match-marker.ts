import {DatabaseSync} from 'node:sqlite'
import {MARK_END, MARK_START} from './derived-rows.ts'
import {SEARCH_WORDS} from './migrations.ts'
import type {Tables} from './tables.ts'

/**
 * Marks what matches in a few rows that were found. The index itself would go through all that matches once for every
 * row that is shown, a second each for a broad query; a small one beside it, in memory, marks the same words.
 */
export class MatchMarker {
  #database: DatabaseSync | undefined

  /** The words of each row by its id, with marks around what `match` matches. */
  mark(match: string, rows: readonly Tables['search_words'][]): Map<number, string> {
    const database = this.#open()
    const add = database.prepare('insert into search_words (rowid, words, names) values (?, ?, ?)')
    for (const {rowid, words, names} of rows) add.run(rowid, words, names)
    const marked = database
      .prepare(
        `select rowid as id, highlight(search_words, 0, '${MARK_START}', '${MARK_END}') as words
        from search_words where search_words match ?`
      )
      .all(match) as unknown as {id: number; words: string}[]
    database.exec('delete from search_words')
    return new Map([
      ...rows.map(({rowid, words}) => [rowid, words] as const),
      ...marked.map(({id, words}) => [id, words] as const)
    ])
  }

  #open(): DatabaseSync {
    if (this.#database) return this.#database
    this.#database = new DatabaseSync(':memory:')
    this.#database.exec(SEARCH_WORDS)
    return this.#database
  }
}
