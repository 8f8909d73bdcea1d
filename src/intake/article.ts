import type {NodeLabel} from './html-labels.ts'
import {attribute, type Element, isElement, isText, type Node, type TextNode, walk} from './html-tree.ts'
import {findReadable} from './readable.ts'
import {classWords, hasWord, type Survey} from './survey.ts'

/** The text nodes of the article on a page: what Readability takes, or else the text of the element that is marked as the article. */
export function findArticle(
  root: Node,
  survey: Survey,
  labels: ReadonlyMap<TextNode, NodeLabel>,
  title: string | undefined
): ReadonlySet<TextNode> {
  const readable = findReadable(root, survey, title)
  return readable && readable.size > 0 ? readable : findMarked(root, survey, labels)
}

/** What is no furniture in the element that is best marked as the article's; on a page without marks, in all of it. */
function findMarked(root: Node, {elements}: Survey, labels: ReadonlyMap<TextNode, NodeLabel>): Set<TextNode> {
  const lengths = proseLengths(root, labels)
  const total = lengths.get(root) ?? 0
  const holder = MARKS.map(isMarked => longest(elements.filter(isMarked), lengths)).find(
    element => element && lengths.get(element)! >= total * HOLDER_SHARE_MIN
  )
  const found = new Set<TextNode>()
  walk(holder ?? root, true, node => {
    if (isText(node) && isProse(labels.get(node))) found.add(node)
    return true
  })
  return found
}

/** A marked element with less of the page's text holds a teaser, or one of many articles. */
const HOLDER_SHARE_MIN = 0.25

/** Marks of the element that holds the article, the surest first. */
const MARKS: readonly ((element: Element) => boolean)[] = [
  element => hasWord(element, 'itemprop', 'articlebody'),
  element =>
    classWords(element).some(word => /^(?:article|story|entry|post|content)[-_]*(?:body|content|text)$/.test(word)),
  ({tagName}) => tagName === 'article',
  element => element.tagName === 'main' || attribute(element, 'role') === 'main'
]

function longest(elements: readonly Element[], lengths: ReadonlyMap<Node, number>): Element | undefined {
  let best: Element | undefined
  for (const element of elements) if (!best || lengths.get(element)! > lengths.get(best)!) best = element
  return best
}

function isProse(label: NodeLabel | undefined): boolean {
  return label !== undefined && label.kind === 'other' && !label.isSure
}

/** How many characters of prose, links left out, each element holds. */
function proseLengths(root: Node, labels: ReadonlyMap<TextNode, NodeLabel>): Map<Node, number> {
  const lengths = new Map<Node, number>()
  const add = (node: Node | null, length: number) => node && lengths.set(node, (lengths.get(node) ?? 0) + length)
  walk(
    root,
    true,
    node => {
      const label = isText(node) ? labels.get(node) : undefined
      add(node, isText(node) && isProse(label) && !label!.isLink ? node.value.trim().length : 0)
      return true
    },
    node => {
      if (isElement(node) || isText(node)) add(node.parentNode, lengths.get(node)!)
    }
  )
  return lengths
}
