import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {analyse, analyseWords} from '../../src/language/analyse.ts'
import {type Analysis, sentenceCount} from '../../src/language/analysis.ts'
import {loadModels} from '../../src/models.ts'
import {cpuMs} from '../support/cpu-time.ts'

const models = loadModels()

const REPORT = `Mara Quell, the head of the Varn River Front, said on Tuesday that “we will never leave the valley.”

She was named commander in 2015. Officials in the capital did not answer questions about the claim.`

suite('analyse', () => {
  const analysis = analyse(REPORT, models, {published: '2021-03-04'})

  test('tags words by their place in the sentence', () => {
    const tagOf = (form: string) => analysis.upos[analysis.forms.indexOf(form)]
    assert.equal(tagOf('Quell'), 'PROPN')
    assert.equal(tagOf('said'), 'VERB')
    assert.equal(tagOf('that'), 'SCONJ')
    assert.equal(tagOf('valley'), 'NOUN')
    assert.equal(tagOf('2015'), 'NUM')
  })

  test('gives lemmas', () => {
    const lemmaOf = (form: string) => analysis.lemmas[analysis.forms.indexOf(form)]
    assert.equal(lemmaOf('said'), 'say')
    assert.equal(lemmaOf('was'), 'be')
    assert.equal(lemmaOf('Officials'), 'official')
    assert.equal(lemmaOf('questions'), 'question')
    assert.equal(lemmaOf('Quell'), 'Quell')
  })

  test('hangs words from their heads', () => {
    assert.equal(headOf(analysis, 'Mara'), 'nsubj of said')
    assert.equal(headOf(analysis, 'head'), 'appos of Mara')
    assert.equal(headOf(analysis, 'leave'), 'ccomp of said')
    assert.equal(headOf(analysis, 'valley'), 'obj of leave')
    assert.equal(headOf(analysis, 'answer'), 'root')
    assert.equal(headOf(analysis, 'not'), 'advmod of answer')
  })

  test('reads twice alike', () => {
    assert.deepEqual(analyse(REPORT, models, {published: '2021-03-04'}), analysis)
  })

  test('words that are given keep their bounds', () => {
    const {text, starts, ends, forms, sentenceStarts} = analysis
    const again = analyseWords({text, starts, ends, forms, sentenceStarts}, models)
    assert.deepEqual(again.relations, analysis.relations)
    assert.deepEqual(again.sentenceStarts, sentenceStarts)
  })

  test('an empty text has nothing in it', () => {
    const empty = analyse('', models)
    assert.equal(empty.forms.length, 0)
    assert.equal(sentenceCount(empty), 0)
    assert.deepEqual([empty.names, empty.chains, empty.dates], [[], [], []])
  })
})

suite('whatever the text', () => {
  const piece = fc.constantFrom(
    ...(
      'Mara Quell said on Tuesday that the U.S. group “will not leave” its base , . ! ? \' " ( [sic] ) -- … $ 5 2016-12-16 ' +
      "\ud83d\udc4d \ud800 中文 Çelik’s can't http://a.example \n \n\n"
    ).split(' ')
  )
  const text = fc.oneof(
    fc.array(piece, {maxLength: 80}).map(pieces => pieces.join(' ')),
    fc.string({unit: 'binary', maxLength: 200})
  )

  test('every sentence has one root and a tree without cycles or crossing arcs', () => {
    fc.assert(
      fc.property(text, given => {
        const analysis = analyse(given, models)
        for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) assertTree(analysis, sentence)
      }),
      {numRuns: 200}
    )
  })

  test('every word has its tags, lemma and relation, and every finding lies in the text', () => {
    fc.assert(
      fc.property(text, given => {
        const {forms, upos, xpos, lemmas, relations, names, dates, chains} = analyse(given, models)
        for (const column of [upos, xpos, lemmas, relations]) {
          assert.equal(column.length, forms.length)
          assert(column.every(value => typeof value === 'string' && value !== ''))
        }
        for (const {start, end} of [...names, ...dates, ...chains.flatMap(({mentions}) => mentions)])
          assert(0 <= start && start < end && end <= given.length)
      }),
      {numRuns: 200}
    )
  })
})

test('time grows with the text and no faster', () => {
  const timeOf = (count: number) => cpuMs(() => analyse(`${REPORT}\n\n`.repeat(count), models))
  timeOf(50)
  const short = Math.min(timeOf(50), timeOf(50), timeOf(50))
  const long = Math.min(timeOf(500), timeOf(500))
  assert(long < short * 10 * 3, `50 reports took ${short} ms and 500 took ${long} ms`)
})

function assertTree({heads, relations, sentenceStarts}: Analysis, sentence: number): void {
  const start = sentenceStarts[sentence]!
  const end = sentenceStarts[sentence + 1]!
  let roots = 0
  for (let word = start; word < end; word++) {
    const head = heads[word]!
    assert.equal(head < 0, relations[word] === 'root')
    if (head < 0) roots++
    else assert(start <= head && head < end && head !== word)
    assert(depthOf(heads, word) <= end - start)
    for (let between = Math.min(word, head) + 1; 0 <= head && between < Math.max(word, head); between++)
      assert(isBelow(heads, between, word) || isBelow(heads, between, head))
  }
  assert.equal(roots, 1)
}

function depthOf(heads: Int32Array, word: number): number {
  let depth = 0
  for (let at = word; 0 <= at && depth <= heads.length; at = heads[at]!) depth++
  return depth
}

function isBelow(heads: Int32Array, word: number, above: number): boolean {
  for (let at = word; 0 <= at; at = heads[at]!) if (at === above) return true
  return false
}

function headOf({forms, heads, relations}: Analysis, form: string): string {
  const word = forms.indexOf(form)
  return heads[word]! < 0 ? 'root' : `${relations[word]} of ${forms[heads[word]!]}`
}
