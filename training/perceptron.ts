import type {FeatureRow} from '../src/language/feature-table.ts'

/** Weights while they are learnt: each with its running total, so that the average of all rounds can be taken. */
export class Perceptron {
  private slotKeys = new Int32Array(1 << 16)
  private slotRows = new Int32Array(1 << 16)
  private rowStarts = new Int32Array(1 << 15)
  private rowLengths = new Uint8Array(1 << 15)
  private rowRooms = new Uint8Array(1 << 15)
  private rowUpdates = new Uint16Array(1 << 15)
  private rowCount = 0
  private labels = new Uint8Array(1 << 18)
  private weights = new Float32Array(1 << 18)
  private totals = new Float64Array(1 << 18)
  private stamps = new Int32Array(1 << 18)
  private cellCount = 0
  /** How many times the weights had a chance to change. */
  private step = 0

  /** Count one more decision, right or wrong: averages are taken over decisions. */
  tick(): void {
    this.step++
  }

  /** Add the weights of feature `key` to `scores`. */
  addScores(key: number, scores: Float32Array): void {
    const row = this.find(key)
    if (row < 0) return
    const end = this.rowStarts[row]! + this.rowLengths[row]!
    for (let cell = this.rowStarts[row]!; cell < end; cell++) scores[this.labels[cell]!]! += this.weights[cell]!
  }

  /** Change the weight of `label` for feature `key` by `change`. */
  update(key: number, label: number, change: number): void {
    const row = this.rowFor(key)
    if (this.rowUpdates[row]! < 0xffff) this.rowUpdates[row]!++
    const cell = this.cellFor(row, label)
    this.totals[cell]! += (this.step - this.stamps[cell]!) * this.weights[cell]!
    this.stamps[cell] = this.step
    this.weights[cell]! += change
  }

  /** The averaged weights, without those smaller than `smallest` and features that were changed less than `updatesMin` times. */
  averaged(smallest: number, updatesMin = 0): Map<number, FeatureRow> {
    const rows = new Map<number, FeatureRow>()
    for (let slot = 0; slot < this.slotKeys.length; slot++) {
      if (this.slotKeys[slot] === 0 || this.rowUpdates[this.slotRows[slot]!]! < updatesMin) continue
      const row = this.averagedRow(this.slotRows[slot]!, smallest)
      if (0 < row.labels.length) rows.set(this.slotKeys[slot]!, row)
    }
    return rows
  }

  private averagedRow(row: number, smallest: number): FeatureRow {
    const labels: number[] = []
    const weights: number[] = []
    const end = this.rowStarts[row]! + this.rowLengths[row]!
    for (let cell = this.rowStarts[row]!; cell < end; cell++) {
      const total = this.totals[cell]! + (this.step - this.stamps[cell]!) * this.weights[cell]!
      const weight = total / this.step
      if (Math.abs(weight) < smallest) continue
      labels.push(this.labels[cell]!)
      weights.push(weight)
    }
    return {labels, weights}
  }

  private find(key: number): number {
    const mask = this.slotKeys.length - 1
    let slot = key & mask
    while (this.slotKeys[slot] !== 0) {
      if (this.slotKeys[slot] === key) return this.slotRows[slot]!
      slot = (slot + 1) & mask
    }
    return -1
  }

  private rowFor(key: number): number {
    const found = this.find(key)
    if (0 <= found) return found
    if (this.slotKeys.length < this.rowCount * 2) this.growSlots()
    if (this.rowCount === this.rowStarts.length) this.growRows()
    const row = this.rowCount++
    this.rowStarts[row] = this.cellCount
    this.place(key, row)
    return row
  }

  private place(key: number, row: number): void {
    const mask = this.slotKeys.length - 1
    let slot = key & mask
    while (this.slotKeys[slot] !== 0) slot = (slot + 1) & mask
    this.slotKeys[slot] = key
    this.slotRows[slot] = row
  }

  private cellFor(row: number, label: number): number {
    const start = this.rowStarts[row]!
    const length = this.rowLengths[row]!
    for (let cell = start; cell < start + length; cell++) if (this.labels[cell] === label) return cell
    if (length === this.rowRooms[row]) this.moveRow(row)
    const cell = this.rowStarts[row]! + length
    this.rowLengths[row] = length + 1
    this.labels[cell] = label
    this.stamps[cell] = this.step
    return cell
  }

  /** Give a full row twice the room, at the end of the cells. */
  private moveRow(row: number): void {
    const room = Math.min(255, Math.max(2, this.rowRooms[row]! * 2))
    if (this.labels.length < this.cellCount + room) this.growCells()
    const from = this.rowStarts[row]!
    const to = from + this.rowLengths[row]!
    for (const cells of [this.labels, this.weights, this.totals, this.stamps])
      cells.copyWithin(this.cellCount, from, to)
    this.rowStarts[row] = this.cellCount
    this.rowRooms[row] = room
    this.cellCount += room
  }

  private growSlots(): void {
    const {slotKeys, slotRows} = this
    this.slotKeys = new Int32Array(slotKeys.length * 2)
    this.slotRows = new Int32Array(slotKeys.length * 2)
    for (let slot = 0; slot < slotKeys.length; slot++)
      if (slotKeys[slot] !== 0) this.place(slotKeys[slot]!, slotRows[slot]!)
  }

  private growRows(): void {
    this.rowStarts = grown(this.rowStarts, new Int32Array(this.rowStarts.length * 2))
    this.rowLengths = grown(this.rowLengths, new Uint8Array(this.rowLengths.length * 2))
    this.rowRooms = grown(this.rowRooms, new Uint8Array(this.rowRooms.length * 2))
    this.rowUpdates = grown(this.rowUpdates, new Uint16Array(this.rowUpdates.length * 2))
  }

  private growCells(): void {
    const size = this.labels.length * 2
    this.labels = grown(this.labels, new Uint8Array(size))
    this.weights = grown(this.weights, new Float32Array(size))
    this.totals = grown(this.totals, new Float64Array(size))
    this.stamps = grown(this.stamps, new Int32Array(size))
  }
}

function grown<Numbers extends {set(from: Numbers): void}>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
