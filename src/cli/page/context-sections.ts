import type {DateExpression} from '../../language/analysis.ts'
import type {Claim} from '../../reading/claim.ts'
import type {Assessment, Contrast, Event, Pointer, Relation} from '../../reading/reading.ts'
import {claimMark} from './judgement-marks.ts'
import {exact, hedge, type Inline, joined, name, type Page, quiet} from './page.ts'
import {counted, nameOf, type ReadingView, timeWords, wordsAt} from './reading-view.ts'

/** How much of a long stretch of text stands for it. */
const GIST_LENGTH = 160

/** Show what stands between and around the statements: relations, events, assessments, pointers, contrasts, dates. */
export function showContext(page: Page, view: ReadingView): void {
  const {relations, events, assessments, pointers, contrasts, dates} = view.reading
  showClaims(page, view, 'Relations', relations, relationWords)
  showClaims(page, view, 'Events', events, eventWords)
  showClaims(page, view, 'Assessments', assessments, assessmentWords)
  showClaims(page, view, 'Evidence pointed to', pointers, pointerWords)
  showClaims(page, view, 'Contradictions reported', contrasts, contrastWords)
  showDates(page, view, dates)
}

/** `The Reef Guild “was folded into” Harbour Front · part-of`: it reads as the text does, then says what we take it for. */
export function relationWords(view: ReadingView, {from, kind, to, phrase, during, polarity}: Relation): Inline[] {
  return [
    name(nameOf(view, from)),
    ' ',
    exact(`“${phrase}”`),
    ' ',
    name(nameOf(view, to)),
    quiet(polarity === 'negative' ? ` · not ${kind}` : ` · ${kind}`),
    during && quiet(' · during '),
    during && timeWords(during)
  ]
}

/** What happened, to whom, where and when. */
export function eventWords(view: ReadingView, {kind, what, participants, place, when, polarity}: Event): Inline[] {
  const others = participants.map(({entity, part}) => `${nameOf(view, entity)}${part === 'other' ? '' : ` (${part})`}`)
  return [
    polarity === 'negative' && 'not ',
    what,
    quiet(` · ${kind}`),
    others.length > 0 && quiet(' · '),
    ...joined(others, ', '),
    place && quiet(' · in '),
    place && nameOf(view, place),
    when && quiet(' · '),
    when && timeWords(when)
  ]
}

/** Who judges, by which hedge, what. */
export function assessmentWords(view: ReadingView, {assessor, hedge: span, band, scope}: Assessment): Inline[] {
  return [
    name(assessor === 'document' ? 'the document' : nameOf(view, assessor)),
    ' ',
    hedge(`“${wordsAt(view, span)}”`),
    band && quiet(' · ICD 203 '),
    band,
    quiet(' · '),
    exact(gist(wordsAt(view, scope)))
  ]
}

/** Where the text says that evidence lies. */
export function pointerWords(view: ReadingView, {work, start, end}: Pointer): Inline[] {
  return [name(work), quiet(' · '), exact(gist(wordsAt(view, {start, end})))]
}

/** What the text itself says does not fit together. */
export function contrastWords(view: ReadingView, {claims, start, end}: Contrast): Inline[] {
  return [
    exact(gist(wordsAt(view, {start, end}))),
    claims.length > 1 && quiet(` · between ${counted(claims.length, 'claim')}`)
  ]
}

function showClaims<T extends Claim>(
  page: Page,
  view: ReadingView,
  title: string,
  claims: readonly T[],
  words: (view: ReadingView, claim: T) => Inline[]
): void {
  if (claims.length === 0) return
  page.heading(title, claims.length)
  for (const claim of claims)
    page.line(words(view, claim), {
      label: quiet(view.lines.of(claim.evidence[0])),
      labelWidth: view.whereWidth,
      right: claimMark(view, claim)
    })
}

function showDates(page: Page, view: ReadingView, dates: readonly DateExpression[]): void {
  if (dates.length === 0) return
  page.heading('Dates', dates.length)
  for (const date of dates)
    page.line(dateWords(view, date), {label: quiet(view.lines.of(date)), labelWidth: view.whereWidth})
}

/** What a date is counted from is said only where it is not the day the page names as published. */
function dateWords(view: ReadingView, date: DateExpression): Inline[] {
  const {edtf, duration, earliest, latest, rule, anchor} = date
  const hasBounds = edtf && earliest && latest
  return [
    exact(`“${wordsAt(view, date)}”`),
    quiet(' → '),
    hasBounds ? timeWords({edtf, earliest, latest}) : (edtf ?? duration ?? quiet('not resolved')),
    quiet(` · ${rule}`),
    anchor && anchor !== view.reading.document.published && quiet(`, counted from ${anchor}`)
  ]
}

function gist(words: string): string {
  return words.length <= GIST_LENGTH ? words : `${words.slice(0, GIST_LENGTH).trimEnd()} …`
}
