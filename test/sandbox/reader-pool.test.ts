import {once} from 'node:events'
import {existsSync, mkdtempSync, readFileSync, realpathSync, rmSync} from 'node:fs'
import {enableCompileCache, getCompileCacheDir} from 'node:module'
import {type AddressInfo, createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, afterEach, describe, expect, test} from 'vitest'
import {UnreadableSource} from '../../src/intake/unreadable-source.ts'
import {networkIsClosed} from '../../src/sandbox/child-options.ts'
import {openReaderPool, type PoolOptions, type ReaderPool} from '../../src/sandbox/reader-pool.ts'

const ENTRY = new URL('hostile-reader.ts', import.meta.url)
const MEBI = 1024 * 1024
const pools: ReaderPool[] = []
const folder = mkdtempSync(join(tmpdir(), 'hearsay-sandbox-'))

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close()
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('a reader pool', () => {
  test('gives what the reader read', async () => {
    const {document, reading} = await open().read(told('a peaceful text'))
    expect(document.title).toBe('told.txt')
    expect(reading.document.text).toBe(document.text)
    expect(reading.statements).toHaveLength(1)
  })

  test('gives the keys of a reading in the order of the contract', async () => {
    const {reading} = await open().read(told('a peaceful text'))
    const keys = Object.keys(reading.document)
    expect(keys.slice(-3)).toEqual(['language', 'text', 'parts'])
  })

  test('reads many documents with few children, and each answer reaches its asker', async () => {
    const pool = open({size: 2})
    const refs = Array.from({length: 40}, (_, index) => `${index}.txt`)
    const journeys = await Promise.all(refs.map(ref => pool.read(told('peace', ref))))
    expect(journeys.map(({document}) => document.title)).toEqual(refs)
  })

  test('gives an unreadable source as intake threw it', async () => {
    const error = await open()
      .read(told('unreadable'))
      .catch(error => error)
    expect(error).toBeInstanceOf(UnreadableSource)
    expect(error).toMatchObject({
      name: 'UnreadableSource',
      code: 'binary',
      message: 'Cannot read "a.bin": its bytes look like no text. Convert it to text first'
    })
  })

  test('takes a pattern that backtracks without end in its stride', async () => {
    await expect(open().read(told('backtrack'))).resolves.toBeDefined()
  })

  test('does not mind what the reader prints', async () => {
    await expect(open().read(told('print garbage'))).resolves.toBeDefined()
  })
})

describe('a document is stopped, and the next one is read', () => {
  const cases: [deed: string, code: string, state: string, options?: PoolOptions][] = [
    ['hang', 'time_limit', 'reading it took longer than 0.3 s. Allow more with --time-limit', {limits: {timeMs: 300}}],
    ['heap', 'memory_limit', 'reading it took more than 400 MiB of memory. Allow more with --memory-limit'],
    ['buffers', 'memory_limit', 'reading it took more than 200 MiB of memory', {limits: {memoryBytes: 200 * MEBI}}],
    ['answer too much', 'output_limit', 'what was read in it is larger than 64 MiB. Split it into its documents'],
    ['exit', 'crashed', 'its reader ended with code 0'],
    ['abort', 'crashed', 'its reader ended with SIGABRT'],
    ['recurse', 'crashed', 'its reader failed (RangeError: Maximum call stack size exceeded)'],
    ['answer garbage', 'output_limit', ''],
    ['answer half', 'crashed', ''],
    ['answer another kind', 'crashed', 'its reader sent something that is no answer'],
    ['answer twice', 'crashed', 'its reader spoke without being asked'],
    ['evaluate', 'crashed', 'its reader failed (EvalError']
  ]
  for (const [deed, code, state, options] of cases)
    test(`when it says: ${deed}`, async () => {
      const pool = open({size: 1, ...options})
      const stopped = pool.read(told(deed)).catch(error => error)
      const next = pool.read(told('peace', 'next.txt'))
      expect(await stopped).toMatchObject({name: 'ReadingStopped', code, ref: 'told.txt'})
      expect((await stopped).message).toContain(`Cannot read "told.txt": ${state}`)
      expect((await next).document.title).toBe('next.txt')
    })

  test('when it is too large to begin with', async () => {
    const error = await open({limits: {inputBytes: 2048}})
      .read({ref: 'big.txt', bytes: new Uint8Array(2049)})
      .catch(error => error)
    expect(error).toMatchObject({code: 'input_limit'})
    expect(error.message).toBe('Cannot read "big.txt": it is larger than 2 KiB. Split it into its documents')
  })

  test('when the pool is closed meanwhile', async () => {
    const pool = open({size: 1})
    const asked = [pool.read(told('hang')), pool.read(told('peace'))].map(asked => asked.catch(error => error.code))
    await pool.close()
    expect(await Promise.all(asked)).toEqual(['crashed', 'crashed'])
    await expect(pool.read(told('peace'))).rejects.toMatchObject({code: 'crashed'})
  })

  test('when the reader cannot even start', async () => {
    const pool = open({entry: new URL('broken-reader.ts', import.meta.url)})
    const error = await pool.read(told('peace')).catch(error => error)
    expect(error.message).toBe(
      'Cannot read "told.txt": its reader did not start: it ended with code 1 (Error: Cannot find the models)'
    )
  })
})

