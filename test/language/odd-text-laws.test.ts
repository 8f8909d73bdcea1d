import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {analyse} from '../../src/language/analyse.ts'
import type {Analysis} from '../../src/language/analysis.ts'
import {findOddText} from '../../src/language/odd-text.ts'
import {findWords} from '../../src/language/words.ts'
import {loadModels} from '../../src/models.ts'
import {cpuMs} from '../support/cpu-time.ts'

const models = loadModels()

const ENGLISH = fc.constantFrom(
  'Mara Quell said on Tuesday that the front would not leave the valley.',
  'The group, which holds the bridge, named Sorin Dalwar its commander in 2015.',
  'Officials in the capital did not answer questions about the claim.',
  'She and her brother were seen near Osterby on 3 May 2021, according to the Harbour Review.'
)
const prose = fc.array(ENGLISH, {minLength: 4, maxLength: 8}).map(sentences => sentences.join(' '))

/** Sentences and names in other scripts, of right-to-left ones most, as reports from the field quote them. */
const OTHER_SCRIPTS = [
  'قال المتحدث إن القوات لن تغادر الوادي.',
  'سورین دلوار',
  'د سیند د غاړې جبهې وویل چې له درې نه وځي',
  'הדובר אמר ביום שלישי כי הגשר פתוח',
  'Представитель фронта заявил, что мост открыт.',
  '山の人々はダムに反対する',
  'አዛዡ በድልድዩ አልነበረም'
]
const otherScript = fc
  .array(fc.constantFrom(...OTHER_SCRIPTS), {minLength: 1, maxLength: 4})
  .map(parts => parts.join(' '))
const emoji = fc
  .array(fc.constantFrom('👍🏽', '👩‍👩‍👧', '🇳🇴', '😂😂', '\ud83d', '\u200d', '☎️', '1️⃣'), {maxLength: 12})
  .map(parts => parts.join(' '))

/** What a scanner makes of a text: in each tenth word and more a letter is misread or a mark stands in it. */
const scanned = fc.tuple(prose, fc.integer({min: 2, max: 4})).map(([text, every]) =>
  text
    .split(' ')
    .map((word, index) =>
      index % every === 0 && 3 < word.length ? `${word.slice(0, 2).toLowerCase()}0${word.slice(3)}` : word
    )
    .join(' ')
)

suite('odd text', () => {
  test('of any kind is analysed, with every span in the text and in order', () => {
    const odd = fc.array(fc.oneof(prose, prose.map(upper), prose.map(lower), otherScript, emoji, scanned), {
      maxLength: 4
    })
    fc.assert(
      fc.property(odd, fc.constantFrom(' ', '\n\n', '\u202e', ' \u2067'), (pieces, between) => {
        const text = pieces.join(between)
        assertInText(text, analyse(text, models))
      }),
      {numRuns: 60}
    )
  })

  const tells = (kind: string, texts: fc.Arbitrary<string>, code: string) =>
    test(`${kind} is told`, () => {
      fc.assert(
        fc.property(texts, text => assert(codesOf(text).includes(code))),
        {numRuns: 60}
      )
    })

  tells('a text in capitals', prose.map(upper), 'capitals')
  tells('a text in small letters', prose.map(lower), 'lower_case')
  tells('another script', otherScript, 'other_script')
  tells(
    'a name in another script within a text',
    fc.tuple(prose, otherScript, prose).map(parts => parts.join(' ')),
    'other_script'
  )
  tells('a text misread by a scanner', scanned, 'broken_words')

  test('plain prose is not', () => {
    fc.assert(
      fc.property(prose, text => assert.deepEqual(codesOf(text), [])),
      {numRuns: 60}
    )
  })
})

suite('a million characters', () => {
  test('in one paragraph without a full stop are cut into sentences, with notices that stay few', () => {
    const text = 'and then the front would not leave the valley '.repeat(22_000)
    const {notices, ...words} = findWords(text)
    assert(1_000_000 < text.length)
    assert(300 < notices.length)
    assert.deepEqual(
      findOddText(words)
        .map(({code}) => code)
        .sort(),
      ['long_paragraph', 'lower_case']
    )
  })

  test('in one word are one word', () => {
    const {forms, notices} = analyse('a'.repeat(1_000_000), models)
    assert.equal(forms.length, 1)
    assert.deepEqual(notices, [])
  })

  test('of any oddity take time in proportion', () => {
    for (const piece of ['قال a ', 'XY ', '| ~ ', 'a b ', '\u202e', 'th|s ', '😂 ', 'one\n']) {
      const timeOf = (count: number) => cpuMs(() => findOddText(findWords(piece.repeat(count))))
      timeOf(2000)
      const short = Math.min(timeOf(4000), timeOf(4000))
      const long = timeOf(40_000)
      assert(long < short * 10 * 4 + 50, `${JSON.stringify(piece)}: ${short} ms, then ${long} ms`)
    }
  })
})

function upper(text: string): string {
  return text.toUpperCase()
}

function lower(text: string): string {
  return text.toLowerCase()
}

function codesOf(text: string): string[] {
  return findOddText(findWords(text)).map(({code}) => code)
}

function assertInText(text: string, {starts, ends, names, dates, chains, threads, notices}: Analysis): void {
  for (const [word, start] of starts.entries()) {
    assert((ends[word - 1] ?? 0) <= start)
    assert(start < ends[word]! && ends[word]! <= text.length)
  }
  const mentions = [...chains, ...threads].flatMap(chain => chain.mentions)
  for (const {start = 0, end = 1} of [...names, ...dates, ...mentions, ...notices])
    assert(0 <= start && start < end && end <= text.length)
}
