import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import {csvRows} from '../../src/record/csv-import/csv-rows.ts'
import {readPlainDate} from '../../src/record/csv-import/plain-date.ts'
import {type PeopleList, readPeople} from '../../src/record/csv-import/read-people.ts'
import {readingFaults} from '../support/reading-schema.ts'
import {temporaryRecord} from '../support/temporary-record.ts'

const PEOPLE = [
  'Name,Also known as,Role,Organisation,From,Until,Born,Remarks',
  'Nadia Forsell,N. Forsell; Abu Karim,harbour master,Port of Velmora,2015-03,,3 May 1971,"said ""no"", twice"',
  'Jarle Brandt,,director,Port of Velmora,2009,2014-12-31,,',
  '"Quill, Tomas",,,Fleet Union,2012,,,=1+1'
].join('\r\n')

suite('a list of people', () => {
  test('becomes roles, relations and births, each at its cells and with its row', () => {
    const {document, reading} = readList(PEOPLE)
    expect(readingFaults(reading)).toEqual([])
    const wordsOf = (claim: {readonly evidence: readonly {start: number; end: number}[]}) =>
      claim.evidence.map(({start, end}) => document.text.slice(start, end))
    expect(reading.roles).toMatchObject([
      {title: 'harbour master', status: 'current', begun: {edtf: '2015-03'}, reason: 'row 2 of people.csv', score: 1},
      {title: 'director', status: 'former', begun: {edtf: '2009'}, ended: {edtf: '2014-12-31'}}
    ])
    expect(wordsOf(reading.roles[0]!)).toEqual(['Nadia Forsell', 'harbour master', 'Port of Velmora', '2015-03'])
    expect(reading.relations).toMatchObject([
      {kind: 'member', phrase: 'Organisation', during: {edtf: '2012/', earliest: '2012-01-01'}}
    ])
    expect(wordsOf(reading.relations[0]!)).toEqual(['Quill, Tomas', 'Fleet Union', '2012'])
    expect(reading.events).toMatchObject([{kind: 'birth', when: {edtf: '1971-05-03'}, participants: [{entity: 'e1'}]}])
    expect(reading.entities.map(({kind, names}) => [kind, names])).toEqual([
      ['person', ['Nadia Forsell', 'N. Forsell', 'Abu Karim']],
      ['organisation', ['Port of Velmora']],
      ['person', ['Jarle Brandt']],
      ['person', ['Quill, Tomas']],
      ['organisation', ['Fleet Union']]
    ])
    for (const {names, mentions} of reading.entities)
      for (const {start, end} of mentions) expect(names).toContain(document.text.slice(start, end))
  })

  test('keeps the file as it is, formulas and all, and takes part in the record like any document', async () => {
    const place = temporaryRecord()
    const store = await place.open()
    const journey = readList(PEOPLE)
    const bytes = new TextEncoder().encode(PEOPLE)
    const at = '2026-03-01T09:00:00.000Z'
    const batch = {by: 'rosa', at, what: 'import of a list'}
    expect(await store.save(journey, {bytes, source: 'people.csv', at, batch})).toMatchObject({claimCount: 4})
    expect((await store.document(journey.document.id))?.document.text).toBe(PEOPLE)
    expect(await store.reading(journey.document.id)).toEqual(journey.reading)
    expect(await store.entities({name: 'Abu Karim'})).toMatchObject([{entity: {name: 'Nadia Forsell'}, claimCount: 2}])
    expect(await store.life.imports()).toMatchObject([{what: 'import of a list', documentCount: 1}])
    expect((await store.check()).faults).toEqual([])
    await store.close()
    await place.remove()
  })

  test.each([
    ['semicolons', 'name;title\nNadia Forsell;mayor'],
    ['tabs', 'name\ttitle\nNadia Forsell\tmayor'],
    ['a byte order mark', '\ufeffname,title\nNadia Forsell,mayor'],
    ['quotation marks and line ends in cells', '"name","title"\n"Nadia Forsell","mayor\nof all"'],
    ['empty rows and short ones', 'name,title,born\n\nNadia Forsell,mayor\n,,\n']
  ])('may have %s', (_, text) => {
    const {reading} = readList(text)
    expect(reading.roles).toHaveLength(1)
    expect(reading.entities).toMatchObject([{name: 'Nadia Forsell'}])
  })

  test('tells every row that cannot be read, and is not half read', () => {
    const text =
      'name,title,begun,ended,kind\n,mayor\nAda,mayor,31.2.2020\nBo,mayor,2020,2010\nCy,,3/5/2021\nDi,,,,ghost\nEd,a,b,c,d,e'
    expect(readPeople(listOf(text))).toEqual({
      faults: [
        'row 2: it has no name',
        'row 3: begun: "31.2.2020" is no day of the calendar',
        'row 4: it ended before it began',
        expect.stringContaining('row 5: begun: "3/5/2021" may be two days'),
        expect.stringContaining('row 6: "ghost" is no kind'),
        'row 7: it has 6 cells, and the list has 5 columns'
      ]
    })
  })

  test.each([
    ['a quotation mark that is never closed', 'name,title\nAda,"mayor\n', 'row 2: a quotation mark is opened'],
    ['words behind a closed one', 'name,title\nAda,"mayor"x\n', 'row 2: after the closing quotation mark of cell 2'],
    ['no column for the name', 'title\nmayor', 'row 1: no column tells the name'],
    ['two columns for one thing', 'name,title,role\nAda,x,y', 'row 1: two columns tell the title'],
    ['nothing', '', 'row 1: there are no names of columns']
  ])('with %s is refused', (_, text, fault) => {
    expect(readPeople(listOf(text))).toEqual({faults: [expect.stringContaining(fault)]})
  })

  test('may name its columns otherwise, when that is said; what no column is known for is told', () => {
    const list = {...listOf('Nachname,Funktion,Haarfarbe\nForsell,Hafenmeisterin,rot'), mapping: new Map()}
    list.mapping.set('name', 'nachname').set('title', 'Funktion')
    const {reading} = readPeople(list) as Journey
    expect(reading.roles).toMatchObject([{title: 'Hafenmeisterin'}])
    expect(reading.notices).toMatchObject([{code: 'unread_column', text: expect.stringContaining('Haarfarbe')}])
    expect(readPeople({...list, mapping: new Map([['name', 'Vorname']])})).toMatchObject({
      faults: ['row 1: no column is called "Vorname"']
    })
  })

  test('namesakes who were born on different days are two', () => {
    const {reading} = readList('name,born,title\nAda Moro,1950,judge\nAda Moro,1980,nurse\nAda Moro,1950,senator')
    expect(reading.entities).toHaveLength(2)
    expect(reading.roles.map(({person}) => person)).toEqual(['e1', 'e2', 'e1'])
  })

  test('bodies are part of others', () => {
    const {reading} = readList('name,kind,part of\nPilot Service,body,Port of Velmora')
    expect(reading.relations).toMatchObject([{kind: 'part-of', phrase: 'part of', from: 'e1', to: 'e2'}])
  })
})

