import type {Statement} from '../reading/reading.ts'
import {findNewWords} from '../record/compare/word-differences.ts'
import type {Subject} from '../record/identity/identity-index.ts'
import type {Store, StoredClaim} from '../record/store.ts'
import type {Span} from '../text/span.ts'
import {ExitCode} from './exit-code.ts'
import {withRecord} from './judging.ts'
import {marksOf} from './marks-of.ts'
import {showStatementsOverTime} from './page/compare-page.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import {subjectAddress} from './subject-address.ts'
import type {Terminal} from './terminal.ts'

export interface CompareOptions extends RecordOption {
  readonly from?: string
  readonly to?: string
  readonly limit: number
  readonly json?: boolean
}

/** A statement among others of the same speaker, in the order of time. */
export interface StatementInTime {
  readonly claim: StoredClaim
  readonly date?: string
  /** The exact words. */
  readonly words: string
  /** The id of the earlier statement that is most like it, where one has words enough in common. */
  readonly likest?: string
  /** What that one does not say. */
  readonly differences?: readonly Span[]
}

/** What a search looks through for one name of the speaker. */
const HITS_MAX = 200
const NAMES_MAX = 5
/** Each statement is laid on so many before it. */
const LOOKED_BACK = 50

/** Show what one speaker said of something over time: dates, sources, exact words, and what changed. */
export async function compare(
  [who = '', ...words]: readonly string[],
  options: CompareOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    const address = await subjectAddress(store, who, 'compare statements of', terminal)
    const subject = (await store.identity.subject(address))!
    const claims = await statementsOf(store, subject, words.join(' '), options)
    const statements = inTime(claims).slice(-options.limit)
    if (options.json) for (const statement of statements) terminal.writeJson(statement)
    else {
      const marks = await marksOf(
        store,
        statements.map(({claim}) => claim)
      )
      showStatementsOverTime(terminal.page, subject, statements, marks)
    }
    if (statements.length === 0)
      terminal.notes.line([`No statement of ${subject.name} on record fits ${quoted(words.join(' '))}`])
    return statements.length > 0 ? ExitCode.done : ExitCode.notFound
  })
}

async function statementsOf(
  store: Store,
  subject: Subject,
  words: string,
  {from, to}: CompareOptions
): Promise<StoredClaim[]> {
  if (words === '') {
    const {items} = await store.identity.claims(subject.address, {
      kinds: ['statement', 'attitude'],
      parts: ['speaker'],
      limit: HITS_MAX
    })
    return items.filter(({document: {published = ''}}) => (!from || from <= published) && (!to || published <= to))
  }
  const ids = new Set<string>()
  for (const {name} of subject.names.slice(0, NAMES_MAX)) {
    const {hits} = await store.search.find(words, {
      kinds: ['statement', 'attitude'],
      speaker: name,
      limit: HITS_MAX,
      ...(from && {from}),
      ...(to && {to})
    })
    for (const {claim} of hits) if (claim) ids.add(claim)
  }
  const claims = await Promise.all([...ids].map(id => store.claim(id)))
  const own: StoredClaim[] = []
  for (const claim of claims) if (claim && (await isBy(store, claim, subject))) own.push(claim)
  return own
}

/** A search goes by names: whether the record takes this speaker for the subject is asked of each. */
async function isBy(store: Store, {claim, document}: StoredClaim, {address}: Subject): Promise<boolean> {
  const {speaker} = claim as Statement
  if (speaker === null) return false
  return (await store.identity.subject(`${document.id}:${speaker}`))?.address === address
}

function inTime(claims: readonly StoredClaim[]): StatementInTime[] {
  const ordered = claims
    .map(claim => ({claim, words: saidIn(claim), date: claim.document.published}))
    .toSorted((a, b) => compareWords(a.date ?? '9999', b.date ?? '9999') || compareWords(a.claim.id, b.claim.id))
  return ordered.map(({claim, words, date}, index) => {
    const likest = likestOf(words, ordered.slice(Math.max(0, index - LOOKED_BACK), index))
    return {claim, ...(date !== undefined && {date}), words, ...likest}
  })
}

/** The earlier statement that shares the most words, the last of several. */
function likestOf(
  words: string,
  before: readonly {readonly claim: StoredClaim; readonly words: string}[]
): Pick<StatementInTime, 'likest' | 'differences'> {
  const [best] = before
    .flatMap(each => {
      const found = findNewWords(each.words, words)
      return found ? [{likest: each.claim.id, ...found}] : []
    })
    .reverse()
    .sort((a, b) => b.share - a.share)
  return best ? {likest: best.likest, differences: best.spans} : {}
}

function compareWords(one: string, other: string): number {
  return one < other ? -1 : one === other ? 0 : 1
}

/** The words at the content's spans, which are part of the evidence. */
function saidIn({claim, words}: StoredClaim): string {
  const {content, evidence} = claim as Statement
  return content
    .map(({start, end}) => {
      const index = evidence.findIndex(span => span.start <= start && end <= span.end)
      const from = evidence[index]?.start ?? 0
      return words[index]?.slice(start - from, end - from) ?? ''
    })
    .join(' … ')
    .replace(/\s+/g, ' ')
}
