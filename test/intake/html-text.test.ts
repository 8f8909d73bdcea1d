import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type HtmlText, renderHtml} from '../../src/intake/html-text.ts'
import {parseHtml} from '../../src/intake/html-tree.ts'
import {takeIn} from '../../src/intake/take-in.ts'

const render = (html: string) => renderHtml(parseHtml(html))

describe('html-text/1', () => {
  const pages: [string, string, string][] = [
    ['paragraphs are parted by a blank line', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['a block in a block parts paragraphs once', '<div><section><p>One.</p></section></div>Two.', 'One.\n\nTwo.'],
    ['white space in a line is one space', 'One\n  <b>two</b>\t\tthree ', 'One two three'],
    ['no space is made between inline elements', 'Har<b>bour</b>, <i>closed</i>.', 'Harbour, closed.'],
    ['a no-break space stays', 'No.&nbsp;5', 'No.\u00a05'],
    ['a soft hyphen is dropped', 'Har&shy;bour', 'Harbour'],
    ['a br ends a line, two end a paragraph', 'One<br>two<br> <br>three', 'One\ntwo\n\nthree'],
    [
      'entities are decoded',
      '&ldquo;Caf&eacute;&#8221; &amp; bar &lt; &unknown; AT&T',
      '“Café” & bar < &unknown; AT&T'
    ],
    ['list items have bullets', '<ul><li>One<li><b>Two</b></ul>', '• One\n• Two'],
    ['items of an ordered list have numbers', '<ol><li>One<li>Two</ol>', '1. One\n2. Two'],
    ['an empty item has none', '<ul><li><li>Two</ul>', '• Two'],
    [
      'cells are parted by tabs, rows by lines',
      '<table><tr><th>Port<th>Ships<tr><td>Harnai<td>12</table>',
      'Port\tShips\nHarnai\t12'
    ],
    ['a quotation element has its marks', 'He said <q>no <b>way</b></q>.', 'He said “no way”.'],
    ['an empty quotation element has none', 'He said <q> </q>.', 'He said .'],
    ['pre keeps its spaces and lines', '<pre>\na  b\n  c</pre>', 'a  b\n  c'],
    [
      'scripts, styles, templates and heads are left out',
      '<head><title>T</title></head><style>a{}</style><p>One.<script>x()</script><template><p>no</template><noscript>no</noscript>',
      'One.'
    ],
    ['hidden elements are text, too', '<p>One.</p><p hidden>Two.</p>', 'One.\n\nTwo.'],
    ['text that a table cannot hold stands before it', '<table>Loose<tr><td>Held</table>', 'Loose\n\nHeld'],
    ['a page of nothing is no text', '<div> <br> </div>', '']
  ]
  for (const [name, html, text] of pages) test(name, () => expect(render(html).text).toBe(text))
})

describe('the source map', () => {
  test('leads from each character to where it stood', () => {
    const html = '<p>The caf&eacute;s of  <b>Harnai</b>\nclosed.</p><ul><li>Two &amp; three</ul>'
    const page = render(html)
    const sourceOf = (words: string) => html.slice(offsetOf(page, page.text.indexOf(words)))
    expect(sourceOf('The')).toMatch(/^The caf&/)
    expect(sourceOf('és')).toMatch(/^&eacute;s of/)
    expect(sourceOf('s of')).toMatch(/^s of/)
    expect(sourceOf('Harnai')).toMatch(/^Harnai<\/b>/)
    expect(sourceOf('closed')).toMatch(/^closed\.<\/p>/)
    expect(sourceOf('three')).toMatch(/^three<\/ul>/)
    expect(offsetOf(page, page.text.indexOf('•'))).toBe(-1)
  })

  test('gives back the text wherever the source has no entity and no white space to collapse', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), {maxLength: 60}), pieces => {
        const html = pieces.join('')
        const page = render(html)
        const {textStarts, sourceStarts} = page.sourceMap
        for (const [index, start] of textStarts.entries()) {
          const end = textStarts[index + 1] ?? page.text.length
          const source = sourceStarts[index]!
          expect(end).toBeGreaterThan(start)
          if (source < 0) expect(page.text.slice(start, end)).toMatch(/^[\n\t•“”\d. ]+$/)
          else if (html[source] !== '&')
            expect(
              html
                .slice(source, source + end - start)
                .replace(/[\t\n\r\f]/g, ' ')
                .replaceAll('\0', '\ufffd')
            ).toBe(page.text.slice(start, end).replace(/[\t\n]/g, ' '))
        }
        expect(textStarts[0] ?? 0).toBe(0)
      }),
      {numRuns: 2_000}
    )
  })

  test('begins a run at each entity that is not its own character', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a', 'b ', '&eacute;', '&amp;', '&#8220;', '&#x1F600;', '&nGt;', '&', '&amp', '&zzz;'),
          {maxLength: 30}
        ),
        pieces => {
          const html = `<p>${pieces.join('')}`
          const page = render(html)
          const words = page.text.matchAll(/[ab]/g)
          for (const {index, 0: letter} of words) expect(html[offsetOf(page, index)]).toBe(letter)
        }
      )
    )
  })
})

