import {type Insertable, sql, type Transaction} from 'kysely'
import {RecordConflict, RecordUnusable} from '../record-errors.ts'
import {captureHash, documentHash, importHash, judgementHash, runHash} from './hashes.ts'
import {insertAll} from './insert-all.ts'
import {documentsJudged} from './judge.ts'
import {showJudgement, targetRows} from './judgement-rows.ts'
import {loadEntities} from './load-reading.ts'
import {addToLog} from './log.ts'
import {standingPurge} from './purge-digest.ts'
import type {InProject, LogKind, Tables} from './tables.ts'

/** An entry of the other log. */
export interface Entry extends Pick<Tables['opening'], 'place' | 'kind' | 'id' | 'hash'> {
  readonly at: string
}

type Counted = 'documents' | 'captures' | 'runs' | 'judgements' | 'imports' | 'known'

const COUNTED: Readonly<Record<LogKind, Counted>> = {
  document: 'documents',
  capture: 'captures',
  run: 'runs',
  judgement: 'judgements',
  import: 'imports'
}

/** Entries of another log on their way into this one, in one transaction. */
export class CopyOfEntries {
  readonly counts = new Map<Counted, number>()
  /** Documents from which something else follows now. */
  readonly changed = new Set<string>()
  /** Documents that were purged here, with the judgement that keeps them out. */
  readonly keptOut = new Map<string, string>()
  readonly #source: InProject
  readonly #trx: Transaction<Tables>
  readonly #project: string

  constructor(source: InProject, trx: Transaction<Tables>, project: string) {
    this.#source = source
    this.#trx = trx
    this.#project = project
  }

