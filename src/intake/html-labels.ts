import type {PartKind} from './document.ts'
import {agree} from './html-metadata.ts'
import {
  attribute,
  type Element,
  isElement,
  isText,
  type Node,
  nodesWithin,
  shortText,
  type TextNode,
  walk
} from './html-tree.ts'
import {findStatedDate} from './stated-dates.ts'
import {classWords, hasWord} from './survey.ts'

/** What a text node is, by the nearest element around it that says so. */
export interface NodeLabel {
  readonly kind: PartKind
  /** The element that says so: text of two elements is of two parts. */
  readonly owner: Element | undefined
  readonly author?: string
  /** Whether the element is sure of its kind, so that an extractor which takes its text for the article is wrong. */
  readonly isSure: boolean
  readonly isLink: boolean
}

/** Label every text node of the page by the names, roles and classes of the elements around it; `other` where none speaks. */
export function labelNodes(root: Node, title: string | undefined): Map<TextNode, NodeLabel> {
  const labels = new Map<TextNode, NodeLabel>()
  let hasTitle = false
  walk<NodeLabel>(root, {kind: 'other', owner: undefined, isSure: false, isLink: false}, (node, around) => {
    if (isText(node)) labels.set(node, around)
    if (!isElement(node)) return around
    const isTitle = !hasTitle && !around.isSure && isTitleHeading(node, title)
    if (isTitle) hasTitle = true
    const label = isTitle ? {...around, kind: 'title' as const, owner: node, isSure: true} : labelWithin(node, around)
    return !label.isLink && isLink(node) ? {...label, isLink: true} : label
  })
  return labels
}

function isLink(element: Element): boolean {
  return element.tagName === 'a' && attribute(element, 'href') !== undefined
}

function isTitleHeading(element: Element, title: string | undefined): boolean {
  if (!/^h[1-3]$/.test(element.tagName)) return false
  const text = shortText(element, 500)
  return text !== undefined && (title === undefined ? element.tagName === 'h1' && text !== '' : agree(text, title))
}

/** The label inside `element`: its own, unless the one around it is sure; then only a comment may hold another comment. */
function labelWithin(element: Element, around: NodeLabel): NodeLabel {
  if (element.attrs.length === 0 && !TELLING_TAGS.has(element.tagName)) return around
  if (around.isSure && around.kind !== 'comment') return around
  const words = classWords(element)
  if (around.kind === 'comment') return isOneComment(element, words) ? commentLabel(element) : around
  const kind = sureKind(element, words)
  if (kind) return {kind, owner: element, isSure: true, isLink: around.isLink}
  if (isCommentSection(element, words))
    return isOneComment(element, words)
      ? commentLabel(element)
      : {kind: 'comment', owner: element, isSure: true, isLink: false}
  const place = placeKind(element, words)
  return place ? {kind: place, owner: element, isSure: false, isLink: around.isLink} : around
}

/** Kinds that an element names plainly. */
function sureKind(element: Element, words: readonly string[]): PartKind | undefined {
  const {tagName} = element
  if (tagName === 'html' || tagName === 'body' || tagName === 'main' || tagName === 'article') return undefined
  if (isHidden(element, words)) return 'other'
  if (tagName === 'figcaption' || words.some(word => CAPTION_CLASS.test(word))) return 'caption'
  if (tagName === 'a' && hasWord(element, 'rel', 'tag')) return 'tag'
  if (words.some(word => TAG_CLASS.test(word)) && isShort(element, 400)) return 'tag'
  if (isByline(element, words)) return 'byline'
  return isDate(element, words) ? 'dateline' : undefined
}

function isHidden(element: Element, words: readonly string[]): boolean {
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')) return true
  return words.some(word => HIDDEN_CLASS.test(word))
}

const HIDDEN_CLASS =
  /^(?:hidden|hide|sr-only|visually-?hidden|screen-reader-text|invisible|d-none|is-hidden|element-invisible|offscreen)$/
const CAPTION_CLASS =
  /^(?:wp-caption-text|(?:image|img|photo|picture|figure|media|video)[-_]*(?:caption|credit|legend)|caption|caption-text|captiontext|bildunterschrift)$/
const TAG_CLASS =
  /^(?:tags?|tag[-_](?:list|links|cloud|container|wrapper)|(?:post|entry|article|story|news)[-_]*tags?|taglist|tags[-_](?:list|links|container|wrapper)|keywords|article-topics|topic-list)$/
const BYLINE_CLASS =
  /^(?:byline|by-line|author|authors|(?:post|entry|article|story)[-_]*(?:author|byline)s?|author[-_]*(?:name|info|bio|box|link|line|meta)|vcard|autor|autoren|verfasser|signature|contributors?)$/
const DATE_CLASS =
  /^(?:date|dateline|time|datetime|timestamp|published|updated|pubdate|datum|(?:post|entry|article|publish(?:ed)?|publication|pub|story)[-_]*(?:date|time|on)|date[-_](?:published|posted|header)|entry-meta|post-meta|article-meta|posted-on)$/

