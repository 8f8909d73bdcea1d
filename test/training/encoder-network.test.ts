import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {type Encoding, encode} from '../../src/language/encoder.ts'
import {vocabularyHash} from '../../src/language/encoder-words.ts'
import type {ModelFile} from '../../src/language/model-file.ts'
import {LABEL_COUNT} from '../../src/language/name-model.ts'
import {type Batch, EncoderNetwork} from '../../training/encoder-network.ts'
import {bankText} from '../../training/encoder-texts.ts'
import {batchOf, packEncoder} from '../../training/train-encoder.ts'
import {readTreebank} from './small-treebank.ts'

const BANK = readTreebank(`
The DET DT 2 det
storm NOUN NN 3 nsubj
closed VERB VBD 0 root
roads NOUN NNS 3 obj
near ADP IN 6 case
Brimholm PROPN NNP 3 obl
. PUNCT . 3 punct

Nobody PRON NN 2 nsubj
slept VERB VBD 0 root
. PUNCT . 2 punct
`)
const LABELS = {
  tags: ['ADP IN', 'DET DT', 'NOUN NN', 'NOUN NNS', 'PRON NN', 'PROPN NNP', 'PUNCT .', 'VERB VBD'],
  relations: ['case', 'det', 'nsubj', 'obj', 'obl', 'parataxis', 'punct', 'root']
}
const SHAPE = {width: 8, layerCount: 2, arcWidth: 8, relationWidth: 8, nameWidth: 8, nameCount: LABEL_COUNT}
const NOTHING = new Uint32Array(0)
const VOCABULARY = {
  vectorWords: Uint32Array.of(vocabularyHash('storm')),
  learntWords: NOTHING,
  nameParts: NOTHING,
  bearers: new Uint8Array(0),
  towns: NOTHING,
  townSizes: new Uint8Array(0)
}
const GIVEN = {steps: new Int8Array(100).fill(40), scales: Float32Array.of(0.01)}
/** Brimholm is the only word of a place. */
const PLACE_ALONE = 12
/** Small, so that no unit switches on or off on the way. */
const STEP = 0.0004

function network(): EncoderNetwork {
  const counts = {tagCount: LABELS.tags.length, relationCount: LABELS.relations.length, learntCount: 0}
  return new EncoderNetwork({...SHAPE, ...counts}, GIVEN)
}

function batch(): Batch {
  const names = new Map([['The storm closed roads near Brimholm .', [0, 0, 0, 0, 0, PLACE_ALONE, 0]]])
  return batchOf(bankText({...BANK, name: 'ud-ewt'}, names, VOCABULARY, LABELS), [0, 1])
}

suite('the network', () => {
  test('its gradients are the slopes of its loss', () => {
    const net = network()
    const gradients = net.gradients(batch())
    for (const [name, matrix] of Object.entries(net.parameters)) {
      const place = steepest(gradients[name]!)
      const before = matrix.values[place]!
      const at = (value: number) => {
        matrix.values[place] = value
        return net.loss(batch())
      }
      const slope = (at(before + STEP) - at(before - STEP)) / (2 * STEP)
      matrix.values[place] = before
      const gradient = gradients[name]![place]!
      assert(
        Math.abs(slope - gradient) < 0.05 * Math.abs(gradient) + 0.002,
        `${name}: slope ${slope}, gradient ${gradient}`
      )
    }
  })

  test('learns a small treebank by heart, and its file says the same of a text', () => {
    const net = network()
    for (let step = 0; step < 200; step++) net.learn(batch(), 0.02, {input: 0, layer: 0, head: 0, word: 0})
    const {arrays, settings} = packEncoder(net, VOCABULARY, GIVEN, {...LABELS, shape: SHAPE})
    const head = {name: 'encoder', version: '0', data: [], licence: '', trained: '', scores: {}, settings}
    const found = encode(BANK, {head, arrays} as ModelFile)
    assert.deepEqual(
      Array.from(found.tags, tag => LABELS.tags[tag]),
      BANK.upos.map((upos, word) => `${upos} ${BANK.xpos[word]}`)
    )
    assert.deepEqual(found.heads, BANK.heads)
    assert.deepEqual(
      Array.from(found.relations, relation => LABELS.relations[relation]),
      BANK.relations
    )
    assert.deepEqual(likeliestNames(found).slice(0, 7), [0, 0, 0, 0, 0, PLACE_ALONE, 0])
  })
})

function steepest(gradients: Float32Array): number {
  let best = 0
  for (const [place, gradient] of gradients.entries()) if (Math.abs(gradients[best]!) < Math.abs(gradient)) best = place
  return best
}

function likeliestNames({names}: Encoding): number[] {
  return Array.from({length: names.length / LABEL_COUNT}, (_, word) => {
    const scores = Array.from(names.subarray(word * LABEL_COUNT, (word + 1) * LABEL_COUNT))
    return scores.indexOf(Math.max(...scores))
  })
}
