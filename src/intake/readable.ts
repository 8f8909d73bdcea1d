import {createRequire} from 'node:module'
import type {Readability as ReadabilityClass} from '@mozilla/readability'
import type {parseHTML as ParseHtml} from 'linkedom'
import {attribute, isElement, isText, type Node, type TextNode, UNREAD_TAGS, walk} from './html-tree.ts'
import type {Survey} from './survey.ts'

/**
 * The text nodes that Readability takes for the article; undefined where the page is too deep or too large for it, or it
 * finds none.
 *
 * Readability works on another tree and rebuilds it as it goes, so each text node travels with a mark of its own: one
 * character of a private plane, which stands before its words and survives every move. What is left at the end is read
 * off the marks.
 */
export function findReadable(root: Node, survey: Survey, title: string | undefined): Set<TextNode> | undefined {
  if (survey.depth > DEPTH_MAX || survey.elements.length > ELEMENTS_MAX || survey.textLength > TEXT_MAX)
    return undefined
  const {html, nodes} = writeMarked(root, title)
  const {parseHTML, Readability} = loadExtractor()
  const {document} = parseHTML(html)
  try {
    const article = new Readability<{textContent: string | null}>(document as unknown as Document, {
      disableJSONLD: true,
      serializer: element => element as unknown as {textContent: string | null}
    }).parse()
    return article?.content ? nodesIn(article.content.textContent ?? '', nodes) : undefined
  } catch {
    // It leans on parts of the DOM that a damaged page may lack; the page is then labelled by its elements alone.
    return undefined
  }
}

/** Whether Readability was not tried because the page is too deep or too large. */
export function isTooLarge({depth, elements, textLength}: Survey): boolean {
  return depth > DEPTH_MAX || elements.length > ELEMENTS_MAX || textLength > TEXT_MAX
}

/** The largest of 1,120 real pages has 18,000 elements 72 deep; Readability needs about 2 s at these limits. */
const DEPTH_MAX = 200
const ELEMENTS_MAX = 40_000
const TEXT_MAX = 2_000_000

type Document = ConstructorParameters<typeof ReadabilityClass>[0]

/** Loading the two takes 0.15 s, which a plain text need not wait for. */
function loadExtractor(): {parseHTML: typeof ParseHtml; Readability: typeof ReadabilityClass} {
  const require = createRequire(import.meta.url)
  return {parseHTML: require('linkedom').parseHTML, Readability: require('@mozilla/readability').Readability}
}

/** Planes 15 and 16 are for private use; no page's text has them but by accident. */
const FIRST_MARK = 0xf0000
const MARK = /[\u{f0000}-\u{10fffd}]/gu

/** Write the page anew, without what is never read, each text node with its mark. */
function writeMarked(root: Node, title: string | undefined): {html: string; nodes: TextNode[]} {
  const nodes: TextNode[] = []
  const written = [`<!DOCTYPE html><html><head><title>${escapeText(title ?? '')}</title></head>`]
  walk(
    root,
    true,
    node => {
      if (isText(node))
        written.push(
          /\S/.test(node.value) ? String.fromCodePoint(FIRST_MARK + nodes.push(node) - 1) + escapeText(node.value) : ' '
        )
      if (!isElement(node) || node.tagName === 'html') return true
      if (UNREAD_TAGS.has(node.tagName)) return undefined
      written.push(startTag(node))
      return true
    },
    node => {
      if (isElement(node) && node.tagName !== 'html' && !VOID_TAGS.has(node.tagName)) written.push(`</${node.tagName}>`)
    }
  )
  return {html: `${written.join('')}</html>`, nodes}
}

const VOID_TAGS = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** What Readability looks at. */
const KEPT_ATTRIBUTES =
  'class id role rel itemprop itemtype href src style hidden aria-hidden aria-modal property dir type'.split(' ')

function startTag(element: Parameters<typeof attribute>[0]): string {
  const kept = KEPT_ATTRIBUTES.flatMap(name => {
    const value = attribute(element, name)
    return value === undefined ? [] : ` ${name}="${escapeText(value.slice(0, 1_000)).replaceAll('"', '&quot;')}"`
  })
  return `<${element.tagName}${kept.join('')}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(MARK, '')
}

function nodesIn(text: string, nodes: readonly TextNode[]): Set<TextNode> {
  const found = new Set<TextNode>()
  for (const [mark] of text.matchAll(MARK)) {
    const node = nodes[mark.codePointAt(0)! - FIRST_MARK]
    if (node) found.add(node)
  }
  return found
}
