#!/usr/bin/env node
/**
 * A second check of a Hearsay record: `node verify.ts RECORD.db|FOLDER [--checkpoint FILE]... [--json]`.
 *
 * It shares no code with Hearsay and needs nothing but Node 24. From what is kept it works out anew the hash of every text,
 * of all bytes and of every row, what each entry of the log commits to, the Merkle tree over each log, and whether each
 * checkpoint that was kept elsewhere is signed with the record's key and is the beginning of the log. FOLDER is a log as
 * `hearsay checkpoint --tiles` writes it. What Hearsay derives from the kept rows, to find things fast, is not looked at.
 *
 * It ends with 0 when all is sound, with 1 when something is not, and with 2 when it could not look.
 */
import {createHash, createPrivateKey, createPublicKey, verify} from 'node:crypto'
import {readFileSync, statSync} from 'node:fs'
import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {zstdDecompressSync} from 'node:zlib'

/** What was found. */
export interface Report {
  readonly faults: readonly string[]
  readonly entries: number
  readonly documents: number
  readonly claims: number
}

/** Check everything that is kept in the record at `path`, and hold its logs against the texts of checkpoints. */
export function verifyRecord(path: string, checkpoints: readonly string[] = []): Report {
  const db = new DatabaseSync(path, {readOnly: true})
  try {
    const parsed = checkpoints.map(parseCheckpoint)
    const check = new RecordCheck(db)
    for (const step of [() => check.logs(parsed), () => check.rows(), () => check.runs(), () => check.missing()])
      try {
        step()
      } catch (error) {
        check.faults.push(`the check could not go on: ${(error as Error).message}`)
      }
    return {...check.counts, faults: check.faults}
  } finally {
    db.close()
  }
}

/** Check a log that was written into a folder, by C2SP tlog-tiles, and hold it against the texts of checkpoints. */
export function verifyFolder(folder: string, checkpoints: readonly string[] = []): Report {
  const faults: string[] = []
  const newest = parseCheckpoint(readFileSync(`${folder}/checkpoint`, 'utf8'))
  const [, , ...key] = readFileSync(`${folder}/vkey`, 'utf8').trim().split('+')
  const publicKey = Buffer.from(key.join('+'), 'base64').subarray(1).toString('base64')
  if (newest.origin.split('/')[1] !== nameOf(publicKey)) faults.push('the log has not the name that its key gives it')
  const tree = new Tree()
  const heads = new Heads(newest.origin, [newest, ...checkpoints.map(parseCheckpoint)], tree)
  const levels: string[][] = []
  for (let index = 0; index * 256 < newest.size; index++)
    for (const entry of entriesOf(readTile(folder, 'entries', index, newest.size))) {
      const [, origin, place] = JSON.parse(entry.toString())
      if (origin !== newest.origin || place !== tree.size + 1) faults.push(`entry ${tree.size} is not of its place`)
      for (const {level, position, hash} of tree.add(leafHash(entry))) {
        if (position === 0) levels.push([])
        levels[level]!.push(hash)
      }
      heads.note()
    }
  for (let level = 0; level * 8 < levels.length; level++)
    for (let index = 0; index * 256 < levels[level * 8]!.length; index++) {
      const hashes = levels[level * 8]!.slice(index * 256, index * 256 + 256).join('')
      if (readTile(folder, `${level}`, index, levels[level * 8]!.length).toString('hex') !== hashes)
        faults.push(`tile ${level}/${index} does not hold the hashes of its entries`)
    }
  for (const {origin} of checkpoints.map(parseCheckpoint))
    if (origin !== newest.origin) faults.push(`a checkpoint is of log ${origin}, which is not here`)
  return {faults: [...faults, ...heads.faults(publicKey)], entries: tree.size, documents: 0, claims: 0}
}

// biome-ignore lint/suspicious/noExplicitAny: what a column holds is said where it is read
type Row = Record<string, any>

class RecordCheck {
  readonly faults: string[] = []
  readonly counts = {entries: 0, documents: 0, claims: 0}
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  readonly #key: string
  readonly #record: string

