import {COUNTRIES} from '../src/language/gazetteer/countries.ts'
import type {Claim} from '../src/reading/claim.ts'
import type {Entity, Event, Reading, Relation, Role} from '../src/reading/reading.ts'
import {TIE_KINDS} from '../src/reading/tie-kinds.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import type {Fact, PassageText, Property} from './knowledgenet.ts'

/**
 * What a reading says, as facts of KnowledgeNet:
 *
 * | property | claim |
 * | --- | --- |
 * | SUBSIDIARY_OF | relation part-of between bodies |
 * | HEADQUARTERS | relation other, "based", "headquartered" or "located in", of a body and a place |
 * | PLACE_OF_RESIDENCE | relation other, "lives in", "moved to", "grew up in" …, of a person and a place |
 * | PLACE_OF_BIRTH | relation other, "born in", "native of" …; event birth, its place |
 * | EDUCATED_AT | relation other, "studied at", "graduated from" … |
 * | FOUNDED_BY | relation other, "founded", "set up" and the like, of a person and a body; role of founder |
 * | CEO | role of chief executive at a body |
 * | EMPLOYEE_OR_MEMBER_OF | any role but founder at a body; relation member of a person and a body |
 * | POLITICAL_AFFILIATION | the same where the body is a party |
 * | NATIONALITY | relation member of a person and a country or people; a role's title that opens with one |
 * | SPOUSE | relation family by marriage, both ways |
 * | CHILD_OF | relation family of child and parent |
 * | DATE_OF_BIRTH, DATE_OF_DEATH | event birth, death: its target and date |
 * | DATE_FOUNDED | event launch of a body, its date; that of a relation of founding |
 *
 * The corpus marks every mention of both ends in a passage that says so, pronouns and relative pronouns too; a claim stands
 * for all mentions of its entities in the passages that its evidence touches.
 */
export function factsOf(text: PassageText, reading: Reading): Fact[] {
  const ties = [
    ...reading.relations.flatMap(relation => tiesOfRelation(reading, relation)),
    ...reading.roles.flatMap(role => tiesOfRole(reading, role)),
    ...reading.events.flatMap(event => tiesOfEvent(reading, event))
  ]
  const facts = ties.flatMap(tie => spread(text, tie))
  return [...new Map(facts.map(fact => [JSON.stringify(fact), fact])).values()]
}

/** A property of a thing, not yet at its mentions: each end an entity or words. */
interface Tie {
  readonly property: Property
  readonly subject: Entity | Span
  readonly object: Entity | Span
  readonly evidence: Claim['evidence']
}

const BODIES: ReadonlySet<string> = new Set(['organisation', 'outlet', 'group'])

/** The property that an "other" relation's phrase stands for, with the kinds of its ends. */
const PROPERTY_BY_PHRASE: readonly (readonly [RegExp, Property, RegExp])[] = [
  [/\b(?:born|native|originally|hails?|hailed|birthplace|home town|hometown)\b/, 'PLACE_OF_BIRTH', /^person place$/],
  [/\b(?:based|headquartered|located|headquarters|seat)\b/, 'HEADQUARTERS', /^(?:organisation|outlet|group) place$/],
  [
    /\b(?:lives?|lived|living|resides?|resided|residing|resident|moved|settled|emigrated|immigrated|relocated|raised|grew|grown|fled|returned|based)\b/,
    'PLACE_OF_RESIDENCE',
    /^person place$/
  ],
  [
    /\b(?:stud(?:y|ies|ied|ying)|graduat(?:es|ed|ing)|educat(?:ed|ion)|schooled|attend(?:s|ed|ing)|enter(?:ed|ing)|enrol(?:led|s|ling)|major(?:ed|ing)|alumn\p{Ll}+|graduate|student|degrees?|doctorate|bachelors?|masters?|diploma|habilitation|certificate|mba|bfa|mfa|ph\.?d|[bm]\.?s\.?c?|[bm]\.?a|j\.?d|m\.?d|ll\.?[bm]|dphil|training)\b/u,
    'EDUCATED_AT',
    /^person (?:organisation|place)$/
  ]
]

