import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import type {ModelFile} from '../../src/language/model-file.ts'
import {loadModels} from '../../src/models.ts'
import {labelAttributions} from '../../src/reading/attribution-network.ts'
import {AttributionNetwork} from '../../training/attribution-network.ts'
import {anchorAt, attributionText} from '../../training/attribution-texts.ts'
import {polnearText} from '../../training/polnear.ts'
import {packAttributions} from '../../training/train-attributions.ts'

const {attributions: _, ...models} = loadModels()
const TEXT =
  'The ferry master said the quay was closed. “Nobody was hurt,” Ilse Brandt told reporters.\n\nThe town wants a pump.'
const SHAPE = {viewWidth: 8, lexisWidth: 8, wordWidth: 8, lookWidth: 8, width: 8, layerCount: 2, hiddenWidth: 8}
/** Small, so that no unit switches on or off on the way. */
const STEP = 0.002

const text = attributionText(
  polnearText(
    JSON.stringify({
      id: 'ferry',
      text: TEXT,
      published: '2024-05-01',
      annotators: [[marked('The ferry master', 'said', 'the quay was closed'), marked('The town', 'wants', 'a pump')]]
    })
  ),
  models
)

function marked(source: string, cue: string, content: string) {
  const span = (words: string) => [[TEXT.indexOf(words), TEXT.indexOf(words) + words.length]]
  return {source: span(source), cue: span(cue), content: span(content)}
}

function network(): {net: AttributionNetwork; rows: Map<number, number>; shape: AttributionNetwork['shape']} {
  const rows = new Map([...new Set(text.hashes)].sort((a, b) => a - b).map((hash, index) => [hash, index + 1]))
  const shape = {...SHAPE, stateWidth: text.states.width, wordCount: rows.size}
  const {vectorSteps, vectorScales} = models.encoder.arrays
  const vectors = {steps: vectorSteps as Int8Array, scales: vectorScales as Float32Array}
  return {net: new AttributionNetwork(shape, vectors, rows), rows, shape}
}

suite('the network of attributions', () => {
  test('finds the words that carry the cues of a marked text', () =>
    assert.deepEqual(
      text.anchors.map(({anchor}) => text.layout.words.forms[anchor]),
      ['said', 'wants']
    ))

  test('its gradients are the slopes of its loss', () => {
    const {net} = network()
    const gradients = net.gradients(text, text.anchors)
    for (const [name, {values}] of Object.entries(net.parameters)) {
      const slopes = gradients[name]!
      const place = slopes.reduce((best, slope, index) => (Math.abs(slopes[best]!) < Math.abs(slope) ? index : best), 0)
      const before = values[place]!
      values[place] = before + STEP
      const above = net.loss(text, text.anchors)
      values[place] = before - STEP
      const below = net.loss(text, text.anchors)
      values[place] = before
      const slope = (above - below) / (2 * STEP)
      assert.ok(Math.abs(slope - slopes[place]!) < 0.02 + 0.05 * Math.abs(slope), `${name}: ${slope}, ${slopes[place]}`)
    }
  })

  test('learns a text by heart, and reads the same from its file', () => {
    const {net, rows, shape} = network()
    for (let step = 0; step < 150; step++) net.learn(text, text.anchors, 0.01, {input: 0, layer: 0, word: 0})
    const {arrays, settings} = packAttributions(net, rows, shape)
    const file: ModelFile = {
      arrays,
      head: {name: 'attributions', version: '0', data: [], licence: '', trained: '', scores: {}, settings}
    }
    const labelled = labelAttributions({
      layout: text.layout,
      models: {...models, attributions: file},
      looks: text.looks,
      draftAt: text.draftAt,
      shareMin: 0.5
    }).filter(({anchorShare}) => 0.5 <= anchorShare)
    assert.deepEqual(
      labelled.map(({anchor, labels}) => [anchor, Array.from(labels)]),
      text.anchors.map(({anchor, labels}) => [anchor, Array.from(labels)])
    )
    const read = net.read(text, () => text.anchors.map(({anchor}) => anchorAt(text.layout, anchor, text.draftAt)))
    for (const [index, {anchor, anchorShare, labelsShare}] of labelled.entries()) {
      assert.ok(Math.abs(read.shares[anchor]! - anchorShare) < 0.02, `${anchorShare}`)
      assert.ok(Math.abs(read.labels[index]!.share - labelsShare) < 0.05, `${labelsShare}`)
    }
  })
})