  constructor(db: DatabaseSync) {
    this.#db = db
    const [self] = this.#all('select * from record_self')
    this.#key = self?.['public_key'] ?? ''
    this.#record = self?.['record'] ?? ''
    if (nameOf(this.#key) !== this.#record) this.faults.push('the record has not the name that its key gives it')
    if (publicKeyIn(self?.['private_key'] ?? '') !== this.#key) this.faults.push('the keys do not belong together')
  }

  /** Each log: places without a gap, each commitment opened, the tree that is kept, and the checkpoints. */
  logs(checkpoints: readonly Checkpoint[]): void {
    const origins = new Set<string>()
    for (const {project} of this.#all(
      'select project from log union select project from opening union select project from log_hash'
    )) {
      const origin = `hearsay/${this.#record}/${encodeURIComponent(project)}`
      const tree = new Tree()
      const heads = new Heads(origin, checkpoints, tree)
      let kept = 0
      origins.add(origin)
      for (const row of this.#each('select * from log where project = ? order by place', project)) {
        if (row['place'] !== tree.size + 1) this.faults.push(`log of ${project}: place ${tree.size + 1} is missing`)
        this.#checkCommitment(row)
        const entry = ['hearsay-entry/1', origin, row['place'], row['kind'], row['at'], row['commitment']]
        for (const {level, position, hash} of tree.add(leafHash(Buffer.from(JSON.stringify(entry))))) {
          const key = [project, level, position] as const
          const [found] = this.#all(
            'select hash from log_hash where project = ? and level = ? and position = ?',
            ...key
          )
          if (found?.['hash'] !== hash)
            this.faults.push(`log of ${project}: hash ${position} of level ${level} is not that of its entries`)
          kept++
        }
        heads.note()
      }
      if (this.#count('log_hash where project = ?', project) !== kept)
        this.faults.push(`log of ${project}: it keeps hashes of no entry`)
      this.faults.push(...heads.faults(this.#key))
      this.counts.entries += tree.size
    }
    for (const {origin} of checkpoints)
      if (!origins.has(origin)) this.faults.push(`a checkpoint is of log ${origin}, which is not here`)
  }

  #checkCommitment({project, place, kind, commitment}: Row): void {
    const [opening] = this.#all('select * from opening where project = ? and place = ?', project, place)
    const isPurged =
      this.#all(
        `select 1 from judgement, json_each(said, '$.places') as gone
          where project = ? and kind = 'purge' and recorded > ? and gone.value = ?`,
        ...[project, place, place]
      ).length > 0
    if (isPurged !== (opening === undefined))
      this.faults.push(
        `log of ${project}: place ${place} has ${opening ? 'what a purge took away' : 'lost its content'}`
      )
    if (!opening) return
    const {id, hash, salt} = opening
    if (opening['kind'] !== kind || commitment !== sha256(salt + JSON.stringify([project, kind, id, hash])))
      this.faults.push(`log of ${project}: place ${place} commits to something else than ${opening['kind']} ${id}`)
  }

  /** Everything whose hash is made of its own row alone. */
  rows(): void {
    for (const {project, sha256: name, byte_count: size, encoding, bytes} of this.#each('select * from blob')) {
      const unpacked = encoding === 'as-is' ? bytes : unpack(bytes, size)
      if (!['zstd', 'as-is'].includes(encoding) || !unpacked || unpacked.length !== size || sha256(unpacked) !== name)
        this.faults.push(`the bytes of blob ${name} were altered`)
      if (this.#count('document where project = ? and sha256 = ?', project, name) === 0)
        this.faults.push(`blob ${name} belongs to no document`)
    }
    for (const row of this.#each('select * from document')) {
      const {project, id, sha256: blob, algorithm, text, text_sha256, source_map, saved_at} = row
      this.counts.documents++
      if (sha256(text) !== text_sha256) this.faults.push(`the text of document ${id} was altered`)
      if (this.#count('blob where project = ? and sha256 = ?', project, blob) === 0)
        this.faults.push(`the bytes of document ${id} are not there`)
      const sourceMap = source_map && Buffer.from(source_map).toString('base64')
      this.#checkRow('document', row, [id, blob, algorithm, text_sha256, sourceMap, saved_at])
    }
    for (const row of this.#each('select * from capture')) {
      const {id, sha256: blob, source, at, headers, batch} = row
      this.#checkRow('capture', row, [id, blob, source, at, headers, ...(batch === null ? [] : [batch])])
    }
    for (const row of this.#each('select * from judgement')) {
      const {project, id, kind, about, by, at, why, undoes, said} = row
      this.#checkRow('judgement', row, [id, kind, about, by, at, why, undoes, ...(said === null ? [] : [said])])
      for (const {document, start, end, quote} of anchorsIn(said)) {
        const [found] = this.#all('select text from document where project = ? and id = ?', project, document)
        if (found && found['text'].slice(start, end) !== quote)
          this.faults.push(`judgement ${id} quotes what does not stand in document ${document}`)
      }
    }
    for (const row of this.#each('select * from import_batch'))
      this.#checkRow('import', row, [row['id'], row['at'], row['by'], row['what']])
  }

  runs(): void {
    for (const run of this.#each('select * from run')) {
      const {project, id, document, at, reader, description, frame, claim_count} = run
      const [holder] = this.#all('select text from document where project = ? and id = ?', project, document)
      const entities = this.#of('entity', project, id).map(({id: local, kind, name, names, mention_count}) => {
        const mentions = this.#all(
          'select * from mention where project = ? and run = ? and entity = ? order by position',
          ...[project, id, local]
        )
        if (mentions.length !== mention_count || !isCounted(mentions))
          this.faults.push(`the mentions of ${local} in run ${id} were altered`)
        return [local, kind, name, JSON.parse(names), mentions.map(({start, end, form}) => [start, end, form])]
      })
      const findings = this.#of('finding', project, id)
      for (const finding of findings) this.#checkFinding(finding, run, holder?.['text']?.length ?? -1)
      if (findings.length !== claim_count)
        this.faults.push(`run ${id} has ${findings.length} of its ${claim_count} claims`)
      this.counts.claims += findings.length
      const own = [id, document, at, reader, description, frame, claim_count]
      this.#checkRow('run', run, [own, entities, findings.map(({hash}) => hash)])
    }
  }

  #checkFinding(row: Row, run: Row, length: number): void {
    const {project, claim, kind, json, score, hash, document, recorded} = row
    const told = JSON.parse(json)
    const isSound =
      sha256(JSON.stringify([claim, kind, json])) === hash &&
      told.id === claim &&
      told.score === score &&
      document === run['document'] &&
      recorded === run['recorded'] &&
      told.evidence.every(({start, end}: Anchor) => 0 <= start && start <= end && end <= length) &&
      this.#count(
        'claim where project = ? and document = ? and id = ? and kind = ?',
        project,
        document,
        claim,
        kind
      ) === 1
    if (!isSound) this.faults.push(`claim ${claim} of run ${run['id']} was altered`)
  }

