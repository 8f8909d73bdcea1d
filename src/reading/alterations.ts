import type {Span} from '../text/span.ts'
import type {Alteration} from './reading.ts'

/** One pattern an alteration, tried in this order at each place. None looks further than a bracket's own length. */
const PATTERNS: readonly {kind: Alteration['kind']; pattern: RegExp}[] = [
  {kind: 'sic', pattern: /[[(]\s?sic\.?\s?[\])]/giu},
  {kind: 'ellipsis', pattern: /\[\s?(?:\.\s?\.\s?\.|…)\s?\]|(?:\. ?){3,4}|…/gu},
  {
    kind: 'translation',
    pattern: /[[(](?:translated|translation|in translation|in [A-Z][a-z]{2,15})[^\])\n]{0,60}[\])]/gu
  },
  {kind: 'case', pattern: /\[\p{L}\](?=\p{L})/gu},
  {kind: 'insertion', pattern: /\[[^[\]\n]{1,200}\]/gu}
]

/** Words of the sentence around a quotation that say it was spoken in another language. */
const TRANSLATED =
  /\b(?:through (?:an?|his|her|their) (?:interpreter|translator)|via (?:an? )?(?:interpreter|translator)|in translation|translated from [A-Z][a-z]{2,15}|(?:said|speaking|spoke|wrote|written|told \w{1,20}) in (?!English)(?:[A-Z][a-z]{2,15}(?:ese|ish|ic|ian|an|to|du|li|ch|ew|sh|hi|ya|ki|ri)|Dari|Farsi|Tamil|Tagalog|Thai|Somali|Czech|Greek))\b/gu

/**
 * Find where the words in `content` are not as they were spoken.
 *
 * ```text
 * “She sold [the] keys of them gates [sic].”
 *           ^^^^^ insertion          ^^^^^ sic
 * ```
 *
 * @param around - the sentence the content stands in, searched for words on translation
 */
export function findAlterations(text: string, content: readonly Span[], around?: Span): Alteration[] {
  const found = content.flatMap(span => alterationsIn(text, span))
  const translations = around ? matchesIn(text, around, 'translation', TRANSLATED) : []
  return [...found, ...translations].sort((a, b) => a.start - b.start)
}

function alterationsIn(text: string, span: Span): Alteration[] {
  const found: Alteration[] = []
  for (const {kind, pattern} of PATTERNS)
    for (const match of matchesIn(text, span, kind, pattern))
      if (!found.some(other => match.start < other.end && other.start < match.end)) found.push(match)
  return found
}

function matchesIn(text: string, {start, end}: Span, kind: Alteration['kind'], pattern: RegExp): Alteration[] {
  return Array.from(text.slice(start, end).matchAll(pattern), ({0: words, index}) => {
    const trimmed = words.trimEnd()
    return {kind, start: start + index, end: start + index + trimmed.length}
  })
}
