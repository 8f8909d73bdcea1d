import type {Transaction} from 'kysely'
import {claimsOf} from '../claims-of.ts'
import type {EffectiveReading} from '../judging/effective-reading.ts'
import type {Anchor, JudgementKind, JudgementWords} from '../judging/judgement.ts'
import {JudgementRefused} from '../judging/judgement-refused.ts'
import type {Judging, MentionPlace} from '../judging/judging-index.ts'
import {
  type ClaimToJudge,
  claimAnchor,
  claimCorrection,
  documentCorrection,
  mentionAnchor,
  personClaim
} from '../judging/say-judgement.ts'
import {NotOnRecord} from '../record-errors.ts'
import {loadEffective, olderClaim} from './document-in-effect.ts'
import {documentsOfJoined} from './joined-contradictions.ts'
import type {NewJudgement} from './judgement-rows.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>

/** A judgement as it is asked for, held against what is on record. */
export async function sayInRecord(trx: Save, project: string, judging: Judging): Promise<NewJudgement & Kinded> {
  const {by, at, why} = judging
  return {...(await saidAbout(trx, project, judging)), by, at, ...(why !== undefined && {why})}
}

interface Kinded extends JudgementWords {
  readonly kind: Exclude<JudgementKind, 'undo' | 'purge'>
  // biome-ignore lint/suspicious/noExplicitAny: each kind says something else
  readonly said?: any
}

async function saidAbout(
  trx: Save,
  project: string,
  judging: Judging
): Promise<Omit<Kinded, 'by' | 'at'> & {about: string}> {
  const {kind} = judging
  switch (kind) {
    case 'accept':
    case 'reject':
    case 'unsure': {
      const {reading, judged} = await claimToJudge(trx, project, judging.about, judging.document)
      return {kind, about: judging.about, said: claimAnchor(reading, judged)}
    }
    case 'correct':
      return {kind, about: judging.about, said: await correction(trx, project, judging)}
    case 'claim': {
      const reading = await documentToJudge(trx, project, judging.about)
      return {kind, about: judging.about, said: personClaim(reading, judging.claim)}
    }
    case 'same':
    case 'different':
    case 'is':
    case 'is-not': {
      const [one, other] = [await mention(trx, project, judging.one), await mention(trx, project, judging.other)]
      const about = placeOf(one)
      if (about === placeOf(other))
        throw new JudgementRefused(`Cannot judge who ${JSON.stringify(one.quote)} is: both mentions are the same one`)
      return {kind, about, said: {one, other}}
    }
    case 'forget':
      await refuseUnknown(trx, project, ['document', 'import_batch'], judging.about, 'document or import')
      return {kind, about: judging.about}
    case 'settle': {
      const {about, within} = await anything(trx, project, judging.about, ['contradiction'])
      return {kind, about, said: {...within, state: judging.state}}
    }
    case 'grade': {
      const {source, information} = judging
      refuseNoGrade(judging)
      const {about, within} = await anything(trx, project, judging.about, ['claim', 'document'])
      return {
        kind,
        about,
        said: {...within, ...(source !== undefined && {source}), ...(information !== undefined && {information})}
      }
    }
    case 'note': {
      if (judging.text.trim() === '') throw new JudgementRefused('Cannot note nothing: write something')
      const {about, within} = await anything(trx, project, judging.about)
      return {kind, about, said: {...within, text: judging.text.trim()}}
    }
    case 'tag': {
      const tag = judging.tag.trim().replace(/\s+/g, ' ')
      if (tag === '') throw new JudgementRefused('Cannot tag with nothing: give a word')
      const {about, within} = await anything(trx, project, judging.about)
      return {kind, about, said: {...within, tag}}
    }
  }
}

async function correction(trx: Save, project: string, judging: Extract<Judging, {kind: 'correct'}>) {
  if (await isOnRecord(trx, project, 'document', judging.about))
    return documentCorrection(await documentToJudge(trx, project, judging.about), judging)
  const {reading, judged} = await claimToJudge(trx, project, judging.about, judging.document)
  return claimCorrection(reading, judged, judging)
}

/** A document that is in effect, as people left it. */
async function documentToJudge(trx: Save, project: string, document: string): Promise<EffectiveReading> {
  const derivation = await loadEffective(trx, project, document)
  if (!derivation) throw new NotOnRecord(`Cannot judge document "${document}": it is not on record, or out of sight`)
  return derivation.effective
}

/** A claim as people left it: also one that they rejected or made, or that only an older reader found. */
async function claimToJudge(
  trx: Save,
  project: string,
  claim: string,
  document: string | undefined
): Promise<{reading: EffectiveReading; judged: ClaimToJudge}> {
  for (const id of document === undefined ? await documentsOfClaim(trx, project, claim) : [document]) {
    const reading = (await loadEffective(trx, project, id))?.effective
    if (!reading) continue
    const held = [...claimsOf(reading.reading), ...reading.rejected].find(each => each.claim.id === claim)
    const kinded = held ?? (await olderClaim(trx, project, id, claim))?.kinded
    if (kinded) return {reading, judged: {kinded, mark: reading.marks.get(claim)}}
  }
  throw new NotOnRecord(`Cannot judge claim "${claim}": it is not on record, or out of sight`)
}

