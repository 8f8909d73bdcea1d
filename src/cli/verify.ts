import {readFileSync} from 'node:fs'
import {parseCheckpoint} from '../record/proof/checkpoint.ts'
import type {CheckReport} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {type Page, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {type RecordOption, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface VerifyOptions extends RecordOption {
  readonly checkpoint?: readonly string[]
  readonly json?: boolean
}

/** Check everything on record, and the log against checkpoints that were kept elsewhere. */
export async function verify(options: VerifyOptions, {page, writeJson}: Terminal): Promise<ExitCode> {
  const files = options.checkpoint ?? []
  const checkpoints = files.map(readCheckpoint)
  const store = await openRecord(options)
  try {
    const report = await store.check({checkpoints})
    if (options.json) writeJson(jsonOf(report, files))
    else showReport(page, report, files)
    return report.isSound ? ExitCode.done : ExitCode.record
  } finally {
    await store.close()
  }
}

/** The text of a checkpoint that was kept in a file. */
export function readCheckpoint(file: string): string {
  try {
    const text = readFileSync(file, 'utf8')
    parseCheckpoint(text)
    return text
  } catch (error) {
    throw new CommandFailure(ExitCode.unreadable, `Cannot use ${shortPath(file)}: ${(error as Error).message}`)
  }
}

function jsonOf(report: CheckReport, files: readonly string[]): object {
  const {isSound, faults, entriesChecked, documentsChecked, claimsChecked, checkpoints} = report
  return {
    format: 'hearsay-verify/1',
    isSound,
    faults,
    entriesChecked,
    documentsChecked,
    claimsChecked,
    checkpoints: checkpoints.map((verdict, index) => ({file: files[index], ...verdict}))
  }
}

function showReport(page: Page, report: CheckReport, files: readonly string[]): void {
  for (const fault of report.faults) page.line([fault], {label: {text: '✗', style: 'bad'}, labelWidth: 2})
  for (const [index, {isConsistent, reason}] of report.checkpoints.entries())
    if (isConsistent) page.line([`${shortPath(files[index]!)}: ${reason}`], good)
  const {entriesChecked, documentsChecked, claimsChecked} = report
  const counts = `${counted(documentsChecked, 'document')}, ${counted(claimsChecked, 'claim')} and ${counted(entriesChecked, 'entry', 'entries')} of the log`
  if (report.isSound) page.line([`${counts} are as they were saved`], good)
  else page.line([quiet(`Looked at ${counts}. Keep this file, and go back to a copy from before: docs/proof.md`)])
  if (report.isSound && files.length === 0)
    page.line([quiet('To see later whether all of it was rewritten: hearsay checkpoint --to FILE')])
}

const good = {label: {text: '✓', style: 'good'}, labelWidth: 2} as const