const FOUNDING =
  /\b(?:found(?:ed|ing|er)|co-?founded|established|establishing|created|set up|form(?:ed|ing)|started|launched)\b/

const CHILD = /\b(?:sons?|daughters?|child|children)$|\b(?:son|daughter|child|born) (?:of|to)\b/
const PARENT = /\b(?:father|mother|parents?)\b(?!-in-law)/
const SPOUSE = /\b(?:wife|husband|widow|widower|spouse|married|marrying|wed|wedded|divorced)\b/

function tiesOfRelation(reading: Reading, relation: Relation): Tie[] {
  const from = entityOf(reading, relation.from)
  const to = entityOf(reading, relation.to)
  if (!from || !to || relation.polarity === 'negative') return []
  const phrase = relation.phrase.toLowerCase()
  const kinds = `${from.kind} ${to.kind}`
  const tie = (property: Property, subject: Entity, object: Entity): Tie => ({
    property,
    subject,
    object,
    evidence: relation.evidence
  })
  const learnt = TIE_KINDS.find(({reason}) => relation.reason.endsWith(`: ${reason}`))?.name
  if (learnt !== undefined) return learntTies(learnt, from, to, relation.evidence, tie)
  if (relation.kind === 'part-of' && BODIES.has(from.kind) && BODIES.has(to.kind))
    return [tie('SUBSIDIARY_OF', from, to)]
  if (relation.kind === 'family') return familyTies(phrase, from, to, tie)
  if (relation.kind === 'member' && from.kind === 'person' && to.kind === 'place') {
    const words = placeOfWords(reading, relation.phrase, relation.evidence)
    return [
      {
        property: 'NATIONALITY',
        subject: from,
        object: peoples.has(phrase) && words ? words : to,
        evidence: relation.evidence
      }
    ]
  }
  if (relation.kind === 'member' && from.kind === 'person') return membership(from, to, relation.evidence)
  if (relation.kind !== 'other') return []
  if (FOUNDING.test(phrase) && BODIES.has(from.kind) !== BODIES.has(to.kind)) {
    const [body, founder] = BODIES.has(from.kind) ? [from, to] : [to, from]
    return founder.kind === 'person' ? foundingTies(relation, body, founder) : []
  }
  const [, property] = PROPERTY_BY_PHRASE.find(([words, , ends]) => words.test(phrase) && ends.test(kinds)) ?? []
  return property ? [tie(property, from, to)] : []
}

/** Of a tie that the trained model tells: its reason says which it is. */
function learntTies(
  name: string,
  from: Entity,
  to: Entity,
  evidence: Claim['evidence'],
  tie: (property: Property, subject: Entity, object: Entity) => Tie
): Tie[] {
  const property = PROPERTY_BY_TIE[name]!
  if (PARTY_TIES.has(name)) {
    const ties = membership(from, to, evidence)
    return ties.some(({property: told}) => told === property) ? ties : [...ties, tie(property, from, to)]
  }
  if (name === 'marriage') return [tie(property, from, to), tie(property, to, from)]
  if (name === 'chief') return [tie(property, to, from), ...membership(from, to, evidence)]
  return [FROM_BODY.has(name) ? tie(property, to, from) : tie(property, from, to)]
}

/** The property that each of the model's ties stands for. */
export const PROPERTY_BY_TIE: Readonly<Record<string, Property>> = {
  birthplace: 'PLACE_OF_BIRTH',
  residence: 'PLACE_OF_RESIDENCE',
  education: 'EDUCATED_AT',
  membership: 'EMPLOYEE_OR_MEMBER_OF',
  chief: 'CEO',
  founder: 'FOUNDED_BY',
  party: 'POLITICAL_AFFILIATION',
  marriage: 'SPOUSE',
  parentage: 'CHILD_OF',
  seat: 'HEADQUARTERS',
  ownership: 'SUBSIDIARY_OF'
}

/** Who belongs to a party stands with it. */
const PARTY_TIES: ReadonlySet<string> = new Set(['membership', 'party'])

