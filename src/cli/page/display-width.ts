/** Everything here takes one column, whatever the terminal: printable ASCII, Latin, Greek, Cyrillic, typographic marks, lines. */
const NARROW =
  /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff]*$/
/** East Asian Wide and Fullwidth (UAX #11), in the few runs that terminals agree on. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** How many columns of a terminal `text` takes. Its control characters must have been written out before. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += characterWidth(character)
  return columns
}

/** `text` with spaces after it, up to `columns`. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** `text` in pieces of at most `columns` each, marks kept with their letter; for words that are longer than a line. */
export function breakAt(text: string, columns: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of text) {
    const width = characterWidth(character)
    if (piece && used + width > columns) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += width
  }
  return piece ? [...pieces, piece] : pieces
}

/** The first `columns` of `text`, with an ellipsis where something was left out. */
export function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  return `${(breakAt(text, Math.max(1, columns - 1))[0] ?? '').trimEnd()}…`
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}
