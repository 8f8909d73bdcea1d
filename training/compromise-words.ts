import nlp from 'compromise'
import type {Span} from '../src/text/span.ts'
import {placePieces, type ReadWord, type ReadWords} from './read-words.ts'

interface CompromiseSentence {
  readonly text: string
  readonly terms: readonly CompromiseTerm[]
}

interface CompromiseTerm {
  /** Empty for the second half of a contraction, whose letters stand with the first. */
  readonly text: string
  readonly tags: readonly string[]
  readonly offset: {readonly start: number; readonly length: number}
}

/**
 * What compromise reads in `text`, in the form of a treebank: marks, which it keeps beside its words, are words of one
 * character each, and a contraction that it reads as two words is parted before its clitic.
 */
export function readCompromiseWords(text: string): ReadWords {
  const sentences = nlp(text).json({offset: true, terms: {offset: true, tags: true}}) as CompromiseSentence[]
  const terms = sentences.flatMap(sentence => sentence.terms)
  const words: ReadWord[] = []
  let covered = 0
  for (const [index, term] of terms.entries()) {
    if (term.text === '') continue
    const {start, length} = term.offset
    words.push(...marksBetween(text, covered, start))
    covered = start + length
    const next = terms[index + 1]
    words.push(...wordsOf(text, {start, end: covered}, term, next?.text === '' ? next : undefined))
  }
  words.push(...marksBetween(text, covered, text.length))
  return {
    words,
    sentences: placePieces(
      text,
      sentences.map(sentence => ({text: sentence.text.trim()}))
    )
  }
}

function marksBetween(text: string, start: number, end: number): ReadWord[] {
  return [...text.slice(start, end).matchAll(/\S/gu)].map(({0: mark, index}) => ({
    start: start + index,
    end: start + index + mark.length,
    upos: /[\p{P}]/u.test(mark) ? 'PUNCT' : 'SYM'
  }))
}

function wordsOf(text: string, span: Span, term: CompromiseTerm, second: CompromiseTerm | undefined): ReadWord[] {
  const whole = text.slice(span.start, span.end)
  const length = second ? (/(?:n['’]t|['’]\p{L}+|not)$/iu.exec(whole)?.index ?? 0) : 0
  if (!second || length === 0) return [{...span, upos: uposOf(whole, term.tags)}]
  const middle = span.start + length
  return [
    {start: span.start, end: middle, upos: uposOf(whole.slice(0, length), term.tags)},
    {start: middle, end: span.end, upos: uposOf(whole.slice(length), second.tags)}
  ]
}

/**
 * The part of speech that compromise's tags amount to: that of the first tag of this list that a word has. It has one tag for
 * all conjunctions, "to" before a verb too, so those are told apart by the word.
 */
const UPOS_BY_TAG: readonly (readonly [tag: string, upos: string])[] = [
  ['Emoji', 'SYM'],
  ['Emoticon', 'SYM'],
  ['Url', 'X'],
  ['Email', 'X'],
  ['HashTag', 'X'],
  ['Negative', 'PART'],
  ['Particle', 'ADP'],
  ['Copula', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Modal', 'AUX'],
  ['Month', 'PROPN'],
  ['WeekDay', 'PROPN'],
  ['Ordinal', 'ADJ'],
  ['Value', 'NUM'],
  ['Pronoun', 'PRON'],
  ['ProperNoun', 'PROPN'],
  ['QuestionWord', 'ADV'],
  ['Verb', 'VERB'],
  ['Adjective', 'ADJ'],
  ['Adverb', 'ADV'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'SCONJ'],
  ['Expression', 'INTJ'],
  ['Noun', 'NOUN']
]

const UPOS_BY_CONJUNCTION: Readonly<Record<string, string>> = {
  and: 'CCONJ',
  or: 'CCONJ',
  but: 'CCONJ',
  nor: 'CCONJ',
  '&': 'CCONJ',
  to: 'PART'
}

function uposOf(word: string, tags: readonly string[]): string {
  const [tag, upos] = UPOS_BY_TAG.find(([name]) => tags.includes(name)) ?? ['', 'X']
  return (tag === 'Conjunction' && UPOS_BY_CONJUNCTION[word.toLowerCase()]) || upos
}
