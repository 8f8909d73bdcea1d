import type {EntityKind} from '../../language/analysis.ts'
import {type NameWord, readName} from './read-name.ts'

/**
 * Short keys under which a name is looked up: names that can match share at least one. A key is the consonants of a word, in
 * classes of sounds, so that it is the same in every spelling and script.
 */
export function nameKeys(name: string, kind: EntityKind): readonly string[] {
  const {words} = readName(name, kind)
  const told = words
    .filter(({role}) => role !== 'initial')
    .sort((a, b) => b.weight - a.weight || b.latin.length - a.latin.length)
  const keys = new Set(told.slice(0, KEYS_MAX - 2).map(({latin}) => soundKey(latin)))
  if (2 <= words.length) keys.add(acronymKey(words))
  for (const {latin, isAcronym} of words) if (isAcronym) keys.add(`=${latin}`)
  return [...keys].slice(0, KEYS_MAX)
}

const KEYS_MAX = 8

function acronymKey(words: readonly NameWord[]): string {
  return `=${words.map(({latin}) => latin[0] ?? '').join('')}`
}

function soundKey(latin: string): string {
  let key = ''
  for (const letter of latin) {
    const sound = SOUNDS[letter] ?? (/[a-z]/.test(letter) ? '' : letter)
    if (!key.endsWith(sound) || sound === '') key += sound
  }
  return key === '' ? `-${latin.slice(0, 1)}` : key.slice(0, 6)
}

/** One letter for the sounds that scripts and languages write differently. */
const SOUNDS: Readonly<Record<string, string>> = {
  b: 'b',
  p: 'b',
  f: 'f',
  v: 'f',
  c: 'k',
  k: 'k',
  q: 'k',
  g: 'k',
  x: 'k',
  s: 's',
  z: 's',
  j: 's',
  d: 't',
  t: 't',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r'
}
