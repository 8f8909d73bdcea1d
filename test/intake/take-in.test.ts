import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/intake/document.ts'
import {type Source, takeIn} from '../../src/intake/take-in.ts'
import {UnreadableSource} from '../../src/intake/unreadable-source.ts'
import {contentId} from '../../src/text/content-id.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const take = (bytes: Uint8Array | string, more: Partial<Source> = {}) =>
  takeIn({ref: 'a.txt', bytes: typeof bytes === 'string' ? encode(bytes) : bytes, ...more})

describe('a document', () => {
  test('of plain text is the input exactly, character for character', () => {
    const text = '  The harbour\r\n\r\nis closed.\u00a0 \t\r\nIt stays so.\n\n'
    expect(take(text).text).toBe(text)
  })

  test('has an id made from its bytes and the algorithm', () => {
    const {id, sha256} = take('The harbour is closed.')
    expect(sha256).toBe(createHash('sha256').update('The harbour is closed.').digest('hex'))
    expect(id).toBe(contentId('doc', sha256, 'plain-text/1'))
    expect(take('The harbour is closed.', {format: 'html'}).id).not.toBe(id)
  })

  test('takes outlet and date from a line that says nothing else', () => {
    const below = (line: string) =>
      take(`Talks falter in Osten\n\n${line}\n\nTalks to form a new council stalled on Thursday, officials said.`)
    expect(below('The Meridian | November 18, 2022')).toMatchObject({outlet: 'The Meridian', published: '2022-11-18'})
    expect(below('Friday, 18 November 2022 · Osten Courier')).toMatchObject({outlet: 'Osten Courier'})
    expect(below('Harnai Ledger, 18 November 2022')).toMatchObject({outlet: 'Harnai Ledger', published: '2022-11-18'})
    expect(below('Harnai Post, Friday 18 November 2022')).toMatchObject({
      outlet: 'Harnai Post',
      published: '2022-11-18'
    })
    expect(below('The Hague, 18 November 2022').outlet).toBe(undefined)
    expect(below('World | November 18, 2022').outlet).toBe(undefined)
    expect(below('Brimholm, November 18, 2022').outlet).toBe(undefined)
  })

  test('takes the outlet in or below a byline for no author', () => {
    const signed = (lines: string) =>
      take(`Talks falter in Osten\n\n${lines}\n\nTalks to form a new council stalled on Thursday, officials said.`)
    const ofOutlet = {outlet: 'The Track Review', authors: [{name: 'Otto Lesk'}]}
    expect(signed('By Otto Lesk, The Track Review')).toMatchObject(ofOutlet)
    expect(signed('By Otto Lesk\nThe Track Review')).toMatchObject(ofOutlet)
    expect(signed('By Otto Lesk, Osten Chronicle')).toMatchObject({...ofOutlet, outlet: 'Osten Chronicle'})
    expect(signed('By Otto Lesk, Osten Ledger')).toMatchObject({...ofOutlet, outlet: 'Osten Ledger'})
    expect(signed('By Otto Lesk and Ida Monitor').authors).toHaveLength(2)
  })

  test('takes the outlet between headline and date, by its whole name', () => {
    const text = `Talks falter in Osten

Harnai Wire
Friday 18 November 2022

OSTEN, Westmark (HW) — Talks to form a new council stalled on Thursday, officials in Osten said.`
    expect(take(text)).toMatchObject({outlet: 'Harnai Wire', published: '2022-11-18', authors: []})
  })

  test('takes the agency in brackets behind place and day', () => {
    const text =
      'Talks falter in Osten\n\nOSTEN, May 16, 2024 (Northline) - Talks stalled in Osten on Thursday, officials said.'
    expect(take(text)).toMatchObject({outlet: 'Northline', published: '2024-05-16'})
    expect(take(text.replace('Northline', 'Updated')).outlet).toBe(undefined)
  })

  test('takes the date, title and address from the giver before its own', () => {
    const page =
      '<title>Own title</title><meta property="article:published_time" content="2024-05-03"><p>The harbour is closed.'
    const document = take(page, {published: '2024~', title: 'Given title', address: 'https://example.org/a'})
    expect(document).toMatchObject({
      published: '2024~',
      publishedBasis: 'given',
      title: 'Given title',
      address: 'https://example.org/a'
    })
  })
})

