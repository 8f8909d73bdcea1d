import {createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject} from 'node:crypto'

/** The Ed25519 keys that a record signs with, each 32 bytes in base64, under the names of their columns. */
export interface RecordKeys {
  readonly private_key: string
  readonly public_key: string
}

/** Keys for a new record, drawn at random. */
export function newRecordKeys(): RecordKeys {
  const {d, x} = generateKeyPairSync('ed25519').privateKey.export({format: 'jwk'})
  return {private_key: toBase64(d!), public_key: toBase64(x!)}
}

/**
 * The name a record is known by, made from its key: whoever puts another key in its place changes its name as well, and with
 * that every entry of its logs.
 */
export function recordName(publicKey: string): string {
  return hash('sha256', Buffer.from(publicKey, 'base64'), 'hex').slice(0, 32)
}

/** What node:crypto signs with. */
export function privateKeyOf({private_key, public_key}: RecordKeys): KeyObject {
  const key = {kty: 'OKP', crv: 'Ed25519', d: fromBase64(private_key), x: fromBase64(public_key)}
  return createPrivateKey({key, format: 'jwk'})
}

/** The public key that belongs to a private one; undefined where that is none. */
export function publicKeyIn({private_key}: Pick<RecordKeys, 'private_key'>): string | undefined {
  const seed = Buffer.from(private_key, 'base64')
  if (seed.length !== 32 || seed.toString('base64') !== private_key) return undefined
  const {x} = createPublicKey(createPrivateKey({key: pkcs8(seed), format: 'der', type: 'pkcs8'})).export({
    format: 'jwk'
  })
  return toBase64(x!)
}

/** RFC 8410: node:crypto takes a key without its public half in this form alone. */
function pkcs8(seed: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
}

/** What node:crypto checks signatures with. */
export function publicKeyOf(publicKey: string): KeyObject {
  return createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x: fromBase64(publicKey)}, format: 'jwk'})
}

/** A JSON Web Key holds base64url. */
function toBase64(words: string): string {
  return Buffer.from(words, 'base64url').toString('base64')
}

function fromBase64(words: string): string {
  return Buffer.from(words, 'base64').toString('base64url')
}
