import type {Entity, Reading} from '../../reading/reading.ts'
import {compareSpans, type Span} from '../../text/span.ts'
import {claimLists, claimsOf, type KindedClaim} from '../claims-of.ts'
import type {Judgement} from './judgement.ts'
import {entityAt} from './local-entities.ts'

/**
 * Take single mentions out of the entities that a machine put them in, where a person said that this mention is, or is not,
 * somebody. Each becomes an entity of its own, whose local id is `m` and where it begins, or goes over to the entity of this
 * document that it is; claims that stand at it follow it.
 */
export function splitMentions(reading: Reading, judgements: readonly Judgement[]): Reading {
  // In the order of the text, so that it does not matter in which order people judged.
  const judged = judgements
    .filter(({kind, said}) => (kind === 'is' || kind === 'is-not') && said.one.document === reading.document.id)
    .map(judgement => judgement as JudgedMention)
    .sort((a, b) => compareSpans(a.said.one, b.said.one))
  const split = judged.reduce(splitMention, reading)
  return judged.reduce(goOver, split)
}

type JudgedMention = Extract<Judgement, {kind: 'is' | 'is-not'}>

function splitMention(reading: Reading, {kind, said: {one, other}}: JudgedMention): Reading {
  const id = `m${one.start}`
  const holder = reading.entities.find(({mentions}) => mentions.some(mention => isSame(mention, one)))
  if (!holder || holder.id === id || holder.mentions.length === 1) return reading
  const mention = holder.mentions.find(each => isSame(each, one))!
  // "He" names nobody: the words it stands for do, where somebody says which.
  const name =
    mention.form === 'name' ? reading.document.text.slice(one.start, one.end) : kind === 'is' ? other.quote : ''
  const alone: Entity = {id, kind: holder.kind, name, names: name === '' ? [] : [name], mentions: [mention]}
  const rest = {...holder, mentions: holder.mentions.filter(each => each !== mention)}
  const entities = [...reading.entities.map(entity => (entity === holder ? rest : entity)), alone]
  const claims = claimsOf(reading).map(kinded => (standsAt(kinded, one, rest) ? follow(kinded, holder.id, id) : kinded))
  return {...reading, entities, ...claimLists(claims)}
}

/** Where whom the mention names stands in the same document, it is one mention more of that entity. */
function goOver(reading: Reading, {kind, said: {one, other}}: JudgedMention): Reading {
  if (kind === 'is-not' || other.document !== one.document) return reading
  const alone = entityAt(reading.entities, one)
  const target = entityAt(reading.entities, other)
  if (!alone || !target || alone === target || !alone.id.startsWith('m')) return reading
  const joined = {...target, mentions: [...target.mentions, ...alone.mentions].sort(compareSpans)}
  const entities = reading.entities
    .filter(entity => entity !== alone)
    .map(entity => (entity === target ? joined : entity))
  const claims = claimsOf(reading).map(kinded => follow(kinded, alone.id, target.id))
  return {...reading, entities, ...claimLists(claims)}
}

function isSame(mention: Span, {start, end}: Span): boolean {
  return mention.start === start && mention.end === end
}

/** Whether this mention, and no other of the entity, stands among the words of the claim. */
function standsAt({claim}: KindedClaim, span: Span, rest: Entity): boolean {
  const holds = (mention: Span) => claim.evidence.some(({start, end}) => start <= mention.start && mention.end <= end)
  return holds(span) && !rest.mentions.some(holds)
}

function follow(kinded: KindedClaim, from: string, to: string): KindedClaim {
  const json = JSON.stringify(kinded, (key, value) => (key !== 'id' && value === from ? to : value))
  return JSON.parse(json)
}
