import type {CaptureWithBytes, Store} from '../../src/record/store.ts'

/**
 * What a store answers to every question that takes one of a set of arguments: no argument, each id and address that is on
 * record, each name, each as words and as a query. Every method of the store and of its parts is asked, but those that write:
 * a part that is added later is asked as well. An error is an answer too.
 */
export async function allAnswers(store: Store): Promise<Record<string, unknown>> {
  const asked = await argumentsFor(store)
  const answers: Record<string, unknown> = {}
  for (const [path, ask] of questions(store))
    for (const args of asked) {
      const key = `${path}(${JSON.stringify(args)})`
      answers[key] = await ask(...args).then(plain, (error: Error) => `${error.name}: ${error.message}`)
    }
  return answers
}

/** Methods that change something, make files, end the store, or tell of the file as a whole. */
const NOT_ASKED = new Set([
  'save',
  'catchUp',
  'deriveAgain',
  'forget',
  'unforget',
  'close',
  'check',
  'stats',
  'judge',
  'undo',
  'purge',
  'backup',
  'copyFrom',
  'forgetImport',
  'unforgetImport',
  'projects',
  'end',
  'checkpoint',
  'verifyCheckpoint',
  'proofOf',
  'exportTiles',
  'constructor'
])

type Ask = (...args: unknown[]) => Promise<unknown>

/** Every method of the store and of its parts, by its path. */
export function questions(store: Store): Map<string, Ask> {
  const found = new Map<string, Ask>()
  const parts = Object.entries(store).filter(([, part]) => typeof part === 'object' && part !== null)
  for (const [path, part] of [['', store] as const, ...parts])
    for (const method of methodsOf(part))
      if (!NOT_ASKED.has(method)) found.set(`${path}.${method}`, async (...args) => part[method](...args))
  return found
}

function methodsOf(part: object): string[] {
  const names = new Set<string>()
  for (let type = Object.getPrototypeOf(part); type && type !== Object.prototype; type = Object.getPrototypeOf(type))
    for (const name of Object.getOwnPropertyNames(type))
      if (typeof Reflect.get(type, name) === 'function') names.add(name)
  return [...names].sort()
}

async function argumentsFor(store: Store): Promise<unknown[][]> {
  const {items: documents} = await store.documents({limit: 5})
  const {items: claims} = await store.claims({limit: 4})
  const entities = (await store.entities({limit: 4})).map(({address}) => address)
  const ids = [...documents.map(({id}) => id), ...claims.map(({id}) => id), ...entities]
  const words = ['Anna Marlow', 'quay', 'Harbour Front', 'winter']
  return [
    [],
    [{}],
    ...[...ids, ...words].map(each => [each]),
    ...documents.map(({id}) => [{document: id}]),
    ...entities.map(address => [{address}]),
    ...entities.map(entity => [{entity}]),
    ...words.map(each => [{words: each}])
  ]
}

/** Bytes as text, so that a difference can be read. */
function plain(value: unknown): unknown {
  if (value === undefined) return null
  return JSON.parse(
    JSON.stringify(value, (_, each) => (each instanceof Uint8Array ? Buffer.from(each).toString() : each))
  )
}

/** A capture that comes with an import. */
export function importedCapture(capture: CaptureWithBytes, what = 'reports/', by = 'rosa'): CaptureWithBytes {
  return {...capture, batch: {by, at: capture.at, what}}
}
