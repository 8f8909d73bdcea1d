import type {Reading, Role} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {Measured} from './evaluate-gold.ts'
import {type GoldArticle, type GoldRole, placesOf} from './gold.ts'
import {normalName, sameName} from './same-name.ts'

const NAMED_KINDS: Readonly<Record<string, string>> = {
  person: 'person',
  organisation: 'organisation',
  outlet: 'organisation',
  group: 'organisation',
  place: 'place'
}

/** Names of persons, organisations and places, each entity once. */
export function countNames(article: GoldArticle, reading: Reading): Measured[] {
  const wanted = article.entities.filter(({type}) => type in NAMED_KINDS)
  const found = reading.entities.filter(
    ({kind, mentions}) => kind in NAMED_KINDS && mentions.some(({form}) => form === 'name')
  )
  const fits = (gold: (typeof wanted)[number], entity: (typeof found)[number]) =>
    NAMED_KINDS[gold.type] === NAMED_KINDS[entity.kind] &&
    [gold.name, ...gold.aliases].some(name => entity.names.some(other => sameName(name, other)))
  const {hits, missing, extra} = pairOff(wanted, found, fits)
  return [
    {
      part: 'names',
      figure: 'all',
      count: {hits, found: found.length, wanted: wanted.length},
      misses: [
        ...missing.map(({name, type}) => `missing  ${type} ${name}`),
        ...extra.map(({name, kind}) => `wrong    ${kind} ${name}`)
      ]
    }
  ]
}

/** Roles: person, head of the title, and organisation where the annotation gives one. Then begun and ended. */
export function countRoles(article: GoldArticle, reading: Reading): Measured[] {
  const personAndTitle = (gold: GoldRole, role: Role) =>
    namesOf(article, gold.person).some(name => namesIn(reading, role.person).some(other => sameName(name, other))) &&
    shareHead(gold.role, role.title)
  const withOrganisation = (gold: GoldRole, role: Role) =>
    personAndTitle(gold, role) && (gold.organisation === '' || organisationFits(article, reading, gold, role))
  const loose = pairOff(article.roles, reading.roles, personAndTitle)
  const strict = pairOff(article.roles, reading.roles, withOrganisation)
  const show = (role: Role) =>
    `${namesIn(reading, role.person)[0]} | ${role.title} | ${namesIn(reading, role.organisation)[0] ?? '-'} | ${role.status}`
  return [
    {
      part: 'roles',
      figure: 'person, title, organisation',
      count: {hits: strict.hits, found: reading.roles.length, wanted: article.roles.length},
      misses: [
        ...strict.missing.map(gold => `missing  ${gold.person} | ${gold.role} | ${gold.organisation} | ${gold.status}`),
        ...strict.extra.map(role => `wrong    ${show(role)}`)
      ]
    },
    {
      part: 'roles',
      figure: 'person, title',
      count: {hits: loose.hits, found: reading.roles.length, wanted: article.roles.length},
      misses: []
    },
    {
      part: 'roles',
      figure: 'status of matched',
      count: share(strict.pairs, ([gold, role]) => gold.status === role.status),
      misses: strict.pairs
        .filter(([gold, role]) => gold.status !== role.status)
        .map(([gold, role]) => `status   ${gold.status} read as ${role.status}: ${show(role)}`)
    },
    {
      part: 'roles',
      figure: 'begun and ended of matched',
      count: share(strict.pairs, ([gold, role]) => gold.start === role.begun?.edtf && gold.end === role.ended?.edtf),
      misses: strict.pairs
        .filter(([gold, role]) => gold.start !== role.begun?.edtf || gold.end !== role.ended?.edtf)
        .map(
          ([gold, role]) =>
            `dates    ${gold.start ?? ''}..${gold.end ?? ''} read as ${role.begun?.edtf ?? ''}..${role.ended?.edtf ?? ''}: ${show(role)}`
        )
    }
  ]
}

/** Relations: both ends named the same, or evidence overlapping by half. */
export function countRelations(article: GoldArticle, reading: Reading): Measured[] {
  const fits = (gold: GoldArticle['relations'][number], relation: Reading['relations'][number]) =>
    (endFits(article, reading, gold.from, relation.from) && endFits(article, reading, gold.to, relation.to)) ||
    evidenceFits(article.text, gold.evidence, relation.evidence)
  return [
    countBy('relations', 'ends or evidence', article.relations, reading.relations, fits, {
      gold: ({from, kind, to}) => `${from} | ${kind} | ${to}`,
      found: ({from, kind, phrase, to}) =>
        `${namesIn(reading, from)[0]} | ${kind} “${phrase}” | ${namesIn(reading, to)[0]}`
    })
  ]
}

