import type {Analysis} from '../language/analysis.ts'
import {type MentionIndex, mentionIndex, type Place} from './mention-index.ts'
import {isBodyNoun, isCourtesy, isHeadNoun, isPlural, isRank, isRoleNoun, isTrade, statusWord} from './role-words.ts'
import {
  isCapitalised,
  isDeterminer,
  isFunctionWord,
  isJoiningHyphen,
  isNominal,
  isPossessive,
  sentenceBounds
} from './word-classes.ts'

/** These words are a title: from its first word without article, over its head, to the end of what it is a title of. */
export interface Title {
  readonly firstWord: number
  /** The noun that names the post: "spokesman", "chief". */
  readonly headWord: number
  readonly endWord: number
  /** An article or possessive pronoun before it; -1 where there is none. */
  readonly determiner: number
  /** The head is a plural, so that several people hold it: "Senators". */
  readonly plural: boolean
  /** Only a rank, a weak title: kept where nothing more is said. */
  readonly rank: boolean
}

/** No title of one post is longer in words. */
const TITLE_WORDS_MAX = 16

/**
 * The title whose words begin at `from`, read to the right.
 *
 * ```text
 * Ilsa Brandt, deputy head of the Harbour Board's ferry division, said
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function titleFrom(analysis: Analysis, from: number): Title | undefined {
  const index = mentionIndex(analysis)
  const {end: sentenceEnd} = sentenceBounds(analysis, from)
  const limit = Math.min(sentenceEnd, from + TITLE_WORDS_MAX)
  const opening = skipLeadIn(analysis, from, limit)
  const determiner = isDeterminer(analysis.forms[opening]) ? opening : -1
  const firstWord = determiner < 0 ? opening : opening + 1
  const runEnd = nominalRunEnd(analysis, index, firstWord, limit)
  const headWord = lastHead(analysis, firstWord, runEnd)
  if (headWord < 0) return undefined
  const headEnd = afterStatus(analysis, headWord + 1, limit)
  if (headEnd < runEnd && !index.at(headEnd)) return undefined
  if (headEnd < runEnd && index.at(headEnd)!.chain.kind === 'person') return undefined
  const endWord = complementEnd(analysis, headEnd, Math.min(sentenceEnd, headEnd + TITLE_WORDS_MAX))
  return {firstWord, headWord, endWord, determiner, plural: isPlural(analysis.forms[headWord]!), rank: false}
}

/**
 * The titles that stand directly before the name at word `nameStart`, the nearest first.
 *
 * ```text
 * senior peace negotiator and former President Osk Varga
 * ^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^
 * ```
 */
export function titlesBefore(analysis: Analysis, nameStart: number): Title[] {
  const index = mentionIndex(analysis)
  const {first} = sentenceBounds(analysis, nameStart)
  const floor = Math.max(first, nameStart - TITLE_WORDS_MAX)
  const {forms} = analysis
  let end = nameStart
  while (floor < end && isCourtesy(forms[end - 1]!)) end--
  const rankEnd = end
  while (floor < end && isRank(forms[end - 1]!, forms[end - 2] ?? '')) end--
  const nearest = titleEndingAt(analysis, index, end, floor) ?? rankTitle(analysis, index, end, rankEnd, floor)
  if (!nearest) return []
  const joined = forms[nearest.firstWord - 1] === 'and' && nearest.determiner < 0 && !nearest.plural
  const stacked = isShortTitle(forms, nearest.headWord) && nearest.firstWord === nearest.headWord
  const secondEnd = joined ? nearest.firstWord - 1 : stacked ? nearest.firstWord : floor
  const second = floor < secondEnd ? titleEndingAt(analysis, index, secondEnd, floor) : undefined
  return second && (stacked || second.determiner < 0) && !second.plural && !nearest.rank ? [nearest, second] : [nearest]
}

/**
 * The title that a comma parts from the name after it.
 *
 * ```text
 * Norland's envoy to the Salt Council, Ada Orr, told
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * @param comma - the word index of the comma before the name
 */
export function titleBeforeComma(analysis: Analysis, comma: number): Title | undefined {
  const index = mentionIndex(analysis)
  const {first} = sentenceBounds(analysis, comma)
  const floor = Math.max(first, comma - TITLE_WORDS_MAX)
  let found: Title | undefined
  for (let head = comma - 1; floor <= head && !endsPhrase(analysis, head); head--) {
    if (!isHeadNoun(analysis.forms[head]!) || !lastOfRun(analysis, index, head, comma)) continue
    const endWord = complementEnd(analysis, head + 1, comma)
    if (endWord === comma) found = {...leftPart(analysis, index, head, floor), endWord}
  }
  return found
}

