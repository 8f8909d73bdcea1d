import {edtfBounds} from '../../language/edtf.ts'
import type {Time} from '../../reading/claim.ts'
import type {Span} from '../../text/span.ts'
import {type FieldRule, PARTICIPATIONS} from './correctable-fields.ts'
import type {NamingWords, ParticipantWords} from './judgement.ts'
import {JudgementRefused} from './judgement-refused.ts'

/**
 * What a judgement keeps for a value that a person gives a field: a time with its bounds, words with their quote.
 *
 * @throws JudgementRefused where the field cannot be that
 */
export function readValue(field: string, rule: FieldRule, value: unknown, text: string): unknown {
  if (value === null || value === undefined) {
    if ('isOptional' in rule && rule.isOptional) return null
    throw new JudgementRefused(`Cannot empty ${field}: every such claim has one`)
  }
  switch (rule.kind) {
    case 'words':
      return readWords(field, value)
    case 'one-of':
      if (rule.values.includes(value as string)) return value
      throw new JudgementRefused(
        `Cannot set ${field} to ${JSON.stringify(value)}: it is one of ${rule.values.join(', ')}`
      )
    case 'time':
      return readTime(field, value, text)
    case 'entity':
      if (rule.orWords && typeof value === 'string') return readWords(field, value)
      return readNaming(field, value, text)
    case 'span':
      return readSpan(field, value, text)
    case 'spans':
      if (Array.isArray(value) && value.length > 0) return value.map(span => readSpan(field, span, text))
      throw new JudgementRefused(`Cannot set ${field}: give the places of its words, one at least`)
    case 'participants':
      if (Array.isArray(value) && value.length > 0) return value.map(each => readParticipant(field, each, text))
      throw new JudgementRefused(`Cannot set ${field}: give who took part, one at least, or empty it`)
  }
}

/** A date with its first and last day, and the words that give it where there are some. */
export function readTime(field: string, value: unknown, text: string): Time {
  const {edtf, start, end} = typeof value === 'string' ? {edtf: value} : (value as Partial<Time>)
  const bounds = typeof edtf === 'string' ? edtfBounds(edtf) : undefined
  if (edtf === undefined || !bounds)
    throw new JudgementRefused(
      `Cannot set ${field} to ${JSON.stringify(edtf)}: it is no date. Write 2016-12-16, 2016-12, 2016/2018, or another EDTF date`
    )
  return {edtf, ...bounds, ...(start !== undefined && readSpan(field, {start, end}, text))}
}

/** Words of the text that name somebody. */
export function readNaming(field: string, value: unknown, text: string): NamingWords {
  const {kind} = (value ?? {}) as Partial<NamingWords>
  const span = readSpan(field, value, text)
  return {...span, quote: text.slice(span.start, span.end), ...(kind !== undefined && {kind})}
}

function readParticipant(field: string, value: unknown, text: string): ParticipantWords {
  const {part} = (value ?? {}) as Partial<ParticipantWords>
  if (part === undefined || !PARTICIPATIONS.includes(part))
    throw new JudgementRefused(
      `Cannot set ${field} to the part ${JSON.stringify(part)}: it is one of ${PARTICIPATIONS.join(', ')}`
    )
  return {...readNaming(field, value, text), part}
}

/** A stretch of the text that has words in it. */
export function readSpan(field: string, value: unknown, text: string): Span {
  const {start, end} = (value ?? {}) as Partial<Span>
  if (!Number.isInteger(start) || !Number.isInteger(end))
    throw new JudgementRefused(`Cannot set ${field}: give where its words stand, as start and end`)
  const words = 0 <= start! && start! < end! && end! <= text.length ? text.slice(start, end).trim() : ''
  if (words === '')
    throw new JudgementRefused(
      `Cannot set ${field} to ${start}-${end}: no words stand there; the text has ${text.length} characters`
    )
  return {start: start!, end: end!}
}

function readWords(field: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new JudgementRefused(`Cannot set ${field}: give it in words`)
}
