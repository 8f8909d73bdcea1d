import type {Event} from '../../reading/reading.ts'
import {textHash} from '../../text/content-id.ts'
import type {KindedClaim} from '../claims-of.ts'
import {CORRECTABLE, CORRECTABLE_OF_DOCUMENT, type FieldRule} from './correctable-fields.ts'
import type {ClaimMark, EffectiveReading} from './effective-reading.ts'
import type {Anchor, ClaimAnchor, DocumentField, PersonClaim, SaidByKind} from './judgement.ts'
import {JudgementRefused} from './judgement-refused.ts'
import type {AskedClaim, MentionPlace} from './judging-index.ts'
import {entityAt} from './local-entities.ts'
import {readNaming, readSpan, readTime, readValue} from './read-value.ts'

/** A claim with what people made of it so far. */
export interface ClaimToJudge {
  readonly kinded: KindedClaim
  readonly mark?: ClaimMark | undefined
}

/** A claim by the words that its reader chose, so that it is found again among what another reader chooses. */
export function claimAnchor({document}: Pick<EffectiveReading, 'document'>, {kinded, mark}: ClaimToJudge): ClaimAnchor {
  const {evidence} = mark?.machine ?? kinded.claim
  const isMade = mark?.judgements.some(({kind}) => kind === 'claim')
  return {
    document: document.id,
    text: textHash(document.text),
    kind: kinded.claimKind,
    evidence,
    quotes: evidence.map(({start, end}) => document.text.slice(start, end)),
    ...(isMade && {isMade})
  }
}

/** A correction of a claim's field. */
export function claimCorrection(
  reading: EffectiveReading,
  judged: ClaimToJudge,
  {field, value}: {readonly field: string; readonly value: unknown}
): SaidByKind['correct'] {
  const {claimKind, claim} = judged.kinded
  const rules = CORRECTABLE[claimKind]
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
  if (!rule)
    throw new JudgementRefused(
      `Cannot correct ${JSON.stringify(field)} of a ${claimKind}: what can be corrected is ${Object.keys(rules).join(', ')}`
    )
  const was = (claim as unknown as Readonly<Record<string, unknown>>)[field]
  const nameOf = (local: unknown) => reading.reading.entities.find(({id}) => id === local)?.name
  const name =
    rule.kind === 'entity' ? nameOf(was) : rule.kind === 'participants' ? whoTookPart(was, nameOf) : undefined
  return {
    field,
    value: readValue(field, rule, value, reading.document.text),
    was: name ?? was ?? null,
    claim: claimAnchor(reading, judged)
  }
}

/** By name, since local ids are one reader's. */
function whoTookPart(participants: unknown, nameOf: (local: unknown) => string | undefined): string[] {
  const known = (participants ?? []) as Event['participants']
  return known.map(({entity, part}) => `${nameOf(entity) ?? entity}${part === 'other' ? '' : ` (${part})`}`)
}

/** A correction of what is said of a document. */
export function documentCorrection(
  {document}: Pick<EffectiveReading, 'document'>,
  {field, value}: {readonly field: string; readonly value: unknown}
): SaidByKind['correct'] {
  if (!Object.hasOwn(CORRECTABLE_OF_DOCUMENT, field))
    throw new JudgementRefused(
      `Cannot correct ${JSON.stringify(field)} of a document: what can be corrected is ${Object.keys(CORRECTABLE_OF_DOCUMENT).join(', ')}`
    )
  const was = document[field as DocumentField]
  const kept = Array.isArray(was) ? was.map(({name}) => name) : (was ?? null)
  return {field, value: documentValue(field as DocumentField, value), was: kept}
}

/** A mention of somebody, by its words. */
export function mentionAnchor({document, reading}: EffectiveReading, {start, end}: MentionPlace): Anchor {
  const place = `${document.id}:${start}-${end}`
  const span = readSpan('a mention', {start, end}, document.text)
  if (!entityAt(reading.entities, span))
    throw new JudgementRefused(
      `Cannot judge who ${JSON.stringify(document.text.slice(start, end))} is: nobody is named there (${place})`
    )
  return {document: document.id, text: textHash(document.text), ...span, quote: document.text.slice(start, end)}
}

