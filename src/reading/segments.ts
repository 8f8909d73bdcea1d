import {sentenceOf, wordAt} from '../language/analysis.ts'
import {covers, type Span, spanText} from '../text/span.ts'
import type {Material} from './material.ts'
import {findPartCues, type PartCue} from './part-cues.ts'
import type {Production, Segment, Statement} from './reading.ts'

/**
 * The productions with their parts, each in the order in which the text tells them.
 *
 * A part belongs to the production that was spoken of last before it. A statement lies in the last part whose speaker it has, or
 * in the part that its own sentence tells of.
 */
export function fillSegments(
  material: Material,
  productions: readonly Production[],
  statements: readonly Statement[]
): Production[] {
  const {analysis, document} = material
  const year = document.published === undefined ? undefined : Number(document.published.slice(0, 4))
  const cues = findPartCues(analysis, new Hosts(material, productions, []).sentences, year)
  const hosts = new Hosts(material, productions, cues)
  const starts = startsOf(statements)
  const heard = cues.map((cue, index) => withHeard(cue, cues[index + 1], starts))
  const cuesByProduction = Map.groupBy(heard, cue => hosts.before(cue))
  const placed = placeStatements(
    material,
    [...cuesByProduction].flatMap(([host, cues]) => (host ? cues : [])),
    statements
  )
  return productions.map(production => {
    const cues = cuesByProduction.get(production) ?? []
    return {
      ...production,
      segments: cues.map((cue, index) => segmentOf(material, cue, index + 1, placed.get(cue) ?? []))
    }
  })
}

/** Which production each place of the text is about: the last one mentioned. */
class Hosts {
  readonly #analysis: Material['analysis']
  readonly #places: readonly {readonly start: number; readonly production: Production}[]

  constructor({analysis, entities}: Material, productions: readonly Production[], parts: readonly Span[]) {
    this.#analysis = analysis
    const shows = productions
      .filter(({medium, title}) => SHOWS.test(medium) || title !== '')
      .map(production => ({production, mentions: entities.get(production.entity)?.mentions ?? []}))
    const first = shows.reduce(
      (least, {mentions}) => Math.min(least, mentions[0]?.start ?? least),
      Number.POSITIVE_INFINITY
    )
    this.#places = shows
      .filter(({mentions: [opening]}) => opening && (opening.start === first || !isInPart(parts, opening)))
      .flatMap(({production, mentions}) => mentions.map(({start}) => ({start, production})))
      .sort((a, b) => a.start - b.start)
  }

  /** The sentences that mention one. */
  get sentences(): ReadonlySet<number> {
    return new Set(this.#places.map(({start}) => sentenceOf(this.#analysis, wordAt(this.#analysis, start))))
  }

  before({start}: Span): Production | undefined {
    return (this.#places[firstFrom(this.#places, start) - 1] ?? this.#places[0])?.production
  }
}

/** Whether one of the parts, which are in the order of the text, covers `span`: what is shown in a production is not the production. */
function isInPart(parts: readonly Span[], span: Span): boolean {
  const next = firstFrom(parts, span.start + 1)
  const part = parts[next - 1]
  return part !== undefined && covers(part, span)
}

/** The index of the first that starts at `offset` or later. */
function firstFrom(spans: readonly {readonly start: number}[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Productions that show or play parts of themselves. */
const SHOWS =
  /(?:video|film|documentary|movie|broadcast|programme|program|show|series|episode|podcast|recording|magazine|production|album|trailer|message|book|tape|reel|clip|webcast|livestream|advertisement|advert|footage|compilation)$/

/** The part with those whose words follow it, before the next one, among the people told of in it. */
function withHeard(
  cue: PartCue,
  next: PartCue | undefined,
  startsBySpeaker: ReadonlyMap<string, readonly {readonly start: number}[]>
): PartCue {
  const end = next?.start ?? Number.POSITIVE_INFINITY
  const heard = cue.mayBeHeard.filter(id => {
    const said = startsBySpeaker.get(id) ?? []
    const first = said[firstFrom(said, cue.start)]
    return first !== undefined && first.start < end
  })
  return {...cue, speakers: [...new Set([...cue.speakers, ...heard])]}
}

/** Where each speaker's statements start, in the order of the text. */
function startsOf(statements: readonly Statement[]): Map<string, {start: number}[]> {
  const starts = new Map<string, {start: number}[]>()
  for (const statement of statements) {
    if (statement.speaker === null || statement.content.length === 0) continue
    const own = starts.get(statement.speaker)
    if (own) own.push({start: startOf(statement)})
    else starts.set(statement.speaker, [{start: startOf(statement)}])
  }
  for (const each of starts.values()) each.sort((a, b) => a.start - b.start)
  return starts
}

function placeStatements(
  {analysis}: Material,
  cues: readonly PartCue[],
  statements: readonly Statement[]
): Map<PartCue, string[]> {
  const ordered = [...statements].filter(({content}) => content.length > 0).sort((a, b) => startOf(a) - startOf(b))
  const placed = new Map<PartCue, string[]>()
  const lastBySpeaker = new Map<string, PartCue>()
  const bySentence = new Map<number, PartCue>()
  let next = 0
  for (const statement of ordered) {
    const sentenceEnd = sentenceEndAfter(analysis, startOf(statement))
    for (; next < cues.length && cues[next]!.start < sentenceEnd; next++) {
      for (const speaker of cues[next]!.speakers) lastBySpeaker.set(speaker, cues[next]!)
      bySentence.set(cues[next]!.sentence, cues[next]!)
    }
    const cue = (statement.speaker && lastBySpeaker.get(statement.speaker)) || besides(analysis, bySentence, statement)
    if (cue) placed.set(cue, [...(placed.get(cue) ?? []), statement.id])
  }
  return placed
}

function startOf({content, cue}: Statement): number {
  return Math.min(content[0]!.start, cue[0]?.start ?? content[0]!.start)
}

/** The part told of in the statement's own sentence, where nobody is named as heard in it. */
function besides(
  analysis: Material['analysis'],
  bySentence: ReadonlyMap<number, PartCue>,
  statement: Statement
): PartCue | undefined {
  const sentence = lastAtOrBefore(analysis.sentenceStarts, analysis.starts, startOf(statement))
  const cue = bySentence.get(sentence)
  if (!cue || cue.speakers.length > 0) return undefined
  const verb = statement.cue[0]
  const isPast = verb !== undefined && analysis.xpos[wordAt(analysis, verb.start)] === 'VBD'
  return cue.isPresent && isPast ? undefined : cue
}

function sentenceEndAfter({starts, ends, sentenceStarts}: Material['analysis'], offset: number): number {
  const sentence = lastAtOrBefore(sentenceStarts, starts, offset)
  const last = (sentenceStarts[sentence + 1] ?? 1) - 1
  return ends[last] ?? offset
}

function lastAtOrBefore(sentenceStarts: Int32Array, starts: Int32Array, offset: number): number {
  let low = 0
  let high = sentenceStarts.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if ((starts[sentenceStarts[middle]!] ?? Number.POSITIVE_INFINITY) <= offset) low = middle
    else high = middle
  }
  return low
}

function segmentOf({document}: Material, cue: PartCue, order: number, statements: readonly string[]): Segment {
  return {
    order,
    what: spanText(document.text, cue).replace(/\s+/g, ' '),
    speakers: cue.speakers,
    footage: cue.footage,
    ...(cue.basis && {basis: cue.basis}),
    statements
  }
}
