import {covers, type Span} from '../text/span.ts'
import {LANGUAGE_NAMES} from './language-names.ts'
import type {Alteration} from './reading.ts'

const LANGUAGE = `(?:${LANGUAGE_NAMES.trim().split(/\s+/).join('|')})`
/** "in French." and "in French to the crowd", but no "in French waters": a noun behind makes it an adjective. */
const AS_LANGUAGE = `in (?:\\w{2,12} )?${LANGUAGE}(?=\\s*(?:[-,.;:!?)\\]”"—–]|$|\\s(?:to|on|at|in|and|but|that|through|via|by|as|during|before|after|with|from|for|about|while|when|last|this)\\b))`
const SPEAKING =
  'said|says|saying|spoke|speaks|speaking|added|adding|replied|answered|shouted|shouting|chanted|chanting|wrote|writes|writing|written|posted|tweeted|sang|delivered|recorded|recited|testified|addressed'
/** Who spoke or when, between the verb and the language: never words that the speaker may have said. */
const SPEAKER = `(?: (?:he|she|they|it|[A-Z][\\w’'.-]{1,20}|on [A-Z][a-z]{2,9})){0,3}`
/** Whom somebody told it: one to three words. */
const TOLD = `(?:told|telling|tells|asked|addressing|addressed)(?: [\\w’'-]{2,20}){1,3}`
const HELPER = '(?:interpreters?|translators?)'
const WHOSE = "(?:(?:an?|the|his|her|its|their|our|[\\w’'-]{2,20}[’']s?) )?(?:[\\w’'-]{2,20} ){0,3}"

/** One pattern an alteration, tried in this order at each place. None looks further than a bracket's own length. */
const PATTERNS: readonly {kind: Alteration['kind']; pattern: RegExp}[] = [
  {kind: 'sic', pattern: /[[(]\s?sic\s?[.!?]?\s?[\])]/giu},
  {
    kind: 'ellipsis',
    pattern: /[[(]\s?(?:\.\s?\.\s?\.|…)\s?[\])]|(?<!\.)\.(?:[ \u00a0]?\.){2,3}(?!\.)|…|\*[ \u00a0]?\*[ \u00a0]?\*/gu
  },
  {
    kind: 'translation',
    pattern: new RegExp(
      `[[(](?:(?:translated|translation|in translation)\\b[^\\])\\n]{0,60}|in ${LANGUAGE})[\\])]`,
      'gu'
    )
  },
  {kind: 'case', pattern: /(?<!\p{L})\[\p{L}\](?=\p{L})/gu},
  {
    kind: 'insertion',
    pattern: /\[(?!\s?(?:\d{1,3}|citation needed|note \d{1,3})\s?\](?!\p{L}))[^[\]\n]{1,200}\]/gu
  },
  // "report[s]" and "g[o]t": letters put into a word.
  {kind: 'insertion', pattern: /(?<=\p{L})\[\p{Ll}{1,12}\]/gu}
]

/** Words of the sentence around a quotation that say it was spoken in another language. */
const TRANSLATED = new RegExp(
  [
    `(?:through|via|with the help of|with help from) ${WHOSE}${HELPER}`,
    `according to ${WHOSE}translations?`,
    `(?<!lost )in (?:an? |the )?(?:[\\w’'-]{2,20} ){0,2}translation`,
    `(?:as )?translated (?:from ${LANGUAGE}|into English)(?: by [A-Z][\\w’'-]{1,20})?`,
    `as translated by ${WHOSE}[\\w’'-]{2,20}`,
    `(?<=\\b(?:${SPEAKING})${SPEAKER} )${AS_LANGUAGE}`,
    `(?<=\\b${TOLD} )${AS_LANGUAGE}`
  ]
    .map(each => `\\b${each}`)
    .join('|')
    .replaceAll('\\b(?<', '(?<'),
  'gu'
)

/**
 * Find where the words in `content` are not as they were spoken.
 *
 * ```text
 * “She sold [the] keys of them gates [sic],” he said in Pashto.
 *           ^^^^^ insertion          ^^^^^ sic        ^^^^^^^^^ translation
 * ```
 *
 * References such as `[12]` are nobody's alteration. Words on translation count only outside the content: inside they are what
 * is spoken of.
 *
 * @param around - the sentence the content stands in, searched for words on translation
 */
export function findAlterations(text: string, content: readonly Span[], around?: Span): Alteration[] {
  const found = content.flatMap(span => alterationsIn(text, span))
  const translations = around ? matchesIn(text, around, 'translation', TRANSLATED) : []
  const outside = translations.filter(match => !content.some(span => covers(span, match)))
  return [...found, ...outside].sort((a, b) => a.start - b.start)
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
