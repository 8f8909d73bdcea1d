import {hash} from 'node:crypto'
import type {Document, Part} from '../src/intake/document.ts'
import type {Journey} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import type {CaptureWithBytes} from '../src/record/store.ts'
import {contentId} from '../src/text/content-id.ts'
import {Cast, LAST_DAY} from './record-cast.ts'
import {isoDay, type Occasion, wordsOf, writeSentence} from './record-sentences.ts'
import {FIELDS, NOUNS} from './record-words.ts'
import {RecordWriter} from './record-writer.ts'
import {SeededRandom} from './seeded-random.ts'

/** A document as reading would hand it to the record, and how its bytes came. */
export interface Generated {
  readonly journey: Journey
  readonly capture: CaptureWithBytes
}

/**
 * Documents of invented news, as many as are asked for and each by its number alone: some fifty claims about some twenty
 * people, bodies and places that other documents speak of too, over ten years, in many outlets, with reprints among them.
 * The language layer is not run: what a sentence claims is known when it is written, and every span holds its words.
 */
export class RecordGenerator {
  readonly #seed: number
  readonly #cast: Cast

  constructor(seed: number) {
    this.#seed = seed
    this.#cast = new Cast(seed)
  }

  document(number: number): Generated {
    const random = new SeededRandom(this.#seed, KEYS.document, number)
    const isReprint = number > 0 && random.chance(REPRINT_SHARE)
    // What is copied stands not far back, and may be a copy itself.
    const copied = isReprint ? this.#original(Math.max(0, number - 1 - random.below(400))) : number
    return this.#write(number, copied)
  }

  /** The document that this one has its words from: itself, unless it is a reprint. */
  #original(number: number): number {
    const random = new SeededRandom(this.#seed, KEYS.document, number)
    if (number === 0 || !random.chance(REPRINT_SHARE)) return number
    return this.#original(Math.max(0, number - 1 - random.below(400)))
  }

  #write(number: number, copied: number): Generated {
    const cast = this.#cast
    const random = new SeededRandom(this.#seed, KEYS.text, copied)
    const own = new SeededRandom(this.#seed, KEYS.outlet, number)
    const story = cast.story(cast.draw('story', random))
    const printed = Math.min(LAST_DAY, story.begun + Math.floor(400 * random.next() ** 2))
    const day = printed + (number === copied ? 0 : own.below(3))
    const outlet = cast.outlet(own.chance(0.6) ? own.pick(story.outlets) : cast.draw('outlet', own))
    const author = cast.person(cast.draw('person', own)).spellings[0]!
    const writer = new RecordWriter()
    const occasion: Occasion = {cast, story, random, writer, day: printed, ...this.#participants(random, story)}

    const title = writer.write(headline(occasion))
    writer.write('\n\nBy ')
    const byline = writer.write(author)
    writer.write(', ')
    const carrier = writer.name(outlet, outlet.spellings[0]!)
    writer.write('\n\n')
    const dateline = writer.write(wordsOf(day))
    writer.carriedBy([
      {kind: 'outlet', entity: carrier.entity, text: carrier.words},
      {kind: 'author', text: author, ...byline}
    ])
    // Every other copy is cut short.
    const isCut = number !== copied && own.chance(0.5)
    const body = writeBody(occasion, isCut ? own.between(4, 14) : 0)
    const tags = writer.write(`Tags: ${story.terms[0]}`)
    const parts: Part[] = [
      {kind: 'title', ...title},
      {kind: 'byline', start: byline.start - 3, end: carrier.end},
      {kind: 'dateline', ...dateline},
      ...body,
      {kind: 'tag', ...tags}
    ]
    const isDated = !own.chance(0.06)
    return generated(writer, {
      ref: `https://outlet-${own.below(250)}.example/${isoDay(day).replaceAll('-', '/')}/${number}`,
      title: writer.text.slice(title.start, title.end),
      ...(isDated && {published: isoDay(day)}),
      publishedBasis: isDated ? 'stated' : 'unknown',
      outlet: outlet.spellings[0]!,
      authors: [{name: author, ...byline}],
      tags: [story.terms[0]!],
      parts,
      at: new Date(FIRST_CAPTURE_MS + number * 60_000).toISOString()
    })
  }

  /** Mostly those of the story; the rest from everywhere. */
  #participants(
    random: SeededRandom,
    story: ReturnType<Cast['story']>
  ): Pick<Occasion, 'persons' | 'organisations' | 'places'> {
    const cast = this.#cast
    const some = (known: readonly number[], kind: 'person' | 'organisation' | 'place', count: number) =>
      Array.from({length: count}, () => (random.chance(0.75) ? random.pick(known) : cast.draw(kind, random)))
    return {
      persons: some(story.persons, 'person', 8),
      organisations: some(story.organisations, 'organisation', 5),
      places: some(story.places, 'place', 4)
    }
  }
}

/** What the draws of one document are told apart by. */
const KEYS = {document: 101, text: 102, outlet: 103}
const REPRINT_SHARE = 0.08
/** The first document came then, and another each minute. */
const FIRST_CAPTURE_MS = Date.UTC(2025, 0, 1)

function headline({random, story}: Occasion): string {
  const [noun, other] = [random.pick(NOUNS), random.pick(NOUNS)]
  return `${random.pick(FIELDS)} ${noun} and ${other}: the ${random.pick(story.terms)} dispute`
}

/** Paragraphs of two to four sentences, up to a length of its own less what is cut. */
function writeBody(occasion: Occasion, sentencesCut: number): Part[] {
  const {writer, random} = occasion
  const parts: Part[] = []
  for (let left = random.between(32, 62) - sentencesCut; left > 0; ) {
    writer.write('\n\n')
    const start = writer.text.length
    for (let sentences = random.between(2, 4); sentences > 0; sentences--, left--) writeSentence(occasion)
    parts.push({kind: 'body', start, end: writer.text.length - 1})
  }
  writer.write('\n\n')
  return parts
}

type Description = Pick<
  Document,
  'title' | 'published' | 'publishedBasis' | 'outlet' | 'authors' | 'tags' | 'parts'
> & {readonly ref: string; readonly at: string}

function generated(writer: RecordWriter, {ref, at, ...described}: Description): Generated {
  const {text} = writer
  const bytes = new TextEncoder().encode(text)
  const sha256 = hash('sha256', bytes, 'hex')
  const id = contentId('doc', sha256, 'plain-text/1')
  const document: Document = {
    id,
    sha256,
    algorithm: 'plain-text/1',
    text,
    language: 'en',
    notices: [],
    ...described
  }
  const reading: Reading = {
    format: 'hearsay-reading/1',
    reader: {version: 'generator-1', models: {none: '1'}},
    document: {id, ref, sha256, language: 'en', text, ...described},
    entities: writer.entities(),
    ...writer.claims(),
    dates: writer.dates,
    notices: []
  }
  return {journey: {document, reading}, capture: {source: ref, at, bytes, headers: {'content-type': 'text/plain'}}}
}
