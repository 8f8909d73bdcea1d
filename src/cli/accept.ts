import type {ExitCode} from './exit-code.ts'
import {findOne, type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import type {Terminal} from './terminal.ts'

/** Say of a claim that the machine read it rightly, wrongly, or that nobody can tell. */
export async function giveVerdict(
  kind: 'accept' | 'reject' | 'unsure',
  words: string,
  options: JudgingOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    const {id} = await findOne(store, words, ['claim'], {verb: kind === 'unsure' ? 'doubt' : kind, page: terminal.page})
    const judgement = await store.judging.judge({kind, about: id, ...judgementWords(options)})
    return tellJudgement(judgement, options, terminal)
  })
}