/** KnowledgeNet tells these from the body to the person. */
export const FROM_BODY: ReadonlySet<string> = new Set(['chief', 'founder'])

/** Who founded the body, and when, where the words say so. */
function foundingTies({evidence, during}: Relation, body: Entity, founder: Entity): Tie[] {
  const by: Tie = {property: 'FOUNDED_BY', subject: body, object: founder, evidence}
  if (during?.start === undefined || during.end === undefined) return [by]
  return [by, {property: 'DATE_FOUNDED', subject: body, object: {start: during.start, end: during.end}, evidence}]
}

function familyTies(
  phrase: string,
  from: Entity,
  to: Entity,
  tie: (property: Property, subject: Entity, object: Entity) => Tie
): Tie[] {
  if (/-in-law|^step|grand/.test(phrase)) return []
  if (SPOUSE.test(phrase)) return [tie('SPOUSE', from, to), tie('SPOUSE', to, from)]
  if (CHILD.test(phrase)) return [tie('CHILD_OF', from, to)]
  if (PARENT.test(phrase)) return [tie('CHILD_OF', to, from)]
  return []
}

/** A party, a country or people, or another body that somebody belongs to. */
function membership(person: Entity, body: Entity | Span, evidence: Claim['evidence'], words?: string): Tie[] {
  const name = 'names' in body ? [body.name, ...body.names].join(' ') : (words ?? '')
  const kind = 'names' in body ? body.kind : 'organisation'
  const tie = (property: Property): Tie => ({property, subject: person, object: body, evidence})
  if (kind === 'place' || (kind === 'group' && peoples.has(name.split(' ')[0]!.toLowerCase())))
    return [tie('NATIONALITY')]
  if (PARTY.test(name)) return [tie('POLITICAL_AFFILIATION'), tie('EMPLOYEE_OR_MEMBER_OF')]
  return [tie('EMPLOYEE_OR_MEMBER_OF')]
}

const PARTY =
  /\b(?:party|partei|parti|democrats?|republicans?|labour|tory|tories|conservatives?|liberals?|socialists?|communists?|greens|GOP|BJP|NSDAP|UKIP|SPD|CDU)\b/i

const CHIEF_EXECUTIVE = /\b(?:ceo|c\.e\.o\.?|chief executive|managing director)\b/i
const FOUNDER = /\b(?:co-?)?founder\b/i

function tiesOfRole(reading: Reading, role: Role): Tie[] {
  const person = entityOf(reading, role.person)
  if (!person) return []
  const {evidence} = role
  const nation = nationIn(reading, role)
  const nations: Tie[] = nation ? [{property: 'NATIONALITY', subject: person, object: nation, evidence}] : []
  if (role.organisation === undefined) return nations
  const body = entityOf(reading, role.organisation) ?? placeOfWords(reading, role.organisation, evidence)
  if (!body || ('kind' in body && !BODIES.has(body.kind))) return nations
  if (FOUNDER.test(role.title)) nations.push({property: 'FOUNDED_BY', subject: body, object: person, evidence})
  if (CHIEF_EXECUTIVE.test(role.title)) nations.push({property: 'CEO', subject: body, object: person, evidence})
  const isFounderAlone = FOUNDER.test(role.title) && !/ and |,|\//.test(role.title)
  return isFounderAlone ? nations : [...nations, ...membership(person, body, evidence, role.organisation)]
}

/** The people that a role's title opens with, "Norvian painter", at its words. */
function nationIn(reading: Reading, role: Role): Span | undefined {
  const first = /^[\p{Lu}][\p{L}-]+/u.exec(role.title.replace(/^(?:a|an|the|former|late|retired) /i, ''))?.[0]
  return first !== undefined && peoples.has(first.toLowerCase())
    ? placeOfWords(reading, first, role.evidence)
    : undefined
}

const peoples = new Set(
  COUNTRIES.trim()
    .split('\n')
    .flatMap(line => line.split(';').slice(1))
    .flatMap(words => words.split(/[,|]/))
    .map(word => word.trim().toLowerCase())
    .filter(word => word !== '')
)

