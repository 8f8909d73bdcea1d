import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import type {Copied, CopyOptions} from '../life/copied.ts'
import type {ImportSummary} from '../life/import-batch.ts'
import type {BackedUp, ProjectSummary, RecordLife} from '../life/record-life.ts'
import {backUp} from './backup.ts'
import {copyRecord} from './copy-record.ts'
import {forgetImport, listImports, unforgetImport} from './import-rows.ts'
import {listProjects} from './projects.ts'
import type {InProject} from './tables.ts'

/** The record as a thing that is kept, in one SQLite file. */
export class SqliteLife implements RecordLife {
  readonly #scope: InProject
  readonly #place: string

  constructor(scope: InProject, place: string) {
    this.#scope = scope
    this.#place = place
  }

  backup(path: string): Promise<BackedUp> {
    return backUp(this.#place, path)
  }

  copyFrom(path: string, options: CopyOptions = {}): Promise<Copied> {
    return copyRecord(this.#scope, this.#place, path, options)
  }

  projects(): Promise<ProjectSummary[]> {
    return listProjects(this.#scope.db)
  }

  imports(): Promise<ImportSummary[]> {
    return listImports(this.#scope)
  }

  forgetImport(id: string, words: JudgementWords): Promise<Judgement | undefined> {
    return forgetImport(this.#scope, id, words)
  }

  unforgetImport(id: string, words: JudgementWords): Promise<Judgement | undefined> {
    return unforgetImport(this.#scope, id, words)
  }
}
