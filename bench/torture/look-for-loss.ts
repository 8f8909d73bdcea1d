import {existsSync, globSync, readFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {isDeepStrictEqual} from 'node:util'
import {openStore} from '../../src/record/open-store.ts'
import type {Store} from '../../src/record/store.ts'
import type {Account} from './account.ts'
import {backupOf} from './backup-file.ts'
import {smallJourney, traceOf} from './small-journey.ts'

/** What a record lacks of what it must be: something acknowledged is lost, half there, or the file is damaged. */
export interface Loss {
  readonly kind: 'lost' | 'half' | 'damaged'
  readonly what: string
}

/**
 * Whether the record at `path` still holds everything in `account`, and nothing by halves. It is opened as a user's next
 * command would open it. A whole look also runs the record's own check and reads every document back.
 */
export async function lookForLoss(
  path: string,
  account: Account,
  {isWhole = false}: {readonly isWhole?: boolean} = {}
): Promise<Loss[]> {
  if (!existsSync(path))
    return account.acknowledgedCount + account.before.length === 0
      ? []
      : [{kind: 'lost', what: 'the whole record: there is no file'}]
  const losses = lookForTraces(path, account)
  let store: Store | undefined
  try {
    store = await openStore(path)
    losses.push(...lookAtRows(path, account))
    losses.push(...(await lookAtBackups(path, account, {isWhole})))
    if (isWhole) losses.push(...(await lookAtEverything(store, account)))
    return losses
  } catch (error) {
    return [...losses, {kind: 'damaged', what: (error as Error).message}]
  } finally {
    await store?.close().catch(() => {})
  }
}

/** What is left of documents that were said to be erased. Looked for before anything opens the record, and tidies up. */
function lookForTraces(path: string, {erased}: Account): Loss[] {
  if (erased.length === 0) return []
  const files = [path, `${path}-wal`].filter(file => existsSync(file)).map(file => readFileSync(file))
  return erased
    .filter(number => files.some(bytes => bytes.includes(traceOf(number))))
    .map(number => ({kind: 'lost', what: `that nothing is left of document ${number}`}))
}

/** What should select nothing, with what it means when it does. */
const HALVES: readonly [what: string, sql: string][] = [
  ['a document without its bytes', 'select id from document where sha256 not in (select sha256 from blob)'],
  ['a document without a capture', 'select id from document where sha256 not in (select sha256 from capture)'],
  ['a document without a run', 'select id from document where id not in (select document from run)'],
  [
    'a run without some of its claims',
    'select id from run where claim_count <> (select count(*) from finding where finding.run = run.id)'
  ],
  ['a run without entities', 'select id from run where claim_count > 0 and id not in (select run from entity)'],
  [
    'a document in effect that search does not know',
    `select document from current_run where document not in (select document from search_row)`
  ],
  [
    'an entry of the log without its leaf',
    'select place from log where place - 1 not in (select position from log_hash where level = 0)'
  ],
  ['a gap in the log', 'select max(place) from log having max(place) <> count(*)'],
  [
    'an entry that opens nothing',
    `select opening.place from opening left join log on log.place = opening.place where log.place is null`
  ]
]

function lookAtRows(path: string, account: Account): Loss[] {
  const raw = new DatabaseSync(path, {readOnly: true})
  try {
    const damage = column(raw, 'pragma quick_check(3)').filter(said => said !== 'ok')
    if (0 < damage.length) return [{kind: 'damaged', what: damage.join('; ')}]
    const halves = HALVES.flatMap(([what, sql]) =>
      column(raw, sql).map((id): Loss => ({kind: 'half', what: `${what}: ${id}`}))
    )
    return [...halves, ...lookForLost(raw, account)]
  } finally {
    raw.close()
  }
}

function lookForLost(raw: DatabaseSync, account: Account): Loss[] {
  const kept = new Set(column(raw, 'select id from document'))
  const hidden = new Set(column(raw, 'select document from forgotten'))
  const judged = new Set(column(raw, 'select id from judgement'))
  const lost: Loss[] = []
  for (const number of account.documents) {
    const {id} = smallJourney(number).document
    const standing = account.standing(number)
    if (standing === 'gone') {
      if (kept.has(id)) lost.push({kind: 'lost', what: `that document ${number} is gone`})
    } else if (!kept.has(id)) lost.push({kind: 'lost', what: `document ${number}`})
    else if (standing !== undefined && hidden.has(id) !== (standing === 'hidden'))
      lost.push({kind: 'lost', what: `that document ${number} is ${standing}`})
  }
  for (const id of account.before) if (!kept.has(id)) lost.push({kind: 'lost', what: `${id}, of before`})
  for (const id of account.judgements) if (!judged.has(id)) lost.push({kind: 'lost', what: id})
  return lost
}

/** A backup that was acknowledged is there; one that is there at all is whole. */
async function lookAtBackups(path: string, account: Account, {isWhole}: {readonly isWhole: boolean}): Promise<Loss[]> {
  const losses: Loss[] = []
  for (const [number, documents] of account.backups) {
    const backup = backupOf(path, number)
    if (existsSync(backup)) losses.push(...lookAtBackup(backup, documents))
    else losses.push({kind: 'lost', what: `backup ${number}`})
  }
  const found = globSync(backupOf(path, 0).replace(/0$/, '+([0-9])'))
  for (const backup of isWhole ? found : []) losses.push(...(await checkBackup(backup)))
  return losses
}

function lookAtBackup(backup: string, documents: readonly number[]): Loss[] {
  const raw = new DatabaseSync(backup, {readOnly: true})
  try {
    const damage = column(raw, 'pragma quick_check(3)').filter(said => said !== 'ok')
    if (0 < damage.length) return [{kind: 'damaged', what: `${backup}: ${damage.join('; ')}`}]
    const kept = new Set(column(raw, 'select id from document'))
    return documents
      .filter(number => !kept.has(smallJourney(number).document.id))
      .map(number => ({kind: 'lost', what: `document ${number} of ${backup}`}))
  } finally {
    raw.close()
  }
}

async function checkBackup(backup: string): Promise<Loss[]> {
  const store = await openStore(backup)
  try {
    const {faults} = await store.check()
    return faults.map(what => ({kind: 'damaged', what: `${backup}: ${what}`}))
  } finally {
    await store.close()
  }
}

async function lookAtEverything(store: Store, account: Account): Promise<Loss[]> {
  const {faults} = await store.check()
  const losses = faults.map((what): Loss => ({kind: 'damaged', what}))
  for (const number of account.documents) {
    if (account.standing(number) !== 'shown') continue
    const {document, reading} = smallJourney(number)
    if (!isDeepStrictEqual(await store.reading(document.id), reading))
      losses.push({kind: 'lost', what: `something of document ${number}`})
  }
  return losses
}

function column(raw: DatabaseSync, sql: string): unknown[] {
  return raw
    .prepare(sql)
    .all()
    .map(row => Object.values(row)[0])
}
