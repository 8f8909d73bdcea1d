import {existsSync, readdirSync} from 'node:fs'
import {basename, join, resolve} from 'node:path'
import {readTreebank, type Treebank} from './treebank.ts'

/**
 * The treebanks that `folder` has to measure on: `dev.conllu.gz` of each folder in it, EWT first, and every CoNLL-U file
 * (compressed or not) that lies in it itself, so that any data can be put to the same test.
 */
export function evaluationTreebanks(folder: string): Treebank[] {
  const names = readdirSync(folder).sort((a, b) => Number(b === 'ud-ewt') - Number(a === 'ud-ewt'))
  return names.flatMap(name => {
    const path = join(folder, name)
    const dev = join(path, 'dev.conllu.gz')
    if (existsSync(dev)) return [readTreebank(name, dev)]
    if (!/\.conllu(?:\.gz)?$/.test(name)) return []
    const bare = name.replace(/\.conllu(?:\.gz)?$/, '')
    return [readTreebank(bare === 'dev' ? basename(resolve(folder)) : bare, path)]
  })
}