/** Documents that have this claim, the one saved first before others. */
export async function documentsOfClaim(db: InProject['db'], project: string, claim: string): Promise<string[]> {
  const made = db
    .selectFrom('effect_claim')
    .innerJoin('effect', join =>
      join.onRef('effect.project', '=', 'effect_claim.project').onRef('effect.doc', '=', 'effect_claim.doc')
    )
    .select(['effect.document', 'effect.doc'])
    .where('effect_claim.project', '=', project)
    .where('effect_claim.claim', '=', claim)
  const rows = await db
    .selectFrom('claim')
    .innerJoin('effect', join =>
      join.onRef('effect.project', '=', 'claim.project').onRef('effect.document', '=', 'claim.document')
    )
    .select(['effect.document', 'effect.doc'])
    .where('claim.project', '=', project)
    .where('claim.id', '=', claim)
    .union(made)
    .orderBy('doc')
    .execute()
  return rows.map(({document}) => document)
}

async function mention(trx: Save, project: string, place: MentionPlace): Promise<Anchor> {
  return mentionAnchor(await documentToJudge(trx, project, place.document), place)
}

function placeOf({document, start, end}: MentionPlace): string {
  return `${document}:${start}-${end}`
}

function refuseNoGrade({source, information}: Extract<Judging, {kind: 'grade'}>): void {
  if (source === undefined && information === undefined)
    throw new JudgementRefused(
      'Cannot grade with nothing: give A to F for the source, 1 to 6 for the information, or both'
    )
  if (source !== undefined && !/^[A-F]$/.test(source))
    throw new JudgementRefused(`Cannot grade a source ${JSON.stringify(source)}: it is A, B, C, D, E or F`)
  if (information !== undefined && !/^[1-6]$/.test(String(information)))
    throw new JudgementRefused(`Cannot grade information ${JSON.stringify(information)}: it is 1, 2, 3, 4, 5 or 6`)
}

type Noted = 'document' | 'claim' | 'judgement' | 'contradiction' | 'import_batch' | 'entity'

const NOTED: readonly Noted[] = ['document', 'claim', 'judgement', 'contradiction', 'import_batch', 'entity']

/** Whatever has an id or an address, with where it stands, so that it is found with its document. */
async function anything(
  trx: Save,
  project: string,
  about: string,
  kinds: readonly Noted[] = NOTED
): Promise<{about: string; within: {document?: string; documents?: string[]; one?: Anchor}}> {
  const address = readEntityAddress(about)
  if (kinds.includes('entity') && address) {
    const {document, entity} = address
    const reading = await documentToJudge(trx, project, document)
    const mentioned = reading.reading.entities.find(({id}) => id === entity)?.mentions
    const place = mentioned?.find(({form}) => form === 'name') ?? mentioned?.[0]
    if (!place) throw new NotOnRecord(`Cannot judge "${about}": it is not on record`)
    const one = mentionAnchor(reading, {document, ...place})
    return {about: placeOf(one), within: {one}}
  }
  if (kinds.includes('contradiction')) {
    const documents = await documentsOfContradiction(trx, project, about)
    if (0 < documents.length) return {about, within: {documents}}
  }
  if (kinds.includes('claim')) {
    const [within] = await documentsOfClaim(trx, project, about)
    if (within !== undefined) return {about, within: {document: within}}
  }
  for (const table of kinds)
    if (
      table !== 'entity' &&
      table !== 'claim' &&
      table !== 'contradiction' &&
      (await isOnRecord(trx, project, table, about))
    )
      return {about, within: {}}
  const [kind] = kinds
  const what = kinds.length === 1 ? `${kind} ` : ''
  throw new NotOnRecord(`Cannot judge ${what}"${about}": it is not on record`)
}

/** Where the claims of a contradiction stand; none where it is not on record. */
async function documentsOfContradiction(trx: Save, project: string, id: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('contradiction')
    .innerJoin('effect', join =>
      join
        .onRef('effect.project', '=', 'contradiction.project')
        .on(({or, eb, ref}) =>
          or([eb('effect.doc', '=', ref('contradiction.doc')), eb('effect.doc', '=', ref('contradiction.other_doc'))])
        )
    )
    .select('effect.document')
    .where('contradiction.project', '=', project)
    .where('contradiction.id', '=', id)
    .orderBy('effect.document')
    .execute()
  return 0 < rows.length || !id.startsWith('contradiction-')
    ? rows.map(({document}) => document)
    : documentsOfJoined({db: trx, project}, id)
}

/** An entity of one document, as people left it: also one that only they named. */
export interface EntityAddress {
  readonly document: string
  readonly entity: string
}

/** An entity's address taken apart; undefined where it is none. */
export function readEntityAddress(address: string): EntityAddress | undefined {
  const [, document, entity] = /^(doc-[0-9a-f]+):([ejm][0-9a-f_]+)$/.exec(address) ?? []
  return document && entity ? {document, entity} : undefined
}

async function refuseUnknown(
  trx: Save,
  project: string,
  tables: readonly IdTable[],
  about: string,
  what: string
): Promise<void> {
  for (const table of tables) if (await isOnRecord(trx, project, table, about)) return
  throw new NotOnRecord(`Cannot judge ${what} "${about}": it is not on record`)
}

type IdTable = 'document' | 'judgement' | 'import_batch'

async function isOnRecord(trx: Save, project: string, table: IdTable, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom(table)
    .select('id')
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
