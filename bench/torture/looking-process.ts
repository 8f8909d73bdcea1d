import {setTimeout as sleep} from 'node:timers/promises'
import {openStore} from '../../src/record/open-store.ts'

/**
 * A process of its own that reads a record while others write it: what a list shows must be there whole.
 */
const [path = ''] = process.argv.slice(2)

const LOOKS = 25

const store = await openStore(path, {create: true})
for (let look = 0; look < LOOKS; look++) {
  const {items} = await store.documents({limit: 20})
  for (const {id} of items) {
    // Of the run, as the list counts what people left of it. Undefined where another process hid it since the list was made.
    const run = (await store.document(id))?.runs.at(-1)
    const reading = run && (await store.reading(id, run.id))
    if (reading && reading.statements.length !== run.claimCount) throw new Error(`Half of document ${id} was seen`)
  }
  await store.search.find('harbour')
  await sleep(20)
}
await store.close()
