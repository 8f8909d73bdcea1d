import type {Part, PartKind} from '../../intake/document.ts'
import {clip} from './display-width.ts'
import {name, type Page, quiet} from './page.ts'
import {counted, type ReadingView, wordsAt} from './reading-view.ts'

/** One line each is enough to see that it is no part of the report; more of them are counted. */
const LINES_MAX = 5

/** Parts that are not read for claims, and what a person calls them. */
const APART: readonly (readonly [PartKind, string, string])[] = [
  ['comment', 'reader comment', 'reader comments'],
  ['related', 'related link', 'related links'],
  ['navigation', 'section list', 'section lists'],
  ['tag', 'line of tags', 'lines of tags'],
  ['other', 'other part', 'other parts']
]

/** Show what was kept apart from the report: other people's words, and lists that are nobody's. */
export function showKeptApart(page: Page, view: ReadingView): void {
  const partsByKind = Map.groupBy(view.reading.document.parts, ({kind}) => kind)
  const kinds = APART.filter(([kind]) => partsByKind.has(kind))
  if (kinds.length === 0) return
  page.heading('Kept apart, not read for claims')
  for (const [kind, one, many] of kinds) {
    const parts = partsByKind.get(kind)!
    page.line([counted(parts.length, one, many)], {indent: 2})
    for (const part of parts.slice(0, LINES_MAX)) showPart(page, view, part)
    if (parts.length > LINES_MAX) page.line([quiet(`and ${parts.length - LINES_MAX} more`)], {indent: view.whereWidth})
  }
}

/** Show what a reader should know about how the text was read. */
export function showNotices(page: Page, view: ReadingView): void {
  const {notices} = view.reading
  if (notices.length === 0) return
  page.heading('Notices', notices.length)
  for (const {text, start, end} of notices)
    page.line([text], {
      label: quiet(start !== undefined && end !== undefined ? view.lines.at(start) : ''),
      labelWidth: view.whereWidth
    })
}

function showPart(page: Page, view: ReadingView, part: Part): void {
  const room = page.width - view.whereWidth - (part.author?.length ?? 0) - 2
  const words = wordsAt(view, part).replace(/\s+/g, ' ').trim()
  const author = part.author && !words.startsWith(part.author) ? [name(part.author), ': '] : []
  page.line([...author, quiet(clip(words, Math.max(20, room)))], {
    label: quiet(view.lines.of(part)),
    labelWidth: view.whereWidth
  })
}
