import {type Kysely, sql} from 'kysely'
import {type Checkpoint, originOf} from '../proof/checkpoint.ts'
import {GrowingTree} from '../proof/growing-tree.ts'
import {type FoundLog, judgeCheckpoint} from '../proof/judge-checkpoint.ts'
import {commitmentOf, entryHash} from '../proof/log-entry.ts'
import type {CheckpointVerdict} from '../proof/proof-index.ts'
import {publicKeyIn, recordName} from '../proof/record-keys.ts'
import type {HashedSubtree} from '../proof/subtrees.ts'
import {keyOf, readEntries, readHashes} from './proof-rows.ts'
import type {Tables} from './tables.ts'

type Db = Kysely<Tables>

/** What the check of the logs counts and finds beside faults. */
export interface LogFindings {
  entriesChecked: number
  checkpoints: CheckpointVerdict[]
}

/**
 * Work out every log anew from its entries: places without a gap, what each commits to, the tree that is kept, and whether it
 * begins with what each of these checkpoints signed.
 */
export async function* logFaults(
  db: Db,
  checkpoints: readonly Checkpoint[],
  findings: LogFindings
): AsyncGenerator<string> {
  const self = await db.selectFrom('record_self').selectAll().executeTakeFirst()
  if (!self) return yield 'the record has lost its name and keys'
  if (recordName(self.public_key) !== self.record) yield 'the record has not the name that its key gives it'
  if (publicKeyIn(self) !== self.public_key) yield 'the keys of the record do not belong together'
  const logs = new Map<string, FoundLog>()
  for (const project of await projectsOf(db)) {
    const origin = originOf(self.record, project)
    const sizes = new Set(checkpoints.filter(checkpoint => checkpoint.origin === origin).map(({size}) => size))
    const log = new LogCheck(db, project, origin, sizes)
    yield* log.faults()
    logs.set(origin, {publicKey: self.public_key, size: log.size, rootsBySize: log.rootsBySize})
    findings.entriesChecked += log.size
  }
  for (const checkpoint of checkpoints) {
    const verdict = judgeCheckpoint(checkpoint, logs.get(checkpoint.origin))
    findings.checkpoints.push(verdict)
    if (!verdict.isConsistent)
      yield `the checkpoint of ${verdict.size} entries of ${verdict.origin} does not hold: ${verdict.reason}`
  }
}

/** Every project that has, or is said to have, a log. */
async function projectsOf(db: Db): Promise<string[]> {
  const {rows} = await sql<{project: string}>`
    select project from log union select project from opening union select project from log_hash`.execute(db)
  return rows.map(({project}) => project)
}

class LogCheck {
  readonly rootsBySize = new Map<number, string>()
  readonly #db: Db
  readonly #project: string
  readonly #origin: string
  readonly #sizes: ReadonlySet<number>
  readonly #tree = new GrowingTree()
  #hashCount = 0

  constructor(db: Db, project: string, origin: string, sizes: ReadonlySet<number>) {
    this.#db = db
    this.#project = project
    this.#origin = origin
    this.#sizes = sizes
  }

  get size(): number {
    return this.#tree.size
  }

  async *faults(): AsyncGenerator<string> {
    const purges = await purgedPlaces(this.#db, this.#project)
    this.#noteRoot()
    for await (const entries of readEntries(this.#db, this.#project)) {
      yield* this.#treeFaults(entries)
      yield* this.#openingFaults(entries, purges)
    }
    const [kept] = await this.#counted('log_hash')
    if (kept !== this.#hashCount) yield `the log of ${this.#project} keeps hashes of entries that are not there`
    const [, last = 0] = await this.#counted('opening')
    if (last > this.size) yield `the log of ${this.#project} ends at place ${this.size} and was opened at ${last}`
    for (const [place, by] of purges)
      if (place > this.size || by <= place) yield `a purge names place ${place}, which it cannot have found`
  }

  #noteRoot(): void {
    if (this.#sizes.has(this.size)) this.rootsBySize.set(this.size, this.#tree.root)
  }

  async *#treeFaults(entries: readonly Tables['log'][]): AsyncGenerator<string> {
    const completed: HashedSubtree[] = []
    for (const entry of entries) {
      if (entry.place !== this.size + 1)
        yield `the log of ${this.#project} goes from place ${this.size} to ${entry.place}`
      completed.push(...this.#tree.add(entryHash(this.#origin, entry)))
      this.#noteRoot()
    }
    this.#hashCount += completed.length
    const kept = await readHashes(this.#db, this.#project, completed)
    for (const subtree of completed)
      if (subtree.level === 0 && kept.get(keyOf(subtree)) !== subtree.hash)
        yield `place ${subtree.position + 1} of the log of ${this.#project} is not what was added there`
    for (const subtree of completed)
      if (subtree.level > 0 && kept.get(keyOf(subtree)) !== subtree.hash)
        return yield `the tree over the log of ${this.#project} is not that of its entries`
  }

  async *#openingFaults(
    entries: readonly Tables['log'][],
    purges: ReadonlyMap<number, number>
  ): AsyncGenerator<string> {
    const openings = await this.#openings(entries[0]!.place, entries.at(-1)!.place)
    for (const {place, kind, commitment} of entries) {
      const opening = openings.get(place)
      if (!opening) {
        if (!purges.has(place))
          yield `place ${place} of the log of ${this.#project} has lost its content, and no purge says why`
      } else if (opening.kind !== kind || commitmentOf(opening) !== commitment)
        yield `place ${place} of the log of ${this.#project} commits to something else than ${opening.kind} ${opening.id}`
      else if (purges.has(place)) yield `${opening.kind} ${opening.id} is said to be purged and is still there`
    }
  }

  async #openings(first: number, last: number): Promise<Map<number, Tables['opening']>> {
    const rows = await this.#db
      .selectFrom('opening')
      .selectAll()
      .where('project', '=', this.#project)
      .where('place', '>=', first)
      .where('place', '<=', last)
      .execute()
    return new Map(rows.map(row => [row.place, row]))
  }

  async #counted(table: 'log_hash' | 'opening'): Promise<[count: number, last: number]> {
    const column = sql.ref(table === 'opening' ? 'place' : 'position')
    const {rows} = await sql<{count: number; last: number | null}>`
      select count(*) as count, max(${column}) as last from ${sql.table(table)}
      where project = ${this.#project}`.execute(this.#db)
    return [rows[0]!.count, rows[0]!.last ?? 0]
  }
}

/** Which places were purged, by the place of the purge. There are few: they are looked up for every entry. */
async function purgedPlaces(db: Db, project: string): Promise<Map<number, number>> {
  const {rows} = await sql<{place: number; recorded: number}>`
    select gone.value as place, judgement.recorded from judgement, json_each(judgement.said, '$.places') as gone
    where judgement.project = ${project} and judgement.kind = 'purge'
    order by judgement.recorded`.execute(db)
  return new Map(rows.map(({place, recorded}) => [place, recorded]))
}
