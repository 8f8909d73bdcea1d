import type {Author, Document} from '../../intake/document.ts'
import {edtfBounds} from '../../language/edtf.ts'
import type {Time, Voice} from '../../reading/claim.ts'
import type {Entity, ReadAuthor, Reading} from '../../reading/reading.ts'
import {claimLists, claimsOf, type KindedClaim} from '../claims-of.ts'
import type {DocumentField, Judgement} from './judgement.ts'

/** The document as people corrected it; of two corrections of one field the later one holds. */
export function correctDocument(document: Document, judgements: readonly Judgement[]): Document {
  let corrected = document
  for (const judgement of judgements)
    if (judgement.kind === 'correct' && judgement.about === document.id)
      corrected = withField(corrected, judgement.said.field as DocumentField, judgement.said.value)
  return corrected
}

/**
 * The reading of a document that was described otherwise when it was read: its voices name the outlet and the authors as they
 * are now, and what was observed on the day of publication was observed on the right day.
 */
export function redescribe(reading: Reading, document: Document): Reading {
  const {published, publishedBasis, outlet, title, authors} = document
  const was = reading.document
  const isSameMakers = was.outlet === outlet && JSON.stringify(names(was)) === JSON.stringify(names(document))
  const described = {
    ...without(was, ['published', 'outlet', 'title']),
    ...(title !== undefined && {title}),
    ...(published !== undefined && {published}),
    publishedBasis,
    ...(outlet !== undefined && {outlet}),
    authors: isSameMakers ? was.authors : authors.map(author => linked(author, reading.entities))
  } as Reading['document']
  let claims: readonly KindedClaim[] = claimsOf(reading)
  if (!isSameMakers) {
    const voices = documentVoices({document: described, entities: reading.entities})
    const hadVoices = was.outlet !== undefined || was.authors.length > 0
    claims = claims.map(kinded => withDocumentVoices(kinded, voices, hadVoices))
  }
  if (was.published !== undefined && was.published !== published)
    claims = claims.map(kinded => observedOn(kinded, was.published!, published))
  return {...reading, document: described, ...claimLists(claims)}
}

/** The voices of the document itself, which end every chain: its outlet, and who wrote it. */
export function documentVoices({document, entities}: Pick<Reading, 'document' | 'entities'>): Voice[] {
  const named = (name: string) => {
    const entity = entityNamed(entities, name)
    return {...(entity !== undefined && {entity}), text: name}
  }
  const outlet: Voice[] = document.outlet ? [{kind: 'outlet', ...named(document.outlet)}] : []
  return [
    ...outlet,
    ...document.authors.map(({name, start, end}): Voice => ({kind: 'author', ...named(name), start, end}))
  ]
}

function withField(document: Document, field: DocumentField, value: unknown): Document {
  const rest = without(document, [field])
  if (field === 'authors')
    return {...document, authors: ((value ?? []) as string[]).map(name => ({name, start: 0, end: 0}))}
  if (value === null) return {...rest, ...(field === 'published' && {publishedBasis: 'unknown'})} as Document
  return {...document, [field]: value, ...(field === 'published' && {publishedBasis: 'given'})} as Document
}

function without<T extends object>(value: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !fields.includes(key))) as Partial<T>
}

function names({authors}: {readonly authors: readonly {readonly name: string}[]}): string[] {
  return authors.map(({name}) => name)
}

function linked(author: Author, entities: readonly Entity[]): ReadAuthor {
  const entity = entityNamed(entities, author.name)
  return {...author, ...(entity !== undefined && {entity})}
}

function entityNamed(entities: readonly Entity[], name: string): string | undefined {
  return entities.find(entity => entity.name === name || entity.names.includes(name))?.id
}

function withDocumentVoices(kinded: KindedClaim, own: readonly Voice[], hadVoices: boolean): KindedClaim {
  const {voices, modality} = kinded.claim
  const isOwn = ({kind}: Voice) => kind === 'outlet' || kind === 'author'
  const near = voices.slice(0, voices.findLastIndex(voice => !isOwn(voice)) + 1)
  // A chain that did not end with the document's own voices is not about to.
  if (near.length === voices.length && hadVoices) return kinded
  const after = [...near, ...own]
  const moved = (index: number) => {
    if (index < near.length) return index
    const same = after.findIndex(({kind}, at) => near.length <= at && kind === voices[index]?.kind)
    return same < 0 ? Math.max(0, after.length - 1) : same
  }
  const claim = {...kinded.claim, voices: after, modality: modality.map(each => ({...each, voice: moved(each.voice)}))}
  return {...kinded, claim} as KindedClaim
}

/** A time that no words give is the day of publication. */
function observedOn(kinded: KindedClaim, was: string, published: string | undefined): KindedClaim {
  const days = published === undefined ? undefined : edtfBounds(published)
  const claim: Record<string, unknown> = {...kinded.claim}
  for (const field of ['observed', 'when', 'during', 'released']) {
    const time = claim[field] as Time | undefined
    if (!time || time.start !== undefined || time.edtf !== was) continue
    if (published === undefined || !days) delete claim[field]
    else claim[field] = {edtf: published, ...days}
  }
  return {...kinded, claim} as unknown as KindedClaim
}
