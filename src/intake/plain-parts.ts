import {biographedPeople, isByline, isCredit, isOutletLine, mentionsPerson} from './bylines.ts'
import {findDateline} from './datelines.ts'
import type {Part, PartKind} from './document.ts'
import {
  commentAuthor,
  isBulleted,
  isCaption,
  isCommentsHeading,
  isDeskNote,
  isLoneHeadline,
  isNavigation,
  isRelatedHeading,
  isTagLine,
  isTeaser
} from './furniture.ts'
import {divideLines, type Unit} from './plain-lines.ts'
import {signedDate} from './signed-dates.ts'
import {isDateLine} from './stated-dates.ts'

/**
 * Label the parts of a plain text. What no rule is sure of is body: calling body something else loses what it says.
 *
 * The head (headline, summaries, byline, date) is read from the top down, the foot (credits, biographies, tags, comments,
 * section lists) from the bottom up, and lines that stand alone in between are teasers or captions.
 *
 * @param title - where the giver knows it
 */
export function findPlainParts(text: string, title?: string): Part[] {
  const units = divideLines(text)
  if (units.length > UNITS_MAX) return [{kind: 'body', start: units[0]!.start, end: units.at(-1)!.end}]
  const labels = units.map((): Label => ({kind: 'body'}))
  labelHead(units, labels, title)
  labelFoot(units, labels)
  labelMiddle(units, labels)
  return joinParts(units, labels, text)
}

/** No report has more lines; a longer text is data, and is read as one body. */
export const UNITS_MAX = 100_000

interface Label {
  readonly kind: PartKind
  readonly author?: string
}

/** Label what stands above the first paragraph. */
function labelHead(units: readonly Unit[], labels: Label[], title: string | undefined): void {
  let hasTitle = false
  const bodyStart = units.findIndex(isProse)
  for (let index = 0; index < Math.min(HEAD_UNITS, bodyStart < 0 ? units.length - 1 : bodyStart); index++) {
    const unit = units[index]!
    const kind = furnitureKind(unit.text) ?? (hasTitle ? undefined : titleKind(units, index, title))
    if (kind === 'title') hasTitle = true
    if (kind) labels[index] = {kind}
    else if (
      isOutletLine(unit.text) &&
      (labels[index - 1]?.kind === 'byline' || (hasTitle && isDateLine(units[index + 1]!.text)))
    )
      labels[index] = {kind: 'byline'}
    else if (hasTitle && isBulleted(unit.text)) labels[index] = {kind: 'other'}
    else if (hasTitle && headKindBelow(units, index, bodyStart)) labels[index] = {kind: 'other'}
    else if (hasTitle) return
  }
}

/** More lines above the first paragraph are a list or a table, no head. */
const HEAD_UNITS = 30

/** The kind of a line that no sentence of a report looks like; undefined where it may be one. */
export function furnitureKind(text: string): PartKind | undefined {
  if (isByline(text) || isCredit(text)) return 'byline'
  if (isDateLine(text) || signedDate(text)) return 'dateline'
  if (isTagLine(text)) return 'tag'
  if (isDeskNote(text)) return 'other'
  if (isNavigation(text)) return 'navigation'
  if (isTeaser(text)) return 'related'
  return isCaption(text) ? 'caption' : undefined
}

/** The first line that may be a headline is it, if it is the given one, or if something longer follows. */
function titleKind(units: readonly Unit[], index: number, title: string | undefined): PartKind | undefined {
  const {text} = units[index]!
  if (title !== undefined && text === title.trim()) return 'title'
  if (text.length > TITLE_MAX || isBulleted(text) || text.split(/\s+/).length < 2 || /[,;:]$/.test(text))
    return undefined
  return units.slice(index + 1, index + HEAD_UNITS).some(unit => unit.text.length > text.length) ? 'title' : undefined
}

const TITLE_MAX = 220