describe('what is no text is refused:', () => {
  const binaries: [string, string][] = [
    ['%PDF-1.7\n', 'a PDF document'],
    ['PK\x03\x04\x14\x00', 'a ZIP archive'],
    ['\x89PNG\r\n\x1a\n\x00', 'a PNG image'],
    ['\xff\xd8\xff\xe0', 'a JPEG image'],
    ['\x7fELF\x02\x01', 'a program'],
    ['MZ\x90\x00\x03\x00', 'a program'],
    ['ID3\x03\x00', 'an audio file'],
    ['SQLite format 3\x00', 'an SQLite database'],
    ['\x01\x02\x03 some words \x00\x04\x05', 'binary data']
  ]
  for (const [bytes, what] of binaries)
    test(what, () => {
      expect(() => take(latin1(bytes))).toThrow(UnreadableSource)
      expect(() => take(latin1(bytes))).toThrow(`Cannot read "a.txt": it is ${what}`)
    })

  test('an empty file', () =>
    expect(() => take('')).toThrow('Cannot read "a.txt": it is empty. Give a file that has text in it'))
  test('a file of white space', () => expect(() => take(' \n\t\r\n')).toThrow('it holds only white space'))
  test('with a code for programs', () => {
    try {
      take('')
    } catch (error) {
      expect(error).toMatchObject({name: 'UnreadableSource', code: 'empty'})
    }
    expect.assertions(1)
  })
})

describe('the format is found by content:', () => {
  const formats: [string, string, Document['algorithm']][] = [
    ['a doctype', '\n<!-- a note -->\n<!DOCTYPE html><p>The harbour is closed.', 'html-text/1'],
    ['a fragment of a page', '<div class="a"><p>The harbour is <b>closed</b>.</p></div>', 'html-text/1'],
    ['a text that names a tag', 'Write <b> for bold words. The harbour is closed.', 'plain-text/1'],
    [
      'a text that begins with a smaller-than sign',
      '<3 said the sailors on Monday. The harbour is closed.',
      'plain-text/1'
    ],
    ['a text in angle brackets', '<The harbour is closed> was the headline.', 'plain-text/1']
  ]
  for (const [name, text, algorithm] of formats) test(name, () => expect(take(text).algorithm).toBe(algorithm))
})

describe('the charset is found:', () => {
  const words = 'Der Bürgermeister von Königsau sagte, die Brücke sei „gefährlich“.'
  test('by a byte order mark, which is dropped', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...words].flatMap(letter => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])
    ])
    expect(take(utf16).text).toBe(words)
    expect(take(`\ufeff${words}`).text).toBe(words)
  })
  test('by its NUL bytes, where UTF-16 has no mark', () => {
    const utf16be = new Uint8Array([...'The harbour is closed.'].flatMap(letter => [0, letter.charCodeAt(0)]))
    expect(take(utf16be).text).toBe('The harbour is closed.')
  })
  test('as given', () => expect(take(latin1('caf\xe9'), {charset: 'iso-8859-1'}).text).toBe('café'))
  test('as the page names it', () => {
    const {text} = take(latin1('<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2'))
    expect(text).toBe('Привет')
  })
  test('as UTF-8, where it is valid', () => expect(take(words).notices).toEqual([]))
  test('by its letters, with a notice', () => {
    const {text, notices} = take(
      latin1(`${'The caf\xe9 in the old harbour is closed, said the ma\xeetre. '.repeat(4)}`)
    )
    expect(text).toContain('café')
    expect(notices.map(({code}) => code)).toContain('guessed_charset')
  })
  test('but a false one is not believed', () => {
    const {text, notices} = take(latin1('caf\xe9 cr\xe8me br\xfbl\xe9e'), {charset: 'utf-8'})
    expect(text).toContain('café')
    expect(notices.map(({code}) => code)).toContain('wrong_charset')
  })
  test('and an unknown one is told', () => {
    expect(take(words, {charset: 'klingon-8'}).notices.map(({code}) => code)).toEqual(['unknown_charset'])
  })
})

test('a text cut in the middle of a letter is read, with a notice', () => {
  const {text, notices} = take(encode('Die Brücke ist geschlossen, sagte sie am Freitag früh. Köln ü').slice(0, -1))
  expect(text).toMatch(/^Die Brücke .* Köln \ufffd$/)
  expect(notices).toEqual([
    {code: 'invalid_bytes', text: expect.stringContaining('utf-8'), start: text.length - 1, end: text.length}
  ])
})

