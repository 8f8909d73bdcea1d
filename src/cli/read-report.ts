import type {Journey} from '../pipeline.ts'
import type {DocumentNews} from '../record/compare/news-index.ts'
import type {Saved} from '../record/store.ts'
import type {Marks} from './marks-of.ts'
import {clip, padTo} from './page/display-width.ts'
import {documentName} from './page/document-name.ts'
import {showNewsBelow} from './page/news-page.ts'
import {name, type Page, quiet} from './page/page.ts'
import {showReading} from './page/reading-page.ts'
import {claimCount, counted, viewOf} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import {shortPath} from './record-path.ts'
import {reportError, type Terminal} from './terminal.ts'

/** What became of one input. */
export type Outcome =
  | {readonly ref: string; readonly error: string}
  | {readonly ref: string; readonly journey: Journey; readonly bytes: Uint8Array; readonly at: string}

/** Where readings go. */
export type Destination =
  | {readonly kind: 'record'; readonly path: string}
  | {readonly kind: 'dry-run'; readonly path: string}
  | {readonly kind: 'nowhere'}

/** How the outcomes of a reading are told. */
export interface Report {
  /** Whether what a document brought is shown. */
  readonly wantsNews: boolean
  tell(outcome: Outcome, saved: Saved | undefined, news: MarkedNews | undefined): void
  end(how: {isInterrupted: boolean}): void
}

/** What a document brought, and what people made of the claims that it rests on. */
export interface MarkedNews {
  readonly news: DocumentNews
  readonly marks: Marks
}

export interface ReportOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly brief: boolean
  readonly destination: Destination
}

/** The report that the options ask for: JSON for programs, errors only, a line a document, or everything. */
export function openReport(terminal: Terminal, options: ReportOptions): Report {
  if (options.json) return jsonReport(terminal, options)
  return pageReport(terminal, options)
}

function jsonReport(terminal: Terminal, {quiet}: ReportOptions): Report {
  let errorCount = 0
  return {
    wantsNews: false,
    tell(outcome) {
      if ('journey' in outcome) return terminal.writeJson(outcome.journey.reading)
      errorCount++
      terminal.writeJson({format: 'hearsay-error/1', ref: outcome.ref, error: outcome.error})
    },
    end() {
      if (errorCount > 0 && !quiet) reportError(terminal, `${counted(errorCount, 'input')} could not be read`)
    }
  }
}

function pageReport(terminal: Terminal, options: ReportOptions): Report {
  const {page} = terminal
  const tally = {read: 0, failed: 0, claims: 0, newDocuments: 0, newClaims: 0, keptOut: 0}
  return {
    wantsNews: !options.quiet && !options.brief,
    tell(outcome, saved, news) {
      if (!('journey' in outcome)) {
        tally.failed++
        return reportError(terminal, outcome.error)
      }
      const {journey} = outcome
      if (!options.quiet && !options.brief) {
        if (tally.read > 0) separate(page)
        showReading(page, viewOf(journey.reading))
        if (news) showNewsBelow(page, news.news, news.marks)
      }
      if (!options.quiet && options.brief) showBriefly(page, journey, outcome.ref, saved)
      tally.read++
      tally.claims += claimCount(journey.reading)
      tally.newDocuments += saved?.isNew ? 1 : 0
      tally.newClaims += saved?.claimsAdded ?? 0
      if (saved?.isForgotten || saved?.purgedBy !== undefined) tally.keptOut++
      if (saved?.isForgotten) {
        const undo = `Run hearsay forget --undo ${saved.documentId}`
        terminal.notes.line([`Not saved: ${quoted(outcome.ref)} was forgotten on purpose. ${undo} to bring it back`])
      }
      if (saved?.purgedBy !== undefined)
        terminal.notes.line([
          `Not saved: ${quoted(outcome.ref)} was purged on purpose (${saved.purgedBy}). --anyway reads it again`
        ])
    },
    end({isInterrupted}) {
      if (options.quiet) return
      if (isInterrupted) terminal.notes.line(['Stopped. Everything that was read before is saved'])
      if (tally.read === 0)
        return tally.failed === 0 ? terminal.notes.line(['Nothing to read: no files there']) : undefined
      page.gap()
      page.line(closingWords(tally, options.destination))
      if (tally.failed > 0 && tally.failed + tally.read > 1)
        page.line([{text: `${counted(tally.failed, 'input')} could not be read`, style: 'bad'}, ' (see above)'])
    }
  }
}

interface Tally {
  readonly read: number
  readonly claims: number
  readonly newDocuments: number
  readonly newClaims: number
  /** Documents that were forgotten or purged before. */
  readonly keptOut: number
}

function closingWords(tally: Tally, destination: Destination): string[] {
  const {read, claims, newDocuments, newClaims, keptOut} = tally
  const found = `${counted(read, 'document')}, ${counted(claims, 'claim')}`
  if (destination.kind === 'nowhere') return [`Read ${found}. Nothing saved`]
  const place = shortPath(destination.path)
  if (destination.kind === 'dry-run') return [`Not saved (--dry-run): ${found}, for ${place}`]
  if (0 < keptOut && keptOut === read)
    return [`Nothing saved in ${place}: ${counted(read, 'document')} kept out on purpose`]
  if (newDocuments === 0 && newClaims === 0) return [`Nothing new: ${found}, on record already in ${place}`]
  return [`Saved in ${place}: ${counted(newDocuments, 'new document')}, ${counted(newClaims, 'new claim')}`]
}

const DATE_WIDTH = 12
const COUNTS_WIDTH = 34

function showBriefly(page: Page, {reading}: Journey, ref: string, saved: Saved | undefined): void {
  const {title, published} = reading.document
  const room = Math.max(20, page.width - DATE_WIDTH - COUNTS_WIDTH - 6)
  const counts = `${counted(reading.statements.length, 'statement')}, ${counted(claimCount(reading), 'claim')}`
  page.line([name(clip(documentName({...(title && {title}), ref}).replace(/\s+/g, ' '), room))], {
    label: quiet(padTo(published ?? 'no date', DATE_WIDTH)),
    labelWidth: DATE_WIDTH,
    right: [quiet(counts), saved ? quiet(saved.isNew ? '  new' : ' seen') : '']
  })
}

function separate(page: Page): void {
  page.gap()
  page.line([quiet('═'.repeat(Math.min(page.width, 100)))])
  page.gap()
}
