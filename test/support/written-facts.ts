import {edtfBounds} from '../../src/language/edtf.ts'
import type {Time} from '../../src/reading/claim.ts'
import type {Relation, Role} from '../../src/reading/reading.ts'
import {type PostFact, postFact} from '../../src/record/timeline/post-fact.ts'
import type {ToldClaim, ToldEntity} from '../../src/record/told-claim.ts'

/**
 * Claims about posts, one a line: when it was published (`-` where that is not known), who, which title, where, what is said.
 *
 * ```text
 * 2016-03-02 | Ida | mayor | Tarn Council | current, begun 2012
 * 2016 | Wim | ~member | Ash Brigade | phrase fought for, during 2014/.., hedged, not
 * ```
 */
export function writtenFacts(text: string): PostFact[] {
  return text
    .trim()
    .split('\n')
    .map((line, index) => postFact(toldOf(line, index))!)
}

function toldOf(line: string, index: number): ToldClaim {
  const [published = '', holder = '', title = '', body = '', said = ''] = line.split('|').map(part => part.trim())
  const words = new Map(said.split(', ').map(part => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]))
  const reported = published === '-' ? undefined : edtfBounds(published)!
  const common = {
    id: `claim-${index}`,
    evidence: [{start: 0, end: line.length}],
    voices: [],
    polarity: words.has('not') ? ('negative' as const) : ('positive' as const),
    modality: words.has('hedged')
      ? [{voice: 0, value: 'possible' as const, hedge: {start: 0, end: 1}, scope: {start: 0, end: 1}}]
      : [],
    reason: 'written by hand',
    score: 0.5
  }
  const claim = title.startsWith('~')
    ? {
        claimKind: 'relation' as const,
        claim: {
          ...common,
          from: 'e1',
          kind: title.slice(1) as Relation['kind'],
          phrase: words.get('phrase') ?? title,
          to: 'e2',
          ...timesOf(words, ['during'])
        }
      }
    : {
        claimKind: 'role' as const,
        claim: {
          ...common,
          person: 'e1',
          title,
          organisation: 'e2',
          status: STATUSES.find(status => words.has(status)) ?? ('unknown' as const),
          ...timesOf(words, ['observed', 'begun', 'ended'])
        }
      }
  return {
    ...claim,
    document: `doc-${index}`,
    origin: `doc-${index}`,
    entities: {e1: entity(holder), e2: entity(body)},
    words: [line],
    content: [],
    ...(reported && {reported}),
    recorded: index
  }
}

const STATUSES: readonly Role['status'][] = ['current', 'former', 'acting', 'designate']

function timesOf(words: ReadonlyMap<string, string>, fields: readonly string[]): Record<string, Time> {
  return Object.fromEntries(
    fields.flatMap(field => {
      const edtf = words.get(field)
      return edtf === undefined ? [] : [[field, {edtf, ...edtfBounds(edtf)!}]]
    })
  )
}

function entity(name: string): ToldEntity {
  return {subject: name, kind: 'organisation', name, names: [name]}
}