/** Over "now", "also", "himself", "one of" and the like before a title. */
function skipLeadIn({forms}: Analysis, from: number, limit: number): number {
  let word = from
  while (word < limit && LEAD_INS.has(forms[word]!.toLowerCase())) word++
  if (forms[word]?.toLowerCase() === 'one' && forms[word + 1] === 'of') word += 2
  return word
}

const LEAD_INS = new Set(
  'now then currently also formerly once previously himself herself themselves perhaps still long both again itself'.split(
    ' '
  )
)

/** One past the run of nouns, adjectives and possessors that begins at `from`. */
function nominalRunEnd(analysis: Analysis, index: MentionIndex, from: number, limit: number): number {
  let word = from
  while (word < limit) {
    if (from < word && startsDate(analysis, word)) return word
    const place = index.from(word)
    if (place?.chain.kind === 'person' && from < word && !isPremodifier(analysis, place)) return word
    if (place && place.chain.kind !== 'person' && place.form === 'name') word = Math.min(limit, place.endWord)
    else if (isRunWord(analysis, word) || joinsCapitals(analysis, word, from)) word++
    else return word
  }
  return word
}

/** "the Varga administration's adviser": a person's name that describes the noun after it. */
function isPremodifier({forms, upos}: Analysis, {endWord}: Place): boolean {
  return isPossessive(forms[endWord]) || (upos[endWord] === 'NOUN' && !isCapitalised(forms[endWord]!))
}

/** "the Customs and Border Protection commissioner": "and" or "of" inside a name in capitals. */
function joinsCapitals({forms}: Analysis, word: number, from: number): boolean {
  if (word === from || !/^(?:and|&|of|for)$/.test(forms[word]!)) return false
  return isCapitalised(forms[word - 1]!) && isCapitalised(forms[word + 1] ?? '') && !isRoleNoun(forms[word - 1]!)
}

/** Whether the word can stand in a title before its head. */
function isRunWord(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  if (/^(?:responsible|based|charged|tasked)$/.test(form)) return false
  if (isPossessive(form) || isJoiningHyphen(analysis, word) || isJoiningHyphen(analysis, word - 1)) return true
  if (statusWord(form) !== undefined || isRoleNoun(form)) return true
  if (/^\p{N}/u.test(form) && !/^\d+(?:st|nd|rd|th)$/.test(form)) return isJoiningHyphen(analysis, word + 1)
  return isNominal(analysis, word) || (/(?:ed|ing)$/.test(form) && isNominal(analysis, word + 1))
}

function lastHead(analysis: Analysis, from: number, end: number): number {
  if (isLedBody(analysis, from)) return -1
  for (let word = end - 1; from <= word; word--) if (isHeadNoun(analysis.forms[word]!)) return word
  return -1
}

/** "chairs the Trust", "heads it": a verb with an article behind it is no plural. */
function isLedBody({forms}: Analysis, word: number): boolean {
  return (
    /^\p{Ll}+s$/u.test(forms[word] ?? '') &&
    (isDeterminer(forms[word + 1]) || /^(?:it|both)$/.test(forms[word + 1] ?? ''))
  )
}

/** Over "-elect", "designate", "emeritus", "general" after a head. */
function afterStatus({forms}: Analysis, from: number, limit: number): number {
  let word = from
  if (forms[word] === '-' && /^(?:elect|general|in|at)$/.test(forms[word + 1] ?? '')) word += 2
  if (/^(?:in|at|-)$/.test(forms[word] ?? '') && /^(?:charge|chief|large)$/.test(forms[word + 1] ?? '')) word += 2
  if (/^(?:charge|chief|large)$/.test(forms[word] ?? '') && forms[word - 1] === '-') word++
  while (word < limit && /^(?:-?elect|designate|emeritus|emerita|general|nominee)$/i.test(forms[word]!)) word++
  return word
}

/** The end of what the title is a title of: "of the Harbour Board's ferry division", "for ferries". */
function complementEnd(analysis: Analysis, from: number, limit: number): number {
  let word = from
  while (word < limit && !endsComplement(analysis, word, from)) word++
  while (from < word && isFunctionWord(analysis.forms[word - 1]!)) word--
  return word
}

