import type {EntityKind} from '../../language/analysis.ts'
import type {Entity} from '../../reading/reading.ts'
import {textHash} from '../../text/content-id.ts'
import type {Span} from '../../text/span.ts'
import type {NamingWords} from './judgement.ts'

/** The entities of a reading, to which judgements may add some that no reader found. */
export class LocalEntities {
  readonly #text: string
  #entities: readonly Entity[]

  constructor(text: string, entities: readonly Entity[]) {
    this.#text = text
    this.#entities = entities
  }

  /** Those of the reader first. What was added stands in the order of the text, in whatever order people judged. */
  get all(): readonly Entity[] {
    const isAdded = ({id}: Entity) => id.startsWith('j')
    const added = this.#entities.filter(isAdded)
    if (added.length === 0) return this.#entities
    return [...this.#entities.filter(entity => !isAdded(entity)), ...added.sort(byPlace)]
  }

  /** The local id of who is named at these words: one that the reader found there, or else a new one. */
  idAt({start, end, kind}: NamingWords, kindElse: EntityKind): string {
    const known = entityAt(this.#entities, {start, end})
    if (known) return known.id
    const name = this.#text.slice(start, end)
    return this.#add({
      id: `j${start}_${end}`,
      kind: kind ?? kindElse,
      name,
      names: [name],
      mentions: [{start, end, form: 'name'}]
    })
  }

  /** The local id of an entity of an older reader: of who stands at the same words now, or else a new one. */
  idOf(entity: Entity): string {
    for (const mention of entity.mentions) {
      const known = entityAt(this.#entities, mention)
      if (known) return known.id
    }
    const [first] = entity.mentions
    if (first) return this.#add({...entity, id: `j${first.start}_${first.end}`})
    const namesake = this.#entities.find(({kind, name}) => kind === entity.kind && name === entity.name)
    return namesake?.id ?? this.#add({...entity, id: `j${textHash(`${entity.kind} ${entity.name}`).slice(0, 8)}`})
  }

  #add(entity: Entity): string {
    this.#entities = [...this.#entities, entity]
    return entity.id
  }
}

/** The entity that is mentioned at exactly these words, or else in the fullest part of them. */
export function entityAt(entities: readonly Entity[], {start, end}: Span): Entity | undefined {
  let best: Entity | undefined
  let bestLength = 0
  for (const entity of entities)
    for (const mention of entity.mentions) {
      if (mention.start === start && mention.end === end) return entity
      const length = mention.end - mention.start
      const isWithin = start <= mention.start && mention.end <= end && (end - start) / 2 < length
      if (isWithin && bestLength < length) [best, bestLength] = [entity, length]
    }
  return best
}

function byPlace(a: Entity, b: Entity): number {
  return (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) || (a.id < b.id ? -1 : 1)
}
