import {type Checkpoint, originOf, parseCheckpoint, signCheckpoint} from '../proof/checkpoint.ts'
import {renderEntryProof} from '../proof/entry-proof.ts'
import {GrowingTree} from '../proof/growing-tree.ts'
import {proveInclusion} from '../proof/inclusion-proof.ts'
import {type FoundLog, judgeCheckpoint} from '../proof/judge-checkpoint.ts'
import {entryBytes, entryHash} from '../proof/log-entry.ts'
import type {CheckpointVerdict, LogEnd, ProofIndex, SignedHead} from '../proof/proof-index.ts'
import {verifierKey} from '../proof/signed-note.ts'
import {hashRanges} from '../proof/subtrees.ts'
import {bundleBytes, entriesOf, entryBundlePath, entryBundlesOf, tileBytes, tilePath, tilesOf} from '../proof/tiles.ts'
import {EMPTY_ROOT} from '../proof/tree-hash.ts'
import {RecordUnusable} from '../record-errors.ts'
import {hashReader, lastPlace, readEntries, readSelf} from './proof-rows.ts'
import type {InProject, Tables} from './tables.ts'

/** The log of one project, and what can be shown of it elsewhere. */
export class ProofOfLog implements ProofIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async end(): Promise<LogEnd> {
    const {db, project} = this.#scope
    const {record} = await readSelf(db)
    return {origin: originOf(record, project), size: await lastPlace(this.#scope)}
  }

  async checkpoint(): Promise<SignedHead> {
    const self = await readSelf(this.#scope.db)
    const origin = originOf(self.record, this.#scope.project)
    const tree = await growTree(this.#scope, origin)
    if (tree.root !== (await this.#keptRoot(tree.size)))
      throw new RecordUnusable(
        'record_damaged',
        `Cannot sign the log: its ${tree.size} entries are not those that were added. Run hearsay verify`
      )
    const {size, root} = tree
    const text = signCheckpoint(origin, {size, root}, self)
    return {text, verifierKey: verifierKey({name: origin, publicKey: self.public_key}), size, root}
  }

  async verifyCheckpoint(text: string): Promise<CheckpointVerdict> {
    const checkpoint = parseCheckpoint(text)
    return judgeCheckpoint(checkpoint, await this.#findLog(checkpoint))
  }

  async proofOf(wanted: number | string): Promise<string | undefined> {
    const {db, project} = this.#scope
    const entry = await db
      .selectFrom('log')
      .selectAll()
      .where('project', '=', project)
      .where('place', '=', typeof wanted === 'number' ? wanted : await this.#placeOf(wanted))
      .executeTakeFirst()
    if (!entry) return undefined
    const {place} = entry
    const opening = await db
      .selectFrom('opening')
      .select(['project', 'kind', 'id', 'hash', 'salt'])
      .where('project', '=', project)
      .where('place', '=', place)
      .executeTakeFirst()
    const {text, size} = await this.checkpoint()
    const {record} = await readSelf(db)
    const told = {entry: Buffer.from(entryBytes(originOf(record, project), entry)).toString(), opening: opening ?? null}
    const hashes = await proveInclusion(place - 1, size, hashReader(db, project))
    return renderEntryProof({index: place - 1, hashes, checkpoint: text, extra: JSON.stringify(told)})
  }

  async exportTiles(write: (path: string, bytes: Uint8Array) => Promise<void>): Promise<void> {
    const {db, project} = this.#scope
    const {record} = await readSelf(db)
    const origin = originOf(record, project)
    // Whatever is added from now on is of no concern: what lies below this size never changes.
    const {text, verifierKey, size} = await this.checkpoint()
    for (const tile of tilesOf(size)) await write(tilePath(tile), await tileBytes(tile, hashReader(db, project)))
    for (const bundle of entryBundlesOf(size)) {
      const {start, end} = entriesOf(bundle)
      const entries: Tables['log'][] = []
      for await (const rows of readEntries(db, project, {after: start, upTo: end})) entries.push(...rows)
      await write(entryBundlePath(bundle), bundleBytes(entries.map(entry => entryBytes(origin, entry))))
    }
    await write('vkey', Buffer.from(`${verifierKey}\n`))
    await write('checkpoint', Buffer.from(text))
  }

  /** 0, where nothing stands, for what is not on record. */
  async #placeOf(id: string): Promise<number> {
    const {db, project} = this.#scope
    const {place} = await db
      .selectFrom('opening')
      .select(({fn}) => fn.min('place').as('place'))
      .where('project', '=', project)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return place ?? 0
  }

  async #keptRoot(size: number): Promise<string> {
    if (size === 0) return EMPTY_ROOT
    const {db, project} = this.#scope
    const [root] = await hashRanges([{start: 0, end: size}], hashReader(db, project)).catch(() => [''])
    return root!
  }

  /** The log that a checkpoint names; of this record it may be of any project. */
  async #findLog({origin, size}: Checkpoint): Promise<FoundLog | undefined> {
    const {db} = this.#scope
    const {record, public_key} = await readSelf(db)
    const projects = await db.selectFrom('log').select('project').distinct().execute()
    const names = new Set([this.#scope.project, ...projects.map(({project}) => project)])
    const project = [...names].find(name => originOf(record, name) === origin)
    if (project === undefined) return undefined
    const rootsBySize = new Map<number, string>()
    const tree = await growTree({db, project}, origin, grown => {
      if (grown.size === size) rootsBySize.set(size, grown.root)
    })
    return {publicKey: public_key, size: tree.size, rootsBySize}
  }
}

/** The tree over a project's entries, worked out from the entries alone; `onSize` sees it at every size. */
async function growTree(
  {db, project}: InProject,
  origin: string,
  onSize: (tree: GrowingTree) => void = () => {}
): Promise<GrowingTree> {
  const tree = new GrowingTree()
  onSize(tree)
  for await (const rows of readEntries(db, project))
    for (const entry of rows) {
      tree.add(entryHash(origin, entry))
      onSize(tree)
    }
  return tree
}