describe('a reader that a document took over', () => {
  test('reads nothing but code and models', async () => {
    for (const path of ['/etc/passwd', '/proc/self/environ', join(process.cwd(), '.git/HEAD')])
      await expect(open().read(told(`read: ${path}`))).rejects.toThrow('Access to this API has been restricted')
  })

  test('writes nothing', async () => {
    enableCompileCache(join(folder, 'compiled'))
    const compiled = join(realpathSync(getCompileCacheDir()!), 'readers')
    for (const path of [join(folder, 'written'), join(compiled, 'written'), 'src/sandbox/limits.ts']) {
      const before = existsSync(path) && readFileSync(path)
      await expect(open().read(told(`write: ${path}`))).rejects.toThrow('Access to this API has been restricted')
      expect(existsSync(path) && readFileSync(path)).toEqual(before)
    }
    expect(existsSync(compiled)).toBe(true)
  })

  test('starts no process and no thread', async () => {
    for (const deed of ['spawn', 'worker'])
      await expect(open().read(told(deed))).rejects.toThrow('Access to this API has been restricted')
  })

  test.skipIf(!networkIsClosed())('reaches nothing over the network', async () => {
    let connections = 0
    const server = createServer(socket => {
      connections++
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const {port} = server.address() as AddressInfo
    await open().read(told(`connect: ${port}`))
    await sleep(200)
    server.close()
    expect(connections).toBe(0)
  })

  test('sees nothing of the environment', async () => {
    process.env['HEARSAY_TEST_SECRET'] = 'canary'
    const error = await open()
      .read(told('env'))
      .catch(error => error)
    expect(error.message).toContain('TZ')
    expect(error.message).not.toMatch(/canary|PATH|HOME/)
  })
})

test.skipIf(process.platform !== 'linux')(
  'parent and child stay under 512 MiB while a document eats memory',
  async () => {
    const pool = open({size: 1})
    await pool.read(told('peace'))
    let highest = 0
    const watch = setInterval(() => {
      highest = Math.max(highest, childrenBytes())
    }, 5)
    for (const deed of ['heap', 'buffers']) await pool.read(told(deed)).catch(() => {})
    clearInterval(watch)
    expect(highest).toBeGreaterThan(100 * MEBI)
    expect(highest).toBeLessThan(440 * MEBI)
  }
)

test('no reader is left when the pool is closed', async () => {
  const pool = open({size: 1})
  const hanging = pool.read(told('hang')).catch(() => {})
  await sleep(500)
  await pool.close()
  await hanging
  await sleep(100)
  expect(childrenBytes()).toBe(0)
})

function open(options: PoolOptions = {}): ReaderPool {
  const pool = openReaderPool({entry: ENTRY, size: 1, ...options})
  pools.push(pool)
  return pool
}

function told(deed: string, ref = 'told.txt') {
  return {ref, bytes: new TextEncoder().encode(deed)}
}

/** Resident memory of every reader that this process started. */
function childrenBytes(): number {
  const pids = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const sizes = pids.map(pid => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('hostile-reader')) return 0
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {
      return 0
    }
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}
