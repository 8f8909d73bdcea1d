import type {EntityKind} from '../language/analysis.ts'
import type {FoundSubject} from '../record/identity/identity-index.ts'
import type {Store} from '../record/store.ts'
import {ExitCode} from './exit-code.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import {shortAddress} from './short-id.ts'
import {reportError, type Terminal} from './terminal.ts'

/** The one subject that words mean; or how the command ends, where they mean none or several. */
export async function findOneSubject(
  store: Store,
  words: string,
  terminal: Terminal,
  kinds?: readonly EntityKind[]
): Promise<FoundSubject | ExitCode> {
  const found = await store.identity.find(words, kinds ? {kinds} : {})
  const [first] = found
  if (!first) {
    terminal.notes.line([`Nothing on record is called ${quoted(words)}`])
    return ExitCode.notFound
  }
  const equal = found.filter(({match}) => match === first.match)
  if (equal.length === 1) return first
  reportError(terminal, `Cannot tell who ${quoted(words)} is: several go by that name. Name one by its address`)
  for (const {name: called, kind, address, documentCount} of equal)
    terminal.page.line([name(called), quiet(` in ${counted(documentCount, 'document')}`)], {
      indent: 2,
      label: quiet(kind),
      labelWidth: 14,
      right: [quiet(shortAddress(address))]
    })
  return ExitCode.ambiguous
}