function placeOfWords({document}: Reading, words: string, evidence: readonly Span[]): Span | undefined {
  for (const {start, end} of evidence) {
    const offset = document.text.slice(start, end).lastIndexOf(words)
    if (0 <= offset) return {start: start + offset, end: start + offset + words.length}
  }
  return undefined
}

const DATE_BY_EVENT: Readonly<Record<string, Property>> = {
  birth: 'DATE_OF_BIRTH',
  death: 'DATE_OF_DEATH',
  launch: 'DATE_FOUNDED'
}

function tiesOfEvent(reading: Reading, event: Event): Tie[] {
  const property = DATE_BY_EVENT[event.kind]
  const participants = event.participants.flatMap(({entity, part}) => {
    const found = entityOf(reading, entity)
    return found ? [{found, part}] : []
  })
  const fits = property === 'DATE_FOUNDED' ? (kind: string) => BODIES.has(kind) : (kind: string) => kind === 'person'
  const undergoing =
    participants.find(({found, part}) => part === 'target' && fits(found.kind)) ??
    (event.kind === 'death' ? participants.find(({found}) => fits(found.kind)) : undefined)
  if (!property || !undergoing || event.polarity === 'negative') return []
  const {evidence} = event
  const subject = undergoing.found
  const ties: Tie[] = []
  for (const object of dateSpans(reading, event)) ties.push({property, subject, object, evidence})
  const place = event.kind === 'birth' && event.place ? entityOf(reading, event.place) : undefined
  if (place) ties.push({property: 'PLACE_OF_BIRTH', subject, object: place, evidence})
  return ties
}

/** The words of the event's date, and at each further place where it is told those that can mean the same. */
function dateSpans({dates}: Reading, {evidence, when}: Event): Span[] {
  if (when?.start === undefined || when.end === undefined) return []
  const {start, end, earliest, latest} = when
  const told = dates.filter(
    date =>
      !overlaps(date, {start, end}) &&
      evidence.some(span => overlaps(span, date) && !overlaps(span, {start, end})) &&
      (date.earliest ?? '9') <= latest &&
      earliest <= (date.latest ?? '')
  )
  return [{start, end}, ...told.map(date => ({start: date.start, end: date.end}))]
}

function entityOf({entities}: Reading, id: string): Entity | undefined {
  return entities.find(entity => entity.id === id)
}

/** The tie at every mention of its ends, in the passages that say it. */
function spread({text, passages}: PassageText, tie: Tie): Fact[] {
  return passages
    .filter(passage => tie.evidence.some(span => overlaps(span, passage)))
    .flatMap(passage =>
      mentionsIn(text, tie.subject, passage).flatMap(subject =>
        mentionsIn(text, tie.object, passage).map(object => ({property: tie.property, subject, object}))
      )
    )
    .filter(({subject, object}) => !overlaps(subject, object))
}

/** Mentions by name or pronoun, as the corpus marks them; by description only where there is no other. */
function mentionsIn(text: string, end: Entity | Span, passage: Span): Span[] {
  if (!('mentions' in end)) return [end].filter(span => overlaps(span, passage))
  const inside = end.mentions.filter(span => overlaps(span, passage))
  const named = inside.filter(({form}) => form !== 'nominal')
  return (0 < named.length ? named : inside).flatMap(({start, end: last}) => [
    {start, end: last},
    ...relativeAfter(text, last, end.kind)
  ])
}

/** "Saltworks, which": the corpus marks the relative pronoun right after a name as one more mention. */
function relativeAfter(text: string, end: number, kind: Entity['kind']): Span[] {
  const match = /^,? (who|whom|which|that|where)\b/.exec(text.slice(end, end + 8))
  const fits = match && kind !== 'place' && (kind === 'person' ? /^who/ : /^(?:wh|th)(?!o)/).test(match[1]!)
  return match && fits ? [{start: end + match[0].length - match[1]!.length, end: end + match[0].length}] : []
}
