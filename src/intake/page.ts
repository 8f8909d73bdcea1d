import {findArticle} from './article.ts'
import type {Author, Notice, Part, PartKind, PublishedBasis} from './document.ts'
import {tagsOf} from './furniture.ts'
import {guessLanguage} from './guess-language.ts'
import {labelNodes} from './html-labels.ts'
import {type Metadata, readMetadata} from './html-metadata.ts'
import {findHtmlParts} from './html-parts.ts'
import {renderHtml} from './html-text.ts'
import {parseHtml} from './html-tree.ts'
import {findPartAuthors, publishedBy, statedDate, statedOutlet} from './plain-text.ts'
import {isTooLarge} from './readable.ts'
import {findStatedDate, isUpdateLine} from './stated-dates.ts'
import {type Survey, surveyPage} from './survey.ts'
import type {Contents, Source} from './take-in.ts'

/** Read a page of HTML: the whole of it is rendered as text, its parts are labelled, and its metadata gathered. */
export function readPage(source: string, {title: givenTitle, published: givenDate, address}: Source): Contents {
  const tree = parseHtml(source)
  const rendered = renderHtml(tree)
  const survey = surveyPage(tree.root)
  const metadata = readMetadata(survey)
  const title = givenTitle ?? metadata.title
  const labels = labelNodes(tree.root, title)
  const parts = findHtmlParts(rendered, labels, findArticle(tree.root, survey, labels, title), title)
  const {text, sourceMap} = rendered
  const authors = authorsOf(text, parts, metadata)
  const outlet = metadata.outlet ?? statedOutlet(text, parts, authors)
  const canonical = absolute(metadata.canonical, address)
  return {
    algorithm: 'html-text/1',
    text,
    sourceMap,
    ...(title !== undefined && {title}),
    ...dateOf(givenDate, metadata, text, parts, address ?? canonical),
    ...(outlet !== undefined && {outlet}),
    ...(canonical !== undefined && {address: canonical}),
    authors,
    tags: metadata.tags.length > 0 ? metadata.tags : tagWords(text, parts),
    language: metadata.language ?? guessLanguage(text),
    parts,
    notices: noticesOf(survey)
  }
}

function dateOf(
  given: string | undefined,
  {published}: Metadata,
  text: string,
  parts: readonly Part[],
  address: string | undefined
): {published?: string; publishedBasis: PublishedBasis} {
  if (given !== undefined || published !== undefined) return publishedBy(given, published, 'metadata')
  const stated = dateByTitle(text, parts) ?? statedDate(text, parts)
  return stated === undefined
    ? publishedBy(undefined, dateInAddress(address), 'inferred')
    : publishedBy(undefined, stated)
}

/** The first date that stands around the headline and is not the report's own: pages put theirs right above or below it. */
function dateByTitle(text: string, parts: readonly Part[]): string | undefined {
  const title = parts.find(({kind}) => kind === 'title') ?? parts.find(({kind}) => kind === 'body')
  if (!title) return undefined
  const near = parts.filter(
    ({kind, start, end}) => NEAR_KINDS.has(kind) && end > title.start - NEAR && start < title.end + NEAR
  )
  const lines = near.flatMap(({start, end}) =>
    text.slice(Math.max(start, title.start - NEAR), Math.min(end, title.end + NEAR)).split('\n')
  )
  return lines
    .filter(line => line.length <= DATE_LINE_MAX && !isUpdateLine(line))
    .map(line => findStatedDate(line)?.edtf)
    .find(date => date !== undefined && date.length === 10 && date >= FIRST_PAGE)
}

const NEAR = 400
const DATE_LINE_MAX = 100
/** No page of the web is older; an older date is of what it tells. */
const FIRST_PAGE = '1991-08-06'
const NEAR_KINDS: ReadonlySet<PartKind> = new Set(['dateline', 'byline', 'other', 'tag'])

/** Many outlets file their pages by day: `/2024/05/13/`. */
function dateInAddress(address: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:\/|-|$)/.exec(address ?? '')
  return match ? match.slice(1).join('-') : undefined
}

/**
 * The authors whom the bylines in the text name; else those of the metadata, at the place where the text has their name,
 * and at 0 to 0 where it has it nowhere.
 */
function authorsOf(text: string, parts: readonly Part[], {authors: names}: Metadata): Author[] {
  const stated = findPartAuthors(text, bylinesOfReport(parts))
  if (names.length === 0) return stated
  return names.map(name => {
    const known = stated.find(author => author.name.toLowerCase() === name.toLowerCase())
    if (known) return known
    const start = placeOf(name, text, parts)
    return {name, start: Math.max(start, 0), end: start < 0 ? 0 : start + name.length}
  })
}

/** The bylines by the headline or at either end of the body; a page may show those of other reports, too. */
function bylinesOfReport(parts: readonly Part[]): Part[] {
  const bylines = parts.filter(({kind}) => kind === 'byline')
  const title = parts.find(({kind}) => kind === 'title')
  const body = parts.filter(({kind}) => kind === 'body')
  const ends = [title?.end, body[0]?.start, body.at(-1)?.end].filter(at => at !== undefined)
  const near = bylines.filter(({start, end}) => ends.some(at => end > at - NEAR && start < at + NEAR))
  return near.length > 0 ? near.slice(0, BYLINES_MAX) : bylines.slice(0, 1)
}

/** Names, and a credit or biography. */
const BYLINES_MAX = 4

function placeOf(name: string, text: string, parts: readonly Part[]): number {
  const inByline = parts
    .filter(({kind}) => kind === 'byline')
    .map(({start, end}) => {
      const at = text.slice(start, end).toLowerCase().indexOf(name.toLowerCase())
      return at < 0 ? -1 : start + at
    })
  return inByline.find(at => at >= 0) ?? text.indexOf(name)
}

function tagWords(text: string, parts: readonly Part[]): string[] {
  return [
    ...new Set(
      parts
        .filter(({kind}) => kind === 'tag')
        .flatMap(({start, end}) => tagsOf(text.slice(start, end).replace(/\n/g, ',')))
    )
  ]
}

/** The page's own name for its address, made whole by where it came from; else where it came from. */
function absolute(canonical: string | undefined, address: string | undefined): string | undefined {
  if (canonical === undefined) return address
  const url = URL.parse(canonical, address)
  return url && /^https?:$/.test(url.protocol) ? url.href : address
}

function noticesOf(survey: Survey): Notice[] {
  if (!isTooLarge(survey)) return []
  const text = `The page is too deep or too large to find its article (${survey.elements.length} elements, ${survey.depth} deep); its parts are labelled by its elements alone`
  return [{code: 'article_not_sought', text}]
}
