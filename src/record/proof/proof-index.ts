import type {TreeHead} from './consistency-proof.ts'

/**
 * The log of a project as a Merkle tree. What a user keeps of it elsewhere shows later, whoever had the record in hand, that
 * everything it then held is still there and unchanged.
 */
export interface ProofIndex {
  /** Whose log it is and how many entries it has now; nothing is worked out. */
  end(): Promise<LogEnd>

  /**
   * Sign the log as it is now.
   *
   * @throws RecordUnusable where the entries are not those that the kept tree was made of: a log never signs two histories
   */
  checkpoint(): Promise<SignedHead>

  /**
   * Hold a checkpoint that was kept elsewhere against the log it names.
   *
   * @throws SyntaxError where it is no checkpoint
   */
  verifyCheckpoint(text: string): Promise<CheckpointVerdict>

  /**
   * All that it takes to show elsewhere that an entry stands in the log, with what opens it: the entry at this place, which
   * counts from 1, or the first of what has this id.
   */
  proofOf(entry: number | string): Promise<string | undefined>

  /** Write the log as static files that other tools for such logs read: checkpoint, tiles of hashes, bundles of entries. */
  exportTiles(write: (path: string, bytes: Uint8Array) => Promise<void>): Promise<void>
}

/** How far a log has come. */
export interface LogEnd {
  /** The record and the project, as the first line of its checkpoints. */
  readonly origin: string
  readonly size: number
}

/** A checkpoint of this log, ready to be kept elsewhere. */
export interface SignedHead extends TreeHead {
  /** Four lines. */
  readonly text: string
  /** What whoever is given the checkpoint checks the signature with. */
  readonly verifierKey: string
}

/** What became of a log since a checkpoint of it was signed. */
export interface CheckpointVerdict {
  /** The log begins with all that the checkpoint signed. */
  readonly isConsistent: boolean
  /** Why, in words. */
  readonly reason: string
  readonly origin: string
  /** How many entries the log had then. */
  readonly size: number
}
