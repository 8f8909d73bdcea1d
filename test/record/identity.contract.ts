import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import type {Store} from '../../src/record/store.ts'
import {caseBlocks} from '../support/cases.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

type Cast = Journey & {readonly bytes: Uint8Array}

/** Who is whom over all documents, whatever keeps the record. */
export function identityContract(engine: string, makePlace: () => Promise<Place>): void {
  let place: Place
  let store: Store

  beforeEach(async () => {
    place = await makePlace()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  const save = async (...casts: Cast[]) => {
    for (const [index, cast] of casts.entries()) await store.save(cast, captureOf(cast, `${index}.txt`))
  }

  describe(`${engine}: who is whom`, () => {
    for (const {name, body} of caseBlocks(new URL('identity-cases.txt', import.meta.url)))
      test(name, async () => {
        const [documents = '', expected = ''] = body.split('\n---\n')
        const casts = castsOf(documents)
        await save(...casts.values())
        for (const line of expected.trim().split('\n')) {
          const {verdict, one, other} = readVerdict(line)
          const found = await verdictOn(store, addressIn(casts, one), addressIn(casts, other))
          if (verdict.startsWith('not ')) expect(found, line).not.toBe(verdict.slice(4))
          else expect(found, line).toBe(verdict)
        }
        expect((await store.check()).faults).toEqual([])
      })
  })

  test(`${engine}: somebody is shown by the name written out, as most write it`, async () => {
    const casts = castsOf(`1: I. A. Veliyev, chairman of Dockers union
2: Iskander Veliyev, chairman of Dockers Union
3: Oskar Lind, mayor of Dockers Union`)
    await save(...casts.values())
    const [person] = await store.identity.find('Iskander Veliyev')
    expect(person!.names.map(({name}) => name)).toEqual(['Iskander Veliyev', 'I. A. Veliyev'])
    const [body] = await store.identity.find('dockers union')
    expect(body!.name).toBe('Dockers Union')
  })

  test(`${engine}: who is whom does not depend on the order in which documents came`, async () => {
    await fc.assert(
      fc.asyncProperty(someCasts(), fc.nat(), async (casts, seed) => {
        expect(await partitionOf(shuffled(casts, seed), makePlace)).toEqual(await partitionOf(casts, makePlace))
      }),
      {numRuns: 25}
    )
  })

  test(`${engine}: a document that comes and is forgotten leaves who is whom as it was`, async () => {
    await fc.assert(
      fc.asyncProperty(someCasts(), async casts => {
        const [last, ...rest] = casts.toReversed()
        const without = await partitionOf(rest.toReversed(), makePlace)
        const passed = await partitionOf(casts, makePlace, async passing => {
          await passing.forget(last!.document.id, {by: 'rosa', at: '2026-03-02T10:00:00.000Z'})
        })
        expect(passed).toEqual(without)
      }),
      {numRuns: 25}
    )
  })

  describe(`${engine}: subjects`, () => {
    const lind = castJourney(['Oskar Lind = Lind, mayor of Tarn Council', 'Ida Fenn'])
    const later = castJourney(['Oskar Lind, mayor of Tarn Council', '[place] Tarn'])

    test('are found by a name, a part of it, another spelling, an address', async () => {
      await save(lind, later)
      const names = async (words: string) => (await store.identity.find(words)).map(({name}) => name)
      expect(await names('Oskar Lind')).toEqual(['Oskar Lind'])
      expect(await names('LIND')).toEqual(['Oskar Lind'])
      expect(await names('Oscar Lindh')).toEqual(['Oskar Lind'])
      expect(await names(`${later.document.id}:e1`)).toEqual(['Oskar Lind'])
      const also = castJourney(['Karim Hadari = Abu Omar'])
      await save(also)
      expect(await names('abu omar')).toEqual(['Karim Hadari'])
      expect(await names('nobody')).toEqual([])
      expect(await names('')).toEqual([])
      expect(await store.identity.find('Tarn', {kinds: ['place']})).toHaveLength(1)
    })

    test('who is called exactly so is meant before who is called alike', async () => {
      await save(castJourney(['[organisation] Brackwater Council']), castJourney(['[organisation] Brackwater']))
      const meant = async (words: string) => (await store.resolve(words)).map(({label}) => label)
      expect(await meant('Brackwater Council')).toEqual(['Brackwater Council (organisation) in 1 document'])
      expect(await meant('brackwater')).toEqual(['Brackwater (organisation) in 1 document'])
    })

    test('have names, documents and counts', async () => {
      await save(lind, later)
      const [subject] = await store.identity.find('Oskar Lind')
      expect(subject).toMatchObject({
        address: `${lind.document.id}:e1`,
        kind: 'person',
        names: [{name: 'Oskar Lind', documentCount: 2}],
        documentCount: 2,
        claimCounts: {role: 2},
        match: 1
      })
    })

    test('list who bears them and what is told of them, the newest first, a page at a time', async () => {
      await save(lind, later)
      const address = `${lind.document.id}:e1`
      const first = await store.identity.bearers(address, {limit: 1})
      const second = await store.identity.bearers(address, {limit: 1, cursor: first.cursor!})
      expect([...first.items, ...second.items].map(bearer => bearer.document.id)).toEqual([
        later.document.id,
        lind.document.id
      ])
      expect(second.cursor).toBeUndefined()
      const claims = await store.identity.claims(address, {limit: 1})
      const more = await store.identity.claims(address, {limit: 5, cursor: claims.cursor!})
      expect([...claims.items, ...more.items].map(({document, claimKind}) => [document.id, claimKind])).toEqual([
        [later.document.id, 'role'],
        [lind.document.id, 'role']
      ])
      expect((await store.identity.claims(address, {kinds: ['statement']})).items).toEqual([])
      expect((await store.identity.claims(address, {parts: ['organisation']})).items).toEqual([])
    })

    test('see nothing of another project', async () => {
      await save(lind)
      const other = await place.open('another')
      expect(await other.identity.find('Oskar Lind')).toEqual([])
      expect(await other.identity.subject(`${lind.document.id}:e1`)).toBeUndefined()
      await other.close()
    })

    test('of namesakes are told apart in what is told of them', async () => {
      const one = castJourney(['Mira Talbot, spokeswoman of Dockers Union'])
      const two = castJourney(['Mira Talbot, goalkeeper of Karsen United'])
      await save(one, two)
      const claims = async ({document}: Cast) => (await store.identity.claims(`${document.id}:e1`)).items
      expect((await claims(one)).map(({document}) => document.id)).toEqual([one.document.id])
      expect((await claims(two)).map(({document}) => document.id)).toEqual([two.document.id])
      expect(await store.identity.find('Mira Talbot')).toHaveLength(2)
    })
  })
}

function castsOf(documents: string): Map<string, Cast> {
  const lines = documents.split('\n').map(line => /^(\d+): (.+)$/.exec(line)!)
  const grouped = Map.groupBy(lines, ([, number]) => number!)
  return new Map(
    [...grouped].map(([number, own]) => [
      number,
      castJourney(
        own.map(([, , line]) => line!),
        `Report ${number}`
      )
    ])
  )
}

function readVerdict(line: string): {verdict: string; one: string; other: string} {
  const [, verdict, one, other] = /^(joined|not joined|proposed|apart|not apart) (\d+\..+) (\d+\..+)$/.exec(line)!
  return {verdict: verdict!, one: one!, other: other!}
}

/** `2.Oskar Lind`: the first entity of this name in document 2. */
function addressIn(casts: ReadonlyMap<string, Cast>, words: string): string {
  const [, number, name] = /^(\d+)\.(.+)$/.exec(words)!
  const {document, reading} = casts.get(number!)!
  return `${document.id}:${reading.entities.find(entity => entity.name === name)!.id}`
}

async function verdictOn(store: Store, one: string, other: string): Promise<'joined' | 'proposed' | 'apart'> {
  const [first, second] = [await store.identity.subject(one), await store.identity.subject(other)]
  if (first!.address === second!.address) return 'joined'
  const proposals = await store.identity.proposals({address: one})
  const wanted = [first!.address, second!.address].sort().join()
  return proposals.some(pair => [pair.one.address, pair.other.address].sort().join() === wanted) ? 'proposed' : 'apart'
}

function someCasts(): fc.Arbitrary<Cast[]> {
  const name = fc.constantFrom('John Smith', 'Mira Talbot', 'Iskander Veliyev', 'Iskandar Valiyev', 'Ondrej Velkamari')
  const office = fc.constantFrom('', ', mayor of Tarn Council', ', chairman of Dockers Union', ', mayor of Hill Trust')
  const pronoun = fc.constantFrom('', '', ' (he)', ' (she)')
  const person = fc.tuple(name, office, pronoun).map(parts => parts.join(''))
  const beside = fc.subarray([
    'Ida Fenn',
    'Petra Holm',
    '[organisation] Harbour Board',
    'Jonas Weil = Abu Omar',
    'Abu Omar'
  ])
  const lines = fc
    .tuple(fc.array(person, {minLength: 1, maxLength: 2}), beside)
    .map(([people, others]) => [...people, ...others])
  return fc
    .array(lines, {minLength: 2, maxLength: 6})
    .map(all => all.map((each, index) => castJourney(each, `Report ${index}`)))
}

/** Addresses that are taken for the same, whatever a store calls them. */
async function partitionOf(
  casts: readonly Cast[],
  makePlace: () => Promise<Place>,
  change: (store: Store) => Promise<void> = async () => {}
): Promise<unknown> {
  const place = await makePlace()
  const store = await place.open()
  try {
    for (const cast of casts) await store.save(cast, captureOf(cast, cast.document.title))
    await change(store)
    const groups = new Map<string, string[]>()
    for (const {document, reading} of casts)
      for (const {id} of reading.entities) {
        const subject = await store.identity.subject(`${document.id}:${id}`)
        if (subject) groups.set(subject.address, [...(groups.get(subject.address) ?? []), `${document.id}:${id}`])
      }
    const proposals = (await store.identity.proposals({limit: 1000})).map(({one, other, score}) =>
      [one.names.map(each => each.name).sort(), other.names.map(each => each.name).sort(), score].join(' | ')
    )
    return {groups: [...groups.values()].map(group => group.sort().join()).sort(), proposals: proposals.length}
  } finally {
    await store.close()
    await place.remove()
  }
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const left = [...items]
  const out: Item[] = []
  let state = seed >>> 0
  while (left.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    out.push(...left.splice(state % left.length, 1))
  }
  return out
}
