import type {Generated, Kysely} from 'kysely'
import type {TextAlgorithm} from '../../intake/document.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {Entity} from '../../reading/reading.ts'
import type {Judgement} from '../judging/judgement.ts'
import type {OriginLinkKind} from '../origins/origin-links.ts'
import type {ClaimPart} from '../store.ts'
import type {PostKind} from '../timeline/post-fact.ts'

/** The tables of a record, as `migrations.ts` makes them. The project stands first in every key. */
export interface Tables {
  readonly record_self: RecordSelfTable
  readonly log: LogTable
  readonly opening: OpeningTable
  readonly import_batch: ImportBatchTable
  readonly purging: {readonly project: string; readonly document: string}
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
  /** A view: judgements that were not undone, without those that undo. */
  readonly standing: JudgementTable
  /** A view: the documents that are hidden now. */
  readonly forgotten: {readonly project: string; readonly document: string}
  /** A view: the newest run of every document that is in effect, described as it was corrected. */
  readonly current_run: RunTable & {readonly doc: number}
  readonly log_hash: LogHashTable
  readonly judgement_target: JudgementTargetTable
  readonly derived_by: {one: number; version: number}
  readonly to_derive: ToDeriveTable
  readonly effect: EffectTable
  readonly effect_claim: EffectClaimTable
  readonly effect_entity: EffectEntityTable
  readonly appellation: AppellationTable
  readonly appellation_key: {project: string; key: string; appellation: number}
  readonly appellation_match: AppellationMatchTable
  readonly appellation_claim: AppellationClaimTable
  readonly judged_end: JudgedEndTable
  readonly bearer: BearerTable
  readonly sense: SenseTable
  readonly sense_feature: SenseFeatureTable
  readonly sense_link: SenseLinkTable
  readonly role_fact: RoleFactTable
  readonly claim_key: ClaimKeyTable
  readonly claim_key_list: {project: string; doc: number; keys: Uint8Array}
  readonly contradiction: ContradictionTable
  readonly contradiction_part: ContradictionPartTable
  readonly sketch: SketchTable
  readonly sketch_band: {project: string; band: number; doc: number}
  readonly origin: {project: string; doc: number; origin: number}
  readonly origin_link: OriginLinkTable
}

/** This record and no other: one row. */
interface RecordSelfTable {
  one: number
  /** Made from the public key, so that one cannot be replaced without the other. */
  record: string
  /** Ed25519, 32 bytes each in base64. */
  private_key: string
  public_key: string
  /** Hexadecimal; what purged documents are known by is made with it. */
  secret: string
}

/**
 * The project's log, which never changes: at this place something was added that `opening` tells of. Places count from 1
 * without a gap. The commitment says nothing to who has not the opening.
 */
interface LogTable {
  project: string
  place: number
  kind: LogKind
  /** ISO 8601 in UTC; empty where the first schema did not keep it. */
  at: string
  /** SHA-256 of the salt and of what the opening says, hexadecimal. */
  commitment: string
}

export type LogKind = 'capture' | 'document' | 'run' | 'judgement' | 'import'

/** What the entry at this place of the log commits to: a row with this id that hashed to this. A purge takes it away. */
interface OpeningTable {
  project: string
  place: number
  kind: LogKind
  id: string
  hash: string
  /** 32 random bytes, hexadecimal. */
  salt: string
}

