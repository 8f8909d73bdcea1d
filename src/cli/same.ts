import type {ExitCode} from './exit-code.ts'
import {type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import {mentionOf} from './same-mentions.ts'
import type {Terminal} from './terminal.ts'

/** Say that two names mean the same, or not; of one mention alone, whom it names or does not. */
export async function identify(
  kind: 'same' | 'different' | 'is' | 'is-not',
  [first = '', second = '']: readonly string[],
  options: JudgingOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    const one = await mentionOf(store, first, terminal)
    const other = await mentionOf(store, second, terminal)
    const judgement = await store.judging.judge({kind, one, other, ...judgementWords(options)})
    return tellJudgement(judgement, options, terminal)
  })
}
