import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {edtfBounds} from '../../src/language/edtf.ts'
import {type Asked, answerAsOf} from '../../src/record/timeline/as-of.ts'
import {isWithin} from '../../src/record/timeline/days.ts'
import type {PostFact} from '../../src/record/timeline/post-fact.ts'
import {readTitle} from '../../src/record/timeline/read-title.ts'
import {tenuresOf} from '../../src/record/timeline/tenures.ts'
import type {Days} from '../../src/record/told-claim.ts'
import {caseBlocks} from '../support/cases.ts'
import {writtenFacts} from '../support/written-facts.ts'

suite('who held a post', () => {
  for (const {name, body} of caseBlocks(new URL('timeline-as-of.txt', import.meta.url)))
    test(name, () => {
      const [told = '', expected = ''] = body.split('\n---\n')
      const facts = writtenFacts(told)
      for (const line of expected.trim().split('\n')) {
        const [question = '', answers = ''] = line.split(': ')
        expect(answersTo(facts, question), question).toBe(answers.trim())
      }
    })
})

suite('tenures', () => {
  for (const {name, body} of caseBlocks(new URL('timeline-tenures.txt', import.meta.url)))
    test(name, () => {
      const [told = '', expected = ''] = body.split('\n---\n')
      expect(tenuresOf(writtenFacts(told)).map(tenureLine).join('\n')).toBe(expected.trim())
    })
})

suite('titles', () => {
  for (const [title, body, expected] of titles())
    test(`${title} | ${body}: ${expected}`, () => {
      const {isHead, isSpokes} = readTitle(title, [body], {isPlace: body === 'Tarn'})
      expect(isHead ? 'leads' : isSpokes ? 'speaks-for' : 'belongs').toBe(expected)
    })
  test('that say the same have one key', () => {
    const keyOf = (title: string) => readTitle(title, ['Reed Trust']).key
    expect(keyOf('former chief executive of the Reed Trust')).toBe(keyOf('CEO'))
    expect(keyOf('spokeswoman')).toBe(keyOf('spokesman'))
    expect(keyOf('deputy head')).not.toBe(keyOf('head'))
  })
})

suite('laws', () => {
  const on = days()
  test('reports after a day never change what was known by it', () => {
    fc.assert(
      fc.property(someFacts(), someFacts(), on, day(), (facts, more, on, knownBy) => {
        const later = more
          .filter(({reportedBy}) => reportedBy === undefined || knownBy < reportedBy)
          .map(fact => ({...fact, place: `later ${fact.place}`}))
        expect(answerAsOf([...facts, ...later], 'leads', {on, knownBy})).toEqual(
          answerAsOf(facts, 'leads', {on, knownBy})
        )
      })
    )
  })
  test('what came after a place of the log never changes how the record stood at it', () => {
    fc.assert(
      fc.property(someFacts(), on, fc.nat(9), (facts, on, recordedBy) => {
        const before = facts.filter(({recorded}) => recorded <= recordedBy)
        expect(answerAsOf(facts, 'leads', {on, recordedBy})).toEqual(answerAsOf(before, 'leads', {on}))
      })
    )
  })
  test('the order in which claims come does not matter', () => {
    fc.assert(
      fc.property(someFacts(), on, (facts, on) => {
        expect(answerAsOf(facts.toReversed(), 'leads', {on})).toEqual(answerAsOf(facts, 'leads', {on}))
        expect(tenuresOf(facts.toReversed())).toEqual(tenuresOf(facts))
      })
    )
  })
  test('fewer days never make another holder certain', () => {
    fc.assert(
      fc.property(someFacts(), on, on, (facts, one, other) => {
        const [wide, narrow] = isWithin(one, other) ? [other, one] : [one, other]
        fc.pre(isWithin(narrow, wide))
        const stated = (on: Days) =>
          answerAsOf(facts, 'leads', {on})
            .filter(({holds}) => holds === 'stated')
            .map(({holder, key}) => `${holder} ${key}`)
        expect(stated(wide)).toEqual(expect.arrayContaining(stated(narrow)))
      })
    )
  })
  test('every bound is one that a claim tells, and no open end reaches today', () => {
    fc.assert(
      fc.property(someFacts(), facts => {
        const told = new Set(facts.flatMap(({marks}) => marks.map(({days}) => `${days.earliest} ${days.latest}`)))
        for (const {observed, begun, ended} of tenuresOf(facts))
          for (const days of [
            ...(observed ? [observed.first, observed.last] : []),
            ...[...begun, ...ended].map(bound => bound.days)
          ])
            expect(told).toContain(`${days.earliest} ${days.latest}`)
      })
    )
  })
  test('every answer rests on claims about its holder', () => {
    fc.assert(
      fc.property(someFacts(), on, (facts, on) => {
        for (const {by, against, holder, key} of answerAsOf(facts, 'belongs-to', {on})) {
          expect(by.length + against.length).toBeGreaterThan(0)
          for (const fact of [...by, ...against]) expect([fact.holder, fact.key]).toEqual([holder, key])
        }
      })
    )
  })
})

