import {edtfBounds} from '../../language/edtf.ts'
import type {Entity} from '../../reading/reading.ts'
import {claimsOf} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
import {bearingName} from '../identity/bearers.ts'
import {kindClass} from '../identity/kind-class.ts'
import {postOf} from '../timeline/post-fact.ts'
import type {ToldEntity} from '../told-claim.ts'
import type {Deriver} from './derive-document.ts'
import type {InEffect} from './document-in-effect.ts'
import {insertAll} from './insert-all.ts'
import {isSame} from './same-rows.ts'
import type {Tables} from './tables.ts'

/** What documents say of who held which post when. */
export const TIMELINES: Deriver = {
  async add(trx, effect) {
    await insertAll(trx, 'role_fact', roleFacts(effect))
  },

  async remove(trx, project, doc) {
    await trx.deleteFrom('role_fact').where('project', '=', project).where('doc', '=', doc).execute()
  },

  async *check(db, effect) {
    const {project, doc, document} = effect
    const rows = await db
      .selectFrom('role_fact')
      .selectAll()
      .where('project', '=', project)
      .where('doc', '=', doc)
      .execute()
    if (!isSame(rows, roleFacts(effect))) yield `document ${document}: who held which post when is not what it says`
  },

  async *checkTogether(db, project) {
    const {stray} = await db
      .selectFrom('role_fact')
      .select(({fn}) => fn.countAll<number>().as('stray'))
      .where('project', '=', project)
      .where(({not, exists, selectFrom}) =>
        not(
          exists(
            selectFrom('effect')
              .select('effect.doc')
              .whereRef('effect.project', '=', 'role_fact.project')
              .whereRef('effect.doc', '=', 'role_fact.doc')
          )
        )
      )
      .executeTakeFirstOrThrow()
    if (stray > 0) yield `${stray} rows of role_fact belong to no document in effect`
  }
}

/** A role or relation without a named holder is nobody's: it has no row. */
export function roleFacts(effect: FactsSource): Tables['role_fact'][] {
  const {project, doc, journey, positions, reported} = effect
  const {document, reading} = journey
  const published = document.published === undefined ? undefined : edtfBounds(document.published)
  const byId = new Map(reading.entities.map(entity => [entity.id, entity]))
  const entities: Record<string, ToldEntity> = Object.fromEntries(
    reading.entities.map(({id, kind, name, names}) => [id, {subject: id, kind, name, names}])
  )
  return claimsOf(reading).flatMap(kinded => {
    if (kinded.claimKind !== 'role' && kinded.claimKind !== 'relation') return []
    const post = postOf({...kinded, entities, ...(published && {reported: published})})
    const holder = post && factKey(byId.get(post.holder.subject))
    if (!post || !holder) return []
    const body = typeof post.body === 'object' ? byId.get(post.body.subject) : undefined
    return [
      {
        project,
        doc,
        position: positions.get(kinded.claim.id)!,
        holder,
        holder_entity: post.holder.subject,
        body: typeof post.body === 'string' ? wordsKey(post.body) : (factKey(body) ?? null),
        body_entity: body?.id ?? null,
        kind: post.kind,
        title: post.title,
        title_key: post.key,
        is_head: Number(post.isHead),
        is_spokes: Number(post.isSpokes),
        marks: JSON.stringify(post.marks),
        reported_by: reported.latest
      }
    ]
  })
}

type FactsSource = Pick<InEffect, 'project' | 'doc' | 'journey' | 'positions' | 'reported'>

/** What rows about an entity are found by: the name it bears, whoever bears it. */
function factKey(entity: Entity | undefined): string | undefined {
  if (!entity?.mentions.some(({form}) => form === 'name')) return undefined
  const kind = kindClass(entity.kind)
  const folded = bearingName(entity.name, kind)
  return folded === '' ? undefined : `${kind}:${folded}`
}

/** The same where no entity stands for the words. */
export function wordsKey(words: string): string {
  return `words:${foldName(words).replace(/^the (?=.)/, '')}`
}
