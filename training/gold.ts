import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {covers, type Span} from '../src/text/span.ts'

/** One annotated article, as its annotators wrote it down. Conventions: `gold/README.md` beside the articles. */
export interface GoldArticle {
  readonly name: string
  readonly text: string
  readonly published: string
  readonly statements: readonly GoldStatement[]
  readonly entities: readonly {
    readonly name: string
    readonly type: string
    readonly aliases: readonly string[]
  }[]
  readonly roles: readonly GoldRole[]
  readonly relations: readonly {
    readonly from: string
    readonly kind: string
    readonly to: string
    readonly evidence: string
  }[]
  readonly productions: readonly {
    readonly title: string
    readonly kind: string
    readonly producer: string
    readonly attributedTo: string
    readonly evidence: string
  }[]
  readonly events: readonly {readonly what: string; readonly when: string; readonly evidence: string}[]
  readonly assessments: readonly {readonly assessor: string; readonly hedge: string; readonly content: string}[]
  readonly dates: readonly {readonly text: string; readonly value: string}[]
}

export interface GoldStatement {
  readonly speaker: string
  readonly speakerMention: string
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** Exact words at the quote, without a place; empty where there are none. */
  readonly cue: string
  readonly certain: boolean
  readonly spans: readonly (readonly [number, number])[]
}

export interface GoldRole {
  readonly person: string
  readonly role: string
  readonly organisation: string
  readonly status: string
  readonly start?: string
  readonly end?: string
  readonly evidence: string
}

/** Where the annotated articles stand when the project lies beside its shared data. */
export const GOLD_FOLDER = new URL('../../shared/gold/', import.meta.url).pathname

/** The project's own annotated reports. */
export const EXAMPLES_FOLDER = new URL('../examples/', import.meta.url).pathname

/**
 * The annotated articles in `folder`, in the order of their names; none where the folder is absent. Facts stand in `facts/`, texts
 * in `articles/` or in the folder itself. Content without spans is looked for in the text, where it must stand once.
 */
export function readGold(folder: string = GOLD_FOLDER): GoldArticle[] {
  if (!existsSync(join(folder, 'facts'))) return []
  const texts = existsSync(join(folder, 'articles')) ? join(folder, 'articles') : folder
  return readdirSync(join(folder, 'facts'))
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const facts = JSON.parse(readFileSync(join(folder, 'facts', file), 'utf8'))
      const text = readFileSync(join(texts, facts.article), 'utf8')
      const statements = facts.statements.map((statement: GoldStatement & {content: readonly string[]}) => ({
        ...statement,
        spans: statement.spans ?? statement.content.map(words => spanOnce(facts.article, text, words))
      }))
      return {...facts, name: facts.article, text, statements}
    })
}

function spanOnce(article: string, text: string, words: string): [number, number] {
  const places = placesOf(text, words)
  if (places.length !== 1)
    throw new RangeError(`Cannot place “${words}” in ${article}: it stands there ${places.length} times`)
  return [places[0]!.start, places[0]!.end]
}

/** Every place where `words` stand in `text`. */
export function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  if (words === '') return places
  for (let start = text.indexOf(words); 0 <= start; start = text.indexOf(words, start + 1))
    places.push({start, end: start + words.length})
  return places
}

/** A cue stands at most this far from its content: a long paragraph away. */
const CUE_DISTANCE_MAX = 300

/** Where the cue `words` may stand, near the content and outside it: gold gives a cue's words, not their place. */
export function cuePlaces(text: string, words: string, content: readonly Span[]): Span[] {
  return placesOf(text, words).filter(
    place =>
      !content.some(span => covers(span, place)) && content.some(span => gapBetween(place, span) <= CUE_DISTANCE_MAX)
  )
}

function gapBetween(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end)
}
