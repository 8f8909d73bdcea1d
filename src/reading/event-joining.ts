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
 * that for births and deaths it is enough that the dates can be the same.
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
  const isShared = a.participants.some(one => b.participants.some(other => isSamePart(one, other)))
  if (a.kind === 'birth' || a.kind === 'death') return isShared && mayBeSame(a.when, b.when)
  if (a.when === undefined || a.when.edtf !== b.when?.edtf) return false
  if (isShared) return isOneDay(a.when) || (a.place !== undefined && a.place === b.place)
  return a.participants.length + b.participants.length === 0 && a.place !== undefined && a.place === b.place
}

/** Two different things do or undergo it. */
function isAtOdds({participants}: Event, other: Event): boolean {
  return participants.some(
    ({entity, part}) =>
      part !== 'other' &&
      other.participants.some(one => one.part === part) &&
      !other.participants.some(one => one.part === part && one.entity === entity)
  )
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
  const added = b.participants.filter(one => !a.participants.some(other => isSamePart(one, other)))
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