  #checkRow(kind: string, {project, id, recorded}: Row, values: readonly unknown[]): void {
    const [opening] = this.#all('select * from opening where project = ? and place = ?', project, recorded)
    if (opening?.['kind'] !== kind || opening['id'] !== id || opening['hash'] !== sha256(JSON.stringify(values)))
      this.faults.push(`${kind} ${id} was altered, or is not in the log`)
  }

  /** What is told of and not here, and what is here and not told of. */
  missing(): void {
    for (const [kind, table = kind] of [['document'], ['capture'], ['run'], ['judgement'], ['import', 'import_batch']])
      this.#refuse(
        `${kind} rows are in the log and not in the record`,
        `opening where kind = '${kind}' and not exists (select 1 from ${table} as kept
          where kept.project = opening.project and kept.id = opening.id and kept.recorded = opening.place)`
      )
    for (const [table, parent, join] of [
      [
        'claim',
        'finding',
        'child.project = parent.project and child.document = parent.document and child.id = parent.claim'
      ],
      ['finding', 'run', 'child.project = parent.project and child.run = parent.id'],
      ['entity', 'run', 'child.project = parent.project and child.run = parent.id'],
      ['mention', 'entity', 'child.project = parent.project and child.run = parent.run and child.entity = parent.id'],
      ['opening', 'log', 'child.project = parent.project and child.place = parent.place']
    ])
      this.#refuse(
        `${table} rows have no ${parent}`,
        `${table} as child where not exists (select 1 from ${parent} as parent where ${join})`
      )
    this.#refuse('purges did not come to their end', 'purging')
  }

  #refuse(what: string, from: string): void {
    const count = this.#count(from)
    if (count > 0) this.faults.push(`${count} ${what}`)
  }

  #of(table: string, project: string, run: string): Row[] {
    const rows = this.#all(`select * from ${table} where project = ? and run = ? order by position`, project, run)
    if (!isCounted(rows)) this.faults.push(`the order of ${table} rows of run ${run} was altered`)
    return rows
  }

  #count(from: string, ...values: (string | number)[]): number {
    return this.#all(`select count(*) as count from ${from}`, ...values)[0]!['count']!
  }

  #all(query: string, ...values: (string | number)[]): Row[] {
    const statement = this.#statements.get(query) ?? this.#db.prepare(query)
    this.#statements.set(query, statement)
    return statement.all(...values) as Row[]
  }

  #each(query: string, ...values: (string | number)[]): Iterable<Row> {
    return this.#db.prepare(query).iterate(...values) as Iterable<Row>
  }
}