/** One call of `read` or `import`: what came in together can go together. */
interface ImportBatchTable {
  project: string
  id: string
  at: string
  by: string
  /** What was asked to be read, for a person. */
  what: string
  recorded: number
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
  /** The import it came with; null before there were any. */
  batch: string | null
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
  /** JSON of what is said, by kind. */
  said: string | null
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

/** Derived: the hash of every complete subtree of the Merkle log, RFC 6962; level 0 are the leaves. */
interface LogHashTable {
  project: string
  level: number
  position: number
  hash: string
}

/** Derived: which judgements are about a document, claim, import or contradiction. */
interface JudgementTargetTable {
  project: string
  target: string
  judgement: string
}

/** Derived: this document was saved, and what follows from it has yet to be derived, or could not be for the reason given. */
interface ToDeriveTable {
  project: string
  doc: number
  document: string
  trouble: string | null
}

/** Derived: this document is in effect, by this run, described so. `doc` is its place in the log, in this and all below. */
interface EffectTable {
  project: string
  doc: number
  document: string
  run: string
  /** JSON of the Document as it was corrected, without text and source map. */
  description: string
  folded_words: string
  earliest: string | null
  latest: string | null
  /** The days on which it was published, or else captured. */
  reported_earliest: string
  reported_latest: string
}

/** Derived: a claim that is not as its run put it: corrected, rejected (no JSON) or made by a person. */
interface EffectClaimTable {
  project: string
  doc: number
  /** That of the run's finding, or above all of them. */
  position: number
  claim: string
  kind: ClaimKind
  json: string | null
  /** JSON of the entities it names, by local id: some of them only people named. */
  entities: string
}

/** Derived: an entity that no reader found. People named it, or said that a mention is somebody else. */
interface EffectEntityTable {
  project: string
  doc: number
  entity: string
  kind: Entity['kind']
  name: string
}

/** Derived: these words, folded, name something of this class of kinds. */
interface AppellationTable {
  id: Generated<number>
  project: string
  kind: string
  folded: string
}

/** Derived: two names that may be one another's spelling; both ways. */
interface AppellationMatchTable {
  project: string
  appellation: number
  other: number
  score: number
  is_across_scripts: number
  /** JSON list. */
  reasons: string
}

/** Derived: where a judgement that two mentions name the same, or not, finds its words now: side 0 is one, 1 the other. */
interface JudgedEndTable {
  project: string
  judgement: string
  side: number
  doc: number
  entity: string
}

/** Derived: who is called so has this part in this claim. Independent of who is taken for whom. */
interface AppellationClaimTable {
  project: string
  appellation: number
  kind: ClaimKind
  part: ClaimPart
  doc: number
  position: number
  /** Local id. */
  entity: string
}

/** Derived: this entity of this document bears the appellation, in this sense. */
interface BearerTable {
  project: string
  doc: number
  entity: string
  appellation: number
  sense: number
  mention_count: number
  /** JSON list of what its document tells of it. */
  features: string
}

/** Derived: bearers of one appellation whose contexts meet. Senses of one subject are taken for the same. */
interface SenseTable {
  id: Generated<number>
  project: string
  appellation: number
  subject: number
}

/** Derived: this many bearers of the sense have this in their context. */
interface SenseFeatureTable {
  project: string
  sense: number
  feature: string
  bearers: number
}

/** Derived: these two senses are taken for the same. `sense` is the smaller number. */
interface SenseLinkTable {
  project: string
  sense: number
  other: number
  score: number
  /** JSON list of words for a reader. */
  reasons: string
}

/** Derived: a role or relation as timelines read it. */
interface RoleFactTable {
  project: string
  doc: number
  position: number
  /** The name of who holds it with its class, whoever is called so: `person:oskar lind`. */
  holder: string
  /** Local id, as `body_entity`. */
  holder_entity: string
  /** The same of what it is held in; `words:` where no entity stands for it. */
  body: string | null
  body_entity: string | null
  kind: PostKind
  title: string
  title_key: string
  /** Whoever holds it leads the body, or speaks for it. */
  is_head: number
  is_spokes: number
  /** JSON list of what is said of when. */
  marks: string
  reported_by: string
}

/** Derived: a document as its origin is judged by. `sketch_band` has the smallest of its hashes, by which copies are found. */
interface SketchTable {
  project: string
  doc: number
  /** Hashes of stretches of its text, 32 bits each, little-endian. */
  sketch: Uint8Array
  stretch_count: number
  /** As `outletKey` writes it. */
  outlet: string | null
  /** JSON list. */
  credits: string
  published_earliest: string | null
  published_latest: string | null
}

/** Derived: these documents go back to one text. `one` is the smaller. Together the links make `origin`. */
interface OriginLinkTable {
  project: string
  one: number
  other: number
  kind: OriginLinkKind
  reason: string
  /** JSON list. */
  words: string
}

/** Derived: claims that may be about the same thing share a key, a number of 48 bits. A document's stand in `claim_key_list`. */
interface ClaimKeyTable {
  project: string
  key: number
  doc: number
  position: number
}

/** Derived: these two claims cannot both hold, or deny each other. */
interface ContradictionTable {
  project: string
  id: string
  kind: string
  doc: number
  position: number
  other_doc: number
  other_position: number
  reason: string
}

/** Derived: who is called so has a part in one of the two claims. */
interface ContradictionPartTable {
  project: string
  appellation: number
  /** As in the contradiction: where its later claim stands. */
  other_doc: number
  contradiction: string
}

/** Where a query looks: nothing crosses a project. */
export interface InProject {
  readonly db: Kysely<Tables>
  readonly project: string
}
