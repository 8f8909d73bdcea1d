import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** The SHA-256 of `text` in UTF-8, as 64 lower-case hexadecimal digits. Works in Node and in a browser. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed())))
}

/**
 * An id made from content alone, so that reading twice changes nothing: `prefix-` and 24 hexadecimal digits (96 bits).
 *
 * The parts are joined as JSON, so no two lists of parts collide by their joints.
 */
export function contentId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${textHash(JSON.stringify(parts)).slice(0, 24)}`
}
