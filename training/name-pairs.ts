import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import type {EntityKind} from '../src/language/analysis.ts'
import {randomFrom} from './scores.ts'
import {shuffled} from './shuffled.ts'

/** Two names, and whether both are names of one thing. */
export interface NamePair {
  readonly a: string
  readonly b: string
  readonly kind: EntityKind
  readonly isSame: boolean
  /** Where the pair comes from: `alias`, `weak alias`, `script russian`, `near`, `any`. */
  readonly type: string
  /** Pairs of one of these stand or fall together, as documents do. */
  readonly of: string
}

/** Something with several names. */
export interface Named {
  readonly id: string
  readonly kind: EntityKind
  readonly names: readonly string[]
  /** For each name, whether it is only loosely tied to the thing. */
  readonly isWeak: readonly boolean[]
}

export type Part = 'train' | 'dev'

/** A fifth of those sanctioned is held out, chosen by their number, never by their names. */
const HELD_OUT_OF = 5
/** So many names of each script are measured; more would tell nothing new. */
const DEV_SCRIPT_PAIRS = 1500

/** Pairs of names of the sanctioned and their aliases, as many of others that are near and as many of any others. */
export function aliasPairs(corporaFolder: string, part: Part): NamePair[] {
  const named = readSanctioned(corporaFolder).filter(({id}) => isHeldOut(id) === (part === 'dev'))
  const same = named.flatMap(samePairs)
  return [...same, ...otherPairs(named, same.length)]
}

/** Names in Latin letters and in another script, as many of others that are near and as many of any others, by language. */
export function scriptPairs(corporaFolder: string, part: Part, pairCount = DEV_SCRIPT_PAIRS): NamePair[] {
  const byLanguage = Map.groupBy(readTransliterations(corporaFolder), ({language}) => language)
  return [...byLanguage].flatMap(([language, all]) => {
    if (language === 'katakana') return []
    const some = all.filter(({latin}) => isHeldOut(latin) === (part === 'dev'))
    return languagePairs(language, some, new Set(all.map(({latin, native}) => `${latin}\t${native}`)), pairCount)
  })
}

export interface Transliteration {
  readonly language: string
  readonly latin: string
  readonly native: string
  readonly count: number
}

/** Names in Latin letters and in another script. */
export function readTransliterations(corporaFolder: string): Transliteration[] {
  return linesOf(join(corporaFolder, 'names/transliteration.tsv.gz'))
    .slice(1)
    .map(line => {
      const [language = '', latin = '', native = '', count = ''] = line.split('\t')
      return {language, latin, native, count: Number(count)}
    })
    .filter(({latin, native}) => latin !== '' && native !== '')
}

/** True of the fifth that nothing learns from. */
export function isHeldOut(id: string): boolean {
  return hashOf(`held out ${id}`) % HELD_OUT_OF === 0
}

export function readSanctioned(corporaFolder: string): Named[] {
  return linesOf(join(corporaFolder, 'names/sdn.jsonl.gz')).map(line => {
    const {id, type, name, aliases} = JSON.parse(line) as SanctionedLine
    const known = new Map([[name, false]])
    for (const alias of aliases) if (!known.has(alias.name)) known.set(alias.name, alias.kind === 'weak aka')
    return {id: String(id), kind: KINDS[type] ?? 'organisation', names: [...known.keys()], isWeak: [...known.values()]}
  })
}

interface SanctionedLine {
  readonly id: number
  readonly type: string
  readonly name: string
  readonly aliases: readonly {readonly name: string; readonly kind: string}[]
}

const KINDS: Readonly<Record<string, EntityKind>> = {
  individual: 'person',
  entity: 'organisation',
  vessel: 'work',
  aircraft: 'work'
}

function linesOf(file: string): string[] {
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean) : []
}

