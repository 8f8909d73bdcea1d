import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {MAIN} from '../cli/hearsay-process.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'hearsay-walkthrough-'))

/** A command of the page with the lines it shows below; `…` stands for lines that it leaves out. */
interface Shown {
  readonly command: string
  readonly lines: readonly string[]
}

/** One after the other in one record, as a reader of the page would type them. */
suite.skipIf(process.platform === 'win32')('the walkthrough', () => {
  beforeAll(() => {
    cpSync(join(ROOT, 'examples/walkthrough'), folder, {recursive: true})
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/hearsay'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`, {mode: 0o755})
  })
  afterAll(() => rmSync(folder, {recursive: true}))

  const shown = commandsOf(readFileSync(join(ROOT, 'docs/walkthrough.md'), 'utf8'))

  test('has the commands that its readers come for', () => {
    const used = new Set(shown.map(({command}) => command.split(' ')[1]))
    for (const wanted of [
      'read',
      'new',
      'who',
      'contradictions',
      'compare',
      'same',
      'undo',
      'correct',
      'reread',
      'verify'
    ])
      expect(used).toContain(wanted)
  })

  for (const [index, {command, lines}] of shown.entries())
    test(`${index + 1}: ${command}`, {timeout: 60_000}, () => {
      const {status, stdout, stderr} = spawnSync('/bin/sh', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          NO_COLOR: '1',
          HEARSAY_RECORD: join(folder, 'record.db'),
          PATH: join(folder, 'bin') + delimiter + process.env['PATH']
        }
      })
      // 4: nothing is on record of what was asked, which some of them show.
      expect([0, 4], stderr).toContain(status)
      const printed = `${stdout}\n${stderr}`.split('\n').map(plain)
      let from = 0
      for (const line of lines.filter(line => line !== '…')) {
        const isShown = (one: string) => (line.endsWith('…') ? one.startsWith(line.slice(0, -1).trim()) : one === line)
        const at = printed.findIndex((one, index) => from <= index && isShown(one))
        expect(
          at,
          `"${line}" is not in what it prints (from line ${from}):\n${printed.join('\n')}`
        ).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    })
})

function commandsOf(page: string): Shown[] {
  return [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
    block!
      .split(/^\$ /m)
      .slice(1)
      .map(part => {
        const [command = '', ...lines] = part.split('\n')
        return {command, lines: lines.map(plain).filter(line => line !== '')}
      })
  )
}

/** Spaces align columns; how many there are says nothing. */
function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
