import type {IdentityConflict} from '../record/identity/identity-index.ts'
import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {name, type Page, quiet} from './page/page.ts'
import {quoted} from './page/safe-text.ts'
import {showProposal} from './page/subject-page.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import type {Terminal} from './terminal.ts'

export interface ProposalsOptions extends RecordOption {
  readonly limit: number
  readonly json?: boolean
}

/** List who may be the same, and judgements of it that are not followed; of whoever goes by `words`, or of all. */
export async function proposals(words: string, options: ProposalsOptions, terminal: Terminal): Promise<ExitCode> {
  const {limit, json} = options
  const store = await openRecord(options)
  try {
    const subjects = words === '' ? [] : await store.identity.find(words)
    if (words !== '' && subjects.length === 0) {
      terminal.notes.line([`Nobody on record is called ${quoted(words)}`])
      return ExitCode.notFound
    }
    const lists =
      words === ''
        ? [await store.identity.proposals({limit})]
        : await Promise.all(subjects.map(({address}) => store.identity.proposals({address, limit})))
    const found = [...new Map(lists.flat().map(each => [`${each.one.address} ${each.other.address}`, each])).values()]
    const shown = found.sort((a, b) => b.score - a.score).slice(0, limit)
    const conflicts = words === '' ? await store.identity.conflicts() : []
    if (json) for (const each of [...shown, ...conflicts]) terminal.writeJson(each)
    else {
      if (shown.length > 0) terminal.page.heading('May be the same', shown.length)
      for (const proposal of shown) showProposal(terminal.page, proposal)
      if (conflicts.length > 0) terminal.page.heading('Overruled by newer judgements', conflicts.length)
      for (const conflict of conflicts) showConflict(terminal.page, conflict)
      if (shown.length + conflicts.length === 0)
        terminal.notes.line(['Nobody on record may be somebody else, as far as the machine can tell'])
    }
    return ExitCode.done
  } finally {
    await store.close()
  }
}

function showConflict(page: Page, {overruled, one, other}: IdentityConflict): void {
  const {kind, by, at, why, id} = overruled
  page.line(
    [
      name(by),
      quiet(` said on ${at.slice(0, 10)}: `),
      `${one.name} ${WORDS[kind] ?? kind} ${other.name}`,
      ...(why ? [quiet(`, because ${why}`)] : [])
    ],
    {
      indent: 2,
      right: [quiet(shortId(id))]
    }
  )
  page.line([quiet('newer judgements say otherwise: undo one of them')], {indent: 4})
}

const WORDS: Readonly<Record<string, string>> = {same: 'is', is: 'is', different: 'is not', 'is-not': 'is not'}