suite('rows', () => {
  test('any cells that are written come back, each at its place', () => {
    const cell = fc.string({unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '🎞'), maxLength: 6})
    fc.assert(
      fc.property(fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 5}), table => {
        const rows = [['x', 'y', 'z'], ...table]
        const text = rows.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')
        const read = csvRows(text)
        expect(read.fault).toBeUndefined()
        const kept = rows.filter(row => row.some(value => value.trim() !== ''))
        expect(read.rows.map(({cells}) => cells.map(({value}) => value))).toEqual(kept)
        for (const {cells} of read.rows)
          for (const {start, end, value} of cells) expect(text.slice(start, end).replaceAll('""', '"')).toBe(value)
      })
    )
  })

  test('no text makes them fail, and every cell lies in it', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ')}), text => {
        for (const {cells} of csvRows(text).rows)
          for (const {start, end} of cells) expect(0 <= start && start <= end && end <= text.length).toBe(true)
      })
    )
  })
})

test.each([
  ['2016-12', '2016-12'],
  ['2016~', '2016~'],
  ['3.5.2021', '2021-05-03'],
  ['2021/5/3', '2021-05-03'],
  ['25/12/2020', '2020-12-25'],
  ['12/25/2020', '2020-12-25'],
  ['4/4/2020', '2020-04-04'],
  ['3 May 2021', '2021-05-03'],
  ['May 3, 2021', '2021-05-03'],
  ['Mai 2021', '2021-05']
])('the date %s is %s', (words, edtf) => {
  expect(readPlainDate(words)).toMatchObject({edtf})
})

test.each(['soon', '3/5/2021', '31.2.2020', '2021-13-01', 'June'])('%s is no date', words => {
  expect(typeof readPlainDate(words)).toBe('string')
})

function listOf(text: string): PeopleList {
  return {ref: 'lists/people.csv', name: 'people.csv', bytes: new TextEncoder().encode(text)}
}

function readList(text: string): Journey {
  const read = readPeople(listOf(text))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read
}
