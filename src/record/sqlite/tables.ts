import type {Kysely} from 'kysely'
import type {TextAlgorithm} from '../../intake/document.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {Entity} from '../../reading/reading.ts'
import type {ClaimPart, Judgement} from '../store.ts'

/** The tables of a record, as `migrations.ts` makes them. The project stands first in every key. */
export interface Tables {
  readonly log: LogTable
  readonly blob: BlobTable
  readonly capture: CaptureTable
  readonly document: DocumentTable
  readonly run: RunTable
  readonly entity: EntityTable
  readonly mention: MentionTable
  readonly claim: ClaimTable
  readonly finding: FindingTable
  readonly judgement: JudgementTable
  readonly name: NameTable
  readonly claim_part: ClaimPartTable
  readonly search_row: SearchRowTable
  readonly search_words: SearchWordsTable
  /** A view: the documents that are hidden now. */
  readonly forgotten: {readonly project: string; readonly document: string}
  /** A view: the newest run of every document that is not hidden. */
  readonly current_run: RunTable
}

/** At this place of the project's log, this was added, and it hashed to this. Places count from 1 without a gap. */
interface LogTable {
  project: string
  place: number
  kind: 'capture' | 'document' | 'run' | 'judgement'
  id: string
  hash: string
}

interface BlobTable {
  project: string
  sha256: string
  byte_count: number
  /** `zstd`, or `as-is` where that is no larger. */
  encoding: 'zstd' | 'as-is'
  bytes: Uint8Array
}

interface CaptureTable {
  project: string
  id: string
  sha256: string
  source: string
  /** The source as it is looked for. */
  folded_source: string
  at: string
  /** JSON. */
  headers: string
  /** Its place in the log; the same in every table below. */
  recorded: number
}

interface DocumentTable {
  project: string
  id: string
  sha256: string
  algorithm: TextAlgorithm
  text: string
  text_sha256: string
  /** JSON of a SourceMap, compressed with zstd. */
  source_map: Uint8Array | null
  saved_at: string
  recorded: number
}

interface RunTable {
  project: string
  id: string
  document: string
  at: string
  /** JSON of the reader and its models. */
  reader: string
  /** JSON of the Document, without text and source map, as this run was given it. */
  description: string
  /** JSON of the Reading, without its text, entities and claims. */
  frame: string
  /** Title, outlet and authors as they are looked for. */
  folded_words: string
  /** The first and last day on which it can have been published. */
  earliest: string | null
  latest: string | null
  claim_count: number
  recorded: number
}

interface EntityTable {
  project: string
  run: string
  id: string
  position: number
  kind: Entity['kind']
  name: string
  /** JSON list. */
  names: string
  mention_count: number
}

interface MentionTable {
  project: string
  run: string
  entity: string
  position: number
  start: number
  end: number
  form: Entity['mentions'][number]['form']
}

/** This document was read to claim this; the first run to find it was this one. */
interface ClaimTable {
  project: string
  document: string
  id: string
  kind: ClaimKind
  first_run: string
}

/** This run found this claim, and put it so. */
interface FindingTable {
  project: string
  run: string
  /** Its place in the reading, over all eight lists. */
  position: number
  document: string
  claim: string
  kind: ClaimKind
  score: number
  json: string
  hash: string
  recorded: number
}

interface JudgementTable {
  project: string
  id: string
  kind: Judgement['kind']
  about: string
  by: string
  at: string
  why: string | null
  undoes: string | null
  recorded: number
}

/** Derived: by what names an entity can be found. */
interface NameTable {
  project: string
  folded: string
  run: string
  entity: string
}

/** Derived: which entities have a part in a claim. */
interface ClaimPartTable {
  project: string
  run: string
  entity: string
  part: ClaimPart
  position: number
}

/** Derived: what a row of `search_words` is about. */
interface SearchRowTable {
  id: number
  project: string
  document: string
  run: string
  claim: string | null
  kind: string
  part: string | null
  start: number
  end: number
  speaker: string | null
  speaker_name: string | null
  earliest: string | null
  latest: string | null
}

/** Derived: the full text index. */
interface SearchWordsTable {
  rowid: number
  words: string
  names: string
}

/** Where a query looks: nothing crosses a project. */
export interface InProject {
  readonly db: Kysely<Tables>
  readonly project: string
}
