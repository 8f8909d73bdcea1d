import {hash} from 'node:crypto'

// Hashes are SHA-256 in lower-case hexadecimal wherever they are held; only what is exported is in bytes or base64.

/** The root of a log without entries. */
export const EMPTY_ROOT = hash('sha256', '', 'hex')

/** RFC 6962, section 2.1: the hash of an entry. The byte before it keeps it from being taken for an interior hash. */
export function leafHash(entry: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.of(0), entry]), 'hex')
}

/** RFC 6962, section 2.1: the hash over two hashes. */
export function interiorHash(left: string, right: string): string {
  return hash('sha256', Buffer.from(`01${left}${right}`, 'hex'), 'hex')
}
