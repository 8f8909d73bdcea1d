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

function alignEntities(characters: string, source: string): Piece[] {
  const pieces: Piece[] = [{at: 0, source: 0}]
  let shift = 0
  for (const match of source.matchAll(ENTITY)) {
    const at = match.index - shift
    if (at >= characters.length) break
    const length = decodedLength(match[0], characters, at)
    if (length === match[0].length) continue
    pieces.push({at, source: match.index})
    shift += match[0].length - length
    pieces.push({at: at + length, source: match.index + match[0].length})
  }
  return pieces.filter(piece => piece.at < characters.length)
}

/** A character reference, or what looks like one. The longest name in the standard has 32 characters. */
const ENTITY = /&(?:#[xX][\da-fA-F]{1,400}|#\d{1,400}|[A-Za-z][A-Za-z\d]{0,31});?/g

/** How many characters of the text `entity` became. */
function decodedLength(entity: string, characters: string, at: number): number {
  if (entity.startsWith('&#')) return characters.codePointAt(at)! > 0xffff ? 2 : 1
  if (characters[at] === '&' && !/^&amp/i.test(entity)) return entity.length
  let length = decodedLengths.get(entity)
  if (length === undefined) {
    length = textOf(entity).length
    if (decodedLengths.size < CACHE_MAX) decodedLengths.set(entity, length)
  }
  return length
}

/** Names seen so far. There are 2,231 in the standard; the rest is a hostile page. */
const decodedLengths = new Map<string, number>()
const CACHE_MAX = 4_096

function textOf(html: string): string {
  const [node] = parseFragment(html).childNodes
  return node && 'value' in node ? node.value : ''
}
