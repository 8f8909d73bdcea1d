import {Vocabulary} from '../../text/vocabulary.ts'
import {readWordPlaces} from '../../text/word-places.ts'
import {FUNCTION_WORDS, IRREGULAR_VERBS, NEGATORS} from './said-word-lists.ts'
import {type NumberRange, readNumber} from './told-numbers.ts'

/** One word of what was said, as it is compared; a number with the words that widen it is one. */
export interface SaidWord {
  readonly word: string
  readonly number?: NumberRange
  /** Whether a sentence begins here. */
  readonly opens: boolean
  /** Whether the quotation says that words are left out before this one. */
  readonly isBehindGap: boolean
}

/** What was said, as it is compared: no case, accents, hyphens or marks. */
export interface Said {
  readonly words: readonly SaidWord[]
  readonly asks: boolean
}

const NO_WORDS = new Vocabulary()
NO_WORDS.close()

const GAP = /…|\.\s{0,3}\.\s{0,3}\.|\*\s{0,3}\*\s{0,3}\*|\[\s{0,3}\]/u
const SIC = /[[(]\s?sic\s?[.!?]?\s?[\])]/giu
/** Brackets around letters of a word: `[T]he`, `walk[ed]`. */
const INNER_BRACKETS = /(?<=\p{L})\[(\p{L}{1,20})\]|\[(\p{L}{1,20})\](?=\p{L})/gu

/** Read the words of a quotation, or of what a reporter says was said. */
export function readSaid(parts: readonly string[]): Said {
  const text = parts.join(' ').replace(SIC, ' ').replace(INNER_BRACKETS, '$1$2')
  const {count, starts, ends} = readWordPlaces(text, NO_WORDS)
  const plain: Omit<SaidWord, 'number'>[] = []
  for (let index = 0; index < count; index++) {
    const before = text.slice(index === 0 ? 0 : ends[index - 1]!, starts[index]!)
    const opens = index === 0 || /[.?!;:…—–]/u.test(before)
    const isBehindGap = 0 < index && GAP.test(before)
    for (const [at, word] of spelledOut(foldWord(text.slice(starts[index]!, ends[index]!))).entries())
      plain.push({word, opens: opens && at === 0, isBehindGap: isBehindGap && at === 0})
  }
  return {words: withNumbers(plain), asks: /\?["'”’»)\]\s]*$/u.test(text)}
}

/** Words that tell one statement from another, by their stems, in order. */
export function tellingWords(words: readonly SaidWord[]): string[] {
  return words.filter(({word, number}) => !number && !FUNCTION_WORDS.has(word)).map(({word}) => stemOf(word))
}

/** A verb without its ending, as far as endings are regular; enough to see "did not close" in "closed". */
export function stemOf(word: string): string {
  const irregular = irregularVerbs.get(word)
  if (irregular !== undefined) return irregular
  if (word.length < 4) return word
  const cut = word
    .replace(/ies$|ied$/, 'y')
    .replace(/(?<=sh|ch|ss|x|z)es$|(?<=[^su])s$|ed$/, '')
    .replace(/([bdglmnprt])\1$/, '$1')
  return cut.replace(/e$/, '')
}

export function isNegator({word}: SaidWord): boolean {
  return NEGATORS.has(word)
}

const irregularVerbs: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap(forms => {
    const [verb = '', ...rest] = forms.split(' ')
    return [verb, ...rest].map(form => [form, verb] as const)
  })
)

function foldWord(word: string): string {
  // Most words are plain letters, for which all this takes many times as long as asking.
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’‘ʼ`´＇‛‚]/gu, "'")
    .replace(/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, '')
    .replace(/[-‐‑\s]+/gu, '')
}

/** `won't` is two words, of which one denies. */
function spelledOut(word: string): string[] {
  if (word === "won't") return ['will', 'not']
  if (word === "can't" || word === 'cannot') return ['can', 'not']
  if (word === "shan't") return ['shall', 'not']
  if (word.endsWith("n't") && 3 < word.length) return [word.slice(0, -3), 'not']
  return [word]
}

function withNumbers(plain: readonly Omit<SaidWord, 'number'>[]): SaidWord[] {
  const words = plain.map(({word}) => word)
  const read: SaidWord[] = []
  for (let index = 0; index < plain.length; ) {
    const number = readNumber(words, index)
    const count = number?.wordCount ?? 1
    read.push({...plain[index]!, word: words.slice(index, index + count).join(' '), ...(number && {number})})
    index += count
  }
  return read
}
