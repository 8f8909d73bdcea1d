/**
 * How well the article is found on real pages: `node bench/extract.ts [CORPUS]`, where CORPUS is a folder with
 * `readability.jsonl.gz` (page, expected article, metadata) and `trafilatura-*.jsonl.gz` (page, wanted and unwanted segments,
 * author, title, date). The pages are tuned on, so the figures are a floor to keep, not a fair test.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import type {Document, PartKind} from '../src/intake/document.ts'
import {edtfOf} from '../src/intake/html-metadata.ts'
import {takeIn} from '../src/intake/take-in.ts'

const corpus = process.argv[2] ?? new URL('../../shared/corpora/html-articles', import.meta.url).pathname
if (!existsSync(corpus)) {
  console.log(`No pages to try at ${corpus}`)
  process.exit()
}

/** Sums of parts and wholes, printed as shares. */
const tallies = new Map<string, {part: number; whole: number}>()

console.time('readability pages')
for (const page of readPages<ReadabilityPage>('readability.jsonl.gz')) {
  const document = takePage(page.html)
  add(
    'readability: word F1 of body, title and caption',
    wordF1(textOf(document, ['title', 'body', 'caption', 'dateline']), takePage(page.expected, 'all').text),
    1
  )
  add('readability: word F1 of body', wordF1(textOf(document, ['body']), takePage(page.expected, 'all').text), 1)
  addMetadata('readability', document, {
    title: page.metadata.title,
    author: page.metadata.byline,
    date: page.metadata.publishedTime
  })
}
console.timeEnd('readability pages')

console.time('trafilatura pages')
for (const file of readdirSync(corpus).filter(name => /^trafilatura-.*\.gz$/.test(name))) {
  for (const page of readPages<TrafilaturaPage>(file)) {
    const document = takePage(page.html)
    const [body, all] = [squeeze(textOf(document, ['body', 'caption', 'title', 'dateline'])), squeeze(document.text)]
    for (const segment of page.with) {
      add('trafilatura: wanted segments found in the text', all.includes(squeeze(segment)) ? 1 : 0, 1)
      add('trafilatura: wanted segments read', body.includes(squeeze(segment)) ? 1 : 0, 1)
    }
    const bodyAlone = squeeze(textOf(document, ['body']))
    for (const segment of page.without) {
      add(
        'trafilatura: unwanted segments not read (captions and titles count as read)',
        body.includes(squeeze(segment)) ? 0 : 1,
        1
      )
      add('trafilatura: unwanted segments not in the body', bodyAlone.includes(squeeze(segment)) ? 0 : 1, 1)
    }
    addMetadata('trafilatura', document, page)
  }
}
console.timeEnd('trafilatura pages')

for (const [name, {part, whole}] of tallies) console.log(`${(part / whole).toFixed(3)}  ${name} (${whole})`)

interface ReadabilityPage {
  readonly id: string
  readonly html: string
  readonly expected: string
  readonly metadata: Readonly<Record<string, string | null>>
}

interface TrafilaturaPage {
  readonly file: string
  readonly html: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly author?: string | readonly string[]
  readonly title?: string
  readonly date?: string
}

function readPages<Page>(file: string): Page[] {
  const lines = gunzipSync(readFileSync(`${corpus}/${file}`))
    .toString()
    .split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

function takePage(html: string, ref = 'page'): Document {
  return takeIn({ref, bytes: new TextEncoder().encode(html), charset: 'utf-8', format: 'html'})
}

function textOf({text, parts}: Document, kinds: readonly PartKind[]): string {
  return parts
    .filter(({kind}) => kinds.includes(kind))
    .map(({start, end}) => text.slice(start, end))
    .join('\n')
}

function add(name: string, part: number, whole: number): void {
  const tally = tallies.get(name) ?? {part: 0, whole: 0}
  tallies.set(name, {part: tally.part + part, whole: tally.whole + whole})
}

interface Expected {
  readonly title?: string | null | undefined
  readonly author?: string | readonly string[] | null | undefined
  readonly date?: string | null | undefined
}

function addMetadata(name: string, document: Document, {title, author, date}: Expected): void {
  if (title) add(`${name}: titles`, squeeze(title) === squeeze(document.title ?? '') ? 1 : 0, 1)
  if (date) add(`${name}: dates`, edtfOf(date) === document.published ? 1 : 0, 1)
  if (author)
    add(
      `${name}: authors`,
      sameNames(
        author,
        document.authors.map(({name}) => name)
      )
        ? 1
        : 0,
      1
    )
}

function sameNames(expected: string | readonly string[], names: readonly string[]): boolean {
  const wanted = new Set(wordsOf(String(expected).replace(/\b(?:by|and|und|von)\b/gi, ' ')))
  const found = new Set(names.flatMap(wordsOf))
  return [...found].filter(word => wanted.has(word)).length >= Math.max(wanted.size, found.size) * 0.6
}

/** Letters and digits only: white space, quotes and dashes differ between renderings. */
function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** F1 of the two texts as bags of words. */
function wordF1(found: string, expected: string): number {
  const counts = new Map<string, number>()
  const [foundWords, expectedWords] = [wordsOf(found), wordsOf(expected)]
  for (const word of expectedWords) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of foundWords) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  return foundWords.length + expectedWords.length === 0 ? 1 : (2 * shared) / (foundWords.length + expectedWords.length)
}
