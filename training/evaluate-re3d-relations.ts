import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'
import {addCounts, type Count, f1Row, NO_COUNT, type Row} from './scores.ts'

/**
 * re3d's relations that Hearsay has a place for:
 *
 * | re3d | claim |
 * | --- | --- |
 * | AlliesOf | relation ally or affiliate, either way |
 * | FightingAgainst | relation rival, either way; event attack with agent and target |
 * | BelongsTo | relation member or part-of; role at a body |
 * | InChargeOf | role of one who leads, at a body or place |
 *
 * The others say where things are, who spoke to whom and how many there are. It marks ends by description too ("the regime's
 * troops"), which no relation of ours has: the second row asks only for ends with a capital.
 */
const TYPES = ['AlliesOf', 'FightingAgainst', 'BelongsTo', 'InChargeOf'] as const
type Re3dType = (typeof TYPES)[number]

/** Relations of one document, at the spans of their ends. */
interface Tie {
  readonly type: Re3dType
  readonly ends: readonly [readonly Span[], readonly Span[]]
}

interface Re3dLine {
  readonly id: string
  readonly text: string
  readonly relations: readonly {
    readonly type: string
    readonly source: readonly [number, number]
    readonly target: readonly [number, number]
    readonly confidence: number
  }[]
}

/** How many of re3d's relations are claimed, and how many claims of those kinds are marked: ends by overlap. */
export function evaluateRe3dRelations(corpora: string, models: Models): Row[] {
  const file = join(corpora, 're3d/train.jsonl.gz')
  if (!existsSync(file)) return []
  const documents = readLines(file)
    .filter(line => line !== '')
    .map(line => scoreDocument(JSON.parse(line) as Re3dLine, models))
  const rowOf = (figure: string, pick: (document: (typeof documents)[number]) => Count) =>
    f1Row({part: 'relations', on: 're3d', figure}, documents.map(pick))
  return [
    rowOf('all', ({byType}) => TYPES.map(type => byType[type]!).reduce(addCounts, NO_COUNT)),
    rowOf('all where both are named', ({named}) => named),
    ...TYPES.map(type => rowOf(type, ({byType}) => byType[type]!))
  ]
}

function scoreDocument(line: Re3dLine, models: Models) {
  const {reading} = readSource({ref: line.id, bytes: new TextEncoder().encode(line.text)}, models)
  const wanted = wantedTies(line)
  const claimed = claimedTies(reading)
  const countOf = (gold: readonly Tie[], found: readonly Tie[]): Count => {
    const wrong = found.filter(tie => !wanted.some(other => isSame(other, tie)))
    const hits = gold.filter(tie => found.some(other => isSame(tie, other)))
    return {hits: hits.length, found: hits.length + wrong.length, wanted: gold.length}
  }
  const isNamed = ({ends}: Tie) =>
    ends.every(spans => spans.some(({start, end}) => /\p{Lu}/u.test(line.text.slice(start, end))))
  const byType: Record<string, Count> = {}
  for (const type of TYPES)
    byType[type] = countOf(
      wanted.filter(tie => tie.type === type),
      claimed.filter(tie => tie.type === type)
    )
  return {byType, named: countOf(wanted.filter(isNamed), claimed)}
}

function wantedTies({relations}: Re3dLine): Tie[] {
  return relations.flatMap(({type, source, target, confidence}) => {
    const known = TYPES.find(name => name === type)
    const spanOf = ([start, end]: readonly [number, number]): Span[] => [{start, end}]
    return known && 0.5 <= confidence ? [{type: known, ends: [spanOf(source), spanOf(target)] as const}] : []
  })
}

function claimedTies(reading: Reading): Tie[] {
  const spansOf = (id: string): readonly Span[] => reading.entities.find(entity => entity.id === id)?.mentions ?? []
  return [
    ...reading.relations.flatMap(({kind, from, to, polarity}): Tie[] => {
      const type = TYPE_BY_KIND[kind]
      return type && polarity === 'positive' ? [{type, ends: [spansOf(from), spansOf(to)]}] : []
    }),
    ...reading.roles.flatMap(({person, organisation, title}): Tie[] => {
      if (organisation === undefined || spansOf(organisation).length === 0) return []
      const ends = [spansOf(person), spansOf(organisation)] as const
      return [{type: LEADING.test(title) ? 'InChargeOf' : 'BelongsTo', ends}]
    }),
    ...reading.events.flatMap(({kind, participants}): Tie[] => {
      const agent = participants.find(({part}) => part === 'agent')
      const target = participants.find(({part}) => part === 'target')
      if (kind !== 'attack' || !agent || !target) return []
      return [{type: 'FightingAgainst', ends: [spansOf(agent.entity), spansOf(target.entity)]}]
    })
  ]
}

const TYPE_BY_KIND: Readonly<Record<string, Re3dType>> = {
  ally: 'AlliesOf',
  affiliate: 'AlliesOf',
  rival: 'FightingAgainst',
  member: 'BelongsTo',
  'part-of': 'BelongsTo'
}

const LEADING = /\b(?:leader|head|chief|commander|emir|president|chair\w*|director|minister|secretary|chancellor)\b/i

function isSame(a: Tie, b: Tie): boolean {
  const fits = (x: readonly Span[], y: readonly Span[]) => x.some(span => y.some(other => overlaps(span, other)))
  if (a.type !== b.type) return false
  const straight = fits(a.ends[0], b.ends[0]) && fits(a.ends[1], b.ends[1])
  const isEitherWay = a.type === 'AlliesOf' || a.type === 'FightingAgainst'
  return straight || (isEitherWay && fits(a.ends[0], b.ends[1]) && fits(a.ends[1], b.ends[0]))
}
