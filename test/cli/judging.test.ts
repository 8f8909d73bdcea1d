import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'
import {sampleBytes, sampleJourney} from './sample-journey.ts'

const place = temporaryRecord()
const at = '2026-03-01T09:00:00.000Z'
const harbour = journeyOf(HARBOUR)
const film = sampleJourney()
const [promises, denied] = film.reading.statements.map(({id}) => id) as [string, string]
const role = film.reading.roles[0]!.id

beforeAll(async () => {
  const store = await place.open()
  await store.save(film, {bytes: sampleBytes(), at, source: 'film.txt'})
  await store.save(harbour, captureOf(harbour, 'harbour.txt'))
  await store.close()
})
afterAll(() => place.remove())

suite('verdicts', () => {
  test('an accepted claim keeps its score, and says who accepted it and why', () => {
    const {status, stdout} = on('accept', promises.slice(0, 18), '--by', 'rosa', '--why', 'heard the film')
    expect(status).toBe(0)
    expect(stdout).toMatch(/rosa accepted · statement-[0-9a-f]{8}/)
    expect(stdout).toMatch(/To take it back: hearsay undo judgement-[0-9a-f]{8}/)
    const page = on('show', promises).stdout
    expect(page).toContain('machine       ✓ 98 % made by hand')
    expect(page).toContain('judged        ✓ accepted by rosa')
    expect(page).toMatch(/What people judged of it 1\n.*rosa accepted: heard the film/)
    expect(on('show', 'film.txt').stdout).toContain('✓ accepted')
  })

  test('to say so again adds nothing', () => {
    const {status, stderr} = on('accept', promises, '--by', 'rosa')
    expect(status).toBe(0)
    expect(stderr).toContain('nothing was added')
  })

  test('a rejected claim stands apart on the page of its document, and comes back by undo', () => {
    const judgement = JSON.parse(on('reject', denied, '--by', 'piet', '--json').stdout)
    expect(judgement).toMatchObject({kind: 'reject', about: denied, by: 'piet', said: {kind: 'statement'}})
    const page = on('show', 'film.txt').stdout
    expect(page).toContain('Statements 2')
    expect(page).toMatch(/Rejected 1\n.*statement-[0-9a-f]{8} ✗ 91 %/)
    expect(on('show', denied).stdout).toContain('✗ rejected by piet')
    expect(on('undo', judgement.id.slice(0, 18), '--by', 'rosa').status).toBe(0)
    expect(on('show', 'film.txt').stdout).toContain('Statements 3')
    expect(on('undo', judgement.id).stderr).toContain('nothing was added')
  })

  test('what nobody can tell keeps its place, with a question mark', () => {
    on('unsure', role, '--by', 'rosa')
    expect(on('show', 'Oskar Lind').stdout).toContain('? 88 %')
  })

  test('what is not there ends with 4', () => {
    expect(on('accept', 'statement-00000000').status).toBe(4)
    expect(on('undo', 'judgement-00000000').status).toBe(4)
    expect(on('undo', 'j').status).toBe(4)
  })
})

suite('corrections', () => {
  test('a field of a claim, with what it was', () => {
    const {stdout} = on('correct', role, 'begun', '2019-05', '--by', 'rosa')
    expect(stdout).toContain('rosa corrected begun: 2019-05, was not given')
    expect(on('show', role).stdout).toContain('begun 2019-05')
    on('correct', role, 'begun', '--empty', '--by', 'rosa')
    expect(on('show', role).stdout).not.toMatch(/begun 2019-05 +✎/)
  })

  test('a speaker, by words of the document', () => {
    on('correct', denied, 'speaker', 'Harbour Front', '--at', '5:5', '--by', 'rosa')
    expect(on('show', denied).stdout).toContain('Harbour Front (speaker) ← The Quay Courier (outlet)')
  })

  test('the date of a document, with how it was read', () => {
    on('correct', 'film.txt', 'published', '2024-03-09', '--by', 'rosa')
    const {stdout} = on('show', 'film.txt')
    expect(stdout).toContain('2024-03-09 as corrected by rosa, read as 2024-03-05')
    expect(stdout).toContain('observed 2024-03-09')
    expect(on('list').stdout).toMatch(/2024-03-09 +Harbour film/)
  })

  test('who took part in an event, of a claim that a person made', () => {
    const words = ['--event', '--words', 'the old quay will close', '--by', 'rosa']
    const {id} = JSON.parse(on('claim', 'harbour.txt', ...words, '--json').stdout)
    const [event] = linesOf(on('list', '--claims', '--document', 'harbour.txt', '--kind', 'event', '--json').stdout)
    const made = JSON.parse(event!)
    expect(made).toMatchObject({isMade: true, claim: {participants: []}})
    expect(on('list', '--claims', '--document', 'harbour.txt').stdout).toMatch(/◆ made +event-/)
    const {stdout} = on('correct', made.id, 'participants', 'agent: harbour office; Jörg Ebersøn', '--by', 'rosa')
    expect(stdout).toContain('corrected participants: harbour office (agent)')
    expect(on('show', made.id).stdout).toContain('Jörg Ebersøn')
    on('undo', id)
  })

  test('what cannot be corrected is wrong usage, and says what can', () => {
    const wrong = on('correct', role, 'colour', 'blue')
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('what can be corrected is person, title, organisation, status')
    expect(on('correct', role, 'begun', 'soon').stderr).toContain('it is no date')
    expect(on('correct', role, 'begun').status).toBe(2)
    expect(on('correct', denied, 'speaker', 'Nobody Here').stderr).toContain('the document does not say that')
  })
})

