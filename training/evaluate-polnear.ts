import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {Judged} from './calibration.ts'
import {calibrationRow} from './calibration-row.ts'
import {type Attribution, hasPolnear, type PolnearText, readPolnear} from './polnear.ts'
import {attributionOf, attributionsOf} from './polnear-relations.ts'
import {type Count, f1Row, type Row} from './scores.ts'

/** Given each attribution that was missed, and each found that fits none. */
export type ReportAttribution = (miss: {
  readonly text: PolnearText
  readonly attribution: Attribution
  readonly isWanted: boolean
}) => void

interface Options {
  /** Rules may be made with the articles of train. */
  readonly part?: 'train' | 'dev'
  /** Only each so manyth article, for a quick look. */
  readonly every?: number
  readonly report?: ReportAttribution
}

const ROLES = ['source', 'cue', 'content'] as const
const KINDS = ['direct', 'indirect', 'mixed'] as const
type Kind = (typeof KINDS)[number]

/**
 * Sources, cues, contents and whole attributions of PolNeAR, read from raw text.
 *
 * - Tokens are words and single marks; white space counts nowhere.
 * - A span is an unbroken piece: a content in two pieces is two spans, and a source that two cues share is one.
 * - *exact* is the same tokens, marks and quotation marks too; *words exact* leaves marks at any place out.
 * - A whole attribution has all three right; where none is named, no source has to be found.
 * - *in part* is an overlapping cue, overlapping sources or none on both sides, and contents that share half of their words.
 *
 * PolNeAR also marks what people want, feel, vote for or do about something: attitudes count beside statements.
 */
export function evaluatePolnear(
  corpora: string,
  models: Models,
  {part = 'dev', every = 1, report}: Options = {}
): Row[] {
  if (!hasPolnear(corpora)) return []
  const scored = readPolnear(corpora, part)
    .filter((_, index) => index % every === 0)
    .map(text => {
      const bytes = new TextEncoder().encode(text.text)
      const {reading} = readSource({ref: text.id, bytes, published: text.published, format: 'text'}, models)
      return {counts: scoreAttributions(text, attributionsOf(reading), report), judged: judgedClaims(text, reading)}
    })
  const about = {part: 'who said what', on: `polnear ${part}`}
  const figures = [...(scored[0]?.counts.keys() ?? [])]
  return [
    ...figures.map(figure =>
      f1Row(
        {...about, figure},
        scored.map(({counts}) => counts.get(figure)!)
      )
    ),
    calibrationRow(
      {...about, figure: 'calibration error'},
      scored.map(({judged}) => judged)
    )
  ]
}

/** How sure the reader was of each statement that is not inside another, and whether the article marks it, in part. */
function judgedClaims(text: PolnearText, {document, statements, attitudes}: Reading): Judged[] {
  const claims = [...statements, ...attitudes].filter(({parent}) => parent === undefined)
  const marked = isMarked(
    text,
    claims.map(claim => attributionOf(document.text, claim))
  )
  return claims.map(({score}, index) => ({score, isRight: marked[index]!}))
}

/** The counts of one article, by figure. */
export function scoreAttributions(
  text: PolnearText,
  found: readonly Attribution[],
  report?: ReportAttribution
): Map<string, Count> {
  const counts = new Map<string, Count>()
  const wanted = text.attributions
  for (const role of ROLES)
    counts.set(`${role}, exact`, countKeys(spanKeys(text, found, role), spanKeys(text, wanted, role)))
  for (const role of ROLES)
    counts.set(`${role}, tokens`, countKeys(tokenKeys(text, found, role), tokenKeys(text, wanted, role)))

  const pairings: readonly (readonly [string, readonly Pair[]])[] = [
    ['exact', pairUp(found, wanted, sameKey(text, TOKENS))],
    ['words exact', pairUp(found, wanted, sameKey(text, WORDS))],
    ['in part', pairUp(found, wanted, alikeInPart(text))]
  ]
  for (const [how, pairs] of pairings) {
    counts.set(`whole, ${how}`, {hits: pairs.length, found: found.length, wanted: wanted.length})
    for (const kind of KINDS) counts.set(`${kind}, ${how}`, countKind(kind, pairs, found, wanted))
  }
  const [, partly] = pairings.at(-1)!
  for (const attribution of wanted)
    if (!partly.some(pair => pair.wanted === attribution)) report?.({text, attribution, isWanted: true})
  for (const attribution of found)
    if (!partly.some(pair => pair.found === attribution)) report?.({text, attribution, isWanted: false})
  return counts
}

