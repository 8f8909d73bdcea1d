import type {LanguageNotice, Words} from './analysis.ts'
import {wordSpan} from './analysis.ts'
import {isBrokenWord} from './broken-words.ts'
import {isLower, isUpper} from './characters.ts'
import {COMMON_WORDS} from './common-words.ts'
import {scriptOf} from './scripts.ts'
import {findParagraphs, joinShort, type Paragraph} from './text-blocks.ts'

/**
 * What is odd about a text, so that less is found in it or found with less right: other scripts, other languages, letters
 * without the capitals that names are known by, letters misread, paragraphs that lost their ends. Each with its place.
 */
export function findOddText(words: Words): LanguageNotice[] {
  const paragraphs = findParagraphs(words)
  const blocks = joinShort(paragraphs, BLOCK_WORDS_MIN).map(block => measure(words, block))
  return [
    ...otherScripts(words),
    ...directionMarks(words),
    ...sentencesInCapitals(words),
    ...joinTouching(blocks.filter(isInLowerCase)).map(block => noticeOf(words, block, 'lower_case', LOWER_CASE)),
    ...joinTouching(blocks.filter(isBroken)).map(block => noticeOf(words, block, 'broken_words', BROKEN_WORDS)),
    ...joinTouching(blocks.filter(isForeign)).map(block => noticeOf(words, block, 'not_english', NOT_ENGLISH)),
    ...joinTouching(blocks.filter(hasFewWords)).map(block => noticeOf(words, block, 'few_words', FEW_WORDS)),
    ...paragraphs
      .filter(({firstWord, endWord}) => PARAGRAPH_WORDS_MAX < endWord - firstWord)
      .map(paragraph => noticeOf(words, paragraph, 'long_paragraph', LONG_PARAGRAPH))
  ]
}

const IN_CAPITALS = 'Written in capitals: names are hard to tell from other words here'
const LOWER_CASE = 'Written without capitals: names and sentences are hard to find here'
const BROKEN_WORDS = 'Many words look misread, as by a scanner: less is found here'
const NOT_ENGLISH = 'Hardly any common English word stands here: it seems to be another language, which is not read'
const FEW_WORDS = 'More marks and figures than words stand here'
const LONG_PARAGRAPH = 'An unusually long paragraph: the ends of its lines may be lost'

/** Shares of fewer words say little. */
const BLOCK_WORDS_MIN = 20
/** A text this short is not judged at all. */
const JUDGED_WORDS_MIN = 8
/** Ten times what a long paragraph of a newspaper has. */
const PARAGRAPH_WORDS_MAX = 2000

/** A stretch of words and how many of them are what. */
interface Block extends Paragraph {
  /** Words in Latin letters. */
  readonly latin: number
  /** Of these, how many have a capital anywhere, and how many begin with a small letter. */
  readonly withCapital: number
  readonly small: number
  readonly common: number
  readonly broken: number
  /** Words in any letters. */
  readonly lettered: number
}

function measure(words: Words, {firstWord, endWord}: Paragraph): Block {
  const counts = {latin: 0, withCapital: 0, small: 0, common: 0, broken: 0, lettered: 0}
  for (let word = firstWord; word < endWord; word++) {
    const form = words.forms[word]!
    if (isBrokenWord(words, word)) counts.broken++
    const script = scriptOf(form)
    if (script) counts.lettered++
    if (script !== 'Latin' || ADDRESS.test(form)) continue
    counts.latin++
    if (isLower(form.charCodeAt(0))) counts.small++
    if (UPPER.test(form)) counts.withCapital++
    if (form.length <= COMMON_LENGTH_MAX && COMMON_WORDS.has(form.toLowerCase())) counts.common++
  }
  return {firstWord, endWord, ...counts}
}

const UPPER = /\p{Lu}/u
/** Addresses and abbreviations are of no language. */
const ADDRESS = /[@/.]/
const COMMON_LENGTH_MAX = 7

/** Prose begins its sentences with capitals; twelve words without any are no heading either. */
function isInLowerCase({latin, withCapital, common}: Block): boolean {
  return 12 <= latin && withCapital === 0 && 0 < common
}

