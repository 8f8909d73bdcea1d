import type {Document} from '../../intake/document.ts'
import type {EntityKind} from '../../language/analysis.ts'
import type {Entity, Reading} from '../../reading/reading.ts'
import type {Span} from '../../text/span.ts'
import {claimLists, claimsOf, type KindedClaim} from '../claims-of.ts'
import {findClaimAgain} from './find-claim-again.ts'
import type {ClaimAnchor, DocumentField, Judgement} from './judgement.ts'
import {entityAt, makeClaim} from './person-claim.ts'
import {splitMentions} from './split-mentions.ts'

/** What people made of a claim. Without any of it, a claim is the machine's alone. */
export interface ClaimMark {
  readonly status: 'accepted' | 'corrected' | 'rejected' | 'unsure' | 'made'
  /** Those that stand, in the order of the log. */
  readonly judgements: readonly Judgement[]
  /** As the machine put it, where that was changed. */
  readonly machine?: KindedClaim['claim']
  /** The newest reader no longer finds it: it stands by a person's word. */
  readonly isUnsupported?: boolean
}

/** A reading as people left it, with what they made of each claim, by claim id. */
export interface EffectiveReading {
  readonly document: Document
  readonly reading: Reading
  /** Also of rejected claims, which `reading` no longer holds. */
  readonly marks: ReadonlyMap<string, ClaimMark>
  /** The place of each claim: that in the run, or from `MADE_FROM` on for those the run does not hold. */
  readonly positions: ReadonlyMap<string, number>
  readonly rejected: readonly KindedClaim[]
}

/** Claims that a run does not hold stand behind all that one could. */
export const MADE_FROM = 1_000_000

/** A claim of an older run, with the entities it names. */
export interface OlderClaim {
  readonly kinded: KindedClaim
  readonly entities: readonly Entity[]
}

/**
 * Apply what people judged of a document to what a machine read in it. `judgements` are those that stand, in the order of the
 * log; of two about the same field or claim the later one holds. `older` are claims of earlier runs that they are about.
 */
export function effectiveReading(
  machine: {readonly document: Document; readonly reading: Reading},
  judgements: readonly Judgement[],
  older: ReadonlyMap<string, OlderClaim> = new Map()
): EffectiveReading {
  const document = correctDocument(machine.document, judgements)
  const machineClaims = claimsOf(machine.reading)
  const work: Work = {
    reading: splitMentions(withDocument(machine.reading, document), judgements),
    claims: new Map(),
    positions: new Map(machineClaims.map(({claim}, position) => [claim.id, position])),
    marks: new Map(),
    rejected: [],
    nextPosition: MADE_FROM,
    nextEntity: 1
  }
  for (const kinded of claimsOf(work.reading)) work.claims.set(kinded.claim.id, kinded)
  for (const judgement of judgements) applyToClaims(work, judgement, older)
  for (const [id, mark] of work.marks)
    if (mark.status === 'rejected') {
      const kinded = work.claims.get(id)
      if (kinded) work.rejected.push(kinded)
      work.claims.delete(id)
    }
  const reading = {...work.reading, ...claimLists([...work.claims.values()])}
  return {document, reading, marks: work.marks, positions: work.positions, rejected: work.rejected}
}

interface Work {
  reading: Reading
  readonly claims: Map<string, KindedClaim>
  readonly positions: Map<string, number>
  readonly marks: Map<string, ClaimMark>
  readonly rejected: KindedClaim[]
  nextPosition: number
  nextEntity: number
}

function correctDocument(document: Document, judgements: readonly Judgement[]): Document {
  let corrected = document
  for (const judgement of judgements)
    if (judgement.kind === 'correct' && judgement.about === document.id)
      corrected = withField(corrected, judgement.said.field as DocumentField, judgement.said.value)
  return corrected
}

function withField(document: Document, field: DocumentField, value: unknown): Document {
  if (field === 'published') return {...document, published: value as string, publishedBasis: 'given'}
  if (field === 'authors') return {...document, authors: (value as string[]).map(name => ({name, start: 0, end: 0}))}
  return {...document, [field]: value}
}

function withDocument(reading: Reading, {published, publishedBasis, outlet, title, authors}: Document): Reading {
  return {
    ...reading,
    document: {
      ...reading.document,
      ...(published !== undefined && {published}),
      publishedBasis,
      ...(outlet !== undefined && {outlet}),
      ...(title !== undefined && {title}),
      authors: authors === reading.document.authors ? authors : authors.map(author => ({...author}))
    }
  }
}