/** For each of `found` whether the article marks it too, in part. */
export function isMarked(text: PolnearText, found: readonly Attribution[]): boolean[] {
  const pairs = pairUp(found, text.attributions, alikeInPart(text))
  return found.map(one => pairs.some(pair => pair.found === one))
}

interface Pair {
  readonly found: Attribution
  readonly wanted: Attribution
  readonly score: number
}

/** One to one, most alike first. */
function pairUp(
  found: readonly Attribution[],
  wanted: readonly Attribution[],
  alike: (a: Attribution, b: Attribution) => number
): Pair[] {
  const pairs = wanted.flatMap(one =>
    found.map((other): Pair => ({wanted: one, found: other, score: alike(other, one)}))
  )
  const taken = new Set<Attribution>()
  return pairs
    .filter(({score}) => 0 < score)
    .sort((a, b) => b.score - a.score)
    .filter(pair => {
      if (taken.has(pair.found) || taken.has(pair.wanted)) return false
      taken.add(pair.found).add(pair.wanted)
      return true
    })
}

function sameKey(text: PolnearText, unit: RegExp): (a: Attribution, b: Attribution) => number {
  const keyOf = (one: Attribution) => ROLES.map(role => placesOf(text, one[role], unit).join()).join('|')
  return (a, b) => (a.cue.some(span => b.cue.some(other => overlaps(span, other))) && keyOf(a) === keyOf(b) ? 1 : 0)
}

function alikeInPart(text: PolnearText): (a: Attribution, b: Attribution) => number {
  return (a, b) => {
    if (!overlapsAny(a.cue, b.cue)) return 0
    if (a.source.length + b.source.length > 0 && !overlapsAny(a.source, b.source)) return 0
    const score = jaccard(placesOf(text, a.content, WORDS), placesOf(text, b.content, WORDS))
    return JACCARD_MIN <= score ? score : 0
  }
}

/** Content that overlaps by half, measured by shared words over all words, is the same content. */
const JACCARD_MIN = 0.5

function jaccard(a: readonly number[], b: readonly number[]): number {
  const others = new Set(b)
  const shared = a.filter(place => others.has(place)).length
  return shared === 0 ? 0 : shared / (a.length + b.length - shared)
}

function overlapsAny(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(span => b.some(other => overlaps(span, other)))
}

/** A pair is of the kind that the corpus gives it; what pairs with nothing is of its own. */
function countKind(
  kind: Kind,
  pairs: readonly Pair[],
  found: readonly Attribution[],
  wanted: readonly Attribution[]
): Count {
  const kindOf = (one: Attribution) => (pairs.find(pair => pair.found === one)?.wanted ?? one).kind
  return {
    hits: pairs.filter(pair => pair.wanted.kind === kind).length,
    found: found.filter(one => kindOf(one) === kind).length,
    wanted: wanted.filter(one => one.kind === kind).length
  }
}

type Role = (typeof ROLES)[number]

function spanKeys(text: PolnearText, all: readonly Attribution[], role: Role): Set<string> {
  const spans = all.flatMap(one => one[role])
  return new Set(spans.map(span => placesOf(text, [span], TOKENS).join()).filter(key => key !== ''))
}

function tokenKeys(text: PolnearText, all: readonly Attribution[], role: Role): Set<string> {
  return new Set(all.flatMap(one => placesOf(text, one[role], TOKENS)).map(String))
}

function countKeys(found: ReadonlySet<string>, wanted: ReadonlySet<string>): Count {
  return {hits: [...found].filter(key => wanted.has(key)).length, found: found.size, wanted: wanted.size}
}

const WORDS = /[\p{L}\p{N}]+/gu
const TOKENS = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

/** Where each word or token of `spans` starts. */
function placesOf({text}: PolnearText, spans: readonly Span[], unit: RegExp): number[] {
  return spans.flatMap(({start, end}) =>
    Array.from(text.slice(start, end).matchAll(unit), match => start + match.index)
  )
}
