/** The words of a list written as text, for asking whether a word is one of them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean))
}
