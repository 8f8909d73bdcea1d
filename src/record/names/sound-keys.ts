import type {LetterReadings} from './letter-readings.ts'
import type {NameWord} from './read-name.ts'

/**
 * How a word may sound, coarsely: its consonants in seven classes, the likeliest first. Vowels are left out, for some scripts do not
 * write them, and so is whatever languages write or leave silent, such as h and w. Where a letter may stand for two sounds there are
 * keys for both.
 */
export function soundKeys(
  {own, latin, readings}: Pick<NameWord, 'own' | 'latin' | 'readings'>,
  keysMax: number
): string[] {
  const keys = likeliest(0 < readings.length ? readings.map(foreignSounds) : latinSounds(latin), keysMax)
  if (keysMax === 1 || !own.startsWith(ARABIC_ARTICLE) || own.length < 5) return keys
  return [...new Set([...likeliest(readings.slice(2).map(foreignSounds), 1), ...keys])].slice(0, keysMax)
}

const ARABIC_ARTICLE = 'ال'

/** A class of sounds, or none, and what it costs to choose it. */
type Sound = readonly [sounds: string, cost: number]

/** Sounds beyond these tell little: names are told by how they begin. */
const KEY_LENGTH_MAX = 5
/** How many beginnings are followed at a time. */
const BEAM = 12
/** Readings dearer than the likeliest by more are not followed. */
const COST_SPAN = 2.6

function likeliest(letters: readonly (readonly Sound[])[], keysMax: number): string[] {
  let beam = new Map<string, number>([['', 0]])
  for (const sounds of letters) {
    const next = new Map<string, number>()
    for (const [key, before] of beam)
      for (const [sound, cost] of sounds) {
        const longer = joined(key, sound)
        next.set(longer, Math.min(next.get(longer) ?? Infinity, before + cost))
      }
    beam = next.size <= BEAM ? next : new Map([...next].sort(byCost).slice(0, BEAM))
  }
  const ranked = [...beam].sort(byCost)
  const most = (ranked[0]?.[1] ?? 0) + COST_SPAN
  return ranked
    .filter(([, cost]) => cost <= most)
    .slice(0, keysMax)
    .map(([key]) => (key === '' ? 'a' : key))
}

function byCost([keyA, a]: [string, number], [keyB, b]: [string, number]): number {
  return a - b || (keyA < keyB ? -1 : 1)
}

/** Two of a class are one, whether doubled or parted by a vowel. */
function joined(key: string, sound: string): string {
  let longer = key
  for (const letter of sound) if (!longer.endsWith(letter) && longer.length < KEY_LENGTH_MAX) longer += letter
  return longer
}

/** The sounds of one letter of another script, from its readings: of those that sound alike the cheapest. */
function foreignSounds(readings: LetterReadings): readonly Sound[] {
  const known = SOUNDS_BY_READINGS.get(readings)
  if (known) return known
  const costs = new Map<string, number>()
  for (const [stretch, cost] of readings.stretches) {
    const [sound] = likeliest(latinSounds(stretch), 1)
    const kept = sound === undefined || sound === 'a' ? '' : sound
    costs.set(kept, Math.min(costs.get(kept) ?? Infinity, cost))
  }
  const least = Math.min(...costs.values())
  const sounds = [...costs]
    .filter(([, cost]) => cost <= least + COST_SPAN)
    .map(([sound, cost]) => [sound, cost - least] as const)
  SOUNDS_BY_READINGS.set(readings, sounds.length === 0 ? SILENT : sounds)
  return sounds.length === 0 ? SILENT : sounds
}

const SILENT: readonly Sound[] = [['', 0]]
/** There is one of each letter, so that this stays small. */
const SOUNDS_BY_READINGS = new WeakMap<LetterReadings, readonly Sound[]>()

function latinSounds(latin: string): (readonly Sound[])[] {
  return (latin.match(LATIN_SOUNDS) ?? []).map(letters => LATIN[letters] ?? OTHER_SOUNDS[letters[0]!] ?? [[letters, 0]])
}

/** Letters that are read together, else one at a time; vowels, h, w and y only where they tell something. */
const LATIN_SOUNDS =
  /tsch|tch|sch|dzh|zh|sh|ch|cz|sz|ts|tz|dz|dj|th|ph|kh|gh|ck|c(?=[eiy])|g(?=[eiy])|[b-df-gj-np-tv-xz]|\p{N}/gu

const LATIN: Readonly<Record<string, readonly Sound[]>> = {
  ch: [
    ['s', 0],
    ['k', 0.7]
  ],
  sch: [
    ['s', 0],
    ['sk', 1.5]
  ],
  th: [
    ['t', 0],
    ['s', 1]
  ],
  ph: [['b', 0]],
  kh: [
    ['k', 0],
    ['', 1]
  ],
  gh: [
    ['k', 0],
    ['', 1]
  ],
  ck: [['k', 0]],
  j: [
    ['s', 0],
    ['', 0.7],
    ['k', 2]
  ],
  w: [
    ['', 0],
    ['b', 0.7]
  ],
  v: [
    ['b', 0],
    ['', 1.8]
  ],
  x: [
    ['ks', 0],
    ['s', 1.8]
  ],
  c: [
    ['k', 0],
    ['s', 1]
  ],
  g: [
    ['k', 0],
    ['s', 1.2]
  ]
}

const OTHER_SOUNDS: Readonly<Record<string, readonly Sound[]>> = {
  b: [['b', 0]],
  p: [['b', 0]],
  f: [['b', 0]],
  k: [['k', 0]],
  q: [['k', 0]],
  t: [['t', 0]],
  d: [['t', 0]],
  s: [['s', 0]],
  z: [['s', 0]],
  c: [
    ['s', 0],
    ['k', 1]
  ],
  l: [['l', 0]],
  r: [['l', 0]],
  m: [['m', 0]],
  n: [['n', 0]]
}