describe('hostile pages are read in time:', () => {
  const pages: [string, () => string][] = [
    ['100,000 nested blocks', () => `${'<div>'.repeat(100_000)}deep`],
    ['100,000 nested comments of readers', () => `${'<div class="comment byline tags">'.repeat(100_000)}deep`],
    ['100,000 nested lists', () => `${'<ul><li>'.repeat(100_000)}deep`],
    ['100,000 nested tables', () => `${'<table><tr><td>'.repeat(100_000)}deep`],
    ['100,000 nested quotations', () => `${'<q>'.repeat(100_000)}deep`],
    [
      'formatting that each paragraph opens again',
      () =>
        `<p>${Array.from({length: 4_000}, (_, index) => `<font color=${index}>`).join('')}</p>${'<p>deep</p>'.repeat(4_000)}`
    ],
    ['100,000 texts that their table cannot hold', () => `<table>${'deep<b></b><tr>'.repeat(100_000)}`],
    ['5 MB of short paragraphs', () => '<p>deep down</p>\n'.repeat(300_000)],
    ['5 MB of entities', () => '&eacute;&#233;deep '.repeat(260_000)],
    ['5 MB of links', () => '<a href="/x">deep</a> '.repeat(220_000)],
    ['5 MB of one word', () => `<p>${'deep'.repeat(1_250_000)}`]
  ]
  for (const [name, page] of pages)
    test(name, () => {
      const bytes = new TextEncoder().encode(page())
      const start = process.threadCpuUsage()
      const {text} = takeIn({ref: 'page', bytes, format: 'html'})
      expect(text).toContain('deep')
      expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(8_000)
    })

  test('twice the depth takes about twice the time', () => {
    const timeOf = (depth: number) => {
      const html = `${'<div><b>'.repeat(depth)}deep`
      const start = process.threadCpuUsage()
      render(html)
      return process.threadCpuUsage(start).user / 1_000
    }
    timeOf(20_000)
    expect(timeOf(160_000)).toBeLessThan(Math.max(timeOf(20_000) * 30, 2_000))
  })
})

/** Pieces of pages without entities; spaces are single, so that none collapse. */
const PIECES = [
  'The ',
  'harbour',
  ' closed.',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\u{1F600}',
  'é',
  '\u00ad',
  '\0',
  '<',
  '>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<a href="x">',
  '</a>',
  '<li>',
  '<ul>',
  '</ul>',
  '<ol>',
  '<br>',
  '<pre>',
  '</pre>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<q>',
  '</q>',
  '<script>',
  '</script>',
  '<textarea>',
  '</textarea>',
  '<svg>',
  '</svg>',
  '<select>',
  '<option>',
  '<!-- a -->',
  '<title>',
  '</title>',
  '<template>',
  '</template>',
  '<body>',
  '<html>',
  '</body>'
]

/** Where the character at `at` stood in the source; -1 where it stood nowhere. */
function offsetOf({sourceMap: {textStarts, sourceStarts}}: HtmlText, at: number): number {
  const run = textStarts.findLastIndex(start => start <= at)
  const source = sourceStarts[run] ?? -1
  return source < 0 ? -1 : source + at - textStarts[run]!
}