const COMPLEMENT_PREPOSITIONS = new Set('of for at in to with on responsible from'.split(' '))

function endsComplement(analysis: Analysis, word: number, from: number): boolean {
  const form = analysis.forms[word]!
  if (word === from)
    return !COMPLEMENT_PREPOSITIONS.has(form) || startsDate(analysis, word + 1) || isAtTheTime(analysis.forms, word)
  if (form === 'and') return beginsTitle(analysis, word + 1)
  // "head of the project with effect from May"
  if (form === 'with' && /^(?:effect|immediate)$/.test(analysis.forms[word + 1] ?? '')) return true
  if (COMPLEMENT_PREPOSITIONS.has(form)) return startsDate(analysis, word + 1) || isAtTheTime(analysis.forms, word)
  if (isDeterminer(form) || isPossessive(form) || isJoiningHyphen(analysis, word)) return false
  return endsPhrase(analysis, word) || startsDate(analysis, word)
}

/** "director at the time" says when, not of what. */
export function isAtTheTime(forms: readonly string[], word: number): boolean {
  return forms[word] === 'at' && forms[word + 1] === 'the' && /^(?:time|moment)$/.test(forms[word + 2] ?? '')
}

/** Whether no noun phrase with prepositions goes on over this word: a mark, a verb, a conjunction, a pronoun. */
function endsPhrase(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  if (COMPLEMENT_PREPOSITIONS.has(form) || form === 'and' || isDeterminer(form) || isPossessive(form)) return false
  if (isJoiningHyphen(analysis, word)) return false
  return !isRunWord(analysis, word)
}

function startsDate({dates, starts}: Analysis, word: number): boolean {
  const start = starts[word]
  return start !== undefined && dateStarts(dates).has(start)
}

const dateStartSets = new WeakMap<object, Set<number>>()

function dateStarts(dates: Analysis['dates']): Set<number> {
  const known = dateStartSets.get(dates)
  if (known) return known
  const made = new Set(dates.map(({start}) => start))
  dateStartSets.set(dates, made)
  return made
}

function beginsTitle(analysis: Analysis, from: number): boolean {
  const first = isDeterminer(analysis.forms[from]) ? from + 1 : from
  let word = first
  while (word < first + 6 && isRunWord(analysis, word)) word++
  while (first < word && AFTER_HEAD.test(analysis.forms[word - 1]!)) word--
  return first < word && isHeadNoun(analysis.forms[word - 1]!)
}

const AFTER_HEAD = /^(?:emeritus|emerita|designate)$/

/** Whether no other noun stands between `head` and the comma without a preposition: "chief" in "police chief, ". */
function lastOfRun(analysis: Analysis, index: MentionIndex, head: number, comma: number): boolean {
  return nominalRunEnd(analysis, index, head, comma) === head + 1
}

/** The title whose last word stands before `end`. */
function titleEndingAt(analysis: Analysis, index: MentionIndex, end: number, floor: number): Title | undefined {
  const headWord = headBefore(analysis, index, end, floor)
  return headWord < 0 ? undefined : {...leftPart(analysis, index, headWord, floor), endWord: end}
}

/** The head directly before `end`, or before an office's capitalised "of" or "for": "Under Secretary of State for Trade". */
function headBefore(analysis: Analysis, index: MentionIndex, end: number, floor: number): number {
  const {forms} = analysis
  let last = end - 1
  if (/^(?:elect|designate|nominee)$/i.test(forms[last] ?? '') && !isRoleNoun(forms[last]!))
    last -= forms[last - 1] === '-' ? 2 : 1
  if (last < floor) return -1
  if (forms[last] === 'Dean') return -1
  if (isRoleNoun(forms[last]!) || isTrade(forms[last]!)) return last
  if (FIELD.test(forms[last]!) && forms[last - 1] === 'of' && isRoleNoun(forms[last - 2] ?? '')) return last - 2
  for (let word = last; floor <= word; word--) {
    const form = forms[word]!
    const place = index.at(word)
    if (place?.chain.kind === 'person' && place.endWord <= end) return -1
    if (!isCapitalised(form)) {
      if (!/^(?:of|for|and|the|to|&|-)$/.test(form)) return -1
    } else if (isRoleNoun(form) && /^(?:of|for|to)$/.test(forms[word + 1] ?? '')) return word
  }
  return -1
}

