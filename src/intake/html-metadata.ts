import {attribute, type Element, shortText} from './html-tree.ts'
import {type ArticleData, readJsonLd} from './json-ld.ts'
import {findStatedDate} from './stated-dates.ts'
import {classWords, hasWord, type Survey} from './survey.ts'

/** What a page says of itself outside its text. */
export interface Metadata {
  readonly title?: string
  /** EDTF. */
  readonly published?: string
  readonly outlet?: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** BCP 47. */
  readonly language?: string
  /** The address that the page names as its own. */
  readonly canonical?: string
}

/** Gather the metadata of a page: structured data first, then meta elements, then marks on the elements of its text. */
export function readMetadata({elements}: Survey): Metadata {
  const meta = readMeta(elements)
  const data = readJsonLd(elements.filter(isJsonLd).map(rawText))
  const outlet =
    meta.first('og:site_name') ??
    data.publisher ??
    meta.first('publisher', 'dc.publisher', 'application-name', 'citation_journal_title')
  const title = titleOf(elements, meta, data, outlet)
  const published = publishedOf(elements, meta, data)
  const language = languageOf(elements, meta, data)
  const canonical = canonicalOf(elements, meta)
  return {
    ...(title !== undefined && {title}),
    ...(published !== undefined && {published}),
    ...(outlet !== undefined && {outlet}),
    ...(language !== undefined && {language}),
    ...(canonical !== undefined && {canonical}),
    authors: authorsOf(elements, meta, data),
    tags: tagsOf(elements, meta, data)
  }
}

interface Meta {
  /** The first value that one of `names` has, in their order. */
  first(...names: string[]): string | undefined
  all(...names: string[]): string[]
}

/** The `meta` elements by name, property, itemprop or http-equiv, in lower case. */
function readMeta(elements: readonly Element[]): Meta {
  const values = new Map<string, string[]>()
  for (const element of elements) {
    const content = element.tagName === 'meta' ? attribute(element, 'content')?.trim().slice(0, VALUE_MAX) : undefined
    const key = ['property', 'name', 'itemprop', 'http-equiv'].map(name => attribute(element, name)).find(Boolean)
    if (!content || !key) continue
    const list = values.get(key.toLowerCase()) ?? []
    values.set(key.toLowerCase(), [...list.slice(0, VALUES_MAX), content])
  }
  const all = (...names: string[]) => names.flatMap(name => values.get(name) ?? [])
  return {all, first: (...names) => all(...names)[0]}
}

const VALUE_MAX = 1_000
const VALUES_MAX = 50

function isJsonLd(element: Element): boolean {
  return element.tagName === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type') ?? '')
}

function rawText({childNodes}: Element): string {
  return childNodes.map(node => ('value' in node ? node.value : '')).join('')
}

/** The headline: as a heading of the page has it, if one agrees with the metadata; otherwise as the metadata has it. */
function titleOf(
  elements: readonly Element[],
  meta: Meta,
  data: ArticleData,
  outlet: string | undefined
): string | undefined {
  const inHead = elements.find(({tagName}) => tagName === 'title')
  const named = [meta.first(...TITLE_NAMES), data.headline].flatMap(text => collapse(text ?? '') || [])
  const pageTitle = inHead && collapse(rawText(inHead).slice(0, VALUE_MAX))
  const stated = pageTitle ? [...named, pageTitle] : named
  const headings = elements
    .filter(({tagName}) => /^h[12]$/.test(tagName))
    .slice(0, HEADINGS_MAX)
    .flatMap(heading => shortText(heading, 500) ?? [])
  const agreed = headings.find(heading => wordCount(heading) >= 2 && stated.some(text => agree(heading, text)))
  if (agreed !== undefined)
    return named.find(text => lettersOf(agreed).endsWith(lettersOf(text)) && lettersOf(text) !== '') ?? agreed
  if (named[0] !== undefined) return withoutOutlet(named[0], outlet, false)
  return pageTitle ? withoutOutlet(pageTitle, outlet, true) : headings[0]
}

const TITLE_NAMES = ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'parsely-title', 'headline']
const HEADINGS_MAX = 60

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function wordCount(text: string): number {
  return text.split(' ').filter(Boolean).length
}