describe('laws', () => {
  const bytes = fc.oneof(
    fc.uint8Array({maxLength: 400}),
    fc.string({unit: 'binary', maxLength: 400}).map(encode),
    fc.array(fc.constantFrom(...FRAGMENTS()), {maxLength: 60}).map(parts => encode(parts.join('')))
  )

  test('no bytes make it throw anything but UnreadableSource, and the parts always hold', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(undefined, 'text', 'html'), (given, format) => {
        try {
          checkDocument(take(given, format && {format}))
        } catch (error) {
          if (!(error instanceof UnreadableSource)) throw error
        }
      }),
      {numRuns: 1_500}
    )
  })

  test('taking in twice gives the same document', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS()), {minLength: 1, maxLength: 40}), parts => {
        const text = `The harbour is closed. ${parts.join('').replaceAll('\0', '')}`
        expect(take(text)).toEqual(take(text))
      })
    )
  })
})

describe('hostile texts are read in time:', () => {
  const texts: [string, () => string][] = [
    ['10 MB of one line', () => 'The harbour is closed. '.repeat(450_000)],
    ['10 MB of white space between two words', () => `closed${' '.repeat(10_000_000)}harbour`],
    ['10 MB of line ends', () => `closed${'\n'.repeat(10_000_000)}harbour`],
    ['100,000 bylines', () => 'By Ann Larkin and Tom\n\n'.repeat(100_000)],
    ['40,000 biographies', () => 'Ann Larkin is a reporter at the Coast.\n\n'.repeat(40_000)],
    ['45,000 comments', () => 'Ann says:\n\nno\n\n'.repeat(45_000)],
    ['45,000 teasers', () => 'Council faces list of demands\n\nIt is so, they say to us.\n\n'.repeat(45_000)]
  ]
  for (const [name, text] of texts)
    test(name, () => {
      const start = process.threadCpuUsage()
      checkDocument(take(text(), {format: 'text'}))
      expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(5_000)
    })
})

/** Pieces of texts and pages, odd ones too, to be put together by chance. */
function FRAGMENTS(): string[] {
  return [
    'The mayor said “no”. ',
    'By Ann Larkin\n',
    '\n\n',
    '\r\n',
    '\n',
    'HARNAI, May 3 (AFP) - ',
    'Tags: a, b\n',
    '  • Ann says:\n',
    '3 May 2024',
    'Read more about it\n',
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr><td>',
    '<li>',
    '<ul>',
    '<br>',
    '<pre>',
    '<script>',
    '</script>',
    '<q>',
    '</q>',
    '<a href=x>',
    '</a>',
    '<b>',
    '<i>',
    '</b>',
    '<h1>',
    '</h1>',
    '<article>',
    '<nav>',
    '<aside>',
    '<template>',
    '<svg>',
    '<math>',
    '<select><option>',
    '<textarea>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&amp;',
    '&eacute;',
    '&#8220;',
    '&nbsp;',
    '&notit;',
    '&',
    '&#x1F600;',
    '&#0;',
    '\0',
    '\u00ad',
    '\u{1F600}',
    '\ufffd',
    '\u{f0000}',
    '<meta charset="utf-16">',
    '<title>a - b</title>',
    '<div class="comment"><span class="fn">Ann</span>',
    '<span class=author>By Ann</span>',
    '<time datetime=2024>',
    '<div style="display:none">',
    '<script type="application/ld+json">{"@type":"Article","author":[{"name":null}]}</script>',
    '<html lang=x>',
    '<body>',
    '<frameset>',
    ' '
  ]
}

function checkDocument({text, parts, authors, sourceMap}: Document): void {
  let position = 0
  for (const {start, end} of parts) {
    expect(start).toBeGreaterThanOrEqual(position)
    expect(end).toBeGreaterThan(start)
    expect(text.slice(position, start).trim()).toBe('')
    position = end
  }
  expect(position).toBeLessThanOrEqual(text.length)
  expect(text.slice(position).trim()).toBe('')
  for (const {name, start, end} of authors)
    if (end > 0) expect(text.slice(start, end).toLowerCase()).toBe(name.toLowerCase())
  if (sourceMap) expect(sourceMap.textStarts.length).toBe(sourceMap.sourceStarts.length)
}
