import {showContext} from './context-sections.ts'
import {showDocumentHead} from './document-head.ts'
import {showEntities} from './entity-sections.ts'
import {legendWords} from './judgement-marks.ts'
import {showKeptApart, showNotices} from './kept-apart.ts'
import type {Page} from './page.ts'
import {quiet} from './page.ts'
import {showProductions} from './production-section.ts'
import {claimCount, type ReadingView} from './reading-view.ts'
import {showAttitudes, showStatements} from './statement-section.ts'

/** Show everything that was read in one document, in the order a person asks: what is it, what is shown, who said what, who is who. */
export function showReading(page: Page, view: ReadingView): void {
  showDocumentHead(page, view)
  if (claimCount(view.reading) > 0) showLegend(page, view)
  showProductions(page, view)
  showStatements(page, view)
  showAttitudes(page, view)
  showEntities(page, view)
  showContext(page, view)
  showKeptApart(page, view)
  showNotices(page, view)
}

function showLegend(page: Page, view: ReadingView): void {
  page.gap()
  page.line([quiet(legendWords(view))])
}
