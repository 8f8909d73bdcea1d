import type {Source} from '../intake/take-in.ts'
import {edtfBounds} from '../language/edtf.ts'
import {showBytes} from '../sandbox/limits.ts'
import {type ByteLine, byteLines} from './byte-lines.ts'
import {byteStream, explainFileError, type GivenFacts, INPUT_BYTES_MAX, type Input} from './inputs.ts'
import {quoted} from './page/safe-text.ts'

/**
 * Every line of JSON Lines files as an input: an object with `text` or `html`, and `id`, `title`, `published`, `address` where
 * known. A line that is no such object gives an input that cannot be loaded, so that n lines stay n inputs, in their order.
 */
export async function* jsonInputs(paths: readonly string[], facts: GivenFacts): AsyncGenerator<Input> {
  for (const path of paths)
    try {
      for await (const line of byteLines(byteStream(path), INPUT_BYTES_MAX)) yield jsonInput(path, line, facts)
    } catch (error) {
      const message = explainFileError(path, error as NodeJS.ErrnoException)
      yield {ref: path, load: () => Promise.reject(new Error(message))}
    }
}

function jsonInput(path: string, {number, bytes}: ByteLine, facts: GivenFacts): Input {
  const place = `${path}:${number}`
  const {ref, source, fault} = readLine(place, bytes, facts)
  return {
    ref,
    load: () => (source ? Promise.resolve(source) : Promise.reject(new Error(`Cannot read ${quoted(ref)}: ${fault}`)))
  }
}

function readLine(
  place: string,
  bytes: Uint8Array | undefined,
  facts: GivenFacts
): {ref: string; source?: Source; fault?: string} {
  if (!bytes) return {ref: place, fault: `the line is longer than ${showBytes(INPUT_BYTES_MAX)}`}
  let line: unknown
  try {
    line = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch (error) {
    return {ref: place, fault: `the line is no JSON (${(error as Error).message})`}
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    return {ref: place, fault: 'the line is no JSON object'}
  return sourceOf(place, line as Record<string, unknown>, facts)
}

function sourceOf(
  place: string,
  line: Record<string, unknown>,
  facts: GivenFacts
): {ref: string; source?: Source; fault?: string} {
  const given = Object.fromEntries(FIELDS.map(field => [field, line[field] ?? undefined]))
  const id = typeof given['id'] === 'number' ? String(given['id']) : given['id']
  const {text, html, title, published, address} = given as Readonly<Record<string, string | undefined>>
  const ref = nonEmptyString(id) ?? nonEmptyString(address) ?? place
  const wrong = FIELDS.find(field => field !== 'id' && given[field] !== undefined && typeof given[field] !== 'string')
  if (wrong) return {ref, fault: `"${wrong}" is no string`}
  if ((text === undefined) === (html === undefined))
    return {ref, fault: 'the object must have "text" or "html", one of them'}
  if (published && !edtfBounds(published)) return {ref, fault: `"published" is no date we know: ${quoted(published)}`}
  const source: Source = {
    ref,
    bytes: new TextEncoder().encode(text ?? html),
    charset: 'utf-8',
    format: text === undefined ? 'html' : 'text',
    ...facts,
    ...(title && {title}),
    ...(published && {published}),
    ...(address && {address})
  }
  return {ref, source}
}

const FIELDS = ['id', 'text', 'html', 'title', 'published', 'address'] as const

function nonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}
