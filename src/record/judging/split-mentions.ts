import type {Entity, Reading} from '../../reading/reading.ts'
import type {Span} from '../../text/span.ts'
import {claimLists, claimsOf, type KindedClaim} from '../claims-of.ts'
import type {Judgement} from './judgement.ts'

/**
 * Take single mentions out of the entities that a machine put them in, where a person said that this mention is, or is not,
 * somebody. Each becomes an entity of its own, whose local id is `m` and where it begins; claims that stand at it follow it.
 */
export function splitMentions(reading: Reading, judgements: readonly Judgement[]): Reading {
  let split = reading
  for (const judgement of judgements)
    if ((judgement.kind === 'is' || judgement.kind === 'is-not') && judgement.said.one.document === reading.document.id)
      split = splitMention(split, judgement.said.one)
  return split
}

function splitMention(reading: Reading, span: Span): Reading {
  const id = `m${span.start}`
  const holder = reading.entities.find(({mentions}) => mentions.some(mention => isSame(mention, span)))
  if (!holder || holder.id === id || holder.mentions.length === 1) return reading
  const mention = holder.mentions.find(each => isSame(each, span))!
  const name = reading.document.text.slice(span.start, span.end)
  const alone: Entity = {id, kind: holder.kind, name, names: [name], mentions: [{...mention, form: 'name'}]}
  const rest = {...holder, mentions: holder.mentions.filter(each => each !== mention)}
  const entities = [...reading.entities.map(entity => (entity === holder ? rest : entity)), alone]
  const claims = claimsOf(reading).map(kinded =>
    standsAt(kinded, span, rest) ? follow(kinded, holder.id, id) : kinded
  )
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
