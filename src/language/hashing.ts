const OFFSET_BASIS = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** A signed 32-bit hash (FNV-1a over UTF-16 code units) of `text` from `start` to `end`. */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = OFFSET_BASIS
  for (let position = start; position < end; position++) hash = Math.imul(hash ^ text.charCodeAt(position), PRIME)
  return hash
}

/** `hash` with `value` worked into it. The order of values matters. */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

/** The last step of a feature's key: spreads all bits over all bits, so that any of them can choose a slot. Signed 32 bits, never 0. */
export function finishHash(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16) || 1
}

/** The key of a whole feature written as a string. Stages with fixed templates mix numbers instead, which is faster. */
export function featureKey(feature: string): number {
  return finishHash(hashText(feature))
}
