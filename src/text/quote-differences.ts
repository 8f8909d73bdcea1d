import {findMovedRuns} from './moved-words.ts'
import {isAllCapitals, plainForm, plainMarks} from './plain-forms.ts'
import type {QuoteWords} from './quote-words.ts'
import {type Span, trimSpan} from './span.ts'
import type {WordPlaces} from './word-places.ts'

/** Something that is not in the quotation as it is in the text. */
export interface Difference {
  /**
   * `left-out`, `added`, `replaced` and `reordered` are of words, `inserted` of words in brackets; `case` is a capital for a small
   * letter or the other way, `mark` a mark between words. `frame` is no change: words that stand in the text between two parts
   * of one quotation, such as "he said".
   */
  readonly kind: 'left-out' | 'inserted' | 'added' | 'replaced' | 'reordered' | 'case' | 'mark' | 'sic' | 'frame'
  /** Whether the quotation says so itself: by brackets, an ellipsis or `[sic]`. */
  readonly isMarked: boolean
  /** Into the quotation as it was given; empty, at its place, where it has nothing. */
  readonly quote: Span
  /** Into the text; empty, at its place, where it has nothing. */
  readonly text: Span
}

/** A quotation laid on a text. */
export interface Laid {
  readonly quote: QuoteWords
  readonly text: string
  readonly places: WordPlaces
  /** For each word of the quotation the word of the text that is the same, or -1. */
  readonly at: Int32Array
}

/** No reporter's "he said" is longer. */
const FRAME_WORDS_MAX = 40

/** Find every difference between the quotation and the passage it is laid on, in the order of the quotation. */
export function findDifferences(laid: Laid): Difference[] {
  const {quote, at, places} = laid
  const matched = [...at.keys()].filter(word => 0 <= at[word]!)
  if (matched.length === 0) return []
  const moved = findMovedRuns(quote.words, at, places)
  const movedWords = new Set(moved.flatMap(({quoteFirst, count}) => range(quoteFirst, quoteFirst + count)))
  const movedPlaces = new Set(moved.flatMap(({textFirst, count}) => range(textFirst, textFirst + count)))
  const found: Difference[] = moved.map(({quoteFirst, textFirst, count}) => ({
    kind: 'reordered',
    isMarked: false,
    quote: quoteSpan(quote, quoteFirst, quoteFirst + count),
    text: textSpan(places, textFirst, textFirst + count)
  }))
  let before = -1
  for (const word of [...matched, quote.words.length]) {
    const added = range(before + 1, word).filter(each => !movedWords.has(each))
    const isInside = 0 <= before && word < quote.words.length
    const between = isInside ? range(at[before]! + 1, at[word]!).filter(each => !movedPlaces.has(each)) : []
    found.push(...differencesBetween(laid, {before, word, added, between}))
    if (isInside && before + 1 === word && at[before]! + 1 === at[word]) found.push(...markBetween(laid, before, word))
    before = word
  }
  found.push(...caseDifferences(laid, matched), ...markAtEnd(laid), ...sics(laid))
  return found.sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end)
}

interface Between {
  /** The words of the quotation that are the same before and after; -1 and the word count at its ends. */
  readonly before: number
  readonly word: number
  /** Words of the quotation between them that the text has not. */
  readonly added: readonly number[]
  /** Words of the text between them that the quotation has not. */
  readonly between: readonly number[]
}

function differencesBetween(laid: Laid, gap: Between): Difference[] {
  const {quote} = laid
  const inserted = gap.added.filter(word => quote.words[word]!.bracketing === 'inserted')
  const plain = gap.added.filter(word => quote.words[word]!.bracketing !== 'inserted')
  const isSaid = range(gap.before + 1, gap.word + 1).some(word => quote.words[word]?.isBehindEllipsis)
  const changed = plain.length > 0 ? plain : inserted
  const texts = gap.between.length > 0 ? gap.between : textBeside(laid, gap, changed.length)
  const all = (words: readonly number[]) => words.every(word => quote.words[word]!.bracketing !== 'none')
  if (changed.length > 0 && texts.length > 0 && !isSaid) {
    const apart = changed === plain ? runsOf(inserted).map(run => oneSided(laid, gap, 'inserted', true, run)) : []
    return [
      ...apart,
      {
        kind: 'replaced',
        isMarked: all(changed),
        quote: runSpan(quote, changed),
        text: textSpan(laid.places, texts[0]!, texts.at(-1)! + 1)
      }
    ]
  }
  const isFrame = gap.added.length === 0 && standsBetweenParts(laid, gap.between)
  return [
    ...runsOf(inserted).map(run => oneSided(laid, gap, 'inserted', true, run)),
    ...runsOf(plain).map(run => oneSided(laid, gap, 'added', all(run), run)),
    ...runsOf(gap.between).map(
      (run): Difference => ({
        kind: isFrame ? 'frame' : 'left-out',
        isMarked: isSaid && !isFrame,
        quote: quoteGap(quote, gap.word),
        text: textSpan(laid.places, run[0]!, run.at(-1)! + 1)
      })
    )
  ]
}

function oneSided(
  {quote, places, at}: Laid,
  {before, word}: Between,
  kind: Difference['kind'],
  isMarked: boolean,
  run: readonly number[]
): Difference {
  const place = 0 <= before ? places.ends[at[before]!]! : places.starts[at[word]!]!
  return {kind, isMarked, quote: runSpan(quote, run), text: {start: place, end: place}}
}

