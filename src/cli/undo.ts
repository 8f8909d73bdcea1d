import type {Judgement} from '../record/judging/judgement.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findJudgement, type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import {quoted} from './page/safe-text.ts'
import type {Terminal} from './terminal.ts'

/** Take a judgement back: what it changed is again as it was. `last` is the last one of the same person that stands. */
export async function undo(words: string, options: JudgingOptions, terminal: Terminal): Promise<ExitCode> {
  return withRecord(options, async store => {
    const own = judgementWords(options)
    const {id} = words === 'last' ? await lastOf(store, own.by) : await findJudgement(store, words, 'undo')
    return tellJudgement(await store.judging.undo(id, own), options, terminal)
  })
}

async function lastOf(store: Store, by: string): Promise<Judgement> {
  const standing = await store.judging.judgements({by, isStanding: true})
  const last = standing.findLast(({kind}) => kind !== 'undo' && kind !== 'purge')
  if (last) return last
  throw new CommandFailure(ExitCode.notFound, `Cannot undo the last judgement of ${quoted(by)}: none of theirs stands`)
}