/** A claim that a person makes, held against the text. */
export function personClaim({document}: Pick<EffectiveReading, 'document'>, asked: AskedClaim): PersonClaim {
  const {kind} = asked
  const {text} = document
  const needs = PARTS[kind]
  if (!needs)
    throw new JudgementRefused(
      `Cannot make a claim of kind ${JSON.stringify(kind)}: a person makes ${Object.keys(PARTS).join(', ')}`
    )
  if (asked.evidence.length === 0)
    throw new JudgementRefused(`Cannot make a ${kind}: give the words of the document that say it`)
  for (const part of Object.keys(asked.parts))
    if (!needs.may.includes(part))
      throw new JudgementRefused(`Cannot give a ${kind} a ${part}: it may have ${needs.may.join(', ')}`)
  for (const part of needs.must)
    if (!asked.parts[part])
      throw new JudgementRefused(`Cannot make a ${kind} without ${part}: give the words that name it`)
  const evidence = asked.evidence.map(span => readSpan('words', span, text))
  const quotes = evidence.map(({start, end}) => text.slice(start, end))
  const named = Object.entries(asked.parts).map(([part, words]) => [part, readNaming(part, words, text)] as const)
  const fields = fieldsOf(asked, quotes.join(' … '), text)
  return {kind, text: textHash(text), evidence, quotes, parts: Object.fromEntries(named), fields}
}

function documentValue(field: DocumentField, value: unknown): unknown {
  switch (CORRECTABLE_OF_DOCUMENT[field]) {
    case 'time':
      return value === null ? null : readTime(field, value, '').edtf
    case 'words':
      return readValue(field, {kind: 'words', isOptional: true}, value, '')
    case 'list': {
      const list = value === null ? [] : Array.isArray(value) ? value : [value]
      return list.map(each => readValue(field, {kind: 'words'}, each, ''))
    }
  }
}

type MadeKind = PersonClaim['kind']

/** Which parts a claim that a person makes must and may have. */
const PARTS: Readonly<Record<MadeKind, {readonly must: readonly string[]; readonly may: readonly string[]}>> = {
  statement: {must: [], may: ['speaker']},
  role: {must: ['person'], may: ['person', 'organisation']},
  relation: {must: ['from', 'to'], may: ['from', 'to']},
  event: {must: [], may: ['agent', 'target', 'participant', 'place']}
}

function fieldsOf({kind, fields}: AskedClaim, words: string, text: string): Readonly<Record<string, unknown>> {
  const rules = CORRECTABLE[kind]
  const given = Object.entries(fields).map(([field, value]) => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
    if (!rule || !isOwnField(rule))
      throw new JudgementRefused(`Cannot give a ${kind} a ${field}: it may have ${ownFields(kind).join(', ')}`)
    return [field, readValue(field, rule, value, text)] as const
  })
  const all: Readonly<Record<string, unknown>> = {...WORDS_ELSE[kind](words), ...Object.fromEntries(given)}
  if (kind === 'role' && all['title'] === undefined)
    throw new JudgementRefused('Cannot make a role without title: say what the person is')
  return all
}

function ownFields(kind: MadeKind): string[] {
  return Object.entries(CORRECTABLE[kind]).flatMap(([field, rule]) => (isOwnField(rule) ? [field] : []))
}

/** Who takes part is named by parts, and the words by the evidence. */
function isOwnField({kind}: FieldRule): boolean {
  return kind !== 'entity' && kind !== 'spans' && kind !== 'participants'
}

/** What the words themselves say where nothing else is given. */
const WORDS_ELSE: Readonly<Record<MadeKind, (words: string) => Readonly<Record<string, unknown>>>> = {
  statement: () => ({}),
  role: () => ({}),
  relation: words => ({phrase: words}),
  event: words => ({what: words})
}
