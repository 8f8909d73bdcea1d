import type {EntityDraft} from './entity-draft.ts'
import {LISTED, listedName, listedWord, plainKey} from './gazetteer.ts'
import {joinDrafts} from './join-drafts.ts'
import {CLUB_HEADS} from './name-kinds.ts'
import {isAcronym, isAcronymOf, nameParts} from './name-parts.ts'

/**
 * Join drafts of organisations, outlets, events and works that are one: an acronym with its long form, a short form with
 * the name that begins or ends with it.
 *
 * ```text
 * Vale Relief Trust (VRT) … VRT … the Trust        Orlan Motors … Orlan        Norvian Defence Forces … Defence Forces
 * ```
 *
 * "Order of the West" is no short form of "Order of the West in Norvia": a branch is a body of its own.
 */
export function sameBodies(text: string, drafts: readonly EntityDraft[]): EntityDraft[] {
  const bodies = drafts.filter(draft => BODY_KINDS.has(draft.kind)).map(draft => bodyOf(text, draft))
  const gone = new Set<EntityDraft>()
  joinAcronyms(text, bodies, drafts, gone)
  joinShortForms(text, bodies, gone)
  return drafts.filter(draft => !gone.has(draft))
}

const BODY_KINDS = new Set(['organisation', 'outlet', 'event', 'work', 'group'])

interface Body {
  readonly draft: EntityDraft
  readonly name: string
  readonly parts: readonly string[]
}

function bodyOf(text: string, draft: EntityDraft): Body {
  const {start, end} = draft.names[0]!
  const name = text.slice(start, end)
  return {draft, name, parts: nameParts(name)}
}

function joinAcronyms(text: string, bodies: readonly Body[], drafts: readonly EntityDraft[], gone: Set<EntityDraft>) {
  const long = bodies.filter(({name}) => !isAcronym(name) && /[\s-]/u.test(name))
  const longByInitials = new Map<string, Body[]>()
  for (const body of long)
    for (const initials of new Set([initialsOf(body.name, false), initialsOf(body.name, true)]))
      longByInitials.set(initials, [...(longByInitials.get(initials) ?? []), body])
  const draftByEnd = new Map<number, EntityDraft>()
  for (const draft of drafts) for (const {end} of draft.names) draftByEnd.set(end, draft)
  for (const {draft, name} of bodies) {
    if (!isAcronym(name)) continue
    const bracketed = longFormBeside(text, draft, draftByEnd)
    const alike = longByInitials.get(plainKey(name)) ?? []
    if (bracketed && !gone.has(bracketed)) joinDrafts(bracketed, draft, 0.97)
    else if (alike.length === 1 && 2 < plainKey(name).length && !gone.has(alike[0]!.draft))
      joinDrafts(alike[0]!.draft, draft, 0.9)
    else continue
    gone.add(draft)
  }
}

function initialsOf(name: string, capitalsOnly: boolean): string {
  const words = name.split(/[\s\-‐‑/]+/u).filter(word => (capitalsOnly ? /^\p{Lu}/u : /\p{L}/u).test(word))
  return words.map(word => plainKey(word)[0] ?? '').join('')
}

