import type {Judgement} from '../../record/judging/judgement.ts'
import type {PastJudgement} from '../../record/judging/judging-index.ts'
import type {Span} from '../../text/span.ts'
import {shortId} from '../short-id.ts'
import {exact, type Inline, name, type Page, quiet} from './page.ts'

/** The words that stand at a place, where the text is at hand. */
type WordsAt = (span: Span) => string

interface ShowOptions {
  readonly words?: WordsAt
  /** What it is about is plain from where it is shown. */
  readonly isAlone?: boolean
}

/** Columns for when a judgement was made. */
const WHEN_WIDTH = 18

/** Show one judgement: when, who, what, why, and by which judgement it was taken back. */
export function showJudgement(page: Page, judgement: PastJudgement, {words, isAlone = false}: ShowOptions = {}): void {
  const {id, at, by, why, undoneBy} = judgement
  page.line(
    [
      name(by),
      ' ',
      ...judgementWords(judgement, words),
      ...(isAlone ? [] : aboutWords(judgement)),
      why !== undefined && quiet(`: ${why}`),
      undoneBy !== undefined && quiet(` (taken back by ${shortId(undoneBy)})`)
    ],
    {
      indent: 2,
      label: quiet(at.slice(0, 16).replace('T', ' ')),
      labelWidth: WHEN_WIDTH,
      right: [quiet(shortId(id))]
    }
  )
}

/** `title: chief clerk, was clerk`. */
export function correctionWords({said}: Extract<Judgement, {kind: 'correct'}>, words?: WordsAt): Inline[] {
  const was = valueWords(said.was, words)
  return [
    quiet(`${said.field}: `),
    valueWords(said.value, words) || quiet('nothing'),
    quiet(was ? `, was ${was}` : ', was not given')
  ]
}

/** What a judgement says, in words that follow a name. */
function judgementWords(judgement: Judgement, words?: WordsAt): Inline[] {
  switch (judgement.kind) {
    case 'accept':
      return ['accepted']
    case 'reject':
      return ['rejected']
    case 'unsure':
      return ['could not tell']
    case 'correct':
      return ['corrected ', ...correctionWords(judgement, words)]
    case 'same':
      return [...mentions(judgement, 'are the same')]
    case 'different':
      return [...mentions(judgement, 'are not the same')]
    case 'is':
      return ['said that here ', ...between(judgement, 'is')]
    case 'is-not':
      return ['said that here ', ...between(judgement, 'is not')]
    case 'grade':
      return [`graded ${judgement.said.source ?? ''}${judgement.said.information ?? ''}`]
    case 'note':
      return ['noted “', judgement.said.text, '”']
    case 'tag':
      return ['tagged ', name(judgement.said.tag)]
    case 'settle':
      return [judgement.said.state === 'open' ? 'opened again' : `called ${judgement.said.state}`]
    case 'claim':
      return [`made a ${judgement.said.kind} of `, exact(`“${judgement.said.quotes.join(' … ')}”`)]
    case 'forget':
      return ['took out of sight']
    case 'undo':
      return [`took back ${shortId(judgement.undoes ?? '')}`]
    case 'purge':
      return ['purged for good']
  }
}

function mentions(judgement: Extract<Judgement, {kind: 'same' | 'different'}>, verb: string): Inline[] {
  const {one, other} = judgement.said
  return ['said that ', exact(`“${one.quote}”`), ' and ', exact(`“${other.quote}”`), ` ${verb}`]
}

function between(judgement: Extract<Judgement, {kind: 'is' | 'is-not'}>, verb: string): Inline[] {
  const {one, other} = judgement.said
  return [exact(`“${one.quote}”`), ` ${verb} `, exact(`“${other.quote}”`)]
}

function aboutWords({kind, about, said}: Judgement): Inline[] {
  if (kind === 'same' || kind === 'different') return []
  const [quote] = (said as {readonly quotes?: readonly string[]} | undefined)?.quotes ?? []
  const shown = quote !== undefined && kind !== 'claim'
  return [quiet(' · '), quiet(shortAbout(about)), shown && ' ', shown && exact(`“${quote}”`)]
}

/** The id in short, and where in it. */
function shortAbout(about: string): string {
  const [id = '', place] = about.split(':')
  return place === undefined ? shortId(id) : `${shortId(id)}:${place}`
}

function valueWords(value: unknown, words?: WordsAt): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.map(each => valueWords(each, words)).join(typeof value[0] === 'string' ? ', ' : ' … ')
  if (typeof value !== 'object') return String(value)
  const {quote, edtf, start, end} = value as {quote?: string; edtf?: string; start?: number; end?: number}
  const {part} = value as {part?: string}
  if (quote !== undefined) return part === undefined || part === 'other' ? quote : `${quote} (${part})`
  if (edtf !== undefined) return edtf
  return start !== undefined && end !== undefined ? (words?.({start, end}) ?? `${start}-${end}`) : ''
}