/** A Merkle tree of RFC 6962 that entries are added to. */
class Tree {
  size = 0
  /** The hashes of complete subtrees, the largest first. */
  readonly #edge: {level: number; position: number; hash: string}[] = []

  /** @returns every subtree that is complete now, and was not before */
  add(leaf: string): {level: number; position: number; hash: string}[] {
    const completed = [{level: 0, position: this.size++, hash: leaf}]
    while (this.#edge.at(-1)?.level === completed.at(-1)!.level) {
      const {level, position, hash} = completed.at(-1)!
      completed.push({level: level + 1, position: position >> 1, hash: nodeHash(this.#edge.pop()!.hash, hash)})
    }
    this.#edge.push(completed.at(-1)!)
    return completed
  }

  get root(): string {
    const hashes = this.#edge.map(({hash}) => hash)
    return hashes.length === 0 ? sha256('') : hashes.reduceRight((right, left) => nodeHash(left, right))
  }
}

interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly body: string
  readonly signatures: readonly (readonly [name: string, bytes: Buffer])[]
}

/** The checkpoints of one log, and what its root was when it was as long as each of them says. */
class Heads {
  readonly #checkpoints: readonly Checkpoint[]
  readonly #tree: Tree
  readonly #roots = new Map<number, string>()

  constructor(origin: string, checkpoints: readonly Checkpoint[], tree: Tree) {
    this.#checkpoints = checkpoints.filter(checkpoint => checkpoint.origin === origin)
    this.#tree = tree
    this.note()
  }

  note(): void {
    const {size} = this.#tree
    if (this.#checkpoints.some(checkpoint => checkpoint.size === size)) this.#roots.set(size, this.#tree.root)
  }

  faults(publicKey: string): string[] {
    return this.#checkpoints.flatMap(({origin, size, root, body, signatures}) => [
      ...(this.#roots.get(size) === root
        ? []
        : [`the log does not begin with the ${size} entries that a checkpoint signed`]),
      ...(isSigned(body, origin, publicKey, signatures)
        ? []
        : [`the key of this record did not sign the checkpoint of ${size}`])
    ])
  }
}

function parseCheckpoint(text: string): Checkpoint {
  const form = /^((.+)\n(\d+)\n([\w+/]{43}=)\n(?:.+\n)*)\n((?:— \S+ [\w+/]+=*\n)+)$/u
  const [, body = '', origin = '', size, root = '', lines = ''] = form.exec(text) ?? []
  if (size === undefined) throw new SyntaxError('it is no checkpoint')
  const signatures = lines
    .trim()
    .split('\n')
    .map(line => {
      const [, name = '', bytes = ''] = line.split(' ')
      return [name, Buffer.from(bytes, 'base64')] as const
    })
  return {origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), body, signatures}
}