/** In the text of books and news under one word in a hundred looks so. */
function isBroken({latin, broken}: Block): boolean {
  return JUDGED_WORDS_MIN <= latin && 3 <= broken && 0.08 * latin <= broken
}

/**
 * In English prose a quarter of the words or more are common ones; in other languages a few in a hundred happen to look like
 * one. A list of names is no prose: many of its words have capitals.
 */
function isForeign(block: Block): boolean {
  const {latin, small, common} = block
  if (latin < JUDGED_WORDS_MIN || isBroken(block)) return false
  return 0.6 * latin <= small && common < (latin < BLOCK_WORDS_MIN ? 0.05 : 0.08) * latin
}

function hasFewWords({firstWord, endWord, lettered}: Block): boolean {
  const wordCount = endWord - firstWord
  return BLOCK_WORDS_MIN <= wordCount && lettered < 0.3 * wordCount
}

/** Blocks that follow each other as one. */
function joinTouching(blocks: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = []
  for (const {firstWord, endWord} of blocks) {
    const last = joined.at(-1)
    if (last?.endWord === firstWord) joined[joined.length - 1] = {firstWord: last.firstWord, endWord}
    else joined.push({firstWord, endWord})
  }
  return joined
}

function sentencesInCapitals(words: Words): LanguageNotice[] {
  const found: Paragraph[] = []
  for (let sentence = 0; sentence + 1 < words.sentenceStarts.length; sentence++) {
    const [firstWord, endWord] = [words.sentenceStarts[sentence]!, words.sentenceStarts[sentence + 1]!]
    if (isInCapitals(words, firstWord, endWord)) found.push({firstWord, endWord})
  }
  return joinTouching(found).map(stretch => noticeOf(words, stretch, 'capitals', IN_CAPITALS))
}

/** Four words or more, nine in ten of which are in capitals; single letters are initials and say nothing. */
function isInCapitals({forms}: Words, firstWord: number, endWord: number): boolean {
  let inCapitals = 0
  let others = 0
  for (let word = firstWord; word < endWord; word++) {
    const form = forms[word]!
    if (form.length < 2) continue
    const last = form.charCodeAt(form.length - 1)
    if (isUpper(form.charCodeAt(0)) && isUpper(last)) inCapitals++
    else if (isLower(last)) others++
  }
  return 4 <= inCapitals && 9 * others <= inCapitals
}

/** Runs of words in another script, whatever marks and figures stand between them. */
function otherScripts(words: Words): LanguageNotice[] {
  const notices: LanguageNotice[] = []
  let run: (Paragraph & {readonly script: string}) | undefined
  const close = () => {
    if (!run || isSingleLetter(words, run)) return
    const {script} = run
    const name = script === 'other' ? 'letters of another script' : `${script} letters`
    notices.push(noticeOf(words, run, 'other_script', `In ${name}, which are kept as they stand and not understood`))
  }
  for (const [word, form] of words.forms.entries()) {
    const script = scriptOf(form)
    if (!script) continue
    if (run && script === run.script) run = {...run, endWord: word + 1}
    else {
      close()
      run = script === 'Latin' ? undefined : {firstWord: word, endWord: word + 1, script}
    }
  }
  close()
  return notices
}

/** A letter of a formula. */
function isSingleLetter({forms}: Words, {firstWord, endWord}: Paragraph): boolean {
  return endWord - firstWord === 1 && forms[firstWord]!.length === 1 && /\p{Script=Greek}/u.test(forms[firstWord]!)
}

/** Signs that turn the direction of letters without being seen: what is shown is then not what stands in the text. */
function directionMarks({text, starts, ends}: Words): LanguageNotice[] {
  const notices: LanguageNotice[] = []
  const first = starts[0] ?? 0
  const end = ends.at(-1) ?? 0
  for (const {index} of text.slice(first, end).matchAll(/[\u202a-\u202e\u2066-\u2069]+/g))
    notices.push({
      code: 'direction_marks',
      text: 'A hidden sign turns the direction of the letters here: they may be shown in another order than they stand in',
      start: first + index,
      end: first + index + 1
    })
  return notices
}

function noticeOf(words: Words, {firstWord, endWord}: Paragraph, code: string, text: string): LanguageNotice {
  return {code, text, ...wordSpan(words, firstWord, endWord)}
}
