import {existsSync, readdirSync} from 'node:fs'
import {afterAll, describe, expect, test} from 'vitest'
import {UnreadableSource} from '../../src/intake/unreadable-source.ts'
import {loadModels} from '../../src/models.ts'
import {readSource} from '../../src/pipeline.ts'
import {openReaderPool} from '../../src/sandbox/reader-pool.ts'

const models = new URL('../../models/', import.meta.url)
const pool = openReaderPool({size: 1})
afterAll(() => pool.close())

const TEXT = 'Velmora, 2 April 2025\n\n“The old quay will close,” said Anna Marlow, the harbour master.\n'
const PAGE = `<!doctype html><html><head><title>Quay to close</title></head><body><article><h1>Quay to close</h1>
<p>“The old quay will close,” said Anna Marlow, the harbour master. ${'The board met on Monday. '.repeat(20)}</p>
</article></body></html>`

describe.skipIf(!existsSync(models) || readdirSync(models).length === 0)('the reader in its child', () => {
  for (const [what, content] of Object.entries({'plain text': TEXT, 'a page of HTML': PAGE}))
    test(`reads ${what} as it is read outside`, async () => {
      const source = {ref: 'quay', bytes: new TextEncoder().encode(content), published: '2025-04-02'}
      const journey = await pool.read(source)
      expect(journey.reading.statements.length).toBeGreaterThan(0)
      expect(JSON.stringify(journey)).toBe(JSON.stringify(readSource(source, loadModels())))
    })

  test('says of what is no text what intake says', async () => {
    const bytes = Uint8Array.from({length: 5_000}, (_, index) => (index * 7919) % 256)
    await expect(pool.read({ref: 'noise.bin', bytes})).rejects.toBeInstanceOf(UnreadableSource)
  })
})
