import type {Time} from './claim.ts'
import type {Event} from './reading.ts'

/**
 * The events, each once: those that the same voices tell again are one, with every place where it is told.
 *
 * ```text
 * Osk Varga was arrested in Osterby on 3 May.   …   Varga's arrest in Osterby on 3 May
 * ```
 *
 * Kind, day, place and participants must agree, as far as each telling names them; two attacks of one year are two. What
 * different voices tell stays apart: it is their number that says how well a thing is attested. Nobody is born or dies twice, so
 * that for births and deaths it is enough that the dates can be the same; and a telling without a day is of the one told
 * before of the same people, unless it says that it happened again.
 */
export function joinEvents(events: readonly Event[]): Event[] {
  const joined: Event[] = []
  const byKind = new Map<string, number[]>()
  for (const event of events) {
    const key = `${event.kind} ${event.polarity} ${JSON.stringify(event.voices)}`
    const alike = byKind.get(key) ?? []
    // The latest tellings only: a text of one kind of event alone must not be compared with itself all over.
    const same = alike.slice(-ALIKE_MAX).find(index => isSameEvent(joined[index]!, event))
    if (same !== undefined) joined[same] = joinTwo(joined[same]!, event)
    else {
      byKind.set(key, [...alike.slice(-ALIKE_MAX), joined.length])
      joined.push(event)
    }
  }
  return joined
}

const ALIKE_MAX = 64

function isSameEvent(a: Event, b: Event): boolean {
  if (a.place !== undefined && b.place !== undefined && a.place !== b.place) return false
  if (a.modality.length !== b.modality.length || isAtOdds(a, b)) return false
  const isShared = 0 < sharedParts(a, b)
  if (AGAIN.test(b.what) || !mayBeSame(a.when, b.when)) return false
  if (a.kind === 'birth' || a.kind === 'death') return isShared || isSameToll(a, b)
  if (a.when === undefined || b.when === undefined) return isRetold(a, b)
  if (a.when.edtf !== b.when.edtf) return SINGLE.has(a.kind) ? isTargetShared(a, b) : isNarrowed(a, b)
  if (isShared) return (isOneDay(a.when) && isSameMatter(a, b)) || (a.place !== undefined && a.place === b.place)
  return a.participants.length + b.participants.length === 0 && a.place !== undefined && a.place === b.place
}

/** An attack or a disaster of a month, and one of a day in it, of which nobody is named on either side. */
function isNarrowed(a: Event, b: Event): boolean {
  if (!/^(?:attack|disaster)$/.test(a.kind) || 0 < a.participants.length + b.participants.length) return false
  const month = (event: Event) => event.when?.earliest.slice(0, 7)
  return month(a) === month(b) && [a, b].some(({when}) => when && !isOneDay(when))
}

/** "attacked again", "another attack": not the one told before. */
const AGAIN = /\b(?:again|another|second|third|also)\b/i

/** Kinds that befall one thing once in a while, so that "in May" and "on 3 May" are one. */
const SINGLE = new Set([
  'acquisition',
  'arrest',
  'appointment',
  'departure',
  'kidnapping',
  'launch',
  'birth',
  'freeing'
])

/** Kinds in which all have the same part: who met whom is who was met. */
const MUTUAL = new Set(['meeting', 'agreement', 'marriage', 'contest'])

/** One of them has no day: whom it befell is the same, and the words that tell of a trial are. */
function isRetold(a: Event, b: Event): boolean {
  if (!isSameMatter(a, b)) return false
  return MUTUAL.has(a.kind) ? 1 < sharedParts(a, b) : isTargetShared(a, b)
}

/** Of one defendant's day in court charge and verdict may both be told. */
function isSameMatter(a: Event, b: Event): boolean {
  return a.kind !== 'trial' || a.reason === b.reason
}

function sharedParts(a: Event, b: Event): number {
  const isShared = MUTUAL.has(a.kind) ? isSameThing : isSamePart
  return a.participants.filter(one => b.participants.some(other => isShared(one, other))).length
}

function isTargetShared(a: Event, b: Event): boolean {
  return a.participants.some(one => one.part === 'target' && b.participants.some(other => isSamePart(one, other)))
}

/** "killed six guards", "six guards died": the same number of the same people, of whom nobody is named. */
function isSameToll(a: Event, b: Event): boolean {
  if (a.kind !== 'death') return false
  const ours = tollsOf(a)
  return tollsOf(b).some(({count, who}) =>
    ours.some(
      other => other.count === count && (other.who === who || [who, other.who].some(noun => ANYBODY.test(noun)))
    )
  )
}

function tollsOf({what}: Event): {count: string; who: string}[] {
  return Array.from(what.toLowerCase().matchAll(TOLL), ([, count = '', who = '']) => ({count, who}))
}

/** A number and the word behind it; years and spans of time are none. */
const TOLL =
  /(?<![\d,.])\b(\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?![\d,.]\d)(?! (?:day|week|month|year|hour|minute)s?\b)(?: (\p{Ll}+))?/gu
/** A word that stands for any people, or none of them. */
const ANYBODY = /^(?:people|persons|others|on|in|at|and|)$/

/** Two different things do or undergo it. */
function isAtOdds(a: Event, b: Event): boolean {
  if (MUTUAL.has(a.kind)) return 0 < a.participants.length && 0 < b.participants.length && sharedParts(a, b) === 0
  return (['agent', 'target'] as const).some(part => {
    const [ours, theirs] = [a, b].map(({participants}) => participants.filter(one => one.part === part))
    return 0 < ours!.length && 0 < theirs!.length && !ours!.some(one => theirs!.some(other => isSamePart(one, other)))
  })
}

function isSameThing(a: Event['participants'][number], b: Event['participants'][number]): boolean {
  return a.entity === b.entity
}

function isSamePart(a: Event['participants'][number], b: Event['participants'][number]): boolean {
  return a.entity === b.entity && a.part === b.part
}

/** Whether both times have a day in common; one that is not told may be any. */
function mayBeSame(a: Time | undefined, b: Time | undefined): boolean {
  return a === undefined || b === undefined || (a.earliest <= b.latest && b.earliest <= a.latest)
}

function isOneDay({earliest, latest}: Time): boolean {
  return earliest === latest
}

/** The first telling, with what the second adds; of two times the narrower. */
function joinTwo(a: Event, b: Event): Event {
  const isKnown = MUTUAL.has(a.kind) ? isSameThing : isSamePart
  const added = b.participants.filter(one => !a.participants.some(other => isKnown(one, other)))
  const when = narrower(a.when, b.when)
  const place = a.place ?? b.place
  const evidence = [...a.evidence, ...b.evidence.filter(span => !a.evidence.some(other => other.start === span.start))]
  return {
    ...a,
    evidence,
    participants: [...a.participants, ...added],
    ...(place !== undefined && {place}),
    ...(when && {when}),
    score: Math.max(a.score, b.score)
  }
}

function narrower(a: Time | undefined, b: Time | undefined): Time | undefined {
  if (!a || !b) return a ?? b
  return a.earliest <= b.earliest && b.latest <= a.latest ? b : a
}
