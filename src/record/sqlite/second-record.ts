import {randomBytes} from 'node:crypto'
import {type Kysely, sql, type Transaction} from 'kysely'
import {newSalt} from '../proof/log-entry.ts'
import {newRecordKeys, recordName} from '../proof/record-keys.ts'
import {deriveEverythingLater} from './catch-up.ts'
import {addLeaf} from './log.ts'
import {writePlanStatistics} from './plan-statistics.ts'
import type {Tables} from './tables.ts'

/**
 * The second shape of a record: a Merkle log that holds salted commitments and no hash of content, judgements of every kind,
 * imports that can be undone, and the tables that identity, times, news and origins are derived into.
 */
export async function makeSecondRecord(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped as unknown as Transaction<Tables>
  for (const statement of [...CHANGED, ...KEPT, ...DERIVED]) await sql.raw(statement).execute(db)
  await makeKeys(db)
  await commitToFirstLog(db)
  for (const table of GUARDED) await guard(db, table)
  await writePlanStatistics(untyped)
  await deriveEverythingLater(db)
}

/** A record signs with a key of its own, is known by the name that the key gives it, and knows purged documents by a secret. */
async function makeKeys(db: Transaction<Tables>): Promise<void> {
  const keys = newRecordKeys()
  const secret = randomBytes(32).toString('hex')
  await db
    .insertInto('record_self')
    .values({one: 1, record: recordName(keys.public_key), ...keys, secret})
    .execute()
}

/** What the first log said in plain is committed to, in its order. */
async function commitToFirstLog(db: Transaction<Tables>): Promise<void> {
  const openings = await db.selectFrom('opening').selectAll().orderBy('project').orderBy('place').execute()
  for (const row of openings) {
    const opening = {...row, salt: newSalt()}
    await db
      .updateTable('opening')
      .set({salt: opening.salt})
      .where('project', '=', row.project)
      .where('place', '=', row.place)
      .execute()
    await addLeaf(db, opening, '')
  }
}

/** Of these a purge takes rows away, and nothing else does; from the others nothing is ever removed. */
const PURGED = ['opening', 'blob', 'capture', 'document', 'run', 'entity', 'mention', 'claim', 'finding', 'judgement']
const GUARDED = [...PURGED, 'log', 'record_self', 'import_batch']