/** The draft whose name ends right before the bracket around the acronym: "Vale Relief Trust (VRT)". */
function longFormBeside(text: string, acronym: EntityDraft, draftByEnd: ReadonlyMap<number, EntityDraft>) {
  for (const {start, end} of acronym.names.slice(0, 3)) {
    if (
      !/[([]["“]?$/u.test(text.slice(Math.max(0, start - 2), start)) ||
      !/^["”]?[)\]]/u.test(text.slice(end, end + 2))
    )
      continue
    const before = draftByEnd.get(start - 2) ?? draftByEnd.get(start - 3) ?? draftByEnd.get(start - 1)
    if (before && before !== acronym && isPlausibleLongForm(text, before, text.slice(start, end), start)) return before
  }
  return undefined
}

/** Bracketed letters of another language's name need not fit, but one letter should: "Doctors Without Borders (MSF)" does not. */
function isPlausibleLongForm(text: string, {names, kind}: EntityDraft, acronym: string, before: number): boolean {
  const name = names.findLast(candidate => candidate.end <= before)!
  const printed = text.slice(name.start, name.end)
  if (kind === 'person' || isAcronym(printed)) return false
  return isAcronymOf(acronym, printed) || 1 < nameParts(printed).length
}

function joinShortForms(text: string, bodies: readonly Body[], gone: Set<EntityDraft>) {
  const byFirst = new Map<string, Body[]>()
  const byLast = new Map<string, Body[]>()
  for (const body of bodies) {
    if (gone.has(body.draft) || body.parts.length < 2) continue
    push(byFirst, body.parts[0]!, body)
    push(byLast, body.parts.at(-1)!, body)
  }
  for (const short of bodies) {
    if (gone.has(short.draft) || short.parts.length === 0) continue
    const longer = [
      ...(byFirst.get(short.parts[0]!) ?? []).filter(long => isHeadOf(short, long)),
      ...(byLast.get(short.parts.at(-1)!) ?? []).filter(long => isTailOf(short, long, text))
    ].filter(long => !gone.has(long.draft))
    if (longer.length !== 1) continue
    joinDrafts(longer[0]!.draft, short.draft, 0.85)
    gone.add(short.draft)
  }
}

/** "Orlan" of "Orlan Motors": what follows is words for bodies only. */
function isHeadOf(short: Body, long: Body): boolean {
  if (long.parts.length <= short.parts.length || !short.parts.every((part, index) => part === long.parts[index]))
    return false
  const rest = long.parts.slice(short.parts.length)
  if (/\s(?:in|of|for)\s/u.test(long.name.slice(short.name.length - 1))) return false
  return listedName(short.name) === 0 && rest.every(part => listedWord(part) & HEADS || rest.length === 1)
}

const HEADS = LISTED.organisationHead | LISTED.outletHead | LISTED.workHead | LISTED.eventHead

/**
 * "Defence Forces" of "Norvian Defence Forces", where a country or people goes before; "Trust" of "Vale Relief Trust". A word
 * with one word before it needs its article: "the Brigade" is the Ash Brigade named before, but "the House" need not be Ash House.
 */
function isTailOf(short: Body, long: Body, text: string): boolean {
  const skipped = long.parts.length - short.parts.length
  if (short.draft.kind === 'outlet' && short.parts.length === 1)
    return long.draft.kind === 'outlet' && (listedWord(short.parts[0]!) & OUTLET_WORDS) !== 0
  if (short.parts.length === 1 && CLUB_HEADS.test(short.name)) return short.parts[0] === long.parts.at(-1)
  if (short.parts.length === 1 && listedWord(short.parts[0]!) & LISTED.organisationHead)
    return short.parts[0] === long.parts.at(-1) && (2 <= skipped || isSaidAgain(short, long, text))
  if (skipped < 1 || 2 < skipped || short.parts.length < 2) return false
  if (!short.parts.every((part, index) => part === long.parts[skipped + index])) return false
  const first = long.name.split(/\s/u).slice(0, skipped).join(' ')
  return (listedName(first) & (LISTED.people | LISTED.country)) !== 0 || /(?:an|ish|ese|ic|i)$/u.test(first)
}

function isSaidAgain({draft, parts}: Body, long: Body, text: string): boolean {
  const isBehind = long.draft.names[0]!.start < draft.names[0]!.start
  return (
    isBehind &&
    !OF_ITS_OWN.test(parts[0]!) &&
    draft.names.every(({start}) => /\bthe $/i.test(text.slice(start - 4, start)))
  )
}

/** Bodies that a country has one of, so that the article says enough. */
const OF_ITS_OWN =
  /^(?:house|parliament|congress|senate|assembly|cabinet|government|army|navy|police|force|forces|court|office|department|state|service)$/

/** "The Herald" is the Brimholm Herald, but Eastfold is not Radio Eastfold. */
const OUTLET_WORDS = LISTED.outletHead | LISTED.outletNoun

function push(map: Map<string, Body[]>, key: string, body: Body) {
  const group = map.get(key)
  if (group) group.push(body)
  else map.set(key, [body])
}
