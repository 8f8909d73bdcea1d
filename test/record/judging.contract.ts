import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {claimsOf} from '../../src/record/claims-of.ts'
import type {Judging} from '../../src/record/judging/judging-index.ts'
import type {Store} from '../../src/record/store.ts'
import type {Span} from '../../src/text/span.ts'
import {CANNERY, captureOf, fullJourney, HARBOUR, journeyOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

const at = '2026-03-02T10:00:00.000Z'
const rosa = {by: 'rosa', at}
const piet = {by: 'piet', at}
const harbour = journeyOf(HARBOUR)
const cannery = journeyOf(CANNERY)
const film = fullJourney()
const document = harbour.document.id
const [closing, denial, plan] = harbour.reading.statements.map(({id}) => id) as [string, string, string]
const role = film.reading.roles[0]!.id

/** What people can judge, and what follows from it, in any store. `dump` gives every derived row, without numbers of rows. */
export function judgingContract(
  engine: string,
  makePlace: () => Promise<Place>,
  dump: (store: Store) => Promise<unknown>
): void {
  let place: Place
  let store: Store

  beforeEach(async () => {
    place = await makePlace()
    store = await place.open()
    for (const journey of [harbour, cannery, film]) await store.save(journey, captureOf(journey))
  })
  afterEach(async () => {
    expect(await store.check()).toMatchObject({faults: []})
    await store.close()
    await place.remove()
  })

  const judge = (judging: Judging) => store.judging.judge(judging)
  const statement = async (id: string) => {
    const reading = (await store.judging.reading(document))!.reading
    return reading.statements.find(each => each.id === id)
  }

  describe(`${engine}: verdicts on claims`, () => {
    test('a claim nobody judged is the machine’s', async () => {
      expect(await store.judging.claim(closing)).toMatchObject({id: closing, history: []})
      expect(await store.judging.claim(closing)).not.toHaveProperty('mark')
    })

    test('an accepted claim keeps the score of its reader', async () => {
      await judge({kind: 'accept', about: closing, ...rosa, why: 'heard it myself'})
      const claim = await store.judging.claim(closing)
      expect(claim).toMatchObject({mark: {status: 'accepted'}, claim: {score: 0.9}})
      expect(claim!.history).toMatchObject([{kind: 'accept', by: 'rosa', why: 'heard it myself'}])
    })

    test('of claims anywhere it is told what people made of each', async () => {
      const {items} = await store.claims({kinds: ['statement']})
      const told = async () =>
        Object.fromEntries((await store.judging.marks(items)).map((mark, index) => [items[index]!.id, mark?.status]))
      expect(new Set(Object.values(await told()))).toEqual(new Set([undefined]))
      const accepted = (await judge({kind: 'accept', about: closing, ...rosa}))!
      await judge({kind: 'reject', about: denial, ...piet})
      await judge({kind: 'unsure', about: cannery.reading.statements[0]!.id, ...piet})
      expect(await told()).toMatchObject({
        [closing]: 'accepted',
        [denial]: 'rejected',
        [cannery.reading.statements[0]!.id]: 'unsure'
      })
      expect((await told())[plan]).toBeUndefined()
      await store.judging.undo(accepted.id, rosa)
      expect((await told())[closing]).toBeUndefined()
      expect(await store.judging.marks([])).toEqual([])
    })

    test('half a character pair in what a person writes is kept as what can be stored', async () => {
      await judge({kind: 'accept', about: closing, by: 'ro\ud800sa', at: rosa.at, why: 'half \udfff'})
      const [kept] = await store.judgements(document)
      expect(kept).toMatchObject({by: 'ro\ufffdsa', why: 'half \ufffd'})
    })

    test('a rejected claim is out of the reading and of search, and can still be looked at', async () => {
      expect((await store.search.find('winter', {kinds: ['statement']})).hits).toHaveLength(1)
      await judge({kind: 'reject', about: closing, ...rosa})
      expect(await statement(closing)).toBeUndefined()
      expect((await store.search.find('winter', {kinds: ['statement']})).hits).toEqual([])
      expect(await store.judging.claim(closing)).toMatchObject({id: closing, mark: {status: 'rejected'}})
      expect((await store.claims({document})).items.map(({id}) => id)).toEqual([denial, plan])
      expect((await store.document(document))!.claimCount).toBe(2)
      expect(await store.claim(closing)).toMatchObject({id: closing})
      expect(await store.reading(document)).toEqual(harbour.reading)
    })

    test('the last word holds, and both are told where they contradict each other', async () => {
      await judge({kind: 'reject', about: closing, ...rosa})
      await judge({kind: 'accept', about: closing, ...piet})
      expect(await statement(closing)).toBeDefined()
      expect(await store.judging.conflicts()).toMatchObject([
        {about: closing, judgements: [{by: 'rosa'}, {by: 'piet'}], reason: 'one rejected what another upheld'}
      ])
    })

    test('who changes their mind contradicts nobody', async () => {
      await judge({kind: 'reject', about: closing, ...rosa})
      await judge({kind: 'accept', about: closing, ...rosa})
      expect(await store.judging.conflicts()).toEqual([])
    })

    test('the same said again by the same person adds nothing', async () => {
      await judge({kind: 'accept', about: closing, ...rosa})
      expect(await judge({kind: 'accept', about: closing, ...rosa, why: 'again'})).toBeUndefined()
      expect(await judge({kind: 'accept', about: closing, ...piet})).toBeDefined()
      expect(await judge({kind: 'accept', about: closing, ...rosa})).toBeDefined()
      expect(await store.judging.judgements({about: closing})).toHaveLength(3)
    })

    test('what was corrected in between can be rejected again', async () => {
      await judge({kind: 'reject', about: closing, ...rosa})
      await judge({kind: 'correct', about: closing, field: 'kind', value: 'direct', ...rosa})
      expect(await judge({kind: 'reject', about: closing, ...rosa})).toBeDefined()
      expect(await judge({kind: 'correct', about: closing, field: 'kind', value: 'direct', ...rosa})).toBeDefined()
      expect(await statement(closing)).toMatchObject({kind: 'direct'})
    })

    test('what is not on record cannot be judged', async () => {
      await expect(judge({kind: 'accept', about: 'statement-0', ...rosa})).rejects.toThrow('it is not on record')
      await expect(judge({kind: 'note', about: 'doc-0', text: 'x', ...rosa})).rejects.toThrow('it is not on record')
      await expect(store.judging.undo('judgement-0', rosa)).rejects.toThrow('no such judgement')
      await expect(judge({kind: 'accept', about: closing, by: ' ', at})).rejects.toThrow('say who judges')
    })
  })

  describe(`${engine}: corrections`, () => {
    test('a speaker is corrected to whom the words name, and the chain of voices with it', async () => {
      await judge({kind: 'correct', about: closing, field: 'speaker', value: wordsOf('Jörg Ebersøn'), ...rosa})
      const ebersøn = harbour.reading.statements[1]!.speaker
      expect(await statement(closing)).toMatchObject({
        speaker: ebersøn,
        voices: [{kind: 'speaker', entity: ebersøn}],
        score: 0.9
      })
      const {mark} = (await store.judging.claim(closing))!
      expect(mark).toMatchObject({status: 'corrected', machine: {speaker: harbour.reading.statements[0]!.speaker}})
      expect((await store.search.find('winter', {speaker: 'Jörg Ebersøn'})).hits).toHaveLength(1)
      expect((await store.search.find('winter', {speaker: 'Anna Marlow'})).hits).toEqual([])
    })

    test('whom no reader found becomes an entity of the document', async () => {
      await judge({kind: 'correct', about: closing, field: 'speaker', value: wordsOf('harbour office'), ...rosa})
      const {speaker} = (await statement(closing))!
      const claim = await store.judging.claim(closing)
      expect(claim!.entities[speaker!]).toMatchObject({name: 'harbour office', kind: 'person'})
      const [listed] = (await store.claims({document})).items
      expect(listed).toMatchObject({id: closing, claim: {speaker}, entities: {[speaker!]: {name: 'harbour office'}}})
      const address = `${document}:${speaker}`
      expect(await store.entity(address)).toMatchObject({entity: {name: 'harbour office'}, claimCount: 1})
      expect(await store.identity.subject(address)).toMatchObject({name: 'harbour office', kind: 'person'})
      expect((await store.identity.bearers(address)).items).toMatchObject([{name: 'harbour office'}])
      expect(await store.resolve(address)).toMatchObject([{kind: 'entity', id: address}])
    })

    test('who took part in an event, and in which part, is corrected, and the machine’s is kept', async () => {
      const read = film.reading.events[0]!
      const words = {start: 0, end: film.document.text.indexOf(' ')}
      const quote = film.document.text.slice(words.start, words.end)
      const judgement = (await judge({
        kind: 'correct',
        about: read.id,
        field: 'participants',
        value: [{...words, part: 'agent', kind: 'organisation'}],
        ...rosa
      }))!
      const {claim, mark, entities} = (await store.judging.claim(read.id))!
      const {entity} = (claim as typeof read).participants[0]!
      expect(claim).toMatchObject({participants: [{entity, part: 'agent'}]})
      expect(entity).not.toBe('e2')
      expect(mark).toMatchObject({status: 'corrected', machine: {participants: [{entity: 'e2', part: 'target'}]}})
      expect(judgement.said).toMatchObject({
        value: [{quote, part: 'agent'}],
        was: [expect.stringMatching(/ \(target\)$/)]
      })
      expect(entities).toHaveProperty(entity)
      const about = async (local: string) => {
        const claims = await store.identity.claims(`${film.document.id}:${local}`, {parts: ['participant']})
        return claims.items.map(({id}) => id)
      }
      expect(await about(entity)).toEqual([read.id])
      await store.judging.undo(judgement.id, rosa)
      expect(await about(entity)).toEqual([])
      expect((await store.judging.claim(read.id))!.claim).toEqual(read)
    })

    test('nobody took part where that is what a person says; no other part is known', async () => {
      const {id} = film.reading.events[0]!
      const correct = (value: unknown) => judge({kind: 'correct', about: id, field: 'participants', value, ...rosa})
      await expect(correct([{start: 0, end: 4, part: 'victim'}])).rejects.toThrow('one of agent, target, other')
      await expect(correct([])).rejects.toThrow('one at least')
      await correct(null)
      expect((await store.judging.claim(id))!.claim).toMatchObject({participants: []})
    })

    test('a date is kept with its first and last day', async () => {
      await judge({kind: 'correct', about: role, field: 'begun', value: '2014-12', ...rosa})
      expect((await store.judging.claim(role))!.claim).toMatchObject({
        begun: {edtf: '2014-12', earliest: '2014-12-01', latest: '2014-12-31'}
      })
      await judge({kind: 'correct', about: role, field: 'begun', value: null, ...rosa})
      expect((await store.judging.claim(role))!.claim).not.toHaveProperty('begun')
    })

    test('the words of a statement can be chosen anew', async () => {
      const [words] = [wordsOf('close before the winter')]
      await judge({kind: 'correct', about: closing, field: 'content', value: [words], ...rosa})
      expect(await statement(closing)).toMatchObject({content: [words]})
      expect((await store.judging.claim(closing))!.words).toContain('close before the winter')
    })

    test('the fields of a kind are named where one is corrected that it has not', async () => {
      const wrong = (field: string, value: unknown) => judge({kind: 'correct', about: role, field, value, ...rosa})
      await expect(wrong('speaker', null)).rejects.toThrow('what can be corrected is person, title, organisation')
      await expect(wrong('constructor', 'x')).rejects.toThrow('what can be corrected is')
      await expect(wrong('status', 'late')).rejects.toThrow('it is one of current, former')
      await expect(wrong('begun', 'soon')).rejects.toThrow('it is no date')
      await expect(wrong('title', '')).rejects.toThrow('give it in words')
      await expect(wrong('title', null)).rejects.toThrow('every such claim has one')
      await expect(wrong('person', {start: 5, end: 5000})).rejects.toThrow('no words stand there')
    })

    test('a document’s date, outlet, title and authors change what it is listed, searched and voiced by', async () => {
      await judge({kind: 'correct', about: document, field: 'published', value: '2024-11-05', ...rosa})
      await judge({kind: 'correct', about: document, field: 'outlet', value: 'The Tide', ...rosa})
      await judge({kind: 'correct', about: document, field: 'title', value: 'A quay closes', ...rosa})
      await judge({kind: 'correct', about: document, field: 'authors', value: ['Bo Lund'], ...rosa})
      expect((await store.documents({to: '2024-12-31'})).items).toMatchObject([
        {id: document, published: '2024-11-05', outlet: 'The Tide', title: 'A quay closes', authors: ['Bo Lund']}
      ])
      expect((await store.documents({words: 'a quay closes'})).items).toHaveLength(1)
      expect((await store.search.find('winter', {to: '2024-12-31', kinds: ['statement']})).hits).toHaveLength(1)
      expect((await store.document(document))!.document.published).toBe(HARBOUR.published)
      await expect(judge({kind: 'correct', about: document, field: 'language', value: 'de', ...rosa})).rejects.toThrow(
        'published, outlet, title, authors'
      )
    })

    test('two who correct one field differently are told', async () => {
      await judge({kind: 'correct', about: document, field: 'outlet', value: 'The Tide', ...rosa})
      await judge({kind: 'correct', about: document, field: 'outlet', value: 'The Ebb', ...piet})
      expect(await store.judging.conflicts(document)).toMatchObject([
        {about: document, reason: 'the outlet was corrected differently'}
      ])
    })
  })

  describe(`${engine}: claims that a person makes`, () => {
    const made: Judging = {
      kind: 'claim',
      about: document,
      ...rosa,
      claim: {
        kind: 'role',
        evidence: [wordsOf('the harbour office has seen the plan')],
        parts: {person: wordsOf('Anna Marlow'), organisation: wordsOf('harbour office')},
        fields: {title: 'clerk', begun: '2020'}
      }
    }

    test('stand beside those of the reader, and say who made them', async () => {
      await judge(made)
      const {reading, marks} = (await store.judging.reading(document))!
      expect(reading.roles).toMatchObject([
        {title: 'clerk', person: 'e1', begun: {earliest: '2020-01-01', latest: '2020-12-31'}, score: 1}
      ])
      const {id} = reading.roles[0]!
      expect(marks.get(id)).toMatchObject({status: 'made', judgements: [{by: 'rosa'}]})
      expect(await store.judging.claim(id)).toMatchObject({
        words: ['the harbour office has seen the plan'],
        document: {id: document}
      })
      expect((await store.search.find('clerk', {kinds: ['role']})).hits).toMatchObject([{claim: id}])
    })

    test('are listed and counted like those of the reader, marked, in its order, and by whom they name', async () => {
      const before = (await store.document(document))!.claimCount
      const all = async (limit: number) => {
        const ids: string[] = []
        for (let cursor: string | undefined; ; ) {
          const page = await store.claims({limit, ...(cursor !== undefined && {cursor})})
          ids.push(...page.items.map(({id}) => id))
          if (page.cursor === undefined) return ids
          cursor = page.cursor
        }
      }
      const machine = await all(1000)
      const judgement = (await judge(made))!
      const {id} = (await store.judging.reading(document))!.reading.roles[0]!
      const behind = machine.indexOf(plan) + 1
      const whole = [...machine.slice(0, behind), id, ...machine.slice(behind)]
      for (const limit of [1, 2, 3, 1000]) expect(await all(limit)).toEqual(whole)
      expect(await store.claim(id)).toMatchObject({id, isMade: true, isSupported: true, run: expect.any(String)})
      expect(await store.claim(closing)).not.toHaveProperty('isMade')
      const found = async (query: object) => (await store.claims(query)).items.map(claim => claim.id)
      expect(await found({document, kinds: ['role']})).toEqual([id])
      expect(await found({entity: `${document}:e1`, parts: ['person']})).toEqual([id])
      expect(await found({entity: `${document}:e1`, parts: ['organisation']})).toEqual([])
      expect((await store.document(document))!.claimCount).toBe(before + 1)
      const {role: roles} = (await store.stats()).claims
      await store.judging.undo(judgement.id, piet)
      expect(await all(1)).toEqual(machine)
      expect(await store.claim(id)).toBeUndefined()
      expect((await store.document(document))!.claimCount).toBe(before)
      expect((await store.stats()).claims.role).toBe(roles - 1)
    })

    test('can be judged like any other, and go when they are undone', async () => {
      const judgement = (await judge(made))!
      const {id} = (await store.judging.reading(document))!.reading.roles[0]!
      await judge({kind: 'correct', about: id, field: 'title', value: 'chief clerk', ...piet})
      expect((await store.judging.claim(id))!.claim).toMatchObject({title: 'chief clerk'})
      await judge({kind: 'reject', about: id, ...piet})
      expect((await store.judging.reading(document))!.reading.roles).toEqual([])
      expect(await store.judging.claim(id)).toMatchObject({mark: {status: 'rejected'}})
      await store.judging.undo(judgement.id, rosa)
      expect(await store.judging.claim(id)).toBeUndefined()
    })

    test('need the parts and words of their kind', async () => {
      const wrong = (claim: object) => judge({...made, claim: {...made.claim, ...claim}} as Judging)
      await expect(wrong({parts: {}})).rejects.toThrow('without person')
      await expect(wrong({fields: {}})).rejects.toThrow('without title')
      await expect(wrong({evidence: []})).rejects.toThrow('give the words')
      await expect(wrong({kind: 'pointer'})).rejects.toThrow('a person makes statement, role, relation, event')
      await expect(wrong({fields: {title: 'x', phrase: 'y'}})).rejects.toThrow('it may have title, status')
      await expect(wrong({parts: {speaker: wordsOf('Anna Marlow')}})).rejects.toThrow('it may have person')
    })
  })

  describe(`${engine}: who is whom`, () => {
    const one = {document, ...wordsOf('Jörg Ebersøn')}
    const other = {document: cannery.document.id, ...wordsOf('Tomas Quill', cannery.document.text)}

    test('a judgement about two mentions quotes both, and undoing it parts them', async () => {
      const judgement = (await judge({kind: 'same', one, other, ...rosa}))!
      expect(judgement.said).toMatchObject({one: {quote: 'Jörg Ebersøn'}, other: {quote: 'Tomas Quill'}})
      const subject = async (address: string) => (await store.identity.subject(address))!.address
      expect(await subject(`${document}:e2`)).toBe(await subject(`${cannery.document.id}:e2`))
      await store.judging.undo(judgement.id, rosa)
      expect(await subject(`${document}:e2`)).not.toBe(await subject(`${cannery.document.id}:e2`))
    })

    test('it is found under both documents, and contradicted by who says otherwise', async () => {
      await judge({kind: 'same', one, other, ...rosa})
      await judge({kind: 'different', one: other, other: one, ...piet})
      for (const id of [document, cannery.document.id]) {
        expect(await store.judging.judgements({document: id})).toHaveLength(2)
        expect(await store.judging.conflicts(id)).toHaveLength(1)
      }
    })

    test('a mention that is somebody else leaves its entity', async () => {
      const second = wordsOf('Anna Marlow', undefined, 1)
      await judge({kind: 'is-not', one: {document, ...second}, other: {document, ...wordsOf('Anna Marlow')}, ...rosa})
      const {entities} = (await store.judging.reading(document))!.reading
      expect(entities.find(({id}) => id === 'e1')!.mentions).toHaveLength(1)
      expect((await statement(plan))!.speaker).toBe(`m${second.start}`)
      await judge({kind: 'is', one: {document, ...second}, other: one, ...rosa})
      expect((await statement(plan))!.speaker).toBe('e2')
    })

    test('nobody is who they are not named as', async () => {
      const nobody = {document, ...wordsOf('before the winter')}
      await expect(judge({kind: 'same', one: nobody, other, ...rosa})).rejects.toThrow('nobody is named there')
      await expect(judge({kind: 'same', one, other: one, ...rosa})).rejects.toThrow('both mentions are the same one')
    })
  })

  describe(`${engine}: notes, tags and grades`, () => {
    test('are about anything that has an id or an address, and found by their words', async () => {
      const note = (await judge({kind: 'note', about: `${document}:e1`, text: 'Ask her about the PLÀN', ...rosa}))!
      await judge({kind: 'tag', about: closing, tag: ' to  check ', ...piet})
      await judge({kind: 'grade', about: document, source: 'B', information: 2, ...rosa})
      await judge({kind: 'note', about: note.id, text: 'done', ...piet})
      expect(await store.judging.judgements({document})).toHaveLength(3)
      expect(await store.judging.judgements({words: 'the plan'})).toMatchObject([{kind: 'note', id: note.id}])
      expect(await store.judging.judgements({kinds: ['tag']})).toMatchObject([{said: {tag: 'to check'}}])
      expect(await store.judging.judgements({about: `${document}:e1`})).toMatchObject([{id: note.id}])
      expect((await store.judging.claim(closing))!.history).toMatchObject([{kind: 'tag'}])
    })

    test('a grade is one of the Admiralty’s', async () => {
      const wrong = (grade: object) => judge({kind: 'grade', about: closing, ...rosa, ...grade} as Judging)
      await expect(wrong({source: 'G'})).rejects.toThrow('A, B, C, D, E or F')
      await expect(wrong({information: 0})).rejects.toThrow('1, 2, 3, 4, 5 or 6')
      await expect(wrong({})).rejects.toThrow('Cannot grade with nothing')
    })
  })

  describe(`${engine}: undoing`, () => {
    test('is done once, and never of an undo', async () => {
      const judgement = (await judge({kind: 'reject', about: closing, ...rosa}))!
      const undo = (await store.judging.undo(judgement.id, piet))!
      expect(undo).toMatchObject({kind: 'undo', undoes: judgement.id, by: 'piet'})
      expect(await store.judging.undo(judgement.id, rosa)).toBeUndefined()
      await expect(store.judging.undo(undo.id, rosa)).rejects.toThrow('Judge again')
      expect(await judge({kind: 'reject', about: closing, ...rosa})).toBeDefined()
      expect(await store.judging.judgements({about: closing, isStanding: true})).toMatchObject([{kind: 'reject'}])
      expect((await store.judging.claim(closing))!.history).toMatchObject([
        {kind: 'reject', undoneBy: undo.id},
        {kind: 'undo'},
        {kind: 'reject'}
      ])
    })

    test('any judgements, undone in any order, leave what was', async () => {
      const before = await dump(store)
      await fc.assert(
        fc.asyncProperty(fc.array(anyJudging(), {minLength: 1, maxLength: 6}), fc.nat(), async (judgings, seed) => {
          const kept = []
          for (const judging of judgings) kept.push(await judge(judging).catch(() => undefined))
          const ids = kept.flatMap(judgement => (judgement ? [judgement.id] : []))
          for (const id of shuffled(ids, seed)) await store.judging.undo(id, rosa)
          expect(await dump(store)).toEqual(before)
        }),
        {numRuns: 15}
      )
    })
  })

  test(`${engine}: the order of judgements that do not touch each other changes nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...INDEPENDENT], {minLength: 2}), async (judgings: readonly Judging[]) => {
        const dumps = []
        for (const ordered of [judgings, judgings.toReversed()]) {
          const ids = []
          for (const judging of ordered) ids.push((await judge(judging))!.id)
          dumps.push(await dump(store))
          for (const id of ids) await store.judging.undo(id, rosa)
        }
        expect(dumps[0]).toEqual(dumps[1])
      }),
      {numRuns: 10}
    )
  })

  test(`${engine}: to save a judged document again changes nothing`, async () => {
    for (const judging of INDEPENDENT) await judge(judging)
    const before = await dump(store)
    await store.save(harbour, captureOf(harbour))
    expect(await dump(store)).toEqual(before)
    expect(await store.reading(document)).toEqual(harbour.reading)
  })

  describe(`${engine}: what a newer reader finds`, () => {
    const fewer = journeyOf({...HARBOUR, readerVersion: '2.0.0', found: 1})

    test('what a person accepted stays, unsupported; what nobody judged goes', async () => {
      await judge({kind: 'accept', about: denial, ...rosa})
      await judge({kind: 'reject', about: plan, ...rosa})
      await store.save(fewer, captureOf(fewer))
      const {reading, marks, positions} = (await store.judging.reading(document))!
      expect(reading.statements.map(({id}) => id)).toEqual([closing, denial])
      expect(marks.get(denial)).toMatchObject({status: 'accepted', isUnsupported: true})
      expect(positions.get(denial)).toBe(1_000_000)
      expect(await store.judging.claim(denial)).toMatchObject({isSupported: false})
      expect((await store.search.find('fleet', {kinds: ['statement']})).hits).toHaveLength(2)
    })

    test('a judgement finds its words again where the reader chose others', async () => {
      const [line] = fewer.reading.statements as [(typeof fewer.reading.statements)[number]]
      const [content] = line.content as [Span]
      const shorter = {start: content.start + 'the '.length, end: content.end}
      const evidence = line.evidence.map(span => (span.start === content.start ? shorter : span))
      const moved = {...line, id: 'statement-moved', content: [shorter], evidence}
      await judge({kind: 'correct', about: closing, field: 'kind', value: 'direct', ...rosa})
      await judge({kind: 'accept', about: closing, ...piet})
      await store.save({...fewer, reading: {...fewer.reading, statements: [moved]}}, captureOf(fewer))
      const {reading, marks} = (await store.judging.reading(document))!
      expect(reading.statements).toMatchObject([{id: 'statement-moved', kind: 'direct'}])
      expect(marks.get('statement-moved')).toMatchObject({status: 'corrected', judgements: [{}, {}]})
      expect((await store.judging.claim('statement-moved'))!.history).toHaveLength(2)
    })
  })
}

/** Judgements about different things: claims, a document, fields, mentions. */
const INDEPENDENT: readonly Judging[] = [
  {kind: 'accept', about: denial, ...rosa},
  {kind: 'reject', about: plan, ...piet},
  {kind: 'correct', about: closing, field: 'speaker', value: wordsOf('harbour office'), ...rosa},
  {kind: 'correct', about: denial, field: 'speaker', value: wordsOf('fishing fleet'), ...piet},
  {kind: 'correct', about: document, field: 'outlet', value: 'The Tide', ...rosa},
  {kind: 'correct', about: document, field: 'published', value: '2024', ...rosa},
  {
    kind: 'claim',
    about: document,
    ...rosa,
    claim: {kind: 'event', evidence: [wordsOf('old quay will close')], parts: {place: wordsOf('old quay')}, fields: {}}
  },
  {
    kind: 'claim',
    about: document,
    ...piet,
    claim: {kind: 'statement', evidence: [wordsOf('Port of Velmora')], parts: {speaker: wordsOf('Velmora')}, fields: {}}
  },
  {
    kind: 'same',
    one: {document, ...wordsOf('Jörg Ebersøn')},
    other: {document: cannery.document.id, ...wordsOf('Tomas Quill', cannery.document.text)},
    ...rosa
  },
  {
    kind: 'is-not',
    one: {document, ...wordsOf('Anna Marlow', undefined, 1)},
    other: {document, ...wordsOf('Anna Marlow')},
    ...rosa
  },
  {kind: 'note', about: document, text: 'look again', ...rosa}
]

/** Any judgement that may be made of the three documents, also some that are refused. */
function anyJudging(): fc.Arbitrary<Judging> {
  const who = fc.constantFrom(rosa, piet)
  const claims = [harbour, cannery, film].flatMap(({reading}) => claimsOf(reading).map(({claim}) => claim.id))
  const about = fc.constantFrom(...claims)
  const place = fc.constantFrom(
    {document, ...wordsOf('Anna Marlow')},
    {document, ...wordsOf('Anna Marlow', undefined, 1)},
    {document, ...wordsOf('Jörg Ebersøn')},
    {document: cannery.document.id, ...wordsOf('Anna Marlow', cannery.document.text)},
    {document: cannery.document.id, ...wordsOf('Tomas Quill', cannery.document.text)}
  )
  const words = fc.constantFrom(wordsOf('Anna Marlow'), wordsOf('harbour office'), wordsOf('old quay'))
  const verdict = fc
    .tuple(who, about, fc.constantFrom('accept' as const, 'reject' as const, 'unsure' as const))
    .map(([by, about, kind]): Judging => ({kind, about, ...by}))
  const correction = fc
    .tuple(
      who,
      fc.constantFrom(closing, denial, plan, document, role),
      fc.constantFrom('speaker', 'polarity', 'content', 'outlet', 'title', 'begun', 'authors'),
      fc.oneof(words, fc.constantFrom<unknown>(null, 'negative', '2019', 'Lund', ['Bo Lund'], [wordsOf('the plan')]))
    )
    .map(([by, about, field, value]): Judging => ({kind: 'correct', about, field, value, ...by}))
  const identity = fc
    .tuple(who, place, place, fc.constantFrom('same' as const, 'different' as const, 'is' as const, 'is-not' as const))
    .map(([by, one, other, kind]): Judging => ({kind, one, other, ...by}))
  const made = fc.tuple(who, words, words).map(
    ([by, person, evidence]): Judging => ({
      kind: 'claim',
      about: document,
      claim: {kind: 'role', evidence: [evidence], parts: {person}, fields: {title: 'clerk'}},
      ...by
    })
  )
  const hidden = who.map((by): Judging => ({kind: 'forget', about: document, ...by}))
  return fc.oneof(verdict, correction, identity, made, hidden)
}

/** Where these words stand in the text, the first time or a later one. */
function wordsOf(words: string, text = harbour.document.text, times = 0): Span {
  let start = text.indexOf(words)
  for (let time = 0; time < times; time++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new RangeError(`Cannot find ${words}`)
  return {start, end: start + words.length}
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  return values
    .map((value, index) => ({value, key: Math.imul(seed + index * 7919, 2654435761) >>> 0}))
    .sort((a, b) => a.key - b.key)
    .map(({value}) => value)
}
