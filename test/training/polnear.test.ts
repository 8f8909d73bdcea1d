import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {readSource} from '../../src/pipeline.ts'
import {scoreAttributions} from '../../training/evaluate-polnear.ts'
import {polnearText} from '../../training/polnear.ts'
import {attributionsOf} from '../../training/polnear-relations.ts'

const models = loadModels()

interface Words {
  readonly source: readonly string[]
  readonly cue: readonly string[]
  readonly content: readonly string[]
}

/** A line of the corpus whose attributions are given by their words. */
function article(text: string, attributions: readonly Words[]) {
  const places = (words: readonly string[]) =>
    words.map(piece => [text.indexOf(piece), text.indexOf(piece) + piece.length])
  const marked = attributions.map(({source, cue, content}) => ({
    source: places(source),
    cue: places(cue),
    content: places(content)
  }))
  return polnearText(JSON.stringify({id: 'an-article', text, published: '2016-03-01', annotators: [marked]}))
}

function score(text: string, attributions: readonly Words[]) {
  const wanted = article(text, attributions)
  const bytes = new TextEncoder().encode(text)
  const {reading} = readSource({ref: 'an-article', bytes}, models)
  const counts = scoreAttributions(wanted, attributionsOf(reading))
  return (figure: string) => {
    const {hits, found, wanted: all} = counts.get(figure)!
    return [hits, found, all]
  }
}

const HARBOUR = 'Osterby harbour closes.\n\nThe harbour closed on Monday in the storm. '

suite('attributions of PolNeAR', () => {
  test('the kind of an attribution follows from its quotation marks', () => {
    const kinds = (content: string) =>
      article(`Ida Holm said ${content}`, [{source: ['Ida Holm'], cue: ['said'], content: [content]}]).attributions[0]!
        .kind
    assert.equal(kinds('“We will go.”'), 'direct')
    assert.equal(kinds("''We will go,''"), 'direct')
    assert.equal(kinds('they “will go” soon'), 'mixed')
    assert.equal(kinds('that they will go'), 'indirect')
  })

  test('marks around a quotation are in its content', () => {
    const of = score(`${HARBOUR}“The boats are safe,” Ida Holm said.`, [
      {source: ['Ida Holm'], cue: ['said'], content: ['“The boats are safe,”']}
    ])
    assert.deepEqual(of('direct, exact'), [1, 1, 1])
  })

  test('"that" is in the content', () => {
    const of = score(`${HARBOUR}Ida Holm said that the boats were safe.`, [
      {source: ['Ida Holm'], cue: ['said'], content: ['that the boats were safe']}
    ])
    assert.deepEqual(of('indirect, exact'), [1, 1, 1])
  })

  test('a full stop is a token, and no word', () => {
    const of = score(`${HARBOUR}Ida Holm said that the boats were safe.`, [
      {source: ['Ida Holm'], cue: ['said'], content: ['that the boats were safe.']}
    ])
    assert.deepEqual(
      [of('whole, exact'), of('whole, words exact')],
      [
        [0, 1, 1],
        [1, 1, 1]
      ]
    )
  })

  test('a source that begins too late is found in part', () => {
    const of = score(`${HARBOUR}Ida Holm said that the boats were safe.`, [
      {source: ['Monday in the storm. Ida Holm'], cue: ['said'], content: ['that the boats were safe']}
    ])
    assert.deepEqual(
      [of('whole, words exact'), of('whole, in part')],
      [
        [0, 1, 1],
        [1, 1, 1]
      ]
    )
  })

  test('no source has to be found where none is named', () => {
    const found = article(`${HARBOUR}Reportedly the boats were safe.`, [
      {source: [], cue: ['Reportedly'], content: ['the boats were safe']}
    ])
    const counts = scoreAttributions(found, found.attributions)
    assert.deepEqual([counts.get('whole, exact')!.hits, counts.get('whole, in part')!.hits], [1, 1])
  })

  test('an adverb before the verb and a colon behind it are in its cue', () => {
    const of = score(`${HARBOUR}Ida Holm later said: “The boats are safe.”`, [
      {source: ['Ida Holm'], cue: ['later said:'], content: ['“The boats are safe.”']}
    ])
    assert.deepEqual(of('direct, exact'), [1, 1, 1])
  })

  test('a comma that closes what is set beside a source is in it', () => {
    const of = score(`${HARBOUR}Ida Holm, a farmer, said that the boats were safe.`, [
      {source: ['Ida Holm, a farmer,'], cue: ['said'], content: ['that the boats were safe']}
    ])
    assert.deepEqual(of('indirect, exact'), [1, 1, 1])
  })

  test('"who" is the source of its verb', () => {
    const of = score(`${HARBOUR}Per Dahl asked Ida Holm, who said that the boats were safe.`, [
      {source: ['who'], cue: ['said'], content: ['that the boats were safe']}
    ])
    assert.deepEqual(of('indirect, exact'), [1, 1, 1])
  })

  test('a statement inside the content of another is left out', () => {
    const of = score(`${HARBOUR}Ida Holm said that Per Dahl denied that the boats were safe.`, [
      {source: ['Ida Holm'], cue: ['said'], content: ['that Per Dahl denied that the boats were safe']}
    ])
    assert.deepEqual(of('whole, exact'), [1, 1, 1])
  })
})
