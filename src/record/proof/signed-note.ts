import {hash, sign, verify} from 'node:crypto'
import {privateKeyOf, publicKeyOf, type RecordKeys} from './record-keys.ts'

/** C2SP signed-note: text, an empty line, and a line for each who signed it. */
export interface SignedNote {
  /** Ends with a line feed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** `— NAME BASE64`: who signed, with which key, and the signature itself. */
interface NoteSignature {
  readonly name: string
  /** The first 4 bytes of a hash of name and key, in hexadecimal. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** Somebody whose signature is looked for: a name and 32 bytes of Ed25519 in base64. */
export interface NoteVerifier {
  readonly name: string
  readonly publicKey: string
}

/** Sign a text that ends with a line feed. */
export function signNote(text: string, name: string, keys: RecordKeys): string {
  const signature = sign(null, Buffer.from(text), privateKeyOf(keys))
  const id = Buffer.from(noteKeyId(name, keys.public_key), 'hex')
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`
}

/** @throws SyntaxError where it is no signed note */
export function parseNote(note: string): SignedNote {
  const split = note.lastIndexOf('\n\n')
  const lines = note.slice(split + 2).split('\n')
  if (split < 0 || /[\u0000-\u0009\u000b-\u001f]/.test(note) || lines.pop() !== '' || lines.length === 0)
    throw new SyntaxError('Cannot read signed note: it is not a text, an empty line and signatures')
  return {text: note.slice(0, split + 1), signatures: lines.map(parseSignature)}
}

/** Whether this verifier's key signed the note; undefined where no signature names that key. */
export function isSignedBy({text, signatures}: SignedNote, {name, publicKey}: NoteVerifier): boolean | undefined {
  const keyId = noteKeyId(name, publicKey)
  const own = signatures.filter(signature => signature.name === name && signature.keyId === keyId)
  if (own.length === 0) return undefined
  return own.every(({signature}) => verify(null, Buffer.from(text), publicKeyOf(publicKey), signature))
}

/** A verifier in one line, as tools for such logs pass it about: `NAME+KEYID+BASE64`. */
export function verifierKey({name, publicKey}: NoteVerifier): string {
  return `${name}+${noteKeyId(name, publicKey)}+${encodedKey(publicKey).toString('base64')}`
}

/** @throws SyntaxError where it is no verifier key, or one whose id is not that of its key */
export function parseVerifierKey(words: string): NoteVerifier {
  const [, name = '', keyId, encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(words) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  const publicKey = bytes.subarray(1).toString('base64')
  if (bytes.length !== 33 || bytes[0] !== ED25519 || keyId !== noteKeyId(name, publicKey))
    throw new SyntaxError(`Cannot read verifier key "${words}": it must be NAME+KEYID+KEY, with an Ed25519 key`)
  return {name, publicKey}
}

/** The type of signature that stands before a key wherever it is hashed or written. */
const ED25519 = 0x01

function noteKeyId(name: string, publicKey: string): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), encodedKey(publicKey)]), 'hex').slice(0, 8)
}

function encodedKey(publicKey: string): Buffer {
  return Buffer.concat([Buffer.of(ED25519), Buffer.from(publicKey, 'base64')])
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  if (name === undefined || bytes.length <= 4)
    throw new SyntaxError(`Cannot read signed note: "${line}" is no signature`)
  return {name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4)}
}
