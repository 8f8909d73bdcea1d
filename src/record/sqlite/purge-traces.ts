import {type Kysely, sql} from 'kysely'
import type {Tables} from './tables.ts'

/** A file larger than this is written anew by way of the disk, and not of memory. */
const MEMORY_BYTES_MAX = 256 * 1024 * 1024

/**
 * Leave nothing of deleted rows in the files: the full text index is merged into one, which keeps no word of what is gone; the
 * database is written anew without its free pages; and the log of writes ahead is emptied into it.
 *
 * @returns whether that went through; where another program reads the record just now, the last to close it finishes
 */
export async function eraseTraces(db: Kysely<Tables>): Promise<boolean> {
  await sql`insert into search_words (search_words) values ('optimize')`.execute(db)
  const {rows: size} = await sql<{bytes: number}>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(db)
  const isLarge = MEMORY_BYTES_MAX < size[0]!.bytes
  if (isLarge) await sql`pragma temp_store = file`.execute(db)
  try {
    await sql`vacuum`.execute(db)
    const {rows} = await sql<{busy: number}>`pragma wal_checkpoint(truncate)`.execute(db)
    return rows[0]!.busy === 0
  } finally {
    if (isLarge) await sql`pragma temp_store = memory`.execute(db)
  }
}
