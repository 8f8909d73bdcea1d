/**
 * Where the words `wanted` stand in a row among `ids`, by their first word; places do not overlap. Knuth, Morris and Pratt: no
 * repetition makes it slow.
 */
export function findWordRuns(ids: Int32Array, wanted: readonly number[]): number[] {
  const fallbacks = fallbacksOf(wanted)
  const found: number[] = []
  let length = 0
  for (let place = 0; place < ids.length; place++) {
    while (0 < length && ids[place] !== wanted[length]) length = fallbacks[length - 1]!
    if (ids[place] === wanted[length]) length++
    if (length < wanted.length) continue
    found.push(place - length + 1)
    length = 0
  }
  return found
}

/** For each word how many of the first words end there as well. */
function fallbacksOf(wanted: readonly number[]): Int32Array {
  const fallbacks = new Int32Array(wanted.length)
  let length = 0
  for (let word = 1; word < wanted.length; word++) {
    while (0 < length && wanted[word] !== wanted[length]) length = fallbacks[length - 1]!
    if (wanted[word] === wanted[length]) length++
    fallbacks[word] = length
  }
  return fallbacks
}
