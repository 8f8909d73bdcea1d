import {hash} from 'node:crypto'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parseCheckpoint, signCheckpoint} from '../../src/record/proof/checkpoint.ts'
import {parseEntryProof} from '../../src/record/proof/entry-proof.ts'
import {isIncluded} from '../../src/record/proof/inclusion-proof.ts'
import {commitmentOf} from '../../src/record/proof/log-entry.ts'
import {newRecordKeys} from '../../src/record/proof/record-keys.ts'
import {isSignedBy, parseVerifierKey} from '../../src/record/proof/signed-note.ts'
import {leafHash} from '../../src/record/proof/tree-hash.ts'
import type {Store} from '../../src/record/store.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

const JUDGEMENT = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'read by mistake'}
const harbour = journeyOf(HARBOUR)
const cannery = journeyOf(CANNERY)

/** What every store must be able to show of its log, whatever keeps it. */
export function proofContract(engine: string, makePlace: () => Promise<Place>): void {
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

  describe(`${engine}: a checkpoint`, () => {
    test('is signed with the key that names the record, and again the same while nothing is added', async () => {
      await store.save(harbour, captureOf(harbour))
      const {text, verifierKey, size, root} = await store.proof.checkpoint()
      const checkpoint = parseCheckpoint(text)
      expect(checkpoint).toMatchObject({size, root})
      expect(size).toBe(3)
      const verifier = parseVerifierKey(verifierKey)
      expect(verifier.name).toBe(checkpoint.origin)
      expect(isSignedBy(checkpoint.note, verifier)).toBe(true)
      const name = hash('sha256', Buffer.from(verifier.publicKey, 'base64'), 'hex').slice(0, 32)
      expect(checkpoint.origin).toBe(`hearsay/${name}/default`)
      expect(await store.proof.checkpoint()).toEqual({text, verifierKey, size, root})
    })

    test('ends where the log says that it ends', async () => {
      expect((await store.proof.end()).size).toBe(0)
      await store.save(harbour, captureOf(harbour))
      const {size, text} = await store.proof.checkpoint()
      expect(await store.proof.end()).toEqual({origin: text.split('\n')[0], size})
    })

    test('holds for ever after, of an empty log too', async () => {
      const kept: string[] = [(await store.proof.checkpoint()).text]
      await store.save(harbour, captureOf(harbour))
      kept.push((await store.proof.checkpoint()).text)
      await store.forget(harbour.document.id, JUDGEMENT)
      kept.push((await store.proof.checkpoint()).text)
      await store.save(cannery, captureOf(cannery))
      await store.close()
      store = await place.open()
      const verdicts = await Promise.all(kept.map(text => store.proof.verifyCheckpoint(text)))
      expect(verdicts.map(({isConsistent, size}) => [isConsistent, size])).toEqual([
        [true, 0],
        [true, 3],
        [true, 4]
      ])
      expect(verdicts[2]!.reason).toBe('the log begins with the 4 entries that it signed')
      const report = await store.check({checkpoints: kept})
      expect(report).toMatchObject({isSound: true, entriesChecked: 7, checkpoints: verdicts})
    })

    test('of another project of the same record holds there, and of another record nowhere', async () => {
      const other = await place.open('other')
      await other.save(cannery, captureOf(cannery))
      const {text} = await other.proof.checkpoint()
      await other.close()
      expect(await store.proof.verifyCheckpoint(text)).toMatchObject({isConsistent: true, size: 3})
      const elsewhere = await makePlace()
      const stranger = await elsewhere.open()
      expect(await stranger.proof.verifyCheckpoint(text)).toMatchObject({
        isConsistent: false,
        reason: 'it is of another record or project, or the key of this record was replaced'
      })
      await stranger.close()
      await elsewhere.remove()
    })

    test('that says another root, a longer log, or is signed by somebody else does not hold', async () => {
      await store.save(harbour, captureOf(harbour))
      const {text, size, root} = await store.proof.checkpoint()
      const {origin} = parseCheckpoint(text)
      const forged = signCheckpoint(origin, {size, root}, newRecordKeys())
      const altered = text.replace('\n3\n', '\n2\n')
      const longer = text.replace('\n3\n', '\n4\n')
      for (const [words, reason] of [
        [forged, 'it is not signed with the key of this record'],
        [altered, 'its signature is not that of its words'],
        [longer, 'its signature is not that of its words']
      ] as const) {
        expect(await store.proof.verifyCheckpoint(words)).toMatchObject({isConsistent: false, reason})
        const report = await store.check({checkpoints: [text, words]})
        expect(report.isSound).toBe(false)
        expect(report.checkpoints.map(({isConsistent}) => isConsistent)).toEqual([true, false])
        expect(report.faults).toHaveLength(1)
        expect(report.faults[0]).toContain(reason)
      }
    })

    test('that is none is refused', async () => {
      await expect(store.proof.verifyCheckpoint('nothing')).rejects.toThrow('Cannot read signed note')
      await expect(store.check({checkpoints: ['nothing']})).rejects.toThrow(SyntaxError)
    })
  })

  describe(`${engine}: the proof of an entry`, () => {
    test('shows elsewhere, with nothing else, that a document was on record', async () => {
      await store.save(harbour, captureOf(harbour))
      await store.save(cannery, captureOf(cannery))
      const {text} = await store.proof.checkpoint()
      const proof = parseEntryProof((await store.proof.proofOf(cannery.document.id))!)
      expect(proof.checkpoint).toBe(text)
      const {entry, opening} = JSON.parse(proof.extra!)
      expect(opening).toMatchObject({project: 'default', kind: 'document', id: cannery.document.id})
      expect(JSON.parse(entry).at(-1)).toBe(commitmentOf(opening))
      const head = parseCheckpoint(text)
      expect(isIncluded(leafHash(Buffer.from(entry)), proof.index, proof.hashes, head)).toBe(true)
      expect(await store.proof.proofOf(proof.index + 1)).toBe(await store.proof.proofOf(cannery.document.id))
    })

    test('there is none of what is not in the log', async () => {
      expect(await store.proof.proofOf(1)).toBeUndefined()
      expect(await store.proof.proofOf('doc-none')).toBeUndefined()
    })
  })

  test(`${engine}: a log is written as tiles, bundles, a key and a checkpoint, and says nothing of its content`, async () => {
    for (let number = 0; number < 90; number++) {
      const journey = journeyOf({...HARBOUR, title: `Notice ${number}`})
      await store.save(journey, captureOf(journey, `${number}.txt`))
    }
    const files = new Map<string, Uint8Array>()
    await store.proof.exportTiles(async (path, bytes) => void files.set(path, bytes))
    expect([...files.keys()].toSorted()).toEqual([
      'checkpoint',
      'tile/0/000',
      'tile/0/001.p/14',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/14',
      'vkey'
    ])
    const {text, verifierKey} = await store.proof.checkpoint()
    expect(Buffer.from(files.get('checkpoint')!).toString()).toBe(text)
    expect(Buffer.from(files.get('vkey')!).toString()).toBe(`${verifierKey}\n`)
    expect(files.get('tile/0/000')).toHaveLength(256 * 32)
    const bundle = Buffer.from(files.get('tile/entries/000')!)
    const first = bundle.subarray(2, 2 + bundle.readUInt16BE(0))
    expect(JSON.parse(first.toString()).slice(0, 4)).toEqual([
      'hearsay-entry/1',
      parseCheckpoint(text).origin,
      1,
      'document'
    ])
    expect(leafHash(first)).toBe(Buffer.from(files.get('tile/0/000')!).subarray(0, 32).toString('hex'))
    for (const bytes of files.values()) expect(Buffer.from(bytes).toString()).not.toMatch(/Notice|doc-|harbour/)
  })
}
