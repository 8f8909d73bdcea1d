import type {Claim, ClaimKind} from '../../reading/claim.ts'
import type {
  Assessment,
  Contrast,
  Event,
  Pointer,
  Production,
  Relation,
  Role,
  Statement
} from '../../reading/reading.ts'
import type {AnyClaim} from '../../record/store.ts'
import {assessmentWords, contrastWords, eventWords, pointerWords, relationWords} from './context-sections.ts'
import {roleWords} from './entity-sections.ts'
import {claimMark} from './judgement-marks.ts'
import {type Inline, name, type Page, quiet} from './page.ts'
import {showProduction} from './production-section.ts'
import {nameOf, type ReadingView} from './reading-view.ts'
import {showStatement} from './statement-section.ts'

/** Show what a claim of any kind says, as its section of a reading would. */
export function showOfKind(page: Page, view: ReadingView, kind: ClaimKind, claim: AnyClaim): void {
  if (kind === 'statement' || kind === 'attitude') showStatement(page, view, claim as Statement)
  else if (kind === 'production') showProduction(page, view, claim as Production)
  else showLine(page, view, kind, claim)
}

type LineKind = Exclude<ClaimKind, 'statement' | 'attitude' | 'production'>

function showLine(page: Page, view: ReadingView, kind: LineKind, claim: AnyClaim): void {
  page.line(wordsOfKind(view, kind, claim), {
    label: quiet(view.lines.of((claim as Claim).evidence[0])),
    labelWidth: view.whereWidth,
    right: claimMark(view, claim)
  })
}

function wordsOfKind(view: ReadingView, kind: LineKind, claim: AnyClaim): Inline[] {
  switch (kind) {
    case 'role':
      return [name(nameOf(view, (claim as Role).person)), quiet(' · '), ...roleWords(view, claim as Role)]
    case 'relation':
      return relationWords(view, claim as Relation)
    case 'event':
      return eventWords(view, claim as Event)
    case 'assessment':
      return assessmentWords(view, claim as Assessment)
    case 'pointer':
      return pointerWords(view, claim as Pointer)
    case 'contrast':
      return contrastWords(view, claim as Contrast)
  }
}
