import type {Document} from '../../intake/document.ts'
import type {Entity, Reading} from '../../reading/reading.ts'
import {claimLists, claimsOf, type KindedClaim} from '../claims-of.ts'
import {correctClaim} from './correct-claim.ts'
import {correctDocument, redescribe} from './correct-document.ts'
import {findClaimAgain} from './find-claim-again.ts'
import type {ClaimAnchor, Judgement} from './judgement.ts'
import {LocalEntities} from './local-entities.ts'
import {makeClaim} from './person-claim.ts'
import {splitMentions} from './split-mentions.ts'

/** What people made of a claim. Without any of it, a claim is the machine's alone. */
export interface ClaimMark {
  readonly status: 'accepted' | 'corrected' | 'rejected' | 'unsure' | 'made'
  /** Those that stand, in the order of the log. */
  readonly judgements: readonly Judgement[]
  /** As the machine put it, where that was changed. */
  readonly machine?: KindedClaim['claim']
  /** The newest reader no longer finds it: it stands by a person's word. */
  readonly isUnsupported?: boolean
}

/** A reading as people left it, with what they made of each claim, by claim id. */
export interface EffectiveReading {
  readonly document: Document
  readonly reading: Reading
  /** Also of rejected claims, which `reading` no longer holds. */
  readonly marks: ReadonlyMap<string, ClaimMark>
  /** The place of each claim: that in the run, or from `MADE_FROM` on for those the run does not hold. */
  readonly positions: ReadonlyMap<string, number>
  readonly rejected: readonly KindedClaim[]
}

/** Claims that a run does not hold stand behind all that one could. */
export const MADE_FROM = 1_000_000

/** A claim of an older run, with the entities it names. */
export interface OlderClaim {
  readonly kinded: KindedClaim
  readonly entities: readonly Entity[]
}

/**
 * Apply what people judged of a document to what a machine read in it. `judgements` are those that stand, in the order of the
 * log; of two about the same field or claim the later one holds. `older` are claims of earlier runs that they are about.
 */
export function effectiveReading(
  machine: {readonly document: Document; readonly reading: Reading},
  judgements: readonly Judgement[],
  older: ReadonlyMap<string, OlderClaim> = new Map()
): EffectiveReading {
  const machinePositions = new Map(claimsOf(machine.reading).map(({claim}, position) => [claim.id, position]))
  if (judgements.length === 0) return {...machine, marks: new Map(), positions: machinePositions, rejected: []}
  const document = correctDocument(machine.document, judgements)
  const split = splitMentions(machine.reading, judgements)
  const described = document === machine.document ? split : redescribe(split, document)
  const work: Work = {
    reading: described,
    entities: new LocalEntities(document.text, described.entities),
    claims: new Map(claimsOf(described).map(kinded => [kinded.claim.id, kinded])),
    marks: new Map()
  }
  for (const judgement of judgements) judgeClaims(work, judgement, older)
  const isRejected = ({claim}: KindedClaim) => work.marks.get(claim.id)?.status === 'rejected'
  const all = [...work.claims.values()]
  const held = claimLists(
    inPlace(
      all.filter(kinded => !isRejected(kinded)),
      machinePositions
    )
  )
  return {
    document,
    reading: {...described, entities: work.entities.all, ...held},
    marks: work.marks,
    positions: positionsOf(all, machinePositions),
    rejected: all.filter(isRejected)
  }
}

interface Work {
  readonly reading: Reading
  readonly entities: LocalEntities
  readonly claims: Map<string, KindedClaim>
  readonly marks: Map<string, ClaimMark>
}

function judgeClaims(work: Work, judgement: Judgement, older: ReadonlyMap<string, OlderClaim>): void {
  if (judgement.kind === 'claim') addMade(work, judgement)
  else if (judgement.kind === 'accept' || judgement.kind === 'reject' || judgement.kind === 'unsure')
    markClaim(work, judgement, judgement.said, older)
  else if (judgement.kind === 'correct' && judgement.said.claim) markClaim(work, judgement, judgement.said.claim, older)
}

