import fc from 'fast-check'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Store} from '../../src/record/store.ts'
import {caseBlocks} from '../support/cases.ts'
import {captureOf, journeyOf, type Told} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

const WORDS = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}

const [quay = '', merger = ''] = caseBlocks(new URL('origins-events.txt', import.meta.url)).map(({body}) =>
  body.split('--- ')[0]!.trim().replaceAll('\n', ' ')
)

/** Which reports go back to one, whatever keeps the record. */
export function originsContract(engine: string, makePlace: () => Promise<Place>): void {
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

  const wire = report('Quay to close', 'Velmora Courier', quay)
  const cut = report('Old pier shut', 'The Strait Ledger', quay.slice(0, quay.length * 0.6))
  const led = report(
    'What we know',
    'Tarn Gazette',
    `Our readers asked for more on this. ${quay.slice(0, quay.length * 0.8)}`
  )
  const other = report('Brask buys Tolland', 'Velmora Courier', merger)
  const save = async (...journeys: ReturnType<typeof report>[]) => {
    for (const [index, journey] of journeys.entries()) await store.save(journey, captureOf(journey, `${index}.txt`))
  }
  const origin = async ({document}: ReturnType<typeof report>) => {
    const found = await store.origins.ofDocument(document.id)
    return found?.documents.map(({title}) => title)
  }

  test(`${engine}: three reports, one origin, and why`, async () => {
    await save(wire, other, cut, led)
    expect(await origin(cut)).toEqual(['Quay to close', 'Old pier shut', 'What we know'])
    expect(await origin(other)).toEqual(['Brask buys Tolland'])
    const found = await store.origins.ofDocument(led.document.id)
    expect(found).toMatchObject({origin: wire.document.id, documentCount: 3})
    expect(found!.links).toHaveLength(2)
    for (const {kind, reason} of found!.links) {
      expect(kind).toBe('copy')
      expect(reason).toMatch(/^\d+ % of the (?:shorter )?text/)
    }
    expect(await store.origins.ofDocument('doc-nothing')).toBeUndefined()
    expect((await store.check()).faults).toEqual([])
  })

  test(`${engine}: what a claim rests on is counted by origins`, async () => {
    await save(wire, other, cut)
    const claims = await Promise.all(
      [wire, other, cut].map(async ({document}) => {
        const {items} = await store.claims({document: document.id, kinds: ['statement']})
        return {document: document.id, claim: items[0]!.id}
      })
    )
    const of = async (...which: number[]) => (await store.origins.ofClaims(which.map(index => claims[index]!))).words
    expect(await of(0, 2)).toBe('2 reports, 1 origin')
    expect(await of(1, 2)).toBe('2 reports, 2 origins')
    expect(await of(0, 1)).toBe('2 reports, 1 origin')
    expect(await of(0)).toBe('1 report, 1 origin')
    const {groups} = await store.origins.ofClaims([claims[0]!, claims[1]!])
    expect(groups[0]!.links.map(({reason}) => reason)).toEqual(['published by one outlet'])
    expect(await store.origins.ofClaims([{document: 'doc-nothing', claim: 'x'}])).toMatchObject({originCount: 0})
  })

  test(`${engine}: a document that is forgotten joins nobody, until it is brought back`, async () => {
    const first = report('First half', 'A', quay.slice(0, quay.length * 0.55))
    const second = report('Second half', 'B', quay.slice(quay.length * 0.45))
    await save(first, wire, second)
    expect(await origin(second)).toEqual(['First half', 'Quay to close', 'Second half'])
    await store.forget(wire.document.id, WORDS)
    expect(await origin(second)).toEqual(['Second half'])
    expect(await origin(first)).toEqual(['First half'])
    expect(await origin(wire)).toBeUndefined()
    expect((await store.check()).faults).toEqual([])
    await store.unforget(wire.document.id, WORDS)
    expect(await origin(second)).toEqual(['First half', 'Quay to close', 'Second half'])
    expect((await store.check()).faults).toEqual([])
  })

  test(`${engine}: nothing of another project`, async () => {
    await save(wire)
    const elsewhere = await place.open('another')
    await elsewhere.save(cut, captureOf(cut))
    expect((await elsewhere.origins.ofDocument(cut.document.id))!.documentCount).toBe(1)
    expect(await elsewhere.origins.ofDocument(wire.document.id)).toBeUndefined()
    await elsewhere.close()
  })

  test(`${engine}: origins do not depend on the order in which documents came`, async () => {
    const journeys = [wire, other, cut, led]
    const partition = async (ordered: typeof journeys) => {
      const ownPlace = await makePlace()
      const own = await ownPlace.open()
      for (const journey of ordered) await own.save(journey, captureOf(journey))
      const groups = await Promise.all(
        journeys.map(async ({document}) =>
          (await own.origins.ofDocument(document.id))!.documents.map(({id}) => id).sort()
        )
      )
      await own.close()
      await ownPlace.remove()
      return groups
    }
    const expected = await partition(journeys)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(journeys, {minLength: 4}), async ordered => {
        expect(await partition(ordered)).toEqual(expected)
      }),
      {numRuns: 8}
    )
  })
}

function report(title: string, outlet: string, words: string) {
  const told: Told = {title, outlet, lines: [{speaker: 'Ida Fenn', cue: 'wrote', words}]}
  return journeyOf(told)
}
