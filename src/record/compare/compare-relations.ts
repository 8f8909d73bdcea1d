import {genderOfForename} from '../../language/genders.ts'
import {foldName} from '../fold-name.ts'
import type {ToldEntity} from '../told-claim.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {kinOf} from './family-words.ts'
import {areApart, daysOf, isCloser, mayHaveChanged} from './told-days.ts'

type ToldRelation = ToldOf<'relation'>

/** Kinds that say the same from either end. */
const MUTUAL: ReadonlySet<string> = new Set(['ally', 'rival', 'merger'])

/** Compare two relations: between the same two, of the same kind; of kin also two parents of whom there can be one. */
export function compareRelations(earlier: ToldRelation, later: ToldRelation): Fit | undefined {
  const [one, other] = [tieOf(earlier), tieOf(later)]
  if (!one || !other || one.tie !== other.tie) return undefined
  if (!isBetweenSame(one, other)) return compareParents(one, other)
  const {polarity, during} = earlier.claim
  if (polarity !== later.claim.polarity) {
    const days = [earlier, later].map(told => daysOf(told, told.claim.during))
    if (during && later.claim.during && areApart(during, later.claim.during)) return undefined
    return mayHaveChanged(days[0], days[1])
      ? undefined
      : contradicts('denial', 'the same relation, once told and once denied')
  }
  if (during && later.claim.during && areApart(during, later.claim.during)) return undefined
  if (isCloser(during, later.claim.during)) return narrower('says more closely when')
  return same('the same relation between the same two')
}

/** A relation as it is compared: kin is turned so that the elder stands first. */
export interface Tie {
  readonly tie: string
  readonly from: ToldEntity
  readonly to: ToldEntity
  readonly isMutual: boolean
  readonly isPositive: boolean
  /** The words that tell the sex of the one parent: "father", "mother". */
  readonly parentWord?: string
}

/** The tie that a relation tells; undefined where an end is not known, or its phrase could mean anything. */
export function tieOf({claim, entities}: ToldRelation): Tie | undefined {
  const {kind, phrase, polarity} = claim
  const [from, to] = [entities[claim.from], entities[claim.to]]
  if (!from || !to) return undefined
  const isPositive = polarity === 'positive'
  const folded = foldName(phrase)
  if (kind === 'other') return {tie: `other ${folded}`, from, to, isMutual: false, isPositive}
  if (kind !== 'family') return {tie: kind, from, to, isMutual: MUTUAL.has(kind), isPositive}
  const kin = kinOf(folded)
  if (!kin) return {tie: `family ${folded}`, from, to, isMutual: false, isPositive}
  const isMutual = kin.tie === kin.inverse
  if (kin.tie === 'child' || kin.tie === 'grandchild' || kin.tie === 'nephew')
    return {tie: kin.inverse, from: to, to: from, isMutual, isPositive}
  return {tie: kin.tie, from, to, isMutual, isPositive, ...(kin.isOne && {parentWord: kin.word})}
}

function isBetweenSame(one: Tie, other: Tie): boolean {
  const isStraight = one.from.subject === other.from.subject && one.to.subject === other.to.subject
  return isStraight || (one.isMutual && one.from.subject === other.to.subject && one.to.subject === other.from.subject)
}

/** One child has one father and one mother. */
function compareParents(one: Tie, other: Tie): Fit | undefined {
  if (one.tie !== 'parent' || one.to.subject !== other.to.subject || !one.isPositive || !other.isPositive)
    return undefined
  const [sex, otherSex] = [one, other].map(({parentWord, from}) => sexOf(parentWord, from.name))
  if (sex === 'unknown' || sex !== otherSex) return undefined
  const word = sex === 'male' ? 'father' : 'mother'
  return contradicts('identity', `${one.to.name} is said to have two ${word}s: ${one.from.name} and ${other.from.name}`)
}

function sexOf(parentWord: string | undefined, name: string): 'male' | 'female' | 'unknown' {
  if (parentWord) return parentWord === 'father' ? 'male' : 'female'
  return genderOfForename(name) as 'male' | 'female' | 'unknown'
}
