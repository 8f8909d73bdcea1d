import {writeSync} from 'node:fs'
import {openStore} from '../../src/record/open-store.ts'
import type {Store} from '../../src/record/store.ts'
import {captureOf} from '../../test/support/journeys.ts'
import {SeededRandom} from '../seeded-random.ts'
import type {Deed} from './account.ts'
import {seedFault} from './seeded-faults.ts'
import {smallJourney} from './small-journey.ts'

/**
 * A process of its own that works on a record: it saves documents from number `first` on and changes its mind about some. Before
 * each deed it says what it is about to do, and then, once the record has acknowledged it, that it is done.
 */
const [path = '', seed = '', first = '', count = '', fault = ''] = process.argv.slice(2)
const random = new SeededRandom(Number(seed), Number(first))
const {acknowledgesEarly} = seedFault(fault, path)

const shown: number[] = []
const hidden: number[] = []
let store = await openStore(path, {create: true})
let next = Number(first)
for (let deed = 0; deed < Number(count); deed++) await doSomething()
await store.close()

async function doSomething(): Promise<void> {
  const draw = random.next()
  if (draw < 0.06) return reopen()
  if (draw < 0.16 && 0 < shown.length) return judge('forget', shown, hidden)
  if (draw < 0.22 && 0 < hidden.length) return judge('unforget', hidden, shown)
  const number = next++
  const journey = smallJourney(number)
  await tell('save', number, () => store.save(journey, captureOf(journey, `${number}.txt`)))
  shown.push(number)
}

/** The last to close a record tidies up, which is another moment at which power can go. */
async function reopen(): Promise<void> {
  await store.close()
  store = await openStore(path)
}

async function judge(deed: 'forget' | 'unforget', from: number[], to: number[]): Promise<void> {
  const [number = 0] = from.splice(random.below(from.length), 1)
  const words = {by: 'a worker', at: '2026-03-02T10:00:00.000Z', why: 'to see what becomes of it'}
  const {id} = smallJourney(number).document
  await tell(deed, number, async () => (await (store[deed] as Store['forget'])(id, words))?.id)
  to.push(number)
}

async function tell(deed: Deed, number: number, act: () => Promise<unknown>): Promise<void> {
  writeSync(1, `begin ${deed} ${number}\n`)
  if (acknowledgesEarly) writeSync(1, `done ${deed} ${number}\n`)
  const judgement = await act()
  if (!acknowledgesEarly) writeSync(1, `done ${deed} ${number} ${typeof judgement === 'string' ? judgement : ''}\n`)
}
