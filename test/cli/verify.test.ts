import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, suite, test} from 'vitest'
import {CANNERY, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay} from './hearsay-process.ts'

let place: TemporaryRecord

beforeEach(async () => {
  place = temporaryRecord()
  await save(HARBOUR)
})
afterEach(() => place.remove())

suite('verify', () => {
  test('says what was found sound, and that only a checkpoint shows the rest', () => {
    const {status, stdout} = on('verify')
    expect(status).toBe(0)
    expect(stdout).toContain('✓ 1 document, 3 claims and 3 entries of the log are as they were saved')
    expect(stdout).toContain('hearsay checkpoint --to FILE')
  })

  test('names what was altered, and ends with 3', () => {
    alter(`update document set text = replace(text, 'old', 'new')`)
    const {status, stdout} = on('verify')
    expect(status).toBe(3)
    expect(stdout).toMatch(/✗ the text of document doc-\w+ was altered/)
    expect(stdout).toContain('docs/proof.md')
  })

  test('as JSON tells each checkpoint by its file', () => {
    const file = keep('kept.txt')
    const {isSound, faults, checkpoints, ...counts} = JSON.parse(on('verify', '--checkpoint', file, '--json').stdout)
    expect(counts).toEqual({format: 'hearsay-verify/1', documentsChecked: 1, claimsChecked: 3, entriesChecked: 3})
    expect({isSound, faults}).toEqual({isSound: true, faults: []})
    expect(checkpoints).toMatchObject([{file, isConsistent: true, size: 3}])
  })

  test('takes no checkpoint that is none', () => {
    writeFileSync(join(place.folder, 'words.txt'), 'words')
    expect(on('verify', '--checkpoint', join(place.folder, 'words.txt'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('it is not a text, an empty line and signatures')
    })
    expect(on('verify', '--checkpoint', join(place.folder, 'none.txt')).status).toBe(1)
  })
})

suite('checkpoint', () => {
  test('prints the four lines alone on standard output', () => {
    const {status, stdout, stderr} = on('checkpoint')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^hearsay\/[0-9a-f]{32}\/default\n3\n[\w+/]{43}=\n\n— hearsay\/\S+ [\w+/]+=*\n$/)
    expect(stderr).toContain('hearsay verify --checkpoint FILE')
    expect(stderr).toMatch(/hearsay\/\S+\/default\+[0-9a-f]{8}\+[\w+/]+=*/)
  })

  test('kept in a file holds after more was read, and gives way to the next', async () => {
    const file = keep('kept.txt')
    const before = readFileSync(file, 'utf8')
    await save(CANNERY)
    expect(on('verify', '--checkpoint', file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('kept.txt: the log begins with the 3 entries that it signed')
    })
    expect(on('checkpoint', '--to', file).stdout).toContain('Signed 6 entries')
    expect(readFileSync(file, 'utf8')).not.toBe(before)
    expect(existsSync(`${file}.new`)).toBe(false)
  })

  test('does not replace one that the record no longer holds', async () => {
    await save(CANNERY)
    const file = keep('kept.txt')
    const before = readFileSync(file, 'utf8')
    alter(
      'delete from log_hash where position >= 3 or level > 0',
      'delete from log where place > 3',
      `insert into log_hash select project, 1, 0, 'x' from log limit 1`
    )
    const {status, stderr} = on('checkpoint', '--to', file)
    expect(status).toBe(3)
    expect(stderr).toContain('the log has 3 entries and had 6: some were taken away')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  test('is not signed over a log that was rewritten', () => {
    alter(`update log set at = '2020-01-01T00:00:00.000Z'`)
    const {status, stdout, stderr} = on('checkpoint')
    expect(status).toBe(3)
    expect(stdout).toBe('')
    expect(stderr).toContain('Cannot sign the log: its 3 entries are not those that were added')
  })

  test('writes tiles into a folder', () => {
    const folder = join(place.folder, 'log')
    expect(on('checkpoint', '--tiles', folder).stdout).toContain('4 files')
    expect(readFileSync(join(folder, 'tile/0/000.p/3'))).toHaveLength(96)
  })

  test('proves one document, and nothing that is not there', () => {
    const {id} = journeyOf(HARBOUR).document
    expect(on('checkpoint', '--proof', id).stdout).toMatch(/^c2sp\.org\/tlog-proof@v1\nextra \S+\nindex 0\n/)
    expect(on('checkpoint', '--proof', '3').stdout).toMatch(/\nindex 2\n/)
    expect(on('checkpoint', '--proof', 'doc-none').status).toBe(4)
  })
})

function on(...args: string[]): Ended {
  return hearsay([...args, '--record', place.path])
}

function keep(name: string): string {
  const file = join(place.folder, name)
  expect(on('checkpoint', '--to', file).status).toBe(0)
  return file
}

async function save(told: Parameters<typeof journeyOf>[0]): Promise<void> {
  const store = await place.open()
  const journey = journeyOf(told)
  await store.save(journey, captureOf(journey))
  await store.close()
}

/** Change the file as somebody would who has it in hand. */
function alter(...statements: string[]): void {
  const raw = new DatabaseSync(place.path, {enableForeignKeyConstraints: false})
  const guards = raw.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all()
  for (const {name} of guards) raw.exec(`drop trigger ${name}`)
  for (const statement of statements) raw.exec(statement)
  for (const {sql} of guards) raw.exec(String(sql))
  raw.close()
}
