import {type Limits, showBytes} from './limits.ts'

export type StopCode = 'time_limit' | 'memory_limit' | 'input_limit' | 'output_limit' | 'crashed'

/** Reading this document was stopped, or its reader fell. Nothing of it was kept; the next document gets a fresh reader. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped'
  readonly code: StopCode
  readonly ref: string

  constructor(code: StopCode, ref: string, state: string) {
    super(`Cannot read ${JSON.stringify(ref)}: ${state}`)
    this.code = code
    this.ref = ref
  }
}

/** The error for a document that reached one of its limits. */
export function limitReached(code: Exclude<StopCode, 'crashed'>, ref: string, limits: Limits): ReadingStopped {
  return new ReadingStopped(code, ref, stateOf(code, limits))
}

function stateOf(code: Exclude<StopCode, 'crashed'>, limits: Limits): string {
  switch (code) {
    case 'time_limit':
      return `reading it took longer than ${limits.timeMs / 1000} s. Allow more with --time-limit`
    case 'memory_limit':
      return `reading it took more than ${showBytes(limits.memoryBytes)} of memory. Allow more with --memory-limit`
    case 'input_limit':
      return `it is larger than ${showBytes(limits.inputBytes)}. Split it into its documents`
    case 'output_limit':
      return `what was read in it is larger than ${showBytes(limits.outputBytes)}. Split it into its documents`
  }
}
