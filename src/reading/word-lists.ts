/** Each word of the lists with the value of its list. */
export function valueByWord<T>(lists: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map(lists.flatMap(([words, value]) => words.split(' ').map(word => [word, value] as const)))
}

/** The words of a list, parted by white space. */
export function wordSet(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}
