import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {displayWidth} from '../../src/cli/page/display-width.ts'
import {exact, name, Page} from '../../src/cli/page/page.ts'
import {isolated, jsonLine, quoted, visible} from '../../src/cli/page/safe-text.ts'

/** What may reach a terminal from a document: no C0 but line ends, no C1, no bidi override, nothing that hides. */
const DANGEROUS =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u

suite('visible', () => {
  test.each([
    ['an escape sequence is written out', 'a\u001b[2Jb', 'a⟨ESC⟩[2Jb'],
    ['a one-character control sequence introducer is written out', 'a\u009b31mb', 'a⟨CSI⟩31mb'],
    ['a bidi override is written out', 'harm\u202Etxt.exe', 'harm⟨U+202E⟩txt.exe'],
    ['a carriage return cannot overwrite a line', 'good\rbad', 'good⟨U+000D⟩bad'],
    ['a bell is written out', 'ding\u0007', 'ding⟨U+0007⟩'],
    ['tag characters, which nobody sees, are written out', 'x\u{e0041}', 'x⟨U+E0041⟩'],
    ['half a surrogate pair is written out', 'x\ud83d', 'x⟨U+D83D⟩'],
    ['a heap of marks on one letter is cut short', `z${'\u0301'.repeat(40)}`, `z${'\u0301'.repeat(8)}⟨+32 marks⟩`],
    ['joiners that Persian is written with stay', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['ordinary words stay as they are', 'Ærøskøbing: “naïve” — 東京', 'Ærøskøbing: “naïve” — 東京']
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  test('nothing dangerous is left of any text', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => !DANGEROUS.test(visible(text).replaceAll('\t', ''))))
  })
})

test('a file name with a line break stays on one line', () => {
  expect(quoted('a\nb\u001b')).toBe('"a\\nb\\u001b"')
})

test('words from right to left are held apart, others are not touched', () => {
  expect(isolated('قال')).toBe('\u2068قال\u2069')
  expect(isolated('said')).toBe('said')
})

test('a line of JSON holds nothing dangerous and parses to the same value', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const line = jsonLine({text})
      expect(DANGEROUS.test(line)).toBe(false)
      expect(JSON.parse(line)).toEqual({text})
    })
  )
})

suite('Page', () => {
  test('no piece of any text brings a control character to the terminal, nor a line wider than the page', () => {
    fc.assert(
      fc.property(fc.array(fc.string({unit: 'binary'})), fc.integer({min: 40, max: 120}), (texts, width) => {
        const printed = printedOn(width, page =>
          page.line(
            texts.flatMap(text => [name(text), exact(text)]),
            {indent: 4}
          )
        )
        expect(DANGEROUS.test(printed)).toBe(false)
        for (const line of printed.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      })
    )
  })

  test('a line wraps under its label, and what stands right stays on the first line', () => {
    const printed = printedOn(44, page =>
      page.line(['We should not listen to these promises any longer'], {label: '7:2', labelWidth: 6, right: ['◇ 98 %']})
    )
    expect(printed).toBe('7:2   We should not listen to these   ◇ 98 %\n      promises any longer\n')
  })

  test('characters of double width are counted as such', () => {
    expect(printedOn(40, page => page.line(['東京'.repeat(15)]))).toBe(`${'東京'.repeat(10)}\n${'東京'.repeat(5)}\n`)
  })

  test('each name from right to left is held apart on its own', () => {
    expect(printedOn(60, page => page.line([name('ملا عمر'), ' said ', exact('سلام')]))).toBe(
      '\u2068ملا عمر\u2069 said \u2068سلام\u2069\n'
    )
  })

  test('without colour what matches stands in brackets', () => {
    expect(printedOn(60, page => page.line(['the ', {text: 'strike', style: 'match'}, ' ended']))).toBe(
      'the ⟦strike⟧ ended\n'
    )
  })

  test('colour changes nothing but colour', () => {
    const show = (page: Page) => page.line([name('Lind'), ' said ', exact('“no words”')], {right: ['◇ 98 %']})
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
    expect(printedOn(60, show, true)).not.toBe(printedOn(60, show))
    expect(printedOn(60, show, true).replace(escapes, '')).toBe(printedOn(60, show))
  })
})

function printedOn(width: number, show: (page: Page) => void, colour = false): string {
  let printed = ''
  const write = (text: string) => {
    printed += text
  }
  show(new Page({width, colour, write}))
  return printed
}
