/** One figure of a torture, with what it has to be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly aim: string
  readonly isReached: boolean
}

/** Something that must never happen, and how often it did. */
export function never(name: string, value: number, unit: string): Figure {
  return {name, value, unit, aim: '0', isReached: value === 0}
}

/** Something that has to happen at least so often, or the torture tortured nothing. */
export function atLeast(least: number, name: string, value: number, unit: string): Figure {
  return {name, value, unit, aim: `at least ${least}`, isReached: least <= value}
}

/** The figure in one line. */
export function figureLine({name, value, unit, aim, isReached}: Figure): string {
  return `${name.padEnd(64)} ${`${value}`.padStart(8)} ${unit.padEnd(12)} ${isReached ? 'pass' : `FAIL, aim ${aim}`}`
}
