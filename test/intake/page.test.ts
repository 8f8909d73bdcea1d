import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Document} from '../../src/intake/document.ts'
import {type Source, takeIn} from '../../src/intake/take-in.ts'

const takeFile = (name: string, more: Partial<Source> = {}) =>
  takeIn({ref: name, bytes: readFileSync(new URL(`pages/${name}`, import.meta.url)), ...more})
const takePage = (html: string) => takeIn({ref: 'page', bytes: new TextEncoder().encode(html), format: 'html'})
const partsOf = ({text, parts}: Document) =>
  parts.map(({kind, author, start, end}) => [author === undefined ? kind : `${kind} ${author}`, text.slice(start, end)])

describe('a report on a page with all its furniture', () => {
  const document = takeFile('report.html.txt', {address: 'https://harbour.example/index.php?id=7'})

  test('has its parts', () => {
    expect(partsOf(document)).toEqual([
      ['navigation', 'Harbour Review\n\n• News\n• Coast'],
      ['title', 'Film shows new alliance of Osten groups'],
      ['byline', 'By Ann Larkin and Tom Okoro'],
      ['dateline', '3 May 2024'],
      ['caption', 'Two speakers in the film. Image: Coast Council'],
      ['dateline', 'OSTEN —'],
      ['body', expect.stringMatching(/^A film that was [\s\S]* look at it with care\.”$/)],
      ['related', 'Read more about the talks in the spring'],
      ['body', expect.stringMatching(/^The film is [\s\S]* together in March\.$/)],
      ['tag', '• Osten\n• film'],
      ['related', 'Related\n\n• Storm closes harbour'],
      ['comment', '2 comments'],
      ['comment Old Sailor', '1. Old Sailor says:\n\nI do not believe a word of it.'],
      ['comment Miriam K', '2. Miriam K says:\n\nGood report, thank you.'],
      ['other', 'A hidden promise of a prize.'],
      ['navigation', '© 2024 Harbour Review']
    ])
  })

  test('has its metadata', () => {
    expect(document).toMatchObject({
      title: 'Film shows new alliance of Osten groups',
      published: '2024-05-03',
      publishedBasis: 'metadata',
      outlet: 'Harbour Review',
      address: 'https://harbour.example/2024/05/film-alliance',
      language: 'en-GB',
      tags: ['Osten', 'film']
    })
  })

  test('has its authors at their words in the byline', () => {
    expect(document.authors.map(({name, start, end}) => [name, document.text.slice(start, end)])).toEqual([
      ['Ann Larkin', 'Ann Larkin'],
      ['Tom Okoro', 'Tom Okoro']
    ])
  })
})

describe('a page without any marks', () => {
  const document = takeFile('bare.html.txt')

  test('has a body without its links', () => {
    const body = document.parts
      .filter(({kind}) => kind === 'body')
      .map(({start, end}) => document.text.slice(start, end))
      .join('\n')
    expect(body).toMatch(/The harbour of Osten was closed[\s\S]*asked the province for money\.$/)
    expect(body).not.toContain('Contact')
  })

  test('has the title of its head and a stated date', () => {
    expect(document).toMatchObject({
      title: 'Storm closes harbour of Osten',
      published: '2024-05-03',
      publishedBasis: 'stated',
      language: 'en'
    })
  })
})

describe('metadata', () => {
  const body = '<p>The harbour of Osten was closed on Friday after a storm that broke two piers.</p>'

  test('names an author whose name stands nowhere in the text at 0 to 0', () => {
    expect(takePage(`<meta name="author" content="Ann Larkin">${body}`).authors).toEqual([
      {name: 'Ann Larkin', start: 0, end: 0}
    ])
  })
  test('of a date without a year is none', () => {
    expect(takePage(`<meta name="date" content="3 May">${body}`)).toMatchObject({publishedBasis: 'unknown'})
  })
  test('of the zero of a clock is none', () => {
    expect(takePage(`<meta name="date" content="1970-01-01T00:00:00Z">${body}`)).toMatchObject({
      publishedBasis: 'unknown'
    })
  })
  test('of a date that can be read two ways is none', () => {
    expect(takePage(`<time datetime="03/05/2024">3/5</time>${body}`)).toMatchObject({publishedBasis: 'unknown'})
  })
  test('of a month is no day', () => {
    expect(takePage(`<meta name="date" content="2024-05">${body}`)).toMatchObject({published: '2024-05'})
  })
  test('of broken JSON is passed over', () => {
    expect(takePage(`<script type="application/ld+json">{"@type": "Article",</script>${body}`).authors).toEqual([])
  })
  test('of JSON with line ends in its strings is read', () => {
    const data = '{"@type": "Article", "headline": "Storm closes\nharbour"}'
    expect(takePage(`<script type="application/ld+json">${data}</script>${body}`).title).toBe('Storm closes harbour')
  })
  test('leaves the name of the outlet out of the title', () => {
    expect(takePage(`<title>Storm closes harbour of Osten - Harbour Review</title>${body}`).title).toBe(
      'Storm closes harbour of Osten'
    )
  })
  test('of an address that is no web address is passed over', () => {
    expect(takePage(`<link rel=canonical href="javascript:alert(1)">${body}`).address).toBe(undefined)
  })
  test('of a language that is none gives way to a vote', () => {
    expect(takePage(`<html lang="??">${body}${body}`).language).toBe('en')
  })
})

test('a page that is too deep for the extractor is read by its elements, with a notice', () => {
  const {parts, notices} = takePage(
    `${'<div>'.repeat(500)}<nav>Home</nav><article><p>The harbour of Osten was closed.</p></article>`
  )
  expect(parts.map(({kind}) => kind)).toEqual(['navigation', 'body'])
  expect(notices.map(({code}) => code)).toEqual(['article_not_sought'])
})
