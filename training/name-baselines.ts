import {editDistance} from './name-pairs.ts'

/** Whether two names are of one thing by a plain measure, to see what ours adds. Each has the threshold that is best for it on the training part. */
export const NAME_BASELINES: Readonly<Record<string, (a: string, b: string) => number>> = {
  'Jaro-Winkler': (a, b) => jaroWinkler(plain(a), plain(b)),
  'token set': (a, b) => tokenSet(plain(a).split(' '), plain(b).split(' '))
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Winkler 1990: shared letters within half the length, those in another order count half, a shared beginning counts more. */
function jaroWinkler(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenB = new Uint8Array(b.length)
  const sharedA: string[] = []
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++)
      if (!takenB[j] && a[i] === b[j]) {
        takenB[j] = 1
        sharedA.push(a[i]!)
        break
      }
  if (sharedA.length === 0) return 0
  const sharedB = [...b].filter((_, index) => takenB[index])
  const moved = sharedA.filter((letter, index) => letter !== sharedB[index]).length / 2
  const m = sharedA.length
  const jaro = (m / a.length + m / b.length + (m - moved) / m) / 3
  let start = 0
  while (start < 4 && start < a.length && a[start] === b[start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}

/** The share of letters of both names in words whose best counterpart is near. */
function tokenSet(a: readonly string[], b: readonly string[]): number {
  const [inA, inB] = [covered(a, b), covered(b, a)]
  return (inA.letters + inB.letters) / Math.max(1, inA.all + inB.all)
}

function covered(words: readonly string[], others: readonly string[]): {letters: number; all: number} {
  let [letters, all] = [0, 0]
  for (const word of words) {
    const best = Math.max(
      0,
      ...others.map(other => 1 - editDistance(word, other) / Math.max(word.length, other.length, 1))
    )
    letters += word.length * best
    all += word.length
  }
  return {letters, all}
}
