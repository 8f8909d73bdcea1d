import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {analyse} from '../../src/language/analyse.ts'
import {type Name, wordSpan} from '../../src/language/analysis.ts'
import {findNames} from '../../src/language/names.ts'
import {loadModels} from '../../src/models.ts'
import {caseBlocks} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

const models = loadModels()

/** A case is a text with each name as {words|kind} or {words|kind, title WORDS}. */
suite('findNames', () => {
  for (const {name, body} of caseBlocks(new URL('names.txt', import.meta.url)))
    test(name, () => {
      const text = body.replace(/\{([^|}]*)\|[^}]*\}/g, '$1')
      assert.equal(mark(text, namesIn(text)), body)
    })
})

test('what the dateline names is a place, however it sounds', () => {
  const text = 'Seven died off Sarne, and Sarne mourned. Mayor Ida Holm said so.'
  const kinds = (places: string[]) =>
    analyse(text, models, {places}).names.map(({start, end, kind}) => `${text.slice(start, end)} ${kind}`)
  assert.deepEqual(kinds(['SARNE']), ['Sarne place', 'Sarne place', 'Ida Holm person'])
  assert.deepEqual(kinds([]), ['Sarne person', 'Sarne person', 'Ida Holm person'])
})

test('what the dateline names stays a firm, and a person who speaks', () => {
  const kindIn = (text: string, place: string) => analyse(text, models, {places: [place]}).names.map(({kind}) => kind)
  assert.deepEqual(kindIn('Toyota said on Tuesday it would cut 900 jobs.', 'TOYOTA'), ['organisation'])
  assert.ok(!kindIn('Police held Morgan for two days. Morgan told the court so.', 'MORGAN').includes('place'))
})

suite('names of any text', () => {
  const words =
    `The of and al bin de Mr Dr. President Minister Jana Holub Vale Trust ( VRT ) “ ” " ' 's , . - & Times video entitled
    U.S. United Nations in the town said Ministry for Inc. Jr. é 𝒳 \u0000 \n # 12`.split(' ')
  const nameLike = fc.array(fc.constantFrom(...words), {maxLength: 30}).map(parts => parts.join(' '))
  const anyText = fc.oneof(nameLike, fc.string({unit: 'binary', maxLength: 80}))

  test('lie in the text, in order, without overlap, and cover their words', () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = analyse(text, models)
        let end = 0
        for (const name of findNames(parsed, models)) {
          assert.ok(end <= name.start && name.start < name.end && name.end <= text.length)
          assert.deepEqual({start: name.start, end: name.end}, wordSpan(parsed, name.firstWord, name.endWord))
          assert.ok(0 < name.score && name.score <= 1)
          assert.ok(!name.title || (name.title.start < name.title.end && name.title.end <= name.start))
          end = name.end
        }
      }),
      {numRuns: 300}
    )
  })

  test('are the same each time', () => {
    fc.assert(
      fc.property(anyText, text => assert.deepEqual(namesIn(text), namesIn(text))),
      {numRuns: 50}
    )
  })

  test('a word longer than any name is none', () => {
    assert.deepEqual(analyse(`Mayor ${'A'.repeat(400)} left.`, models).names, [])
  })

  test('take time in proportion to the text', () => {
    const sentence = 'The (AXY) Ministry of Water and Power, Inc. of Jana al Holub and '
    const parsed = analyse(sentence.repeat(1000), models)
    assert.ok(cpuMs(() => findNames(parsed, models)) < 4000)
  })
})

function namesIn(text: string): Name[] {
  return findNames(analyse(text, models), models)
}

function mark(text: string, names: readonly Name[]): string {
  let marked = ''
  let position = 0
  for (const {start, end, kind, title} of names) {
    const titled = title ? `, title ${text.slice(title.start, title.end)}` : ''
    marked += `${text.slice(position, start)}{${text.slice(start, end)}|${kind}${titled}}`
    position = end
  }
  return marked + text.slice(position)
}
