import {foldName} from '../fold-name.ts'
import type {Days, ToldClaim, ToldEntity} from '../told-claim.ts'
import {scopeOf} from './compare-assessments.ts'
import {isDeniable, saidOf} from './compare-claims.ts'
import {MONTH_DAYS, ONCE_KINDS, patientsOf} from './compare-events.ts'
import {tieOf} from './compare-relations.ts'
import {heldDays, titleOfRole} from './compare-roles.ts'
import {propositionOf} from './compare-statements.ts'
import {PART_TELLING_MIN} from './compare-words.ts'
import type {ToldOf} from './comparison.ts'
import {headOf, isExclusive} from './role-titles.ts'
import {DETERMINERS} from './said-word-lists.ts'
import {isNegator, readSaid, type SaidWord, stemOf, tellingWords} from './said-words.ts'
import {lengthOf} from './told-days.ts'

/** What may stand for an entity in a key: several words where it has several names. */
export type SubjectKeys = (entity: ToldEntity) => readonly string[]

/** An office held for longer is found by its decades alone. */
const YEARS_MAX = 12
/** And of one held for centuries only by the first. */
const DECADES_MAX = 12
/** Of an event with more people in it, only the first have keys. */
const PEOPLE_MAX = 5

/**
 * Short strings of which any two claims that `compareClaims` can relate share at least one, and few others do. Claims about
 * the same people are told apart by what is said, held or done, so that nobody is compared with all that was ever told of them.
 */
export function claimKeys(told: ToldClaim, keysOf: SubjectKeys): string[] {
  return [...new Set([...ownKeys(told, keysOf), ...denialKeys(told)])]
}

/**
 * Of a claim's keys those of which any two claims that contradict each other share at least one. Of what a speaker says that is
 * one key for all of its words, so that nobody's words are held against everything else they said.
 */
export function opposingKeys(told: ToldClaim, keysOf: SubjectKeys): string[] {
  switch (told.claimKind) {
    case 'statement':
    case 'attitude':
      return [...new Set([...wholeKeys(told, keysOf), ...denialKeys(told)])]
    case 'pointer':
    case 'contrast':
      return []
    default:
      return claimKeys(told, keysOf)
  }
}

function ownKeys(told: ToldClaim, keysOf: SubjectKeys): string[] {
  switch (told.claimKind) {
    case 'statement':
    case 'attitude':
      return [...wholeKeys(told, keysOf), ...partKeys(told, keysOf)]
    case 'role':
      return roleKeys(told, keysOf)
    case 'relation':
      return relationKeys(told, keysOf)
    case 'production':
      return keysAt(told, told.claim.entity, keysOf).map(subject => `p|${subject}`)
    case 'event':
      return eventKeys(told, keysOf)
    case 'assessment':
      return assessmentKeys(told, keysOf)
    case 'pointer':
      return [`w|${foldName(told.claim.work)}|${tellingWords(readSaid(told.words).words).join(' ')}`]
    case 'contrast':
      return [`c|${tellingWords(readSaid(told.words).words).join(' ')}`]
  }
}

/** A denial and what it denies in the same words. */
function denialKeys(told: ToldClaim): string[] {
  if (isDeniable(told)) return [`d|${saidOf(told)}`]
  if (told.claimKind !== 'statement') return []
  const {said, isDenied} = propositionOf(told)
  return isDenied ? [`d|${said.words.map(({word}) => word).join(' ')}`] : []
}

function partKeys(told: ToldSaid, keysOf: SubjectKeys): string[] {
  const letter = told.claimKind === 'statement' ? 's' : 't'
  const parts = partsOf(propositionOf(told).said.words)
  return speakersOf(told, keysOf).flatMap(who => parts.map(part => `${letter}|${who}|${part}`))
}

/** Every few telling words in a row: what is quoted in full has those that a part of it has. */
function partsOf(words: readonly SaidWord[]): string[] {
  const telling = tellingWords(words)
  return telling.slice(PART_TELLING_MIN - 1).map((_, at) => telling.slice(at, at + PART_TELLING_MIN).join(' '))
}

type ToldSaid = ToldOf<'statement' | 'attitude'>

function speakersOf(told: ToldSaid, keysOf: SubjectKeys): readonly string[] {
  const {speaker, speakerText} = told.claim
  const isNamed = speaker !== null && told.entities[speaker] !== undefined
  return isNamed ? keysAt(told, speaker, keysOf) : [`"${foldName(speakerText ?? '')}"`]
}

function wholeKeys(told: ToldSaid, keysOf: SubjectKeys): string[] {
  const {words} = told.claimKind === 'statement' ? propositionOf(told).said : readSaid(told.content)
  if (words.length === 0) return []
  const letter = told.claimKind === 'statement' ? 'S' : 'T'
  return speakersOf(told, keysOf).map(who => `${letter}|${who}|${wholeOf(words)}`)
}

