import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type Token,
  type TreeAdapter
} from 'parse5'
import {alignCharacters, consumedLength} from './html-characters.ts'

export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type Node = DefaultTreeAdapterTypes.Node

/** From `at` in a text node's value on, characters came from `source` on, one for one until the next piece. */
export interface Piece {
  readonly at: number
  readonly source: number
}

/** A page as the HTML standard reads it, and where the characters of each text node stood in its source. */
export interface HtmlTree {
  readonly root: DefaultTreeAdapterTypes.Document
  readonly pieces: ReadonlyMap<TextNode, readonly Piece[]>
}

/** Parse `source` as browsers do. Takes time in proportion to its length, however it is nested. */
export function parseHtml(source: string): HtmlTree {
  const parser = new PieceParser(source)
  parser.tokenizer.write(source, true)
  return {root: parser.document, pieces: parser.pieces}
}

/** The child nodes of `node`, none for a text. */
function childNodes(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : []
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function isText(node: Node): node is TextNode {
  return node.nodeName === '#text'
}

/** The value of an attribute, undefined where the element has none. */
export function attribute({attrs}: Element, name: string): string | undefined {
  return attrs.find(attr => attr.name === name)?.value
}

/**
 * Visit `root` and all below it in the order of the page, without recursion. `enter` returns what to hand to the children,
 * or undefined to leave them out; `leave` runs after the last child of a node that was entered.
 */
export function walk<Handed>(
  root: Node,
  handed: Handed,
  enter: (node: Node, handed: Handed) => Handed | undefined,
  leave: (node: Node) => void = () => {}
): void {
  const stack: {node: Node; handed: Handed; next: number}[] = []
  const visit = (node: Node, given: Handed): void => {
    const passed = enter(node, given)
    if (passed !== undefined) stack.push({node, handed: passed, next: 0})
  }
  visit(root, handed)
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = childNodes(top.node)[top.next++]
    if (child) visit(child, top.handed)
    else leave(stack.pop()!.node)
  }
}

/** `root` and all below it in the order of the page, but what is never read as text. Stop asking to stop. */
export function* nodesWithin(root: Node): Generator<Node> {
  const waiting: Node[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if (isElement(node) && UNREAD_TAGS.has(node.tagName)) continue
    const children = childNodes(node)
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index]!)
  }
}

/**
 * The text of an element and all below it, white space collapsed; undefined where it has more than `lengthMax` characters
 * or so many elements that a hostile page asks for it.
 */
export function shortText(root: Node, lengthMax: number): string | undefined {
  const waiting: Node[] = [root]
  let text = ''
  for (let nodeCount = 0, node = waiting.pop(); node; nodeCount++, node = waiting.pop()) {
    if (nodeCount > SHORT_NODES_MAX || text.length > lengthMax * 4 + 400) return undefined
    if (isText(node)) text += `${node.value} `
    else if (!(isElement(node) && UNREAD_TAGS.has(node.tagName))) pushChildren(waiting, node)
  }
  const collapsed = text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:?!])/g, '')
    .trim()
  return collapsed.length <= lengthMax ? collapsed : undefined
}

/** A byline or heading has a dozen. */
const SHORT_NODES_MAX = 120

/** Put the children of `node` on the stack, the first on top; more than can be short are left out. */
function pushChildren(waiting: Node[], node: Node): void {
  const children = childNodes(node)
  for (let index = Math.min(children.length, SHORT_NODES_MAX + 1) - 1; index >= 0; index--)
    waiting.push(children[index]!)
}

/** Elements whose text nobody reads on the page. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set(
  'head script style template noscript noembed noframes iframe object svg audio video canvas datalist'.split(' ')
)

/**
 * How many open formatting elements (b, i, font, a ...) the parser reopens in each new paragraph. The standard has no limit,
 * so a short page could make any number of elements; no real page comes near this.
 */
const FORMATTING_MAX = 32

/** parse5's parser, which also notes where each character of a text node came from. */
class PieceParser extends Parser<DefaultTreeAdapterMap> {
  readonly pieces: Map<TextNode, Piece[]>
  readonly #source: string
  readonly #last: LastText
  #moved = {from: -1, to: -1}

  constructor(source: string) {
    const last: LastText = {node: undefined, length: 0}
    super({sourceCodeLocationInfo: true, treeAdapter: textWatchingAdapter(last)})
    this.pieces = new Map()
    this.#source = source
    this.#last = last
  }

  override onCharacter(token: Token.CharacterToken): void {
    this.#correctLocation(token)
    super.onCharacter(token)
  }

  override onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#correctLocation(token)
    super.onWhitespaceCharacter(token)
  }

  override onNullCharacter(token: Token.CharacterToken): void {
    this.#correctLocation(token)
    super.onNullCharacter(token)
  }

  /** parse5 ends a token before an entity at the entity's end; it ends at the ampersand, and there the next begins. */
  #correctLocation({chars, location}: Token.CharacterToken): void {
    if (!location) return
    const {startOffset, endOffset} = location
    if (startOffset === this.#moved.from) location.startOffset = this.#moved.to
    const source = this.#source.slice(location.startOffset, endOffset)
    location.endOffset = location.startOffset + consumedLength(chars, source)
    this.#moved = {from: location.endOffset < endOffset ? endOffset : -1, to: location.endOffset}
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    super._insertCharacters(token)
    const {node, length} = this.#last
    if (!node || !token.location) return
    const {startOffset, endOffset} = token.location
    const pieces = this.pieces.get(node) ?? []
    if (pieces.length === 0) this.pieces.set(node, pieces)
    for (const {at, source} of alignCharacters(token.chars, this.#source.slice(startOffset, endOffset)))
      addPiece(pieces, {at: length + at, source: startOffset + source})
  }

  override _reconstructActiveFormattingElements(): void {
    let entry = this.activeFormattingElements.newest
    for (let count = 0; entry?.type === ELEMENT_ENTRY && count < FORMATTING_MAX; count++) entry = entry.older
    while (entry?.type === ELEMENT_ENTRY) {
      const {older} = entry
      this.activeFormattingElements.removeEntry(entry)
      entry = older
    }
    super._reconstructActiveFormattingElements()
  }
}

/** `EntryType.Element` of parse5, which it does not export as a value. */
const ELEMENT_ENTRY = 1

/** A piece that only goes on where the one before it leads is no piece of its own. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (!last || last.source - last.at !== piece.source - piece.at) pieces.push(piece)
}

interface LastText {
  node: TextNode | undefined
  /** How long its value was before the last insertion. */
  length: number
}

/** The default adapter, which also tells into which text node characters went last. */
function textWatchingAdapter(last: LastText): TreeAdapter<DefaultTreeAdapterMap> {
  const note = (node: Node | undefined, addedLength: number): void => {
    last.node = node && isText(node) ? node : undefined
    last.length = last.node ? last.node.value.length - addedLength : 0
  }
  return {
    ...defaultTreeAdapter,
    insertText(parent, text) {
      defaultTreeAdapter.insertText(parent, text)
      note(parent.childNodes.at(-1), text.length)
    },
    insertTextBefore(parent, text, reference) {
      defaultTreeAdapter.insertTextBefore(parent, text, reference)
      note(parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1], text.length)
    }
  }
}
