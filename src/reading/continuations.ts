import {wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {contentSpans, type Draft, quotedWords} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {nounRun} from './noun-phrases.ts'
import {RULES} from './rules.ts'

/** A quotation of fewer words is a phrase in the reporter's sentence, not somebody speaking on. */
const WORDS_MIN = 2

/** A sentence that leads over to quoted words is no longer than this. */
const INFER_WORDS_MAX = 14

/** A signature is a name, perhaps with an office, behind a dash that stands close to the quotation. */
const SIGNATURE_WORDS_MAX = 14
const SIGNATURE_GAP_MAX = 3

/** A sentence goes on with somebody's words where so many of its words are quoted, and so large a part of it. */
const GO_ON_WORDS_MIN = 7
const MOSTLY_MIN = 0.5

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
  /** Where the cues begin, in order. */
  readonly #cueStarts: readonly number[]
  /** How many characters of each paragraph are quoted. */
  readonly #quotedIn: number[]

  constructor(layout: Layout, drafts: readonly Draft[]) {
    this.#layout = layout
    this.#drafts = [...drafts]
    this.#cueStarts = drafts.flatMap(({cue}) => cue.map(({start}) => start)).sort((a, b) => a - b)
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
      if (this.#holder[number] === undefined) {
        if (this.#speaks(number)) this.#place(number, paragraph)
        else this.#goOn(number, paragraph)
      }
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
      if (this.#sign(number)) return
      if (speaking === undefined) this.#infer(number)
      else this.#append(speaking, number)
    }
  }

  /** "Therefore, “we must stay.”": a sentence mostly quoted, without a cue, behind quoted words of the same speaker. */
  #goOn(number: number, paragraph: number): void {
    const last = this.#lastIn[paragraph]
    if (last === undefined || this.#drafts[last]!.kind === 'indirect') return
    const range = this.#layout.quotationRange(number)
    const unit = this.#layout.unitOf(range.first)
    if ((unit.end - unit.first) * MOSTLY_MIN > range.end - range.first || range.end - range.first < GO_ON_WORDS_MIN)
      return
    const {words} = this.#layout
    const span = {start: words.starts[unit.first]!, end: words.ends[unit.end - 1]!}
    if (this.#hasCue(span)) return
    this.#drafts.push({
      ...this.#drafts[last]!,
      ...contentSpans(this.#layout, [unit]),
      cue: [],
      verb: -1,
      reason: 'quoted words go on where the same speaker was just quoted',
      score: 0.5
    })
    this.#holder[number] = this.#drafts.length - 1
  }

  #hasCue({start, end}: Span): boolean {
    let low = 0
    let high = this.#cueStarts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#cueStarts[middle]! < start) low = middle + 1
      else high = middle
    }
    return low < this.#cueStarts.length && this.#cueStarts[low]! < end
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

  /** "“We are ready.” — Ada Moro": a name behind a dash signs the words before it. */
  #sign(number: number): boolean {
    const {words, paragraphOf} = this.#layout
    const range = this.#layout.quotationRange(number)
    const dash = range.end
    if (
      !/^(?:―|—|–|--|-)$/.test(this.#layout.form(dash)) ||
      SIGNATURE_GAP_MAX < words.starts[dash]! - words.ends[dash - 1]!
    )
      return false
    let end = dash + 1
    while (end < words.forms.length && paragraphOf[end] === paragraphOf[dash] && end - dash < SIGNATURE_WORDS_MAX) end++
    if (paragraphOf[end] === paragraphOf[dash] && end < words.forms.length) return false
    const run = nounRun(this.#layout, dash + 1, end)
    if (run.end <= run.first || words.upos[run.end - 1] !== 'PROPN') return false
    this.#speak(number, run, 'signed')
    return true
  }

  #speak(number: number, run: WordRange, rule: 'signed' | 'inferred'): void {
    this.#drafts.push({
      kind: 'direct',
      cue: [],
      verb: -1,
      source: {head: run.end - 1, core: run, range: run, joined: false, inverted: rule === 'signed', shared: false},
      content: [quotedWords(this.#layout, number)],
      negative: false,
      rule,
      ...RULES[rule]
    })
    this.#holder[number] = this.#drafts.length - 1
  }

  /** "Moro was blunt. “It is over.”": the person whom the short sentence before is about. */
  #infer(number: number): void {
    const {words, quotationOf} = this.#layout
    const range = this.#layout.quotationRange(number)
    const edge = range.first - 1
    if (edge < 0 || 0 <= quotationOf[edge]! || this.#layout.paragraphOf[edge] !== this.#layout.paragraphOf[range.first])
      return
    const unit = this.#layout.unitOf(edge)
    const run = nounRun(this.#layout, unit.first, edge)
    if (INFER_WORDS_MAX < unit.end - unit.first || run.end <= run.first || !this.#isPerson(run.end - 1)) return
    if (!/^(?:VBD|VBZ|VBP)$/.test(words.xpos[run.end] ?? '')) return
    this.#speak(number, run, 'inferred')
  }

  #isPerson(word: number): boolean {
    return /^(?:he|she)$/.test(this.#layout.form(word)) || this.#layout.words.upos[word] === 'PROPN'
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