suite('claims of one’s own', () => {
  test('stand on the page of their document, with the sign of a person', () => {
    const {status, stdout} = on(
      ...['claim', 'harbour.txt', '--role', '--words', 'the harbour office', '--person', 'Anna Marlow'],
      ...['--title', 'clerk', '--begun', '2020', '--by', 'rosa']
    )
    expect(status).toBe(0)
    expect(stdout).toContain('rosa made a role of “the harbour office”')
    const page = on('show', 'harbour.txt').stdout
    expect(page).toMatch(/clerk · begun 2020.* ◆ made/)
    expect(page).toContain('◆ made by a person')
    const [, id = ''] = /(role-[0-9a-f]{8})/.exec(on('search', 'clerk', '--kind', 'role').stdout) ?? []
    expect(on('show', id).stdout).toContain('judged        ◆ made by rosa')
  })

  test('words that stand more than once have to be told apart', () => {
    const words = ['claim', 'harbour.txt', '--statement', '--words', 'Anna Marlow', '--by', 'rosa']
    const {status, stderr} = on(...words)
    expect(status).toBe(2)
    expect(stderr).toContain('it stands at 3:1, 5:1')
    expect(on(...words, '--at', '5:1').status).toBe(0)
    expect(on(...words, '--at', '4:1').stderr).toContain('Cannot find “Anna Marlow” at 4:1: it stands at 3:1, 5:1')
    expect(on('claim', 'harbour.txt', '--role', '--event').status).toBe(2)
    expect(on('claim', 'harbour.txt', '--role', '--words', 'winter').stderr).toContain('without person')
  })
})

suite('who is whom', () => {
  test('two names are the same, and two again by undo', () => {
    const {status, stdout} = on('same', 'Jörg Ebersøn', 'Oskar Lind', '--by', 'rosa', '--json')
    expect(status).toBe(0)
    const {id, said} = JSON.parse(stdout)
    expect(said).toMatchObject({one: {quote: 'Jörg Ebersøn'}, other: {quote: 'Oskar Lind'}})
    expect(on('different', 'Oskar Lind', `${harbour.document.id}:e2`, '--by', 'piet').status).toBe(0)
    expect(on('judgements', '--conflicts').stdout).toContain('one takes them for the same, another does not')
    expect(on('undo', id).status).toBe(0)
  })

  test('a single mention is, or is not, somebody', () => {
    const mention = 'harbour.txt:5:1'
    expect(on('isnt', mention, 'Anna Marlow').status).toBe(0)
    expect(on('is', mention, 'Jörg Ebersøn').stdout).toContain('said that here “Anna Marlow” is “Jörg Ebersøn”')
    expect(on('show', 'harbour.txt').stdout).toMatch(/Jörg Ebersøn +2 mentions/)
    expect(on('is', 'harbour.txt:3:20', 'Jörg Ebersøn').stderr).toContain('nobody is named there')
    expect(on('same', 'Nobody', 'Jörg Ebersøn').status).toBe(4)
  })
})

suite('notes, tags and grades', () => {
  test('of somebody stand on their page', () => {
    expect(on('note', 'Oskar Lind', 'ask', 'his', 'deputy', '--by', 'rosa').status).toBe(0)
    expect(on('show', 'Oskar Lind').stdout).toMatch(/Judged by people \d\n[\s\S]*rosa noted “ask his deputy”/)
  })

  test('are found by what they say and what they are about', () => {
    expect(on('note', 'film.txt', 'ask', 'for', 'the reel', '--by', 'rosa').status).toBe(0)
    expect(on('tag', role, 'to check', '--by', 'rosa').status).toBe(0)
    expect(on('grade', 'film.txt', 'b2', '--by', 'piet').stdout).toContain('piet graded B2')
    expect(linesOf(on('judgements', '--words', 'REEL').stdout)[0]).toBe('1 judgement')
    expect(linesOf(on('judgements', '--kind', 'tag', '--json').stdout)).toHaveLength(1)
    expect(on('judgements', 'film.txt', '--by', 'piet', '--standing').stdout).toContain('graded B2')
    expect(on('grade', 'film.txt', 'Z9').status).toBe(2)
    expect(on('judgements', '--words', 'nothing like it').status).toBe(4)
  })
})

suite('purge', () => {
  test('asks first, then takes a document away and keeps it out', () => {
    expect(on('purge', 'harbour.txt').status).toBe(2)
    const {status, stdout} = on('purge', 'harbour.txt', '--yes', '--why', 'court order', '--by', 'rosa')
    expect(status).toBe(0)
    expect(stdout).toMatch(/Purged, with 3 claims and \d+ judgements/)
    expect(on('show', 'harbour.txt').status).toBe(4)
    expect(on('judgements', '--kind', 'purge').stdout).toContain('rosa purged for good')
    expect(on('verify').status).toBe(0)
  })

  test('asked for again by the id of the document, goes on to erase what is left of it', () => {
    const {status, stdout} = on('purge', harbour.document.id, '--yes', '--by', 'piet')
    expect(status).toBe(0)
    expect(stdout).toContain('Purged, with 0 claims and 0 judgements')
    expect(linesOf(on('judgements', '--kind', 'purge', '--json').stdout)).toHaveLength(1)
    expect(on('purge', 'doc-000000000000000000000000', '--yes', '--by', 'piet').status).toBe(4)
  })
})

function on(...args: readonly string[]): Ended {
  return hearsay(args, {env: {HEARSAY_RECORD: place.path, COLUMNS: '120'}})
}
