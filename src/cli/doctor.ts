import {existsSync, statSync} from 'node:fs'
import type {ModelHead} from '../language/model-file.ts'
import type {Models} from '../language/models.ts'
import {loadModels} from '../models.ts'
import {RecordUnusable} from '../record/record-errors.ts'
import type {CaughtUp, CheckReport, StoreStats} from '../record/store.ts'
import {ExitCode} from './exit-code.ts'
import {type Page, quiet, type Style} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {type RecordOption, recordPath, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'
import {packageVersion} from './version.ts'

export interface DoctorOptions extends RecordOption {
  readonly json?: boolean
  /** Make anew what is derived from the documents on record, before it is looked at. */
  readonly rebuild?: boolean
}

/** One thing that was looked at. */
interface Finding {
  readonly area: 'runtime' | 'models' | 'readers' | 'record'
  readonly state: 'good' | 'note' | 'bad'
  readonly text: string
  /** What to do about it. */
  readonly fix?: string
}

/** Check the runtime, the models, the readers and the record, and say what to do about what is not in order. */
export async function doctor(options: DoctorOptions, {page, writeJson}: Terminal): Promise<ExitCode> {
  const findings = [
    ...(await lookAtRuntime()),
    ...lookAtModels(),
    ...(await lookAtReaders()),
    ...(await lookAtRecord(options))
  ]
  if (options.json) writeJson({format: 'hearsay-doctor/1', version: packageVersion(), findings})
  else showFindings(page, findings)
  const bad = findings.filter(({state}) => state === 'bad')
  if (bad.length === 0) return ExitCode.done
  return bad.every(({area}) => area === 'record') ? ExitCode.record : ExitCode.unavailable
}

async function lookAtRuntime(): Promise<Finding[]> {
  const {DatabaseSync} = await import('node:sqlite')
  const database = new DatabaseSync(':memory:')
  const {version} = database.prepare('select sqlite_version() as version').get() as {version: string}
  const hasSearch = database.prepare("select sqlite_compileoption_used('ENABLE_FTS5') as used").get() as {used: number}
  database.close()
  const good = (text: string): Finding => ({area: 'runtime', state: 'good', text})
  return [
    good(`Hearsay ${packageVersion()}`),
    good(`Node ${process.versions.node}, ${shortPath(process.execPath)}`),
    good(`${process.platform} ${process.arch}`),
    hasSearch.used === 1
      ? good(`SQLite ${version} with full text search`)
      : {
          area: 'runtime',
          state: 'bad',
          text: `SQLite ${version} lacks full text search`,
          fix: 'Use the Node that npm ci brings'
        }
  ]
}

/** Every stage that needs a model. */
const STAGES = ['sentences', 'encoder', 'names', 'chains', 'attributions', 'ties'] as const

function lookAtModels(): Finding[] {
  const fix = 'Install Hearsay again; in a checkout, npm run train makes them'
  try {
    const models: Partial<Models> = loadModels()
    return STAGES.map(stage => modelFinding(stage, models[stage]?.head, fix))
  } catch (error) {
    return [{area: 'models', state: 'bad', text: (error as Error).message, fix}]
  }
}

function modelFinding(stage: string, head: ModelHead | undefined, fix: string): Finding {
  if (!head) return {area: 'models', state: 'bad', text: `${stage}: there is no such model`, fix}
  const {name, version, licence, trained, scores} = head
  const figures = Object.entries(scores).map(([measure, score]) => `${measure} ${Math.round(score * 1000) / 1000}`)
  const text = `${name} ${version}, ${licence}, trained ${trained}${figures.length > 0 ? `: ${figures.join(', ')}` : ''}`
  return {area: 'models', state: 'good', text}
}

/** Only reading something shows that readers can be started and shut in on this machine. */
async function lookAtReaders(): Promise<Finding[]> {
  const [{openReaderPool}, {DEFAULT_LIMITS, showBytes}, {networkIsClosed}] = await Promise.all([
    import('../sandbox/reader-pool.ts'),
    import('../sandbox/limits.ts'),
    import('../sandbox/child-options.ts')
  ])
  const pool = openReaderPool({size: 1})
  const began = performance.now()
  try {
    await pool.read({ref: 'trial', bytes: new TextEncoder().encode('“All is well,” the doctor said.\n')})
    const {timeMs, memoryBytes} = DEFAULT_LIMITS
    return [
      {
        area: 'readers',
        state: 'good',
        text: `a trial was read in ${Math.round(performance.now() - began)} ms, in a process that may not write, nor read your files`
      },
      {
        area: 'readers',
        state: 'good',
        text: networkIsClosed()
          ? 'they have no network at all'
          : 'they open no connection, but this system does not cut them off from the network'
      },
      {area: 'readers', state: 'good', text: `each document may take ${timeMs / 1000} s and ${showBytes(memoryBytes)}`}
    ]
  } catch (error) {
    return [
      {
        area: 'readers',
        state: 'bad',
        text: (error as Error).message,
        fix: 'Run npm ci again; if that does not help, report this'
      }
    ]
  } finally {
    await pool.close()
  }
}

async function lookAtRecord(options: DoctorOptions): Promise<Finding[]> {
  const path = recordPath(options)
  if (!existsSync(path))
    return [{area: 'record', state: 'note', text: `${shortPath(path)}: none yet; hearsay read makes it`}]
  const {openRecord} = await import('./open-record.ts')
  try {
    const store = await openRecord(options)
    try {
      const rebuilt = options.rebuild ? rebuiltFindings(await store.deriveAgain()) : []
      return [
        ...modeFindings(path),
        ...rebuilt,
        ...statsFindings(await store.stats()),
        ...checkFindings(await store.check())
      ]
    } finally {
      await store.close()
    }
  } catch (error) {
    if (!(error instanceof RecordUnusable)) throw error
    return [{area: 'record', state: 'bad', text: error.message}]
  }
}

function modeFindings(path: string): Finding[] {
  const mode = statSync(path).mode & 0o777
  const text = `${shortPath(path)}, mode ${mode.toString(8).padStart(4, '0')}`
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [{area: 'record', state: 'good', text}]
  return [{area: 'record', state: 'bad', text: `${text}: others can read it`, fix: `Run chmod 600 ${path}`}]
}

function statsFindings(stats: StoreStats): Finding[] {
  const claims = Object.values(stats.claims).reduce((sum, count) => sum + count, 0)
  const forgotten = stats.forgottenDocuments > 0 ? ` (${stats.forgottenDocuments} forgotten)` : ''
  const size = `${(stats.byteCount / 1024 / 1024).toFixed(1)} MiB`
  return [
    {
      area: 'record',
      state: 'good',
      text: `${counted(stats.documents, 'document')}${forgotten}, ${counted(claims, 'claim')}, ${counted(stats.runs, 'run')}, ${size}, schema ${stats.schemaVersion}`
    }
  ]
}

function rebuiltFindings({derived}: CaughtUp): Finding[] {
  return [{area: 'record', state: 'good', text: `made anew what follows from ${counted(derived, 'document')}`}]
}

function checkFindings({isSound, faults, documentsChecked, claimsChecked}: CheckReport): Finding[] {
  const looked = `${counted(documentsChecked, 'document')} and ${counted(claimsChecked, 'claim')} checked against their hashes`
  if (isSound) return [{area: 'record', state: 'good', text: `sound: ${looked}`}]
  return faults.map(text => ({area: 'record', state: 'bad', text, fix: fixOf(text)}))
}

/** What is kept is at fault unless the fault itself says that it can be made anew. */
function fixOf(fault: string): string {
  if (fault.includes('--rebuild')) return 'Nothing that is kept is lost by it'
  if (fault.includes('nothing could be derived'))
    return 'Run hearsay doctor --rebuild, with a newer Hearsay if there is one'
  return 'Keep this file, and go back to a copy from before'
}

const MARKS: Readonly<Record<Finding['state'], {mark: string; style: Style}>> = {
  good: {mark: '✓', style: 'good'},
  note: {mark: '·', style: 'quiet'},
  bad: {mark: '✗', style: 'bad'}
}

function showFindings(page: Page, findings: readonly Finding[]): void {
  let area = ''
  for (const finding of findings) {
    if (finding.area !== area) {
      if (area) page.gap()
      area = finding.area
      page.line([{text: area, style: 'heading'}])
    }
    const {mark, style} = MARKS[finding.state]
    page.line([finding.text], {indent: 2, label: {text: mark, style}, labelWidth: 2})
    if (finding.fix) page.line([quiet('→ '), finding.fix], {indent: 4})
  }
}
