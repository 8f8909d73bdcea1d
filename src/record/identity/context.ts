import type {Entity, Reading} from '../../reading/reading.ts'
import {foldName} from '../fold-name.ts'

/**
 * What a document tells of an entity, as short strings that can be compared across documents.
 *
 * `org:`, `tie:`, `staff:`, `made:` and `seen:` bind: two of one name who share one are taken for the same. `office:` is a
 * title, `near:` and `with:` (a body, a person with a full name) are named in the same document: they only speak for it.
 * `gender:` speaks against, `alias:` is another name that the document gives.
 */
export function contextOf(entity: Entity, surroundings: Surroundings): string[] {
  const told = surroundings.told.get(entity.id) ?? []
  const near = surroundings.near.filter(({id}) => id !== entity.id).map(({feature}) => feature)
  const aliases = entity.names.map(foldName).filter(name => isOtherName(name, foldName(entity.name)))
  const gender = genderOf(entity, surroundings.text)
  return [
    ...new Set([
      ...told.slice(0, TOLD_MAX),
      ...aliases.slice(0, ALIASES_MAX).map(alias => `alias:${alias}`),
      ...(gender ? [`gender:${gender}`] : []),
      ...near.slice(0, NEAR_MAX)
    ])
  ]
}

/** What a document tells more than this adds little; every feature is a row. */
const TOLD_MAX = 12
const NEAR_MAX = 8
const ALIASES_MAX = 4

/** A part of a name is no other name: half a country may be called so. */
function isOtherName(alias: string, name: string): boolean {
  const words = name.split(' ')
  return alias !== '' && !alias.split(' ').every(word => words.includes(word))
}

/** What every entity of one document stands among. */
export interface Surroundings {
  readonly text: string
  /** Binding features by local id. */
  readonly told: ReadonlyMap<string, readonly string[]>
  /** The persons and bodies that the document names most. */
  readonly near: readonly {readonly id: string; readonly feature: string}[]
}

/** Gather them once for a document; `named` are the entities with a name. */
export function surroundingsOf(reading: Reading, named: readonly Entity[]): Surroundings {
  return {text: reading.document.text, told: toldOf(reading), near: nearOf(named)}
}

function nearOf(named: readonly Entity[]): Surroundings['near'] {
  return named
    .filter(entity => isTelling(entity))
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, NEAR_MAX + 1)
    .map(({id, kind, name}) => ({id, feature: `${kind === 'person' ? 'with' : 'near'}:${foldName(name)}`}))
}

/** Places and outlets stand beside everybody; a surname alone may be anyone's. */
function isTelling({kind, name}: Entity): boolean {
  if (kind === 'person') return foldName(name).includes(' ')
  return kind === 'organisation' || kind === 'group'
}

function toldOf({entities, roles, relations, productions}: Reading): Map<string, string[]> {
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  const told = new Map<string, string[]>()
  const tell = (id: string | undefined, feature: string, words: string | undefined) => {
    const folded = foldName(words ?? '')
    if (id && byId.has(id) && folded !== '') told.set(id, [...(told.get(id) ?? []), `${feature}:${folded}`])
  }
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : (byId.get(id)?.name ?? id))
  for (const {person, title, organisation, polarity} of roles) {
    if (polarity === 'negative') continue
    tell(person, 'org', nameOf(organisation))
    tell(person, 'office', title)
    tell(organisation, 'staff', nameOf(person))
  }
  for (const {from, kind, to, polarity} of relations) {
    if (polarity === 'negative') continue
    tell(from, `tie:${kind}`, nameOf(to))
    tell(to, `tie of:${kind}`, nameOf(from))
  }
  for (const {title, producer, segments} of productions) {
    tell(producer, 'made', title)
    for (const speaker of new Set(segments.flatMap(({speakers}) => speakers))) tell(speaker, 'seen', title)
  }
  return told
}

const SHE = /^(?:she|her|hers|herself)$/i
const HE = /^(?:he|him|his|himself)$/i

function genderOf({kind, mentions}: Entity, text: string): 'f' | 'm' | undefined {
  if (kind !== 'person') return undefined
  const pronouns = mentions.filter(({form}) => form === 'pronoun').map(({start, end}) => text.slice(start, end))
  const she = pronouns.filter(word => SHE.test(word)).length
  const he = pronouns.filter(word => HE.test(word)).length
  if (she > 0 && he === 0) return 'f'
  return he > 0 && she === 0 ? 'm' : undefined
}

/**
 * Whether sharing this feature alone makes two bearers of one name the same. Of a rare name everything does, even that nothing
 * is told of either.
 */
export function isBinding(feature: string, {isRare}: {readonly isRare: boolean}): boolean {
  if (/^(?:org|tie|tie of|staff|made|seen):/.test(feature)) return true
  return isRare && !/^(?:gender|alias):/.test(feature)
}

/** What a bearer of a rare name has of whom no office is told. */
export const BARE = 'bare:'

/** Whether the document tells of an office. */
export function isOffice(feature: string): boolean {
  return feature.startsWith('office:') || feature.startsWith('org:')
}
