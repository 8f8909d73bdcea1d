import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import type {Statement} from '../../src/reading/reading.ts'
import {overlaps} from '../../src/text/span.ts'
import {cpuMs} from '../support/cpu-time.ts'
import {readText} from './read-text.ts'

/** Pieces of reporting in every order, good and bad. */
const PIECE = fc.constantFrom(
  ...[
    '“',
    '”',
    '"',
    '‘',
    '’',
    '\n\n',
    '\n',
    ' ',
    ', ',
    '. ',
    ': ',
    '; ',
    ' – ',
    '? ',
    '(',
    ')',
    '[sic]',
    '…',
    '\u0000',
    '😀'
  ],
  ...[
    'Ada Moro',
    'she',
    'the council',
    'it',
    'who',
    'that',
    'and',
    'officials',
    'on Monday',
    'in a statement',
    'the dam'
  ],
  ...[
    'said',
    'says',
    'told',
    'called',
    'called for',
    'accused',
    'of',
    'urged',
    'to leave',
    'according to',
    'vowed',
    'was'
  ],
  ...['adding', 'would', 'not', 'believe', 'as', 'a disgrace', 'holds', 'denied', 'wrote']
)

const texts = [
  fc.array(PIECE, {maxLength: 60}).map(pieces => pieces.join(' ')),
  fc.array(PIECE, {maxLength: 60}).map(pieces => pieces.join('')),
  fc.string({unit: 'grapheme', maxLength: 200})
]

suite('laws of statements', () => {
  test('no text makes reading throw, and every span slices to words', () => {
    fc.assert(
      fc.property(fc.oneof(...texts), text => {
        for (const statement of readText(text).statements) expectSound(text, statement)
      }),
      {numRuns: 300}
    )
  })

  test('the same text gives the same statements, ids and all', () => {
    fc.assert(
      fc.property(fc.oneof(...texts), text => {
        expect(readText(text).statements).toEqual(readText(text).statements)
      }),
      {numRuns: 50}
    )
  })

  test('every case holds the laws too', () => {
    const cases = readFileSync(new URL('statements.txt', import.meta.url), 'utf8')
    for (const statement of readText(cases).statements) expectSound(cases, statement)
  })

  test('no two statements have the same id, and every parent is there', () => {
    const cases = readFileSync(new URL('statements.txt', import.meta.url), 'utf8')
    const {statements} = readText(cases)
    const ids = statements.map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const {parent} of statements) if (parent) expect(ids).toContain(parent)
  })

  test('a text without sentences is read in linear time', {timeout: 120_000}, () => {
    for (const piece of ['he said that ', '“no” he said ', 'said, ', 'according to ', '“yes, ']) {
      const once = cpuMs(() => readText(piece.repeat(500)))
      const eightfold = cpuMs(() => readText(piece.repeat(4000)))
      // Quadratic time would be 64 times as much; processor time, so that a busy machine does not count.
      expect(eightfold, `“${piece}”`).toBeLessThan(32 * Math.max(once, 20))
    }
  })
})

function expectSound(text: string, {kind, cue, content, source, altered, evidence, score, reason}: Statement): void {
  for (const {start, end} of [...cue, ...content, ...altered, ...evidence, ...(source ? [source] : [])])
    expect(0 <= start && start < end && end <= text.length).toBe(true)
  expect(content.length).toBeGreaterThan(0)
  expect(content.some(span => cue.some(place => overlaps(span, place)))).toBe(false)
  expect(['direct', 'indirect', 'mixed']).toContain(kind)
  expect(0 < score && score <= 1).toBe(true)
  expect(reason).not.toBe('')
}
