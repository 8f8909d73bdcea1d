import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {edtfBounds} from '../language/edtf.ts'
import type {Journey} from '../pipeline.ts'
import {FIELDS, type Field} from '../record/csv-import/columns.ts'
import {readPeople} from '../record/csv-import/read-people.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {importWords} from './import-words.ts'
import {explainFileError} from './inputs.ts'
import {openRecord} from './open-record.ts'
import {name, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import {type RecordOption, recordPath, shortPath} from './record-path.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface ImportOptions extends RecordOption {
  readonly column?: readonly string[]
  readonly published?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Save what a list of people and bodies tells: all of it, or nothing where a row cannot be read. */
export async function importList(file: string, options: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const {published} = options
  if (published !== undefined && !edtfBounds(published))
    throw new CommandFailure(ExitCode.usage, `Cannot use --published ${quoted(published)}: it is no date`)
  const bytes = await readFile(file).catch(error => {
    throw new CommandFailure(ExitCode.unreadable, explainFileError(file, error))
  })
  const list = {ref: file, name: basename(file), bytes, mapping: mappingOf(options.column ?? [])}
  const read = readPeople({...list, ...(published !== undefined && {published})})
  if ('faults' in read) return tellFaults(read.faults, file, terminal)
  for (const {text} of read.document.notices) terminal.notes.line([text])
  if (options.json) terminal.writeJson(read.reading)
  if (options.dryRun) return tell(read, 'Not saved (--dry-run)', options, terminal)
  return save(read, bytes, file, options, terminal)
}

async function save(
  journey: Journey,
  bytes: Uint8Array,
  file: string,
  options: ImportOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const store = await openRecord(options, {create: true})
  try {
    const batch = {...importWords([]), what: 'import of a list'}
    const saved = await store.save(journey, {bytes, source: file, at: batch.at, batch})
    if (saved.isForgotten || saved.purgedBy !== undefined) {
      const undo = saved.purgedBy === undefined ? `forget --undo ${saved.documentId}` : `undo ${saved.purgedBy}`
      terminal.notes.line([`Not saved: ${quoted(file)} was taken out on purpose. hearsay ${undo} brings it back`])
      return ExitCode.done
    }
    const isNew = saved.runAdded || saved.captureAdded
    return tell(journey, isNew ? 'Saved' : 'Nothing new: on record already', options, terminal)
  } finally {
    await store.close()
  }
}

function tell({reading}: Journey, what: string, options: ImportOptions, {page}: Terminal): ExitCode {
  if (options.json) return ExitCode.done
  const {entities, roles, relations, events} = reading
  const counts = [
    counted(entities.length, 'name'),
    counted(roles.length, 'role'),
    counted(relations.length, 'relation'),
    counted(events.length, 'birth or death', 'births and deaths')
  ]
  page.line([`${what} in `, name(shortPath(recordPath(options))), `: ${counts.join(', ')}`])
  page.line([quiet('Each stands as this list has it, with its row: no better and no worse than the list')])
  return ExitCode.done
}

function tellFaults(faults: readonly string[], file: string, terminal: Terminal): ExitCode {
  for (const fault of faults) reportError(terminal, `Cannot read ${quoted(basename(file))}: ${fault}`)
  terminal.notes.line([`Nothing was imported: ${counted(faults.length, 'fault')} to mend first`])
  return ExitCode.unreadable
}

/** `title=Funktion`: the column that is called Funktion tells the title. */
function mappingOf(columns: readonly string[]): Map<Field, string> {
  return new Map(
    columns.map(words => {
      const [field = '', ...names] = words.split('=')
      if (!(FIELDS as readonly string[]).includes(field) || names.length === 0)
        throw new CommandFailure(
          ExitCode.usage,
          `Cannot use --column ${quoted(words)}: write FIELD=NAME, and the fields are ${FIELDS.join(', ')}`
        )
      return [field as Field, names.join('=')]
    })
  )
}
