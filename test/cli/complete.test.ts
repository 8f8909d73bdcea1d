import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, suite, test} from 'vitest'
import {hearsay, linesOf} from './hearsay-process.ts'

const work = mkdtempSync(join(tmpdir(), 'hearsay-complete-'))
afterAll(() => rmSync(work, {recursive: true}))

const NO_FILES = ':4'
const FILES_TOO = ':0'

suite('what fits', () => {
  test.each([
    ['a command', ['rea'], ['read', NO_FILES]],
    ['a command after a global option with its value', ['--record', 'x.db', 'sea'], ['search', NO_FILES]],
    ['an option', ['read', '--dry'], ['--dry-run', NO_FILES]],
    ['an option that every command has', ['list', '--rec'], ['--record', NO_FILES]],
    ['a value of an option', ['read', '--from', 'j'], ['jsonl', NO_FILES]],
    ['a file for an option', ['list', '--record', ''], [FILES_TOO]],
    ['a file to read', ['read', ''], [FILES_TOO]],
    ['a shell', ['complete', 'f'], ['fish', NO_FILES]],
    ['nothing for words to search for', ['search', 'har'], [NO_FILES]]
  ])('%s', (_, words, expected) => {
    const {stdout} = hearsay(['complete', '--', ...words])
    expect(linesOf(stdout).map(line => line.split('\t')[0])).toEqual(expected)
  })
})

test.each(['bash', 'zsh', 'fish'])('there is a script for %s that asks hearsay', shell => {
  const {status, stdout} = hearsay(['complete', shell])
  expect(status).toBe(0)
  expect(stdout).toContain('hearsay complete --')
})

test('a shell nobody knows is wrong usage', () => {
  expect(hearsay(['complete', 'csh']).status).toBe(2)
})

test('no script evaluates what is typed', () => {
  for (const shell of ['bash', 'zsh', 'fish']) expect(hearsay(['complete', shell]).stdout).not.toMatch(/\beval\b/)
})

test.skipIf(spawnSync('bash', ['--version']).status !== 0)(
  'bash completes commands and options with the script',
  () => {
    mkdirSync(join(work, 'bin'), {recursive: true})
    symlinkSync(new URL('../../hearsay', import.meta.url).pathname, join(work, 'bin/hearsay'))
    writeFileSync(join(work, 'script'), hearsay(['complete', 'bash']).stdout)
    const session = `source ${join(work, 'script')}
COMP_WORDS=(hearsay read --dry); COMP_CWORD=2; COMP_LINE='hearsay read --dry'; COMP_POINT=18
_hearsay
printf '%s\\n' "\${COMPREPLY[@]}"
`
    const env = {...process.env, BASH_ENV: '', PATH: `${join(work, 'bin')}:${process.env['PATH']}`}
    const {stdout} = spawnSync('bash', ['--norc'], {input: session, env, encoding: 'utf8'})
    expect(stdout).toBe('--dry-run\n')
  }
)
