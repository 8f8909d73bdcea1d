import type {Name} from './analysis.ts'
import {type EntityDraft, nameMention} from './entity-draft.ts'
import {genderOfNoun} from './genders.ts'
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
    const sameLast = byLast.get(parts[0]!) ?? []
    const candidates = sameLast.length === 1 ? ofGender(sameLast, titleGender(text, draft.names)) : sameLast
    const firsts = ofGender(byFirst.get(parts[0]!) ?? [], draft.gender)
    if (candidates.length === 1) join(candidates[0]!.draft, draft, 0.95)
    else if (1 < candidates.length) parcelOut(text, draft, candidates)
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
    const [only] = ofGender(fuller, draft.gender)
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

function ofGender(persons: readonly Person[], gender: EntityDraft['gender']): Person[] {
  if (gender === 'unknown') return [...persons]
  return persons.filter(({draft}) => draft.gender === 'unknown' || draft.gender === gender)
}

/** The gender that the titles before a last name tell: the name itself may be a forename elsewhere, as "Holly" is. */
function titleGender(text: string, names: readonly Name[]): EntityDraft['gender'] {
  for (const {title} of names)
    for (const word of title ? text.slice(title.start, title.end).split(/[\s-]+/) : []) {
      const gender = genderOfNoun(word)
      if (gender !== 'unknown') return gender
    }
  return 'unknown'
}

/** Several persons share the last name: each mention goes to the one of its title's gender named last before it, or first after it. */
function parcelOut(text: string, draft: EntityDraft, candidates: readonly Person[]) {
  const namesOf = (persons: readonly Person[]) =>
    persons.flatMap(person => person.draft.names.map(({start}) => ({person, start}))).sort((a, b) => a.start - b.start)
  const fullNames = {
    unknown: namesOf(candidates),
    male: namesOf(ofGender(candidates, 'male')),
    female: namesOf(ofGender(candidates, 'female'))
  }
  const next = {unknown: 0, male: 0, female: 0}
  for (const name of draft.names) {
    const told = titleGender(text, [name])
    const gender = fullNames[told].length === 0 ? 'unknown' : told
    const fitting = fullNames[gender]
    while (next[gender] < fitting.length && fitting[next[gender]]!.start < name.start) next[gender]++
    give(fitting[Math.max(0, next[gender] - 1)]!.person.draft, name)
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
