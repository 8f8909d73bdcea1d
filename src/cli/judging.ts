import {userInfo} from 'node:os'
import type {Judgement, JudgementWords} from '../record/judging/judgement.ts'
import type {Found, Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {showJudgement} from './page/judgement-words.ts'
import {name, quiet} from './page/page.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import type {Terminal} from './terminal.ts'

/** What every command takes by which a person judges. */
export interface JudgingOptions extends RecordOption {
  readonly why?: string
  readonly by?: string
  readonly json?: boolean
}

/** Open the record for a command that judges; what cannot be judged so is the user's to mend. */
export async function withRecord(options: RecordOption, act: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    return await act(store)
  } catch (error) {
    const {code, message} = error as {readonly code?: unknown; readonly message: string}
    if (code === 'judgement_refused') throw new CommandFailure(ExitCode.usage, message)
    if (code === 'not_on_record') throw new CommandFailure(ExitCode.notFound, message)
    throw error
  } finally {
    await store.close()
  }
}

/** Who judges, when and why. */
export function judgementWords({by, why}: JudgingOptions): JudgementWords {
  return {by: by || userName(), at: new Date().toISOString(), ...(why && {why})}
}

/** Print what was judged, and how to take it back. */
export function tellJudgement(
  judgement: Judgement | undefined,
  {json}: Pick<JudgingOptions, 'json'>,
  {page, notes, writeJson}: Terminal
): ExitCode {
  if (!judgement) {
    if (json) writeJson(null)
    notes.line(['You judged it so before: nothing was added'])
    return ExitCode.done
  }
  if (json) writeJson(judgement)
  else {
    showJudgement(page, judgement)
    if (judgement.kind !== 'undo')
      page.line([quiet(`To take it back: hearsay undo ${shortId(judgement.id)}`)], {indent: 2})
  }
  return ExitCode.done
}

/** The one thing of these kinds that goes by `words`; what else they may mean is listed where it is several. */
export async function findOne(
  store: Store,
  words: string,
  kinds: readonly Found['kind'][],
  {verb, page}: {readonly verb: string; readonly page: Terminal['page']}
): Promise<Found> {
  const found = (await store.resolve(words)).filter(({kind}) => kinds.includes(kind))
  const [only, ...others] = found
  if (!only)
    throw new CommandFailure(
      ExitCode.notFound,
      `Cannot ${verb} ${quoted(words)}: no ${kinds.join(' or ')} on record is called so`
    )
  if (others.length === 0) return only
  for (const {id, label} of found) page.line([name(label), ' ', quiet(id)], {indent: 2})
  throw new CommandFailure(
    ExitCode.ambiguous,
    `Cannot ${verb} ${quoted(words)}: it may mean any of these. Name one by its id`
  )
}

/** The one judgement whose id begins so. */
export async function findJudgement(store: Store, words: string, verb: string): Promise<Judgement> {
  const found = (await store.judging.judgements()).filter(({id}) => id.startsWith(words))
  const [only, ...others] = words.length < 'judgement-'.length + 4 ? [] : found
  if (only && others.length === 0) return only
  throw only
    ? new CommandFailure(ExitCode.ambiguous, `Cannot ${verb} ${quoted(words)}: several judgements begin so`)
    : new CommandFailure(
        ExitCode.notFound,
        `Cannot ${verb} ${quoted(words)}: no judgement on record begins so. hearsay judgements lists them`
      )
}

/** A place as an editor counts: `12:4`. */
export function readPlace(words: string): readonly [line: number, column: number] {
  const [, line, column] = /^(\d+):(\d+)$/.exec(words) ?? []
  if (line && column) return [Number(line), Number(column)]
  throw new CommandFailure(ExitCode.usage, `Cannot use ${quoted(words)} as a place: write LINE:COLUMN, such as 12:4`)
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
