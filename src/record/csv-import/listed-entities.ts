import type {EntityKind} from '../../language/analysis.ts'
import type {Entity} from '../../reading/reading.ts'
import type {Span} from '../../text/span.ts'
import {foldName} from '../fold-name.ts'

/** Where a list names somebody, and what tells them from a namesake. */
export interface Naming extends Span {
  readonly name: string
  readonly kind: EntityKind
  /** EDTF; two people of one name who were born on different days are two. */
  readonly born?: string
}

/** The entities of one list, each row's found again by its name. */
export class ListedEntities {
  readonly #entities: (Entity & {
    born?: string | undefined
    names: string[]
    mentions: Entity['mentions'][number][]
  })[] = []

  /** The local id of whom these words name. */
  name({name, kind, born, start, end}: Naming): string {
    const known = this.#entities.find(
      entity =>
        entity.kind === kind &&
        foldName(entity.name) === foldName(name) &&
        (born === undefined || entity.born === undefined || entity.born === born)
    )
    const entity = known ?? {id: `e${this.#entities.length + 1}`, kind, name, names: [name], mentions: [], born}
    if (!known) this.#entities.push(entity)
    entity.born ??= born
    this.#mention(entity.id, name, {start, end})
    return entity.id
  }

  /** They are called this as well. */
  alias(id: string, name: string, span: Span): void {
    this.#mention(id, name, span)
  }

  get all(): Entity[] {
    return this.#entities.map(({born: _, ...entity}) => entity)
  }

  #mention(id: string, name: string, {start, end}: Span): void {
    const entity = this.#entities.find(each => each.id === id)!
    if (!entity.names.includes(name)) entity.names.push(name)
    entity.mentions.push({start, end, form: 'name'})
  }
}