  /** Add what the entry tells of, where it is not here yet. */
  async add(entry: Entry): Promise<void> {
    const outcome = await this.#copy(entry)
    if (outcome === 'left') return
    const counted = outcome === 'known' ? 'known' : COUNTED[entry.kind]
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1)
  }

  #copy(entry: Entry): Promise<Outcome> {
    switch (entry.kind) {
      case 'document':
        return this.#document(entry)
      case 'capture':
        return this.#capture(entry)
      case 'run':
        return this.#run(entry)
      case 'judgement':
        return this.#judgement(entry)
      case 'import':
        return this.#import(entry)
    }
  }

  async #document(entry: Entry): Promise<Outcome> {
    const row = await this.#sourceRow('document', entry.id)
    if (!row) return 'left'
    const known = await this.#targetRow('document', entry.id)
    if (known && known.text_sha256 !== row.text_sha256)
      throw new RecordConflict(`Cannot copy document ${entry.id}: the record holds another text under this id`)
    if (known) return 'known'
    const purgedBy = await standingPurge(this.#trx, this.#project, entry.id)
    if (purgedBy !== undefined) {
      this.keptOut.set(entry.id, purgedBy)
      return 'left'
    }
    const blob = await this.#source.db
      .selectFrom('blob')
      .selectAll()
      .where('project', '=', this.#source.project)
      .where('sha256', '=', row.sha256)
      .executeTakeFirstOrThrow()
    await insertAll(this.#trx, 'blob', [{...blob, project: this.#project}], {skipKnown: true})
    return this.#keep('document', entry, row, documentHash(row))
  }

  async #capture(entry: Entry): Promise<Outcome> {
    const row = await this.#sourceRow('capture', entry.id)
    if (!row || !(await this.#hasBytes(row.sha256))) return 'left'
    if (await this.#targetRow('capture', entry.id)) return 'known'
    for (const {id} of await this.#documentsOfBytes(row.sha256)) this.changed.add(id)
    return this.#keep('capture', entry, row, captureHash(row))
  }

  async #run(entry: Entry): Promise<Outcome> {
    const row = await this.#sourceRow('run', entry.id)
    if (!row || !(await this.#targetRow('document', row.document))) return 'left'
    if (await this.#targetRow('run', entry.id)) return 'known'
    const findings = await this.#rowsOfRun('finding', entry.id)
    const entities = await loadEntities(this.#source.db, this.#source.project, entry.id)
    const recorded = await this.#log(entry, runHash(row, entities, findings))
    const {project, document} = {project: this.#project, document: row.document}
    await insertAll(this.#trx, 'run', [{...row, project, recorded}])
    for (const table of ['entity', 'mention', 'name', 'claim_part'] as const)
      await insertAll(this.#trx, table, await this.#rowsOfRun(table, entry.id))
    const claims = findings.map(({claim, kind}) => ({project, document, id: claim, kind, first_run: entry.id}))
    await insertAll(this.#trx, 'claim', claims, {skipKnown: true})
    const found = findings.map(finding => ({...finding, recorded}))
    await insertAll(this.#trx, 'finding', found)
    this.changed.add(document)
    return 'added'
  }

  /** A purge is about what this record never had, and is known by a secret of the other. */
  async #judgement(entry: Entry): Promise<Outcome> {
    const row = await this.#sourceRow('judgement', entry.id)
    if (!row || row.kind === 'purge') return 'left'
    if (await this.#targetRow('judgement', entry.id)) return 'known'
    if (await this.#isAboutAbsent(row)) return 'left'
    const undone = row.undoes === null ? undefined : await this.#targetRow('judgement', row.undoes)
    if (row.undoes !== null && !undone) return 'left'
    if (row.undoes !== null && (await this.#isUndone(row.undoes))) return 'known'
    const outcome = await this.#keep('judgement', entry, row, judgementHash(row))
    await insertAll(this.#trx, 'judgement_target', targetRows({...row, project: this.#project}))
    for (const document of await documentsJudged(this.#trx, this.#project, showJudgement(undone ?? row)))
      this.changed.add(document)
    return outcome
  }

  async #import(entry: Entry): Promise<Outcome> {
    const row = await this.#sourceRow('import_batch', entry.id)
    if (!row) return 'left'
    if (await this.#targetRow('import_batch', entry.id)) return 'known'
    return this.#keep('import_batch', entry, row, importHash(row))
  }

  async #keep<Table extends Logged>(table: Table, entry: Entry, row: Tables[Table], hash: string): Promise<Outcome> {
    const recorded = await this.#log(entry, hash)
    const kept = {...row, project: this.#project, recorded}
    await insertAll(this.#trx, table, [kept as unknown as Insertable<Tables[Table]>])
    return 'added'
  }

  /** @returns its place in this log */
  async #log({kind, id, at, hash}: Entry, hashNow: string): Promise<number> {
    if (hash !== hashNow)
      throw new RecordUnusable(
        'record_damaged',
        `Cannot copy ${kind} ${id}: it was altered since it was saved. Run hearsay verify on the record it comes from`
      )
    return addToLog(this.#trx, this.#project, {kind, id, hash, at})
  }

  async #sourceRow<Table extends Logged>(table: Table, id: string): Promise<Tables[Table] | undefined> {
    const {db, project} = this.#source
    const {rows} = await sql<Tables[Table]>`
      select * from ${sql.table(table)} where project = ${project} and id = ${id}`.execute(db)
    return rows[0]
  }

  async #targetRow<Table extends Logged>(table: Table, id: string): Promise<Tables[Table] | undefined> {
    const {rows} = await sql<Tables[Table]>`
      select * from ${sql.table(table)} where project = ${this.#project} and id = ${id}`.execute(this.#trx)
    return rows[0]
  }

  /** Rows of a run in the source, as rows of this project. */
  async #rowsOfRun<Table extends 'finding' | 'entity' | 'mention' | 'name' | 'claim_part'>(
    table: Table,
    run: string
  ): Promise<(Tables[Table] & Insertable<Tables[Table]>)[]> {
    const {db, project} = this.#source
    const order = table === 'finding' ? sql`order by position` : sql``
    const {rows} = await sql<Tables[Table] & Insertable<Tables[Table]>>`
      select * from ${sql.table(table)} where project = ${project} and run = ${run} ${order}`.execute(db)
    return rows.map(row => ({...row, project: this.#project}))
  }

  async #hasBytes(sha256: string): Promise<boolean> {
    return (await this.#documentsOfBytes(sha256)).length > 0
  }

  #documentsOfBytes(sha256: string): Promise<{id: string}[]> {
    return this.#trx
      .selectFrom('document')
      .select('id')
      .where('project', '=', this.#project)
      .where('sha256', '=', sha256)
      .execute()
  }

  /** Whether the judgement is about a document that the source has and that was kept out of here. */
  async #isAboutAbsent(row: Tables['judgement']): Promise<boolean> {
    for (const {target} of targetRows(row))
      if (target.startsWith('doc-') && !(await this.#targetRow('document', target.split(':')[0]!))) return true
    return false
  }

  async #isUndone(judgement: string): Promise<boolean> {
    const undo = await this.#trx
      .selectFrom('judgement')
      .select('id')
      .where('project', '=', this.#project)
      .where('undoes', '=', judgement)
      .executeTakeFirst()
    return undo !== undefined
  }
}

type Logged = 'document' | 'capture' | 'run' | 'judgement' | 'import_batch'

/** Added; there already; or left out, since what it is about is not here. */
type Outcome = 'added' | 'known' | 'left'
