import type {Voice} from '../../reading/claim.ts'
import type {Alteration, Statement} from '../../reading/reading.ts'
import {claimMark} from './judgement-marks.ts'
import {exact, hedge, type Inline, joined, type Page, quiet} from './page.ts'
import {nameOf, type ReadingView, speakerOf, voiceName, wordsAt} from './reading-view.ts'

/** Columns for how deep a statement stands inside another. */
const NEST_WIDTH = 2

/** Show who said what, in the order of the text; a statement inside another stands below it, further in. */
export function showStatements(page: Page, view: ReadingView): void {
  const {statements} = view.reading
  if (statements.length === 0) return
  page.heading('Statements', statements.length)
  for (const {statement, depth} of nested(statements)) showStatement(page, view, statement, depth)
}

/** Show what somebody is reported to want, plan, feel or know, in the order of the text. */
export function showAttitudes(page: Page, view: ReadingView): void {
  const {attitudes} = view.reading
  if (attitudes.length === 0) return
  page.heading('Attitudes, and speech told less plainly', attitudes.length)
  for (const attitude of attitudes) showStatement(page, view, attitude)
}

/** Show one statement: where, who, how, and the exact words. */
export function showStatement(page: Page, view: ReadingView, statement: Statement, depth = 0): void {
  const indent = depth * NEST_WIDTH
  const {cue, polarity, kind, content, modality, altered} = statement
  const cueWords = cue.map(span => wordsAt(view, span)).join(' … ')
  const speaker = speakerOf(view, statement)
  const isBefore = /^(?:according|as per)\b/i.test(cueWords)
  page.line(isBefore ? [cueWords, ' ', speaker] : [speaker, cueWords && ' ', cueWords], {
    indent,
    label: quiet(view.lines.of(content[0])),
    labelWidth: view.whereWidth,
    right: [quiet(polarity === 'negative' ? `negative ${kind}` : kind), ' ', ...claimMark(view, statement)]
  })
  const below = {indent: indent + view.whereWidth}
  page.line(contentWords(view, statement), below)
  for (const {value, hedge: span, voice} of modality) {
    const words = [quiet('how sure  '), value, ' ', hedge(`“${wordsAt(view, span)}”`)]
    page.line([...words, quiet(` ${hedger(view, statement.voices[voice])}`)], below)
  }
  if (altered.length > 0) page.line([quiet('altered  '), ...joined(alterations(view, altered), ', ')], below)
  const through = throughWords(view, statement)
  if (through.length > 0) page.line([quiet('reported  '), ...through], below)
}

const VOICE_WORDS: Readonly<Record<Voice['kind'], string>> = {
  speaker: 'by',
  production: 'in',
  producer: 'made by',
  publisher: 'published by',
  translator: 'translated by',
  outlet: 'by',
  author: 'by'
}

/** Words of the speaker stand in quotation marks; a reporter's words for what was said stand without. */
function contentWords(view: ReadingView, {kind, content}: Statement): Inline[] {
  const quote = kind === 'direct' ? (words: string) => `“${words}”` : (words: string) => words
  return joined(
    content.map(span => exact(quote(wordsAt(view, span)))),
    ' … '
  )
}

function hedger(view: ReadingView, voice: Voice | undefined): string {
  return voice ? `by ${voiceName(view, voice)}` : ''
}

function alterations(view: ReadingView, altered: readonly Alteration[]): Inline[] {
  return altered.map(({kind, start, end}) => {
    const words = wordsAt(view, {start, end})
    return words.includes(kind) ? words : `${words} (${kind})`
  })
}

/** The links between the speaker and the document, nearest first; the document itself is at the top of the page. */
function throughWords(view: ReadingView, {voices, production, parent}: Statement): Inline[] {
  const links = voices
    .filter(({kind}) => kind !== 'outlet' && kind !== 'author')
    .slice(1)
    .map(voice => `${VOICE_WORDS[voice.kind]} ${voiceName(view, voice)}`)
  const shown = production && !voices.some(({entity}) => entity === production)
  const all = shown ? [`${VOICE_WORDS.production} ${nameOf(view, production)}`, ...links] : links
  const outer = parent ? view.statementsById.get(parent) : undefined
  if (all.length === 0 && outer) return [`inside what is said at ${view.lines.of(outer.content[0])}`]
  return joined(all, ', ')
}

/** Statements in the order of the text, each followed by those reported inside it. */
function nested(statements: readonly Statement[]): {statement: Statement; depth: number}[] {
  const ids = new Set(statements.map(({id}) => id))
  const children = Map.groupBy(statements, ({parent}) => (parent && ids.has(parent) ? parent : ''))
  const ordered: {statement: Statement; depth: number}[] = []
  const seen = new Set<string>()
  const pending = placed(children.get(''), 0)
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (seen.has(next.statement.id)) continue
    seen.add(next.statement.id)
    ordered.push(next)
    pending.push(...placed(children.get(next.statement.id), next.depth + 1))
  }
  // Statements that name each other as parents hang from nothing; they are still statements.
  const hanging = statements.filter(({id}) => !seen.has(id)).map(statement => ({statement, depth: 0}))
  return [...ordered, ...hanging]
}

/** In reverse, so that the first is popped first. */
function placed(statements: readonly Statement[] = [], depth: number): {statement: Statement; depth: number}[] {
  return statements
    .toSorted((a, b) => (b.content[0]?.start ?? 0) - (a.content[0]?.start ?? 0))
    .map(statement => ({statement, depth}))
}
