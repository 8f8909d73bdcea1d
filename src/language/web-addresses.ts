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