/** Productions: the same medium's head word, or title, at overlapping evidence; then with the right producer. */
export function countProductions(article: GoldArticle, reading: Reading): Measured[] {
  const fits = (gold: GoldArticle['productions'][number], production: Reading['productions'][number]) =>
    (gold.title !== '' && sameName(gold.title, production.title)) ||
    (lastWord(gold.kind) === lastWord(production.medium) &&
      touchesEvidence(article.text, gold.evidence, production.evidence))
  const producerFits = (gold: GoldArticle['productions'][number], production: Reading['productions'][number]) =>
    gold.producer === '' ||
    [production.producer, production.attributedTo].some(id => endFits(article, reading, gold.producer, id))
  const show = {
    gold: ({title, kind, producer}: GoldArticle['productions'][number]) => `${kind} “${title}” by ${producer}`,
    found: ({title, medium, producer}: Reading['productions'][number]) =>
      `${medium} “${title}” by ${namesIn(reading, producer)[0] ?? '-'}`
  }
  return [
    countBy('productions', 'found', article.productions, reading.productions, fits, show),
    countBy(
      'productions',
      'with producer',
      article.productions,
      reading.productions,
      (gold, production) => fits(gold, production) && producerFits(gold, production),
      show
    )
  ]
}

/** Events: evidence overlapping by half, or touching with the same date. */
export function countEvents(article: GoldArticle, reading: Reading): Measured[] {
  const fits = (gold: GoldArticle['events'][number], event: Reading['events'][number]) =>
    evidenceFits(article.text, gold.evidence, event.evidence) ||
    (gold.when !== '' && gold.when === event.when?.edtf && touchesEvidence(article.text, gold.evidence, event.evidence))
  return [
    countBy('events', 'evidence', article.events, reading.events, fits, {
      gold: ({what, when}) => `${what} | ${when}`,
      found: ({kind, what, when}) => `${kind} | ${what} | ${when?.edtf ?? ''}`
    })
  ]
}

/** Assessments: the hedge's words inside the found hedge or scope, and the content touching the scope. The annotation is selective. */
export function countAssessments(article: GoldArticle, reading: Reading): Measured[] {
  const fits = (gold: GoldArticle['assessments'][number], {hedge, scope}: Reading['assessments'][number]) =>
    placesOf(article.text, gold.hedge).some(place => overlaps(place, hedge)) &&
    placesOf(article.text, gold.content).some(place => overlaps(place, scope) || overlaps(place, hedge))
  return [
    countBy('assessments', 'hedge and scope', article.assessments, reading.assessments, fits, {
      gold: ({assessor, hedge, content}) => `${assessor} | ${hedge} | ${content}`,
      found: ({hedge, scope}) =>
        `${article.text.slice(hedge.start, hedge.end)} | ${article.text.slice(scope.start, scope.end)}`
    })
  ]
}

/** Dates and times with a value: overlapping words and an equal value. A repeated expression of one meaning counts once. */
export function countDates(article: GoldArticle, reading: Reading): Measured[] {
  const {text} = article
  const found = distinct(
    reading.dates.filter(({type, edtf}) => (type === 'date' || type === 'time') && edtf !== undefined),
    ({start, end, edtf}) => `${edtf} ${text.slice(start, end).toLowerCase()}`
  )
  const wordsFit = (gold: GoldArticle['dates'][number], group: readonly Span[]) =>
    placesOf(text, gold.text).some(place => group.some(date => overlaps(place, date)))
  const value = pairOff(article.dates, found, (gold, group) => gold.value === group[0]!.edtf && wordsFit(gold, group))
  const spans = pairOff(article.dates, found, wordsFit)
  return [
    {
      part: 'dates',
      figure: 'words and value',
      count: {hits: value.hits, found: found.length, wanted: article.dates.length},
      misses: [
        ...value.missing.map(gold => `missing  “${gold.text}” ${gold.value}`),
        ...value.extra.map(([date]) => `wrong    “${text.slice(date!.start, date!.end)}” ${date!.edtf} (${date!.rule})`)
      ]
    },
    {
      part: 'dates',
      figure: 'words',
      count: {hits: spans.hits, found: found.length, wanted: article.dates.length},
      misses: []
    }
  ]
}

/** What was wanted and found, two by two, and what stays alone. */
interface Paired<G, F> {
  readonly hits: number
  readonly pairs: readonly (readonly [G, F])[]
  readonly missing: readonly G[]
  readonly extra: readonly F[]
}

