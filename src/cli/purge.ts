import type {Found, Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne, type JudgingOptions, judgementWords, withRecord} from './judging.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import type {Terminal} from './terminal.ts'

export interface PurgeOptions extends JudgingOptions {
  readonly yes?: boolean
}

/** Take a document away for good, with all that came of it. */
export async function purge(words: string, options: PurgeOptions, terminal: Terminal): Promise<ExitCode> {
  const {page, writeJson} = terminal
  return withRecord(options, async store => {
    const {id, label} = await documentCalled(store, words, terminal)
    if (!options.yes) {
      const judged = await store.judging.judgements({document: id})
      page.line(['This takes away for good: ', name(label), quiet(` ${id}`)])
      page.line([
        'its text, its bytes, all that was read in it, and ',
        counted(judged.length, 'judgement'),
        ' about it'
      ])
      throw new CommandFailure(
        ExitCode.usage,
        'Cannot purge without --yes: nobody can bring it back. hearsay forget hides it instead'
      )
    }
    const {judgement, claimCount, judgementCount, isErased} = await store.judging.purge(id, judgementWords(options))
    if (options.json) writeJson({judgement, claimCount, judgementCount, isErased})
    else {
      page.line(['Purged, with ', counted(claimCount, 'claim'), ' and ', counted(judgementCount, 'judgement')])
      page.line([
        quiet(`What remains is ${judgement.id}, which keeps it out. Copies and backups made before still have it`)
      ])
    }
    if (!isErased)
      terminal.notes.line([
        'Another program has the record open: traces may stay in its files until that one closes it. Then run hearsay verify'
      ])
    return ExitCode.done
  })
}

const DOCUMENT_ID = /^doc-[0-9a-f]{24}$/

/** Also one that is out of sight, and, by its whole id, one whose purge was stopped before every trace was erased. */
async function documentCalled(store: Store, words: string, {page}: Terminal): Promise<Found> {
  const hidden = await store.resolve(words, {isForgotten: true})
  if (hidden.length === 1) return hidden[0]!
  const isGone = DOCUMENT_ID.test(words) && (await store.resolve(words)).length === 0
  if (isGone) return {kind: 'document', id: words, label: words}
  return findOne(store, words, ['document'], {verb: 'purge', page})
}
