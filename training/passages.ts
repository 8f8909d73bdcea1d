import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A short text of invented news with what a careful reader writes down of it. Conventions: `examples/passages/README.md`. */
export interface Passage {
  readonly name: string
  readonly genre: string
  /** Sealed passages are looked at only where a figure is reported: no rule is made by them. */
  readonly part: PassagePart
  readonly published: string
  /** The paragraphs, joined by empty lines. */
  readonly text: string
  /** Those of all productions of the passage, in the order in which the text tells them. */
  readonly segments: readonly PassageSegment[]
  readonly chains: readonly PassageChain[]
  readonly roles: readonly PassageRole[]
}

export type PassagePart = 'open' | 'sealed'

export interface PassageSegment {
  readonly what: string
  readonly speakers: readonly string[]
  readonly footage?: 'old' | 'new'
  /** The words that say so. */
  readonly basis?: string
  /** Borderline where false: neither right nor wrong. */
  readonly certain?: boolean
}

/** By which voices these words reached the reader, the nearest first. */
export interface PassageChain {
  readonly cue: string
  readonly content: readonly string[]
  readonly voices: readonly PassageVoice[]
}

/** One link of a chain; any of the kinds and any of the names will do. */
export interface PassageVoice {
  readonly kinds: readonly string[]
  readonly names: readonly string[]
}

export interface PassageRole {
  readonly person: string
  /** Any of them will do. */
  readonly titles: readonly string[]
  /** Any of them will do; where there is none, none is asked for. */
  readonly organisations: readonly string[]
  readonly status: 'current' | 'former' | 'acting' | 'designate'
  readonly begun?: string
  readonly ended?: string
  readonly observed?: string
  readonly certain?: boolean
}

/** Where the project's own passages stand, a file a genre. */
const PASSAGES_FOLDER = new URL('../examples/passages/', import.meta.url).pathname

/** The annotated passages in `folder`, genre by genre. */
export function readPassages(folder: string = PASSAGES_FOLDER): Passage[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .flatMap(file => {
      const passages: StoredPassage[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return passages.map(passage => passageOf(passage, file.replace('.json', '')))
    })
}

/** A passage as its file has it: choices stand in one string, `letter / note`. */
interface StoredPassage {
  readonly name: string
  readonly part: PassagePart
  readonly published: string
  readonly text: readonly string[]
  readonly segments?: readonly PassageSegment[]
  readonly chains?: readonly {readonly cue: string; readonly content: readonly string[]; readonly voices: string[]}[]
  readonly roles?: readonly StoredRole[]
}

type StoredRole = Omit<PassageRole, 'titles' | 'organisations'> & {
  readonly title: string
  readonly organisation: string
}

function passageOf({text, segments = [], chains = [], roles = [], ...passage}: StoredPassage, genre: string): Passage {
  return {
    ...passage,
    genre,
    text: text.join('\n\n'),
    segments,
    chains: chains.map(chain => ({...chain, voices: chain.voices.map(voiceOf)})),
    roles: roles.map(role => roleOf(role, passage.published))
  }
}

function voiceOf(words: string): PassageVoice {
  const colon = words.indexOf(': ')
  return {kinds: words.slice(0, colon).split('|'), names: choicesOf(words.slice(colon + 2))}
}

/** Who holds an office in a report is seen in it on the day of the report, unless the text tells of another day. */
function roleOf({title, organisation, ...role}: StoredRole, published: string): PassageRole {
  const holds = role.status === 'current' || role.status === 'acting'
  return {
    ...role,
    titles: choicesOf(title),
    organisations: choicesOf(organisation),
    ...(holds && role.observed === undefined && {observed: published})
  }
}

function choicesOf(words: string): string[] {
  return words === '' ? [] : words.split(' / ')
}