const STATUS = {accept: 'accepted', reject: 'rejected', unsure: 'unsure', correct: 'corrected'} as const

function applyToClaims(work: Work, judgement: Judgement, older: ReadonlyMap<string, OlderClaim>): void {
  switch (judgement.kind) {
    case 'claim':
      return addMade(work, judgement)
    case 'accept':
    case 'reject':
    case 'unsure':
      return mark(work, judgement, judgement.said, older)
    case 'correct':
      if (judgement.said.claim) mark(work, judgement, judgement.said.claim, older)
  }
}

function mark(
  work: Work,
  judgement: Extract<Judgement, {kind: 'accept' | 'reject' | 'unsure' | 'correct'}>,
  anchor: ClaimAnchor,
  older: ReadonlyMap<string, OlderClaim>
): void {
  const found = findClaimAgain(judgement.about, anchor, [...work.claims.values()])
  const kinded = found ?? revive(work, judgement, older)
  if (!kinded) return
  const {id} = kinded.claim
  const before = work.marks.get(id)
  const isUnsupported = before?.isUnsupported ?? !found
  const machine = before?.machine ?? (judgement.kind === 'correct' ? kinded.claim : undefined)
  work.marks.set(id, {
    // What was corrected and then accepted is both: the correction is what is seen.
    status: judgement.kind === 'accept' && before?.status === 'corrected' ? 'corrected' : STATUS[judgement.kind],
    judgements: [...(before?.judgements ?? []), judgement],
    ...(machine && {machine}),
    ...(isUnsupported && {isUnsupported})
  })
  if (judgement.kind === 'correct') {
    const {field, value} = judgement.said
    work.claims.set(id, {...kinded, claim: {...kinded.claim, [field]: valueOf(work, field, value)}} as KindedClaim)
  }
}

/** Fields that hold an entity: a correction gives the words that name it. */
const ENTITY_FIELDS = [
  'speaker',
  'person',
  'organisation',
  'from',
  'to',
  'producer',
  'attributedTo',
  'place',
  'assessor'
]

function valueOf(work: Work, field: string, value: unknown): unknown {
  if (!ENTITY_FIELDS.includes(field) || typeof value !== 'object' || value === null) return value ?? undefined
  const span = value as Span & {readonly kind?: EntityKind}
  const known = entityAt(work.reading.entities, span)
  if (known) return known.id
  const name = work.reading.document.text.slice(span.start, span.end)
  const {start, end, kind = 'person'} = span
  return adopt(work, {id: '', kind, name, names: [name], mentions: [{start, end, form: 'name'}]})
}

/** What a person accepted or corrected stays, even where the newest reader no longer finds it. */
function revive(work: Work, {kind, about}: Judgement, older: ReadonlyMap<string, OlderClaim>): KindedClaim | undefined {
  const known = older.get(about)
  if (!known || kind === 'reject' || kind === 'unsure') return undefined
  const localIds = new Map(known.entities.map(entity => [entity.id, adopt(work, entity)]))
  const kinded = renamed(known.kinded, localIds)
  work.claims.set(about, kinded)
  work.positions.set(about, work.nextPosition++)
  return kinded
}

/** The entity of the newest run that stands at the same words, or the old one under a new local id. */
function adopt(work: Work, entity: Entity): string {
  for (const mention of entity.mentions) {
    const known = entityAt(work.reading.entities, mention)
    if (known) return known.id
  }
  const id = `j${work.nextEntity++}`
  work.reading = {...work.reading, entities: [...work.reading.entities, {...entity, id}]}
  return id
}

/** The claim with its local entity ids changed: they stand as whole strings, wherever a claim holds one. */
function renamed(kinded: KindedClaim, localIds: ReadonlyMap<string, string>): KindedClaim {
  const json = JSON.stringify(kinded, (key, value) =>
    key !== 'id' && typeof value === 'string' ? (localIds.get(value) ?? value) : value
  )
  return JSON.parse(json)
}

function addMade(work: Work, judgement: Extract<Judgement, {kind: 'claim'}>): void {
  const {kinded, entities} = makeClaim(judgement.id, judgement.said, work.reading, work.nextEntity)
  work.nextEntity += entities.length
  work.reading = {...work.reading, entities: [...work.reading.entities, ...entities]}
  const {id} = kinded.claim
  work.claims.set(id, kinded)
  work.positions.set(id, work.nextPosition++)
  work.marks.set(id, {status: 'made', judgements: [judgement]})
}
