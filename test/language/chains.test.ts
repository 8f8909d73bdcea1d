import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {analyse} from '../../src/language/analyse.ts'
import {type Chain, wordSpan} from '../../src/language/analysis.ts'
import {findChains} from '../../src/language/chains.ts'
import {findNames} from '../../src/language/names.ts'
import {loadModels} from '../../src/models.ts'
import {caseBlocks} from '../support/cases.ts'

const models = loadModels()

/** A case is a text with each mention as {words|number of its chain}; mentions inside others are not shown. */
suite('findChains', () => {
  for (const {name, body} of caseBlocks(new URL('chains.txt', import.meta.url)))
    test(name, () => {
      const text = body.replace(/\{([^|}]*)\|[^}]*\}/g, '$1')
      assert.equal(mark(text, chainsIn(text)), body)
    })
})

suite('chains', () => {
  test('are named by the fullest name, and list every other', () => {
    const [chain] = chainsIn('Holub resigned. Jana Holub gave no reason. Minister Holub left.')
    assert.equal(chain?.name, 'Jana Holub')
    assert.deepEqual(chain?.names, ['Jana Holub', 'Holub'])
  })

  test('carry the head of each mention', () => {
    const text = 'Jana Holub, the minister for water, left. She smiled.'
    const parsed = analyse(text, models)
    const [chain] = findChains(parsed, findNames(parsed, models), models).chains
    assert.deepEqual(
      chain?.mentions.map(({headWord, form}) => [parsed.forms[headWord], form]),
      [
        ['Holub', 'name'],
        ['minister', 'nominal'],
        ['She', 'pronoun']
      ]
    )
  })

  const words =
    `Jana Holub Peter Walsh she he it they her his the group company minister , . said told “ ” " Orlan Motors Mrs.
    ( OM ) Vale Relief Trust VRT U.S. video titled is and of who \n\n 's`.split(' ')
  const nameLike = fc.array(fc.constantFrom(...words), {maxLength: 60}).map(parts => parts.join(' '))
  const anyText = fc.oneof(nameLike, fc.string({unit: 'binary', maxLength: 80}))

  test('of any text are numbered by first mention, and their mentions lie in it in order', () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = analyse(text, models)
        const {chains} = findChains(parsed, findNames(parsed, models), models)
        assert.deepEqual(
          chains.map(({id}) => id),
          chains.map((_, index) => `e${index + 1}`)
        )
        let firstStart = 0
        for (const {mentions, names, name, score} of chains) {
          assert.ok(firstStart <= mentions[0]!.start && names[0] === name && 0 < score && score <= 1)
          firstStart = mentions[0]!.start
          let start = 0
          for (const mention of mentions) {
            assert.ok(start <= mention.start && mention.start < mention.end && mention.end <= text.length)
            assert.ok(mention.firstWord <= mention.headWord && mention.headWord < mention.endWord)
            assert.deepEqual(
              {start: mention.start, end: mention.end},
              wordSpan(parsed, mention.firstWord, mention.endWord)
            )
            start = mention.start
          }
        }
      }),
      {numRuns: 300}
    )
  })

  test('put every name into one chain', () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = analyse(text, models)
        const names = findNames(parsed, models)
        const starts = findChains(parsed, names, models).chains.flatMap(({mentions}) =>
          mentions.filter(({form}) => form === 'name').map(({start}) => start)
        )
        assert.deepEqual(
          starts.toSorted((a, b) => a - b),
          names.map(({start}) => start)
        )
      }),
      {numRuns: 200}
    )
  })

  test('take time in proportion to the text', () => {
    const parsed = analyse(
      'Jana Holub met Peter Holub (AXY). She told the group he and it were its own. '.repeat(800),
      models
    )
    const names = findNames(parsed, models)
    const startedAt = performance.now()
    findChains(parsed, names, models)
    assert.ok(performance.now() - startedAt < 4000)
  })
})

function chainsIn(text: string): Chain[] {
  const parsed = analyse(text, models)
  return findChains(parsed, findNames(parsed, models), models).chains
}

function mark(text: string, chains: readonly Chain[]): string {
  const mentions = chains.flatMap(({id, mentions: all}) =>
    all.map(({start, end}) => ({start, end, number: id.slice(1)}))
  )
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  let marked = ''
  let position = 0
  for (const {start, end, number} of mentions) {
    if (start < position) continue
    marked += `${text.slice(position, start)}{${text.slice(start, end)}|${number}}`
    position = end
  }
  return marked + text.slice(position)
}
