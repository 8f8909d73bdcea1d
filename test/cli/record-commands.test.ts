import {existsSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'
import {sampleBytes, sampleJourney} from './sample-journey.ts'

const place = temporaryRecord()
const at = '2026-03-01T09:00:00.000Z'

beforeAll(async () => {
  const store = await place.open()
  await store.save(sampleJourney(), {bytes: sampleBytes(), at, source: 'film.txt'})
  for (const told of [HARBOUR, {...HARBOUR, title: 'Harbour vote put off'}]) {
    const journey = journeyOf(told)
    await store.save(journey, captureOf(journey))
  }
  await store.close()
})
afterAll(() => place.remove())

suite('show', () => {
  test('a path shows the document, as it was read', () => {
    const {status, stdout} = on('show', 'film.txt')
    expect(status).toBe(0)
    expect(linesOf(stdout)[0]).toBe('Harbour film shows old footage of Lind')
    expect(stdout).toContain('“We should not listen to these promises [sic],”')
    expect(stdout).toMatch(/2026-03-01 09:00 captured from film\.txt/)
  })

  test('a name, with or without case, shows roles and statements of who goes by it', () => {
    const {status, stdout} = on('show', 'oskar', 'lind')
    expect(status).toBe(0)
    expect(linesOf(stdout)[0]).toBe('Oskar Lind person')
    expect(stdout).toContain('current head, Harbour Front')
    expect(stdout).not.toContain('The Quay Courier “likely”')
  })

  test('the first characters of an id show the claim with its words marked in their context', () => {
    const [statement] = sampleJourney().reading.statements
    const {status, stdout} = on('show', statement!.id.slice(0, 18))
    expect(status).toBe(0)
    expect(stdout).toContain('“⟦We should not listen to these promises [sic],⟧” Lind said.')
    expect(stdout).toContain('Oskar Lind (speaker) ← Tide of the People (production) ← The Quay Courier (outlet)')
    expect(stdout).toContain('◇ 98 % made by hand')
  })

  test('what may mean several things lists them and ends with 5', () => {
    const {status, stdout, stderr} = on('show', 'velmora')
    expect(status).toBe(5)
    expect(stderr).toContain('it may mean any of these')
    expect(stdout).toMatch(/Harbour vote put off +doc-[\s\S]*Port of Velmora to close its old quay +doc-/)
  })

  test('a rare name that several documents use is one person, shown document by document, the newest first', () => {
    const {status, stdout} = on('show', 'Anna Marlow')
    expect(status).toBe(0)
    expect(stdout).toContain('named in 2 documents')
    expect(stdout).toMatch(/^Harbour vote put off 2025-04-02[\s\S]*^Port of Velmora to close its old quay 2025-04-02/m)
  })

  test('what is not there ends with 4', () => {
    expect(on('show', 'Nobody').status).toBe(4)
  })

  test('--json prints the reading as it was saved', () => {
    expect(JSON.parse(on('show', 'film.txt', '--json').stdout)).toEqual(sampleJourney().reading)
  })
})

suite('search', () => {
  test('shows words in context with what matches marked, and where it stands', () => {
    const {status, stdout} = on('search', 'promises', '--kind', 'statement')
    expect(status).toBe(0)
    expect(stdout).toContain('⟦promises⟧')
    expect(stdout).toMatch(/statement-[0-9a-f]{8}/)
  })

  test('finds nothing of another speaker, and ends with 4', () => {
    expect(on('search', 'promises', '--speaker', 'Anna Marlow').status).toBe(4)
  })

  test('no words a user types are an error', () => {
    for (const words of ['"', '-', 'AND OR', "'; drop table claim", '(((', '*'])
      expect([0, 4]).toContain(on('search', '--', words).status)
  })

  test('--json prints a hit a line', () => {
    const hits = linesOf(on('search', 'promises', '--json').stdout).map(line => JSON.parse(line))
    expect(hits.map(({kind}) => kind)).toContain('statement')
  })

  test('an impossible day is wrong usage', () => {
    expect(on('search', 'promises', '--from', '2024-02-31').status).toBe(2)
  })
})

suite('list', () => {
  test('documents, one a line', () => {
    expect(linesOf(on('list').stdout).map(line => line.slice(0, 30))).toEqual([
      '2025-04-02  Harbour vote put o',
      '2025-04-02  Port of Velmora to',
      '2024-03-05  Harbour film shows'
    ])
  })

  test('entities by name, claims by kind', () => {
    expect(on('list', '--entities', 'Reef Guild').stdout).toMatch(/^organisation {2}Reef Guild/)
    expect(on('list', '--claims', '--kind', 'relation').stdout).toMatch(/^relation {6}was folded into/)
  })

  test('a kind that does not exist is wrong usage', () => {
    const {status, stderr} = on('list', '--claims', '--kind', 'rumour')
    expect(status).toBe(2)
    expect(stderr).toContain('the kinds are statement, role')
  })
})

test('a forgotten document is out of sight, is listed by --undo alone, and comes back', async () => {
  const other = temporaryRecord()
  const store = await other.open()
  await store.save(sampleJourney(), {bytes: sampleBytes(), at, source: 'film.txt'})
  await store.close()
  const run = (...args: string[]) => hearsay([...args, '--record', other.path])
  const {id} = sampleJourney().document
  expect(run('forget', 'film.txt', '--why', 'a draft', '--by', 'Ada').stdout).toContain(`hearsay forget --undo ${id}`)
  expect(run('show', 'film.txt').status).toBe(4)
  expect(run('search', 'promises').status).toBe(4)
  expect(run('forget', '--undo').stdout).toMatch(/by Ada on .*: a draft/)
  expect(run('forget', '--undo', 'doc-000000').status).toBe(4)
  expect(run('forget', '--undo', id).status).toBe(0)
  expect(run('show', 'film.txt').status).toBe(0)
  expect(run('forget', '--undo').status).toBe(4)
  await other.remove()
})

suite('the record', () => {
  test('that is not there ends with 3 and is not made by looking', () => {
    const path = join(place.folder, 'absent.db')
    for (const command of [['list'], ['show', 'x'], ['search', 'x'], ['forget', 'x']])
      expect(hearsay([...command, '--record', path]).status).toBe(3)
    expect(existsSync(path)).toBe(false)
  })

  test('that is some other file ends with 3', () => {
    const path = join(place.folder, 'letter.db')
    writeFileSync(path, 'Dear record, '.repeat(100))
    const {status, stderr} = hearsay(['list', '--record', path])
    expect(status).toBe(3)
    expect(stderr).toContain('letter.db')
  })

  test('is found by HEARSAY_RECORD', () => {
    expect(hearsay(['list'], {env: {HEARSAY_RECORD: place.path}}).status).toBe(0)
  })

  test('can be read by nobody else', () => {
    expect(statSync(place.path).mode & 0o777).toBe(0o600)
  })
})

test('doctor tells path, mode, counts and soundness of the record', () => {
  const findings: {area: string; state: string; text: string}[] = JSON.parse(on('doctor', '--json').stdout).findings
  const record = findings.filter(({area}) => area === 'record')
  expect(record.map(({state}) => state)).toEqual(['good', 'good', 'good'])
  expect(record.map(({text}) => text).join('\n')).toMatch(/mode 0600\n3 documents, .*\nsound: 3 documents/)
  const network = findings.filter(({area, text}) => area === 'readers' && text.includes('network'))
  expect(network.length).toBe(1)
})

test('doctor says what could not be derived, and --rebuild makes it anew', () => {
  const broken = temporaryRecord()
  const report = join(broken.folder, 'report.txt')
  writeFileSync(report, 'Ferry to stop\n\nAnna Marlow said the ferry would stop in the winter.\n')
  const record = ['--record', broken.path]
  expect(hearsay([...record, 'read', '--brief', report]).status).toBe(0)
  const database = new DatabaseSync(broken.path)
  database.exec("create trigger broken before insert on effect begin select raise(abort, 'no such luck'); end")
  const again = join(broken.folder, 'again.txt')
  writeFileSync(again, 'Ferry to go on\n\nAnna Marlow said the ferry would go on.\n')
  const read = hearsay([...record, 'read', '--brief', again])
  expect(read.status).not.toBe(0)
  expect(read.stderr).toMatch(
    /doc-\w+ is kept, but nothing could be derived from it \(.*no such luck.*\)\. Run hearsay doctor/
  )
  expect(hearsay([...record, 'doctor']).stdout).toMatch(
    /is kept, but nothing could be derived from it: no\s+such\s+luck\s+→ Run hearsay doctor --rebuild/
  )
  database.exec('drop trigger broken')
  database.close()
  const mended = hearsay([...record, 'doctor', '--rebuild'])
  expect(mended.status).toBe(0)
  expect(mended.stdout).toContain('made anew what follows from 2 documents')
  expect(hearsay([...record, 'search', 'ferry']).stdout).toContain('Ferry to go on')
  broken.remove()
}, 60_000)

function on(...args: string[]): Ended {
  return hearsay(['--record', place.path, ...args])
}
