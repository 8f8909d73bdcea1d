import type {Name} from './analysis.ts'
import {type EntityDraft, nameMention} from './entity-draft.ts'
import {joinDrafts} from './join-drafts.ts'
import {nameParts} from './name-parts.ts'

/**
 * Join drafts of persons that are one: a last name with the full name that ends in it, a first name that only one person of
 * the text has, a full name with a fuller one. Two persons of one last name stay two.
 */
export function samePersons(text: string, drafts: readonly EntityDraft[]): EntityDraft[] {
  const persons = drafts.filter(draft => draft.kind === 'person').map(draft => ({draft, parts: partsOf(text, draft)}))
  const full = persons.filter(({parts}) => 1 < parts.length).sort((a, b) => b.parts.length - a.parts.length)
  const joined = joinFullNames(full)
  const remaining = full.filter(person => !joined.has(person.draft))
  const byLast = groupBy(remaining, ({parts}) => parts.at(-1)!)
  const byFirst = groupBy(remaining, ({parts}) => parts[0]!)
  const byMiddle = groupByMiddle(remaining)
  for (const {draft, parts} of persons) {
    if (parts.length !== 1) continue
    const candidates = compatible(byLast.get(parts[0]!) ?? [], draft)
    const firsts = compatible(byFirst.get(parts[0]!) ?? [], draft)
    if (candidates.length === 1) join(candidates[0]!.draft, draft, 0.95)
    else if (1 < candidates.length) parcelOut(draft, candidates)
    else if (firsts.length === 1) join(firsts[0]!.draft, draft, 0.8)
    else if (firsts.length === 0 && byMiddle.get(parts[0]!)?.length === 1)
      join(byMiddle.get(parts[0]!)![0]!.draft, draft, 0.75)
    else continue
    joined.add(draft)
  }
  return drafts.filter(draft => !joined.has(draft))
}

interface Person {
  readonly draft: EntityDraft
  readonly parts: readonly string[]
}

function partsOf(text: string, {names}: EntityDraft): string[] {
  const {start, end} = names[0]!
  return nameParts(text.slice(start, end))
}

function join(into: EntityDraft, from: EntityDraft, score: number) {
  joinDrafts(into, from, score)
}

/** Join each full name with the one fuller name that holds its parts in order; says which are gone. */
function joinFullNames(full: readonly Person[]): Set<EntityDraft> {
  const gone = new Set<EntityDraft>()
  const byLast = groupBy(full, ({parts}) => parts.at(-1)!)
  for (const {draft, parts} of full) {
    const fuller = (byLast.get(parts.at(-1)!) ?? []).filter(
      other =>
        other.draft !== draft &&
        parts.length < other.parts.length &&
        !gone.has(other.draft) &&
        isWithin(parts, other.parts)
    )
    const [only] = compatible(fuller, draft)
    if (fuller.length !== 1 || !only) continue
    joinDrafts(only.draft, draft, 0.95)
    gone.add(draft)
  }
  return gone
}

/** Whether all of `parts` stand in `fuller` in the same order; an initial stands for its word. */
function isWithin(parts: readonly string[], fuller: readonly string[]): boolean {
  let place = 0
  for (const part of fuller)
    if (place < parts.length && (parts[place] === part || isInitial(parts[place]!, part))) place++
  return place === parts.length
}

function isInitial(part: string, whole: string): boolean {
  return part.length === 1 && whole.startsWith(part)
}

function compatible(persons: readonly Person[], {gender}: EntityDraft): Person[] {
  if (gender === 'unknown') return [...persons]
  return persons.filter(({draft}) => draft.gender === 'unknown' || draft.gender === gender)
}

/** Several persons share the last name: each mention goes to the one named last before it, or first after it. */
function parcelOut(draft: EntityDraft, candidates: readonly Person[]) {
  const fullNames = candidates
    .flatMap(({draft: owner}) => owner.names.map(name => ({owner, start: name.start})))
    .sort((a, b) => a.start - b.start)
  let next = 0
  for (const name of draft.names) {
    while (next < fullNames.length && fullNames[next]!.start < name.start) next++
    const {owner} = fullNames[Math.max(0, next - 1)]!
    give(owner, name)
  }
  for (const {draft: owner} of candidates) owner.names.sort((a, b) => a.start - b.start)
}

function give(owner: EntityDraft, name: Name) {
  owner.names.push(name)
  owner.mentions.push(nameMention(name))
  owner.joinScores.push(0.6)
}

/** By the parts that are neither first nor last: the father's surname of Spanish names. */
function groupByMiddle(persons: readonly Person[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const person of persons)
    for (const part of new Set(person.parts.slice(1, -1))) groups.set(part, [...(groups.get(part) ?? []), person])
  return groups
}

function groupBy(persons: readonly Person[], key: (person: Person) => string): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const person of persons) {
    const group = groups.get(key(person))
    if (group) group.push(person)
    else groups.set(key(person), [person])
  }
  return groups
}