/** `leads 2016-05 by 2017`: `Ida stated, Oskar between`. */
function answersTo(facts: readonly PostFact[], question: string): string {
  const [asked = '', on = '', ...rest] = question.split(' ')
  const knownBy = rest[0] === 'by' ? edtfBounds(rest[1]!)!.latest : undefined
  const answers = answerAsOf(facts, asked as Asked, {on: edtfBounds(on)!, ...(knownBy && {knownBy})})
  const lines = answers.map(
    ({holder, holds, against}) => `${holder} ${holds}${against.length > 0 ? ` (${against.length} against)` : ''}`
  )
  return lines.join(', ') || 'nobody'
}

function tenureLine({holder, title, observed, begun, ended, gaps, next}: ReturnType<typeof tenuresOf>[number]): string {
  const each = (bounds: readonly {readonly days: Days}[]) => bounds.map(({days}) => shown(days)).join(' or ')
  return [
    `${holder}, ${title}`,
    observed && `observed ${shown(observed.first)} to ${shown(observed.last)}`,
    begun.length > 0 && `begun ${each(begun)}`,
    ended.length > 0 && `ended ${each(ended)}`,
    gaps.length > 0 && `unseen ${gaps.map(shown).join(', ')}`,
    next && `then ${next.holder} (${next.how}${next.days ? ` ${shown(next.days)}` : ''})`
  ]
    .filter(Boolean)
    .join('; ')
}

function shown({earliest, latest}: Days): string {
  return earliest === latest ? earliest : `${earliest}..${latest}`
}

function day(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({min: 2010, max: 2014}), fc.constantFrom('01-01', '03-15', '06-30', '12-31'))
    .map(([year, rest]) => `${year}-${rest}`)
}

function days(): fc.Arbitrary<Days> {
  return fc
    .tuple(day(), day())
    .map(([one, other]) => (one < other ? {earliest: one, latest: other} : {earliest: other, latest: one}))
}

function someFacts(): fc.Arbitrary<PostFact[]> {
  const mark = fc.record({
    kind: fc.constantFrom('seen', 'begun', 'ended', 'throughout', 'called', 'former', 'designate', 'denied'),
    days: days(),
    isSure: fc.boolean()
  })
  const fact = fc.record({
    kind: fc.constant('role' as const),
    holder: fc.constantFrom('Ida', 'Oskar', 'Wim'),
    body: fc.constant('Tarn Council'),
    title: fc.constantFrom('mayor', 'Mayor'),
    key: fc.constant('mayor'),
    isHead: fc.constant(true),
    isSpokes: fc.constant(false),
    marks: fc.array(mark, {minLength: 1, maxLength: 3}),
    reportedBy: fc.option(day(), {nil: undefined}),
    recorded: fc.nat(9)
  })
  return fc
    .array(fact, {maxLength: 8})
    .map(facts => facts.map((each, index) => ({...each, place: `claim ${index}`}))) as fc.Arbitrary<PostFact[]>
}

function titles(): [title: string, body: string, expected: string][] {
  return [
    ['mayor', 'Tarn', 'leads'],
    ['Lord Mayor of Tarn', 'Tarn', 'leads'],
    ['deputy mayor', 'Tarn', 'belongs'],
    ['police chief', 'Tarn', 'belongs'],
    ['head coach', 'Velmora Rovers', 'leads'],
    ['assistant coach', 'Velmora Rovers', 'belongs'],
    ['goalkeeper', 'Velmora Rovers', 'belongs'],
    ['Chief Executive Officer', 'Brask & Sons', 'leads'],
    ['chief financial officer', 'Brask & Sons', 'belongs'],
    ['vice president', 'Brask & Sons', 'belongs'],
    ['chairman and chief executive', 'Brask & Sons', 'leads'],
    ['acting head of the Reed Trust', 'Reed Trust', 'leads'],
    ['head of finance', 'Reed Trust', 'belongs'],
    ['founder and leader', 'Ash Brigade', 'leads'],
    ['group leader', 'Ash Brigade', 'leads'],
    ['emir', 'Ash Brigade', 'leads'],
    ['supreme commander', 'Ash Brigade', 'leads'],
    ['field commander', 'Ash Brigade', 'belongs'],
    ['Archbishop of Tarn', 'Diocese of Tarn', 'leads'],
    ['editor-in-chief', 'Strait Ledger', 'leads'],
    ['sports editor', 'Strait Ledger', 'belongs'],
    ['party leader', 'Harbour Party', 'leads'],
    ['leader of the party', 'Harbour Party', 'leads'],
    ['treasurer', 'Harbour Party', 'belongs'],
    ['spokeswoman', 'Harbour Party', 'speaks-for'],
    ['chief spokesman for military affairs', 'Ash Brigade', 'speaks-for'],
    ['press secretary', 'Tarn Council', 'speaks-for'],
    ['press office intern', 'Tarn Council', 'belongs']
  ]
}
