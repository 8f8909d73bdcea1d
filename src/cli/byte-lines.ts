/** One line without its line end; undefined bytes where it was longer than allowed and has been thrown away. */
export interface ByteLine {
  /** From 1. */
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** The lines of a stream of bytes, in memory for one line of at most `maxBytes` at a time. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let number = 0
  const hold = (piece: Uint8Array) => {
    heldBytes += piece.length
    if (heldBytes <= maxBytes) held.push(piece)
    else held = []
  }
  const take = (): ByteLine => {
    const bytes = heldBytes <= maxBytes ? withoutReturn(Buffer.concat(held)) : undefined
    held = []
    heldBytes = 0
    number++
    return {number, bytes}
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) hold(chunk.subarray(start))
  }
  if (heldBytes > 0) yield take()
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes
}
