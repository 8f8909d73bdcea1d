import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Statement} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'
import {type Count, type Row, recall, sumCounts} from './scores.ts'

/** In the discourse trees of GUM: this clause names who says or thinks what the content tells. */
interface MarkedAttribution {
  readonly polarity: 'positive' | 'negative'
  readonly source: readonly Span[]
  readonly content: readonly Span[]
}

interface MarkedDocument {
  readonly genre: string
  readonly text: string
  readonly attributions: readonly MarkedAttribution[]
}

/** Nothing was learnt from these documents' attributions, so that both parts are unseen. */
const PARTS = ['dev', 'train']

/** Content that overlaps by half, measured by shared characters over all, is the same content. */
const OVERLAP_MIN = 0.5

/**
 * How many of the attributions in GUM's discourse trees are read, by genre: in other genres than the news that the reader has
 * learnt from. Those of whoever writes or is addressed ("I think", "you know") are left out, since Hearsay reads what others
 * are reported to say. There is no precision: the trees mark clauses alone, and not all that is said.
 */
export function evaluateGumAttributions(corpora: string, models: Models): Row[] {
  const documents = PARTS.flatMap(part => {
    const path = join(corpora, `gum-attribution/${part}.jsonl.gz`)
    if (!existsSync(path)) return []
    const printed = printedDocuments(join(corpora, `gum/${part}.conllu.gz`))
    return readLines(path).flatMap(line => (line === '' ? [] : markedDocument(line, printed)))
  })
  const counted = documents.map(document => ({genre: document.genre, counts: countDocument(document, models)}))
  const genres = [...new Set(counted.map(({genre}) => genre))].sort()
  const row = (figure: string, counts: readonly Count[]): Row => {
    const count = sumCounts(counts)
    return {part: 'who said what', on: 'gum-attribution', figure, value: recall(count), count}
  }
  if (documents.length === 0) return []
  return [
    row(
      'recall',
      counted.map(({counts}) => counts.all)
    ),
    row(
      'recall of denied ones, as denied',
      counted.map(({counts}) => counts.denied)
    ),
    ...genres.map(genre =>
      row(
        `recall, ${genre}`,
        counted.filter(one => one.genre === genre).map(({counts}) => counts.all)
      )
    )
  ]
}

function countDocument({text, attributions}: MarkedDocument, models: Models): {all: Count; denied: Count} {
  const bytes = new TextEncoder().encode(text)
  const {reading} = readSource({ref: '-', bytes, format: 'text'}, models)
  const claims = [...reading.statements, ...reading.attitudes]
  const found = attributions.map(one => claims.find(claim => isSame(one, claim)))
  const denied = attributions.map(({polarity}) => polarity === 'negative')
  const count = (isCounted: (index: number) => boolean, isHit: (claim: Statement) => boolean): Count => {
    const indexes = [...attributions.keys()].filter(isCounted)
    const hits = indexes.filter(index => found[index] && isHit(found[index])).length
    return {hits, found: 0, wanted: indexes.length}
  }
  return {
    all: count(
      () => true,
      () => true
    ),
    denied: count(
      index => denied[index]!,
      claim => claim.polarity === 'negative'
    )
  }
}

function isSame({source, content}: MarkedAttribution, claim: Statement): boolean {
  const isCued = [...claim.cue, ...(claim.source ? [claim.source] : [])].some(span =>
    source.some(other => overlaps(span, other))
  )
  const shared = sum(
    claim.content.flatMap(span =>
      content.map(other => ({
        start: Math.max(span.start, other.start),
        end: Math.max(span.start, other.start, Math.min(span.end, other.end))
      }))
    )
  )
  return isCued && OVERLAP_MIN <= shared / (sum(claim.content) + sum(content) - shared)
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((length, {start, end}) => length + end - start, 0)
}

interface DocumentLine {
  readonly doc: string
  readonly genre: string
  readonly tokens: readonly string[]
  readonly sentences: readonly number[]
  readonly attributions: readonly {
    readonly polarity: 'positive' | 'negative'
    readonly source: readonly (readonly [number, number])[]
    readonly content: readonly (readonly [number, number])[]
    readonly continued?: readonly (readonly [number, number])[]
    readonly who: readonly number[]
  }[]
}

/** Who speaks of themselves, or to somebody. */
const FIRST_OR_SECOND = /^(?:i|we|you|me|us)$/i

/** The words of a document as printed, with the attributions of third persons as spans of its text. */
function markedDocument(line: string, printed: ReadonlyMap<string, PrintedDocument>): MarkedDocument[] {
  const {doc, genre, tokens, attributions} = JSON.parse(line) as DocumentLine
  const document = printed.get(doc)
  if (document === undefined || document.words.length !== tokens.length) return []
  const spanOf = ([first, end]: readonly [number, number]): Span => ({
    start: document.words[first]!.start,
    end: document.words[end - 1]!.end
  })
  const marked = attributions
    .filter(({who}) => who.length > 0 && !who.some(token => FIRST_OR_SECOND.test(tokens[token]!)))
    .map(({polarity, source, content, continued = []}) => ({
      polarity,
      source: source.map(spanOf),
      content: [...content, ...continued].map(spanOf)
    }))
  return [{genre, text: document.text, attributions: marked}]
}

interface PrintedDocument {
  readonly text: string
  readonly words: readonly Span[]
}

/** The documents of a CoNLL-U file as printed, by their names: white space and paragraphs as the file tells them. */
function printedDocuments(path: string): Map<string, PrintedDocument> {
  const documents = new Map<string, {text: string; words: Span[]}>()
  let document: {text: string; words: Span[]} = {text: '', words: []}
  let gap = ''
  let joinedUntil = 0
  for (const line of readLines(path)) {
    const name = /^# newdoc id = (.+)$/.exec(line)?.[1]
    if (name) {
      document = {text: '', words: []}
      documents.set(name, document)
      gap = ''
    } else if (line.startsWith('# newpar')) gap = document.text === '' ? '' : '\n\n'
    else if (/^\d/.test(line)) {
      const fields = line.split('\t')
      const [first, last] = fields[0]!.split('-').map(Number) as [number, number?]
      const isGlued = /\bSpaceAfter=No\b/.test(fields[9]!)
      if (last !== undefined) {
        joinedUntil = last
        document.text += gap
        gap = isGlued ? '' : ' '
        continue
      }
      const isJoined = first <= joinedUntil
      if (!isJoined) document.text += gap
      document.words.push({start: document.text.length, end: document.text.length + fields[1]!.length})
      document.text += fields[1]!
      if (!isJoined) gap = isGlued ? '' : ' '
    } else if (line === '') joinedUntil = 0
  }
  return documents
}
