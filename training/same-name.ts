const LEADING =
  /^(?:(?:the|a|an|some|mr|mrs|ms|dr|sir|gen|sen|sens|rep|gov|president|professor|prof|sheikh|mullah|prime minister|king|queen|pope)\.? +)+/u

/** Whether two names or descriptions are the same after case, punctuation, accents, articles and titles are set aside. */
export function sameName(a: string, b: string): boolean {
  const normalA = normalName(a)
  return normalA !== '' && normalA === normalName(b)
}

/** A name in lower case without accents, punctuation, leading article or title. */
export function normalName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'](?:s\b)?/gu, '')
    .replace(LEADING, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