/** Words of the same sentence beside the passage, which other words at the quotation's ends stand for. */
function textBeside({text, places, at, quote}: Laid, {before, word, added}: Between, count: number): number[] {
  if (added.length === 0 || (0 <= before && word < quote.words.length)) return []
  const step = before < 0 ? -1 : 1
  const found: number[] = []
  let last = before < 0 ? at[word]! : at[before]!
  while (found.length < count) {
    const next = last + step
    if (next < 0 || places.count <= next) break
    const [left, right] = step < 0 ? [next, last] : [last, next]
    if (/[.?!\n]/.test(text.slice(places.ends[left]!, places.starts[right]!))) break
    found.push(next)
    last = next
  }
  return found.sort((a, b) => a - b)
}

/** Whether these words of the text stand behind a closing and before an opening mark, as "he said" does. */
function standsBetweenParts({text, places}: Laid, words: readonly number[]): boolean {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || FRAME_WORDS_MAX < words.length) return false
  const before = text.slice(first === 0 ? 0 : places.ends[first - 1]!, places.starts[first])
  const after = text.slice(places.ends[last], places.starts[last + 1])
  return (
    before.length < 10 &&
    /["”»’'“].{0,3}$/su.test(before) &&
    /^.{0,4}["“„«‘'”»]/su.test(after) &&
    /[,.?!;:…—–-]/u.test(before)
  )
}

function markBetween({quote, text, places, at}: Laid, before: number, word: number): Difference[] {
  const [left, right] = [quote.words[before]!, quote.words[word]!]
  if (left.part !== right.part) return []
  const said = quote.plain.slice(left.end, right.start)
  const textGap = {start: places.ends[at[before]!]!, end: places.starts[at[word]!]!}
  const marks = plainMarks(withoutEdits(said))
  if (marks === plainMarks(text.slice(textGap.start, textGap.end))) return []
  return [
    {
      kind: 'mark',
      isMarked: right.isBehindEllipsis,
      quote: quote.given({start: left.end, end: right.start}),
      text: textGap
    }
  ]
}

/** A question is no statement: a mark that ends the quotation counts where it asks or calls. */
function markAtEnd({quote, text, places, at}: Laid): Difference[] {
  const last = quote.words.length - 1
  if (at[last]! < 0) return []
  const from = quote.words[last]!.end
  const tail = /^[?!]+/.exec(quote.plain.slice(from, from + 20))?.[0]
  const place = places.ends[at[last]!]!
  if (!tail || text.startsWith(tail[0]!, place)) return []
  return [
    {
      kind: 'mark',
      isMarked: false,
      quote: quote.given({start: from, end: from + tail.length}),
      text: {start: place, end: place}
    }
  ]
}

function caseDifferences({quote, text, places, at}: Laid, matched: readonly number[]): Difference[] {
  const [first, last] = [at[matched[0]!]!, at[matched.at(-1)!]!]
  const isLoud = isAllCapitals(text.slice(places.starts[first], places.ends[last])) || isAllCapitals(quote.plain)
  const found: Difference[] = []
  for (const word of isLoud ? [] : matched) {
    const {start, end, bracketing, part} = quote.words[word]!
    const place = {start: places.starts[at[word]!]!, end: places.ends[at[word]!]!}
    const said = quote.plain.slice(start, end)
    const words = text.slice(place.start, place.end)
    if (said === words || plainForm(said) === plainForm(words)) continue
    const isFirst = quote.words[word - 1]?.part !== part
    if (bracketing === 'none' && isFirst && sameButFirst(plainForm(said), plainForm(words))) continue
    found.push({kind: 'case', isMarked: bracketing !== 'none', quote: quote.given({start, end}), text: place})
  }
  return found
}

function sameButFirst(a: string, b: string): boolean {
  const [first = ''] = a
  const [other = ''] = b
  return first.toLowerCase() === other.toLowerCase() && a.slice(first.length) === b.slice(other.length)
}

function sics({quote, places, at}: Laid): Difference[] {
  return quote.sics.map(sic => {
    const word = quote.words.findLastIndex(({end}, index) => end <= sic.start && 0 <= at[index]!)
    const place = word < 0 ? 0 : places.ends[at[word]!]!
    return {kind: 'sic', isMarked: true, quote: quote.given(sic), text: {start: place, end: place}}
  })
}

/** The marks between two words of a quotation without what an editor put there: `[sic]`, and the brackets around words. */
function withoutEdits(said: string): string {
  return said.replace(/[[(]\s?sic\s?[.!?]?\s?[\])]|[[\]]/giu, '')
}

function runsOf(words: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const word of words) {
    if (runs.at(-1)?.at(-1) === word - 1) runs.at(-1)!.push(word)
    else runs.push([word])
  }
  return runs
}

function runSpan(quote: QuoteWords, run: readonly number[]): Span {
  return quoteSpan(quote, run[0]!, run.at(-1)! + 1)
}

function quoteSpan(quote: QuoteWords, first: number, end: number): Span {
  return quote.given({start: quote.words[first]!.start, end: quote.words[end - 1]!.end})
}

function textSpan({starts, ends}: WordPlaces, first: number, end: number): Span {
  return {start: starts[first]!, end: ends[end - 1]!}
}

/** What stands in the quotation right before `word`: an ellipsis, or nothing. */
function quoteGap({plain, words, given}: QuoteWords, word: number): Span {
  const {start, part, isBehindEllipsis} = words[word]!
  if (words[word - 1]!.part !== part && !isBehindEllipsis) return given({start, end: start})
  return given(trimSpan(plain, {start: words[word - 1]!.end, end: words[word]!.start}))
}

function range(first: number, end: number): number[] {
  return Array.from({length: Math.max(0, end - first)}, (_, index) => first + index)
}
