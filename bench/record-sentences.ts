import type {Modality, Time} from '../src/reading/claim.ts'
import type {Cast, CastMember, Person, Story, Tenure} from './record-cast.ts'
import * as lists from './record-words.ts'
import type {Named, RecordWriter} from './record-writer.ts'
import type {SeededRandom} from './seeded-random.ts'

/** What a document is written from. */
export interface Occasion {
  readonly cast: Cast
  readonly story: Story
  readonly random: SeededRandom
  readonly writer: RecordWriter
  /** Day of the report, counted from the beginning of 2008. */
  readonly day: number
  readonly persons: readonly number[]
  readonly organisations: readonly number[]
  readonly places: readonly number[]
}

/** Write one sentence, and claim what it says. */
export function writeSentence(occasion: Occasion): void {
  const drawn = occasion.random.next()
  const [, sentence] = SENTENCES.find(([reached]) => drawn < reached)!
  sentence(occasion)
  occasion.writer.write('. ')
}

/** Each up to this share of all. Set so that a document of fifty claims has some 28 statements and four attitudes. */
const SENTENCES: readonly (readonly [reached: number, write: (occasion: Occasion) => void])[] = [
  [0.2, quote],
  [0.57, report],
  [0.66, hold],
  [0.72, begin],
  [0.76, leave],
  [0.83, relate],
  [0.92, happen],
  [0.94, produce],
  [1, assess]
]

const COMMON = {polarity: 'positive', modality: [], score: 0.9} as const

/** “The old bridge will close,” said envoy Dana Marlow of the Velmora Agency */
function quote(occasion: Occasion): void {
  const {writer, random} = occasion
  writer.write('“')
  const content = writer.write(`We will ${clause(occasion)}`)
  writer.write(',” ')
  const cue = writer.write(random.pick(['said', 'wrote', 'added']))
  writer.write(' ')
  const speaker = nameWithPost(occasion, random.pick(occasion.persons))
  say(occasion, {kind: 'direct', cue, content, speaker, reason: 'quoted words stand before the verb'})
}

/** Marlow said the government would likely not close the bridge */
function report(occasion: Occasion): void {
  const {writer, random, story} = occasion
  const speaker = random.chance(0.3) ? organisation(occasion) : nameWithPost(occasion, random.pick(occasion.persons))
  writer.write(' ')
  const cue = writer.write(random.pick(lists.SAYING_VERBS))
  writer.write(' ')
  const start = writer.text.length
  const isNegative = random.chance(0.04)
  writer.write(`that the ${random.pick(lists.NOUNS)} would `)
  const hedge = random.chance(0.1) ? random.pick(lists.HEDGES) : undefined
  const hedged = hedge && writer.write(hedge.words)
  // What is said again and again in a story is drawn from few: so documents corroborate and contradict each other.
  const isTold = random.chance(0.4)
  const words = isTold ? toldClause(story, random.below(12)) : clause(occasion)
  writer.write(`${hedged ? ' ' : ''}${isNegative ? 'not ' : ''}${words}`)
  const content = {start, end: writer.text.length}
  const modality: Modality[] = hedged ? [{voice: 0, value: hedge.value, hedge: hedged, scope: content}] : []
  const polarity = isNegative ? 'negative' : 'positive'
  say(occasion, {kind: 'indirect', cue, content, speaker, modality, polarity, reason: 'a clause follows the verb'})
}

/** Marlow wants to close the bridge */
function hold(occasion: Occasion): void {
  const {writer, random} = occasion
  const speaker = person(occasion, random.pick(occasion.persons))
  writer.write(' ')
  const cue = writer.write(random.pick(lists.HOLDING_VERBS))
  writer.write(' ')
  const content = writer.write(`to ${clause(occasion)}`)
  say(occasion, {claimKind: 'attitude', kind: 'indirect', cue, content, speaker, reason: 'a verb of wanting'})
}

interface Said {
  readonly claimKind?: 'statement' | 'attitude'
  readonly kind: 'direct' | 'indirect'
  readonly cue: {start: number; end: number}
  readonly content: {start: number; end: number}
  readonly speaker: Named
  readonly reason: string
  readonly modality?: readonly Modality[]
  readonly polarity?: 'positive' | 'negative'
}