async function guard(db: Transaction<Tables>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    const unless = change === 'delete' && PURGED.includes(table) ? 'when not exists (select 1 from purging)' : ''
    await sql.raw(`drop trigger if exists ${table}_no_${change}`).execute(db)
    await sql
      .raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} ${unless}
    begin select raise(abort, 'Cannot ${change} ${table}: the record is append-only'); end`
      )
      .execute(db)
  }
}

/** The first log becomes the openings: its rows stand behind every other row, and a purge has to be able to remove them. */
const CHANGED = [
  `drop view current_run`,
  `drop view forgotten`,
  `drop trigger log_no_update`,
  `drop trigger log_no_delete`,
  `alter table log rename to opening`,
  `alter table opening add column salt text not null default ''`,
  `alter table capture add column batch text`,
  `create index capture_words on capture (project, sha256, folded_source)`,
  `alter table judgement add column said text`
]

const KEPT = [
  `create table record_self (
    one integer primary key check (one = 1), record text not null, private_key text not null, public_key text not null,
    secret text not null
  ) strict`,

  `create table log (
    project text not null, place integer not null, kind text not null, at text not null, commitment text not null,
    primary key (project, place)
  ) strict, without rowid`,

  `create table import_batch (
    project text not null, id text not null, at text not null, "by" text not null, what text not null,
    recorded integer not null,
    primary key (project, id),
    foreign key (project, recorded) references log
  ) strict`,

  `create table purging (project text not null, document text not null, primary key (project, document)) strict`
]

const DERIVED = [
  `create table log_hash (
    project text not null, level integer not null, position integer not null, hash text not null,
    primary key (project, level, position)
  ) strict, without rowid`,

  `create table judgement_target (
    project text not null, target text not null, judgement text not null,
    primary key (project, target, judgement)
  ) strict, without rowid`,

  `create view standing as
    select * from judgement where kind <> 'undo' and not exists (
      select 1 from judgement as undo where undo.project = judgement.project and undo.undoes = judgement.id)`,
  `create view forgotten as
    select distinct project, about as document from standing where kind = 'forget' and about >= 'doc-' and about < 'doc.'
    union
    select document.project, document.id from document
    where exists (select 1 from standing where standing.project = document.project and standing.kind = 'forget'
        and standing.about >= 'import-' and standing.about < 'import.')
      and not exists (
        select 1 from capture where capture.project = document.project and capture.sha256 = document.sha256
          and (capture.batch is null or not exists (
            select 1 from standing where standing.project = capture.project and standing.kind = 'forget'
              and standing.about = capture.batch)))`,

  `create table derived_by (one integer primary key check (one = 1), version integer not null) strict`,
  `create table to_derive (
    project text not null, doc integer not null, document text not null, trouble text,
    primary key (project, doc)
  ) strict, without rowid`,
  `create unique index to_derive_document on to_derive (project, document)`,

  `create table effect (
    project text not null, doc integer not null, document text not null, run text not null, description text not null,
    folded_words text not null, earliest text, latest text, reported_earliest text not null, reported_latest text not null,
    primary key (project, doc)
  ) strict, without rowid`,
  `create unique index effect_document on effect (project, document)`,
  `create index effect_run on effect (project, run)`,
  `create index effect_reported on effect (project, reported_latest)`,
  `create index effect_words on effect (project, document, folded_words)`,
  `create view current_run as
    select run.project, run.id, run.document, run.at, run.reader, effect.description, run.frame, effect.folded_words,
      effect.earliest, effect.latest, run.claim_count, run.recorded, effect.doc
    from effect join run on run.project = effect.project and run.id = effect.run`,

  `create table effect_claim (
    project text not null, doc integer not null, position integer not null, claim text not null, kind text not null,
    json text, entities text not null,
    primary key (project, doc, position)
  ) strict, without rowid`,
  `create index effect_claim_id on effect_claim (project, claim)`,
  `create table effect_entity (
    project text not null, doc integer not null, entity text not null, kind text not null, name text not null,
    primary key (project, doc, entity)
  ) strict, without rowid`,

  `create table appellation (
    id integer primary key, project text not null, kind text not null, folded text not null
  ) strict`,
  `create unique index appellation_folded on appellation (project, folded, kind)`,
  `create table appellation_key (
    project text not null, key text not null, appellation integer not null,
    primary key (project, key, appellation)
  ) strict, without rowid`,

  `create table bearer (
    project text not null, doc integer not null, entity text not null, appellation integer not null,
    sense integer not null, mention_count integer not null, features text not null,
    primary key (project, doc, entity)
  ) strict, without rowid`,
  `create index bearer_sense on bearer (project, sense, doc)`,
  `create index bearer_appellation on bearer (project, appellation, doc)`,
  `create table sense (
    id integer primary key, project text not null, appellation integer not null, subject integer not null
  ) strict`,
  `create index sense_appellation on sense (project, appellation)`,
  `create index sense_subject on sense (project, subject)`,
  `create table sense_feature (
    project text not null, sense integer not null, feature text not null, bearers integer not null,
    primary key (project, sense, feature)
  ) strict, without rowid`,
  `create table sense_link (
    project text not null, sense integer not null, other integer not null, score real not null, reasons text not null,
    primary key (project, sense, other)
  ) strict, without rowid`,
  `create index sense_link_other on sense_link (project, other)`,

  `create index sense_feature_alias on sense_feature (project, feature) where feature >= 'alias:' and feature < 'alias;'`,
  `create table appellation_match (
    project text not null, appellation integer not null, other integer not null, score real not null,
    is_across_scripts integer not null, reasons text not null,
    primary key (project, appellation, other)
  ) strict, without rowid`,
  `create index appellation_match_score on appellation_match (project, score)`,
  `create table judged_end (
    project text not null, judgement text not null, side integer not null, doc integer not null, entity text not null,
    primary key (project, judgement, side)
  ) strict, without rowid`,
  `create index judged_end_doc on judged_end (project, doc, entity)`,

  `create table appellation_claim (
    project text not null, appellation integer not null, kind text not null, part text not null, doc integer not null,
    position integer not null, entity text not null,
    primary key (project, appellation, kind, part, doc, position, entity)
  ) strict, without rowid`,

  `create table role_fact (
    project text not null, doc integer not null, position integer not null, holder text not null,
    holder_entity text not null, body text, body_entity text, kind text not null, title text not null,
    title_key text not null, is_head integer not null, is_spokes integer not null, marks text not null,
    reported_by text not null,
    primary key (project, doc, position)
  ) strict, without rowid`,
  `create index role_fact_holder on role_fact (project, holder)`,
  // All of a fact stands in it: the facts of one body are asked for together, and lie all over the table.
  `create index role_fact_body on role_fact (
    project, body, is_head, is_spokes, doc, position, holder, holder_entity, body_entity, kind, title, title_key, marks, reported_by
  )`,

  `create table claim_key (
    project text not null, key integer not null, doc integer not null, position integer not null,
    primary key (project, key, doc, position)
  ) strict, without rowid`,
  `create table claim_key_list (
    project text not null, doc integer not null, keys blob not null,
    primary key (project, doc)
  ) strict, without rowid`,
  `create table contradiction (
    project text not null, id text not null, kind text not null, doc integer not null, position integer not null,
    other_doc integer not null, other_position integer not null, reason text not null,
    primary key (project, id)
  ) strict`,
  `create index contradiction_doc on contradiction (project, doc)`,
  `create index contradiction_other on contradiction (project, other_doc)`,
  `create table contradiction_part (
    project text not null, appellation integer not null, contradiction text not null,
    primary key (project, appellation, contradiction)
  ) strict, without rowid`,
  `create index contradiction_part_of on contradiction_part (project, contradiction)`,

  `create table sketch (
    project text not null, doc integer not null, sketch blob not null, stretch_count integer not null, outlet text,
    credits text not null, published_earliest text, published_latest text,
    primary key (project, doc)
  ) strict`,
  `create table sketch_band (
    project text not null, band integer not null, doc integer not null,
    primary key (project, band, doc)
  ) strict, without rowid`,
  `create table origin_link (
    project text not null, one integer not null, other integer not null, kind text not null, reason text not null,
    words text not null,
    primary key (project, one, other)
  ) strict, without rowid`,
  `create index origin_link_other on origin_link (project, other)`,
  `create table origin (
    project text not null, doc integer not null, origin integer not null,
    primary key (project, doc)
  ) strict, without rowid`,
  `create index origin_origin on origin (project, origin)`
]
