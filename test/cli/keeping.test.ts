import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'

const place = temporaryRecord()
const backup = join(place.folder, 'monday.db')
const restored = join(place.folder, 'restored.db')

beforeAll(async () => {
  for (const [project, title] of [
    [undefined, 'Quay to close'],
    ['harbour', 'Cranes to be sold']
  ] as const) {
    const store = await place.open(project)
    const journey = journeyOf({...HARBOUR, title})
    await store.save(journey, captureOf(journey))
    await store.close()
  }
})
afterAll(() => place.remove())

suite('projects', () => {
  test('--project and HEARSAY_PROJECT say which one a command sees', () => {
    expect(on('list').stdout).toMatch(/Quay to close/)
    expect(on('list').stdout).not.toMatch(/Cranes/)
    expect(on('list', '--project', 'harbour').stdout).toMatch(/Cranes to be sold/)
    expect(hearsay(['list', '--record', place.path], {env: {HEARSAY_PROJECT: 'harbour'}}).stdout).toMatch(/Cranes/)
    expect(on('list', '--project', 'nothing there')).toMatchObject({status: 4})
  })

  test('are listed with what they hold', () => {
    const {status, stdout} = on('projects', '--project', 'harbour')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^default +1 document, 0 judgements$/m)
    expect(stdout).toMatch(/^harbour +1 document, 0 judgements +the one in use$/m)
  })

  test.each(['', ' harbour', '../x', 'a\nb', '-x', 'x'.repeat(64)])('cannot be called %j', project => {
    const {status, stderr} = on('list', '--project', project)
    expect(status).toBe(2)
    expect(stderr).toContain('Cannot use project')
  })

  test('every command that opens the record honours --project', () => {
    const openers = globSync('src/cli/*.ts').filter(file => readFileSync(file, 'utf8').includes('openStore('))
    expect(openers).toEqual(['src/cli/open-record.ts'])
  })
})

suite('backup and restore', () => {
  test('say what was copied, and never over anything', () => {
    const {status, stdout} = on('backup', backup)
    expect(status).toBe(0)
    expect(stdout).toContain('2 documents and 6 claims are in it as they were saved')
    expect(on('backup', backup)).toMatchObject({status: 3, stderr: expect.stringContaining('is there already')})
  })

  test('bring a record back where there is none, and elsewhere only when asked', () => {
    const first = hearsay(['restore', backup, '--record', restored])
    expect(first).toMatchObject({status: 0, stdout: expect.stringContaining('2 documents and 6 claims')})
    expect(hearsay(['restore', backup, '--record', restored])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('Give --replace')
    })
    const again = hearsay(['restore', backup, '--record', restored, '--replace'])
    expect(again).toMatchObject({status: 0, stdout: expect.stringMatching(/The record that was there: .*replaced-2/)})
    expect(hearsay(['verify', '--record', restored]).status).toBe(0)
  })
})

suite('imports', () => {
  const record = ['--record', join(place.folder, 'imports.db')]
  const folder = join(place.folder, 'reports')

  test('each read that brings something is one, with its folder, and can be taken back', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'quay.txt'), '“The quay will close,” Anna Marlow said.\n')
    expect(hearsay(['imports', ...record]).status).toBe(3)
    expect(hearsay(['read', folder, '--quiet', ...record]).status).toBe(0)
    expect(hearsay(['read', folder, '--quiet', ...record]).status).toBe(0)
    const lines = linesOf(hearsay(['imports', '--json', ...record]).stdout).map(line => JSON.parse(line))
    expect(lines).toMatchObject([{what: `read ${folder}`, documentCount: 1}])
    const [{id}] = lines
    expect(hearsay(['forget', id.slice(0, 15), '--why', 'the wrong folder', ...record])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 document that came with it alone')
    })
    expect(hearsay(['list', ...record]).status).toBe(4)
    expect(hearsay(['imports', ...record]).stdout).toMatch(/1 document, forgotten +import-/)
    const hidden = hearsay(['forget', '--undo', join(folder, 'quay.txt'), ...record])
    expect(hidden.status).not.toBe(0)
    expect(hidden.stderr).toContain(`it is hidden with ${id}, which brought it`)
    expect(hidden.stderr).toContain(`hearsay forget --undo ${id}`)
    expect(hearsay(['forget', '--undo', id, ...record]).stdout).toContain('Brought back: 1 document')
    expect(hearsay(['list', ...record]).status).toBe(0)
    expect(hearsay(['forget', 'import-ffffffff', ...record])).toMatchObject({status: 4})
  })
})

suite('copy', () => {
  test('says what came, and a second time that nothing did', () => {
    const args = ['copy', place.path, '--record', join(place.folder, 'joint.db')]
    const first = hearsay([...args, '--from-project', 'harbour'])
    expect(first).toMatchObject({status: 0, stdout: expect.stringContaining(': 1 document, 1 capture, 1 reading\n')})
    expect(hearsay([...args, '--from-project', 'harbour']).stdout).toContain('Nothing new')
    expect(hearsay([...args, '--from-project', 'quay'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('It has "default", "harbour": name one with --from-project')
    })
    expect(JSON.parse(hearsay([...args, '--json']).stdout)).toMatchObject({documents: 1, known: 0})
  })
})

function on(...args: string[]): Ended {
  return hearsay([...args, '--record', place.path])
}
