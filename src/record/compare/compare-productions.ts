import type {Production} from '../../reading/reading.ts'
import {foldName} from '../fold-name.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {areApart, isCloser, sayDays} from './told-days.ts'

type ToldProduction = ToldOf<'production'>

/** Compare what is told of one production: who made it, when it came out, what it shows. */
export function compareProductions(earlier: ToldProduction, later: ToldProduction): Fit | undefined {
  const [one, other] = [earlier.claim, later.claim]
  const [subject, otherSubject] = [earlier.entities[one.entity]?.subject, later.entities[other.entity]?.subject]
  if (subject === undefined || subject !== otherSubject) return undefined
  if (one.polarity !== other.polarity) return contradicts('denial', 'the same production, once told and once denied')
  for (const [field, words] of MAKERS) {
    const [maker, otherMaker] = [makerOf(earlier, field), makerOf(later, field)]
    if (maker && otherMaker && maker.key !== otherMaker.key)
      return contradicts('identity', `${words} ${maker.name}, and ${words} ${otherMaker.name}`)
  }
  if (one.released && other.released && areApart(one.released, other.released))
    return contradicts('date', `released ${sayDays(one.released)}, and ${sayDays(other.released)}`)
  const footage = footageFault(one, other)
  if (footage) return footage
  if (isCloser(one.released, other.released)) return narrower('says more closely when it was released')
  if (tellsMore(one, other)) return narrower('says more of the production')
  return same('the same production, with nothing more of it')
}

const MAKERS = [
  ['producer', 'made by'],
  ['attributedTo', 'attributed to']
] as const

function makerOf({claim, entities}: ToldProduction, field: 'producer' | 'attributedTo') {
  const local = claim[field]
  if (local === undefined) return undefined
  const entity = entities[local]
  return entity ? {key: entity.subject, name: entity.name} : {key: `"${foldName(local)}"`, name: local}
}

/** One says of the same scene that it is new, the other that it is old. */
function footageFault(one: Production, other: Production): Fit | undefined {
  for (const {what, footage} of one.segments)
    for (const beside of other.segments)
      if (what !== '' && foldName(what) === foldName(beside.what) && isOpposite(footage, beside.footage))
        return contradicts('value', `“${what}” is said to be ${footage} footage, and ${beside.footage}`)
  return undefined
}

function isOpposite(footage: string, other: string): boolean {
  return (footage === 'new' && other === 'old') || (footage === 'old' && other === 'new')
}

function tellsMore(one: Production, other: Production): boolean {
  if (other.producer !== undefined && one.producer === undefined) return true
  if (other.attributedTo !== undefined && one.attributedTo === undefined) return true
  if (one.title === '' && other.title !== '') return true
  const known = new Set(one.channels.map(({text}) => foldName(text)))
  if (other.channels.some(({text}) => !known.has(foldName(text)))) return true
  return one.segments.length < other.segments.length
}
