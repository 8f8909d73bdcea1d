import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import type {DateExpression} from '../../src/language/analysis.ts'
import {findDates} from '../../src/language/dates.ts'
import {edtfBounds} from '../../src/language/edtf.ts'
import {tag} from '../../src/language/tag.ts'
import {findWords} from '../../src/language/words.ts'
import {loadModels} from '../../src/models.ts'
import {caseBlocks, markSpans, readMarked} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

const models = loadModels()

/**
 * A case is a line `published DATE` (`-` for none), the text with its dates in {braces}, `---`, and a line for each date:
 * its type where it is no date, EDTF, days, ISO duration, `from` its anchor, and the rule behind a bar.
 */
for (const file of ['calendar', 'counted', 'lengths', 'times', 'none'])
  suite(`dates: ${file}`, () => {
    for (const {name, body} of caseBlocks(new URL(`dates-${file}.txt`, import.meta.url)))
      test(name, () => {
        const [, published, marked, expected = ''] = /^published (\S+)\n(.*?)(?:\n---\n(.*))?$/s.exec(body)!
        const {text} = readMarked(marked!.trimEnd())
        const dates = datesIn(text, published === '-' ? undefined : published)
        const shown = [markSpans(text, dates), '---', ...dates.map(show)].join('\n')
        assert.equal(shown, `${marked!.trimEnd()}\n---\n${expected}`.trimEnd() || '---')
      })
  })

suite('dates of any text', () => {
  const words =
    `in on since until from to between and the a an last next this that early late mid every ago later before after
    March May Sept. Tuesday Sun 3 14 31 1999 2024 1,500 90s 's ' - – / : . , ( ) " Q3 FY first second week year years months
    days two several Christmas Ramadan past recent noon p.m. 99999 0 summer of half quarter same day now at tonight coming
    another weekday Friday week weeks Nov nineteen eighty-four thousand 18 94 morning hours back current World War II every
    hundred 29 31st 2/29-3/1 22/Jan/2019 Feb/30 moved 9am fiscal quarters autumn centuries 19th 384 53 more than later today
    minutes calendar upcoming \n`.split(' ')
  const dateLike = fc.array(fc.constantFrom(...words, '12', '2', '-04-'), {maxLength: 24}).map(parts => parts.join(' '))
  const glued = fc.array(fc.constantFrom(...words, ' ', ' '), {maxLength: 24}).map(parts => parts.join(''))
  const published = fc.constantFrom(
    undefined,
    '2016-02-29',
    '2012-01',
    '2016',
    '0000-01-01',
    '9999-12-31',
    '201X',
    'nonsense'
  )

  test('are in order, lie in the text, are bounded in order, and are EDTF', () => {
    fc.assert(
      fc.property(fc.oneof(dateLike, glued, fc.string({unit: 'binary'})), published, (text, date) => {
        let position = 0
        for (const found of datesIn(text, date)) {
          assert(position <= found.start && found.start < found.end && found.end <= text.length)
          position = found.end
          checkBounds(found)
        }
      }),
      {numRuns: 500}
    )
  })

  test('are the same when they are read twice', () => {
    fc.assert(
      fc.property(dateLike, published, (text, date) => {
        assert.deepEqual(datesIn(text, date), datesIn(text, date))
      })
    )
  })

  test('take time in proportion to its length', () => {
    const bestTimeOf = (count: number) => {
      const text = 'From the early 1990s to March 3, 2014, two days after May, he sat. '.repeat(count)
      const tagged = tag(findWords(text, models), models)
      return Math.min(...[0, 1, 2].map(() => cpuMs(() => findDates(tagged, {published: '2016-01-01'}))))
    }
    // Ten times the text; a quadratic reader would take a hundred times as long.
    assert(bestTimeOf(2000) < 40 * Math.max(bestTimeOf(200), 1))
  })
})

function datesIn(text: string, published: string | undefined): DateExpression[] {
  return findDates(tag(findWords(text, models), models), published === undefined ? {} : {published})
}

/** What EDTF says exactly holds the bounds; what it says about (`~`) may be wider or narrower than they are. */
function checkBounds({edtf, earliest, latest, rule}: DateExpression): void {
  assert(rule.length > 0)
  assert.equal(edtf === undefined, earliest === undefined)
  assert.equal(edtf === undefined, latest === undefined)
  if (edtf === undefined) return
  const said = edtfBounds(edtf)
  assert(said, `${edtf} is EDTF`)
  assert(earliest! <= latest!)
  if (!edtf.includes('~'))
    assert(said.earliest <= earliest! && latest! <= said.latest, `${edtf} holds ${earliest}..${latest}`)
}

function show({type, edtf, earliest, latest, duration, anchor, rule}: DateExpression): string {
  const days = earliest === latest ? earliest : `${earliest}..${latest}`
  const parts = [type === 'date' ? undefined : type, edtf, edtf && days, duration, anchor && `from ${anchor}`]
  return [...parts.filter(part => part !== undefined), `| ${rule}`].join(' ')
}
