import {HYPOCORISMS} from './hypocorisms.ts'

/** True of two forenames one of which is a short or pet form of the other, or of the same name: `bill` and `william`. */
export function arePetNames(a: string, b: string): boolean {
  const groups = GROUPS.get(a)
  return groups !== undefined && (GROUPS.get(b)?.some(group => groups.includes(group)) ?? false)
}

/** By name, the lines of the list that it stands in. */
const GROUPS: ReadonlyMap<string, readonly number[]> = groupsOf(HYPOCORISMS.trim().split('\n'))

function groupsOf(lines: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [line, names] of lines.entries())
    for (const name of names.split(' ')) groups.set(name, [...(groups.get(name) ?? []), line])
  return groups
}
