import {analyse} from 'chardet'
import type {Notice} from './document.ts'
import {wideCharset} from './format.ts'

/** Bytes as text, by which charset, and what was odd about it. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly notices: readonly Notice[]
}

/**
 * Decode `bytes`, trying in turn: a byte order mark, the `given` charset, the one that an HTML page names for itself, valid
 * UTF-8, UTF-16 by its NUL bytes, damaged UTF-8, and last a guess by letter statistics. Never throws: bytes that do not
 * fit become U+FFFD, with a notice.
 */
export function decode(bytes: Uint8Array, given?: string): Decoded {
  const marked = markedCharset(bytes)
  if (marked) return decodeAs(bytes, marked)
  const notices: Notice[] = []
  for (const label of [given, metaCharset(bytes)]) {
    if (label === undefined) continue
    if (!isKnownCharset(label)) {
      notices.push({code: 'unknown_charset', text: `It names a charset that is not known: ${JSON.stringify(label)}`})
      continue
    }
    const decoded = decodeAs(bytes, label)
    if (isPlausible(decoded.text)) return {...decoded, notices: [...notices, ...decoded.notices]}
    notices.push({code: 'wrong_charset', text: `It says that it is ${decoded.charset}, but its bytes are not`})
  }
  const decoded = decodeUnnamed(bytes)
  return {...decoded, notices: [...notices, ...decoded.notices]}
}

function decodeUnnamed(bytes: Uint8Array): Decoded {
  const wide = wideCharset(bytes)
  if (wide) return decodeAs(bytes, wide)
  const asUtf8 = decodeAs(bytes, 'utf-8')
  if (isPlausible(asUtf8.text)) return asUtf8
  const guess = guessCharset(bytes)
  const decoded = decodeAs(bytes, guess)
  const notice = {code: 'guessed_charset', text: `Its charset is not stated; read as ${decoded.charset}`}
  return {...decoded, notices: [notice, ...decoded.notices]}
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const decoder = new TextDecoder(label)
  const text = decoder.decode(bytes)
  const replaced = text.indexOf('\ufffd')
  if (replaced < 0 || hasReplacementCharacter(bytes, decoder.encoding))
    return {text, charset: decoder.encoding, notices: []}
  const what = `Some bytes are not ${decoder.encoding}; they stand as U+FFFD`
  return {
    text,
    charset: decoder.encoding,
    notices: [{code: 'invalid_bytes', text: what, start: replaced, end: replaced + 1}]
  }
}

/** Whether the source itself holds U+FFFD, so that finding one says nothing about its bytes. */
function hasReplacementCharacter(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** The charset that a page names in its first 4,096 bytes. (The HTML standard looks at 1,024; pages put it later.) */
function metaCharset(bytes: Uint8Array): string | undefined {
  const top = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096))
  const label = /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(top)?.[1]
  // A page that could say so in ASCII is not UTF-16: the HTML standard reads it as UTF-8.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function isKnownCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}

/** Whether a decoding may be right: a cut or a few damaged bytes are, a text with every letter beyond ASCII broken is not. */
function isPlausible(text: string): boolean {
  let replacedCount = 0
  let beyondAsciiCount = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0xfffd) replacedCount++
    else if (unit > 0x7f) beyondAsciiCount++
  }
  const atEnd = /\ufffd{1,3}$/.test(text.slice(-3)) ? 1 : 0
  return replacedCount <= atEnd || replacedCount <= beyondAsciiCount * DAMAGED_SHARE_MAX
}

/** One damaged letter in ten is a bad copy; more is another charset. */
const DAMAGED_SHARE_MAX = 0.1

function guessCharset(bytes: Uint8Array): string {
  const from = Math.max(0, bytes.findIndex(byte => byte > 0x7f) - 1_024)
  const guess = analyse(bytes.subarray(from, from + 65_536)).find(
    ({name}) => !name.startsWith('UTF-') && isKnownCharset(name)
  )
  return guess?.name ?? 'windows-1252'
}
