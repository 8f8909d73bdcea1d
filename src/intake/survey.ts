import {attribute, type Element, isElement, isText, type Node, walk} from './html-tree.ts'

/** A page seen once from end to end, so that nothing need search the tree again. */
export interface Survey {
  /** Every element, in the order of the page. */
  readonly elements: readonly Element[]
  /** How many elements the deepest one stands in. */
  readonly depth: number
  readonly textNodeCount: number
  readonly textLength: number
}

/** Go through the page once. */
export function surveyPage(root: Node): Survey {
  const elements: Element[] = []
  let [depth, textNodeCount, textLength] = [0, 0, 0]
  walk(root, 0, (node, level) => {
    if (isElement(node)) elements.push(node)
    if (isText(node)) {
      textNodeCount++
      textLength += node.value.length
    }
    depth = Math.max(depth, level)
    return level + 1
  })
  return {elements, depth, textNodeCount, textLength}
}

/** The class names and the id of an element, in lower case, as separate words. */
export function classWords(element: Element): string[] {
  if (element.attrs.length === 0) return []
  return `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
    .toLowerCase()
    .split(/\s+/, 40)
    .filter(Boolean)
}

/** Whether one of the words of a list attribute (rel, itemprop) is `word`. */
export function hasWord(element: Element, name: string, word: string): boolean {
  return attribute(element, name)?.toLowerCase().split(/\s+/).includes(word) ?? false
}
