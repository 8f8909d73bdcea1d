import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay} from './hearsay-process.ts'

const place = temporaryRecord()
const file = join(place.folder, 'people.csv')

afterAll(() => place.remove())

test('a list with faults is told row by row, and nothing of it is saved', () => {
  writeFileSync(file, 'name,title,begun\nAda Moro,mayor,soon\n,clerk,2020\n')
  const {status, stderr} = on('import', file)
  expect(status).toBe(1)
  expect(stderr).toContain('row 2: begun: "soon" is no date')
  expect(stderr).toContain('row 3: it has no name')
  expect(stderr).toContain('Nothing was imported: 2 faults to mend first')
  expect(on('list').status).toBe(3)
})

test('a list is saved once, with its columns as they are told, and can be taken back', () => {
  writeFileSync(file, 'name,Amt,begun\nAda Moro,mayor,2020-05\n')
  expect(on('import', file, '--column', 'title=Amt', '--dry-run').stdout).toContain('Not saved (--dry-run)')
  expect(on('import', file, '--column', 'title=Amt').stdout).toContain(': 1 name, 1 role, 0 relations')
  expect(on('import', file, '--column', 'title=Amt').stdout).toContain('Nothing new')
  expect(on('list', '--claims').stdout).toMatch(/role +Ada Moro … mayor … 2020-05/)
  expect(on('imports').stdout).toMatch(/import of a list by .+1 document/)
  expect(on('import', file, '--column', 'colour=Amt')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the fields are name, aliases')
  })
  expect(on('import', join(place.folder, 'none.csv'))).toMatchObject({status: 1})
})

function on(...args: string[]): Ended {
  return hearsay([...args, '--record', place.path])
}
