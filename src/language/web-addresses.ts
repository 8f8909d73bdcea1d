import {isWordUnit} from './characters.ts'

const ADDRESS_OPENINGS = ['http://', 'https://', 'ftp://', 'www.', 'mailto:']

/** The end of a web address that starts at `start`, without the punctuation that closes the sentence; `start` if none does. */
export function webAddressEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start) | 0x20
  if (unit !== 0x68 && unit !== 0x66 && unit !== 0x77 && unit !== 0x6d) return start
  const opening = text.slice(start, start + 8).toLowerCase()
  if (!ADDRESS_OPENINGS.some(candidate => opening.startsWith(candidate))) return start
  let addressEnd = start
  while (addressEnd < end && !'<>"“”«»'.includes(text[addressEnd]!)) addressEnd++
  while (start < addressEnd && ".,;:!?'’)]}".includes(text[addressEnd - 1]!)) addressEnd--
  return addressEnd
}

/** No longer name is looked through for the `@` after it. */
const MAILBOX_LENGTH_MAX = 64

/** The end of a mail address that starts at `start`, shortened ones (`orla.v...@varn.example`) with them; `start` if none does. */
export function mailAddressEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + MAILBOX_LENGTH_MAX)
  let at = start
  while (at < limit && (isWordUnit(text.charCodeAt(at)) || '.-+'.includes(text[at]!))) at++
  if (limit <= at || text[at] !== '@') return start
  let addressEnd = at + 1
  while (addressEnd < end && isHostUnit(text, addressEnd, end)) addressEnd++
  return at + 1 < addressEnd ? addressEnd : start
}

/** Whether the host of an address goes on at `position`: its dots and hyphens stand between letters or digits. */
function isHostUnit(text: string, position: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(position))) return true
  return '.-'.includes(text[position]!) && position + 1 < end && isWordUnit(text.charCodeAt(position + 1))
}
