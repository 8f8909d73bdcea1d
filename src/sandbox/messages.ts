import type {Source} from '../intake/take-in.ts'
import type {Journey} from '../pipeline.ts'
import type {Reading} from '../reading/reading.ts'

/** What the child is sent: a frame of JSON that describes the source, then a frame of its bytes. */
export type JobHead = Omit<Source, 'bytes'>

/** What the child sends, as JSON: a value that a hostile document could shape must not be more than data. */
export type Answer =
  | {readonly kind: 'ready'}
  | {readonly kind: 'journey'; readonly journey: SlimJourney}
  | {readonly kind: 'unreadable'; readonly code: string; readonly message: string}
  | {readonly kind: 'failed'; readonly message: string}

/** A journey whose text is there once: the reading's copy of it is put back by whoever receives it. */
export interface SlimJourney {
  readonly document: Journey['document']
  readonly reading: Omit<Reading, 'document'> & {readonly document: Omit<Reading['document'], 'text'>}
}

/** `journey` without the second copy of its text. */
export function slim({document, reading}: Journey): SlimJourney {
  const {text: _, ...slimDocument} = reading.document
  return {document, reading: {...reading, document: slimDocument}}
}

/** The journey that `slim` was given, the keys of its reading in the order of the contract. */
export function restore({document, reading}: SlimJourney): Journey {
  const {parts, ...head} = reading.document
  return {document, reading: {...reading, document: {...head, text: document.text, parts}}}
}

/**
 * An answer from its bytes.
 *
 * @throws SyntaxError when it is none
 */
export function readAnswer(bytes: Uint8Array): Answer {
  const answer: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  if (!isAnswer(answer)) throw new SyntaxError('Cannot read the answer of a reader: it is of no known kind')
  return answer
}

function isAnswer(value: unknown): value is Answer {
  const answer = value as Partial<Record<string, unknown>> | null
  switch (answer?.['kind']) {
    case 'ready':
      return true
    case 'journey':
      return isSlimJourney(answer['journey'])
    case 'unreadable':
      return typeof answer['code'] === 'string' && typeof answer['message'] === 'string'
    case 'failed':
      return typeof answer['message'] === 'string'
    default:
      return false
  }
}

/** Only what is leaned on before the record looks closer; the child is our own code until a document breaks it. */
function isSlimJourney(value: unknown): boolean {
  const {document, reading} = (value ?? {}) as Partial<SlimJourney>
  return (
    typeof document?.id === 'string' &&
    typeof document.text === 'string' &&
    reading?.format === 'hearsay-reading/1' &&
    reading.document?.id === document.id &&
    reading.document.sha256 === document.sha256
  )
}
