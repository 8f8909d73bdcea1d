/** What a model file says of itself. Printed by `hearsay doctor` and by the model cards. */
export interface ModelHead {
  readonly name: string
  readonly version: string
  /** The corpora it learnt from, with their licences. */
  readonly data: readonly {readonly corpus: string; readonly licence: string}[]
  /** The licence the weights go out under. */
  readonly licence: string
  /** The day it was trained, YYYY-MM-DD. */
  readonly trained: string
  /** Figures on dev, by name. */
  readonly scores: Readonly<Record<string, number>>
  /** Anything the stage itself needs: label names, settings. */
  readonly settings: Readonly<Record<string, unknown>>
}

type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array

/** A trained model as it stands on disk: a head that people read and arrays that the stage reads. */
export interface ModelFile {
  readonly head: ModelHead
  readonly arrays: Readonly<Record<string, Numbers>>
}

const MAGIC = 'hearsay-model/1\n'
const ARRAY_TYPES = {Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array}
/** Typed arrays must start at a multiple of their element size; 8 serves all of them. */
const ALIGNMENT = 8

interface ArrayPlace {
  readonly name: string
  readonly type: keyof typeof ARRAY_TYPES
  readonly start: number
  readonly length: number
}

/**
 * Read a model from its bytes. The arrays are views of `bytes` where alignment allows: nothing is parsed, so loading is instant.
 *
 * @throws SyntaxError when the bytes are not a model file
 */
export function readModelFile(bytes: Uint8Array): ModelFile {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC) throw new SyntaxError('Cannot read model: the file does not start with "hearsay-model/1"')
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const headStart = MAGIC.length + 4
  const {head, places} = JSON.parse(new TextDecoder().decode(bytes.subarray(headStart, headStart + headLength)))
  const dataStart = align(headStart + headLength)
  const arrays: Record<string, Numbers> = {}
  for (const place of places as ArrayPlace[]) arrays[place.name] = arrayAt(bytes, dataStart, place)
  return {head, arrays}
}

/** The bytes of a model file. */
export function writeModelFile({head, arrays}: ModelFile): Uint8Array {
  const places: ArrayPlace[] = []
  let dataLength = 0
  for (const [name, array] of Object.entries(arrays)) {
    places.push({name, type: array.constructor.name as ArrayPlace['type'], start: dataLength, length: array.length})
    dataLength = align(dataLength + array.byteLength)
  }
  const headBytes = new TextEncoder().encode(JSON.stringify({head, places}))
  const dataStart = align(MAGIC.length + 4 + headBytes.length)
  const bytes = new Uint8Array(dataStart + dataLength)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(MAGIC.length, headBytes.length, true)
  bytes.set(headBytes, MAGIC.length + 4)
  for (const {name, start} of places) bytes.set(bytesOf(arrays[name]!), dataStart + start)
  return bytes
}

function arrayAt(bytes: Uint8Array, dataStart: number, {type, start, length}: ArrayPlace): Numbers {
  const Type = ARRAY_TYPES[type]
  const offset = bytes.byteOffset + dataStart + start
  if (offset % Type.BYTES_PER_ELEMENT === 0) return new Type(bytes.buffer as ArrayBuffer, offset, length)
  const from = dataStart + start
  return new Type(bytes.slice(from, from + length * Type.BYTES_PER_ELEMENT).buffer, 0, length)
}

function bytesOf(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}
