import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, suite, test} from 'vitest'
import {openStore} from '../../src/record/open-store.ts'
import {readingFaults} from '../support/reading-schema.ts'
import {hearsay, linesOf, MAIN} from './hearsay-process.ts'

const work = mkdtempSync(join(tmpdir(), 'hearsay-read-'))
afterAll(() => rmSync(work, {recursive: true}))

const REPORT = `Quay to close, port says

By Ida Fenn

“The old quay will close before the winter,” Anna Marlow said on Monday. She told reporters that the fleet would be moved.
`

suite('reading a file', () => {
  test('prints it and saves it; reading it again adds nothing', () => {
    const record = join(work, 'twice.db')
    const file = write('quay.txt', REPORT)
    const first = hearsay(['read', file, '--record', record, '--published', '2025-04-02'])
    expect(first.status).toBe(0)
    expect(first.stdout).toContain('“The old quay will close before the winter')
    expect(first.stdout).toMatch(/^Saved in .*twice\.db: 1 new document, \d+ new claims?$/m)
    const second = hearsay(['read', file, '--record', record, '--published', '2025-04-02'])
    expect(second.stdout).toMatch(/^Nothing new: 1 document, \d+ claims?, on record already/m)
  })

  test('from standard input is the same as from a file, but for where it came from', () => {
    const file = write('quay.txt', REPORT)
    const fromFile = JSON.parse(hearsay(['read', file, '--json']).stdout)
    const fromInput = JSON.parse(hearsay(['read', '-', '--json'], {input: REPORT}).stdout)
    expect({...fromInput, document: {...fromInput.document, ref: file}}).toEqual(fromFile)
  })

  test('--json saves nothing, and --dry-run neither', () => {
    const home = join(work, 'home')
    const env = {HOME: home, XDG_DATA_HOME: '', XDG_CACHE_HOME: join(work, 'cache'), HEARSAY_RECORD: ''}
    const file = write('quay.txt', REPORT)
    expect(hearsay(['read', file, '--json'], {env}).status).toBe(0)
    expect(hearsay(['read', file, '--dry-run'], {env}).stdout).toMatch(/^Not saved \(--dry-run\): 1 document/m)
    expect(existsSync(home)).toBe(false)
    expect(hearsay(['read', file], {env}).stdout).toContain('Saved in ~/.local/share/hearsay/record.db')
    expect(readdirSync(join(home, '.local/share/hearsay'))).toContain('record.db')
  })

  test('--json with --record saves', () => {
    const record = join(work, 'json.db')
    hearsay(['read', write('quay.txt', REPORT), '--json', '--record', record])
    expect(linesOf(hearsay(['list', '--record', record]).stdout)).toHaveLength(1)
  })

  test('brings no control character of a hostile document to the terminal', () => {
    const hostile = REPORT.replace('winter', 'win\u001b]0;owned\u0007ter \u202Edlog\u202C \u009b2J').replace(
      'Fenn',
      'F\u001b[2Jenn'
    )
    const {stdout, stderr, status} = hearsay(['read', '-', '--record', join(work, 'hostile.db')], {input: hostile})
    expect(status).toBe(0)
    expect(`${stdout}${stderr}`).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
    expect(stdout).toContain('⟨ESC⟩')
  })

  test('an impossible --published is wrong usage, and nothing is read', () => {
    const {status, stderr, stdout} = hearsay(['read', write('quay.txt', REPORT), '--published', '2025-13-40', '--json'])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('Cannot use --published "2025-13-40": it is no date')
  })
})

