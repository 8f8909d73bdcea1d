/** A frame is four bytes, its length in network order, and that many bytes. */
const HEAD_BYTES = 4

/** `bytes` as a frame, in pieces to be written one after the other. */
export function writeFrame(bytes: Uint8Array): [head: Uint8Array, body: Uint8Array] {
  const head = new Uint8Array(HEAD_BYTES)
  new DataView(head.buffer).setUint32(0, bytes.length)
  return [head, bytes]
}

/**
 * Puts frames together from the chunks of a stream. A frame that says it is longer than `maxBytes` is refused before any
 * of it is kept: whoever sends it decides nothing about our memory.
 */
export class FrameReader {
  readonly #maxBytes: number
  #chunks: Uint8Array[] = []
  #byteCount = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /**
   * The frames that `chunk` completes.
   *
   * @throws RangeError when a frame is longer than allowed
   */
  add(chunk: Uint8Array): Uint8Array[] {
    this.#chunks.push(chunk)
    this.#byteCount += chunk.length
    const frames: Uint8Array[] = []
    for (let length = this.#nextLength(); length !== undefined; length = this.#nextLength())
      frames.push(this.#take(length))
    return frames
  }

  /** The length of the next frame, once all of it is here. */
  #nextLength(): number | undefined {
    if (this.#byteCount < HEAD_BYTES) return undefined
    if (this.#chunks[0]!.length < HEAD_BYTES) this.#join()
    const head = this.#chunks[0]!
    const length = new DataView(head.buffer, head.byteOffset, HEAD_BYTES).getUint32(0)
    if (length > this.#maxBytes)
      throw new RangeError(`Cannot read a frame of ${length} bytes: at most ${this.#maxBytes} are allowed`)
    return this.#byteCount < HEAD_BYTES + length ? undefined : length
  }

  #take(length: number): Uint8Array {
    this.#join()
    const joined = this.#chunks[0]!
    const end = HEAD_BYTES + length
    this.#chunks = end < joined.length ? [joined.subarray(end)] : []
    this.#byteCount -= end
    return joined.subarray(HEAD_BYTES, end)
  }

  /** Once a frame, not once a chunk: a long frame comes in hundreds of chunks. */
  #join(): void {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)]
  }
}
