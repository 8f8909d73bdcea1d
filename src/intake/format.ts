import {UnreadableSource} from './unreadable-source.ts'

/**
 * Refuse bytes that are no text: known binary formats by their first bytes, others by their control characters.
 *
 * @throws UnreadableSource when `bytes` are empty or binary
 */
export function refuseBinary(ref: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableSource('empty', ref, 'it is empty', 'Give a file that has text in it')
  const known = SIGNATURES.find(signature => hasSignature(bytes, signature))
  if (known) throw new UnreadableSource('binary', ref, `it is ${known.what}`, known.fix)
  if (!isWideText(bytes) && controlShare(bytes) > CONTROL_SHARE_MAX)
    throw new UnreadableSource('binary', ref, 'it is binary data, not text', TEXT_FIX)
}

/** Whether `text` is a page of HTML: by what it begins with, or by how many well-known tags stand near its top. */
export function isHtml(text: string): boolean {
  const top = text.slice(0, SNIFFED_CHARACTERS).replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(top)) return true
  const tagCount = top.match(WELL_KNOWN_TAG)?.length ?? 0
  if (!/^<[a-z!]/i.test(top)) return tagCount >= MIXED_TAGS_MIN
  return tagCount >= 2 || (tagCount === 1 && /<\/[a-z]/i.test(top))
}

/** UTF-16 without a byte order mark: NUL bytes on one side of each pair only. Gives the side's charset. */
export function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairCount = Math.min(bytes.length, SNIFFED_BYTES) >> 1
  if (pairCount < 2) return undefined
  const nulCounts = [0, 0]
  for (let index = 0; index < pairCount * 2; index++) if (bytes[index] === 0) nulCounts[index & 1]!++
  const [even, odd] = nulCounts as [number, number]
  if (odd > pairCount * 0.3 && even < pairCount * 0.02) return 'utf-16le'
  return even > pairCount * 0.3 && odd < pairCount * 0.02 ? 'utf-16be' : undefined
}

/** Enough to see what a file is; the WHATWG sniffing standard looks at 1,445 bytes. */
const SNIFFED_BYTES = 65_536
const SNIFFED_CHARACTERS = 8_192

/** Text has next to none (form feeds, escapes); random bytes have about 11 %. */
const CONTROL_SHARE_MAX = 0.02

/** Plain text may show a tag or two; a fragment of a page has more. */
const MIXED_TAGS_MIN = 4

const WELL_KNOWN_TAG =
  /<(?:p|div|span|a|br|h[1-6]|table|tr|td|ul|ol|li|article|section|main|header|footer|nav|meta|title|script|style|img|b|i|em|strong|blockquote|figure|form|font|center)(?:\s[^<>]*)?\/?>/gi

const TEXT_FIX = 'Convert it to plain text or HTML first'

interface Signature {
  readonly what: string
  readonly fix: string
  readonly head: string
  /** Where the signature stands; 0 unless told. */
  readonly at?: number
  /** Short signatures also occur at the start of texts: then the bytes must hold a NUL, too. */
  readonly withNul?: true
}

const PDF_FIX = 'Convert it to text first, for example with pdftotext'
const UNPACK_FIX = 'Unpack it and give the files in it'
const WORD_FIX = 'Save it as plain text or HTML first'
const IMAGE_FIX = 'Run text recognition (OCR) on it and give the text'
const MEDIA_FIX = 'Give a transcript of it as text'
const PROGRAM_FIX = 'Give a text or HTML file'

/** First bytes, as Latin-1, from the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  {what: 'a PDF document', fix: PDF_FIX, head: '%PDF-'},
  {what: 'a PostScript document', fix: PDF_FIX, head: '%!PS'},
  {what: 'an RTF document', fix: WORD_FIX, head: '{\\rtf'},
  {what: 'an office document of the old kind', fix: WORD_FIX, head: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'},
  {what: 'a ZIP archive or an office document', fix: `${UNPACK_FIX}, or save it as plain text`, head: 'PK\x03\x04'},
  {what: 'an empty ZIP archive', fix: UNPACK_FIX, head: 'PK\x05\x06'},
  {what: 'a gzip archive', fix: UNPACK_FIX, head: '\x1f\x8b'},
  {what: 'a bzip2 archive', fix: UNPACK_FIX, head: 'BZh', withNul: true},
  {what: 'an xz archive', fix: UNPACK_FIX, head: '\xfd7zXZ\x00'},
  {what: 'a Zstandard archive', fix: UNPACK_FIX, head: '\x28\xb5\x2f\xfd'},
  {what: 'a 7z archive', fix: UNPACK_FIX, head: '7z\xbc\xaf\x27\x1c'},
  {what: 'a RAR archive', fix: UNPACK_FIX, head: 'Rar!\x1a\x07'},
  {what: 'a tar archive', fix: UNPACK_FIX, head: 'ustar', at: 257},
  {what: 'a PNG image', fix: IMAGE_FIX, head: '\x89PNG\r\n\x1a\n'},
  {what: 'a JPEG image', fix: IMAGE_FIX, head: '\xff\xd8\xff'},
  {what: 'a GIF image', fix: IMAGE_FIX, head: 'GIF8', withNul: true},
  {what: 'a WebP image', fix: IMAGE_FIX, head: 'WEBP', at: 8},
  {what: 'a TIFF image', fix: IMAGE_FIX, head: 'II*\x00'},
  {what: 'a TIFF image', fix: IMAGE_FIX, head: 'MM\x00*'},
  {what: 'a bitmap image', fix: IMAGE_FIX, head: 'BM', withNul: true},
  {what: 'an audio file', fix: MEDIA_FIX, head: 'ID3', withNul: true},
  {what: 'an audio file', fix: MEDIA_FIX, head: 'fLaC', withNul: true},
  {what: 'an audio file', fix: MEDIA_FIX, head: 'WAVE', at: 8},
  {what: 'an audio or video file', fix: MEDIA_FIX, head: 'OggS\x00'},
  {what: 'a video or audio file', fix: MEDIA_FIX, head: 'ftyp', at: 4, withNul: true},
  {what: 'a video file', fix: MEDIA_FIX, head: '\x1a\x45\xdf\xa3'},
  {what: 'a program', fix: PROGRAM_FIX, head: '\x7fELF'},
  {what: 'a program', fix: PROGRAM_FIX, head: 'MZ', withNul: true},
  {what: 'a program', fix: PROGRAM_FIX, head: '\xcf\xfa\xed\xfe'},
  {what: 'a program', fix: PROGRAM_FIX, head: '\xca\xfe\xba\xbe'},
  {what: 'a program', fix: PROGRAM_FIX, head: '\x00asm'},
  {what: 'an SQLite database', fix: 'Give it to --record, or export its texts', head: 'SQLite format 3\x00'}
]

function hasSignature(bytes: Uint8Array, {head, at = 0, withNul}: Signature): boolean {
  for (let index = 0; index < head.length; index++) if (bytes[at + index] !== head.charCodeAt(index)) return false
  return !withNul || bytes.subarray(0, SNIFFED_BYTES).includes(0)
}

function isWideText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || wideCharset(bytes) !== undefined
}

/** The share of bytes that no text has: C0 controls but tab, line ends, form feed, backspace and escape. */
function controlShare(bytes: Uint8Array): number {
  const sniffed = bytes.subarray(0, SNIFFED_BYTES)
  let count = 0
  for (const byte of sniffed)
    if (byte < 8 || byte === 11 || (13 < byte && byte < 27) || (27 < byte && byte < 32)) count++
  return count / sniffed.length
}
