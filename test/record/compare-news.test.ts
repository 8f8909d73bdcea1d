import {expect, suite, test} from 'vitest'
import {holdAgainst, judgeNews} from '../../src/record/compare/judge-news.ts'
import {toldOf} from './compare-told.ts'

const LATER = 'gazette: role | Oskar Lind | mayor | Tarn | begun=2015'

suite('what a claim brings, held against several', () => {
  test('is new where nothing is about the same', () => {
    expect(newsOf([])).toEqual({news: 'new', restsOn: [], reports: 1, origins: 1})
    expect(newsOf(['courier: role | Ida Fenn | treasurer | Tarn'])).toMatchObject({news: 'new', reports: 1})
  })

  test('rests on what decides, and on all that it contradicts', () => {
    const earlier = [
      'courier: role | Oskar Lind | mayor | Tarn',
      'herald: role | Oskar Lind | mayor | Tarn | begun=2012',
      'ledger: role | Oskar Lind | mayor | Tarn | begun=2015'
    ]
    expect(newsOf(earlier)).toMatchObject({news: 'contradicts', restsOn: [{told: {document: 'doc-herald'}}]})
    expect(newsOf([earlier[0]!, earlier[2]!])).toMatchObject({
      news: 'corroborates',
      restsOn: [{told: {document: 'doc-ledger'}}]
    })
    expect(newsOf([earlier[0]!])).toMatchObject({news: 'refines'})
  })

  test('is no news where the same origin told it, whoever contradicts it', () => {
    const earlier = [
      'herald: role | Oskar Lind | mayor | Tarn | begun=2012',
      'courier (gazette): role | Oskar Lind | mayor | Tarn | begun=2015'
    ]
    expect(newsOf(earlier)).toMatchObject({
      news: 'repeats',
      restsOn: [{relation: 'contradicts'}, {relation: 'repeats'}]
    })
  })

  test('counts reports, and their origins as fewer', () => {
    const earlier = [
      'courier (wire): role | Oskar Lind | mayor | Tarn | begun=2015',
      'herald (wire): role | Oskar Lind | mayor | Tarn | begun=2015',
      'ledger (gazette): role | Oskar Lind | mayor | Tarn | begun=2015'
    ]
    expect(newsOf(earlier)).toMatchObject({news: 'repeats', reports: 4, origins: 2})
  })

  test('is of one origin with what a third report has in common with both', () => {
    const line = (paper: string, begun: string) => `${paper}: role | Oskar Lind | mayor | Tarn | begun=${begun}`
    const earlier = [line('courier', '2015'), line('herald', '2015')].map((each, index) => toldOf(each, index))
    const held = holdAgainst(toldOf(line('gazette', '2015'), 9), earlier)
    const credits = [{kind: 'agency' as const, key: 'strait wire', name: 'Strait Wire', words: 'Strait Wire'}]
    const documents = new Map([
      ['doc-courier', {outlet: 'courier', credits: []}],
      ['doc-herald', {outlet: 'courier', credits}],
      ['doc-gazette', {outlet: 'gazette', credits}]
    ])
    expect(judgeNews(held, {documents, owners: new Map()})).toMatchObject({
      news: 'repeats',
      reports: 3,
      origins: 1,
      restsOn: [
        {reason: expect.stringContaining('by what others share')},
        {reason: expect.stringContaining('Strait Wire')}
      ]
    })
    expect(judgeNews(held)).toMatchObject({news: 'corroborates', reports: 3, origins: 3})
  })

  test('counts what one speaker told everybody as one origin', () => {
    const by = (paper: string) => `${paper}: role | Oskar Lind | mayor | Tarn | by=Oskar Lind`
    const earlier = ['courier', 'herald'].map(by).map((line, index) => toldOf(line, index))
    expect(judgeNews(holdAgainst(toldOf(by('gazette'), 9), earlier))).toMatchObject({
      news: 'repeats',
      reports: 3,
      origins: 1
    })
  })
})

function newsOf(earlier: readonly string[]) {
  return judgeNews(
    holdAgainst(
      toldOf(LATER, 99),
      earlier.map((line, index) => toldOf(line, index))
    )
  )
}
