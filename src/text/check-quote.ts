import {alignWords} from './align-words.ts'
import {findNearestWindows} from './nearest-windows.ts'
import {isAllCapitals, type Normalisation, normalisationsBetween, plainForm, plainMarks} from './plain-forms.ts'
import {type Difference, findDifferences, type Laid} from './quote-differences.ts'
import {type QuoteWords, readQuoteWords} from './quote-words.ts'
import {covers, overlaps, type Span} from './span.ts'
import {Vocabulary} from './vocabulary.ts'
import {readWordPlaces} from './word-places.ts'
import {findWordRuns} from './word-runs.ts'
import {LONE, signOf} from './word-signs.ts'

/** This quotation stands in this text so, and there. */
export interface QuoteCheck {
  readonly status: 'exact' | 'normalised' | 'altered' | 'not-found'
  /** In the order of the text, a hundred at most. Of a quotation that is not found, the nearest passage where anything is like it. */
  readonly places: readonly QuotePlace[]
}

/** A passage of the text, from the first of the quotation's words to the last. */
export interface QuotePlace extends Span {
  readonly status: 'exact' | 'normalised' | 'altered' | 'nearest'
  /** The stretches of the quotation, as given, and where each stands: more than one where words are left out between. */
  readonly parts: readonly {readonly quote: Span; readonly text: Span}[]
  /** In what it differs though its words are the same. */
  readonly normalised: readonly Normalisation[]
  readonly differences: readonly Difference[]
  /** From 0 to 1: how many of the quotation's own words, those in brackets aside, are in the passage in the same order. */
  readonly share: number
}

/** The longest quotation that is checked: some three pages. */
const QUOTE_WORDS_MAX = 1000
/** More places tell nobody more. */
const PLACES_MAX = 100
/** With fewer of its words in the passage a quotation is not found: half is what two passages on one matter may share. */
const SHARE_MIN = 0.55
/** In a quotation of so few words one other word leaves nothing to know it by. */
const FEW_WORDS = 4
const SHARE_MIN_OF_FEW = 0.75
/** So many words that changed places together are counted as the text's. */
const MOVED_RUN_MIN = 4
/** So many words in a row are the same in the passage; two where nearly all are the same. */
const RUN_MIN = 3
const SHARE_OF_NEARLY_ALL = 0.7

/**
 * Say whether `quote` stands in `text`: exactly; normalised, which is with the same words and marks but other spaces, shapes of
 * marks, hyphens or first letter; altered, with each difference; or not.
 *
 * ```text
 * quote  “[W]e will … rebuild the old bridge.”
 * text   Of course we will gladly rebuild the bridge.
 *                  ^^      ^^^^^^            ^ case, left out with an ellipsis, "old" added
 * ```
 *
 * The marks around a quotation are not compared, and one that a reporter split is compared part by part. The time grows with
 * the length of the text, whatever is in it.
 *
 * @throws RangeError when `quote` has no words, or more than 1,000
 */
export function checkQuote(quote: string, text: string): QuoteCheck {
  const vocabulary = new Vocabulary()
  const words = readQuoteWords(quote, vocabulary)
  vocabulary.close()
  if (words.words.length === 0) throw new RangeError('Cannot check a quote: it has no words')
  if (QUOTE_WORDS_MAX < words.words.length)
    throw new RangeError(`Cannot check a quote of ${words.words.length} words: at most ${QUOTE_WORDS_MAX} are compared`)
  const exact = exactPlaces(words, quote, text)
  const places = readWordPlaces(text, vocabulary)
  const run = placesOfRuns({quote: words, text, places}, exact)
  if (0 < exact.length + run.normalised.length) return checkOf([...exact, ...run.normalised])
  if (0 < run.altered.length) return checkOf(leastAltered(run.altered))
  return checkOf(nearestPlaces({quote: words, text, places}, vocabulary))
}

type Setting = Omit<Laid, 'at'>

function checkOf(found: readonly QuotePlace[]): QuoteCheck {
  const places = found.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const has = (status: QuotePlace['status']) => places.some(place => place.status === status)
  const status = (['exact', 'normalised', 'altered'] as const).find(has) ?? 'not-found'
  return {status, places: places.slice(0, PLACES_MAX)}
}

