import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import type {Copied, CopyOptions} from './copied.ts'
import type {ImportSummary} from './import-batch.ts'

/** The record as a thing that is kept for years: what came in together, which projects it holds, and copies of it. */
export interface RecordLife {
  /**
   * Copy the whole record, every project, into a new file in mode 0600, while others read and write it. The copy is checked
   * before it gets its name.
   *
   * @throws RecordUnusable where something stands at `path` already, or the copy cannot be written or is not sound
   */
  backup(path: string): Promise<BackedUp>

  /**
   * Add everything that the record at `path` holds and this project does not: two records become one, whichever is copied into
   * the other, and a second time adds nothing. What was purged here stays away.
   *
   * @throws RecordUnusable where there is no such record or project, or something in it was altered
   * @throws RecordConflict where the two hold different texts under one id
   */
  copyFrom(path: string, options?: CopyOptions): Promise<Copied>

  /** Every project in the record, by name, whichever one this store was opened for. */
  projects(): Promise<readonly ProjectSummary[]>

  /** What came in together, the last first. */
  imports(): Promise<readonly ImportSummary[]>
  /**
   * Hide every document that came with this import and no other. Undefined when it is hidden already.
   *
   * @throws NotOnRecord when there is no such import
   */
  forgetImport(id: string, words: JudgementWords): Promise<Judgement | undefined>
  /**
   * Undo `forgetImport`. Undefined when the import is not hidden.
   *
   * @throws NotOnRecord when there is no such import
   */
  unforgetImport(id: string, words: JudgementWords): Promise<Judgement | undefined>
}

/** A copy that was made and found sound. */
export interface BackedUp {
  readonly path: string
  readonly byteCount: number
  readonly documentsChecked: number
  readonly claimsChecked: number
}

export interface ProjectSummary {
  readonly name: string
  /** Documents in effect. */
  readonly documentCount: number
  readonly forgottenCount: number
  readonly runCount: number
  readonly judgementCount: number
  /** Entries of its log. */
  readonly entryCount: number
}
