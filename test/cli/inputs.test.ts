import {chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, expect, suite, test} from 'vitest'
import {byteLines} from '../../src/cli/byte-lines.ts'
import {inOrder} from '../../src/cli/in-order.ts'
import {fileInputs} from '../../src/cli/inputs.ts'
import {jsonInputs} from '../../src/cli/json-inputs.ts'

const work = mkdtempSync(join(tmpdir(), 'hearsay-inputs-'))
afterAll(() => rmSync(work, {recursive: true}))

suite('inOrder', () => {
  test('gives results in the order of the items, whichever is done first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({min: 1, max: 8}), async (delays, limit) => {
        const task = async (ms: number) => {
          await new Promise(resolve => setTimeout(resolve, ms))
          return ms
        }
        expect(await Array.fromAsync(inOrder(delays, limit, task))).toEqual(delays)
      }),
      {numRuns: 20}
    )
  })

  test('has no more in hand than the limit', async () => {
    let inHand = 0
    let most = 0
    const task = async () => {
      most = Math.max(most, ++inHand)
      await new Promise(setImmediate)
      inHand--
    }
    await Array.fromAsync(inOrder(Array.from({length: 50}), 4, task))
    expect(most).toBe(4)
  })
})

suite('byteLines', () => {
  test('gives the lines of a text however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-zé\r]*$/)),
        fc.integer({min: 1, max: 9}),
        async (lines, size) => {
          const bytes = new TextEncoder().encode(lines.map(line => `${line}\n`).join(''))
          const found = await Array.fromAsync(byteLines(chunksOf(bytes, size), 1000))
          expect(found.map(line => new TextDecoder().decode(line.bytes))).toEqual(
            lines.map(line => line.replace(/\r$/, ''))
          )
          expect(found.map(({number}) => number)).toEqual(lines.map((_, index) => index + 1))
        }
      )
    )
  })

  test('a last line without a line end is a line', async () => {
    const found = await Array.fromAsync(byteLines(chunksOf(Buffer.from('a\nb'), 2), 10))
    expect(found.map(({bytes}) => String(bytes))).toEqual(['a', 'b'])
  })

  test('a line that is too long is thrown away, and the next one is whole', async () => {
    const found = await Array.fromAsync(byteLines(chunksOf(Buffer.from(`${'x'.repeat(50)}\nnext\n`), 7), 10))
    expect(found.map(({bytes}) => bytes && String(bytes))).toEqual([undefined, 'next'])
  })
})

suite('jsonInputs', () => {
  test.each([
    ['the line is no JSON', '{"text":'],
    ['the line is no JSON object', '["text"]'],
    ['the line is no JSON object', 'null'],
    ['the object must have "text" or "html"', '{"id":"a"}'],
    ['the object must have "text" or "html"', '{"text":"a","html":"b"}'],
    ['"text" is no string', '{"text":7}'],
    ['"published" is no date we know', '{"text":"a","published":"last week"}'],
    ['the line is no JSON', '']
  ])('%s: %s', async (reason, line) => {
    const [input] = await jsonInputsOf(`${line}\n`)
    await expect(input!.load()).rejects.toThrow(reason)
  })

  test('the bytes of a text are the text in UTF-8, under its id', async () => {
    const [input] = await jsonInputsOf(
      '{"id":"a1","text":"naïve","title":"T","published":"2024-05","address":"http://x.test/"}\n'
    )
    expect(await input!.load()).toEqual({
      ref: 'a1',
      bytes: new TextEncoder().encode('naïve'),
      charset: 'utf-8',
      format: 'text',
      title: 'T',
      published: '2024-05',
      address: 'http://x.test/'
    })
  })

  test('a line without an id is known by its address, else by file and line', async () => {
    const inputs = await jsonInputsOf('{"text":"a","address":"http://x.test/"}\n{"html":"<p>b","id":null}\n')
    expect(inputs.map(({ref}) => ref)).toEqual(['http://x.test/', `${join(work, 'in.jsonl')}:2`])
  })

  test('any n lines are n inputs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string())), async values => {
        const lines = values.map(value => `${value.replaceAll('\n', ' ')}\n`)
        expect(await jsonInputsOf(lines.join(''))).toHaveLength(lines.length)
      })
    )
  })

  test('a file that is not there is an input that says so', async () => {
    const [input] = await Array.fromAsync(jsonInputs([join(work, 'absent.jsonl')], {}))
    await expect(input!.load()).rejects.toThrow('there is no such file')
  })
})

suite.skipIf(process.platform === 'win32')('fileInputs', () => {
  test('a folder gives its files sorted, without hidden ones and without what links lead to', async () => {
    const folder = join(work, 'folder')
    for (const file of ['b.txt', 'a/z.txt', 'a/.hidden', '.git/config', 'c.html']) write(join(folder, file))
    write(join(work, 'outside.txt'))
    symlinkSync(join(work, 'outside.txt'), join(folder, 'link.txt'))
    symlinkSync(work, join(folder, 'loop'))
    const refs = (await Array.fromAsync(fileInputs([folder], {}))).map(({ref}) => ref.slice(folder.length + 1))
    expect(refs).toEqual(['a/z.txt', 'b.txt', 'c.html'])
  })

  test('a link that is named itself is followed', async () => {
    write(join(work, 'target.txt'))
    symlinkSync(join(work, 'target.txt'), join(work, 'named.txt'))
    const [input] = await Array.fromAsync(fileInputs([join(work, 'named.txt')], {title: 'T'}))
    expect(await input!.load()).toEqual({ref: join(work, 'named.txt'), bytes: Buffer.from('words'), title: 'T'})
  })

  test('what is not there says so by name', async () => {
    const [input] = await Array.fromAsync(fileInputs(['/nowhere/at all'], {}))
    await expect(input!.load()).rejects.toThrow('Cannot read "/nowhere/at all": there is no such file')
  })

  test('a file as large as a disk is refused before it is taken into memory', async () => {
    const path = join(work, 'large')
    write(path)
    const {truncateSync} = await import('node:fs')
    truncateSync(path, 40 * 1024 * 1024 * 1024)
    const [input] = await Array.fromAsync(fileInputs([path], {}))
    await expect(input!.load()).rejects.toThrow('it is larger than 32 MiB')
  })

  test.skipIf(process.getuid?.() === 0)('a file that one may not read says so', async () => {
    const path = join(work, 'locked')
    write(path)
    chmodSync(path, 0)
    const [input] = await Array.fromAsync(fileInputs([path], {}))
    await expect(input!.load()).rejects.toThrow('you may not read it')
  })
})

function write(path: string): void {
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, 'words')
}

async function jsonInputsOf(lines: string) {
  const path = join(work, 'in.jsonl')
  writeFileSync(path, lines)
  return Array.fromAsync(jsonInputs([path], {}))
}

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
