import type {EntityKind} from '../src/language/analysis.ts'
import * as words from './record-words.ts'
import {SeededRandom, ZipfRanks} from './seeded-random.ts'

/** Somebody or something that many documents may speak of. */
export interface CastMember {
  /** Equal for one and the same, whatever it is called. */
  readonly key: string
  readonly kind: EntityKind
  /** The ways its whole name is written, the usual first. */
  readonly spellings: readonly string[]
  /** What it is called once it was named: a surname, an acronym. */
  readonly short: string
}

export interface Person extends CastMember {
  /** A post that others may hold as well, and where. */
  readonly title: string
  readonly home: number
}

/** One of a body's leaders, one after the other. Days are counted from the beginning of 2008. */
export interface Tenure {
  readonly person: number
  readonly title: string
  readonly begun: number
  readonly ended: number
}

/** A matter that documents return to, with those who have to do with it. */
export interface Story {
  readonly key: number
  readonly persons: readonly number[]
  readonly organisations: readonly number[]
  readonly places: readonly number[]
  readonly outlets: readonly number[]
  /** Words that hardly any other story has. */
  readonly terms: readonly string[]
  readonly begun: number
}

const SIZES = {person: 60_000, organisation: 12_000, place: 6_000, outlet: 250, story: 6_000}
/** The most frequent person stands in about one document of twelve. */
const OFFSETS = {person: 10, organisation: 10, place: 6, outlet: 8, story: 50}

/** What each kind's draws are told apart by. */
const KEYS = {person: 1, organisation: 2, place: 3, outlet: 4, story: 5, tenure: 6, surname: 7}

/** Everybody and everything that a generated record speaks of: the same for the same seed, each made when asked for. */
export class Cast {
  readonly #seed: number
  readonly #ranks = {
    person: new ZipfRanks(SIZES.person, OFFSETS.person),
    organisation: new ZipfRanks(SIZES.organisation, OFFSETS.organisation),
    place: new ZipfRanks(SIZES.place, OFFSETS.place),
    outlet: new ZipfRanks(SIZES.outlet, OFFSETS.outlet),
    story: new ZipfRanks(SIZES.story, OFFSETS.story)
  }
  /** Surnames are shared by few or by many, so whole names are at times shared as well. */
  readonly #surnames = new ZipfRanks(5_000, 60)

  constructor(seed: number) {
    this.#seed = seed
  }

  /** One of a kind, the well known ones more often. */
  draw(kind: keyof typeof SIZES, random: SeededRandom): number {
    return this.#ranks[kind].draw(random)
  }

  person(index: number): Person {
    const random = new SeededRandom(this.#seed, KEYS.person, index)
    const given = random.pick(words.GIVEN_BEGINNINGS) + random.pick(words.GIVEN_ENDS)
    const surname = this.#surname(this.#surnames.draw(random))
    const usual = `${given} ${surname}`
    return {
      key: `person ${index}`,
      kind: 'person',
      spellings: random.chance(0.15) ? [usual, ...otherSpellings(given, surname, random)] : [usual],
      short: surname,
      title: random.pick(words.OTHER_TITLES),
      home: this.draw('organisation', random)
    }
  }

  organisation(index: number): CastMember {
    const random = new SeededRandom(this.#seed, KEYS.organisation, index)
    const place = this.place(this.draw('place', random)).short
    const name = random.pick(words.ORGANISATION_FORMS).replace('#', random.pick(words.FIELDS)).replace('@', place)
    const acronym = name.replace(/[^A-Z]/g, '')
    return {
      key: `organisation ${index}`,
      kind: 'organisation',
      spellings: [name],
      short: acronym.length >= 3 ? acronym : name
    }
  }

  place(index: number): CastMember {
    const random = new SeededRandom(this.#seed, KEYS.place, index)
    const middle = random.chance(0.5) ? random.pick(words.SURNAME_MIDDLES) : ''
    const name = random.pick(words.PLACE_BEGINNINGS) + middle + random.pick(words.PLACE_ENDS)
    return {key: `place ${index}`, kind: 'place', spellings: [name], short: name}
  }

  outlet(index: number): CastMember {
    const random = new SeededRandom(this.#seed, KEYS.outlet, index)
    const name = random.pick(words.OUTLET_FORMS).replace('@', this.place(index).short)
    return {key: `outlet ${index}`, kind: 'outlet', spellings: [name], short: name}
  }

  /** Who led a body, one after the other and without a gap, over the years that documents speak of. */
  tenures(organisation: number): Tenure[] {
    const random = new SeededRandom(this.#seed, KEYS.tenure, organisation)
    const title = random.pick(words.LEADING_TITLES)
    const tenures: Tenure[] = []
    for (let begun = random.below(900); begun < LAST_DAY; ) {
      const ended = begun + random.between(500, 2_500)
      tenures.push({person: this.draw('person', random), title, begun, ended})
      begun = ended
    }
    return tenures
  }

  story(index: number): Story {
    const random = new SeededRandom(this.#seed, KEYS.story, index)
    const several = (kind: 'person' | 'organisation' | 'place' | 'outlet', count: number) => [
      ...new Set(Array.from({length: count}, () => this.draw(kind, random)))
    ]
    return {
      key: index,
      persons: several('person', 8),
      organisations: several('organisation', 4),
      places: several('place', 4),
      outlets: several('outlet', 6),
      terms: Array.from({length: 4}, () => rareTerm(random)),
      begun: random.between(FIRST_REPORT_DAY, LAST_DAY - 400)
    }
  }

  #surname(rank: number): string {
    const random = new SeededRandom(this.#seed, KEYS.surname, rank)
    const particle = random.chance(0.08) ? random.pick(['al-', 'van ', 'de ', 'el-']) : ''
    return (
      particle +
      random.pick(words.SURNAME_BEGINNINGS) +
      random.pick(words.SURNAME_MIDDLES) +
      random.pick(words.SURNAME_ENDS)
    )
  }
}

/** Documents are of the ten years from 2015; days are counted from the beginning of 2008. */
const FIRST_REPORT_DAY = 2_557
export const LAST_DAY = FIRST_REPORT_DAY + 3_652

function otherSpellings(given: string, surname: string, random: SeededRandom): string[] {
  const changes: readonly ((name: string) => string)[] = [
    name => name.replace('k', 'q'),
    name => name.replace('i', 'y'),
    name => name.replace(/([bdlmnrst])(?=[aeiou])/, '$1$1'),
    name => name.replace('a', 'ā'),
    name => name.replace('ou', 'u').replace('z', 's'),
    name => name.replace('-', ' ')
  ]
  const others = [`${given} ${random.pick(changes)(surname)}`, `${random.pick(changes)(given)} ${surname}`]
  return [...new Set(others)].filter(other => other !== `${given} ${surname}`)
}

function rareTerm(random: SeededRandom): string {
  const syllables = [words.PLACE_BEGINNINGS, words.SURNAME_MIDDLES, words.GIVEN_ENDS, words.TERM_ENDS]
  return syllables
    .map(choice => random.pick(choice))
    .join('')
    .toLowerCase()
}
