import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {sentenceCount} from '../../src/language/analysis.ts'
import {SENTENCE_WORDS_MAX} from '../../src/language/sentences.ts'
import {type FoundWords, findWords} from '../../src/language/words.ts'
import {loadModels} from '../../src/models.ts'
import type {Span} from '../../src/text/span.ts'
import {markSpans, readCases} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

const {sentences} = loadModels()

suite('findWords', () => {
  for (const {name, text, spans} of readCases(new URL('words.txt', import.meta.url)))
    test(name, () => {
      const touched = wordSpans(findWords(text)).filter(word => spans.some(span => overlap(span, word)))
      assert.equal(markSpans(text, touched), markSpans(text, spans))
    })
})

suite('findWords finds sentences', () => {
  for (const {name, text, spans} of readCases(new URL('sentences.txt', import.meta.url)))
    test(name, () => assert.equal(markSpans(text, sentenceSpans(findWords(text, {sentences}))), markSpans(text, spans)))

  for (const {name, text, spans} of readCases(new URL('sentences-by-rules.txt', import.meta.url)))
    test(`by rules alone, ${name}`, () =>
      assert.equal(markSpans(text, sentenceSpans(findWords(text))), markSpans(text, spans)))

  test('only the given spans are read, and none joins its neighbour', () => {
    const text = 'Flood closes bridge Share this The river rose on Friday'
    const spans = [
      {start: 0, end: 19},
      {start: 31, end: text.length}
    ]
    const words = findWords(text, {spans, sentences})
    assert.deepEqual(
      sentenceSpans(words).map(({start, end}) => text.slice(start, end)),
      ['Flood closes bridge', 'The river rose on Friday']
    )
  })

  test('a span may cut a word in two, and both halves stay in it', () => {
    const {forms} = findWords('Mr. don’t U.S.', {spans: [{start: 1, end: 6}]})
    assert.deepEqual(forms, ['r', '.', 'do'])
  })

  test('a sentence without end is cut at a comma, and says so', () => {
    const words = findWords(`${'word '.repeat(280)}here, ${'word '.repeat(400)}`)
    assert.equal(sentenceCount(words), 3)
    assert.equal(words.forms[words.sentenceStarts[1]! - 1], ',')
    assert.deepEqual(
      words.notices.map(({code}) => code),
      ['sentence_cut', 'sentence_cut']
    )
  })
})

suite('whatever the text', () => {
  const anyText = fc.oneof(
    fc.string({unit: 'binary', maxLength: 300}),
    fc.string({
      unit: fc.constantFrom(...'aB1.\'’"“”()[]-–$%@#&/:;,!?\n\r\t _<>*\ud83d\udc4d\u0301é中'),
      maxLength: 300
    }),
    fc
      .array(
        fc.constantFrom(
          'U.S.',
          "can't",
          '“No!”',
          'he',
          'said',
          '\n',
          '\n\n',
          'Mr.',
          '[sic]',
          '...',
          'constructor',
          ' '
        ),
        {
          maxLength: 60
        }
      )
      .map(parts => parts.join(' '))
  )

  test('words lie in the text in order, do not overlap, hold no white space, and slice to their forms', () => {
    fc.assert(
      fc.property(anyText, text => assertWordsLie(findWords(text, {sentences}))),
      {numRuns: 500}
    )
  })

  test('sentences part the words, and none is too long', () => {
    fc.assert(
      fc.property(anyText, text => assertSentencesPart(findWords(text, {sentences}))),
      {numRuns: 500}
    )
  })

  test('every character that is not white space belongs to a word', () => {
    fc.assert(
      fc.property(anyText, text => {
        const words = findWords(text)
        const left = [...wordSpans(words)]
          .reverse()
          .reduce((rest, {start, end}) => rest.slice(0, start) + rest.slice(end), text)
        assert.match(left, /^[\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]*$/)
      }),
      {numRuns: 500}
    )
  })

  test('words stay within the given spans', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(300), fc.nat(300)).map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)}))
    )
    fc.assert(
      fc.property(anyText, spans, (text, given) => {
        const words = findWords(text, {spans: given, sentences})
        assertWordsLie(words)
        for (const {start, end} of wordSpans(words))
          for (let offset = start; offset < end; offset++)
            assert(given.some(span => span.start <= offset && offset < span.end))
      })
    )
  })
})

suite('a megabyte of one thing takes under three seconds of processor time', () => {
  for (const unit of [
    'a',
    '.',
    'a.',
    "a'",
    'a-',
    '1-',
    '1,',
    '1.',
    'U.',
    "n't",
    '"',
    '[',
    '…',
    '@a',
    'é\ud800',
    'a\n',
    'Mr. ',
    '# ',
    'www.',
    '[1]',
    '(sic) '
  ])
    test(JSON.stringify(unit), () => {
      assert(cpuMs(() => assertSentencesPart(findWords(unit.repeat(2 ** 20 / unit.length), {sentences}))) < 3000)
    })
})

function assertWordsLie({text, starts, ends, forms}: FoundWords): void {
  let position = 0
  for (let word = 0; word < starts.length; word++) {
    assert(position <= starts[word]! && starts[word]! < ends[word]! && ends[word]! <= text.length)
    assert.equal(forms[word], text.slice(starts[word], ends[word]))
    assert.doesNotMatch(forms[word]!, /\s/)
    position = ends[word]!
  }
}

function assertSentencesPart({sentenceStarts, starts}: FoundWords): void {
  assert.equal(sentenceStarts.at(-1), starts.length)
  if (0 < starts.length) assert.equal(sentenceStarts[0], 0)
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const length = sentenceStarts[sentence + 1]! - sentenceStarts[sentence]!
    assert(0 < length && length <= SENTENCE_WORDS_MAX)
  }
}

function wordSpans({starts, ends}: FoundWords): Span[] {
  return Array.from(starts, (start, word) => ({start, end: ends[word]!}))
}

function sentenceSpans({starts, ends, sentenceStarts}: FoundWords): Span[] {
  return Array.from(sentenceStarts.subarray(0, -1), (first, sentence) => ({
    start: starts[first]!,
    end: ends[sentenceStarts[sentence + 1]! - 1]!
  }))
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
