import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import type {Reading} from '../../src/reading/reading.ts'
import type {Span} from '../../src/text/span.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/reading-1.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({allErrors: true, strict: true}).compile(schema)

/** Every fault of `line` against the shipped schema, and of its spans and ids against each other; empty when it holds. */
export function readingFaults(line: unknown): string[] {
  if (!validate(line))
    return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath || '/'} ${message}`)
  const reading = line as Reading
  return reading.format === 'hearsay-reading/1' ? [...spanFaults(reading), ...idFaults(reading)] : []
}

function spanFaults(reading: Reading): string[] {
  const {length} = reading.document.text
  return everyObject(reading)
    .filter(value => typeof value['start'] === 'number' && typeof value['end'] === 'number')
    .map(value => value as unknown as Span)
    .filter(({start, end}) => !(0 <= start && start <= end && end <= length))
    .map(({start, end}) => `span ${start}-${end} does not lie in the text of ${length} characters`)
}

function idFaults(reading: Reading): string[] {
  const entities = new Set(reading.entities.map(({id}) => id))
  const claims = claimsOf(reading).map(({id}) => id)
  const known = new Set(claims)
  const faults = claims.filter((id, index) => claims.indexOf(id) !== index).map(id => `claim ${id} stands twice`)
  for (const value of everyObject(reading))
    for (const key of ['speaker', 'entity', 'person', 'from', 'to', 'production'])
      if (typeof value[key] === 'string' && !entities.has(value[key])) faults.push(`${key} ${value[key]} is no entity`)
  for (const {parent} of reading.statements)
    if (parent && !known.has(parent)) faults.push(`parent ${parent} is no claim`)
  for (const {statements} of reading.productions.flatMap(({segments}) => segments))
    for (const id of statements) if (!known.has(id)) faults.push(`segment statement ${id} is no claim`)
  return faults
}

function claimsOf(reading: Reading): readonly {readonly id: string}[] {
  const {statements, roles, relations, productions, events, assessments, pointers, contrasts, attitudes} = reading
  return [statements, roles, relations, productions, events, assessments, pointers, contrasts, attitudes].flat()
}

function everyObject(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(everyObject)
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(everyObject)]
}
