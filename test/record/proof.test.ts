import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Checkpoint, originOf, parseCheckpoint, signCheckpoint} from '../../src/record/proof/checkpoint.ts'
import {isConsistent, proveConsistency} from '../../src/record/proof/consistency-proof.ts'
import {parseEntryProof, renderEntryProof} from '../../src/record/proof/entry-proof.ts'
import {GrowingTree} from '../../src/record/proof/growing-tree.ts'
import {isIncluded, proveInclusion} from '../../src/record/proof/inclusion-proof.ts'
import {commitmentOf, entryBytes, entryHash, newSalt} from '../../src/record/proof/log-entry.ts'
import {newRecordKeys, recordName} from '../../src/record/proof/record-keys.ts'
import {isSignedBy, parseNote, parseVerifierKey, signNote, verifierKey} from '../../src/record/proof/signed-note.ts'
import type {ReadHashes, Subtree} from '../../src/record/proof/subtrees.ts'
import {hashRanges} from '../../src/record/proof/subtrees.ts'
import {
  bundleBytes,
  entryBundlePath,
  entryBundlesOf,
  tileBytes,
  tilePath,
  tilesOf
} from '../../src/record/proof/tiles.ts'
import {EMPTY_ROOT, interiorHash, leafHash} from '../../src/record/proof/tree-hash.ts'