suite('reading many', () => {
  test('what cannot be read is named with its reason, the rest goes on, and the code says so', () => {
    const files = [
      write('quay.txt', REPORT),
      join(work, 'absent.txt'),
      write('void.txt', ''),
      write('bin', '\x7fELF\0\0\0\0')
    ]
    const {status, stdout, stderr} = hearsay(['read', ...files, '--record', join(work, 'some.db')])
    expect(status).toBe(1)
    expect(linesOf(stderr)).toHaveLength(3)
    for (const file of files.slice(1)) expect(stderr).toContain(`Cannot read "${file}": `)
    expect(stdout).toContain('1 new document')
    expect(stdout).toContain('3 inputs could not be read')
  })

  test('more than three documents are a line each, in the order of the input', () => {
    const folder = join(work, 'many')
    for (const place of ['Aberle', 'Brask', 'Corvo', 'Dunmore', 'Estrel'])
      write(`many/${place}.txt`, REPORT.replace('Quay to close', `${place} quay to close`))
    const {stdout} = hearsay(['read', folder, '--record', join(work, 'many.db'), '--workers', '3'])
    const titles = linesOf(stdout).flatMap(line => /^no date +(\w+) quay/.exec(line)?.[1] ?? [])
    expect(titles).toEqual(['Aberle', 'Brask', 'Corvo', 'Dunmore', 'Estrel'])
  })

  test('a folder without files is nothing found', () => {
    mkdirSync(join(work, 'empty'))
    expect(hearsay(['read', join(work, 'empty'), '--record', join(work, 'empty.db')]).status).toBe(4)
  })

  test('--from jsonl --json is a line out for each line in, in the same order, each within the contract', () => {
    const lines = Array.from({length: 40}, (_, i) => jsonLineNumber(i))
    const {status, stdout} = hearsay(['read', '--from', 'jsonl', '--json', '-'], {
      input: lines.map(line => `${line}\n`).join('')
    })
    const out = linesOf(stdout).map(line => JSON.parse(line))
    expect(status).toBe(1)
    expect(out.map(each => each.ref ?? each.document.ref)).toEqual(
      lines.map((_, i) => (i % 4 === 3 ? `-:${i + 1}` : `id${i}`))
    )
    expect(out.flatMap(readingFaults)).toEqual([])
  })

  test('a reader of the output that goes away ends it without a word', async () => {
    const files = Array.from({length: 12}, (_, i) => write(`pipe/${i}.txt`, REPORT.repeat(40)))
    const child = spawn(process.execPath, [MAIN, 'read', '--json', ...files])
    let stderr = ''
    child.stderr.on('data', chunk => {
      stderr += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise(resolve => child.on('close', resolve))
    expect(stderr).toBe('')
    expect(status).toBe(141)
  })

  test('Ctrl-C ends with 130 and leaves a sound record of what was read before', async () => {
    const files = Array.from({length: 200}, (_, i) => write(`stop/${i}.txt`, REPORT.replace('Monday', `Monday ${i}`)))
    const record = join(work, 'stopped.db')
    const child = spawn(process.execPath, [MAIN, 'read', '--brief', '--workers', '2', '--record', record, ...files])
    let lines = 0
    let isStopped = false
    child.stdout.on('data', chunk => {
      lines += String(chunk).split('\n').length - 1
      // Once: a second one would end the command at once, as a second Ctrl-C should.
      if (lines >= 3 && !isStopped) isStopped = child.kill('SIGINT')
    })
    expect(await new Promise(resolve => child.on('close', resolve))).toBe(130)
    const store = await openStore(record)
    const [{documents}, {isSound}] = [await store.stats(), await store.check()]
    await store.close()
    expect(isSound).toBe(true)
    expect(documents).toBeGreaterThanOrEqual(3)
    expect(documents).toBeLessThan(200)
  })
})

/** Of four lines one is a page, one a text, one a text of nothing and one no JSON. */
function jsonLineNumber(i: number): string {
  const id = `id${i}`
  return [
    JSON.stringify({id, html: `<h1>Quay ${i}</h1><p>“We close it,” Anna Marlow said.</p>`}),
    JSON.stringify({id, text: REPORT, published: '2025-04'}),
    JSON.stringify({id, text: ' '}),
    `{"id":"${id}", broken`
  ][i % 4]!
}

function write(name: string, text: string): string {
  const path = join(work, name)
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, text)
  return path
}
