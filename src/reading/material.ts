import type {Document} from '../intake/document.ts'
import type {Analysis, DateExpression, EntityKind} from '../language/analysis.ts'
import {textHash} from '../text/content-id.ts'
import {compareSpans, covers, type Span} from '../text/span.ts'
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
class Entities {
  readonly #entities: Entity[] = []
  readonly #numberById = new Map<string, number>()
  readonly #idByName = new Map<string, string>()
  /** Sorted by start, then the longer first; undefined after something was added, until somebody asks. */
  #places: readonly Place[] | undefined
  /** The length of the longest mention: how far back one that covers a place can begin. */
  #reach = 0

  constructor(analysis: Analysis) {
    for (const {id, kind, name, names, mentions} of analysis.chains)
      this.#put({id, kind, name, names, mentions: mentions.map(({start, end, form}) => ({start, end, form}))})
  }

  /** All of them, in the order of their ids. */
  get all(): readonly Entity[] {
    return this.#entities
  }

  get(id: string): Entity | undefined {
    const number = this.#numberById.get(id)
    return number === undefined ? undefined : this.#entities[number]
  }

  /** The entity whose mention lies in `span`; a name before a description before a pronoun, then the first. */
  within(span: Span): Entity | undefined {
    const inside = this.mentionsWithin(span)
    return (['name', 'nominal', 'pronoun'] as const)
      .map(form => inside.find(place => place.form === form)?.entity)
      .find(entity => entity !== undefined)
  }

  /** The entity of the smallest mention that covers `span`. */
  covering(span: Span): Entity | undefined {
    const places = this.#sortedPlaces()
    let best: Place | undefined
    for (let index = firstFrom(places, span.start + 1) - 1; 0 <= index; index--) {
      const place = places[index]!
      if (place.start + this.#reach < span.end) break
      if (covers(place, span) && (!best || place.end - place.start <= best.end - best.start)) best = place
    }
    return best?.entity
  }

  /** Every mention that lies in `span`, in the order of the text. */
  mentionsWithin(span: Span): readonly Place[] {
    const places = this.#sortedPlaces()
    const inside: Place[] = []
    for (let index = firstFrom(places, span.start); index < places.length && places[index]!.start <= span.end; index++)
      if (covers(span, places[index]!)) inside.push(places[index]!)
    return inside
  }

  /** The entity that goes by exactly this name. */
  named(name: string): Entity | undefined {
    const id = this.#idByName.get(name)
    return id === undefined ? undefined : this.get(id)
  }

  /** Add a thing the names did not give, and return it with its new id. */
  add(kind: EntityKind, name: string, mentions: Entity['mentions']): Entity {
    return this.#put({id: `e${this.#entities.length + 1}`, kind, name, names: name ? [name] : [], mentions})
  }

  /** Add mentions that a rule found to an entity; those it has already are left as they are. */
  addMentions(id: string, mentions: Entity['mentions']): void {
    const known = this.get(id)
    if (!known) return
    const all = new Map([...mentions, ...known.mentions].map(mention => [`${mention.start}-${mention.end}`, mention]))
    this.#put({...known, mentions: [...all.values()].sort(compareSpans)})
  }

  #put(entity: Entity): Entity {
    const number = this.#numberById.get(entity.id) ?? this.#entities.length
    this.#entities[number] = entity
    this.#numberById.set(entity.id, number)
    for (const name of entity.names) if (!this.#idByName.has(name)) this.#idByName.set(name, entity.id)
    for (const {start, end} of entity.mentions) this.#reach = Math.max(this.#reach, end - start)
    this.#places = undefined
    return entity
  }

  #sortedPlaces(): readonly Place[] {
    this.#places ??= this.#entities.flatMap(placesOf).sort(compareSpans)
    return this.#places
  }
}

/** The index of the first place that starts at `offset` or later. */
function firstFrom(places: readonly Place[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A resolved date as the time of a claim; undefined where it has no bounds. */
export function timeOf({edtf, earliest, latest, start, end}: DateExpression): Time | undefined {
  return edtf && earliest && latest ? {edtf, earliest, latest, start, end} : undefined
}

function placesOf(entity: Entity): Place[] {
  return entity.mentions.map(({start, end, form}) => ({start, end, form, entity}))
}
