import {type Span, spanText} from '../text/span.ts'
import type {Material} from './material.ts'
import type {Production, Segment, Statement} from './reading.ts'
import {findSegmentCues, type SegmentCue} from './segment-cues.ts'

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
  const hosts = new Hosts(material, productions)
  const cuesByProduction = Map.groupBy(findSegmentCues(material.analysis), cue => hosts.before(cue))
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
  readonly #places: readonly {readonly start: number; readonly production: Production}[]

  constructor({entities}: Material, productions: readonly Production[]) {
    this.#places = productions
      .filter(({medium}) => SHOWS.test(medium))
      .flatMap(production => (entities.get(production.entity)?.mentions ?? []).map(({start}) => ({start, production})))
      .sort((a, b) => a.start - b.start)
  }

  before({start}: Span): Production | undefined {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#places[middle]!.start < start) low = middle + 1
      else high = middle
    }
    return this.#places[low - 1]?.production ?? this.#places[0]?.production
  }
}

/** Productions that show or play parts of themselves. */
const SHOWS =
  /(?:video|film|documentary|movie|broadcast|programme|program|show|series|episode|podcast|recording|magazine|production|album|trailer|message|book|tape)$/

function placeStatements(
  {analysis}: Material,
  cues: readonly SegmentCue[],
  statements: readonly Statement[]
): Map<SegmentCue, string[]> {
  const ordered = [...statements].filter(({content}) => content.length > 0).sort((a, b) => startOf(a) - startOf(b))
  const placed = new Map<SegmentCue, string[]>()
  const lastBySpeaker = new Map<string, SegmentCue>()
  const bySentence = new Map<number, SegmentCue>()
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
  {starts, sentenceStarts}: Material['analysis'],
  bySentence: ReadonlyMap<number, SegmentCue>,
  statement: Statement
): SegmentCue | undefined {
  const sentence = lastAtOrBefore(sentenceStarts, starts, startOf(statement))
  const cue = bySentence.get(sentence)
  return cue && cue.speakers.length === 0 ? cue : undefined
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

function segmentOf({document}: Material, cue: SegmentCue, order: number, statements: readonly string[]): Segment {
  return {
    order,
    what: spanText(document.text, cue).replace(/\s+/g, ' '),
    speakers: cue.speakers,
    footage: cue.footage,
    ...(cue.basis && {basis: cue.basis}),
    statements
  }
}
