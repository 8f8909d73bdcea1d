import {parseFragment} from 'parse5'
import type {Piece} from './html-tree.ts'

/**
 * Match the characters of one token with the source they came from: which piece of the source each stands for.
 *
 * ```text
 * source   caf&eacute;s
 *          ^^^^        ^     pieces at 0, 3 (the entity) and 4
 * ```
 */
export function alignCharacters(characters: string, source: string): Piece[] {
  if (characters.length === source.length) return [{at: 0, source: 0}]
  if (!source.includes('&'))
    return [{at: 0, source: source.endsWith(characters) ? source.length - characters.length : 0}]
  return alignEntities(characters, source)
}

/** How much of `source` the characters of a token came from; less than all where an entity that is not theirs follows. */
export function consumedLength(characters: string, source: string): number {
  if (characters.length === source.length || !source.includes('&')) return source.length
  let shift = 0
  for (const match of source.matchAll(ENTITY)) {
    const at = match.index - shift
    if (at >= characters.length) return match.index
    const {sourceLength, textLength} = measureEntity(match[0], characters, at)
    shift += sourceLength - textLength
  }
  return source.length
}

function alignEntities(characters: string, source: string): Piece[] {
  const pieces: Piece[] = [{at: 0, source: 0}]
  let shift = 0
  for (const match of source.matchAll(ENTITY)) {
    const at = match.index - shift
    if (at >= characters.length) break
    const {sourceLength, textLength} = measureEntity(match[0], characters, at)
    if (sourceLength === textLength) continue
    shift += sourceLength - textLength
    pieces.push({at, source: match.index}, {at: at + textLength, source: match.index + sourceLength})
  }
  return pieces.filter(piece => piece.at < characters.length)
}

/** A character reference, or what looks like one. The longest name in the standard has 32 characters. */
const ENTITY = /&(?:#[xX][\da-fA-F]{1,400}|#\d{1,400}|[A-Za-z][A-Za-z\d]{0,31});?/g

/** How many characters of the source became how many of the text; equal where it is no entity after all. */
interface Measure {
  readonly sourceLength: number
  readonly textLength: number
}

function measureEntity(entity: string, characters: string, at: number): Measure {
  if (entity.startsWith('&#'))
    return {sourceLength: entity.length, textLength: characters.codePointAt(at)! > 0xffff ? 2 : 1}
  if (characters[at] === '&' && !/^&amp/i.test(entity)) return {sourceLength: entity.length, textLength: entity.length}
  const known = measures.get(entity)
  if (known) return known
  const measure = measureNamed(entity, textOf(entity))
  if (measures.size < CACHE_MAX) measures.set(entity, measure)
  return measure
}

/** Old names need no semicolon: `&ampere` is an ampersand and three letters, which are their own characters. */
function measureNamed(entity: string, decoded: string): Measure {
  let tailLength = 0
  while (tailLength < decoded.length - 1 && entity.at(-1 - tailLength) === decoded.at(-1 - tailLength)) tailLength++
  return {sourceLength: entity.length - tailLength, textLength: decoded.length - tailLength}
}

/** Names seen so far. There are 2,231 in the standard; the rest is a hostile page. */
const measures = new Map<string, Measure>()
const CACHE_MAX = 4_096

function textOf(html: string): string {
  const [node] = parseFragment(html).childNodes
  return node && 'value' in node ? node.value : ''
}
