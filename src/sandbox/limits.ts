const MEBI = 1024 * 1024

/** What one document may cost before its reader is stopped. */
export interface Limits {
  /** From the moment a reader begins it. */
  readonly timeMs: number
  /** Resident memory of the whole child, watched on Linux. */
  readonly memoryBytes: number
  /** V8's heap in the child, everywhere. */
  readonly heapBytes: number
  /** The document's own bytes. */
  readonly inputBytes: number
  /** What the reader sends back. */
  readonly outputBytes: number
}

/**
 * Two thousand pages of plain text stay far below these. With them parent and child together stay under 512 MiB, and
 * nobody waits for one document longer than 10 s.
 */
export const DEFAULT_LIMITS: Limits = {
  timeMs: 8_000,
  memoryBytes: 400 * MEBI,
  heapBytes: 256 * MEBI,
  inputBytes: 32 * MEBI,
  outputBytes: 64 * MEBI
}

/** The limits that were given, and the others as they follow from them. */
export function completeLimits(given: Partial<Limits> = {}): Limits {
  const memoryBytes = given.memoryBytes ?? DEFAULT_LIMITS.memoryBytes
  const heapShare = DEFAULT_LIMITS.heapBytes / DEFAULT_LIMITS.memoryBytes
  return {...DEFAULT_LIMITS, heapBytes: Math.floor(memoryBytes * heapShare), ...given}
}

/** `bytes` as a person reads it: `400 MiB`. */
export function showBytes(bytes: number): string {
  return bytes >= MEBI ? `${Math.round(bytes / MEBI)} MiB` : `${Math.round(bytes / 1024)} KiB`
}
