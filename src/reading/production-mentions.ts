import type {Analysis} from '../language/analysis.ts'
import {mentionIndex} from './mention-index.ts'
import {GENERIC_MEDIA, type MediumFamily, OTHERNESS, STRONG_MEDIA, WEAK_MEDIA} from './production-nouns.ts'
import {singular} from './role-words.ts'
import {isDeterminer, isFunctionWord, isNominal, isPossessive, sentenceBounds} from './word-classes.ts'
import {valueByWord} from './word-lists.ts'

/** These words describe a production: "a newly released video", "the film", "the group's message". */
export interface ProductionMention {
  /** The first word, article or owner included. */
  readonly firstWord: number
  readonly headWord: number
  /** The noun as it is listed. */
  readonly noun: string
  readonly family: MediumFamily
  /** Counts whenever it is told of, not only when the text comes back to it. */
  readonly strong: boolean
  readonly article: 'indefinite' | 'definite' | 'owned' | 'none'
  /** "another video", "a second message". */
  readonly other: boolean
}

const strong = valueByWord(STRONG_MEDIA)
const weak = valueByWord(WEAK_MEDIA)
const generic = new Set(GENERIC_MEDIA.split(' '))
const otherness = new Set(OTHERNESS.split(' '))
/** No description of a production is longer before its noun. */
const DESCRIPTION_WORDS_MAX = 10

/** Every description of a single production by its noun, in the order of the text. */
export function findProductionMentions(analysis: Analysis): ProductionMention[] {
  const found: ProductionMention[] = []
  for (let word = 0; word < analysis.forms.length; word++) {
    const kind = mediumAt(analysis, word)
    if (!kind || !isHeadNoun(analysis, word)) continue
    const mention = {...kind, ...describe(analysis, word), headWord: word}
    if (!isHypothetical(analysis, mention)) found.push(mention)
  }
  return found
}

/** "would issue a statement", "calls for a letter": it is not there yet. */
function isHypothetical({forms}: Analysis, {firstWord, article}: ProductionMention): boolean {
  if (article !== 'indefinite' && article !== 'none') return false
  const before = forms.slice(Math.max(0, firstWord - 3), firstWord).map(form => form.toLowerCase())
  return (
    before.some(form => /^(?:would|will|could|may|might|should|must|no|without|if)$/.test(form)) || before[1] === 'to'
  )
}

function mediumAt({forms}: Analysis, word: number): Pick<ProductionMention, 'noun' | 'family' | 'strong'> | undefined {
  const noun = forms[word]!.toLowerCase()
  if (noun === 'release' && forms[word - 1]?.toLowerCase() === 'press')
    return {noun, family: 'statement', strong: false}
  const family = strong.get(noun)
  if (family) return {noun, family, strong: true}
  if (generic.has(noun)) return forms[word] !== noun ? undefined : {noun, family: 'any', strong: false}
  const weakFamily = weak.get(noun)
  return weakFamily && {noun, family: weakFamily, strong: false}
}

/** Whether the noun is the head of its phrase: not "film" in "film director", nor a verb ("to report", "they post"). */
function isHeadNoun(analysis: Analysis, word: number): boolean {
  const {forms, upos} = analysis
  if (upos[word] === 'VERB' || upos[word] === 'AUX' || isInOtherName(analysis, word)) return false
  if (/^(?:to|will|would|may|can|could|not|they|we|i|you)$/i.test(forms[word - 1] ?? '')) return false
  if (forms[word] === 'broadcast' && forms[word + 1] === 'by') return false
  if (forms[word] === 'post' && isOffice(forms, word)) return false
  const next = forms[word + 1]
  if (next === undefined || isPossessive(next)) return true
  if (/^[-‐‑]$/.test(next)) return false
  if (upos[word + 1] === 'NOUN' && !isFunctionWord(next) && forms[word + 2] !== 'by' && !isDay(analysis, word + 1))
    return false
  return singular(forms[word]!.toLowerCase()) === forms[word]!.toLowerCase() || /^(?:series|news)$/.test(forms[word]!)
}

/** "to hold the post", "the post of mayor": what somebody holds. */
function isOffice(forms: readonly string[], post: number): boolean {
  const before = forms.slice(Math.max(0, post - 4), post).join(' ')
  return (
    /\b(?:hold|holds|held|holding|take|took|taking|leave|left|leaving|quit|fill|filled|from|resign|resigned|lose|lost)\b/.test(
      before
    ) || /^(?:of|as)$/.test(forms[post + 1] ?? '')
  )
}

/** "The Harbour Post", “Song of the Marsh”: part of a name. */
function isInOtherName(analysis: Analysis, word: number): boolean {
  return mentionIndex(analysis).at(word)?.form === 'name'
}

function isDay({forms}: Analysis, word: number): boolean {
  return /^(?:\p{Lu}\p{Ll}+day|today|yesterday|last|this)$/u.test(forms[word]!)
}

/** How the words before the noun pick it out. */
function describe(analysis: Analysis, headWord: number): Pick<ProductionMention, 'firstWord' | 'article' | 'other'> {
  const {forms} = analysis
  const index = mentionIndex(analysis)
  const floor = Math.max(sentenceBounds(analysis, headWord).first, headWord - DESCRIPTION_WORDS_MAX)
  let firstWord = headWord
  let other = false
  while (floor < firstWord && isDescriptionWord(analysis, firstWord - 1)) {
    firstWord--
    if (otherness.has(forms[firstWord]!.toLowerCase())) other = true
  }
  const before = forms[firstWord - 1]?.toLowerCase() ?? ''
  if (floor < firstWord && isPossessive(before)) {
    const owner = index.before(firstWord - 1)
    return {firstWord: owner && floor <= owner.firstWord ? owner.firstWord : firstWord - 2, article: 'owned', other}
  }
  if (floor < firstWord && isDeterminer(before)) {
    const article = /^(?:a|an|another|some|one|each|any)$/.test(before)
      ? 'indefinite'
      : /^(?:the|this|that|these|those)$/.test(before)
        ? 'definite'
        : 'owned'
    return {firstWord: firstWord - 1, article, other: other || before === 'another'}
  }
  return {firstWord, article: 'none', other}
}

function isDescriptionWord(analysis: Analysis, word: number): boolean {
  const {forms, upos, starts, ends} = analysis
  const form = forms[word]!
  if (/^[-‐‑]$/.test(form)) return ends[word - 1] === starts[word]
  if (isFunctionWord(form) || isPossessive(form)) return otherness.has(form.toLowerCase())
  if (upos[word] === 'ADV') return /ly$/.test(form) && isNominalOrParticiple(analysis, word + 1)
  return isNominalOrParticiple(analysis, word)
}

function isNominalOrParticiple(analysis: Analysis, word: number): boolean {
  return isNominal(analysis, word) || /(?:ed|ing|en|cast|n)$/.test(analysis.forms[word] ?? '')
}
