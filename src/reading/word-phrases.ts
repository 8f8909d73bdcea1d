/** Phrases of several words, found by their first word in one step: the longest that begins at a word. */
export class WordPhrases<T> {
  readonly #byFirst = new Map<string, {words: readonly string[]; value: T}[]>()

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = phrase.toLowerCase().split(' ')
      const others = this.#byFirst.get(words[0]!) ?? []
      this.#byFirst.set(
        words[0]!,
        [...others, {words, value}].sort((a, b) => b.words.length - a.words.length)
      )
    }
  }

  /** The longest phrase that begins at `word`, and one past its last word; none that would pass `limit`. */
  at(forms: readonly string[], word: number, limit: number): {endWord: number; value: T} | undefined {
    const plain = plainForms(forms)
    const phrases = this.#byFirst.get(plain[word] ?? '')
    if (!phrases) return undefined
    for (const {words, value} of phrases) {
      const endWord = word + words.length
      if (endWord <= limit && words.every((part, offset) => plain[word + offset] === part)) return {endWord, value}
    }
    return undefined
  }
}

/** The plain forms of each list of forms, since many tables are asked of the same words. */
const known = new WeakMap<readonly string[], readonly string[]>()

function plainForms(forms: readonly string[]): readonly string[] {
  const found = known.get(forms)
  if (found) return found
  const made = forms.map(form => form.toLowerCase().replace('’', "'"))
  known.set(forms, made)
  return made
}
