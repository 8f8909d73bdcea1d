import type {Claim} from '../../reading/claim.ts'
import type {JudgedClaim} from '../../record/judging/judging-index.ts'
import type {StoredClaim} from '../../record/store.ts'
import type {Span} from '../../text/span.ts'
import {documentName} from './document-name.ts'
import {claimMark, markWords} from './judgement-marks.ts'
import {correctionWords, showJudgement} from './judgement-words.ts'
import {hedge, type Inline, joined, name, type Page, quiet} from './page.ts'
import {type ReadingView, voiceName, wordsAt} from './reading-view.ts'
import {showOfKind} from './show-of-kind.ts'

const LABEL_WIDTH = 14
/** Enough before and after the words to judge them by. */
const CONTEXT_LENGTH = 300

/** Show one claim alone: what it says, its words in context, whose word it is, how sure, why, where it comes from, and what people made of it. */
export function showClaim(page: Page, view: ReadingView, stored: ClaimToShow): void {
  const {claim, claimKind, document, id} = stored
  page.line([{text: claimKind, style: 'heading'}, quiet(` ${id}`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  showOfKind(page, view, claimKind, claim)
  page.heading('In context')
  page.line(contextOf(view, claim.evidence), {
    label: quiet(view.lines.of(claim.evidence[0])),
    labelWidth: view.whereWidth
  })
  page.heading('Whose word, and how sure')
  const field = (label: string, content: readonly Inline[]) =>
    page.line(content, {indent: 2, label: quiet(label), labelWidth: LABEL_WIDTH})
  field('voices', voicesOf(view, claim))
  field('polarity', [claim.polarity])
  for (const {voice, value, hedge: span, scope} of claim.modality)
    field(value, [
      hedge(`“${wordsAt(view, span)}”`),
      quiet(` by ${claim.voices[voice] ? voiceName(view, claim.voices[voice]) : 'nobody named'}, about `),
      wordsAt(view, scope)
    ])
  const mark = view.marks.get(id)
  const isRead = stored.firstReadAt !== ''
  if (isRead) field('machine', [...claimMark(view, claim), ' ', (mark?.machine ?? claim).reason])
  field('judged', mark ? markWords(mark) : [quiet('by nobody yet')])
  for (const judgement of mark?.judgements ?? [])
    if (judgement.kind === 'correct')
      field(
        '',
        correctionWords(judgement, span => wordsAt(view, span))
      )
  page.heading('Where it comes from')
  field('document', [name(documentName(document)), quiet(` ${document.id}`)])
  field('source', [document.ref])
  field('published', [document.published ?? quiet('not known')])
  if (isRead) {
    field('first read', [stored.firstReadAt.slice(0, 16).replace('T', ' ')])
    field('reader', [`Hearsay ${view.reading.reader.version}`, quiet(` run ${stored.run}`)])
  }
  if (!stored.isSupported) field('unsupported', ['the newest reader no longer finds this'])
  const {history = []} = stored
  if (history.length === 0) return
  page.heading('What people judged of it', history.length)
  for (const judgement of history) showJudgement(page, judgement, {words: span => wordsAt(view, span), isAlone: true})
}

/** A claim with its history, where it was asked for. */
export type ClaimToShow = StoredClaim & Partial<Pick<JudgedClaim, 'history'>>

/** The nearest voice first, each link saying how it passes the words on. */
function voicesOf(view: ReadingView, {voices}: Claim): Inline[] {
  if (voices.length === 0) return [quiet('none named')]
  return joined(
    voices.map(voice => `${voiceName(view, voice)} (${voice.kind})`),
    ' ← '
  )
}

function contextOf(view: ReadingView, evidence: readonly Span[]): Inline[] {
  const {text} = view.reading.document
  const spans = [...evidence].sort((a, b) => a.start - b.start)
  const first = spans[0]?.start ?? 0
  const last = Math.max(first, ...spans.map(({end}) => end))
  const from = contextStart(text, first)
  const to = contextEnd(text, last)
  const pieces: Inline[] = [from > 0 && text[from - 1] !== '\n' && quiet('… ')]
  let position = from
  for (const {start, end} of spans) {
    if (end <= position) continue
    pieces.push(text.slice(position, start), {text: text.slice(Math.max(start, position), end), style: 'match'})
    position = end
  }
  return [...pieces, text.slice(position, to), to < text.length && text[to] !== '\n' && quiet(' …')]
}

/** The start of the paragraph, or of a word not too far before. */
function contextStart(text: string, start: number): number {
  const earliest = Math.max(0, start - CONTEXT_LENGTH)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (start === 0 || earliest <= lineStart) return start === 0 ? 0 : lineStart
  const space = text.indexOf(' ', earliest)
  return 0 <= space && space < start ? space + 1 : earliest
}

/** The end of the paragraph, or of a word not too far after. */
function contextEnd(text: string, end: number): number {
  const latest = Math.min(text.length, end + CONTEXT_LENGTH)
  const lineEnd = text.indexOf('\n', end)
  if (0 <= lineEnd && lineEnd <= latest) return lineEnd
  if (latest === text.length) return latest
  const space = text.lastIndexOf(' ', latest)
  return end < space ? space : latest
}
