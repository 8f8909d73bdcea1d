import type {Span} from '../text/span.ts'
import type {SourceMap} from './document.ts'
import {
  type Element,
  type HtmlTree,
  isElement,
  isText,
  type Node,
  type Piece,
  type TextNode,
  UNREAD_TAGS,
  walk
} from './html-tree.ts'

/** Where the text of one text node of the page stands, marks that the algorithm put around it included. */
export interface Place extends Span {
  readonly node: TextNode
}

/** A whole page as text. */
export interface HtmlText {
  readonly text: string
  readonly sourceMap: SourceMap
  /** In the order of the text, side by side or apart, never overlapping. */
  readonly places: readonly Place[]
}

/**
 * Render a page as text: algorithm `html-text/1`.
 *
 * - Everything is rendered, hidden elements too, but what is never shown as text: head, script, style, template, noscript,
 *   frames, embedded media and drawings.
 * - A block begins and ends a paragraph (a blank line between); a list item, table row, term or option begins and ends a
 *   line; table cells are parted by a tab.
 * - White space (space, tab, line ends, form feed) collapses to one space, and to none where a line begins or ends; in `pre`
 *   and `textarea` it stays. Soft hyphens are dropped. A `br` is a line end.
 * - `li` begins with a bullet or its number, `q` stands in quotation marks.
 */
export function renderHtml({root, pieces}: HtmlTree): HtmlText {
  const writer = new TextWriter()
  walk<Context>(
    root,
    {isPreformatted: false},
    (node, context) => {
      if (isText(node)) writer.writeNode(node, pieces.get(node) ?? [], context.isPreformatted)
      return isElement(node) ? enterElement(writer, node, context) : isText(node) ? undefined : context
    },
    node => leaveElement(writer, node)
  )
  return writer.end()
}

interface Context {
  readonly isPreformatted: boolean
}

/** What an element does to the text around it; the others are inline. */
const BREAKS = new Map<string, Break>([
  ...names(
    `address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form
     frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre search section summary table ul`,
    2
  ),
  ...names('dd dt li optgroup option tbody tfoot thead tr', 1)
])

/** How many line ends stand before and after: 2 for a paragraph, 1 for a line. */
type Break = 1 | 2

function names(list: string, lineEnds: Break): [string, Break][] {
  return list.split(/\s+/).map(name => [name, lineEnds])
}

function enterElement(writer: TextWriter, element: Element, context: Context): Context | undefined {
  const {tagName} = element
  if (UNREAD_TAGS.has(tagName)) return undefined
  const lineEnds = BREAKS.get(tagName)
  if (lineEnds) writer.breakLine(lineEnds)
  if (tagName === 'br') writer.endLine()
  if (tagName === 'td' || tagName === 'th') writer.separateCell()
  if (tagName === 'li') writer.putBefore(`${writer.itemMark(element)} `)
  if (tagName === 'q') writer.putBefore('“')
  return tagName === 'pre' || tagName === 'textarea' ? {isPreformatted: true} : context
}

function leaveElement(writer: TextWriter, node: Node): void {
  if (!isElement(node)) return
  const lineEnds = BREAKS.get(node.tagName)
  if (lineEnds) writer.breakLine(lineEnds)
  if (node.tagName === 'li') writer.dropBefore()
  if (node.tagName === 'q') writer.putAfter('”')
}

/** Puts characters in order and remembers where they came from. */
class TextWriter {
  readonly #chunks: string[] = []
  #length = 0
  readonly #textStarts: number[] = []
  readonly #sourceStarts: number[] = []
  readonly #places: {start: number; end: number; node: TextNode}[] = []
  #lineEnds = 0
  /** Where a space that waits for its next word stood in the source; -1 where none waits. */
  #space = -1
  #isNewCell = false
  #before = ''
  #isLineStart = true
  readonly #itemCounts = new Map<Node, number>()

