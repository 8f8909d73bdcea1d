import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import type {Terminal} from './terminal.ts'

export interface ImportsOptions extends RecordOption {
  readonly json?: boolean
}

const TIME_WIDTH = 18

/** List what came in together, the last first. */
export async function imports(options: ImportsOptions, {page, notes, writeJson}: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const found = await store.life.imports()
    for (const each of found) {
      if (options.json) {
        writeJson(each)
        continue
      }
      const {id, at, by, what, documentCount, forgottenBy} = each
      const state = forgottenBy === undefined ? '' : ', forgotten'
      page.line([name(what), quiet(` by ${by}`)], {
        label: quiet(at.slice(0, 16).replace('T', ' ')),
        labelWidth: TIME_WIDTH,
        right: [quiet(`${counted(documentCount, 'document')}${state}  ${shortId(id)}`)]
      })
    }
    if (found.length === 0) notes.line(['Nothing was imported yet'])
    return found.length === 0 ? ExitCode.notFound : ExitCode.done
  } finally {
    await store.close()
  }
}
