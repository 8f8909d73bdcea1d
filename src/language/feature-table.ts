import type {ModelFile} from './model-file.ts'

/** The weights of one feature: for each label it speaks for or against, `labels[i]` and `weights[i]`. */
export interface FeatureRow {
  readonly labels: readonly number[]
  readonly weights: readonly number[]
}

/** At most this many weights a row, and this many labels: a row's length is kept in 8 bits. */
const ROW_LENGTH_MAX = 255

/** As many steps of the scale fit one cell. */
const WEIGHT_STEPS_MAX = 127

/**
 * Weights of hashed features, look-up in constant time. Slots are open-addressed pairs of a feature's key and its row, packed
 * as first cell * 256 + length; a cell is a label and a weight in 8 bits, which stands for `weight * scale`.
 */
export interface FeatureTable {
  readonly slots: Int32Array
  /** How far a key is shifted to give its slot. */
  readonly shift: number
  /** Label, weight, label, weight … */
  readonly cells: Int8Array
  readonly scale: number
}

/**
 * Add the weights of feature `key` to `scores`, one entry a label, in units of `table.scale`.
 *
 * @param key - signed 32 bits, as `finishHash` gives it
 * @returns whether the table knows the feature
 */
export function addScores({slots, shift, cells}: FeatureTable, key: number, scores: Int32Array): boolean {
  let slot = (key >>> shift) * 2
  while (true) {
    const found = slots[slot]!
    if (found === key) break
    if (found === 0) return false
    slot += 2
  }
  const row = slots[slot + 1]!
  const end = (row >>> 8) * 2 + (row & 255) * 2
  for (let cell = (row >>> 8) * 2; cell < end; cell += 2) scores[cells[cell]! & 255]! += cells[cell + 1]!
  return true
}

/**
 * The table that `featureArrays` wrote under `name` into a model file. The slots are laid out here, in the order of the keys,
 * so that it takes milliseconds and the file stays small.
 */
export function readFeatureTable({head, arrays}: ModelFile, name = 'features'): FeatureTable {
  const keys = arrays[`${name}.keys`] as Uint32Array
  const lengths = arrays[`${name}.lengths`] as Uint8Array
  const slotBits = Math.max(4, Math.ceil(Math.log2(keys.length * 1.5 + 1)))
  const shift = 32 - slotBits
  const cells = arrays[`${name}.cells`] as Int8Array
  const slots = layOut(keys, lengths, shift, 2 ** slotBits + SPILL_USUAL)
  return {slots, shift, cells, scale: (head.settings[`${name}.scale`] as number | undefined) ?? 1}
}

/** Keys that begin in the last slots may run past them: by far less than this, where keys are well mixed. */
const SPILL_USUAL = 4096

/** The keys in `slotCount` slots, or in as many more as their runs need, one of them free at the end. */
function layOut(keys: Uint32Array, lengths: Uint8Array, shift: number, slotCount: number): Int32Array {
  const slots = new Int32Array(2 * slotCount)
  let firstCell = 0
  let next = 0
  for (let row = 0; row < keys.length; row++) {
    const home = keys[row]! >>> shift
    const slot = Math.max(next, home)
    slots[2 * slot] = keys[row]!
    slots[2 * slot + 1] = firstCell * 256 + lengths[row]!
    firstCell += lengths[row]!
    next = slot + 1
  }
  return next < slotCount ? slots : layOut(keys, lengths, shift, next + 1)
}

/**
 * Rows by (signed) feature key as arrays and settings for a model file: keys in ascending order, weights in 8 bits.
 *
 * @param scale - what one step of a stored weight is worth; by default the largest weight fits one cell
 */
export function featureArrays(
  rows: ReadonlyMap<number, FeatureRow>,
  {
    name = 'features',
    scale = largestWeight(rows) / WEIGHT_STEPS_MAX
  }: {readonly name?: string; readonly scale?: number} = {}
): Pick<ModelFile, 'arrays'> & {settings: Record<string, number>} {
  const keys = Uint32Array.from(rows.keys(), key => key >>> 0).sort()
  const lengths: number[] = []
  const cells: number[] = []
  const kept: number[] = []
  for (const key of keys) {
    const row = storedCells(rows.get(key | 0)!, scale)
    if (row.length === 0) continue
    kept.push(key)
    lengths.push(row.length / 2)
    for (const value of row) cells.push(value)
  }
  return {
    arrays: {
      [`${name}.keys`]: Uint32Array.from(kept),
      [`${name}.lengths`]: Uint8Array.from(lengths),
      [`${name}.cells`]: Int8Array.from(cells)
    },
    settings: {[`${name}.scale`]: scale}
  }
}

/** Cells of a row; a weight too large for one cell is spread over several of its label. */
function storedCells({labels, weights}: FeatureRow, scale: number): number[] {
  const cells: number[] = []
  for (let i = 0; i < labels.length; i++) {
    let steps = Math.round(weights[i]! / scale)
    while (steps !== 0 && cells.length < 2 * ROW_LENGTH_MAX) {
      const stored = Math.max(-WEIGHT_STEPS_MAX, Math.min(WEIGHT_STEPS_MAX, steps))
      cells.push(labels[i]!, stored)
      steps -= stored
    }
  }
  return cells
}

function largestWeight(rows: ReadonlyMap<number, FeatureRow>): number {
  let largest = Number.MIN_VALUE
  for (const {weights} of rows.values()) for (const weight of weights) largest = Math.max(largest, Math.abs(weight))
  return largest
}
