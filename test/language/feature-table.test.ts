import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {addScores, type FeatureRow, featureArrays, readFeatureTable} from '../../src/language/feature-table.ts'
import {featureKey, finishHash, hashText, mixHash} from '../../src/language/hashing.ts'
import {readModelFile, writeModelFile} from '../../src/language/model-file.ts'

suite('a table of feature weights', () => {
  const row = fc
    .uniqueArray(fc.integer({min: 0, max: 200}), {minLength: 1, maxLength: 20})
    .chain(labels => fc.record({labels: fc.constant(labels), weights: stepsFor(labels)}))
  const rows = fc
    .array(
      fc.tuple(
        fc.integer().filter(key => key !== 0),
        row
      ),
      {maxLength: 200}
    )
    .map(pairs => new Map<number, FeatureRow>(pairs))

  test('gives back every weight after a journey through a model file', () => {
    fc.assert(
      fc.property(rows, given => {
        const table = throughFile(given, 0.5)
        for (const [key, {labels, weights}] of given) {
          const scores = new Int32Array(256)
          assert(addScores(table, key, scores))
          for (const [i, label] of labels.entries()) assert.equal(scores[label]! * table.scale, weights[i])
        }
      })
    )
  })

  test('knows no feature that was not put in', () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer().filter(key => key !== 0),
        (given, key) => {
          const scores = new Int32Array(256)
          assert.equal(addScores(throughFile(given, 0.5), key, scores), given.has(key))
        }
      )
    )
  })

  test('keeps a weight too large for one cell whole', () => {
    const table = throughFile(new Map([[7, {labels: [3], weights: [-1000]}]]), 1)
    const scores = new Int32Array(4)
    addScores(table, 7, scores)
    assert.equal(scores[3], -1000)
  })

  test('drops a feature whose weights all round to nothing', () => {
    const table = throughFile(new Map([[7, {labels: [3], weights: [0.1]}]]), 1)
    assert(!addScores(table, 7, new Int32Array(4)))
  })

  test('holds keys that all fall into the last slots', () => {
    const keys = Array.from({length: 50}, (_, i) => -1 - i)
    const table = throughFile(new Map(keys.map(key => [key, {labels: [0], weights: [key]}])), 1)
    for (const key of keys) {
      const scores = new Int32Array(1)
      assert(addScores(table, key, scores))
      assert.equal(scores[0], key)
    }
  })
})

suite('hashes', () => {
  test('are FNV-1a for what is written in ASCII', () => {
    assert.equal(hashText(''), 0x811c9dc5 | 0)
    assert.equal(hashText('a'), 0xe40c292c | 0)
    assert.equal(hashText('foobar'), 0xbf9cf968 | 0)
    assert.equal(hashText('a foobar', 2, 8), hashText('foobar'))
  })

  test('a key is never 0, the mark of an empty slot', () => {
    fc.assert(fc.property(fc.integer(), hash => finishHash(hash) !== 0))
    assert.notEqual(finishHash(0), 0)
    assert.notEqual(featureKey(''), 0)
  })

  test('the order of what is mixed in matters', () => {
    assert.notEqual(finishHash(mixHash(mixHash(1, 2), 3)), finishHash(mixHash(mixHash(1, 3), 2)))
  })
})

function stepsFor(labels: readonly number[]) {
  return fc.array(
    fc
      .integer({min: -300, max: 300})
      .filter(steps => steps !== 0)
      .map(steps => steps / 2),
    {minLength: labels.length, maxLength: labels.length}
  )
}

function throughFile(rows: ReadonlyMap<number, FeatureRow>, scale: number) {
  const {arrays, settings} = featureArrays(rows, {scale})
  const head = {name: 'x', version: '1', data: [], licence: '', trained: '', scores: {}, settings}
  return readFeatureTable(readModelFile(writeModelFile({head, arrays})))
}
