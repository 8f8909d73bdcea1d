import type {EntityKind} from '../../language/analysis.ts'
import type {Entity, Role} from '../../reading/reading.ts'
import {claimMark} from './judgement-marks.ts'
import {isNamedIn} from './named-in.ts'
import {type Inline, joined, name, type Page, quiet} from './page.ts'
import {counted, nameOf, type ReadingView, timeWords} from './reading-view.ts'

/** Kinds that get a block an entity, and kinds that get one line for all. */
const BLOCKS: readonly (readonly [string, readonly EntityKind[]])[] = [
  ['People', ['person']],
  ['Organisations', ['organisation', 'outlet', 'group']]
]
const LISTS: readonly (readonly [string, EntityKind])[] = [
  ['Places', 'place'],
  ['Events named', 'event'],
  ['Works', 'work']
]

/** Show who is who: names and roles of people and organisations, then places, events and works by name. */
export function showEntities(page: Page, view: ReadingView): void {
  const rolesByPerson = Map.groupBy(view.reading.roles, ({person}) => person)
  for (const [title, kinds] of BLOCKS) {
    const entities = view.reading.entities.filter(
      ({kind, id}) => kinds.includes(kind) || (title === 'People' && isOddHolder(kind) && rolesByPerson.has(id))
    )
    if (entities.length === 0) continue
    page.heading(title, entities.length)
    for (const entity of entities) showEntity(page, view, entity, rolesByPerson.get(entity.id) ?? [])
  }
  for (const [title, kind] of LISTS) {
    const entities = view.reading.entities.filter(entity => entity.kind === kind)
    if (entities.length === 0) continue
    page.heading(title, entities.length)
    page.line(
      joined(
        entities.map(({name}) => name),
        ', '
      ),
      {indent: view.whereWidth}
    )
  }
}

/** Show one entity with its other names and its roles. */
function showEntity(page: Page, view: ReadingView, entity: Entity, roles: readonly Role[]): void {
  const {mentions, names, kind} = entity
  const others = names.filter(other => other !== entity.name)
  page.line([name(entity.name || `unnamed ${kind}`), others.length > 0 && quiet(' also '), ...joined(others, ', ')], {
    label: quiet(view.lines.of(mentions[0])),
    labelWidth: view.whereWidth,
    right: [quiet(counted(mentions.length, 'mention'))]
  })
  for (const role of roles) showRole(page, view, role)
}

/** Show one role: status, title, organisation, and since when as far as it is said. */
export function showRole(page: Page, view: ReadingView, role: Role, {withPerson = false} = {}): void {
  const person = withPerson ? [name(nameOf(view, role.person)), quiet(' · ')] : []
  page.line([...person, ...roleWords(view, role)], {
    indent: 2,
    label: quiet(view.lines.of(role.evidence[0])),
    labelWidth: view.whereWidth,
    right: claimMark(view, role)
  })
}

/** `current head, Harbour Front · observed 2024-03-05`. */
export function roleWords(view: ReadingView, role: Role): Inline[] {
  const {status, title, organisation, polarity} = role
  const named = organisation && nameOf(view, organisation)
  const holder = named && !isNamedIn(title, named) && named
  return [
    polarity === 'negative' && 'not ',
    status !== 'unknown' && quiet(`${status} `),
    title,
    holder && quiet(', '),
    holder,
    ...roleTimes(role)
  ]
}

function roleTimes({observed, begun, ended}: Role): Inline[] {
  const times: Inline[] = []
  if (observed) times.push(quiet(' · observed '), timeWords(observed))
  if (begun) times.push(quiet(' · begun '), timeWords(begun))
  if (ended) times.push(quiet(' · ended '), timeWords(ended))
  return times
}

/** A role whose holder the language layer took for no person still has to be seen somewhere. */
function isOddHolder(kind: EntityKind): boolean {
  return kind !== 'person' && kind !== 'organisation' && kind !== 'outlet' && kind !== 'group'
}
