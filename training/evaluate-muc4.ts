import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Event, Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'
import {type Count, f1Row, type Row} from './scores.ts'

interface Muc4Line {
  readonly id: string
  readonly text: string
  readonly roles: Readonly<Record<string, readonly (readonly Span[])[]>>
  readonly templates: readonly Readonly<Record<string, readonly string[]>>[]
}

/** What a type of incident is told as; the rest, robberies and stoppages, have no kind of event. */
const KIND_BY_INCIDENT: Readonly<Record<string, 'attack' | 'kidnapping'>> = {
  ATTACK: 'attack',
  BOMBING: 'attack',
  ARSON: 'attack',
  KIDNAPPING: 'kidnapping'
}

/** Kinds of event that are incidents at all. */
const VIOLENT: ReadonlySet<string> = new Set(['attack', 'death', 'kidnapping'])

/**
 * A partial measure of events on MUC-4's dev articles.
 *
 * "incidents": which of violence and kidnapping an article tells of, one each an article. "victims and targets",
 * "perpetrators": the fillers of the article's templates, found when an entity with that part in a violent event overlaps
 * one of the filler's mentions. Places, dates, weapons and the number of incidents are not measured; most fillers are
 * descriptions ("two peasants"), which are no participants of ours, and the articles have no capitals, by which names are known.
 */
export function evaluateMuc4(corpora: string, models: Models): Row[] {
  const file = join(corpora, 'muc4/dev.jsonl.gz')
  if (!existsSync(file)) return []
  const documents = readLines(file)
    .filter(line => line !== '')
    .map(line => scoreArticle(JSON.parse(line) as Muc4Line, models))
  const rowOf = (figure: string, pick: (document: (typeof documents)[number]) => Count) =>
    f1Row({part: 'events', on: 'muc4 dev', figure}, documents.map(pick))
  return [
    rowOf('incidents by article', ({incidents}) => incidents),
    rowOf('victims and targets', ({targets}) => targets),
    rowOf('perpetrators', ({agents}) => agents)
  ]
}

function scoreArticle(line: Muc4Line, models: Models) {
  const {reading} = readSource({ref: line.id, bytes: new TextEncoder().encode(line.text)}, models)
  const violent = reading.events.filter(({kind, polarity}) => VIOLENT.has(kind) && polarity === 'positive')
  const fillers = (...roles: readonly string[]) => roles.flatMap(role => line.roles[role] ?? [])
  return {
    incidents: incidentCount(line, violent),
    targets: fillerCount(fillers('Victim', 'Target'), participants(reading, violent, 'target')),
    agents: fillerCount(fillers('PerpInd', 'PerpOrg'), participants(reading, violent, 'agent'))
  }
}

function incidentCount({templates}: Muc4Line, events: readonly Event[]): Count {
  const wanted = new Set(
    templates.flatMap(template => (template['INCIDENT: TYPE'] ?? []).flatMap(type => KIND_BY_INCIDENT[type] ?? []))
  )
  // A bombing may be told by its dead alone.
  const found = new Set(events.map(({kind}) => (kind === 'kidnapping' ? 'kidnapping' : 'attack')))
  return {hits: [...wanted].filter(kind => found.has(kind)).length, found: found.size, wanted: wanted.size}
}

/** The mentions of every entity that has this part in one of the events. */
function participants({entities}: Reading, events: readonly Event[], part: 'agent' | 'target'): Span[][] {
  const ids = new Set(
    events.flatMap(event => event.participants.filter(other => other.part === part)).map(p => p.entity)
  )
  return entities.filter(({id}) => ids.has(id)).map(({mentions}) => [...mentions])
}

function fillerCount(wanted: readonly (readonly Span[])[], found: readonly (readonly Span[])[]): Count {
  const isSame = (a: readonly Span[], b: readonly Span[]) => a.some(span => b.some(other => overlaps(span, other)))
  const hits = wanted.filter(filler => found.some(entity => isSame(filler, entity))).length
  const wrong = found.filter(entity => !wanted.some(filler => isSame(filler, entity))).length
  return {hits, found: hits + wrong, wanted: wanted.length}
}
