import type {ContradictionKind} from '../record/compare/comparison.ts'
import type {Contradiction, ContradictionQuery, ContradictionState} from '../record/compare/contradiction-index.ts'
import type {Store, StoredClaim} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne, type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import {marksOf} from './marks-of.ts'
import {showContradiction, showContradictions} from './page/contradiction-page.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import {subjectAddress} from './subject-address.ts'
import type {Terminal} from './terminal.ts'

export interface ContradictionsOptions extends RecordOption {
  readonly state?: readonly ContradictionState[]
  readonly kind?: readonly ContradictionKind[]
  readonly document?: string
  readonly limit: number
  readonly json?: boolean
}

/** List contradictions: all, those about somebody, or those in a document; or show one. */
export async function contradictions(
  words: string,
  options: ContradictionsOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    if (words.startsWith('contradiction-')) return showOne(store, words, options, terminal)
    const {
      items,
      cursor,
      isCapped = false
    } = await store.contradictions.find(await queryOf(store, words, options, terminal))
    if (options.json) for (const item of items) terminal.writeJson(item)
    else {
      const marks = await marksOf(store, items.flatMap(sidesOf))
      showContradictions(terminal.page, items, {hasMore: cursor !== undefined, isCapped, marks})
    }
    if (items.length === 0) terminal.notes.line(['Nothing on record contradicts anything here'])
    return items.length > 0 ? ExitCode.done : ExitCode.notFound
  })
}

export interface SettleOptions extends JudgingOptions {
  readonly state: ContradictionState
}

/** Say that a contradiction is explained, resolved, or open again. It stays on record. */
export async function settle(words: string, options: SettleOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.state === 'explained' && !options.why)
    throw new CommandFailure(ExitCode.usage, 'Cannot explain a contradiction without saying how: give --why')
  return withRecord(options, async store => {
    const {id} = await findContradiction(store, words)
    const judgement = await store.judging.judge({
      kind: 'settle',
      about: id,
      state: options.state,
      ...judgementWords(options)
    })
    return tellJudgement(judgement, options, terminal)
  })
}

async function queryOf(
  store: Store,
  words: string,
  {state, kind, document, limit}: ContradictionsOptions,
  terminal: Terminal
): Promise<ContradictionQuery> {
  const subject = words === '' ? undefined : await subjectAddress(store, words, 'find contradictions of', terminal)
  const within =
    document === undefined
      ? undefined
      : await findOne(store, document, ['document'], {verb: 'find contradictions in', page: terminal.page})
  return {
    limit,
    ...(subject !== undefined && {subject}),
    ...(within && {document: within.id}),
    ...(state && {states: state}),
    ...(kind && {kinds: kind})
  }
}

async function showOne(store: Store, words: string, {json}: ContradictionsOptions, {page, writeJson}: Terminal) {
  const found = await findContradiction(store, words)
  if (json) writeJson(found)
  else showContradiction(page, found, await marksOf(store, sidesOf(found)))
  return ExitCode.done
}

function sidesOf({earlier, later}: Contradiction): StoredClaim[] {
  return [earlier, later]
}

const ID_LENGTH_MIN = 'contradiction-'.length + 4
const LOOKED_THROUGH = 1000

/** The one contradiction whose id is this, or begins so. */
async function findContradiction(store: Store, words: string): Promise<Contradiction> {
  const exact = await store.contradictions.get(words)
  if (exact) return exact
  const found: Contradiction[] = []
  let cursor: string | undefined
  do {
    const page = await store.contradictions.find({limit: LOOKED_THROUGH, ...(cursor !== undefined && {cursor})})
    found.push(...page.items.filter(({id}) => ID_LENGTH_MIN <= words.length && id.startsWith(words)))
    cursor = page.cursor
  } while (cursor !== undefined && found.length < 2)
  const [only, ...others] = found
  if (only && others.length === 0) return only
  throw only
    ? new CommandFailure(ExitCode.ambiguous, `Cannot settle ${quoted(words)}: several contradictions begin so`)
    : new CommandFailure(
        ExitCode.notFound,
        `Cannot find contradiction ${quoted(words)}: none on record begins so. hearsay contradictions lists them`
      )
}