/** The name by which each is listed with each of its aliases. */
function samePairs({id, kind, names, isWeak}: Named): NamePair[] {
  const [name, ...aliases] = names
  return aliases.map((alias, index) => ({
    a: name!,
    b: alias,
    kind,
    isSame: true,
    type: isWeak[index + 1] ? 'weak alias' : 'alias',
    of: id
  }))
}

function otherPairs(named: readonly Named[], count: number): NamePair[] {
  const all = named.flatMap(({id, kind, names}) => names.map(name => ({id, kind, name, grams: gramsOf(name)})))
  const byGram = new Map<string, number[]>()
  for (const [index, {grams}] of all.entries())
    for (const gram of grams) {
      const inside = byGram.get(gram)
      if (inside) inside.push(index)
      else byGram.set(gram, [index])
    }
  const random = randomFrom(7)
  const pairs: NamePair[] = []
  for (const index of shuffled([...all.keys()], 11)) {
    if (2 * count <= pairs.length) break
    const {id, kind, name, grams} = all[index]!
    const own = new Set(named.find(other => other.id === id)!.names.map(plain))
    const shared = new Map<number, number>()
    for (const gram of grams) for (const other of byGram.get(gram)!) shared.set(other, (shared.get(other) ?? 0) + 1)
    const near = [...shared]
      .filter(([other]) => all[other]!.id !== id && all[other]!.kind === kind && !own.has(plain(all[other]!.name)))
      .map(([other, hits]) => ({other, dice: (2 * hits) / (grams.size + all[other]!.grams.size)}))
      .sort((one, two) => two.dice - one.dice || one.other - two.other)
      .slice(0, 5)
    const chosen = near[Math.floor(random() * near.length)]
    if (chosen) pairs.push({a: name, b: all[chosen.other]!.name, kind, isSame: false, type: 'near', of: id})
    const any = all[Math.floor(random() * all.length)]!
    if (any.id !== id && any.kind === kind) pairs.push({a: name, b: any.name, kind, isSame: false, type: 'any', of: id})
  }
  return pairs
}

function gramsOf(name: string): Set<string> {
  const grams = new Set<string>()
  for (const word of plain(name).split(' ')) {
    const padded = `^${word}$`
    for (let start = 0; start + 3 <= padded.length; start++) grams.add(padded.slice(start, start + 3))
  }
  return grams
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function languagePairs(
  language: string,
  some: readonly Transliteration[],
  known: ReadonlySet<string>,
  count: number
): NamePair[] {
  const byStart = Map.groupBy(some, ({latin}) => latin.slice(0, 1))
  const random = randomFrom(hashOf(language))
  const pairs: NamePair[] = []
  for (const {latin, native} of shuffled(some, 3).slice(0, count)) {
    pairs.push({a: latin, b: native, kind: 'person', isSame: true, type: `script ${language}`, of: latin})
    const fellows = byStart.get(latin.slice(0, 1))!
    const drawn = Array.from({length: 300}, () => fellows[Math.floor(random() * fellows.length)]!)
      .filter(other => !known.has(`${latin}\t${other.native}`) && other.latin !== latin)
      .map(other => ({other, distance: editDistance(latin, other.latin)}))
      .sort((one, two) => one.distance - two.distance)
    const near = drawn[Math.floor(random() * 3)]?.other
    if (near) pairs.push({a: latin, b: near.native, kind: 'person', isSame: false, type: `near ${language}`, of: latin})
    const any = some[Math.floor(random() * some.length)]!
    if (any.latin !== latin && !known.has(`${latin}\t${any.native}`))
      pairs.push({a: latin, b: any.native, kind: 'person', isSame: false, type: `any ${language}`, of: latin})
  }
  return pairs
}

/** The least number of letters to add, drop or change. */
export function editDistance(a: string, b: string): number {
  let before = Array.from({length: b.length + 1}, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = before[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, before[column]! + 1, current[column - 1]! + 1))
    }
    before = current
  }
  return before[b.length]!
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
