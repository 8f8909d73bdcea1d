import type {Reading, Segment} from '../src/reading/reading.ts'
import {overlaps} from '../src/text/span.ts'
import type {PassageMeasured} from './evaluate-passages.ts'
import {placesOf} from './gold.ts'
import {contentWords, namesIn} from './gold-facts.ts'
import type {Passage, PassageSegment} from './passages.ts'
import {sameName} from './same-name.ts'

/** Segments in order, the same with the right speakers, and the marks of new and old footage with the words that say so. */
export function countSegments(passage: Passage, reading: Reading): PassageMeasured[] {
  const wanted = passage.segments.filter(({certain = true}) => certain)
  const borderline = passage.segments.filter(({certain = true}) => !certain)
  const perProduction = reading.productions.map(({segments}) =>
    segments.filter(
      segment => wanted.some(gold => fits(gold, segment)) || !borderline.some(gold => fits(gold, segment))
    )
  )
  const found = perProduction.flat()
  // One production's segments are in order among themselves only: those of one passage belong to one production here.
  const inOrder = longest(perProduction.map(segments => pairInOrder(wanted, segments, fits)))
  const withSpeakers = longest(
    perProduction.map(segments =>
      pairInOrder(wanted, segments, (gold, segment) => fits(gold, segment) && speakersFit(reading, gold, segment))
    )
  )
  return [
    {part: 'segments', figure: 'in order', count: countOf(inOrder, found, wanted), misses: []},
    {
      part: 'segments',
      figure: 'in order, with speakers',
      count: countOf(withSpeakers, found, wanted),
      misses: [
        ...wanted
          .filter(gold => !withSpeakers.some(([other]) => other === gold))
          .map(gold => `missing  ${gold.what} | ${gold.speakers.join(', ')}`),
        ...found
          .filter(segment => !withSpeakers.some(([, other]) => other === segment))
          .map(segment => `wrong    ${segment.what} | ${speakersOf(reading, segment).join(', ')}`)
      ]
    },
    footageMarks(passage, found, wanted)
  ]
}

type Pairs = readonly (readonly [PassageSegment, Segment])[]

/** Half of the content words of the shorter of the two stand in the other, too. */
function fits({what}: PassageSegment, segment: Segment): boolean {
  const [a, b] = [new Set(contentWords(what)), new Set(contentWords(segment.what))]
  const shared = [...a].filter(word => b.has(word)).length
  return 0 < shared && Math.min(a.size, b.size) <= 2 * shared
}

function speakersFit(reading: Reading, {speakers}: PassageSegment, segment: Segment): boolean {
  return (
    speakers.length === segment.speakers.length &&
    speakers.every(name => segment.speakers.some(id => namesIn(reading, id).some(other => sameName(name, other))))
  )
}

function speakersOf(reading: Reading, segment: Segment): string[] {
  return segment.speakers.map(id => namesIn(reading, id)[0] ?? '-')
}

/** The longest row of pairs in which both sides keep their order. */
function pairInOrder(
  wanted: readonly PassageSegment[],
  found: readonly Segment[],
  isFit: (gold: PassageSegment, segment: Segment) => boolean
): Pairs {
  const rows: Pairs[][] = Array.from({length: wanted.length + 1}, () => Array(found.length + 1).fill([]))
  for (const [row, gold] of wanted.entries())
    for (const [column, segment] of found.entries()) {
      const both: Pairs = isFit(gold, segment) ? [...rows[row]![column]!, [gold, segment]] : []
      rows[row + 1]![column + 1] = longest([both, rows[row]![column + 1]!, rows[row + 1]![column]!])
    }
  return rows.at(-1)!.at(-1)!
}

function longest(rows: readonly Pairs[]): Pairs {
  return rows.reduce((best, row) => (best.length < row.length ? row : best), [])
}

function countOf(pairs: Pairs, found: readonly Segment[], wanted: readonly PassageSegment[]) {
  return {hits: pairs.length, found: found.length, wanted: wanted.length}
}

/** A mark is right where it says the same, new or old, by words that overlap the annotated ones. */
function footageMarks({text}: Passage, segments: readonly Segment[], all: readonly PassageSegment[]): PassageMeasured {
  const wanted = all.filter(({footage}) => footage !== undefined)
  const found = segments.filter(({footage}) => footage !== 'unknown')
  const markFits = (gold: PassageSegment, {footage, basis}: Segment) =>
    gold.footage === footage && !!basis && placesOf(text, gold.basis ?? '').some(place => overlaps(place, basis))
  const free = new Set(found)
  const missing = wanted.filter(gold => {
    const match = [...free].find(segment => markFits(gold, segment))
    if (match) free.delete(match)
    return !match
  })
  return {
    part: 'segments',
    figure: 'footage marks',
    count: {hits: wanted.length - missing.length, found: found.length, wanted: wanted.length},
    misses: [
      ...missing.map(({footage, basis, what}) => `missing  ${footage} by “${basis}” | ${what}`),
      ...Array.from(free, ({footage, what}) => `wrong    ${footage} | ${what}`)
    ]
  }
}
