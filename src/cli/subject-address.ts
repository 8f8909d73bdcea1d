import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {name, quiet} from './page/page.ts'
import {quoted} from './page/safe-text.ts'
import {shortAddress} from './short-id.ts'
import type {Terminal} from './terminal.ts'

/** The address of the one subject that goes by these words; where they may mean several, they are listed. */
export async function subjectAddress(store: Store, words: string, verb: string, {page}: Terminal): Promise<string> {
  const found = await store.identity.find(words)
  const best = found.filter(({match}) => match === found[0]?.match)
  const [only, ...others] = best
  if (!only)
    throw new CommandFailure(ExitCode.notFound, `Cannot ${verb} ${quoted(words)}: nobody on record is called so`)
  if (others.length === 0) return only.address
  for (const {name: called, kind, address, documentCount} of best)
    page.line([name(called), quiet(` ${kind}, in ${documentCount} documents, ${shortAddress(address)}`)], {indent: 2})
  throw new CommandFailure(
    ExitCode.ambiguous,
    `Cannot ${verb} ${quoted(words)}: it may mean any of these. Name one by its address`
  )
}
