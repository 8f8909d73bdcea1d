import {closeSync, existsSync, fsyncSync, openSync} from 'node:fs'
import {type Kysely, sql} from 'kysely'
import type {Tables} from './tables.ts'

/** A file larger than this is written anew by way of the disk, and not of memory. */
const MEMORY_BYTES_MAX = 256 * 1024 * 1024

/**
 * Leave nothing of deleted rows in the files: the full text index is made anew from its rows; the database is written anew
 * without its free pages; and the log of writes ahead is emptied into it.
 *
 * @returns whether that went through; where another program reads the record just now, the last to close it finishes
 */
export async function eraseTraces(db: Kysely<Tables>): Promise<boolean> {
  // Not optimize: where all pieces of the index stand on one level it merges them and keeps the words that were deleted.
  // Of a hundred purges one after the other the 98th left some.
  await sql`insert into search_words (search_words) values ('rebuild')`.execute(db)
  const {rows: size} = await sql<{bytes: number}>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(db)
  const isLarge = MEMORY_BYTES_MAX < size[0]!.bytes
  if (isLarge) await sql`pragma temp_store = file`.execute(db)
  try {
    await sql`vacuum`.execute(db)
    const {rows} = await sql<{busy: number}>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]!.busy !== 0) return false
    await keepLogEmpty(db)
    return true
  } finally {
    if (isLarge) await sql`pragma temp_store = memory`.execute(db)
  }
}

/** After a power cut the disk could show the log as it was before it was emptied: that it is empty has to reach the disk. */
async function keepLogEmpty(db: Kysely<Tables>): Promise<void> {
  const {rows} = await sql<{file: string}>`select file from pragma_database_list where name = 'main'`.execute(db)
  const log = `${rows[0]!.file}-wal`
  if (!existsSync(log)) return
  const descriptor = openSync(log, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