function say({writer}: Occasion, said: Said): void {
  const {claimKind = 'statement', kind, cue, content, speaker, reason, modality = [], polarity = 'positive'} = said
  const source = {start: speaker.start, end: speaker.end}
  writer.claim({
    claimKind,
    claim: {
      kind,
      source,
      speaker: speaker.entity,
      speakerText: speaker.words,
      cue: [cue],
      content: [content],
      altered: [],
      evidence: [source, cue, content].sort((a, b) => a.start - b.start),
      voices: writer.voices(speaker),
      ...COMMON,
      modality,
      polarity,
      reason
    }
  })
}

/** A name, at times with the post in front: a role as it was observed on the day of the report. */
function nameWithPost(occasion: Occasion, index: number): Named {
  const {writer, random, cast} = occasion
  if (!random.chance(0.15)) return person(occasion, index)
  const member = cast.person(index)
  const title = writer.write(member.title)
  writer.write(' ')
  const named = nameOf(occasion, member)
  const body = cast.organisation(member.home)
  writer.write(' of the ')
  const home = nameOf(occasion, body)
  const observed = dayTime(occasion.day)
  writer.claim({
    claimKind: 'role',
    claim: {
      person: named.entity,
      title: member.title,
      organisation: home.entity,
      status: 'current',
      observed,
      evidence: [{start: title.start, end: home.end}],
      voices: writer.voices(),
      ...COMMON,
      reason: 'title before the name'
    }
  })
  return named
}

/** Marlow was appointed director of the Velmora Agency in May 2019 */
function begin(occasion: Occasion): void {
  tell(occasion, 'was appointed', 'begun')
}

/** Marlow resigned as director of the Velmora Agency in May 2021 */
function leave(occasion: Occasion): void {
  tell(occasion, 'resigned as', 'ended')
}

function tell(occasion: Occasion, verb: string, end: 'begun' | 'ended'): void {
  const {writer, random, cast, day} = occasion
  const index = random.pick(occasion.organisations)
  const tenures = cast.tenures(index).filter(tenure => tenure[end] < day)
  if (tenures.length === 0) {
    report(occasion)
    return
  }
  const tenure: Tenure = random.pick(tenures.slice(-2))
  const named = person(occasion, tenure.person)
  writer.write(` ${verb} ${tenure.title} of the `)
  const body = nameOf(occasion, cast.organisation(index))
  writer.write(' in ')
  // One report in twenty-five has another year.
  const time = monthTime(writer, tenure[end] + (random.chance(0.04) ? 365 : 0))
  writer.claim({
    claimKind: 'role',
    claim: {
      person: named.entity,
      title: tenure.title,
      organisation: body.entity,
      status: end === 'begun' ? 'current' : 'former',
      [end]: time,
      evidence: [{start: named.start, end: writer.text.length}],
      voices: writer.voices(),
      ...COMMON,
      reason: `the post is said to have ${end}`
    }
  })
}

/** The Velmora Front is allied with the Union of Harbours */
function relate(occasion: Occasion): void {
  const {writer, random} = occasion
  const {phrase, kind} = random.pick(lists.RELATION_PHRASES)
  const from = organisation(occasion)
  writer.write(' ')
  const said = writer.write(phrase)
  writer.write(' ')
  const to = organisation(occasion)
  if (from.entity === to.entity) return
  writer.claim({
    claimKind: 'relation',
    claim: {
      from: from.entity,
      kind,
      phrase: writer.text.slice(said.start, said.end),
      to: to.entity,
      evidence: [{start: from.start, end: to.end}],
      voices: writer.voices(),
      ...COMMON,
      reason: 'a phrase of relation between two names'
    }
  })
}

/** The Velmora Brigade attacked the Union of Harbours in Dramora on 3 May 2019 */
function happen(occasion: Occasion): void {
  const {writer, random, cast, story, day} = occasion
  const {verb, kind} = random.pick(lists.EVENT_VERBS)
  const agent = organisation(occasion)
  writer.write(` ${verb} `)
  const target = organisation(occasion)
  writer.write(' in ')
  const place = nameOf(occasion, cast.place(random.pick(occasion.places)))
  writer.write(' on ')
  // A story has a few days on which things happened; one report in twenty has the next day.
  const happened = Math.min(day, story.begun + random.below(6) * 7) + (random.chance(0.05) ? 1 : 0)
  const when = writer.date(wordsOf(happened), dayTime(happened))
  const participants = [
    {entity: agent.entity, part: 'agent' as const},
    {entity: target.entity, part: 'target' as const}
  ]
  writer.claim({
    claimKind: 'event',
    claim: {
      kind,
      what: writer.text.slice(agent.start, writer.text.length),
      participants,
      place: place.entity,
      when,
      evidence: [{start: agent.start, end: writer.text.length}],
      voices: writer.voices(),
      ...COMMON,
      reason: `verb of an event: "${verb}"`
    }
  })
}

