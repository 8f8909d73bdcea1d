import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {readSource} from '../../src/pipeline.ts'
import {scoreText} from '../../training/evaluate-knowledgenet.ts'
import {textsOfLines} from '../../training/knowledgenet.ts'

const models = loadModels()

/** A passage line of the corpus whose facts are given by their words. */
function line(passage: string, text: string, properties: string[], facts: readonly [string, string, string][]): string {
  const at = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length]
  return JSON.stringify({
    doc: passage.split(':')[0],
    fold: 1,
    passage,
    text,
    properties,
    facts: facts.map(([property, subject, object]) => ({property, subject: at(subject), object: at(object)}))
  })
}

function score(lines: readonly string[]) {
  const [text] = textsOfLines(lines, 1)
  const bytes = new TextEncoder().encode(text!.text)
  return scoreText(text!, readSource({ref: 'a-passage', bytes}, models).reading)
}

const MARRIED = 'Ida Holm, the wife of Per Dahl, lives here.'

suite('facts of KnowledgeNet', () => {
  test('a marriage counts both ways', () => {
    const {all} = score([
      line(
        '7:0:43',
        MARRIED,
        ['SPOUSE'],
        [
          ['SPOUSE', 'Ida Holm', 'Per Dahl'],
          ['SPOUSE', 'Per Dahl', 'Ida Holm']
        ]
      )
    ])
    assert.deepEqual(all, {hits: 2, found: 2, wanted: 2})
  })

  test('a claim of a property that was not searched for counts neither way', () => {
    assert.deepEqual(score([line('7:0:43', MARRIED, ['CHILD_OF'], [])]).all, {hits: 0, found: 0, wanted: 0})
  })

  test('a claim of a property that was searched for and not marked is wrong', () => {
    assert.deepEqual(score([line('7:0:43', MARRIED, ['SPOUSE'], [])]).all, {hits: 0, found: 2, wanted: 0})
  })

  test('a fact of a pronoun alone is left out where both ends are to be named', () => {
    const {all, named} = score([
      line('7:0:23', 'He died in Osterby in 1902.', ['DATE_OF_DEATH'], [['DATE_OF_DEATH', 'He', '1902']])
    ])
    assert.deepEqual([all.wanted, named.wanted], [1, 0])
  })

  test('passages of a document stand in its order, and their facts move with them', () => {
    const [text] = textsOfLines(
      [line('7:90:95', 'Then.', [], []), line('7:0:43', MARRIED, ['SPOUSE'], [['SPOUSE', 'Ida Holm', 'Per Dahl']])],
      1
    )
    const fact = text!.passages[0]!.facts[0]!
    assert.equal(text!.text, `${MARRIED}\n\nThen.`)
    assert.equal(text!.text.slice(fact.object.start, fact.object.end), 'Per Dahl')
  })
})
