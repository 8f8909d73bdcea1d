/**
 * Characters that act on a terminal (C0, C1), that reorder their neighbours (bidi overrides, embeddings, isolates) or that
 * nobody can see (zero-width, tags, soft hyphens). The joiners U+200C and U+200D and the marks U+200E, U+200F and U+061C
 * stay: Persian, Arabic and Hebrew are written with them, and they reorder nothing beyond their own word.
 */
const UNSAFE =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu
/** Nine marks on one letter are no script's writing; Unicode's stream-safe form allows thirty, which hide the lines above. */
const MARKS_MAX = 8
const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MARKS_MAX}})(\\p{M}+)`, 'gu')
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * `text` with everything that could act on a terminal, hide, or reorder its neighbours written out.
 *
 * ```text
 * a name\u001b[2J   ->   a name⟨ESC⟩[2J
 * evil\u202Etxt     ->   evil⟨U+202E⟩txt
 * ```
 *
 * Line breaks and tabs stay as they are.
 */
export function visible(text: string): string {
  return text
    .replace(UNSAFE, written)
    .replace(TOO_MANY_MARKS, (_, kept: string, rest: string) => `${kept}⟨+${[...rest].length} marks⟩`)
}

/** A name or path from outside in quotation marks, its line breaks and quotation marks escaped: for messages. */
export function quoted(text: string): string {
  return visible(JSON.stringify(text))
}

/** `text` held apart from its neighbours where it runs from right to left, so that it cannot reorder them. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

/** One line of JSON that is safe to look at: what acts on a terminal is escaped, and it parses to the same value. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, character =>
    Array.from({length: character.length}, (_, i) => unicodeEscape(character.charCodeAt(i))).join('')
  )
}

function written(character: string): string {
  if (character === '\x1b') return '⟨ESC⟩'
  if (character === '\x9b') return '⟨CSI⟩'
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