/** By C2SP signed-note: four bytes that name the key, then an Ed25519 signature. */
function isSigned(body: string, name: string, publicKey: string, signatures: Checkpoint['signatures']): boolean {
  const raw = Buffer.from(publicKey, 'base64')
  const keyId = sha256(Buffer.concat([Buffer.from(`${name}\n\u0001`), raw])).slice(0, 8)
  const key = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url')}, format: 'jwk'})
  const own = signatures.filter(([signer, bytes]) => signer === name && bytes.toString('hex', 0, 4) === keyId)
  return own.length > 0 && own.every(([, bytes]) => verify(null, Buffer.from(body), key, bytes.subarray(4)))
}

function readTile(folder: string, level: string, index: number, count: number): Buffer {
  const width = Math.min(256, count - index * 256)
  const digits = `${index}`.padStart(Math.ceil(`${index}`.length / 3) * 3, '0')
  const path = digits.replace(/\d{3}(?=\d)/g, 'x$&/')
  return readFileSync(`${folder}/tile/${level}/${path}${width === 256 ? '' : `.p/${width}`}`)
}

function* entriesOf(bundle: Buffer): Generator<Buffer> {
  for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
    yield bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at))
}

interface Anchor {
  readonly document: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** The mentions that a judgement is about, as it quotes them. */
function anchorsIn(said: string | null | undefined): Anchor[] {
  const {one, other} = said ? JSON.parse(said) : {}
  return [one, other].filter(anchor => typeof anchor?.quote === 'string')
}

/** Places are hashed by their order alone. */
function isCounted(rows: readonly Row[]): boolean {
  return rows.every(({position}, index) => position === index)
}

function unpack(bytes: Uint8Array, size: number): Buffer | undefined {
  try {
    return zstdDecompressSync(bytes, {maxOutputLength: Math.max(size, 1)})
  } catch {
    return undefined
  }
}

function nameOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64')).slice(0, 32)
}

/** The public half of an Ed25519 key, from 32 bytes that are put into PKCS 8 by RFC 8410. */
function publicKeyIn(privateKey: string): string | undefined {
  const raw = Buffer.from(privateKey, 'base64')
  if (raw.length !== 32 || raw.toString('base64') !== privateKey) return undefined
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), raw])
  const {x} = createPublicKey(createPrivateKey({key: der, format: 'der', type: 'pkcs8'})).export({format: 'jwk'})
  return Buffer.from(x!, 'base64url').toString('base64')
}

function leafHash(entry: Buffer): string {
  return sha256(Buffer.concat([Buffer.of(0), entry]))
}

function nodeHash(left: string, right: string): string {
  return sha256(Buffer.from(`01${left}${right}`, 'hex'))
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function main(args: readonly string[]): number {
  const [path] = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--checkpoint')
  const files = args.filter((_, index) => args[index - 1] === '--checkpoint')
  if (path === undefined) {
    console.error('Usage: node verify.ts RECORD.db|FOLDER [--checkpoint FILE]... [--json]')
    return 2
  }
  try {
    const checkpoints = files.map(file => readFileSync(file, 'utf8'))
    const report = statSync(path).isDirectory() ? verifyFolder(path, checkpoints) : verifyRecord(path, checkpoints)
    const {faults, entries, documents, claims} = report
    if (args.includes('--json')) console.log(JSON.stringify({isSound: faults.length === 0, ...report}))
    else
      for (const line of [
        ...faults,
        `${faults.length} faults: ${entries} entries, ${documents} documents, ${claims} claims`
      ])
        console.log(line)
    return faults.length === 0 ? 0 : 1
  } catch (error) {
    console.error(`Cannot verify ${path}: ${(error as Error).message}`)
    return 2
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
