import type {Entity, Reading} from '../../reading/reading.ts'
import {foldName} from '../fold-name.ts'
import {nameRarity} from '../names/name-rarity.ts'
import {BARE, contextOf, isOffice, type Surroundings, surroundingsOf} from './context.ts'
import {type KindClass, kindClass} from './kind-class.ts'

/** This entity of one document bears this name, and its document tells this of it. */
export interface Bearer {
  /** Local id. */
  readonly entity: string
  readonly kind: KindClass
  readonly entityKind: Entity['kind']
  readonly name: string
  /** The name as it is compared. Bearers of one folded name and class may be the same. */
  readonly folded: string
  readonly mentionCount: number
  /** See `contextOf`. */
  readonly features: readonly string[]
  readonly isRare: boolean
}

/** Every entity of a document that is called by a name. Who is only described or pointed at is nobody's namesake. */
export function bearersOf(reading: Reading): Bearer[] {
  const named = reading.entities.filter(isNamed)
  const surroundings: Surroundings = surroundingsOf(reading, named)
  return named.map(entity => {
    const kind = kindClass(entity.kind)
    const folded = bearingName(entity.name, kind)
    const isRare = kind === 'person' && isRareName(folded)
    const features = hasContext(kind) ? contextOf(entity, surroundings) : []
    return {
      entity: entity.id,
      kind,
      entityKind: entity.kind,
      name: entity.name,
      folded,
      mentionCount: entity.mentions.length,
      features: isRare && !features.some(isOffice) ? [...features, BARE] : features,
      isRare
    }
  })
}

/** A person's name that two hardly share by chance. A name of one word is anyone's. */
export function isRareName(folded: string): boolean {
  return folded.includes(' ') && nameRarity(folded) >= RARE
}

/** Half way between the most common names and those that no list of names holds. */
const RARE = 0.5

/** Of the others the name alone decides. */
function hasContext(kind: KindClass): boolean {
  return kind === 'person' || kind === 'body'
}

function isNamed({name, kind, mentions}: Entity): boolean {
  return mentions.some(({form}) => form === 'name') && bearingName(name, kindClass(kind)) !== ''
}

/** A name as bearers of it are gathered: folded, and a body without its article. */
export function bearingName(name: string, kind: KindClass): string {
  const folded = foldName(name)
  return kind === 'body' ? folded.replace(/^the (?=.)/, '') : folded
}
