import {wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {type Draft, quotedWords} from './drafts.ts'
import type {Layout} from './layout.ts'

/** A quotation of fewer words is a phrase in the reporter's sentence, not somebody speaking on. */
const WORDS_MIN = 2

/** So much of a paragraph is quoted where it is all one voice: a stray full stop or dash may stand outside. */
const ALL_QUOTED_MIN = 0.9

/**
 * Give quotations without a cue of their own to the speaker who is speaking.
 *
 * ```text
 * “We came in May,” Moro said. “The river had not risen.
 *
 * “We stayed.”
 * ```
 *
 * all of which is one statement. After words that were not quoted, a quotation begins a statement of its own.
 */
export function joinContinuations(layout: Layout, drafts: readonly Draft[]): Draft[] {
  return new Continuations(layout, drafts).join()
}

class Continuations {
  readonly #layout: Layout
  readonly #drafts: Draft[]
  /** The place in #drafts of the statement that holds each quotation; undefined for none. */
  readonly #holder: (number | undefined)[] = []
  /** For each paragraph the draft that speaks last in it, as far as the text has been walked. */
  readonly #lastIn: (number | undefined)[] = []
  /** How many characters of each paragraph are quoted. */
  readonly #quotedIn: number[]

  constructor(layout: Layout, drafts: readonly Draft[]) {
    this.#layout = layout
    this.#drafts = [...drafts]
    this.#quotedIn = layout.paragraphs.map(() => 0)
    for (const {start, end} of layout.quotations) this.#quotedIn[this.#paragraphOf(start)]! += end - start + 1
    drafts.forEach(({content}, index) => {
      for (const span of content) this.#hold(span, index)
    })
  }

  join(): Draft[] {
    const waiting = this.#drafts.map((draft, index) => ({index, place: lastPlace(draft)}))
    waiting.sort((a, b) => a.place - b.place)
    let passed = 0
    this.#layout.quotations.forEach(({start}, number) => {
      for (; passed < waiting.length && waiting[passed]!.place <= start; passed++) this.#pass(waiting[passed]!.index)
      const paragraph = this.#paragraphOf(start)
      if (this.#holder[number] === undefined && this.#speaks(number)) this.#place(number, paragraph)
      if (this.#holder[number] !== undefined) this.#lastIn[paragraph] = this.#holder[number]
    })
    return this.#drafts
  }

  #pass(index: number): void {
    const {cue, source} = this.#drafts[index]!
    if (source) this.#lastIn[this.#paragraphOf(cue[0]!.start)] = index
  }

  #place(number: number, paragraph: number): void {
    const next = this.#speakerOfNext(number, paragraph)
    if (next !== undefined) this.#prepend(next, number)
    else {
      const speaking = this.#speakerBefore(number, paragraph)
      if (speaking !== undefined) this.#append(speaking, number)
    }
  }

  /** A quotation left open runs on in the next paragraph; whoever speaks there speaks here. */
  #speakerOfNext(number: number, paragraph: number): number | undefined {
    const {quotations, paragraphs} = this.#layout
    const next = quotations[number + 1]
    const holder = this.#holder[number + 1]
    if (!quotations[number]!.open || !next || next.start !== paragraphs[paragraph + 1]?.start) return undefined
    return holder
  }

  /** Who spoke last before this quotation: in its paragraph, or in the one before where this one is all quoted. */
  #speakerBefore(number: number, paragraph: number): number | undefined {
    if (this.#lastIn[paragraph] !== undefined) return this.#lastIn[paragraph]
    const before = this.#lastIn[paragraph - 1]
    if (before === undefined || !this.#startsParagraph(number) || !this.#isAllQuoted(paragraph)) return undefined
    return this.#drafts[before]!.kind === 'indirect' ? undefined : before
  }

  #append(index: number, number: number): void {
    const draft = this.#drafts[index]!
    const words = quotedWords(this.#layout, number)
    if (draft.kind === 'direct' || draft.kind === 'mixed') {
      this.#drafts[index] = {...draft, content: [...draft.content, words], score: draft.score * 0.97}
      this.#holder[number] = index
    } else {
      this.#drafts.push({
        ...draft,
        kind: 'direct',
        content: [words],
        reason: 'quoted words follow what the same speaker is reported to have said',
        score: 0.8
      })
      this.#holder[number] = this.#drafts.length - 1
    }
  }

  #prepend(index: number, number: number): void {
    const draft = this.#drafts[index]!
    this.#drafts[index] = {...draft, content: [quotedWords(this.#layout, number), ...draft.content]}
    this.#holder[number] = index
  }

  #hold({start, end}: Span, index: number): void {
    const {words, quotationOf} = this.#layout
    for (let word = wordAt(words, start); word < words.starts.length && words.starts[word]! < end; word++)
      if (0 <= quotationOf[word]!) this.#holder[quotationOf[word]!] = index
  }

  /** Whether the quotation stands as a sentence of its own, not inside the reporter's. */
  #speaks(number: number): boolean {
    const {words, text, quotations} = this.#layout
    const {start, inner} = quotations[number]!
    const before = text.slice(0, start).trimEnd().at(-1) ?? '.'
    const range = this.#layout.quotationRange(number)
    return (
      WORDS_MIN <= range.end - range.first - 2 &&
      (/[.!?:”"’]/.test(before) || this.#startsParagraph(number)) &&
      /[\p{Lu}\p{N}[(…‘.]/u.test(text[inner.start] ?? '') &&
      wordAt(words, start) < words.starts.length
    )
  }

  #startsParagraph(number: number): boolean {
    const {start} = this.#layout.quotations[number]!
    return this.#layout.paragraphs[this.#paragraphOf(start)]?.start === start
  }

  #isAllQuoted(paragraph: number): boolean {
    const {start, end} = this.#layout.paragraphs[paragraph]!
    return (end - start) * ALL_QUOTED_MIN <= this.#quotedIn[paragraph]!
  }

  #paragraphOf(offset: number): number {
    return this.#layout.paragraphOf[wordAt(this.#layout.words, offset)] ?? -1
  }
}

function lastPlace({cue, content}: Draft): number {
  return Math.max(...cue.map(({end}) => end), ...content.map(({end}) => end))
}
