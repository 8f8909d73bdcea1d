import type {ExitCode} from './exit-code.ts'
import {findJudgement, type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import type {Terminal} from './terminal.ts'

/** Take a judgement back: what it changed is again as it was. */
export async function undo(words: string, options: JudgingOptions, terminal: Terminal): Promise<ExitCode> {
  return withRecord(options, async store => {
    const {id} = await findJudgement(store, words, 'undo')
    return tellJudgement(await store.judging.undo(id, judgementWords(options)), options, terminal)
  })
}