/** Whether a byline or date still follows above the first paragraph, so that this line is a summary below the headline. */
function headKindBelow(units: readonly Unit[], index: number, bodyStart: number): boolean {
  return units
    .slice(index + 1, bodyStart)
    .some(
      unit =>
        isByline(unit.text) || isDateLine(unit.text) || signedDate(unit.text) !== undefined || isDeskNote(unit.text)
    )
}

/** Whether a unit reads like a paragraph of a report: it ends as a sentence does, or is longer than a headline. */
function isProse({text}: Unit): boolean {
  if (furnitureKind(text) || (isBulleted(text) && text.length < TITLE_MAX)) return false
  return (
    text.length > TITLE_MAX ||
    (/[.!?…:]["”’'»)\]]*$/.test(text) && text.split(/\s+/).length >= SENTENCE_WORDS && !isHeadlineLike(text))
  )
}

/** Shorter lines that end in a full stop may be headlines: "Why did the bridge fall?" */
const SENTENCE_WORDS = 5

/** A question or exclamation at the very top may be a headline, and so may a sentence that Begins Its Words Like This. */
function isHeadlineLike(text: string): boolean {
  if (/[.!?] /.test(text)) return false
  return (/[?!]["”’']?$/.test(text) && text.length <= 120) || (/[.]["”’']?$/.test(text) && isTitleCased(text))
}

function isTitleCased(text: string): boolean {
  const long = text.split(/\s+/).filter(word => word.length > 3)
  return (
    long.length >= 4 &&
    long.length <= 20 &&
    long.filter(word => /^\P{L}*[\p{Lu}\d]/u.test(word)).length >= long.length * 0.9
  )
}

/** Label what stands below the last paragraph: comments and all after them first, then the rest from the bottom up. */
function labelFoot(units: readonly Unit[], labels: Label[]): void {
  let end = labelSectionList(units, labels)
  const comments = commentsStart(units, end)
  if (comments !== undefined) {
    labelComments(units, labels, comments, end)
    end = comments
  }
  const top = Math.max(1, end - FOOT_UNITS)
  const bodyAbove = units.filter((_, index) => index < top && labels[index]!.kind === 'body')
  while (end > top && labels[end - 1]!.kind === 'body') {
    const kind = footKind(units[end - 1]!, () => [...bodyAbove, ...units.slice(top, end - 1)])
    if (!kind) break
    labels[end - 1] = {kind}
    end--
  }
  labelRelatedLists(units, labels)
}

/** More lines of credits, notes and links at the end are a list, no foot. */
const FOOT_UNITS = 40

function footKind({text}: Unit, bodyAbove: () => readonly Unit[]): PartKind | undefined {
  if (isCredit(text)) return 'byline'
  const people = biographedPeople(text)
  if (people.length === 0) return furnitureKind(text)
  const above = bodyAbove()
  return people.some(name => above.some(({text}) => mentionsPerson(text, name))) ? undefined : 'byline'
}

/** A text that ends in two or more lines of a few words each ends in a list of sections. */
function labelSectionList(units: readonly Unit[], labels: Label[]): number {
  let start = units.length
  while (start > 1 && isSectionName(units[start - 1]!)) start--
  const hasProse = units.slice(0, start).some(isProse)
  if (units.length - start < 2 || !hasProse) return units.length
  for (let index = start; index < units.length; index++) labels[index] = {kind: 'navigation'}
  return start
}

function isSectionName({text, indent}: Unit): boolean {
  if (indent > 1 || text.length > 40 || text.split(/\s+/).length > 4) return false
  return /^[\p{L}\d#][^.!?:;,"“”]*$/u.test(text) && !isTagLine(text) && !isByline(text)
}

/** Where the readers' comments begin: at their heading, or at the first of the lines that name their authors. */
function commentsStart(units: readonly Unit[], end: number): number | undefined {
  const heading = units.findIndex(({text}, index) => index > 0 && index < end - 1 && isCommentsHeading(text))
  if (heading > 0 && units.slice(heading + 1, heading + 3).some(({text}) => commentAuthor(text) !== undefined))
    return heading
  const tags = units.findIndex(({text}) => isTagLine(text))
  const first = units.findIndex(
    ({text}, index) =>
      index > 0 && index < end && commentAuthor(text) !== undefined && (isBulleted(text) || (tags >= 0 && tags < index))
  )
  return first > 0 && isCommentBelow(units, first, end) ? first : undefined
}

/** A name before a colon is a comment's only if a comment follows; a quotation's would be in quotation marks. */
function isCommentBelow(units: readonly Unit[], head: number, end: number): boolean {
  return head + 1 < end && !/^["“]/.test(units[head + 1]!.text)
}

function labelComments(units: readonly Unit[], labels: Label[], start: number, end: number): void {
  let author: string | undefined
  for (let index = start; index < end; index++) {
    author = commentAuthor(units[index]!.text) ?? author
    labels[index] = {kind: 'comment', ...(author !== undefined && {author})}
  }
}

/** A heading such as "Related articles" takes the headlines below it along. */
function labelRelatedLists(units: readonly Unit[], labels: Label[]): void {
  let isInside = false
  for (const [index, {text}] of units.entries()) {
    const isBody = labels[index]!.kind === 'body'
    isInside = isBody && (isRelatedHeading(text) || (isInside && text.length <= TITLE_MAX && !/[.]["”’']*$/.test(text)))
    if (isInside) labels[index] = {kind: 'related'}
  }
}

/** Label teasers, captions and controls between paragraphs. A text with many lone headlines has sub-headings. */
function labelMiddle(units: readonly Unit[], labels: Label[]): void {
  const alone = units.flatMap(({text}, index) =>
    labels[index]!.kind === 'body' && isBetween(units, labels, index) && isLoneHeadline(text) ? [index] : []
  )
  if (alone.length <= LONE_HEADLINES_MAX) for (const index of alone) labels[index] = {kind: 'related'}
  for (const [index, {text}] of units.entries()) {
    if (labels[index]!.kind !== 'body') continue
    if (isTeaser(text)) labels[index] = {kind: 'related'}
    else if (isNavigation(text)) labels[index] = {kind: 'navigation'}
    else if (isCaption(text)) labels[index] = {kind: 'caption'}
    else if (isTagLine(text)) labels[index] = {kind: 'tag'}
  }
}

const LONE_HEADLINES_MAX = 3

/** Whether whole paragraphs stand right above and below. */
function isBetween(units: readonly Unit[], labels: readonly Label[], index: number): boolean {
  return [index - 1, index + 1].every(at => labels[at]?.kind === 'body' && isProse(units[at]!))
}

/** Neighbours of one kind are one part; a comment is one by its author; the dateline is cut off the first paragraph. */
function joinParts(units: readonly Unit[], labels: readonly Label[], text: string): Part[] {
  const parts: Part[] = []
  const firstBody = labels.findIndex(({kind}) => kind === 'body')
  for (const [index, {start, end, text: paragraph}] of units.entries()) {
    const label = labels[index]!
    const dateline = index === firstBody ? findDateline(paragraph, text) : undefined
    const bodyStart = start + (dateline?.length ?? 0)
    if (dateline && bodyStart < end)
      parts.push({kind: 'dateline', start, end: start + paragraph.slice(0, dateline.length).trimEnd().length})
    const last = parts.at(-1)
    const beginsComment = label.kind === 'comment' && commentAuthor(paragraph) !== undefined
    if (last && last.kind === label.kind && JOINED.has(label.kind) && !beginsComment)
      parts[parts.length - 1] = {...last, end}
    else parts.push({...label, start: bodyStart < end ? bodyStart : start, end})
  }
  return parts
}

/** Kinds whose neighbouring paragraphs are one part. */
const JOINED: ReadonlySet<PartKind> = new Set(['body', 'comment', 'navigation'])
