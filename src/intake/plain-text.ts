import {AGENCIES} from './agencies.ts'
import {findAuthors, isOutletLine} from './bylines.ts'
import {findDateline} from './datelines.ts'
import type {Author, Part, PublishedBasis} from './document.ts'
import {tagsOf} from './furniture.ts'
import {guessLanguage} from './guess-language.ts'
import {findPlainParts} from './plain-parts.ts'
import {signedDate} from './signed-dates.ts'
import {findStatedDate, isUpdateLine} from './stated-dates.ts'
import type {Contents, Source} from './take-in.ts'

/** Read a plain text: `text` is kept exactly, its parts are labelled, and what it says of itself is gathered. */
export function readPlainText(text: string, {title: givenTitle, published: givenDate, address}: Source): Contents {
  const parts = findPlainParts(text, givenTitle)
  const words = (part: Part): string => text.slice(part.start, part.end)
  const titlePart = parts.find(({kind}) => kind === 'title')
  const title = givenTitle ?? (titlePart && words(titlePart))
  const authors = findPartAuthors(text, parts)
  const outlet = statedOutlet(text, parts, authors)
  return {
    algorithm: 'plain-text/1',
    text,
    ...(title !== undefined && {title}),
    ...publishedBy(givenDate, statedDate(text, parts)),
    ...(outlet !== undefined && {outlet}),
    ...(address !== undefined && {address}),
    authors,
    tags: parts.filter(({kind}) => kind === 'tag').flatMap(part => tagsOf(words(part))),
    language: guessLanguage(text),
    parts,
    notices: []
  }
}

/** The date of publication and how it is known: the giver's wins. */
export function publishedBy(
  given: string | undefined,
  found: string | undefined,
  basis: PublishedBasis = 'stated'
): {published?: string; publishedBasis: PublishedBasis} {
  if (given !== undefined) return {published: given, publishedBasis: 'given'}
  return found === undefined ? {publishedBasis: 'unknown'} : {published: found, publishedBasis: basis}
}

/** The authors that the bylines, credits and biographies in the text name, each once. */
export function findPartAuthors(text: string, parts: readonly Part[]): Author[] {
  const all = parts
    .filter(({kind}) => kind === 'byline')
    .flatMap(({start, end}) => findAuthors(text.slice(start, end).replace(/\n/g, ','), start))
  const byName = new Map<string, Author>()
  for (const author of all) if (!byName.has(author.name)) byName.set(author.name, author)
  return [...byName.values()]
}

/**
 * The first date line that tells no mere update; otherwise the first at all. A dateline counts where it has a year, and so
 * does a byline or headline.
 */
export function statedDate(text: string, parts: readonly Part[]): string | undefined {
  const wordsOf = (kind: Part['kind']) =>
    parts.filter(part => part.kind === kind).map(({start, end}) => text.slice(start, end))
  const lines = [...wordsOf('dateline'), ...wordsOf('byline'), ...wordsOf('title')]
  const line = lines.find(line => !isUpdateLine(line) && findStatedDate(line)) ?? lines.find(findStatedDate)
  return line && findStatedDate(line)?.edtf
}

/**
 * The outlet that the text itself names: in its dateline "(CNN)" or beside its date, after its headline "... – Reuters", in its byline
 * "By Ann Larkin, Reuters", or as what its author is editor, reporter or correspondent of.
 */
export function statedOutlet(text: string, parts: readonly Part[], authors: readonly Author[]): string | undefined {
  const wordsOf = (kind: Part['kind']) =>
    parts.filter(part => part.kind === kind).map(({start, end}) => text.slice(start, end))
  const fromDateline = wordsOf('dateline').map(line => findDateline(`${line} A`, text)?.agency)
  const fromTitle = wordsOf('title').map(line =>
    AGENCIES.get(/\s[–—|-]\s([^–—|]{2,40})$/.exec(line)?.[1]?.toLowerCase() ?? '')
  )
  const fromByline = wordsOf('byline').map(
    line => AGENCIES.get(line.replace(/^by\s+/i, '').toLowerCase()) ?? (isOutletLine(line) ? line : undefined)
  )
  const fromSigned = wordsOf('dateline').map(line => {
    const signed = signedDate(line)
    return signed?.isOutlet ? signed.name : undefined
  })
  const [first, ...others] = [
    ...fromDateline,
    ...fromSigned,
    ...fromTitle,
    ...fromByline,
    ...authors.map(outletOf)
  ].filter(outlet => outlet !== undefined)
  return others.find(outlet => initialsOf(outlet) === first) ?? first
}

/** "CW" of "Coastal Wire". */
function initialsOf(name: string): string {
  return name
    .replace(/^The /, '')
    .split(/[\s-]+/)
    .map(word => word[0])
    .join('')
}

function outletOf({role, organisation}: Author): string | undefined {
  if (organisation === undefined) return undefined
  const known = AGENCIES.get(organisation.toLowerCase())
  if (known || role === undefined) return known ?? organisation
  const at = role
    .split('; ')
    .findIndex(role => /\b(?:editor|reporter|correspondent|staff writer|columnist|journalist)\b/i.test(role))
  return at < 0 ? undefined : organisation.split('; ')[at]
}
