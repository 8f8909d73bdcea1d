import type {InformationGrade, SourceGrade} from '../record/judging/judgement.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findJudgement, findOne, type JudgingOptions, judgementWords, tellJudgement, withRecord} from './judging.ts'
import {quoted} from './page/safe-text.ts'
import type {Terminal} from './terminal.ts'

/** Write a note, or put a tag, to anything on record. */
export async function annotate(
  kind: 'note' | 'tag',
  [words, ...text]: readonly string[],
  options: JudgingOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    const about = await anything(store, words ?? '', kind, terminal)
    const written = text.join(' ')
    const judgement = await store.judging.judge({
      about,
      ...(kind === 'note' ? {kind, text: written} : {kind, tag: written}),
      ...judgementWords(options)
    })
    return tellJudgement(judgement, options, terminal)
  })
}

/** Grade a source, information, or both: `B2`. */
export async function grade(
  [words, grades = '']: readonly string[],
  options: JudgingOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const [, source, information] = /^([A-F])?([1-6])?$/i.exec(grades) ?? []
  if (source === undefined && information === undefined)
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot grade ${quoted(grades)}: write A to F for the source, 1 to 6 for the information, or both, such as B2`
    )
  return withRecord(options, async store => {
    const {id} = await findOne(store, words ?? '', ['claim', 'document'], {verb: 'grade', page: terminal.page})
    const judgement = await store.judging.judge({
      kind: 'grade',
      about: id,
      ...(source !== undefined && {source: source.toUpperCase() as SourceGrade}),
      ...(information !== undefined && {information: Number(information) as InformationGrade}),
      ...judgementWords(options)
    })
    return tellJudgement(judgement, options, terminal)
  })
}

/** Contradictions and imports are named by their whole ids. */
async function anything(store: Store, words: string, verb: string, {page}: Terminal): Promise<string> {
  if (/^(?:contradiction|import)-[0-9a-f]{24}$/.test(words)) return words
  if (words.startsWith('judgement-')) return (await findJudgement(store, words, verb)).id
  return (await findOne(store, words, ['document', 'claim', 'entity'], {verb, page})).id
}
