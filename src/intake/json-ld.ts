/** What the structured data of a page says of the article on it. */
export interface ArticleData {
  readonly headline?: string
  readonly published?: string
  readonly publisher?: string
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  readonly language?: string
}

/** Read the JSON-LD `scripts` of a page. Several may speak of the article: the first to say a thing is believed. */
export function readJsonLd(scripts: readonly string[]): ArticleData {
  const nodes = scripts.flatMap(script => objectsIn(parseScript(script)))
  const articles = nodes.filter(node => ARTICLE_TYPE.test(typeOf(node)))
  const pages = nodes.filter(node => PAGE_TYPE.test(typeOf(node)))
  const publishers = [...articles, ...nodes].flatMap(({publisher}) => namesOf(publisher, nodes))
  const sites = nodes.filter(node => /^(?:WebSite|NewsMediaOrganization)$/.test(typeOf(node)))
  const first = (key: string) => [...articles, ...pages].map(node => textOf(node[key])).find(text => text !== undefined)
  const headline = articles.map(node => textOf(node['headline'])).find(text => text !== undefined)
  const [published, language] = [first('datePublished'), first('inLanguage')]
  const publisher = publishers[0] ?? sites.map(node => textOf(node['name'])).find(text => text !== undefined)
  return {
    ...(headline !== undefined && {headline}),
    ...(published !== undefined && {published}),
    ...(publisher !== undefined && {publisher}),
    ...(language !== undefined && {language}),
    authors:
      articles.map(node => namesOf(node['author'] ?? node['creator'], nodes)).find(names => names.length > 0) ?? [],
    keywords: articles.map(node => keywordsOf(node['keywords'])).find(words => words.length > 0) ?? []
  }
}

type JsonObject = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|ScholarlyArticle|SocialMediaPosting|Review)$/
const PAGE_TYPE = /^(?:WebPage|ItemPage|VideoObject|CreativeWork)$/

/** Longer scripts are data, not metadata; more objects than this a hostile page. */
const SCRIPT_MAX = 2_000_000
const OBJECTS_MAX = 5_000

function parseScript(script: string): unknown {
  if (script.length > SCRIPT_MAX) return undefined
  const json = script
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, '')
    .replace(/(?:-->|\/\/\]\]>|\/\*\]\]>\*\/)\s*$/, '')
  try {
    return JSON.parse(json)
  } catch {
    return parseLenient(json)
  }
}

/** Many pages put bare line ends into strings, which JSON forbids. */
function parseLenient(json: string): unknown {
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '))
  } catch {
    return undefined
  }
}

/** Every object in `value`, outer before inner. */
function objectsIn(value: unknown): JsonObject[] {
  const found: JsonObject[] = []
  const queue = [value]
  for (let index = 0; index < queue.length && found.length < OBJECTS_MAX; index++) {
    const item = queue[index]
    if (typeof item !== 'object' || item === null) continue
    if (!Array.isArray(item)) found.push(item as JsonObject)
    for (const inner of Object.values(item).slice(0, OBJECTS_MAX)) queue.push(inner)
  }
  return found
}

function typeOf(node: JsonObject): string {
  const type = node['@type']
  return String(Array.isArray(type) ? (type[0] ?? '') : (type ?? ''))
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1_000) : undefined
}

/** The names of a person or organisation, a list of them, or one that is described elsewhere in the data by its `@id`. */
function namesOf(value: unknown, nodes: readonly JsonObject[]): string[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(item => namesOf(item, nodes))
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value !== 'object' || value === null) return []
  const {name, '@id': id} = value as JsonObject
  if (Array.isArray(name)) return name.filter(item => typeof item === 'string')
  const known =
    textOf(name) ??
    textOf(nodes.find(node => node['@id'] === id && id !== undefined && node['name'] !== undefined)?.['name'])
  return known === undefined ? [] : [known]
}

function keywordsOf(value: unknown): string[] {
  const list = Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : typeof value === 'string'
      ? value.split(',')
      : []
  return list.map(word => word.trim()).filter(word => word !== '')
}