/** Where the characters themselves stand, between the borders of words. */
function exactPlaces({parts, given}: QuoteWords, quote: string, text: string): QuotePlace[] {
  const [part, ...more] = parts
  if (!part || 0 < more.length) return []
  const span = given(part)
  const words = quote.slice(span.start, span.end)
  const found: QuotePlace[] = []
  for (
    let start = text.indexOf(words);
    0 <= start && found.length < PLACES_MAX;
    start = text.indexOf(words, start + words.length)
  ) {
    const end = start + words.length
    if (splitsWord(text, start) || splitsWord(text, end)) continue
    const place = {start, end}
    found.push({
      ...place,
      status: 'exact',
      parts: [{quote: span, text: place}],
      normalised: [],
      differences: [],
      share: 1
    })
  }
  return found
}

function splitsWord(text: string, offset: number): boolean {
  if (signOf(text.codePointAt(offset) ?? 0) === LONE) return false
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]/u.test(text.slice(offset - 1, offset + 1))
}

/** Where the same words stand in a row: normalised, or altered where the marks between them differ. */
function placesOfRuns(
  setting: Setting,
  exact: readonly QuotePlace[]
): {normalised: QuotePlace[]; altered: QuotePlace[]} {
  const {quote, places} = setting
  const normalised: QuotePlace[] = []
  const altered: QuotePlace[] = []
  let nextExact = 0
  for (const first of findWordRuns(
    places.ids,
    quote.words.map(({id}) => id)
  )) {
    const at = Int32Array.from(quote.words, (_, word) => first + word)
    const span = {start: places.starts[first]!, end: places.ends[first + at.length - 1]!}
    while (nextExact < exact.length && exact[nextExact]!.end <= span.start) nextExact++
    if (nextExact < exact.length && overlaps(exact[nextExact]!, span)) continue
    const place = placeOf({...setting, at})
    if (place.status === 'normalised') normalised.push(place)
    else altered.push(place)
    if (PLACES_MAX <= normalised.length + altered.length) break
  }
  return {normalised, altered}
}

function leastAltered(altered: readonly QuotePlace[]): QuotePlace[] {
  const fewest = Math.min(...altered.map(({differences}) => differences.length))
  return altered.filter(({differences}) => differences.length === fewest)
}

/** The best passage, and others as good; marked as the nearest where it is not like enough. */
function nearestPlaces(setting: Setting, vocabulary: Vocabulary): QuotePlace[] {
  const {quote, places} = setting
  const count = quote.words.length
  const isParted = quote.words.some(({isBehindEllipsis, part}) => isBehindEllipsis || 0 < part)
  const widths = [count + (count >> 1) + 4, count * 4 + 100, ...(isParted ? [count * 16 + 2000] : [])]
  const windows = widths.flatMap(width =>
    findNearestWindows(
      places.ids,
      quote.words.map(({id}) => id),
      vocabulary.size,
      width
    )
  )
  const laid = windows.map(({first, end}) => alignWords(quote.words, places.ids, first, end))
  const best = Math.max(...laid.map(({score}) => score))
  const found = laid
    .filter(({score, at}) => score === best && at.some(place => 0 <= place))
    .map(({at}) => placeOf({...setting, at}))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const apart = found.filter((place, index) => index === 0 || !overlaps(found[index - 1]!, place))
  return apart.some(({status}) => status === 'altered') ? apart : apart.slice(0, 1)
}

function placeOf(laid: Laid): QuotePlace {
  const differences = findDifferences(laid)
  const parts = stretches(laid)
  const share = shareOf(laid)
  const isSame = laid.at.every(place => 0 <= place) && differences.every(({kind}) => kind === 'frame')
  const status = isSame ? 'normalised' : isAlike(laid, share, differences) ? 'altered' : 'nearest'
  const replaced = differences.filter(({kind}) => kind === 'replaced').map(each => each.text)
  return {
    start: Math.min(parts[0]!.text.start, ...replaced.map(({start}) => start)),
    end: Math.max(parts.at(-1)!.text.end, ...replaced.map(({end}) => end)),
    status,
    parts,
    normalised: status === 'normalised' ? normalisations(laid, parts, differences) : [],
    differences,
    share
  }
}