/** Pair each wanted item with the first found one that fits and is still free. */
export function pairOff<G, F>(
  wanted: readonly G[],
  found: readonly F[],
  fits: (gold: G, found: F) => boolean
): Paired<G, F> {
  const free = new Set(found)
  const pairs: [G, F][] = []
  const missing: G[] = []
  for (const gold of wanted) {
    const match = found.find(item => free.has(item) && fits(gold, item))
    if (match === undefined) missing.push(gold)
    else {
      free.delete(match)
      pairs.push([gold, match])
    }
  }
  return {hits: pairs.length, pairs, missing, extra: [...free]}
}

function countBy<G, F>(
  part: string,
  figure: string,
  wanted: readonly G[],
  found: readonly F[],
  fits: (gold: G, found: F) => boolean,
  show: {gold: (gold: G) => string; found: (found: F) => string}
): Measured {
  const {hits, missing, extra} = pairOff(wanted, found, fits)
  const misses = [
    ...missing.map(gold => `missing  ${show.gold(gold)}`),
    ...extra.map(item => `wrong    ${show.found(item)}`)
  ]
  return {part, figure, count: {hits, found: found.length, wanted: wanted.length}, misses}
}

/** A share written as a count whose F1 is that share. */
function share<T>(items: readonly T[], holds: (item: T) => boolean) {
  return {hits: items.filter(holds).length, found: items.length, wanted: items.length}
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[][] {
  return [...Map.groupBy(items, key).values()]
}

function namesOf({entities}: GoldArticle, name: string): string[] {
  const entity = entities.find(other => [other.name, ...other.aliases].some(alias => sameName(alias, name)))
  return entity ? [name, entity.name, ...entity.aliases] : [name]
}

/** The names of a local entity id; words that are no id stand for themselves. */
export function namesIn({entities}: Reading, idOrWords: string | undefined): readonly string[] {
  if (idOrWords === undefined) return []
  const entity = entities.find(({id}) => id === idOrWords)
  return entity ? [entity.name, ...entity.names] : [idOrWords]
}

function endFits(article: GoldArticle, reading: Reading, gold: string, idOrWords: string | undefined): boolean {
  return namesOf(article, gold).some(name => namesIn(reading, idOrWords).some(other => sameName(name, other)))
}

function evidenceFits(text: string, evidence: string, spans: readonly Span[]): boolean {
  const wanted = placesOf(text, evidence)[0]
  if (!wanted || spans.length === 0) return false
  const shared = spans.reduce((sum, span) => sum + sharedLength(wanted, span), 0)
  const found = spans.reduce((sum, {start, end}) => sum + end - start, 0)
  return 0.5 <= shared / (wanted.end - wanted.start + found - shared)
}

function touchesEvidence(text: string, evidence: string, spans: readonly Span[]): boolean {
  return placesOf(text, evidence).some(place => spans.some(span => overlaps(place, span)))
}

function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** The head of a title stands before its first preposition, or last where the organisation comes first ("X spokesman"). */
function shareHead(gold: string, title: string): boolean {
  const heads = headWords(title)
  return headWords(gold).some(head => heads.includes(head))
}

/** The words that may be a title's head, in lower case and the singular. */
export function headWords(title: string): string[] {
  const normal = normalName(title)
  const before = normal.split(/ (?:of|at|for|in|to|responsible|who|on|with) /u)[0] ?? ''
  return [...new Set([lastWord(before), lastWord(normal)])]
    .map(word => word.replace(/s$/u, ''))
    .filter(word => word !== '')
}

function lastWord(words: string): string {
  return words.toLowerCase().split(/\s+/u).at(-1) ?? ''
}

/** The organisation is a normalised label in the annotation: a shared word, or the same first four letters ("Spanish", "Spain"), will do. */
function organisationFits(
  article: GoldArticle,
  reading: Reading,
  gold: GoldRole,
  {organisation, title}: Role
): boolean {
  const wanted = namesOf(article, gold.organisation).flatMap(contentWords)
  const found = [...namesIn(reading, organisation), title].flatMap(contentWords)
  return wanted.some(word => found.some(other => word.slice(0, 4) === other.slice(0, 4)))
}

/** The words of a name that mean something, in lower case. */
export function contentWords(name: string): string[] {
  return normalName(name)
    .split(' ')
    .filter(word => 1 < word.length && !['of', 'the', 'for', 'and', 'in', 'at', 'on'].includes(word))
}