/** The Velmora Front released a video titled “Days of Dramora” */
function produce(occasion: Occasion): void {
  const {writer, random, cast, story} = occasion
  const producer = organisation(occasion)
  const medium = random.pick(lists.MEDIA)
  writer.write(` released a ${medium} titled “`)
  const place = cast.place(random.pick(occasion.places)).short
  const title = `${random.pick(['Days', 'Voices', 'Tides', 'Nights'])} of ${place}`
  const work: CastMember = {
    key: `production ${story.key} ${title}`,
    kind: 'production',
    spellings: [title],
    short: title
  }
  const named = writer.name(work, title)
  const end = writer.write('”').end
  writer.claim({
    claimKind: 'production',
    claim: {
      entity: named.entity,
      title,
      medium,
      producer: producer.entity,
      channels: [],
      segments: [],
      evidence: [{start: producer.start, end}],
      voices: writer.voices(),
      ...COMMON,
      reason: 'a verb of releasing'
    }
  })
}

/** The Velmora Institute assesses that Marlow is likely to close the bridge */
function assess(occasion: Occasion): void {
  const {writer, random} = occasion
  const assessor = organisation(occasion)
  writer.write(' assesses that ')
  const start = writer.text.length
  person(occasion, random.pick(occasion.persons))
  writer.write(' is ')
  const drawn = random.pick(lists.HEDGES)
  const hedge = writer.write(drawn.words)
  writer.write(` to ${clause(occasion)}`)
  const scope = {start, end: writer.text.length}
  writer.claim({
    claimKind: 'assessment',
    claim: {
      assessor: assessor.entity,
      hedge,
      ...(drawn.band !== undefined && {band: drawn.band}),
      scope,
      evidence: [{start: assessor.start, end: assessor.end}, hedge, scope],
      voices: writer.voices(assessor),
      ...COMMON,
      reason: 'a verb of assessing'
    }
  })
}

/** close the old bridge in Dramora before the winter */
function clause({random, story}: Occasion): string {
  const object = random.chance(0.12) ? random.pick(story.terms) : random.pick(lists.NOUNS)
  const words = [random.pick(lists.VERBS), 'the', random.pick(lists.ADJECTIVES), object]
  if (random.chance(0.5)) words.push('and the', random.pick(lists.NOUNS))
  if (random.chance(0.5)) words.push(random.pick(lists.TIMES))
  return words.join(' ')
}

/** The same words for the same story and number. */
function toldClause({terms, key}: Story, number: number): string {
  const place = key * 31 + number * 17
  const at = (list: readonly string[], step: number) => list[(place + step) % list.length]!
  return `${at(lists.VERBS, 3)} the ${at(lists.ADJECTIVES, 7)} ${at(lists.NOUNS, 11)} of the ${at(terms, 0)} ${at(lists.TIMES, 5)}`
}

function person(occasion: Occasion, index: number): Named {
  return nameOf(occasion, occasion.cast.person(index))
}

function organisation(occasion: Occasion): Named {
  return nameOf(occasion, occasion.cast.organisation(occasion.random.pick(occasion.organisations)))
}

/** Now and then a pronoun for whoever was named before. */
function nameOf({writer, random}: Occasion, member: CastMember | Person): Named {
  const spelling = random.chance(0.7) ? member.spellings[0]! : random.pick(member.spellings)
  const isKnown = writer.entityOf(member) !== undefined
  if (isKnown && member.kind === 'person' && random.chance(0.15)) return writer.pronoun(member, spelling, 'he')
  return writer.name(member, spelling)
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Days are counted from here. */
const FIRST_DAY_MS = Date.UTC(2008, 0, 1)
const DAY_MS = 86_400_000

/** `2019-05-03` */
export function isoDay(day: number): string {
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10)
}

/** `3 May 2019` */
export function wordsOf(day: number): string {
  const [year, month, date] = isoDay(day).split('-').map(Number)
  return `${date} ${MONTHS[month! - 1]} ${year}`
}

function dayTime(day: number): Time {
  const iso = isoDay(day)
  return {edtf: iso, earliest: iso, latest: iso}
}

function monthTime(writer: RecordWriter, day: number): Time {
  const [year, month] = isoDay(day).split('-').map(Number)
  const edtf = isoDay(day).slice(0, 7)
  const last = new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)
  return writer.date(`${MONTHS[month! - 1]} ${year}`, {edtf, earliest: `${edtf}-01`, latest: last})
}
