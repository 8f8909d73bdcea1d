import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {originsOfClaims} from '../../src/record/origins/claim-origins.ts'
import {statedCredits} from '../../src/record/origins/credits.ts'
import {groupOrigins} from '../../src/record/origins/group-origins.ts'
import {nearCopy, textShare} from '../../src/record/origins/near-copy.ts'
import {type OriginDocument, type OriginLink, originLink, originLinks} from '../../src/record/origins/origin-links.ts'
import {outletKey} from '../../src/record/origins/outlet-key.ts'
import {sketchOf} from '../../src/record/origins/sketch.ts'
import type {ToldClaim} from '../../src/record/told-claim.ts'
import {caseBlocks} from '../support/cases.ts'

const [quay, merger] = caseBlocks(new URL('origins-events.txt', import.meta.url)).map(({body}) =>
  body.split('--- ')[0]!.trim()
) as [string, string]

suite('what a document credits', () => {
  const credits = (text: string, authors: readonly {name: string; organisation?: string}[] = []) =>
    statedCredits({
      text,
      authors: authors.map(author => ({...author, start: 0, end: 0})),
      parts: [{kind: 'body', start: 0, end: text.length}]
    }).map(({kind, key}) => `${kind} ${key}`)

  test.each([
    ['VELMORA (Reuters) - The old quay will close.', ['agency reuters']],
    ['VELMORA, March 3 — (AP) — The old quay will close.', ['agency associated press']],
    ['The old quay will close. This article was first published by The Strait Ledger.', ['reprint strait ledger']],
    ['Reprinted with permission from the Velmora Courier.', ['reprint velmora courier']],
    ['The old quay will close.\nSource: AFP', ['agency agence france presse']],
    ['It will close.\nThis story was produced by Reuters.', ['agency reuters']],
    ['A spokesman told Reuters that the quay will close.', []],
    ['The book was first published in 1987.', []],
    ['The source of the river lies in Tarn.', []],
    ['She first appeared on Tuesday.', []]
  ])('%s', (text, expected) => expect(credits(text)).toEqual(expected))

  test('an agency signs in the byline', () => {
    expect(credits('The quay.', [{name: 'Ida Fenn', organisation: 'Associated Press'}])).toEqual([
      'agency associated press'
    ])
    expect(credits('The quay.', [{name: 'Ida Fenn'}])).toEqual([])
  })

  test('one outlet is written in many ways', () => {
    expect(outletKey('The AP')).toBe(outletKey('Associated Press'))
    expect(outletKey('The Strait Ledger')).toBe(outletKey('Strait Ledger'))
  })
})

suite('documents of one origin', () => {
  const half = quay.slice(0, quay.length / 2)
  const report = (id: string, text: string, rest: Partial<OriginDocument> = {}): OriginDocument => ({
    id,
    sketch: sketchOf(text),
    credits: [],
    ...rest
  })
  const ledger = {
    key: 'strait ledger',
    name: 'The Strait Ledger',
    kind: 'reprint' as const,
    words: 'first published by The Strait Ledger'
  }
  const wire = {key: 'reuters', name: 'Reuters', kind: 'agency' as const, words: '(Reuters) -'}
  const rewritten = `${half.slice(0, 500)} ${merger}`

  test('a shortened reprint is a copy, and says how much of it', () => {
    expect(originLink(report('b', half), report('a', quay))).toMatchObject({one: 'a', other: 'b', kind: 'copy'})
    expect(originLink(report('a', quay), report('b', half))!.reason).toMatch(
      /^(?:9\d|100) % of the shorter text stands word for word in the longer$/
    )
    expect(originLink(report('a', quay), report('b', merger))).toBeUndefined()
  })

  test('what a reprint states is shown, and counts where the texts bear it out', () => {
    const original = report('a', quay, {outlet: 'strait ledger'})
    expect(originLink(original, report('b', half, {credits: [ledger], outlet: 'courier'}))).toMatchObject({
      kind: 'copy',
      words: [ledger.words]
    })
    const partly = report('c', `${merger.slice(0, 900)} ${quay.slice(0, 500)}`, {credits: [ledger], outlet: 'courier'})
    expect(originLink(original, partly)).toMatchObject({kind: 'reprint', words: [ledger.words]})
    expect(originLink(original, {...partly, credits: []})).toBeUndefined()
    expect(originLink(original, report('d', merger, {credits: [ledger], outlet: 'courier'}))).toBeUndefined()
  })

  test('wire copy that both credit counts where the texts bear it out and the days fit', () => {
    const day = (date: string) => ({earliest: date, latest: date})
    const one = report('a', quay, {credits: [wire], published: day('2024-03-05')})
    const other = report('b', `${quay.slice(0, 500)} ${merger.slice(0, 900)}`, {
      credits: [wire],
      published: day('2024-03-07')
    })
    expect(originLink(one, other)).toMatchObject({kind: 'wire', words: [wire.words]})
    expect(originLink(one, {...other, published: day('2024-05-07')})).toBeUndefined()
    expect(originLink(one, {...other, credits: []})).toBeUndefined()
    expect(rewritten.length).toBeGreaterThan(500)
  })

  test('three reports, one origin: joined by links that each say why', () => {
    const documents = [report('c', half), report('a', quay), report('b', `${half}\nMore follows.`), report('d', merger)]
    const groups = groupOrigins(
      documents.map(({id}) => id),
      originLinks(documents)
    )
    expect(groups.map(({members}) => members)).toEqual([['a', 'b', 'c'], ['d']])
    expect(groups[0]!.links).toHaveLength(2)
    expect(groups[1]!.links).toEqual([])
  })
})