  /** The bullet of a list item, or its number in an ordered list. */
  itemMark({parentNode: list}: Element): string {
    if (!list || !isElement(list) || list.tagName !== 'ol') return '•'
    const count = (this.#itemCounts.get(list) ?? 0) + 1
    this.#itemCounts.set(list, count)
    return `${count}.`
  }

  breakLine(lineEnds: Break): void {
    this.#lineEnds = Math.max(this.#lineEnds, lineEnds)
    this.#space = -1
    this.#isNewCell = false
  }

  /** A `br` ends its line; a second one makes the break a paragraph's. */
  endLine(): void {
    this.breakLine(this.#lineEnds === 0 ? 1 : 2)
  }

  separateCell(): void {
    this.#space = -1
    this.#isNewCell = true
  }

  /** Put `mark` before the next word. */
  putBefore(mark: string): void {
    this.#before = mark === '“' ? this.#before + mark : mark
  }

  dropBefore(): void {
    this.#before = ''
  }

  /** Put `mark` after the last word. */
  putAfter(mark: string): void {
    const place = this.#places.at(-1)
    if (this.#before.endsWith('“')) this.#before = this.#before.slice(0, -1)
    else if (place && place.end === this.#length) {
      this.#add(mark, -1)
      place.end = this.#length
    }
  }

  writeNode(node: TextNode, pieces: readonly Piece[], isPreformatted: boolean): void {
    const source = pieceReader(pieces)
    const start = {offset: -1}
    for (const {0: chunk, index} of node.value.matchAll(isPreformatted ? PREFORMATTED_CHUNK : CHUNK)) {
      if (chunk === SOFT_HYPHEN) continue
      if (isPreformatted ? chunk === '\n' : WHITE_SPACE.test(chunk))
        this.#wait(chunk, source(index).source, isPreformatted)
      else this.#writeWord(chunk, index, source, start)
    }
    if (start.offset >= 0) this.#places.push({start: start.offset, end: this.#length, node})
  }

  end(): HtmlText {
    const sourceMap = {textStarts: this.#textStarts, sourceStarts: this.#sourceStarts}
    return {text: this.#chunks.join(''), sourceMap, places: this.#places}
  }

  #wait(chunk: string, source: number, isPreformatted: boolean): void {
    if (isPreformatted && chunk === '\n') this.#lineEnds = Math.min(this.#lineEnds + 1, 2)
    else if (this.#space < 0) this.#space = source
  }

  #writeWord(
    word: string,
    index: number,
    source: (at: number) => Piece & {next: number},
    start: {offset: number}
  ): void {
    this.#writeGap()
    if (start.offset < 0) start.offset = this.#length
    if (this.#before) {
      this.#add(this.#before, -1)
      this.#before = ''
    }
    for (let at = index; at < index + word.length; ) {
      const piece = source(at)
      const end = Math.min(piece.next, index + word.length)
      this.#add(word.slice(at - index, end - index), piece.source)
      at = end
    }
    this.#isLineStart = false
  }

  /** Write the line ends, tab or space that wait, the strongest only. A text begins with none. */
  #writeGap(): void {
    if (this.#length > 0 && this.#lineEnds > 0) {
      this.#add('\n'.repeat(this.#lineEnds), -1)
      this.#isLineStart = true
    } else if (this.#isNewCell && !this.#isLineStart) this.#add('\t', -1)
    else if (this.#space >= 0 && !this.#isLineStart) this.#add(' ', this.#space)
    this.#lineEnds = 0
    this.#space = -1
    this.#isNewCell = false
  }

  #add(characters: string, source: number): void {
    const last = this.#textStarts.length - 1
    const lastSource = this.#sourceStarts[last] ?? -2
    const goesOn =
      source < 0 ? lastSource === -1 : lastSource >= 0 && source - lastSource === this.#length - this.#textStarts[last]!
    if (!goesOn) {
      this.#textStarts.push(this.#length)
      this.#sourceStarts.push(source)
    }
    this.#chunks.push(characters)
    this.#length += characters.length
  }
}

const SOFT_HYPHEN = '\u00ad'
const WHITE_SPACE = /^[ \t\n\f\r]/
const CHUNK = /[ \t\n\f\r]+|\u00ad|[^ \t\n\f\r\u00ad]+/g
const PREFORMATTED_CHUNK = /\n|\u00ad|[^\n\u00ad]+/g

/** Where the character at `at` stood; asked from left to right. `next` is where the next piece begins. */
function pieceReader(pieces: readonly Piece[]): (at: number) => Piece & {next: number} {
  let index = 0
  return at => {
    while (index + 1 < pieces.length && pieces[index + 1]!.at <= at) index++
    const piece = pieces[index]
    const next = pieces[index + 1]?.at ?? Number.POSITIVE_INFINITY
    return {at, source: piece ? piece.source + at - piece.at : -1, next}
  }
}
