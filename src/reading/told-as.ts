import {type Analysis, wordAt, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Claim, ClaimKind, Modality} from './claim.ts'
import {type Assertion, assertionOf} from './modality.ts'
import {phrasesOf} from './phrases.ts'

/**
 * Whether a claim that stands on `spans` is told as so, and how surely. Told in several places, it is denied or doubted only
 * where all of them deny or doubt it.
 *
 * ```text
 * The guild failed to buy Saltworks.   Holm was not the head of the guild.
 *           ^^^^^^ ---                 ----     ^^^ ----
 * ```
 */
export function toldAs(
  analysis: Analysis,
  kind: ClaimKind,
  spans: readonly Span[]
): Pick<Claim, 'polarity' | 'modality'> {
  const words = TOLD_BY_ONE_WORD.has(kind) ? [wordOfAll(analysis, spans)] : spans.map(span => headOf(analysis, span))
  const told = words
    .flatMap(word =>
      word !== undefined && isTelling(analysis, word, kind) ? [{word, ...assertionOf(analysis, word)}] : []
    )
    // An order or a question beside a post is mostly a verb misread in a name: "Follow reporter Ida Holm".
    .filter(({word, cue}) => kind !== 'role' || cue !== word)
  if (told.length === 0 || told.length < words.length) return {polarity: 'positive', modality: []}
  const isDenied = told.every(({polarity}) => polarity === 'negative')
  const isDoubted = told.every(({value}) => value !== 'certain')
  return {
    polarity: isDenied ? 'negative' : 'positive',
    modality: isDoubted ? told.flatMap(assertion => modalityOf(analysis, assertion)) : []
  }
}

/** Of these kinds one of the spans is the verb, noun or phrase that tells the claim: the shortest. The others stand on their mentions. */
const TOLD_BY_ONE_WORD: ReadonlySet<ClaimKind> = new Set(['event', 'relation'])

function wordOfAll(analysis: Analysis, spans: readonly Span[]): number | undefined {
  const [shortest] = spans.toSorted((a, b) => a.end - a.start - (b.end - b.start))
  return shortest && headOf(analysis, shortest)
}

/** The word of the span on which its other words hang: a verb before a noun, a noun before what only leads over to another. */
function headOf(analysis: Analysis, span: Span): number | undefined {
  const {heads, starts, upos} = analysis
  const heading: number[] = []
  for (let word = wordAt(analysis, span.start); word < starts.length && starts[word]! < span.end; word++)
    if (heads[word]! < 0 || starts[heads[word]!]! < span.start || span.end <= starts[heads[word]!]!) heading.push(word)
  return ['VERB', 'NOUN', 'ADJ', 'PROPN']
    .map(tag => heading.find(word => upos[word] === tag))
    .find(word => word !== undefined)
}

/** A mention of a post beside a name says nothing of the clause it stands in: "Holm, the head of the guild, did not come". */
function isTelling(analysis: Analysis, word: number, kind: ClaimKind): boolean {
  if (analysis.upos[word] === 'VERB' || kind === 'event') return true
  return phrasesOf(analysis)
    .children(word)
    .some(child => analysis.relations[child] === 'cop')
}

/** The words that doubt it, over the phrase of the word that they doubt. */
function modalityOf(analysis: Analysis, {word, value, cue}: Assertion & {readonly word: number}): Modality[] {
  if (cue === undefined) return []
  const phrases = phrasesOf(analysis)
  const scope = wordSpan(analysis, phrases.first(word), phrases.last(word) + 1)
  return [{voice: 0, value, hedge: wordSpan(analysis, cue, cue + 1), scope}]
}
