import {spawnSync} from 'node:child_process'
import {chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, suite, test} from 'vitest'

const LAUNCHER = new URL('../../hearsay', import.meta.url).pathname
const work = mkdtempSync(join(tmpdir(), 'hearsay-launcher-'))
afterAll(() => rmSync(work, {recursive: true}))

suite.skipIf(process.platform === 'win32')('the launcher', () => {
  test('refuses an older Node, says which it found and what to do, and ends with 69', () => {
    const {status, stderr, stdout} = launch(install('old', {onPath: 'v20.20.2'}))
    expect(status).toBe(69)
    expect(stdout).toBe('')
    expect(stderr).toContain('Node 24 or newer is needed')
    expect(stderr).toContain('is v20.20.2')
    expect(stderr).toContain('npm ci')
  })

  test('says the same where there is no Node at all', () => {
    const {status, stderr} = launch(install('none', {}))
    expect(status).toBe(69)
    expect(stderr).toContain('there is none')
  })

  test('takes the Node that npm brought before the one on PATH', () => {
    const {stdout} = launch(install('both', {brought: 'v24.1.0', onPath: 'v26.0.0'}), 'list', '--limit', '2')
    expect(stdout).toMatch(/^v24\.1\.0 ran .*src\/cli\/main\.ts list --limit 2$/m)
  })

  test('passes over an older Node that npm brought, for a newer one on PATH', () => {
    expect(launch(install('mixed', {brought: 'v22.9.0', onPath: 'v25.3.0'})).stdout).toMatch(/^v25\.3\.0 ran /)
  })

  test('passes over a file that does not answer to --version', () => {
    expect(launch(install('broken', {brought: '', onPath: 'v24.0.0'})).stdout).toMatch(/^v24\.0\.0 ran /)
  })

  test('runs the built program where there is no source', () => {
    expect(launch(install('built', {onPath: 'v24.0.0', main: 'dist/cli/main.js'})).stdout).toMatch(
      /dist\/cli\/main\.js$/m
    )
  })

  test('works through symbolic links and from any folder, names with spaces included', () => {
    const {root, path} = install('with space', {onPath: 'v24.0.0'})
    symlinkSync(join(root, 'hearsay'), join(work, 'first link'))
    symlinkSync('first link', join(work, 'second link'))
    const {stdout} = spawnSync(join(work, 'second link'), ['read', 'my file.txt'], {
      cwd: '/',
      env: {PATH: path},
      encoding: 'utf8'
    })
    expect(stdout).toBe(`v24.0.0 ran ${root}/src/cli/main.ts read my file.txt\n`)
  })

  test('passes the exit code on', () => {
    const place = install('code', {onPath: 'v24.0.0'})
    expect(launch(place, 'exit-7').status).toBe(7)
  })
})

interface Place {
  readonly root: string
  readonly path: string
}

/** A copy of the launcher with stand-ins for Node that print what they were asked to run; '' answers nothing. */
function install(
  name: string,
  {brought, onPath, main = 'src/cli/main.ts'}: {brought?: string; onPath?: string; main?: string}
): Place {
  const root = join(work, name)
  mkdirSync(join(root, main, '..'), {recursive: true})
  writeFileSync(join(root, main), '')
  writeFileSync(join(root, 'package-lock.json'), '{}')
  cpSync(LAUNCHER, join(root, 'hearsay'))
  if (brought !== undefined) standIn(join(root, 'node_modules/node/bin'), brought)
  if (onPath !== undefined) standIn(join(root, 'bin'), onPath)
  return {root, path: `${join(root, 'bin')}:${toolsFolder()}`}
}

function standIn(folder: string, version: string): void {
  mkdirSync(folder, {recursive: true})
  const script = `#!/bin/sh
case $1 in --version) echo '${version}'; exit ;; esac
case $2 in exit-7) exit 7 ;; esac
echo "${version} ran $*"
`
  writeFileSync(join(folder, 'node'), script)
  chmodSync(join(folder, 'node'), 0o755)
}

/** The few tools that the launcher needs, without the Node that may stand beside them. */
function toolsFolder(): string {
  const folder = join(work, 'tools')
  mkdirSync(folder, {recursive: true})
  for (const tool of ['dirname', 'readlink', 'sh', 'env']) {
    const {stdout} = spawnSync('sh', ['-c', `command -v ${tool}`], {encoding: 'utf8'})
    try {
      symlinkSync(stdout.trim(), join(folder, tool))
    } catch {}
  }
  return folder
}

function launch({root, path}: Place, ...args: string[]) {
  return spawnSync(join(root, 'hearsay'), args, {cwd: '/', env: {PATH: path}, encoding: 'utf8'})
}
