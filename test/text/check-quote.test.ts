import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checkQuote, type QuoteCheck} from '../../src/text/check-quote.ts'
import {type Span, spanText} from '../../src/text/span.ts'
import {caseBlocks, markSpans, readMarked} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

describe('checkQuote', () => {
  for (const {name, body} of caseBlocks(new URL('check-quote.txt', import.meta.url)))
    test(name, () => {
      const [first = '', second = '', ...expected] = body.split('\n')
      const quote = first.replace(/^quote: /, '')
      const {text, spans} = readMarked(second.replace(/^text: /, '').replaceAll('¶', '\n'))
      const check = checkQuote(quote, text)
      expect(linesOf(check, quote, text).join('\n')).toBe(expected.join('\n'))
      if (check.status !== 'not-found') expect(markSpans(text, check.places)).toBe(markSpans(text, spans))
    })

  test('a quote without words, or with too many, is not compared', () => {
    expect(() => checkQuote(' “…” ', 'Some text.')).toThrow(RangeError)
    expect(() => checkQuote('word '.repeat(1001), 'Some text.')).toThrow('Cannot check a quote of 1001 words')
  })

  test('an empty text has nothing', () => {
    expect(checkQuote('We will pay', '')).toEqual({status: 'not-found', places: []})
  })
})

/** Characters that some rule looks at, in any order. */
const SIGNS = fc.constantFrom(
  ...'aAbT.,?!-–\'’“”"[]()… \n\u00ad\u200b\u0301éﬁ1漢ก𝒜'.split(/(?:)/u),
  ' ',
  '[sic]',
  '...',
  ' we ',
  ' the '
)
const signs = fc.array(SIGNS, {maxLength: 40}).map(each => each.join(''))

describe('on any text', () => {
  test('every span lies in its text, and shares are shares', () => {
    fc.assert(
      fc.property(signs, signs, (words, text) => {
        const quote = `a${words}`
        const {places} = checkQuote(quote, text)
        for (const place of places) {
          expect(() => spanText(text, place)).not.toThrow()
          for (const each of [...place.parts, ...place.differences]) {
            expect(() => spanText(quote, each.quote)).not.toThrow()
            expect(() => spanText(text, each.text)).not.toThrow()
          }
          expect(0 <= place.share && place.share <= 1).toBe(true)
        }
      }),
      {numRuns: 1000}
    )
  })

  test('one word left out, added or replaced is told as that, and nothing else', () => {
    const words = Array.from({length: 40}, (_, number) => `word${String.fromCharCode(97 + (number % 26))}${number}`)
    const edits = fc.constantFrom('left-out', 'added', 'replaced')
    fc.assert(
      fc.property(edits, fc.integer({min: 11, max: 27}), (kind, place) => {
        const quote = words.slice(10, 30)
        if (kind === 'left-out') quote.splice(place - 10, 1)
        if (kind === 'added') quote.splice(place - 10, 0, 'never')
        if (kind === 'replaced') quote[place - 10] = 'never'
        const check = checkQuote(quote.join(' '), words.join(' '))
        expect(check.places.map(({status, differences}) => [status, differences.map(each => each.kind)])).toEqual([
          ['altered', [kind]]
        ])
      })
    )
  })

  test('what is cut out of a text at its words stands there exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('we', 'the', 'gate,', 'Oster', '“no”', '-', 'é', '12'), {minLength: 3}),
        words => {
          const text = words.join(' ')
          const quote = `we ${text} the`
          expect(checkQuote(quote, `So ${quote} end`).status).toBe('exact')
        }
      )
    )
  })
})

describe('the time grows with the text, whatever is in it', () => {
  const million = 1_000_000
  test.each([
    ['one word over and over', 'the '.repeat(60), 'the '.repeat(million / 4)],
    ['one word over and over, but for one', `${'the '.repeat(30)}cat ${'the '.repeat(29)}`, 'the '.repeat(million / 4)],
    ['other marks at every place', 'the, '.repeat(60), 'the '.repeat(million / 4)],
    ['one letter over and over', `b${'a'.repeat(300)}`, 'a'.repeat(million)],
    ['white space alone', 'the cat', `the${' '.repeat(million)}cat`],
    ['broken lines alone', 'ab cd', 'a-\n '.repeat(million / 4)],
    ['open brackets', `${'['.repeat(3000)}a${']'.repeat(3000)}`, 'a b'],
    ['marks alone', '"a" '.repeat(900), '"a '.repeat(million / 3)],
    ['dots', `a${' . .'.repeat(3000)} b`, `a${' . .'.repeat(million / 4)} b`]
  ])('%s', (_, quote, text) => {
    expect(cpuMs(() => checkQuote(quote, text))).toBeLessThan(1500)
  })
})

function linesOf({status, places}: QuoteCheck, quote: string, text: string): string[] {
  if (status === 'not-found') return [status]
  const words = (of: string, span: Span) => spanText(of, span).replaceAll('\n', '¶').trim()
  return places.flatMap(place => [
    [place.status, ...(place.status === 'altered' ? [Math.floor(place.share * 100)] : place.normalised)].join(' '),
    ...place.differences.map(each =>
      `${each.kind}${each.isMarked ? '*' : ''} ${words(quote, each.quote)}|${words(text, each.text)}`.trimEnd()
    )
  ])
}
