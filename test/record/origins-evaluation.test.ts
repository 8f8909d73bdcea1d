import {readFileSync} from 'node:fs'
import {expect, suite, test} from 'vitest'
import {nearCopy} from '../../src/record/origins/near-copy.ts'
import {KEYS_SHARED_MIN, sketchKeys, sketchOf} from '../../src/record/origins/sketch.ts'
import {caseBlocks} from '../support/cases.ts'

/** Each event as an agency might tell it, and as somebody else who was there does: with one quote in common. */
const events = caseBlocks(new URL('origins-events.txt', import.meta.url)).map(({body}) => {
  const [first = '', second = ''] = body.split('--- another hand\n')
  return [first.trim(), second.trim()] as const
})
const originals = events.flat()

/** What desks do to a text before they print it. */
const EDITS: readonly (readonly [name: string, recallMin: number, edit: (text: string, seed: number) => string])[] = [
  ['printed as it is', 1, text => text],
  ['under another headline, in capitals', 1, text => `PIER, DEAL, TRUCE: WHAT WE KNOW\n${text.toUpperCase()}`],
  ['with its paragraphs in another order', 1, (text, seed) => shuffled(text.split('\n'), seed).join('\n')],
  ['cut by a third from the end', 1, text => firstShare(text, 0.67)],
  ['cut to half', 1, text => firstShare(text, 0.5)],
  ['cut to its first third', 1, text => firstShare(text, 0.34)],
  [
    'without every third sentence',
    1,
    text =>
      sentences(text)
        .filter((_, index) => index % 3 !== 2)
        .join(' ')
  ],
  ['with a lead and an end of the paper’s own', 1, text => `${LEAD}\n${text}\n${END}`],
  ['cut to half, with a lead and an end of its own', 1, text => `${LEAD}\n${firstShare(text, 0.5)}\n${END}`],
  ['with one word in twelve replaced', 1, (text, seed) => replaced(text, 12, seed)],
  [
    'with one word in eight replaced, and cut by a third',
    0.9,
    (text, seed) => replaced(firstShare(text, 0.67), 8, seed)
  ]
]

const LEAD =
  'Readers of this paper have followed the story since the beginning, and many wrote to us about it over the last days. Here is what is known so far, as far as our correspondents could establish it.'
const END =
  'Do you know more about this? Write to the news desk, by post or by telephone, on any weekday between nine and five. Letters are printed with the name of the writer.'

suite('near-copies are found', () => {
  for (const [name, recallMin, edit] of EDITS)
    test(`${name}: recall of at least ${recallMin}`, () => {
      const pairs = originals.flatMap(text => [1, 2, 3, 4].map(seed => [text, edit(text, seed)] as const))
      const found = pairs.filter(([text, copy]) => isFound(text, copy))
      expect(found.length / pairs.length).toBeGreaterThanOrEqual(recallMin)
      for (const [text, copy] of found) expect(isLookedUp(text, copy)).toBe(true)
    })

  test('two hands on one event, and texts of different events, are not taken for copies: precision 1', () => {
    const versions = originals.map(text => EDITS.map(([, , edit]) => edit(text, 7)))
    for (const [index, one] of versions.entries())
      for (const [otherIndex, other] of versions.entries())
        if (index < otherIndex)
          for (const text of one)
            for (const copy of other) expect(nearCopy(sketchOf(text), sketchOf(copy))).toBeUndefined()
  })

  test('a text too short to tell is no copy', () => {
    expect(isFound('The old quay will close.', 'The old quay will close.')).toBe(false)
  })

  test('texts are long enough to tell something', () => {
    expect(events).toHaveLength(3)
    for (const text of originals) expect(text.split(/\s+/).length).toBeGreaterThan(130)
    expect(readFileSync(new URL('origins-events.txt', import.meta.url), 'utf8')).toContain('# quay')
  })
})

function isFound(text: string, copy: string): boolean {
  const [one, other] = [sketchOf(text), sketchOf(copy)]
  const found = nearCopy(one, other)
  expect(nearCopy(other, one)).toEqual(found)
  return found !== undefined
}

function isLookedUp(text: string, copy: string): boolean {
  const keys = new Set(sketchKeys(sketchOf(text)))
  return KEYS_SHARED_MIN <= sketchKeys(sketchOf(copy)).filter(key => keys.has(key)).length
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]”?)\s+/)
}

/** Whole sentences, as many as make up that share of the text. */
function firstShare(text: string, share: number): string {
  const kept: string[] = []
  for (const sentence of sentences(text)) {
    if (kept.join(' ').length >= text.length * share) break
    kept.push(sentence)
  }
  return kept.join(' ')
}

function replaced(text: string, every: number, seed: number): string {
  return text
    .split(' ')
    .map((word, index) => ((index + seed) % every === 0 ? 'altered' : word))
    .join(' ')
}

function shuffled(items: readonly string[], seed: number): string[] {
  const shuffledItems = [...items]
  let state = seed
  for (let index = items.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    const other = state % (index + 1)
    ;[shuffledItems[index], shuffledItems[other]] = [shuffledItems[other]!, shuffledItems[index]!]
  }
  return shuffledItems
}