function addMade(work: Work, judgement: Extract<Judgement, {kind: 'claim'}>): void {
  const kinded = makeClaim(judgement.about, judgement.said, work.reading, work.entities)
  const {id} = kinded.claim
  const before = work.marks.get(id)
  if (!before) work.claims.set(id, kinded)
  work.marks.set(id, {
    ...(before ?? {status: 'made' as const}),
    judgements: [...(before?.judgements ?? []), judgement]
  })
}

const STATUS = {accept: 'accepted', reject: 'rejected', unsure: 'unsure', correct: 'corrected'} as const

function markClaim(
  work: Work,
  judgement: Extract<Judgement, {kind: 'accept' | 'reject' | 'unsure' | 'correct'}>,
  anchor: ClaimAnchor,
  older: ReadonlyMap<string, OlderClaim>
): void {
  const found = findClaimAgain(judgement.about, anchor, [...work.claims.values()])
  const kinded = found ?? revive(work, judgement, older)
  if (!kinded) return
  const {id} = kinded.claim
  const before = work.marks.get(id)
  const isUnsupported = before?.isUnsupported ?? !found
  const isChange = judgement.kind === 'correct'
  const machine = before?.machine ?? (isChange && !anchor.isMade ? kinded.claim : undefined)
  work.marks.set(id, {
    status: statusAfter(before?.status, judgement.kind),
    judgements: [...(before?.judgements ?? []), judgement],
    ...(machine && {machine}),
    ...(isUnsupported && {isUnsupported})
  })
  if (isChange) {
    const {field, value} = judgement.said
    work.claims.set(id, correctClaim(kinded, field, value, work.entities))
  }
}

/** What was corrected or made, and then accepted, is both: that a person had a hand in it is what is seen. */
function statusAfter(before: ClaimMark['status'] | undefined, kind: keyof typeof STATUS): ClaimMark['status'] {
  return kind === 'accept' && (before === 'corrected' || before === 'made') ? before : STATUS[kind]
}

/** What a person accepted or corrected stays, even where the newest reader no longer finds it. */
function revive(work: Work, {kind, about}: Judgement, older: ReadonlyMap<string, OlderClaim>): KindedClaim | undefined {
  const known = older.get(about)
  if (!known || kind === 'reject' || kind === 'unsure') return undefined
  const localIds = new Map(known.entities.map(entity => [entity.id, work.entities.idOf(entity)]))
  const kinded = renamed(known.kinded, localIds)
  work.claims.set(about, kinded)
  return kinded
}

/** The claim with its local entity ids changed: they stand as whole strings, wherever a claim holds one. */
function renamed(kinded: KindedClaim, localIds: ReadonlyMap<string, string>): KindedClaim {
  const json = JSON.stringify(kinded, (key, value) =>
    key !== 'id' && typeof value === 'string' ? (localIds.get(value) ?? value) : value
  )
  return JSON.parse(json)
}

/** Those of the run in its order, and behind them the others in the order of the text. */
function inPlace(claims: readonly KindedClaim[], machine: ReadonlyMap<string, number>): KindedClaim[] {
  const at = ({claim}: KindedClaim) => machine.get(claim.id) ?? MADE_FROM
  return claims.toSorted((a, b) => at(a) - at(b) || byText(a, b))
}

/** The same whatever the order in which people judged. */
function positionsOf(claims: readonly KindedClaim[], machine: ReadonlyMap<string, number>): Map<string, number> {
  const others = claims.filter(({claim}) => !machine.has(claim.id)).sort(byText)
  return new Map([...machine, ...others.map(({claim}, index) => [claim.id, MADE_FROM + index] as const)])
}

function byText({claim: a}: KindedClaim, {claim: b}: KindedClaim): number {
  return (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.id < b.id ? -1 : 1)
}
