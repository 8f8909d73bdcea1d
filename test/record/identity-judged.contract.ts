import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import type {MentionPlace} from '../../src/record/judging/judging-index.ts'
import {NotOnRecord} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

type Cast = Journey & {readonly bytes: Uint8Array}

const spokeswoman = castJourney(['Mira Talbot, spokeswoman of Dockers Union', 'Ida Fenn'], 'One')
const again = castJourney(['Mira Talbot, spokeswoman of Dockers Union'], 'Two')
const goalkeeper = castJourney(['Mira Talbot, goalkeeper of Karsen United'], 'Three')
const stranger = castJourney(['Lena Farrow, coach of Karsen United'], 'Four')
const board = castJourney(['[organisation] Harbour Board', 'Anselm Roake, director of Harbour Board'], 'Five')
const otherBoard = castJourney(['[organisation] Harbour Board', 'Ruth Amsel, director of Harbour Board'], 'Six')
const CASTS = [spokeswoman, again, goalkeeper, stranger, board, otherBoard]

/** What people judge of who is whom wins, and goes without a trace. */
export function identityJudgedContract(engine: string, makePlace: () => Promise<Place>): void {
  const withStore = (name: string, act: (store: Store) => Promise<void>, options = {}) =>
    test(`${engine}: ${name}`, options, async () => {
      const place = await makePlace()
      const store = await place.open()
      try {
        for (const [index, cast] of CASTS.entries()) await store.save(cast, captureOf(cast, `${index}.txt`))
        await act(store)
        expect((await store.check()).faults).toEqual([])
      } finally {
        await store.close()
        await place.remove()
      }
    })

  withStore('two that are judged to be the same are one, and what is told of both is told of it', async store => {
    expect(await isOne(store, spokeswoman, goalkeeper)).toBe(false)
    await judge(store, 'same', spokeswoman, goalkeeper)
    expect(await isOne(store, spokeswoman, goalkeeper)).toBe(true)
    expect(await isOne(store, again, goalkeeper)).toBe(true)
    expect((await store.identity.claims(addressOf(again))).items).toHaveLength(3)
    expect(await store.identity.proposals({address: addressOf(again)})).toEqual([])
  })

  withStore('two that are judged to be different are two, and the rest goes with whom it shares most', async store => {
    const third = castJourney(
      ['[organisation] Harbour Board', 'Ruth Amsel, director of Harbour Board', 'Petra Holm'],
      'Seven'
    )
    await store.save(third, captureOf(third, 'seven.txt'))
    expect(await isOne(store, board, otherBoard)).toBe(true)
    await judge(store, 'different', board, otherBoard)
    expect(await isOne(store, board, otherBoard)).toBe(false)
    expect(await isOne(store, third, otherBoard)).toBe(true)
  })

  withStore('bearers that one sense held are parted by a judgement', async store => {
    expect(await isOne(store, spokeswoman, again)).toBe(true)
    await judge(store, 'different', spokeswoman, again)
    expect(await isOne(store, spokeswoman, again)).toBe(false)
  })

  withStore('of judgements that exclude each other the newer one is followed, and the older one shown', async store => {
    await judge(store, 'same', spokeswoman, goalkeeper, 1)
    await judge(store, 'different', spokeswoman, goalkeeper, 2)
    expect(await isOne(store, spokeswoman, goalkeeper)).toBe(false)
    expect((await store.identity.conflicts()).map(({overruled}) => overruled.kind)).toEqual(['same'])
  })

  withStore('a judgement about nobody on record is refused', async store => {
    const one = {...placeOf(spokeswoman), document: 'doc-0'}
    const judging = {kind: 'same' as const, one, other: placeOf(again), by: 'rosa', at: AT}
    await expect(store.judging.judge(judging)).rejects.toThrow(NotOnRecord)
  })

  withStore(
    'undoing judgements, in whatever order, restores exactly what was',
    async store => {
      const before = await subjectsOf(store)
      const pair = fc.tuple(fc.nat(CASTS.length - 1), fc.nat(CASTS.length - 1)).filter(([a, b]) => a !== b)
      const step = fc.tuple(fc.constantFrom('same' as const, 'different' as const), pair)
      await fc.assert(
        fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 4}), fc.nat(), async (steps, seed) => {
          const ids: string[] = []
          for (const [kind, [a, b]] of steps) ids.push(await judge(store, kind, CASTS[a]!, CASTS[b]!, tick++))
          for (const id of turned(ids, seed)) await store.judging.undo(id, {by: 'rosa', at: timeAt(tick++)})
          expect(await subjectsOf(store)).toEqual(before)
        }),
        {numRuns: 12}
      )
    },
    {timeout: 120_000}
  )
}

let tick = 10
const AT = '2026-03-02T10:00:00.000Z'

function timeAt(minute: number): string {
  return new Date(Date.parse(AT) + minute * 60_000).toISOString()
}

async function judge(store: Store, kind: 'same' | 'different', one: Cast, other: Cast, minute = 0): Promise<string> {
  const judging = {kind, one: placeOf(one), other: placeOf(other), by: 'rosa', at: timeAt(minute)}
  return (await store.judging.judge(judging))!.id
}

/** Where the first name of a document stands. */
function placeOf({document, reading}: Cast): MentionPlace {
  const {start, end} = reading.entities[0]!.mentions[0]!
  return {document: document.id, start, end}
}

function addressOf({document}: Cast): string {
  return `${document.id}:e1`
}

async function isOne(store: Store, one: Cast, other: Cast): Promise<boolean> {
  const [first, second] = [await store.identity.subject(addressOf(one)), await store.identity.subject(addressOf(other))]
  return first!.address === second!.address
}

/** Everything that can be asked of every bearer. */
async function subjectsOf(store: Store): Promise<unknown> {
  const addresses = CASTS.flatMap(({document, reading}) => reading.entities.map(({id}) => `${document.id}:${id}`))
  return Promise.all(
    addresses.map(async address => ({
      subject: await store.identity.subject(address),
      proposals: await store.identity.proposals({address}),
      claims: (await store.identity.claims(address)).items.map(({id}) => id)
    }))
  )
}

function turned<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