/** Words that go on in a row in both, as spans. */
function stretches({quote, places, at}: Laid): {quote: Span; text: Span}[] {
  const found: {quote: Span; text: Span}[] = []
  let before = -1
  for (const [word, place] of at.entries()) {
    if (place < 0) continue
    const {start, end, part} = quote.words[word]!
    const textSpan = {start: places.starts[place]!, end: places.ends[place]!}
    const last = found.at(-1)
    const goesOn = last && at[before] === place - (word - before) && quote.words[before]!.part === part
    if (goesOn) {
      found[found.length - 1] = {
        quote: {start: last.quote.start, end: quote.given({start, end}).end},
        text: {start: last.text.start, end: textSpan.end}
      }
    } else found.push({quote: quote.given({start, end}), text: textSpan})
    before = word
  }
  return found
}

function shareOf({quote, at}: Laid): number {
  const own = [...at.keys()].filter(word => quote.words[word]!.bracketing === 'none' || 0 <= at[word]!)
  return own.length === 0 ? 0 : own.filter(word => 0 <= at[word]!).length / own.length
}

/** Whether so much is the same that the passage is what was quoted. */
function isAlike({quote, at}: Laid, share: number, differences: readonly Difference[]): boolean {
  const own = quote.words.filter(({bracketing}) => bracketing === 'none').length
  if (share + movedCount(quote, differences) / own < (own <= FEW_WORDS ? SHARE_MIN_OF_FEW : SHARE_MIN)) return false
  let run = 0
  let longest = 0
  for (const [word, place] of at.entries()) {
    run = 0 <= place ? (0 < word && at[word - 1] === place - 1 ? run + 1 : 1) : 0
    longest = Math.max(longest, run)
  }
  return Math.min(SHARE_OF_NEARLY_ALL <= share ? 2 : RUN_MIN, own) <= longest
}

/** How many words of the quotation stand elsewhere in the text, in runs too long for chance. */
function movedCount(quote: QuoteWords, differences: readonly Difference[]): number {
  return differences
    .filter(({kind}) => kind === 'reordered')
    .map(each => quote.words.filter(word => covers(each.quote, quote.given(word))).length)
    .filter(count => MOVED_RUN_MIN <= count)
    .reduce((sum, count) => sum + count, 0)
}

function normalisations(
  {quote, text}: Laid,
  parts: QuotePlace['parts'],
  differences: readonly Difference[]
): Normalisation[] {
  const found = new Set<Normalisation>()
  const whole = {start: parts[0]!.text.start, end: parts.at(-1)!.text.end}
  const isLoud = isAllCapitals(text.slice(whole.start, whole.end)) !== isAllCapitals(quote.plain)
  for (const {quote: span, text: place} of parts) {
    const said = givenWords(quote, span)
    const words = text.slice(place.start, place.end)
    for (const name of normalisationsBetween(said, words)) found.add(name)
    if (plainForm(said) !== plainForm(words)) found.add(isLoud ? 'capitals' : 'first-letter')
  }
  if (quote.words.some(({bracketing}) => bracketing !== 'none')) found.add('brackets')
  if (0 < differences.length) found.add('frame')
  const last = quote.words.at(-1)!
  const tail = quote.plain.slice(last.end, quote.parts.at(-1)!.end)
  if (!plainMarks(text.slice(whole.end, whole.end + tail.length)).startsWith(plainMarks(tail)))
    found.add('closing-mark')
  return [...found]
}

/** The words of a stretch without the brackets inside words. */
function givenWords(quote: QuoteWords, span: Span): string {
  const words = quote.words.filter(({start, end}) => {
    const given = quote.given({start, end})
    return span.start <= given.start && given.end <= span.end
  })
  return quote.plain.slice(words[0]!.start, words.at(-1)!.end).replace(/[[\]]/g, '')
}
