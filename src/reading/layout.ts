import {type Analysis, sentenceCount, sentenceOf, wordAt, wordCount} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Material} from './material.ts'
import {findParagraphs} from './paragraphs.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {findQuotations, type Quotation} from './quotations.ts'

/** Words from `first` to before `end`: like a span, but counted in words. */
export interface WordRange {
  readonly first: number
  readonly end: number
}

/** The parts of a document in which people are reported to speak. */
const TOLD_PARTS: ReadonlySet<string> = new Set(['body', 'caption'])

/** No sentence is looked over further than this from a word of it: it bounds the work on text without sentences. */
const UNIT_WORDS_MAX = 400

/** A document laid out for reading speech: its words, phrases, quotations and paragraphs, and how they lie to each other. */
export class Layout {
  readonly words: Analysis
  readonly text: string
  readonly phrases: Phrases
  readonly paragraphs: readonly Span[]
  readonly quotations: readonly Quotation[]
  /** For each word the number of the quotation it stands in, marks included; -1 for none. */
  readonly quotationOf: Int32Array
  /** For each word the number of the paragraph it stands in; -1 outside of what is told. */
  readonly paragraphOf: Int32Array
  /** For each word one past the last word of the name it stands in; 0 for none. */
  readonly nameEnd: Int32Array
  /** For each sentence the first word of its unit, see {@link unitOf}; at the end the word count. */
  readonly #unitFirst: Int32Array
  readonly #unitEnd: Int32Array

  constructor({document, analysis}: Material) {
    const told = document.parts.filter(({kind}) => TOLD_PARTS.has(kind))
    this.words = analysis
    this.text = analysis.text
    this.phrases = phrasesOf(analysis)
    this.paragraphs = findParagraphs(this.text, told)
    this.quotations = findQuotations(this.text, told)
    this.quotationOf = numberWords(analysis, this.quotations)
    this.paragraphOf = numberWords(analysis, this.paragraphs)
    this.nameEnd = new Int32Array(wordCount(analysis))
    for (const {firstWord, endWord} of analysis.names) this.nameEnd.fill(endWord, firstWord, endWord)
    this.#unitFirst = new Int32Array(sentenceCount(analysis))
    this.#unitEnd = new Int32Array(sentenceCount(analysis))
    this.#joinSentences()
  }

  /** The sentence that holds `word`, with its neighbours where a quotation runs over their ends. */
  unitOf(word: number): WordRange {
    const sentence = sentenceOf(this.words, word)
    return {
      first: Math.max(this.#unitFirst[sentence]!, word - UNIT_WORDS_MAX),
      end: Math.min(this.#unitEnd[sentence]!, word + UNIT_WORDS_MAX)
    }
  }

  /** The words of quotation `quotation`, marks included. */
  quotationRange(quotation: number): WordRange {
    const {start, end} = this.quotations[quotation]!
    return {first: wordAt(this.words, start), end: wordAt(this.words, end - 1) + 1}
  }

  /** Whether a quotation opens at `word`. */
  opensQuotation(word: number): boolean {
    const quotation = this.quotationOf[word] ?? -1
    return 0 <= quotation && this.quotations[quotation]!.start === this.words.starts[word]
  }

  /** Whether `word` is the last of a quotation. */
  closesQuotation(word: number): boolean {
    const quotation = this.quotationOf[word] ?? -1
    return 0 <= quotation && this.quotations[quotation]!.end <= this.words.ends[word]!
  }

  /** The form of `word` in lower case; empty past the last one. */
  form(word: number): string {
    return this.words.forms[word]?.toLowerCase() ?? ''
  }

  #joinSentences(): void {
    const {sentenceStarts} = this.words
    const count = sentenceCount(this.words)
    let first = 0
    for (let sentence = 0; sentence < count; sentence++) {
      if (sentence === 0 || !this.#runsOver(sentenceStarts[sentence]!)) first = sentenceStarts[sentence]!
      this.#unitFirst[sentence] = first
    }
    let end = wordCount(this.words)
    for (let sentence = count - 1; 0 <= sentence; sentence--) {
      if (sentence === count - 1 || !this.#runsOver(sentenceStarts[sentence + 1]!)) end = sentenceStarts[sentence + 1]!
      this.#unitEnd[sentence] = end
    }
  }

  /** Whether the sentence before the one that begins at `word` is not yet at its end. */
  #runsOver(word: number): boolean {
    if (this.paragraphOf[word] !== this.paragraphOf[word - 1]) return false
    const quotation = this.quotationOf[word]!
    if (0 <= quotation) return this.quotationOf[word - 1] === quotation
    return 0 <= this.quotationOf[word - 1]! && /^\p{Ll}/u.test(this.words.forms[word]!)
  }
}

function numberWords(words: Analysis, spans: readonly Span[]): Int32Array {
  const numbers = new Int32Array(wordCount(words)).fill(-1)
  spans.forEach(({start, end}, number) => {
    for (let word = wordAt(words, start); word < numbers.length && words.starts[word]! < end; word++)
      numbers[word] = number
  })
  return numbers
}
