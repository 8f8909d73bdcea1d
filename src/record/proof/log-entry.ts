import {hash, randomBytes} from 'node:crypto'
import {leafHash} from './tree-hash.ts'

/** At this place of this log, at this time, something of this kind was committed to. It says nothing of what it was. */
export interface LogEntry {
  /** Counts from 1. */
  readonly place: number
  readonly kind: string
  readonly at: string
  readonly commitment: string
}

/** What a commitment commits to: the row with this id had this hash. */
export interface Opening {
  readonly project: string
  readonly kind: string
  readonly id: string
  readonly hash: string
  /** Without it nobody can tell by trying what a commitment was made of. */
  readonly salt: string
}

/** The bytes of an entry, as they are hashed into the tree and exported. Equal entries of two logs differ by the origin. */
export function entryBytes(origin: string, {place, kind, at, commitment}: LogEntry): Uint8Array {
  return Buffer.from(JSON.stringify(['hearsay-entry/1', origin, place, kind, at, commitment]))
}

/** The entry as a leaf of the tree. */
export function entryHash(origin: string, entry: LogEntry): string {
  return leafHash(entryBytes(origin, entry))
}

/** SHA-256 over the salt and the canonical JSON of what is committed to. */
export function commitmentOf({project, kind, id, hash: content, salt}: Opening): string {
  return hash('sha256', salt + JSON.stringify([project, kind, id, content]), 'hex')
}

/** 256 bits, as many as the hash has. */
export function newSalt(): string {
  return randomBytes(32).toString('hex')
}
