import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {type RecordOption, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'

/** Copy the record, while it may be in use, into a file that is checked before it gets its name. */
export async function backup(file: string, options: RecordOption, {page}: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const {path, byteCount, documentsChecked, claimsChecked} = await store.life.backup(file)
    const size = `${(byteCount / 1024 / 1024).toFixed(1)} MiB`
    page.line(['Backed up in ', name(shortPath(path)), quiet(`, ${size}`)])
    page.line([
      `${counted(documentsChecked, 'document')} and ${counted(claimsChecked, 'claim')} are in it as they were saved`
    ])
    page.line([quiet('It holds everything the record holds, its key too: keep it where you would keep the record')])
    return ExitCode.done
  } finally {
    await store.close()
  }
}
