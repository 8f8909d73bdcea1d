import {restoreStore} from '../record/open-store.ts'
import {ExitCode} from './exit-code.ts'
import {name} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {type RecordOption, recordPath, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface RestoreCommandOptions extends RecordOption {
  readonly replace?: boolean
}

/** Bring a backup back as the record, once all of it was found sound. */
export async function restore(file: string, options: RestoreCommandOptions, {page}: Terminal): Promise<ExitCode> {
  const replacing = options.replace ? {replacesAt: new Date().toISOString()} : {}
  const {path, kept, documentsChecked, claimsChecked} = await restoreStore(file, recordPath(options), replacing)
  const counts = `${counted(documentsChecked, 'document')} and ${counted(claimsChecked, 'claim')}`
  page.line(['Restored as ', name(shortPath(path)), `: ${counts}, all as they were saved`])
  if (kept !== undefined) page.line(['The record that was there: ', name(shortPath(kept))])
  return ExitCode.done
}
