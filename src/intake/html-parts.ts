import {findDateline} from './datelines.ts'
import type {Part, PartKind} from './document.ts'
import type {NodeLabel} from './html-labels.ts'
import {agree} from './html-metadata.ts'
import type {HtmlText, Place} from './html-text.ts'
import type {Element, TextNode} from './html-tree.ts'
import {divideLines} from './plain-lines.ts'
import {furnitureKind, UNITS_MAX} from './plain-parts.ts'

/**
 * Cut the text of a page into parts. What `article` holds is body, unless the elements around it are sure of another kind
 * or its line is furniture; the rest is what the elements say.
 */
export function findHtmlParts(
  {text, places}: HtmlText,
  labels: ReadonlyMap<TextNode, NodeLabel>,
  article: ReadonlySet<TextNode>,
  title: string | undefined
): Part[] {
  const isLinkAt = linkReader(places, labels)
  const labelled = places.map((place): LabelledPart => {
    const {kind, owner, author, isSure} = labels.get(place.node) ?? UNLABELLED
    const isBody = article.has(place.node) && !isSure
    return {
      start: place.start,
      end: place.end,
      kind: isBody ? 'body' : kind,
      owner: isBody ? undefined : owner,
      ...(author !== undefined && {author})
    }
  })
  const refined = joinParts(labelled).flatMap(part =>
    part.kind === 'body' ? refineBody(text, part, isLinkAt) : [part]
  )
  if (title !== undefined && !refined.some(({kind}) => kind === 'title')) labelTitle(text, refined, title)
  return cutDateline(
    text,
    joinParts(refined).map(({owner: _, ...part}) => part)
  )
}

interface LabelledPart extends Part {
  readonly owner: Element | undefined
}

const UNLABELLED: NodeLabel = {kind: 'other', owner: undefined, isSure: false, isLink: false}

/** Neighbours of one kind become one part; titles, captions and comments only where one element holds them both. */
function joinParts(parts: readonly LabelledPart[]): LabelledPart[] {
  const joined: LabelledPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && last.kind === part.kind && (last.owner === part.owner || JOINED.has(part.kind)))
      joined[joined.length - 1] = {...last, end: part.end}
    else joined.push(part)
  }
  return joined
}

const JOINED: ReadonlySet<PartKind> = new Set(['body', 'navigation', 'related', 'other'])

/** Label the lines of a body that the rules for plain text know as furniture, and those that are nothing but a link. */
function refineBody(
  text: string,
  body: LabelledPart,
  isLinkAt: (start: number, end: number) => boolean
): LabelledPart[] {
  const lines = divideLines(text.slice(body.start, body.end))
  if (lines.length > UNITS_MAX) return [body]
  return lines.map(line => {
    const [start, end] = [body.start + line.start, body.start + line.end]
    const kind = furnitureKind(line.text) ?? (isLinkAt(start, end) && line.text.includes(' ') ? 'related' : 'body')
    return {kind, start, end, owner: undefined}
  })
}

/** On a page whose headline is no heading, the line that agrees with the title is it. */
function labelTitle(text: string, parts: LabelledPart[], title: string): void {
  const index = parts.findIndex(
    ({kind, start, end}) => kind === 'body' && end - start <= title.length * 2 && agree(text.slice(start, end), title)
  )
  if (index >= 0) parts[index] = {...parts[index]!, kind: 'title'}
}

/** Whether all words of a stretch are links; asked from left to right. */
function linkReader(
  places: readonly Place[],
  labels: ReadonlyMap<TextNode, NodeLabel>
): (start: number, end: number) => boolean {
  let index = 0
  return (start, end) => {
    while (index < places.length && places[index]!.end <= start) index++
    let at = index
    while (at < places.length && places[at]!.start < end && labels.get(places[at]!.node)?.isLink) at++
    return at > index && (at === places.length || places[at]!.start >= end)
  }
}

/** The dateline that the body begins with is a part of its own. */
function cutDateline(text: string, parts: readonly Part[]): Part[] {
  const index = parts.findIndex(({kind}) => kind === 'body')
  const body = parts[index]
  if (!body) return [...parts]
  const dateline = findDateline(text.slice(body.start, Math.min(body.end, body.start + 400)), text)
  if (!dateline || body.start + dateline.length >= body.end) return [...parts]
  const prefix = text.slice(body.start, body.start + dateline.length).trimEnd()
  const cut: Part[] = [
    {kind: 'dateline', start: body.start, end: body.start + prefix.length},
    {...body, start: body.start + dateline.length}
  ]
  return parts.toSpliced(index, 1, ...cut)
}