function isByline(element: Element, words: readonly string[]): boolean {
  const isNamed =
    hasWord(element, 'rel', 'author') ||
    hasWord(element, 'itemprop', 'author') ||
    words.some(word => BYLINE_CLASS.test(word))
  return isNamed && isShort(element, 800)
}

function isDate(element: Element, words: readonly string[]): boolean {
  if (isInParagraph(element)) return false
  const isNamed =
    element.tagName === 'time' ||
    hasWord(element, 'itemprop', 'datepublished') ||
    words.some(word => DATE_CLASS.test(word))
  return isNamed && findStatedDate(shortText(element, 100) ?? '') !== undefined
}

function isInParagraph({parentNode}: Element): boolean {
  return parentNode !== null && isElement(parentNode) && parentNode.tagName === 'p' && !isShort(parentNode, 120)
}

function isShort(element: Element, lengthMax: number): boolean {
  return shortText(element, lengthMax) !== undefined
}

function isCommentSection(element: Element, words: readonly string[]): boolean {
  if (element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'a') return false
  return words.some(word => COMMENTS_CLASS.test(word)) || isOneComment(element, words)
}

const COMMENTS_CLASS =
  /^(?:(?:(?:post|article|entry|user|reader|page|fb|facebook|view|list)[-_]*)?comments?(?:[-_]*(?:list|section|area|thread|threads|wrap|wrapper|container|content|box|block|holder|form|inner|template|respond|main|title|module))?|commentlist|disqus(?:_thread|-thread|-comments?)?|respond|replies|kommentare?|kommentar[-_]?(?:liste|bereich)|leserkommentare|dsq-.{1,30})$/
const ONE_COMMENT_CLASS =
  /^(?:comment|comment[-_]\d+|li-comment-\d+|comment[-_](?:item|entry|single)|single-comment|fyre-comment-article|post-comment-\d+|reply-\d+)$/

function isOneComment(element: Element, words: readonly string[]): boolean {
  if (
    /schema\.org\/(?:User)?Comment/i.test(attribute(element, 'itemtype') ?? '') ||
    hasWord(element, 'itemprop', 'comment')
  )
    return true
  return (
    /^(?:li|div|article|section|dd|dt|blockquote|p)$/.test(element.tagName) &&
    words.some(word => ONE_COMMENT_CLASS.test(word))
  )
}

function commentLabel(comment: Element): NodeLabel {
  const author = commentAuthor(comment)
  return {kind: 'comment', owner: comment, isSure: true, isLink: false, ...(author !== undefined && {author})}
}

/** Who wrote a comment: the text of the first element in it that is marked as author or user. */
function commentAuthor(comment: Element): string | undefined {
  let nodeCount = 0
  for (const node of nodesWithin(comment)) {
    if (++nodeCount > COMMENT_NODES_MAX) return undefined
    const name = isElement(node) && node !== comment && isAuthorName(node) ? shortText(node, 60) : undefined
    if (name) return name.replace(/\s*(?:says|said|wrote|sagt|dit)?\s*:?$/i, '')
  }
  return undefined
}

/** The author stands at the head of a comment. */
const COMMENT_NODES_MAX = 40

function isAuthorName(element: Element): boolean {
  return hasWord(element, 'itemprop', 'author') || classWords(element).some(word => COMMENT_AUTHOR_CLASS.test(word))
}

const COMMENT_AUTHOR_CLASS =
  /^(?:fn|author|comment[-_]*author(?:[-_]*(?:name|link))?|user[-_]?name|author-name|commenter(?:[-_]name)?|nickname|comment[-_]*(?:user|name|by))$/

/** Where on the page the element stands: what is there is furniture unless an extractor takes it for the article. */
function placeKind(element: Element, words: readonly string[]): PartKind | undefined {
  const role = attribute(element, 'role') ?? ''
  if (
    NAVIGATION_TAGS.has(element.tagName) ||
    /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog)$/.test(role)
  )
    return 'navigation'
  if (element.tagName === 'aside' || role === 'complementary') return 'related'
  if (element.tagName === 'body' || element.tagName === 'html') return undefined
  if (words.some(word => RELATED_CLASS.test(word))) return 'related'
  return words.some(word => NAVIGATION_CLASS.test(word)) ? 'navigation' : undefined
}

/** Elements that say something without any attribute. */
const TELLING_TAGS = new Set(
  'nav footer header form button select menu label input textarea aside figcaption time'.split(' ')
)
const NAVIGATION_TAGS = new Set('nav footer header form button select menu label input textarea'.split(' '))
const RELATED_CLASS =
  /^(?:.{0,20}[-_])?(?:related|recommend(?:ed|ations?)?|read-?more|read-?next|more-(?:stories|news|from|on)|most-?(?:read|popular|viewed)|popular|trending|outbrain|taboola|promo|teasers?|sidebar|widgets?|sponsored|latest|newsletter|subscribe)(?:[-_].{0,20})?$/
const NAVIGATION_CLASS =
  /^(?:.{0,12}[-_])?(?:nav(?:bar|igation)?|menu|breadcrumbs?|share|sharing|social|cookies?|consent|advert(?:isement)?s?|footer|masthead|pagination|pager|toolbar|login|search|skip-link|print|copyright)(?:[-_].{0,20})?$/
