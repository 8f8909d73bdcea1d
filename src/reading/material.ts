import type {Document} from '../intake/document.ts'
import type {Analysis, DateExpression, EntityKind} from '../language/analysis.ts'
import {textHash} from '../text/content-id.ts'
import {covers, type Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import type {Entity} from './reading.ts'

/** What every rule of the reading stage is given: the document, its analysis, and the things it names. */
export interface Material {
  readonly document: Document
  readonly analysis: Analysis
  readonly textHash: string
  readonly entities: Entities
}

/** The material for reading `document`. */
export function gatherMaterial(document: Document, analysis: Analysis): Material {
  return {document, analysis, textHash: textHash(document.text), entities: new Entities(analysis)}
}

interface Place extends Span {
  readonly entity: Entity
  readonly form: 'name' | 'nominal' | 'pronoun'
}

/**
 * The entities of one reading. It begins with the language layer's chains and grows while rules find things that are no
 * names: a production without a title, for one.
 */
export class Entities {
  readonly #entities: Entity[]
  #places: Place[]

  constructor(analysis: Analysis) {
    this.#entities = analysis.chains.map(({id, kind, name, names, mentions}) => ({
      id,
      kind,
      name,
      names,
      mentions: mentions.map(({start, end, form}) => ({start, end, form}))
    }))
    this.#places = this.#entities.flatMap(placesOf).sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** All of them, in the order of their ids. */
  get all(): readonly Entity[] {
    return this.#entities
  }

  get(id: string): Entity | undefined {
    return this.#entities.find(entity => entity.id === id)
  }

  /** The entity whose mention lies in `span`; a name before a description before a pronoun, then the first. */
  within(span: Span): Entity | undefined {
    const inside = this.#places.filter(place => covers(span, place))
    return (['name', 'nominal', 'pronoun'] as const)
      .map(form => inside.find(place => place.form === form)?.entity)
      .find(entity => entity !== undefined)
  }

  /** The entity of the smallest mention that covers `span`. */
  covering(span: Span): Entity | undefined {
    let best: Place | undefined
    for (const place of this.#places)
      if (covers(place, span) && (!best || place.end - place.start < best.end - best.start)) best = place
    return best?.entity
  }

  /** Every mention that lies in `span`, in the order of the text. */
  mentionsWithin(span: Span): readonly Place[] {
    return this.#places.filter(place => covers(span, place))
  }

  /** The entity that goes by exactly this name. */
  named(name: string): Entity | undefined {
    return this.#entities.find(entity => entity.names.includes(name))
  }

  /** Add a thing the names did not give, and return it with its new id. */
  add(kind: EntityKind, name: string, mentions: Entity['mentions']): Entity {
    const entity = {id: `e${this.#entities.length + 1}`, kind, name, names: name ? [name] : [], mentions}
    this.#entities.push(entity)
    this.#places = [...this.#places, ...placesOf(entity)].sort((a, b) => a.start - b.start || b.end - a.end)
    return entity
  }

  /** Add mentions that a rule found to an entity; those it has already are left as they are. */
  addMentions(id: string, mentions: Entity['mentions']): void {
    const index = this.#entities.findIndex(entity => entity.id === id)
    const known = this.#entities[index]
    if (!known) return
    const added = mentions.filter(
      ({start, end}) => !known.mentions.some(other => other.start === start && other.end === end)
    )
    const all = [...known.mentions, ...added].sort((a, b) => a.start - b.start || b.end - a.end)
    const entity = {...known, mentions: all}
    this.#entities[index] = entity
    const others = this.#places.filter(place => place.entity !== known)
    this.#places = [...others, ...placesOf(entity)].sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** A resolved date as the time of a claim; undefined where it has no bounds. */
export function timeOf({edtf, earliest, latest, start, end}: DateExpression): Time | undefined {
  return edtf && earliest && latest ? {edtf, earliest, latest, start, end} : undefined
}

function placesOf(entity: Entity): Place[] {
  return entity.mentions.map(({start, end, form}) => ({start, end, form, entity}))
}
