import type {Copied} from '../record/life/copied.ts'
import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {name, type Page, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {type RecordOption, recordPath, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface CopyCommandOptions extends RecordOption {
  readonly fromProject?: string
  readonly json?: boolean
}

/** Add to the record what another one holds. */
export async function copy(
  file: string,
  options: CopyCommandOptions,
  {page, notes, writeJson}: Terminal
): Promise<ExitCode> {
  const store = await openRecord(options, {create: true})
  try {
    const {fromProject} = options
    const copied = await store.life.copyFrom(file, {...(fromProject !== undefined && {fromProject})})
    if (options.json) writeJson({format: 'hearsay-copy/1', ...copied})
    else showCopied(page, copied, file, recordPath(options))
    for (const {document, purgedBy} of copied.keptOut)
      notes.line([`Not copied: ${document} was purged here. hearsay undo ${purgedBy} and copying again brings it back`])
    for (const document of copied.purgedThere)
      notes.line([`${document} was purged there and is still here. hearsay purge ${document} purges it here too`])
    return ExitCode.done
  } finally {
    await store.close()
  }
}

function showCopied(page: Page, copied: Copied, file: string, place: string): void {
  const {documents, captures, runs, judgements, imports, known} = copied
  const added = [
    counted(documents, 'document'),
    counted(captures, 'capture'),
    counted(runs, 'reading'),
    counted(judgements, 'judgement'),
    counted(imports, 'import')
  ].filter(count => !count.startsWith('0 '))
  if (added.length === 0) page.line([`Nothing new: all of ${shortPath(file)} is in ${shortPath(place)} already`])
  else page.line(['Copied into ', name(shortPath(place)), `: ${added.join(', ')}`])
  if (added.length > 0 && known > 0)
    page.line([quiet(`${counted(known, 'entry', 'entries')} of its log were here already`)])
}
