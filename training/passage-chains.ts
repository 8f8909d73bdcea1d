import type {Voice} from '../src/reading/claim.ts'
import type {Reading, Statement} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {PassageMeasured} from './evaluate-passages.ts'
import {placesOf} from './gold.ts'
import {headWords, namesIn} from './gold-facts.ts'
import type {Passage, PassageChain, PassageVoice} from './passages.ts'
import {sameName} from './same-name.ts'

/**
 * Chains of voices: right where every link is, and link by link in order. Only statements of the annotation are judged, since it
 * need not be complete: what a reader finds beyond them is measured elsewhere.
 */
export function countPassageChains(passage: Passage, reading: Reading): PassageMeasured[] {
  const taken = new Set<Statement>()
  const judged = passage.chains.map(chain => {
    const statement = statementOf(passage.text, reading, chain, taken)
    if (statement) taken.add(statement)
    return {chain, statement, hits: statement ? linksInOrder(reading, chain.voices, statement.voices) : 0}
  })
  const isRight = ({chain, statement, hits}: (typeof judged)[number]) =>
    hits === chain.voices.length && hits === statement?.voices.length
  return [
    {
      part: 'chains',
      figure: 'statement found',
      count: {hits: taken.size, found: taken.size, wanted: judged.length},
      misses: judged.filter(({statement}) => !statement).map(({chain}) => `missing  ${show(chain)}`)
    },
    {
      part: 'chains',
      figure: 'whole chain',
      count: {hits: judged.filter(isRight).length, found: taken.size, wanted: judged.length},
      misses: judged
        .filter(one => one.statement && !isRight(one))
        .map(({chain, statement}) => `chain    ${voiceLine(reading, statement!)} | ${show(chain)}`)
    },
    {
      part: 'chains',
      figure: 'links',
      count: {
        hits: judged.reduce((sum, {hits}) => sum + hits, 0),
        found: judged.reduce((sum, {statement}) => sum + (statement?.voices.length ?? 0), 0),
        wanted: judged.reduce((sum, {chain}) => sum + chain.voices.length, 0)
      },
      misses: []
    }
  ]
}

/** The free statement that shares the most of its content with the chain's, at least half of both, and whose cue overlaps. */
function statementOf(
  text: string,
  {statements}: Reading,
  {cue, content}: PassageChain,
  taken: ReadonlySet<Statement>
): Statement | undefined {
  const wanted = content.flatMap(words => placesOf(text, words).slice(0, 1))
  const cues = placesOf(text, cue)
  let best: Statement | undefined
  let most = 0.5
  for (const statement of statements) {
    if (taken.has(statement) || !statement.cue.some(span => cues.some(place => overlaps(span, place)))) continue
    const shared = sharedPart(wanted, statement.content)
    if (shared < most || (shared === most && best)) continue
    best = statement
    most = shared
  }
  return best
}

function sharedPart(a: readonly Span[], b: readonly Span[]): number {
  const shared = a.reduce(
    (sum, one) =>
      sum +
      b.reduce((inner, two) => inner + Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start)), 0),
    0
  )
  return shared / (lengthOf(a) + lengthOf(b) - shared)
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, {start, end}) => sum + end - start, 0)
}

/** How many links are right when both chains keep their order. */
function linksInOrder(reading: Reading, wanted: readonly PassageVoice[], found: readonly Voice[]): number {
  let above: number[] = Array(found.length + 1).fill(0)
  for (const gold of wanted) {
    const row = [0]
    for (const [column, voice] of found.entries())
      row.push(Math.max(row[column]!, above[column + 1]!, voiceFits(reading, gold, voice) ? above[column]! + 1 : 0))
    above = row
  }
  return above.at(-1)!
}

function voiceFits(reading: Reading, {kinds, names}: PassageVoice, voice: Voice): boolean {
  if (!kinds.includes(voice.kind)) return false
  const found = [...namesIn(reading, voice.entity), ...(voice.text ? [voice.text] : [])]
  if (names.some(name => found.some(other => sameName(name, other)))) return true
  return voice.kind === 'production' && names.some(name => isThing(reading, voice, name))
}

/** Whether `name` is the title or the medium of the production that speaks. */
function isThing({productions}: Reading, {entity, text = ''}: Voice, name: string): boolean {
  const production = productions.find(other => other.entity === entity)
  const media = [production?.medium ?? '', text].filter(words => words !== '')
  return (
    (production !== undefined && sameName(production.title, name)) ||
    media.some(medium => headWords(medium).some(head => headWords(name).includes(head)))
  )
}

function show({cue, content, voices}: PassageChain): string {
  const links = voices.map(({kinds, names}) => `${kinds.join('|')}: ${names[0]}`)
  return `${links.join(' < ')} | ${cue} | ${content.join(' … ')}`
}

function voiceLine(reading: Reading, {voices}: Statement): string {
  return voices.map(({kind, entity, text}) => `${kind}: ${namesIn(reading, entity)[0] ?? text}`).join(' < ')
}
