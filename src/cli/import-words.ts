import {statSync} from 'node:fs'
import type {ImportWords} from '../record/life/import-batch.ts'
import {judgementWords} from './judging.ts'
import {counted} from './page/reading-view.ts'

/**
 * Who reads these inputs now. Folders are named, and files only counted: the name of a single file may be what gives a source
 * away, and a purge of its document could not take it from here.
 */
export function importWords(inputs: readonly string[]): ImportWords {
  const {by, at} = judgementWords({})
  const folders = inputs.filter(isFolder)
  const files = inputs.length - folders.length
  const counts = files === 0 ? [] : [counted(files, files === 1 && inputs.includes('-') ? 'pipe' : 'file')]
  return {by, at, what: `read ${[...folders, ...counts].join(', ')}`}
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}
