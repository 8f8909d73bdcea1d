import {ExitCode} from './exit-code.ts'
import {openRecord, projectName} from './open-record.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import type {RecordOption} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface ProjectsOptions extends RecordOption {
  readonly json?: boolean
}

const NAME_WIDTH = 24

/** List the projects that the record holds. */
export async function projects(options: ProjectsOptions, {page, notes, writeJson}: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const found = await store.life.projects()
    if (options.json) for (const project of found) writeJson(project)
    else
      for (const {name: project, documentCount, forgottenCount, judgementCount} of found) {
        const forgotten = forgottenCount > 0 ? ` and ${forgottenCount} forgotten` : ''
        const counts = `${counted(documentCount, 'document')}${forgotten}, ${counted(judgementCount, 'judgement')}`
        const isUsed = project === (projectName(options) ?? 'default')
        page.line([counts, isUsed && quiet('  the one in use')], {label: name(project), labelWidth: NAME_WIDTH})
      }
    if (found.length === 0) notes.line(['Nothing is on record yet'])
    return found.length === 0 ? ExitCode.notFound : ExitCode.done
  } finally {
    await store.close()
  }
}