/** Whether two titles are the same but for case, marks, and an outlet's name after it. */
export function agree(heading: string, title: string): boolean {
  const [a, b] = [lettersOf(heading), lettersOf(title)]
  return (
    a !== '' &&
    (a === b ||
      (a.length >= 8 && b.startsWith(a) && a.length >= b.length * 0.5) ||
      (b.length >= 8 && a.startsWith(b) && b.length >= a.length * 0.7))
  )
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** `title` without the outlet's name behind a dash or bar; in the page's own title any short last piece counts as one. */
function withoutOutlet(title: string, outlet: string | undefined, isPageTitle: boolean): string {
  const match = /^(.{8,}?)\s+(?:[|–—·»:/]|-|::|<<|>>)\s+([^|–—·»]{1,80})$/.exec(title)
  if (!match) return title
  const [, head = '', tail = ''] = match
  const names = outlet === undefined ? undefined : lettersOf(outlet)
  const isOutlet = names !== undefined && (lettersOf(tail).includes(names) || names.includes(lettersOf(tail)))
  return isOutlet || (isPageTitle && wordCount(tail) <= 7 && wordCount(head) >= 2) ? head : title
}

const PUBLISHED_NAMES =
  `article:published_time og:article:published_time og:published_time datepublished article:published citation_publication_date
   citation_date dc.date.issued dcterms.issued dc.date.created dcterms.created dcterms.date dc.date date pubdate publish-date
   publish_date publishdate published-date publication_date publicationdate sailthru.date parsely-pub-date article.published
   cxenseparse:recs:publishtime originalpublicationdate datecreated created vr:published_time rnews:datepublished last-modified-date
   date_published article_date_original displaydate ptime dc.date.published timestamp`.split(/\s+/)

function publishedOf(elements: readonly Element[], meta: Meta, data: ArticleData): string | undefined {
  const stated = [data.published, ...PUBLISHED_NAMES.flatMap(name => meta.all(name)), ...markedDates(elements)]
  return stated.map(text => text && edtfOf(text)).find(date => date !== undefined)
}

/** Dates that the elements of the page carry for machines: marked as the publication's first, any other `time` last. */
function markedDates(elements: readonly Element[]): string[] {
  const dated = elements.flatMap(element => {
    const value =
      attribute(element, 'datetime') ??
      attribute(element, 'content') ??
      (element.tagName === 'abbr' ? attribute(element, 'title') : undefined)
    return value ? [{element, value}] : []
  })
  const isPublication = (element: Element) =>
    hasWord(element, 'itemprop', 'datepublished') ||
    attribute(element, 'pubdate') !== undefined ||
    classWords(element).some(word =>
      /^(?:published|entry-date|post-date|pubdate|publish(?:ed)?-date|date-published|article-date)$/.test(word)
    )
  const isUpdate = (element: Element) =>
    hasWord(element, 'itemprop', 'datemodified') || classWords(element).some(word => /updat|modif/.test(word))
  const times = dated.filter(({element}) => element.tagName === 'time' && !isUpdate(element))
  return [...dated.filter(({element}) => isPublication(element)), ...times.slice(0, 1)].map(({value}) => value)
}

/** The day of a date as machines write it (ISO 8601, RFC 2822, digits alone), or as people do. */
export function edtfOf(text: string): string | undefined {
  const digits = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text)
  const date = digits ? findStatedDate(`${digits[1]}-${digits[2]}-${digits[3]}`) : findStatedDate(text)
  const edtf = date?.edtf ?? /^\s*((?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)\s*$/.exec(text)?.[1]
  // Programs that know no date write their own zero.
  return edtf === undefined || edtf.startsWith('1970-01-01') ? undefined : edtf
}

function languageOf(elements: readonly Element[], meta: Meta, data: ArticleData): string | undefined {
  const html = elements.find(({tagName}) => tagName === 'html')
  const named = [
    html && attribute(html, 'lang'),
    html && attribute(html, 'xml:lang'),
    meta.first('content-language', 'language', 'dc.language'),
    data.language,
    meta.first('og:locale')
  ]
  return named.map(tag => tag && canonicalLanguage(tag)).find(tag => tag !== undefined)
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().split(',')[0]!.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function canonicalOf(elements: readonly Element[], meta: Meta): string | undefined {
  const link = elements.find(element => element.tagName === 'link' && hasWord(element, 'rel', 'canonical'))
  return (link && attribute(link, 'href')?.trim()) || meta.first('og:url')
}

function authorsOf(elements: readonly Element[], meta: Meta, data: ArticleData): string[] {
  const marked = elements
    .filter(element => hasWord(element, 'rel', 'author') || hasWord(element, 'itemprop', 'author'))
    .slice(0, VALUES_MAX)
    .flatMap(element => shortText(element, 300) ?? [])
  const lists = [
    data.authors,
    meta.all(
      'author',
      'article:author',
      'og:article:author',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'article:author_name',
      'twitter:data1'
    ),
    marked
  ]
  return lists.map(list => cleanNames(list)).find(names => names.length > 0) ?? []
}

/** Names of people or agencies out of what pages put into author fields. */
function cleanNames(values: readonly string[]): string[] {
  const names = values.flatMap(value => value.replace(NAME_LEAD, '').split(/\s*(?:[,;|/]|\s(?:and|und|et|y|&)\s)\s*/))
  const cleaned = names.map(name => collapse(name.replace(/\(?\S+@\S+\)?/g, '').replace(/^@/, '')))
  return [...new Set(cleaned.filter(isName))]
}

const NAME_LEAD =
  /^\s*(?:(?:view |see |show )?all (?:posts|articles|stories) (?:by|from)|zeige alle beiträge von|alle (?:artikel|beiträge) von|(?:written |posted |published |article |eingestellt |verfasst |geschrieben |texto? |text )?(?:by|von|par|por|di)|autor(?:en|in)?|authors?|redaktion|text|foto)[:\s]\s*/i

function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 60 &&
    /\p{L}/u.test(name) &&
    !/[:/<>{}=]|^www\.|\.(?:com|org|net|de|fr)\b|\d{3}/i.test(name) &&
    !NO_NAMES.has(name.toLowerCase()) &&
    wordCount(name) <= 6
  )
}

const NO_NAMES = new Set(
  'admin administrator editor editorial staff webmaster author auteur autor redaktion root user unknown anonymous none null undefined ma md rn phd ph.d. jr jr. sr'.split(
    ' '
  )
)

function tagsOf(elements: readonly Element[], meta: Meta, data: ArticleData): string[] {
  const linked = elements
    .filter(element => element.tagName === 'a' && hasWord(element, 'rel', 'tag'))
    .slice(0, VALUES_MAX)
    .flatMap(element => shortText(element, 200) ?? [])
  const named = [
    ...meta
      .all('article:tag', 'og:article:tag', 'parsely-tags', 'sailthru.tags', 'news_keywords')
      .flatMap(list => list.split(',')),
    ...data.keywords
  ]
  const tags =
    [...linked, ...named].length > 0 ? [...linked, ...named] : meta.all('keywords').flatMap(list => list.split(','))
  const byLetters = new Map(tags.map(tag => [tag.trim().toLowerCase(), tag.trim()]))
  return [...byLetters.values()].filter(tag => tag !== '' && tag.length <= 80).slice(0, VALUES_MAX)
}