/** The stems of all words that two have in common of which both are the same, or one is the other denied or with another number. */
function wholeOf(words: readonly SaidWord[]): string {
  const stems = words.filter(isShared).map(({word}) => stemOf(word))
  return stems.join(' ')
}

function isShared(said: SaidWord): boolean {
  return !said.number && !isNegator(said) && !DETERMINERS.has(said.word) && !/^(?:do|does|did)$/.test(said.word)
}

function roleKeys(told: ToldOf<'role'>, keysOf: SubjectKeys): string[] {
  const {person, organisation} = told.claim
  const title = titleOfRole(told)
  const holder = keysAt(told, person, keysOf).map(subject => `r|${subject}|${headOf(title)}`)
  const held = heldDays(told.claim)
  if (!held || organisation === undefined || !isExclusive(title)) return holder
  const names = told.entities[organisation]
    ? [...keysAt(told, organisation, keysOf), ...bareNames(told.entities[organisation]!)]
    : [`"${bare(organisation)}"`]
  return [...holder, ...names.flatMap(name => timesOf(held).map(time => `x|${name}|${title}|${time}`))]
}

/** An organisation may be words in one report and an entity in another. */
function bareNames({name, names}: ToldEntity): string[] {
  return [...new Set([name, ...names].map(each => `"${bare(each)}"`))]
}

function bare(name: string): string {
  return foldName(name).replace(/^the (?=.)/, '')
}

/** Years and decades of which two tenures that overlap share at least one. */
function timesOf({earliest, latest}: Days): string[] {
  const [first, last] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))]
  const years = last - first < YEARS_MAX ? countFrom(first, last) : []
  const decades = countFrom(Math.floor(first / 10), Math.floor(last / 10)).slice(0, DECADES_MAX)
  return [...years.map(String), ...decades.map(decade => `${decade}0s`)]
}

function countFrom(first: number, last: number): number[] {
  return Array.from({length: last - first + 1}, (_, index) => first + index)
}

function relationKeys(told: ToldOf<'relation'>, keysOf: SubjectKeys): string[] {
  const tie = tieOf(told)
  if (!tie) return []
  const [from, to] = [keysOf(tie.from), keysOf(tie.to)]
  const pairs = from.flatMap(one => to.map(other => [one, other].sort().join('|')))
  const children = tie.tie === 'parent' ? to.map(child => `f|${child}`) : []
  return [...pairs.map(pair => `l|${tie.tie}|${pair}`), ...children]
}

/** What is shared by two reports of an event is at least two of who, where and in which month, or to whom it happens once. */
function eventKeys(told: ToldOf<'event'>, keysOf: SubjectKeys): string[] {
  const {kind, what, when, participants, place} = told.claim
  const patients = ONCE_KINDS.has(kind) ? new Set(patientsOf(told)) : new Set<string>()
  const people = [
    ...new Map(participants.map(({entity}) => [told.entities[entity]?.subject, told.entities[entity]])).values()
  ]
    .filter(entity => entity !== undefined)
    .slice(0, PEOPLE_MAX)
  const once = people.filter(({subject}) => patients.has(subject)).flatMap(keysOf)
  const who = people.map(keysOf)
  const where = place === undefined ? [] : keysAt(told, place, keysOf)
  const months = when && lengthOf(when) <= MONTH_DAYS ? monthsOf(when) : []
  const pairs: string[] = []
  for (const [index, names] of who.entries())
    for (const beside of [...who.slice(index + 1), where, months])
      for (const one of names) for (const other of beside) pairs.push([one, other].sort().join('|'))
  for (const one of where) for (const month of months) pairs.push([one, month].sort().join('|'))
  const words = tellingWords(readSaid([what]).words)
  return [
    ...once.map(subject => `o|${kind}|${subject}`),
    ...pairs.map(pair => `e|${kind}|${pair}`),
    ...(words.length < 4 ? [] : [`h|${kind}|${words.join(' ')}`])
  ]
}

/** Every month that some of these days, at most a month of them, lie in: the last of January to the first of March is three. */
function monthsOf({earliest, latest}: Days): string[] {
  const months: string[] = []
  let [year, month] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7))]
  for (let name = earliest.slice(0, 7); name <= latest.slice(0, 7); ) {
    months.push(name)
    if (month === 12) year++
    month = month === 12 ? 1 : month + 1
    name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  }
  return months
}

function assessmentKeys(told: ToldOf<'assessment'>, keysOf: SubjectKeys): string[] {
  const {assessor} = told.claim
  const who = assessor === 'document' ? ['document'] : keysAt(told, assessor, keysOf)
  const {words} = readSaid([scopeOf(told)])
  return who.flatMap(name => [`A|${name}|${wholeOf(words)}`, ...partsOf(words).map(part => `a|${name}|${part}`)])
}

function keysAt({entities}: ToldClaim, local: string, keysOf: SubjectKeys): readonly string[] {
  const entity = entities[local]
  return entity ? keysOf(entity) : []
}
