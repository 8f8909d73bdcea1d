import type {JudgementKind} from '../record/judging/judgement.ts'
import type {JudgementQuery} from '../record/judging/judging-index.ts'
import type {Store} from '../record/store.ts'
import {ExitCode} from './exit-code.ts'
import {findJudgement, findOne, type JudgingOptions, withRecord} from './judging.ts'
import {showConflicts, showJudgements} from './page/judgements-page.ts'
import type {Terminal} from './terminal.ts'

export interface JudgementsOptions extends JudgingOptions {
  readonly kind?: readonly JudgementKind[]
  readonly words?: string
  readonly standing?: boolean
  readonly conflicts?: boolean
}

/** List what people judged: all of it, or of one thing; or where they contradict each other. */
export async function judgements(
  words: string | undefined,
  options: JudgementsOptions,
  terminal: Terminal
): Promise<ExitCode> {
  return withRecord(options, async store => {
    const target = words === undefined ? {} : await targetOf(store, words, terminal)
    if (options.conflicts) {
      const conflicts = await store.judging.conflicts(target.document)
      if (options.json) for (const conflict of conflicts) terminal.writeJson(conflict)
      else showConflicts(terminal.page, conflicts)
      return conflicts.length > 0 ? ExitCode.done : ExitCode.notFound
    }
    const {by, kind, standing, words: sought} = options
    const found = await store.judging.judgements({
      ...target,
      ...(by !== undefined && {by}),
      ...(kind !== undefined && {kinds: kind}),
      ...(sought !== undefined && {words: sought}),
      ...(standing && {isStanding: true})
    })
    if (options.json) for (const judgement of found) terminal.writeJson(judgement)
    else showJudgements(terminal.page, found)
    return found.length > 0 ? ExitCode.done : ExitCode.notFound
  })
}

async function targetOf(
  store: Store,
  words: string,
  {page}: Terminal
): Promise<Pick<JudgementQuery, 'about' | 'document'>> {
  if (/^(?:contradiction|import|purged)-[0-9a-f]{24}$/.test(words)) return {about: words}
  if (words.startsWith('judgement-')) return {about: (await findJudgement(store, words, 'list')).id}
  const {id, kind} = await findOne(store, words, ['document', 'claim', 'entity'], {verb: 'list', page})
  return kind === 'document' ? {document: id} : {about: id}
}
