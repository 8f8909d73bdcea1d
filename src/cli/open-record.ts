import {openStore} from '../record/open-store.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {quoted, visible} from './page/safe-text.ts'
import {type RecordOption, recordPath, shortPath} from './record-path.ts'

/** Open the record that the options name, for the project that they name; an upgrade is told on standard error. */
export async function openRecord(options: RecordOption, {create = false} = {}): Promise<Store> {
  const path = recordPath(options)
  const project = projectName(options)
  return openStore(path, {
    create,
    ...(project !== undefined && {project}),
    onUpgrade: ({kept}) =>
      process.stderr.write(
        visible(`${shortPath(path)} was of an older Hearsay and is upgraded. As it was before: ${shortPath(kept)}\n`)
      )
  })
}

/** `--project`, else `$HEARSAY_PROJECT`; undefined for the one that every record has. */
export function projectName({project}: RecordOption): string | undefined {
  const named = project ?? (process.env['HEARSAY_PROJECT'] || undefined)
  // Names are printed, exported and compared: what looks the same must be the same.
  if (named !== undefined && !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,62}$/u.test(named.normalize('NFC')))
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot use project ${quoted(named)}: a name has letters, digits, spaces, dots, - and _, begins with a letter or digit, and has 63 characters at most`
    )
  return named?.normalize('NFC')
}
