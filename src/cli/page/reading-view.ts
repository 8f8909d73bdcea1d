import {FIRST_DAY, LAST_DAY} from '../../language/edtf.ts'
import type {Time, Voice} from '../../reading/claim.ts'
import type {Entity, Reading, Statement} from '../../reading/reading.ts'
import type {ClaimMark} from '../../record/judging/effective-reading.ts'
import type {Judgement} from '../../record/judging/judgement.ts'
import type {Span} from '../../text/span.ts'
import {type Inline, name, quiet} from './page.ts'
import {Lines} from './where.ts'

/** A year, a month or a day: it says its bounds itself. */
const PLAIN_EDTF = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/
/** Wide enough for most reports, so that pages look alike. */
const WHERE_WIDTH_MIN = 8

/** A reading with what is needed to look things up while it is shown. */
export interface ReadingView {
  readonly reading: Reading
  readonly lines: Lines
  /** Columns for `line:column` before everything that stands somewhere. */
  readonly whereWidth: number
  readonly entitiesById: ReadonlyMap<string, Entity>
  readonly statementsById: ReadonlyMap<string, Statement>
  /** What people made of its claims, by their ids. */
  readonly marks: ReadonlyMap<string, ClaimMark>
  /** What people corrected of the document itself, by its fields. */
  readonly corrections: ReadonlyMap<string, Correction>
}

type Correction = Extract<Judgement, {kind: 'correct'}>

/** `reading`, ready to be shown. */
export function viewOf(
  reading: Reading,
  {marks = new Map(), corrections = new Map()}: Partial<Pick<ReadingView, 'marks' | 'corrections'>> = {}
): ReadingView {
  const lines = new Lines(reading.document.text)
  return {
    reading,
    lines,
    whereWidth: Math.max(WHERE_WIDTH_MIN, lines.widest + 2),
    entitiesById: new Map(reading.entities.map(entity => [entity.id, entity])),
    statementsById: new Map(reading.statements.map(statement => [statement.id, statement])),
    marks,
    corrections
  }
}

/** The words that `span` covers, as the document prints them. */
export function wordsAt({reading}: ReadingView, {start, end}: Span): string {
  return reading.document.text.slice(start, end)
}

/** The name of a local entity id, or the words themselves where they are no id. */
export function nameOf({entitiesById}: ReadingView, idOrWords: string): string {
  const entity = entitiesById.get(idOrWords)
  return entity ? entity.name || `unnamed ${entity.kind}` : idOrWords
}

/** Who is reported to say it: the name, else the words for them, else the words at the quotation. */
export function speakerOf(view: ReadingView, {speaker, speakerText, source}: Statement): Inline {
  if (speaker) return name(nameOf(view, speaker))
  const words = speakerText ?? (source ? wordsAt(view, source) : '')
  return words ? words : quiet('speaker not named')
}

/** What a voice of the chain is called. */
export function voiceName(view: ReadingView, {entity, text, kind}: Voice): string {
  return entity ? nameOf(view, entity) : (text ?? kind)
}

/** A time as EDTF, with its bounds where the EDTF alone does not show them to the day. */
export function timeWords({edtf, earliest, latest}: Pick<Time, 'edtf' | 'earliest' | 'latest'>): string {
  if (PLAIN_EDTF.test(edtf) || edtf === `${earliest}/${latest}`) return edtf
  if (earliest === latest) return `${edtf} (${earliest})`
  const from = earliest === FIRST_DAY ? 'any day' : earliest
  return `${edtf} (${from} to ${latest === LAST_DAY ? 'any day' : latest})`
}

/** `1 claim`, `2,000 claims`. Intl would do the commas in 15 ms more of a cold start. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${count === 1 ? one : many}`
}

/** How many claims of all kinds `reading` holds. */
export function claimCount(reading: Reading): number {
  const {statements, roles, relations, productions, events, assessments, pointers, contrasts, attitudes} = reading
  return [statements, roles, relations, productions, events, assessments, pointers, contrasts, attitudes].reduce(
    (sum, claims) => sum + claims.length,
    0
  )
}
