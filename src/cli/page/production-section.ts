import type {Production, Segment} from '../../reading/reading.ts'
import {claimMark} from './judgement-marks.ts'
import {exact, type Inline, joined, name, type Page, quiet} from './page.ts'
import {counted, nameOf, type ReadingView, timeWords, wordsAt} from './reading-view.ts'

const LABEL_WIDTH = 15
const ORDER_WIDTH = 4

/** Show every production: its title, who made it, where it was spread, and its segments in order. */
export function showProductions(page: Page, view: ReadingView): void {
  const {productions} = view.reading
  if (productions.length === 0) return
  page.heading('Productions', productions.length)
  for (const production of productions) showProduction(page, view, production)
}

/** Show one production. */
export function showProduction(page: Page, view: ReadingView, production: Production): void {
  const {title, medium, producer, attributedTo, released, channels, segments, evidence} = production
  const called = title ? `“${title}”` : nameOf(view, production.entity)
  page.line([name(called), !called.includes(medium) && quiet(` ${medium}`)], {
    label: quiet(view.lines.of(evidence[0])),
    labelWidth: view.whereWidth,
    right: claimMark(view, production)
  })
  const field = (label: string, content: readonly Inline[]) =>
    page.line(content, {indent: view.whereWidth, label: quiet(label), labelWidth: LABEL_WIDTH})
  if (producer) field('produced by', [nameOf(view, producer)])
  if (attributedTo) field('attributed to', [nameOf(view, attributedTo)])
  if (released) field('released', [timeWords(released)])
  for (const [index, channel] of channels.entries())
    field(index === 0 ? 'spread on' : '', [channel.text, quiet(` ${view.lines.of(channel)}`)])
  for (const segment of segments) showSegment(page, view, segment)
}

function showSegment(
  page: Page,
  view: ReadingView,
  {order, what, speakers, footage, basis, statements}: Segment
): void {
  const said = statements.length > 0 && quiet(` · ${counted(statements.length, 'statement')}`)
  const who = speakers.map(speaker => name(nameOf(view, speaker)))
  const age =
    footage === 'unknown'
      ? []
      : [quiet(`${footage} footage`), basis && ': ', basis && exact(`“${wordsAt(view, basis)}”`)]
  page.line([what, who.length > 0 && ' · ', ...joined(who, ', '), said], {
    indent: view.whereWidth,
    label: quiet(`${order}.`),
    labelWidth: ORDER_WIDTH
  })
  if (age.length > 0) page.line(age, {indent: view.whereWidth + ORDER_WIDTH})
}
