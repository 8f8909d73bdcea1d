import {hash} from 'node:crypto'
import {copyFileSync, rmSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'
import {newRecordKeys, recordName} from '../../src/record/proof/record-keys.ts'
import {captureHash, documentHash, findingHash, judgementHash} from '../../src/record/sqlite/hashes.ts'
import type {Tables} from '../../src/record/sqlite/tables.ts'
import {HARBOUR} from './journeys.ts'
import {asAdministrator, rewriteLog, rows} from './tampering-administrator.ts'
import {type PreparedRecord, save} from './tampering-record.ts'

/** What somebody does who may do anything in the database, so that the record shows something else than was saved. */
export interface Tampering {
  readonly what: string
  /** It leaves a record that agrees with itself in everything: only a checkpoint that was kept elsewhere shows it. */
  readonly isWhole?: true
  /** It changes what is derived from the kept rows and none of them: who knows only those does not see it. */
  readonly isDerived?: true
  readonly tamper: (record: PreparedRecord) => void | Promise<void>
}

/** Every way of tampering that a record has to show. Places are those of `prepareRecord`. */
export const TAMPERINGS: readonly Tampering[] = [
  sql('edits when a document was saved', `update document set saved_at = '2020-01-01T00:00:00.000Z'`),
  sql('backdates the log', `update log set at = '2020-01-01T00:00:00.000Z' where place = 1`),
  sql('deletes a capture', 'delete from capture where recorded = 2'),
  sql(
    'deletes a claim and lowers the count of its run',
    'delete from finding where position = 1 and recorded = 6',
    'delete from claim where id not in (select claim from finding)',
    'update run set claim_count = claim_count - 1 where recorded = 6'
  ),
  sql('cuts off the end of the log with all that stands there', ...cutOff('>= 17')),
  sql(
    'swaps two entries of the log',
    'update log set place = -place where place in (1, 2)',
    'update log set place = 3 + place where place < 0'
  ),
  sql(
    'swaps two documents with their entries and what opens them',
    ...[
      ['log', 'place'],
      ['opening', 'place'],
      ['document', 'recorded']
    ].flatMap(([table, place]) => [
      `update ${table} set ${place} = -${place} where ${place} in (1, 4)`,
      `update ${table} set ${place} = 5 + ${place} where ${place} < 0`
    ])
  ),
  {what: 'changes why somebody judged, with every hash over it', isWhole: true, tamper: rewriteJudgement},
  {what: 'changes where a document came from, with every hash over it', isWhole: true, tamper: rewriteCapture},
  {what: 'puts another key in its place and rewrites the log for it', isWhole: true, tamper: rewriteForOtherKey},
  {what: 'puts an old copy in its place and goes on from there', isWhole: true, tamper: goOnFromEarlier},
  {what: 'makes the whole record anew, of other texts and with the same key', isWhole: true, tamper: makeAnew},
  {what: 'grafts another history onto the same beginning', tamper: graft},
  sql('puts another public key in its place', `update record_self set public_key = '${newRecordKeys().public_key}'`),
  {
    what: 'puts another key in its place, with the name that it gives',
    tamper: ({path}) => asAdministrator(path, replaceKey)
  },
  sql(
    'changes a claim and its hash, and not the log',
    `update finding set json = replace(json, 'positive', 'negative') where position = 0 and recorded = 3`,
    rehashFindings
  ),
  sql(
    'raises the score of a claim in its row, its JSON and its hash',
    `update finding set score = 0.99, json = json_set(json, '$.score', 0.99) where position = 0 and recorded = 3`,
    rehashFindings
  ),
  sql(
    'moves a claim to other words of its text',
    `update finding set json = json_set(json, '$.evidence[0].start', 0) where position = 0 and recorded = 3`,
    rehashFindings
  ),
  sql(
    'moves a claim to another document',
    `update claim set document = (select document from run where recorded = 6), first_run = (select id from run where recorded = 6)
      where id = (select claim from finding where position = 0 and recorded = 3)`,
    `update finding set document = (select document from run where recorded = 6) where position = 0 and recorded = 3`
  ),
  sql('puts a judgement in the name of somebody else', `update judgement set "by" = 'pavel' where recorded = 7`),
  sql('makes a judgement say something else', `update judgement set kind = 'note' where recorded = 13`),
  sql('makes of a rejected claim an accepted one', `update judgement set kind = 'accept' where recorded = 17`),
  sql(
    'alters what something was corrected to',
    `update judgement set said = replace(said, '2025-04-03', '2025-05-03') where recorded = 18`
  ),
  sql('gives a purge another reason', `update judgement set why = 'a mistake' where recorded = 22`),
  sql(
    'lets a purge name more than it took away',
    `update judgement set said = json_insert(said, '$.places[#]', 13) where recorded = 22`,
    ...['opening where place', 'judgement where recorded'].map(from => `delete from ${from} = 13`)
  ),
  sql(
    'puts something else in the place of what was purged',
    `insert into opening select project, 19, kind, 'doc-0', hash, salt from opening where place = 1`,
    `insert into document select project, 'doc-0', sha256, algorithm, text, text_sha256, source_map, saved_at, 19
      from document where recorded = 1`
  ),
  sql(
    'takes back a judgement as if it had never been',
    ...['opening where place', 'judgement where recorded'].map(from => `delete from ${from} = 13`)
  ),
  sql(
    'undoes a judgement and leaves that out of the log',
    `insert into judgement (project, id, kind, about, "by", at, undoes, recorded)
      select project, 'judgement-0', 'undo', about, "by", at, id, 22 from judgement where recorded = 13`
  ),
  sql('changes a text', `update document set text = replace(text, 'old', 'new') where recorded = 1`),
  sql('changes a text, its hash and that of its row', changeText),
  sql('changes the bytes of a document, with their name', changeBytes),
  sql(
    'forges a purge',
    `insert into judgement (project, id, kind, about, "by", at, why, said, recorded)
      select project, 'judgement-0', 'purge', 'purged-0', 'rosa', at, 'a court order', '{"digest":"0","places":[8,9,10,13]}', 22
      from log where place = 22`,
    ...cutOff('in (8, 9, 10, 13)').filter(statement => !statement.includes('from log'))
  ),
  sql(
    'puts in a document that is not in the log',
    `insert into document select project, 'doc-0', sha256, algorithm, 'Nobody said this.',
      '${hash('sha256', 'Nobody said this.', 'hex')}', null, saved_at, recorded from document where recorded = 1`
  ),
  sql('moves a document to another project', `update document set project = 'other' where recorded = 1`),
  sql('moves everything to another project', db => {
    const named = `select distinct sqlite_schema.name from sqlite_schema join pragma_table_info(sqlite_schema.name) as field
      where sqlite_schema.type = 'table' and field.name = 'project'`
    for (const {name} of rows<{name: string}>(db, named)) db.exec(`update ${name} set project = 'other'`)
  }),
  sql('writes an entity by another name', `update entity set name = 'Somebody Else', names = '["Somebody Else"]'`),
  sql('shifts where an entity is mentioned', 'update mention set "start" = "start" - 1 where "start" > 0'),
  sql('changes a hash of the tree', `update log_hash set hash = '${'0'.repeat(64)}' where level = 1 and position = 0`),
  sql(
    'leaves a purge under way, so that rows can be deleted',
    `insert into purging (project, document) values ('default', 'doc-0')`
  ),
  derived('names another run as the first to find a claim', `update claim set first_run = (select max(id) from run)`),
  derived(
    'hides a document from who looks for its people',
    `update name set folded = 'nobody' where folded like 'anna%'`
  ),
  derived('gives somebody a part in another claim', `update claim_part set position = position + 100`),
  derived('lets search find other words', `update search_words set words = 'nothing of the kind'`),
  derived('shows a document under another title', `update effect set description = replace(description, 'old', 'new')`),
  derived(
    'changes what is hidden',
    'drop view forgotten',
    'create view forgotten as select project, id as document from document where recorded = 1'
  )
]

type Statement = string | ((db: DatabaseSync) => void)

function sql(what: string, ...statements: Statement[]): Tampering {
  const tamper = ({path}: PreparedRecord) =>
    asAdministrator(path, db => {
      for (const statement of statements)
        if (typeof statement === 'string') db.exec(statement)
        else statement(db)
    })
  return {what, tamper}
}

function derived(what: string, ...statements: Statement[]): Tampering {
  return {...sql(what, ...statements), isDerived: true}
}

/** Take away everything that was added at these places. */
function cutOff(places: string): string[] {
  const run = `(select id from run where recorded ${places})`
  return [
    `delete from finding where run in ${run}`,
    `delete from mention where run in ${run}`,
    `delete from entity where run in ${run}`,
    `delete from claim where id not in (select claim from finding)`,
    ...['capture', 'run', 'document', 'judgement'].map(table => `delete from ${table} where recorded ${places}`),
    'delete from blob where sha256 not in (select sha256 from document)',
    `delete from opening where place ${places}`,
    `delete from log where place ${places}`
  ]
}

function rehashFindings(db: DatabaseSync): void {
  const rehash = db.prepare('update finding set hash = ? where project = ? and run = ? and position = ?')
  for (const row of rows<Tables['finding']>(db, 'select * from finding'))
    rehash.run(findingHash(row), row.project, row.run, row.position)
}

function changeText(db: DatabaseSync): void {
  db.exec(`update document set text = replace(text, 'old', 'new') where recorded = 1`)
  const [row] = rows<Tables['document']>(db, 'select * from document where recorded = 1')
  const changed = {...row!, text_sha256: hash('sha256', row!.text, 'hex')}
  db.prepare('update document set text_sha256 = ? where recorded = 1').run(changed.text_sha256)
  db.prepare('update opening set hash = ? where place = 1').run(documentHash(changed))
}

function changeBytes(db: DatabaseSync): void {
  const bytes = Buffer.from('Nobody said this.')
  const [row] = rows<Tables['document']>(db, 'select * from document where recorded = 1')
  const name = hash('sha256', bytes, 'hex')
  db.prepare(`update blob set sha256 = ?, bytes = ?, byte_count = ?, encoding = 'as-is' where sha256 = ?`).run(
    ...[name, bytes, bytes.length, row!.sha256]
  )
  for (const table of ['document', 'capture'])
    db.prepare(`update ${table} set sha256 = ? where sha256 = ?`).run(name, row!.sha256)
}

function rewriteJudgement({path}: PreparedRecord): void {
  asAdministrator(path, db => {
    db.exec(`update judgement set why = 'the source asked for it' where recorded = 7`)
    const [row] = rows<Tables['judgement']>(db, 'select * from judgement where recorded = 7')
    db.prepare('update opening set hash = ? where place = 7').run(judgementHash(row!))
    rewriteLog(db)
  })
}

function rewriteCapture({path}: PreparedRecord): void {
  asAdministrator(path, db => {
    db.exec(`update capture set at = '2020-01-01T00:00:00.000Z' where recorded = 2`)
    const [row] = rows<Tables['capture']>(db, 'select * from capture where recorded = 2')
    db.prepare('update opening set hash = ? where place = 2').run(captureHash(row!))
    rewriteLog(db)
  })
}

function replaceKey(db: DatabaseSync): void {
  const {private_key, public_key} = newRecordKeys()
  db.prepare('update record_self set record = ?, private_key = ?, public_key = ?').run(
    ...[recordName(public_key), private_key, public_key]
  )
}

function rewriteForOtherKey({path}: PreparedRecord): void {
  asAdministrator(path, db => {
    replaceKey(db)
    rewriteLog(db)
  })
}

async function goOnFromEarlier({path, earlier}: PreparedRecord): Promise<void> {
  for (const side of ['-wal', '-shm']) rmSync(path + side, {force: true})
  copyFileSync(earlier, path)
  await save(
    path,
    ['one', 'two', 'three', 'four', 'five', 'six'].map(title => ({...HARBOUR, title}))
  )
}

async function makeAnew({path}: PreparedRecord): Promise<void> {
  const anew = `${path}.anew`
  await save(
    anew,
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(title => ({...HARBOUR, title}))
  )
  asAdministrator(anew, db => {
    db.exec(`attach '${path}' as original; delete from record_self; insert into record_self select * from original.record_self;
      detach original`)
    rewriteLog(db)
  })
  copyFileSync(anew, path)
}

/** The other history is as long: its entries, and what opens them, take the place of those that were there. */
async function graft(record: PreparedRecord): Promise<void> {
  const branch = {...record, path: `${record.path}.branch`}
  await goOnFromEarlier(branch)
  asAdministrator(record.path, db => {
    db.exec(`attach '${branch.path}' as branch`)
    for (const table of ['log', 'opening'])
      db.exec(`delete from ${table} where place > 7;
        insert into ${table} select * from branch.${table} where place between 8 and 22`)
    db.exec('detach branch')
  })
}
