import {openStore} from '../../src/record/open-store.ts'
import {captureOf} from '../support/journeys.ts'
import {numberedJourney} from './numbered-journey.ts'

/** A process of its own that saves documents `first` to `last` and says of each when the record has acknowledged it. */
const [path = '', first = '', last = ''] = process.argv.slice(2)
const store = await openStore(path, {create: true})
for (let number = Number(first); number <= Number(last); number++) {
  const journey = numberedJourney(number)
  await store.save(journey, captureOf(journey, `${number}.txt`))
  process.stdout.write(`${number}\n`)
}
await store.close()