suite('origins of one claim', () => {
  const sources = {
    documents: new Map(
      ['a', 'b', 'c', 'd'].map(id => [
        id,
        {id, sketch: sketchOf(''), credits: [], outlet: {a: 'courier', b: 'ledger', c: 'gazette', d: 'courier'}[id]!}
      ])
    ),
    owners: new Map([
      ['courier', [{key: '7', name: 'Harbour Press', words: 'Harbour Press, owner of the Courier'}]],
      ['ledger', [{key: '7', name: 'Harbour Press', words: 'the Ledger, a Harbour Press title'}]]
    ])
  }
  const told = (document: string, rest: object = {}): ToldClaim =>
    ({
      claimKind: 'statement',
      document,
      origin: document,
      entities: {
        e1: {subject: 'ida', kind: 'person', name: 'Ida', names: []},
        e2: {subject: 'film', kind: 'production', name: 'Nine Tides', names: []}
      },
      words: [],
      content: [],
      recorded: 1,
      ...rest,
      claim: {
        id: `claim-${document}`,
        evidence: [],
        voices: [],
        polarity: 'positive',
        modality: [],
        reason: '',
        score: 1,
        kind: 'direct',
        source: null,
        speaker: 'e1',
        cue: [],
        content: [],
        altered: [],
        ...('claim' in rest ? (rest.claim as object) : {})
      }
    }) as ToldClaim
  const groups = (...claims: ToldClaim[]) =>
    originsOfClaims(claims, sources)
      .map(({members}) => members.map(key => key.split(' ')[0]).join(''))
      .join(' ')
  const reason = (...claims: ToldClaim[]) =>
    originsOfClaims(claims, sources)[0]!
      .links.map(link => link.reason)
      .join('; ')

  test('reports of different houses are different sources', () => {
    expect(groups(told('a'), told('c'))).toBe('a c')
  })
  test('reports of one outlet, and of outlets of one owner, are one', () => {
    expect(groups(told('a'), told('d'))).toBe('ad')
    expect(groups(told('a'), told('b'))).toBe('ab')
    expect(reason(told('a'), told('b'))).toBe('their outlets belong to Harbour Press')
  })
  test('reprints are one', () => {
    expect(groups(told('a', {origin: 'x'}), told('c', {origin: 'x'}))).toBe('ac')
  })
  test('reports of one production are one', () => {
    expect(groups(told('a', {claim: {production: 'e2'}}), told('c', {claim: {production: 'e2'}}))).toBe('ac')
    expect(reason(told('a', {claim: {production: 'e2'}}), told('c', {claim: {production: 'e2'}}))).toBe(
      'both report “Nine Tides”'
    )
  })
  test('the same words of the same speaker are one statement, others are not', () => {
    const said = (document: string, words: string, rest: object = {}) => told(document, {content: [words], ...rest})
    expect(
      groups(
        said('a', 'I will not wait until somebody drowns before I put up a fence'),
        said('c', 'I will not wait until somebody drowns')
      )
    ).toBe('ac')
    expect(
      groups(
        said('a', 'I will not wait until somebody drowns'),
        said('c', 'The quay has earned its rest, and so have we')
      )
    ).toBe('a c')
    expect(groups(said('a', 'We won'), said('c', 'we won!'))).toBe('ac')
    expect(
      groups(
        said('a', 'I will not wait until somebody drowns'),
        said('c', 'I will not wait until somebody drowns', {claim: {kind: 'indirect'}})
      )
    ).toBe('a c')
  })
  test('what joins two claims joins only these: a third that neither shares stands alone', () => {
    expect(groups(told('a', {claim: {production: 'e2'}}), told('b'), told('c', {claim: {production: 'e2'}}))).toBe(
      'abc'
    )
    expect(groups(told('b'), told('c'))).toBe('b c')
  })
})

suite('laws', () => {
  const words = fc
    .array(fc.constantFrom('quay', 'boat', 'sea', 'net', 'ice', 'tide', 'crew', 'pier'), {maxLength: 60})
    .map(list => list.join(' '))
  test('near-copies are so both ways, and every long enough text is one of itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(nearCopy(sketchOf(a), sketchOf(b))).toEqual(nearCopy(sketchOf(b), sketchOf(a)))
        if (sketchOf(a).stretchCount >= 12)
          expect(textShare(sketchOf(a), sketchOf(a))).toEqual({jaccard: 1, containment: 1})
      })
    )
  })
  test('a sample tells the share of the whole, nearly', () => {
    const numbered = (from: number, to: number) =>
      Array.from({length: to - from}, (_, index) => `w${from + index}`).join(' ')
    const {jaccard, containment} = textShare(sketchOf(numbered(0, 4000)), sketchOf(numbered(1000, 3000)))
    expect(Math.abs(jaccard - 0.5)).toBeLessThan(0.1)
    expect(containment).toBeGreaterThan(0.95)
  })
  test('groups do not depend on the order of documents and links, and each is joined by its links', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const link = fc.record({
      one: fc.constantFrom(...ids),
      other: fc.constantFrom(...ids),
      kind: fc.constantFrom('copy', 'owner'),
      reason: fc.constant(''),
      words: fc.constant([])
    }) as fc.Arbitrary<OriginLink>
    fc.assert(
      fc.property(fc.array(link, {maxLength: 8}), links => {
        const groups = groupOrigins(ids, links)
        expect(groupOrigins(ids.toReversed(), links.toReversed())).toEqual(groups)
        expect(groups.flatMap(({members}) => members).sort()).toEqual(ids)
        for (const {members, links: joining} of groups) expect(joining).toHaveLength(members.length - 1)
      })
    )
  })
})