/** The eight entries that implementations of Certificate Transparency test each other with, and the roots over the first of them. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
]

describe('a tree of the known entries', () => {
  const {tree, read} = grow(ENTRIES.map(entry => leafHash(Buffer.from(entry, 'hex'))))

  test('has the known root at every size, while it grows and afterwards', async () => {
    expect(EMPTY_ROOT).toBe(ROOTS[0])
    expect(tree.root).toBe(ROOTS[8])
    const growing = new GrowingTree()
    for (const [index, entry] of ENTRIES.entries()) {
      growing.add(leafHash(Buffer.from(entry, 'hex')))
      expect(growing.root).toBe(ROOTS[index + 1])
      expect(await hashRanges([{start: 0, end: index + 1}], read)).toEqual([ROOTS[index + 1]])
    }
  })

  const inclusions: [index: number, size: number, proof: string[]][] = [
    [0, 1, []],
    [0, 8, ['96a296d2', '5f083f0a', '6b47aaf2']],
    [5, 8, ['bc1a0643', 'ca854ea1', 'd37ee418']],
    [2, 3, ['fac54203']],
    [1, 5, ['6e340b9c', '5f083f0a', 'bc1a0643']]
  ]
  test.each(inclusions)('has the known proof of entry %i among %i', async (index, size, begins) => {
    const proof = await proveInclusion(index, size, read)
    expect(proof.map(hash => hash.slice(0, 8))).toEqual(begins)
    const leaf = leafHash(Buffer.from(ENTRIES[index]!, 'hex'))
    expect(isIncluded(leaf, index, proof, {size, root: ROOTS[size]!})).toBe(true)
  })

  const consistencies: [earlier: number, size: number, proof: string[]][] = [
    [1, 1, []],
    [0, 5, []],
    [1, 8, ['96a296d2', '5f083f0a', '6b47aaf2']],
    [6, 8, ['0ebc5d34', 'ca854ea1', 'd37ee418']],
    [2, 5, ['5f083f0a', 'bc1a0643']]
  ]
  test.each(consistencies)('has the known proof that %i entries grew to %i', async (earlier, size, begins) => {
    const proof = await proveConsistency(earlier, size, read)
    expect(proof.map(hash => hash.slice(0, 8))).toEqual(begins)
    expect(isConsistent({size: earlier, root: ROOTS[earlier]!}, {size, root: ROOTS[size]!}, proof)).toBe(true)
  })
})

describe('of any log', () => {
  const leaves = fc.array(fc.uint8Array({maxLength: 4}), {minLength: 1, maxLength: 70}).map(log => log.map(leafHash))

  test('every entry is proved to stand in it, and at no other place and in no other log', async () => {
    await fc.assert(
      fc.asyncProperty(leaves, fc.nat(), fc.nat(), async (log, someIndex, otherIndex) => {
        const {tree, read} = grow(log)
        const index = someIndex % log.length
        const proof = await proveInclusion(index, log.length, read)
        const head = {size: log.length, root: tree.root}
        expect(isIncluded(log[index]!, index, proof, head)).toBe(true)
        expect(isIncluded(interiorHash(log[index]!, log[index]!), index, proof, head)).toBe(false)
        expect(isIncluded(log[index]!, index, [...proof, tree.root], head)).toBe(false)
        expect(isIncluded(log[index]!, index, proof, {...head, root: EMPTY_ROOT})).toBe(false)
        const other = otherIndex % log.length
        if (log[other] !== log[index]) expect(isIncluded(log[other]!, other, proof, head)).toBe(false)
        if (proof.length > 0) expect(isIncluded(log[index]!, index, proof.slice(1), head)).toBe(false)
      })
    )
  })

  test('every earlier head is proved to be its beginning', async () => {
    await fc.assert(
      fc.asyncProperty(leaves, fc.nat(), async (log, some) => {
        const {tree, read} = grow(log)
        const earlier = grow(log.slice(0, some % (log.length + 1))).tree
        const proof = await proveConsistency(earlier.size, log.length, read)
        expect(isConsistent(earlier, tree, proof)).toBe(true)
        expect(isConsistent(earlier, tree, [...proof, EMPTY_ROOT])).toBe(false)
        if (earlier.size < tree.size) expect(isConsistent(tree, earlier, proof)).toBe(false)
      })
    )
  })

  test('an entry altered, left out, put elsewhere or put in breaks every earlier head that had it', async () => {
    await fc.assert(
      fc.asyncProperty(leaves, fc.nat(), fc.constantFrom('alter', 'drop', 'swap', 'insert'), async (log, some, how) => {
        const index = some % log.length
        const {tree} = grow(log)
        const strange = interiorHash(log[index]!, EMPTY_ROOT)
        const rewritten = log.slice()
        if (how === 'alter') rewritten[index] = strange
        if (how === 'insert') rewritten.splice(index, 0, strange)
        if (how === 'drop') rewritten.splice(index, 1)
        if (how === 'swap') [rewritten[0], rewritten[index]] = [rewritten[index]!, rewritten[0]!]
        fc.pre(rewritten.join() !== log.join())
        while (rewritten.length < log.length) rewritten.push(strange)
        const other = grow(rewritten)
        const proof = await proveConsistency(tree.size, other.tree.size, other.read)
        expect(isConsistent(tree, other.tree, proof)).toBe(false)
      })
    )
  })

  test('a tree goes on from its right edge as if it had never stopped', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (log, some) => {
        const split = some % (log.length + 1)
        const {hashes} = grow(log.slice(0, split))
        const edge = edgeOf(split).map(subtree => hashes.get(keyOf(subtree))!)
        const tree = new GrowingTree(split, edge)
        for (const leaf of log.slice(split)) tree.add(leaf)
        expect(tree.root).toBe(grow(log).tree.root)
      })
    )
  })
})

describe('a signed note', () => {
  // The example that the format's first implementation documents itself with.
  const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

  test('known to others is known here', () => {
    const verifier = parseVerifierKey(PUBLIC)
    expect(verifierKey(verifier)).toBe(PUBLIC)
    expect(isSignedBy(parseNote(NOTE), verifier)).toBe(true)
    expect(isSignedBy(parseNote(NOTE.replace('answer', 'question')), verifier)).toBe(false)
    expect(isSignedBy(parseNote(NOTE), {...verifier, name: 'Somebody'})).toBeUndefined()
  })

  test('signed here can be checked here, whatever it says', () => {
    const keys = newRecordKeys()
    const line = fc.string({unit: 'binary', maxLength: 20}).map(text => text.toWellFormed().replace(/[\0-\x1f]/g, ' '))
    fc.assert(
      fc.property(fc.array(line, {minLength: 1}), lines => {
        const text = `${lines.join('\n')}\n`
        const note = parseNote(signNote(text, 'a/b', keys))
        expect(note.text).toBe(text)
        expect(isSignedBy(note, {name: 'a/b', publicKey: keys.public_key})).toBe(true)
        expect(isSignedBy(note, {name: 'a/b', publicKey: newRecordKeys().public_key})).toBeUndefined()
      })
    )
  })

  test.each(['', 'words', `${TEXT}\n`, `${TEXT}\n— nobody\n`, `${TEXT}\n— a b AAAA\n`, NOTE.trimEnd()])(
    'is not read from %j',
    note => expect(() => parseNote(note)).toThrow('Cannot read signed note')
  )

  test.each(['', 'a+00000000+AAAA', PUBLIC.replace('c74f', 'c74e'), PUBLIC.replace('+AR', '+BR')])(
    'has no verifier %j',
    words => expect(() => parseVerifierKey(words)).toThrow('Cannot read verifier key')
  )
})

describe('a checkpoint', () => {
  const keys = newRecordKeys()
  const origin = originOf(recordName(keys.public_key), 'north + south')

  test('is four lines that say which log, how long, with which root, and who says so', () => {
    const text = signCheckpoint(origin, {size: 8, root: ROOTS[8]!}, keys)
    expect(text.split('\n').slice(0, 4)).toEqual([origin, '8', 'XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=', ''])
    expect(text.split('\n')[4]).toMatch(/^— hearsay\/[0-9a-f]{32}\/north%20%2B%20south [A-Za-z0-9+/]+=*$/)
    const checkpoint: Checkpoint = parseCheckpoint(text)
    expect(checkpoint).toMatchObject({origin, size: 8, root: ROOTS[8]})
    expect(isSignedBy(checkpoint.note, {name: origin, publicKey: keys.public_key})).toBe(true)
  })

  test.each([['08'], ['-1'], ['8.0'], ['']])('has no size %j', size => {
    const text = signCheckpoint(origin, {size: 8, root: ROOTS[8]!}, keys).replace('\n8\n', `\n${size}\n`)
    expect(() => parseCheckpoint(text)).toThrow(SyntaxError)
  })

  test('of another key has another name', () => {
    expect(recordName(newRecordKeys().public_key)).not.toBe(recordName(keys.public_key))
  })
})

describe('an entry', () => {
  const entry = {place: 1, kind: 'document', at: '2026-03-01T09:00:00.000Z', commitment: 'ab'}
  const opening = {project: 'default', kind: 'document', id: 'doc-1', hash: 'cd', salt: 'ef'}

  test('is its own line of JSON, and hashes to the same every time', () => {
    expect(Buffer.from(entryBytes('hearsay/x/y', entry)).toString()).toBe(
      '["hearsay-entry/1","hearsay/x/y",1,"document","2026-03-01T09:00:00.000Z","ab"]'
    )
    expect(entryHash('hearsay/x/y', entry)).toBe(leafHash(entryBytes('hearsay/x/y', entry)))
  })

  test('commits to everything that opens it', () => {
    // printf 'ef["default","document","doc-1","cd"]' | sha256sum
    expect(commitmentOf(opening)).toBe('010576ee78ce8b88ee69f5334e528a459069c07e2b72f84ad67c9436376b6490')
    for (const part of ['project', 'kind', 'id', 'hash', 'salt'])
      expect(commitmentOf({...opening, [part]: 'other'})).not.toBe(commitmentOf(opening))
    expect(newSalt()).toMatch(/^[0-9a-f]{64}$/)
    expect(newSalt()).not.toBe(newSalt())
  })

  test('is proved by a text that can be read again', () => {
    const checkpoint = signCheckpoint('hearsay/x/y', {size: 8, root: ROOTS[8]!}, newRecordKeys())
    for (const proof of [
      {index: 0, hashes: [], checkpoint},
      {index: 5, hashes: [ROOTS[1]!, ROOTS[2]!], checkpoint, extra: 'any “words”\n\nat all'}
    ])
      expect(parseEntryProof(renderEntryProof(proof))).toEqual(proof)
    expect(renderEntryProof({index: 1, hashes: [ROOTS[1]!], checkpoint})).toBe(
      `c2sp.org/tlog-proof@v1\nindex 1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n${checkpoint}`
    )
    expect(() => parseEntryProof('index 1')).toThrow('Cannot read proof')
  })
})

describe('tiles', () => {
  test('of 70,000 entries are those that the format describes', () => {
    const tiles = [...tilesOf(70_000)]
    const widths = (level: number) => tiles.filter(tile => tile.level === level).map(({width}) => width)
    expect(widths(0)).toEqual([...Array(273).fill(256), 112])
    expect(widths(1)).toEqual([256, 17])
    expect(widths(2)).toEqual([1])
    expect(tiles).toHaveLength(277)
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
    expect([...tilesOf(0)]).toEqual([])
  })

  test('lie in folders of three digits', () => {
    expect(tilePath({level: 0, index: 1_234_067, width: 256})).toBe('tile/0/x001/x234/067')
    expect(tilePath({level: 3, index: 0, width: 5})).toBe('tile/3/000.p/5')
    expect(entryBundlesOf(300).map(entryBundlePath)).toEqual(['tile/entries/000', 'tile/entries/001.p/44'])
  })

  test('hold the hashes of the tree, and bundles the entries with their lengths', async () => {
    const entries = Array.from({length: 300}, (_, index) => Buffer.from(`entry ${index}`))
    const {read} = grow(entries.map(leafHash))
    const [first, rest, top] = await Promise.all([...tilesOf(300)].map(tile => tileBytes(tile, read)))
    expect(Buffer.from(first!).toString('hex')).toBe(entries.slice(0, 256).map(leafHash).join(''))
    expect(Buffer.from(rest!).toString('hex')).toBe(entries.slice(256).map(leafHash).join(''))
    expect(Buffer.from(top!).toString('hex')).toBe(grow(entries.slice(0, 256).map(leafHash)).tree.root)
    expect(
      Buffer.from(bundleBytes([Buffer.from('ab'), Buffer.alloc(300)]))
        .subarray(0, 7)
        .toString('hex')
    ).toBe('0002616201' + '2c00')
  })
})

/** A tree with these leaves, and every hash that a log would have kept of it. */
function grow(leaves: readonly string[]): {tree: GrowingTree; hashes: Map<string, string>; read: ReadHashes} {
  const tree = new GrowingTree()
  const hashes = new Map<string, string>()
  for (const leaf of leaves) for (const subtree of tree.add(leaf)) hashes.set(keyOf(subtree), subtree.hash)
  const read: ReadHashes = async subtrees =>
    subtrees.map(subtree => {
      const hash = hashes.get(keyOf(subtree))
      if (hash === undefined) throw new Error(`Cannot read subtree ${keyOf(subtree)}: it is not complete`)
      return hash
    })
  return {tree, hashes, read}
}

function edgeOf(size: number): Subtree[] {
  const edge: Subtree[] = []
  for (let level = 52, at = 0; level >= 0; level--)
    if (Math.floor(size / 2 ** level) % 2 === 1) {
      edge.push({level, position: at / 2 ** level})
      at += 2 ** level
    }
  return edge
}

function keyOf({level, position}: Subtree): string {
  return `${level}/${position}`
}
