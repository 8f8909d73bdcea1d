import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {hearsay, linesOf} from './hearsay-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-check-'))
const speech = join(folder, 'speech.txt')
writeFileSync(speech, 'Of course we will gladly rebuild the bridge.\nWe will not, however, pay for the gates.\n')
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('check', () => {
  test('what stands there word for word ends with 0 and says where', () => {
    const {status, stdout} = hearsay(['check', 'pay for the gates', speech])
    expect(status).toBe(0)
    expect(stdout).toMatch(/exact +\S*speech\.txt 2:23\n/)
  })

  test('what is altered ends with 6 and shows the difference', () => {
    const {status, stdout} = hearsay(['check', 'We will pay for the gates', speech])
    expect(status).toBe(6)
    expect(stdout).toContain('We will ⟦not, however⟧, pay for the gates')
    expect(stdout).toMatch(/left out +“not, however”\n/)
  })

  test('a quote that says what it leaves out is altered as marked', () => {
    expect(hearsay(['check', 'we will … rebuild the bridge', speech]).stdout).toContain('altered, as marked')
  })

  test('what was never said ends with 4', () => {
    expect(hearsay(['check', 'nobody asked the fishermen', speech]).status).toBe(4)
  })

  test('one file that has the words is enough', () => {
    const other = join(folder, 'other.txt')
    writeFileSync(other, 'The ferry is late.\n')
    expect(hearsay(['check', 'the ferry is late', speech, other]).status).toBe(0)
  })

  test('--quotes checks every line, --json gives an object for each', () => {
    const quotes = join(folder, 'quotes.txt')
    writeFileSync(quotes, 'we will gladly rebuild\n\nWe will pay\n')
    const {status, stdout} = hearsay(['check', '--quotes', quotes, '--json', '-'], {
      input: 'And we will gladly  rebuild.\n'
    })
    expect(linesOf(stdout).map(line => JSON.parse(line).status)).toEqual(['normalised', 'not-found'])
    expect(status).toBe(4)
  })

  test('a page is read as a page', () => {
    const page = '<!doctype html><html><body><p>And we <b>will gladly</b> rebuild.</p></body></html>'
    expect(hearsay(['check', 'we will gladly rebuild', '-'], {input: page}).status).toBe(0)
  })

  test('a file that is missing ends with 1, no file or no words with 2', () => {
    expect(hearsay(['check', 'we will', join(folder, 'none.txt')]).status).toBe(1)
    expect(hearsay(['check', 'we will']).status).toBe(2)
    expect(hearsay(['check', '…', speech]).status).toBe(2)
  })
})
