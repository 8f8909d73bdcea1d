import type {Reading, Statement} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {Measured} from './evaluate-gold.ts'
import {cuePlaces, type GoldArticle, type GoldStatement} from './gold.ts'
import {sameName} from './same-name.ts'

/** Content that overlaps by half, measured by shared words over all words, is the same content. */
const JACCARD_MIN = 0.5

const PRONOUN = /^(?:he|she|they|it|who|which|i|we)$/i

interface Pair {
  readonly gold: GoldStatement
  readonly found: Statement
  readonly jaccard: number
}

/**
 * Statements, and who-said-what, over all and by kind.
 *
 * A found statement that only fits a borderline item of the annotation is neither right nor wrong.
 */
export function countStatements(article: GoldArticle, reading: Reading): Measured[] {
  const pairs = pairUp(article, reading.statements)
  const borderline = new Set(pairs.filter(({gold}) => !gold.certain).map(({found}) => found))
  const certain = pairs.filter(({gold}) => gold.certain)
  const right = certain.filter(({gold, found}) => speakerFits(article, reading, gold, found))
  const judged = reading.statements.filter(statement => !borderline.has(statement))
  const wanted = article.statements.filter(statement => statement.certain)
  const goldOf = new Map(certain.map(({gold, found}) => [found, gold]))
  const kindOf = (statement: Statement) => goldOf.get(statement)?.kind ?? statement.kind

  const measured: Measured[] = [
    {
      part: 'statements',
      figure: 'found',
      count: {hits: certain.length, found: judged.length, wanted: wanted.length},
      misses: []
    },
    {
      part: 'who said what',
      figure: 'all',
      count: {hits: right.length, found: judged.length, wanted: wanted.length},
      misses: describeMisses(article, reading, certain, right, wanted, judged)
    }
  ]
  for (const kind of ['direct', 'mixed', 'indirect'] as const)
    measured.push({
      part: 'who said what',
      figure: kind,
      count: {
        hits: right.filter(({gold}) => gold.kind === kind).length,
        found: judged.filter(statement => kindOf(statement) === kind).length,
        wanted: wanted.filter(statement => statement.kind === kind).length
      },
      misses: []
    })
  return measured
}

/** The best one-to-one pairing of annotated and found statements, most alike first. */
function pairUp({text, statements}: GoldArticle, found: readonly Statement[]): Pair[] {
  const candidates: Pair[] = []
  for (const gold of statements) {
    const spans = gold.spans.map(([start, end]) => ({start, end}))
    const cues = cuePlaces(text, gold.cue, spans)
    const goldWords = wordPlaces(text, spans)
    for (const statement of found) {
      const cueFits = cues.length === 0 || statement.cue.some(span => cues.some(cue => overlaps(span, cue)))
      const jaccard = cueFits ? jaccardOf(goldWords, wordPlaces(text, statement.content)) : 0
      if (JACCARD_MIN <= jaccard) candidates.push({gold, found: statement, jaccard})
    }
  }
  candidates.sort((a, b) => Number(b.gold.certain) - Number(a.gold.certain) || b.jaccard - a.jaccard)
  const taken = new Set<GoldStatement | Statement>()
  return candidates.filter(({gold, found: statement}) => {
    if (taken.has(gold) || taken.has(statement)) return false
    taken.add(gold)
    taken.add(statement)
    return true
  })
}

/** Where each word of `spans` starts: shared places, not shared words, make contents alike. */
function wordPlaces(text: string, spans: readonly Span[]): Set<number> {
  const places = new Set<number>()
  for (const {start, end} of spans)
    for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) places.add(start + match.index)
  return places
}

function jaccardOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const place of a) if (b.has(place)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** A described speaker ("a spokesman") also fits by the words at the quotation; a pronoun never does. */
function speakerFits(article: GoldArticle, reading: Reading, gold: GoldStatement, found: Statement): boolean {
  const entity = article.entities.find(({name}) => sameName(name, gold.speaker))
  const wanted = [
    gold.speaker,
    ...(entity ? entity.aliases : PRONOUN.test(gold.speakerMention) ? [] : [gold.speakerMention])
  ]
  return speakerNames(reading, found).some(name => wanted.some(want => sameName(name, want)))
}

function speakerNames(reading: Reading, {speaker, speakerText}: Statement): string[] {
  const entity = speaker === null ? undefined : reading.entities.find(({id}) => id === speaker)
  return entity ? [entity.name, ...entity.names] : speakerText ? [speakerText] : []
}

function describeMisses(
  {text}: GoldArticle,
  reading: Reading,
  certain: readonly Pair[],
  right: readonly Pair[],
  wanted: readonly GoldStatement[],
  judged: readonly Statement[]
): string[] {
  const foundGold = new Set(certain.map(({gold}) => gold))
  const matched = new Set(certain.map(({found}) => found))
  const goldWords = (gold: GoldStatement) => gold.spans.map(([start, end]) => text.slice(start, end)).join(' … ')
  const foundWords = (statement: Statement) =>
    statement.content.map(({start, end}) => text.slice(start, end)).join(' … ')
  return [
    ...wanted
      .filter(gold => !foundGold.has(gold))
      .map(gold => `missing  ${gold.kind} | ${gold.speaker} | ${gold.cue} | ${goldWords(gold)}`),
    ...certain
      .filter(pair => !right.includes(pair))
      .map(
        ({gold, found}) =>
          `speaker  ${speakerNames(reading, found)[0] ?? '-'} for ${gold.speaker} | ${gold.cue} | ${goldWords(gold)}`
      ),
    ...judged
      .filter(statement => !matched.has(statement))
      .map(statement => {
        const cue = statement.cue.map(({start, end}) => text.slice(start, end)).join(' … ')
        return `wrong    ${statement.kind} | ${speakerNames(reading, statement)[0] ?? '-'} | ${cue} | ${foundWords(statement)}`
      })
  ]
}
