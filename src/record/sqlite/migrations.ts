import {type Kysely, sql} from 'kysely'
import type {Migration} from 'kysely/migration'
import {makeSecondRecord} from './second-record.ts'
import type {Tables} from './tables.ts'
import {makeThirdRecord} from './third-record.ts'

/** `Hrsy` in ASCII: what `file` and SQLite know a record by. */
export const APPLICATION_ID = 0x48727379

/** One entry a schema version, in order; an entry is never changed once it was released. */
const STEPS: Readonly<Record<string, (db: Kysely<unknown>) => Promise<void>>> = {
  '0001-first-record': makeFirstRecord,
  '0002-identity-time-and-judgement': makeSecondRecord,
  '0003-newest-contradictions': makeThirdRecord
}

/** The version of the tables that this Hearsay writes. */
export const SCHEMA_VERSION = Object.keys(STEPS).length

/** Make the tables what this Hearsay wants them to be, or those of an earlier `version`: all of the steps that are missing, or none. */
export async function migrate(db: Kysely<Tables>, version = SCHEMA_VERSION): Promise<void> {
  // The migrator is loaded only when there is something to do: opening a record is part of every command's start.
  const {Migrator} = await import('kysely/migration')
  const migrator = new Migrator({db, provider: {getMigrations: async () => migrations()}})
  const {error} = await migrator.migrateTo(Object.keys(STEPS)[version - 1]!)
  if (error) throw error
}

/** Each step writes its version into the file's head, in the transaction that makes its tables. */
function migrations(): Record<string, Migration> {
  const steps = Object.entries(STEPS).map(([name, step], index) => [name, {up: numbered(step, index + 1)}])
  return Object.fromEntries(steps)
}

function numbered(step: (db: Kysely<unknown>) => Promise<void>, version: number): Migration['up'] {
  return async db => {
    await step(db)
    await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db)
    await sql.raw(`pragma user_version = ${version}`).execute(db)
  }
}

async function makeFirstRecord(db: Kysely<unknown>): Promise<void> {
  for (const statement of FIRST_RECORD) await sql.raw(statement).execute(db)
  for (const table of KEPT_TABLES)
    for (const change of ['update', 'delete']) await sql.raw(refusal(table, change)).execute(db)
}

/** Nothing in these is ever changed or removed. The others are derived from them and can be made anew. */
const KEPT_TABLES = ['log', 'blob', 'capture', 'document', 'run', 'entity', 'mention', 'claim', 'finding', 'judgement']

function refusal(table: string, change: string): string {
  return `create trigger ${table}_no_${change} before ${change} on ${table}
    begin select raise(abort, 'Cannot ${change} ${table}: the record is append-only'); end`
}

/** The full text index: words without their accents, and the beginnings of words, which a query may end with. */
export const SEARCH_WORDS = `create virtual table search_words using fts5 (words, names, tokenize = "unicode61 remove_diacritics 2", prefix = "2 3")`

const FIRST_RECORD = [
  `create table log (
    project text not null, place integer not null, kind text not null, id text not null, hash text not null,
    primary key (project, place)
  ) strict, without rowid`,

  `create table blob (
    project text not null, sha256 text not null, byte_count integer not null, encoding text not null, bytes blob not null,
    primary key (project, sha256)
  ) strict`,

  `create table capture (
    project text not null, id text not null, sha256 text not null, source text not null, folded_source text not null,
    at text not null, headers text not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, sha256) references blob,
    foreign key (project, recorded) references log
  ) strict`,
  `create index capture_sha256 on capture (project, sha256, recorded)`,
  `create index capture_source on capture (project, source)`,

  `create table document (
    project text not null, id text not null, sha256 text not null, algorithm text not null, text text not null,
    text_sha256 text not null, source_map blob, saved_at text not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, sha256) references blob,
    foreign key (project, recorded) references log
  ) strict`,
  `create index document_recorded on document (project, recorded)`,
  `create index document_sha256 on document (project, sha256)`,

  `create table run (
    project text not null, id text not null, document text not null, at text not null, reader text not null,
    description text not null, frame text not null, folded_words text not null, earliest text, latest text,
    claim_count integer not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, document) references document,
    foreign key (project, recorded) references log
  ) strict`,
  `create index run_document on run (project, document, recorded)`,

  `create table entity (
    project text not null, run text not null, id text not null, position integer not null, kind text not null,
    name text not null, names text not null, mention_count integer not null,
    primary key (project, run, id),
    foreign key (project, run) references run
  ) strict, without rowid`,

  `create table mention (
    project text not null, run text not null, entity text not null, position integer not null,
    "start" integer not null, "end" integer not null, form text not null,
    primary key (project, run, entity, position),
    foreign key (project, run, entity) references entity
  ) strict, without rowid`,

  `create table claim (
    project text not null, document text not null, id text not null, kind text not null, first_run text not null,
    primary key (project, document, id),
    foreign key (project, document) references document,
    foreign key (project, first_run) references run (project, id)
  ) strict, without rowid`,
  `create index claim_id on claim (project, id)`,

  `create table finding (
    project text not null, run text not null, position integer not null, document text not null, claim text not null,
    kind text not null, score real not null, json text not null, hash text not null, recorded integer not null,
    primary key (project, run, position),
    foreign key (project, run) references run,
    foreign key (project, document, claim) references claim
  ) strict`,
  `create index finding_claim on finding (project, document, claim, recorded)`,

  `create table judgement (
    project text not null, id text not null, kind text not null, about text not null, "by" text not null,
    at text not null, why text, undoes text, recorded integer not null,
    primary key (project, id),
    foreign key (project, undoes) references judgement (project, id),
    foreign key (project, recorded) references log
  ) strict`,
  `create index judgement_about on judgement (project, about, recorded)`,
  `create unique index judgement_undone_once on judgement (project, undoes) where undoes is not null`,

  `create view forgotten as
    select forget.project, forget.about as document from judgement as forget
    where forget.kind = 'forget' and not exists (
      select 1 from judgement as undo where undo.project = forget.project and undo.undoes = forget.id)`,
  `create view current_run as
    select * from run
    where recorded = (
        select max(recorded) from run as other where other.project = run.project and other.document = run.document)
      and not exists (
        select 1 from forgotten where forgotten.project = run.project and forgotten.document = run.document)`,

  `create table name (
    project text not null, folded text not null, run text not null, entity text not null,
    primary key (project, folded, run, entity)
  ) strict, without rowid`,
  `create index name_entity on name (project, run, entity)`,

  `create table claim_part (
    project text not null, run text not null, entity text not null, part text not null, position integer not null,
    primary key (project, run, entity, part, position)
  ) strict, without rowid`,
  `create index claim_part_position on claim_part (project, run, position)`,

  `create table search_row (
    id integer primary key, project text not null, document text not null, run text not null, claim text,
    kind text not null, part text, "start" integer not null, "end" integer not null, speaker text, speaker_name text,
    earliest text, latest text
  ) strict`,
  `create index search_row_document on search_row (project, document)`,

  SEARCH_WORDS
]
