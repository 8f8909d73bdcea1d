import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'

/** Where the verb of a mention as subject stands: by the tree, or after what stands between brackets or commas. */
export function verbAfter(analysis: Analysis, place: Place): number {
  const {forms} = analysis
  const behind = afterBrackets(forms, place.endWord)
  if (forms[behind] !== ',' && behind === place.endWord) return behind
  const verb = verbOfSubject(analysis, place)
  if (behind <= verb) return verb
  if (forms[behind] !== ',') return behind
  const close = forms.slice(behind + 1, behind + 20).indexOf(',')
  return close < 0 ? behind : behind + close + 2
}

/** Over what stands in brackets: "Osk Varga (born 1950) [1]". */
function afterBrackets(forms: readonly string[], from: number): number {
  let word = from
  while (/^[([]$/.test(forms[word] ?? '')) {
    const close = closingBracket(forms, word)
    if (close < 0) return word
    word = close + 1
  }
  return word
}

/** The bracket that closes the one at `opening`, over those inside it; -1 where it stays open. */
function closingBracket(forms: readonly string[], opening: number): number {
  let depth = 0
  for (let word = opening; word < Math.min(forms.length, opening + BRACKET_WORDS_MAX); word++) {
    if (/^[([]$/.test(forms[word]!)) depth++
    if (/^[)\]]$/.test(forms[word]!) && --depth === 0) return word
  }
  return -1
}

/** How long what stands in brackets may be: a name in another script, two dates and two places. */
const BRACKET_WORDS_MAX = 60

/** The first word of the verb whose subject the mention is, helping verbs and "is" before a noun included; -1 for none. */
function verbOfSubject({heads, relations, upos}: Analysis, {firstWord, headWord, endWord}: Place): number {
  let top = headWord
  while (firstWord <= heads[top]! && heads[top]! < endWord) top = heads[top]!
  if (relations[top] === 'appos' && relations[heads[top]!] === 'nsubj') top = heads[top]!
  const head = heads[top]!
  if (head < endWord || relations[top] !== 'nsubj') return -1
  for (let word = endWord; word < head; word++)
    if (heads[word] === head && /^(?:aux|cop)$/.test(relations[word]!)) return word
  return upos[head] === 'VERB' ? head : -1
}