/** Fields of an office in lower case: "secretary of state". */
const FIELD =
  /^(?:state|staff|defen[cs]e|justice|finance|education|health|trade|police|operations|communications|security|research)$/

function rankTitle(
  analysis: Analysis,
  index: MentionIndex,
  start: number,
  end: number,
  floor: number
): Title | undefined {
  if (start === end) return undefined
  return {...leftPart(analysis, index, end - 1, floor), endWord: end, rank: true, plural: false}
}

/** The words of a title up to its head, read to the left. */
function leftPart(analysis: Analysis, index: MentionIndex, headWord: number, floor: number): Omit<Title, 'endWord'> {
  const {forms} = analysis
  let firstWord = headWord
  while (floor < firstWord) {
    const before = firstWord - 1
    if (before === headWord - 1 && isShortTitle(forms, headWord) && isRoleNoun(forms[before]!)) break
    const place = index.at(before)
    if (place && place.form === 'name' && place.chain.kind !== 'person' && floor <= place.firstWord)
      firstWord = place.firstWord
    else if (isPossessive(forms[before])) firstWord = possessorStart(analysis, index, before, floor)
    else if (isLeftWord(analysis, before, floor) || joinsBody(analysis, before, firstWord, headWord)) firstWord = before
    else break
  }
  while (firstWord < headWord && forms[firstWord] === 'Then' && isDeterminer(forms[firstWord + 1])) firstWord += 2
  while (firstWord < headWord && isNoBeginning(forms[firstWord]!)) firstWord++
  const before = floor < firstWord ? forms[firstWord - 1] : undefined
  const determiner = isDeterminer(before) || before === 'whose' ? firstWord - 1 : -1
  return {firstWord, headWord, determiner, plural: isPlural(forms[headWord]!), rank: false}
}

/** A mark, an ending without its owner, or a count. */
function isNoBeginning(form: string): boolean {
  return !/[\p{L}\p{N}]/u.test(form) || isPossessive(form) || COUNT.test(form)
}

/** "Gov.", "Rep.": after another title it begins one of its own. */
function isShortTitle(forms: readonly string[], head: number): boolean {
  return /^\p{Lu}\p{L}+\.$/u.test(forms[head]!) && isRoleNoun(forms[head]!)
}

/** How many hold a title is no part of it. */
const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|few|dozens|both)$/i

/** "Tide and Ice Service commissioner": an "and" inside the name of a body before the head. */
function joinsBody(analysis: Analysis, word: number, firstWord: number, headWord: number): boolean {
  const {forms} = analysis
  const before = forms[word - 1] ?? ''
  if (!/^(?:and|&)$/.test(forms[word]!) || !isCapitalised(before) || isRoleNoun(before)) return false
  if (mentionIndex(analysis).at(word - 1)?.chain.kind === 'person') return false
  return forms.slice(firstWord, headWord).some(form => isCapitalised(form) && isBodyNoun(form))
}

/** Where the owner before a possessive ending begins; its article belongs to it. */
function possessorStart(analysis: Analysis, index: MentionIndex, ending: number, floor: number): number {
  const place = index.before(ending)
  if (place && floor <= place.firstWord) return place.firstWord
  let word = ending
  while (floor < word && isLeftWord(analysis, word - 1, floor)) word--
  return floor < word && isDeterminer(analysis.forms[word - 1]) ? word - 1 : word
}

/** Verbs that stand in no title, whatever they were tagged. */
const PAST_ONLY = /^(?:met|told|said|sued|won|lost|held|gave|saw|sent|shot|struck|named|beat|joined)$/

function isLeftWord(analysis: Analysis, word: number, floor: number): boolean {
  const {forms, upos} = analysis
  const form = forms[word]!
  if (isJoiningHyphen(analysis, word) || (isJoiningHyphen(analysis, word + 1) && /\p{L}/u.test(form))) return true
  if (statusWord(form) !== undefined) return true
  if (form === 'Under' && forms[word + 1] === 'Secretary') return true
  if (isFunctionWord(form) || /^\p{N}/u.test(form) || startsDate(analysis, word)) return false
  if (/(?:ed|ing)$/.test(form) && (isDeterminer(forms[word - 1]) || isPossessive(forms[word - 1]))) return true
  if (PAST_ONLY.test(form)) return false
  if (word === floor && upos[word] === 'ADV') return false
  if (word === floor && /(?:ed|ing)$/.test(form)) return /^(?:amod|compound)$/.test(analysis.relations[word]!)
  return isNominal(analysis, word)
}
