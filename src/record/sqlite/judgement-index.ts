import {sql} from 'kysely'
import {claimsOf} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
import {conflictsIn, type JudgementConflict} from '../judging/conflicts.ts'
import type {ClaimMark, EffectiveReading} from '../judging/effective-reading.ts'
import type {Anchor, Judgement, JudgementWords} from '../judging/judgement.ts'
import type {
  JudgedClaim,
  JudgementQuery,
  Judging,
  JudgingIndex,
  PastJudgement,
  Purged
} from '../judging/judging-index.ts'
import type {StoredClaim} from '../store.ts'
import {loadEffective} from './document-in-effect.ts'
import {showFindings} from './find-claims.ts'
import {keepJudging, undoJudgement} from './judge.ts'
import {documentsOfClaim, type EntityAddress, readEntityAddress} from './judged-things.ts'
import {showJudgement} from './judgement-rows.ts'
import {purgeDocument} from './purge.ts'
import type {InProject, Tables} from './tables.ts'

/** What people judge, out of SQLite. */
export class SqliteJudging implements JudgingIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  judge(judging: Judging): Promise<Judgement | undefined> {
    return keepJudging(this.#scope, judging)
  }

  undo(judgement: string, words: JudgementWords): Promise<Judgement | undefined> {
    return undoJudgement(this.#scope, judgement, words)
  }

  async judgements({about, document, kinds, by, words, isStanding}: JudgementQuery = {}): Promise<PastJudgement[]> {
    const {db, project} = this.#scope
    const entity = readEntityAddress(about ?? '')
    if (entity)
      return this.#ofEntity(entity, {
        ...(kinds && {kinds}),
        ...(by && {by}),
        ...(words && {words}),
        ...(isStanding && {isStanding})
      })
    const target = about ?? document
    const ofTarget = sql<string>`select judgement from judgement_target where project = ${project} and target = ${target}`
    const {rows} = await sql<Tables['judgement'] & {undone_by: string | null}>`
      select judgement.*, undo.id as undone_by from judgement
      left join judgement as undo on undo.project = judgement.project and undo.undoes = judgement.id
      where judgement.project = ${project}
        and ${target === undefined ? sql`1` : sql`(judgement.id in (${ofTarget}) or judgement.undoes in (${ofTarget}))`}
        and ${isStanding ? sql`undo.id is null and judgement.kind <> 'undo'` : sql`1`}
        and ${by === undefined ? sql`1` : sql`judgement."by" = ${by}`}
        and ${kinds === undefined ? sql`1` : sql`judgement.kind in (${sql.join(kinds)})`}
      order by judgement.recorded`.execute(db)
    const folded = foldName(words ?? '')
    return rows.map(pastJudgement).filter(judgement => folded === '' || wordsOf(judgement).includes(folded))
  }

  async conflicts(document?: string): Promise<JudgementConflict[]> {
    const {db, project} = this.#scope
    const documents = document === undefined ? await this.#judgedByMany() : [document]
    const found = new Map<string, JudgementConflict>()
    for (const id of documents) {
      const derivation = await loadEffective(db, project, id)
      if (!derivation) continue
      // Two mentions in two documents are judged once.
      for (const conflict of conflictsIn(id, derivation.effective, derivation.judgements))
        found.set(JSON.stringify(conflict.judgements.map(each => each.id)), conflict)
    }
    return [...found.values()]
  }

  async reading(document: string): Promise<EffectiveReading | undefined> {
    return (await loadEffective(this.#scope.db, this.#scope.project, document))?.effective
  }

  async claim(id: string): Promise<JudgedClaim | undefined> {
    const {db, project} = this.#scope
    for (const document of await documentsOfClaim(db, project, id)) {
      const derivation = await loadEffective(db, project, document)
      if (!derivation) continue
      const {effective, row} = derivation
      const {reading, rejected, marks, positions} = effective
      const kinded = [...claimsOf(reading), ...rejected].find(({claim}) => claim.id === id)
      if (!kinded) continue
      const mark = marks.get(id)
      const named = reading.entities.map(({id, kind, name}) => [id, {id, kind, name}] as const)
      const found = {
        run: row.id,
        newest_run: mark?.isUnsupported ? '' : row.id,
        position: positions.get(id)!,
        document,
        claim: id,
        kind: kinded.claimKind,
        json: JSON.stringify(kinded.claim),
        entities: JSON.stringify(Object.fromEntries(named.filter(([local]) => holds(kinded, local))))
      }
      const [stored] = await showFindings(this.#scope, [found])
      return {...stored!, ...(mark && {mark}), history: await this.#historyOf(id, document, mark?.judgements ?? [])}
    }
    return undefined
  }

  async marks(claims: readonly Pick<StoredClaim, 'id' | 'document'>[]): Promise<(ClaimMark | undefined)[]> {
    const {db, project} = this.#scope
    const documents = await this.#judgedAmong(claims.map(({document}) => document.id))
    const marks = new Map<string, EffectiveReading['marks']>()
    for (const id of documents) marks.set(id, (await loadEffective(db, project, id))?.effective.marks ?? new Map())
    return claims.map(({id, document}) => marks.get(document.id)?.get(id))
  }

  purge(document: string, words: JudgementWords): Promise<Purged> {
    return purgeDocument(this.#scope, document, words)
  }

  /** Judgements that name the entity by one of its mentions, whatever local id it had then. */
  async #ofEntity({document, entity}: EntityAddress, query: JudgementQuery): Promise<PastJudgement[]> {
    const all = await this.judgements({...query, document})
    if (all.length === 0) return []
    const mentions = (await this.reading(document))?.reading.entities.find(({id}) => id === entity)?.mentions ?? []
    const isMention = (anchor: Anchor | undefined) =>
      anchor?.document === document && mentions.some(({start, end}) => start === anchor.start && end === anchor.end)
    return all.filter(({said}) => {
      const {one, other} = (said ?? {}) as {readonly one?: Anchor; readonly other?: Anchor}
      return isMention(one) || isMention(other)
    })
  }

  /** What was judged under this id, or under the one that an older reader gave the same claim. */
  async #historyOf(claim: string, document: string, judged: readonly Judgement[]): Promise<PastJudgement[]> {
    const ids = new Set(judged.map(({id}) => id))
    const all = await this.judgements({document})
    const own = all.filter(({id, about}) => about === claim || ids.has(id))
    const ownIds = new Set(own.map(({id}) => id))
    const later = (await this.judgements({about: claim})).filter(({id}) => !ownIds.has(id))
    const undoing = all.filter(({id, undoes}) => undoes !== undefined && ownIds.has(undoes) && !ownIds.has(id))
    return [...new Map([...own, ...later, ...undoing].map(each => [each.id, each])).values()].sort(
      (a, b) => a.recorded - b.recorded
    )
  }

  /** Those of these documents in which people judged claims or made them. */
  async #judgedAmong(documents: readonly string[]): Promise<string[]> {
    const {db, project} = this.#scope
    const {rows} = await sql<{document: string}>`
      select distinct wanted.value as document from json_each(${JSON.stringify([...new Set(documents)])}) as wanted
      cross join judgement_target as target on target.project = ${project} and target.target = wanted.value
      cross join standing on standing.project = target.project and standing.id = target.judgement
        and standing.kind in ('accept', 'reject', 'unsure', 'correct', 'claim')`.execute(db)
    return rows.map(({document}) => document)
  }

  /** Documents that more than one person judged. */
  async #judgedByMany(): Promise<string[]> {
    const {project, db} = this.#scope
    const {rows} = await sql<{document: string}>`
      select effect.document from effect
      join judgement_target as target on target.project = effect.project and target.target = effect.document
      join standing on standing.project = target.project and standing.id = target.judgement
      where effect.project = ${project}
      group by effect.document having count(distinct standing."by") > 1
      order by effect.doc`.execute(db)
    return rows.map(({document}) => document)
  }
}

function pastJudgement({undone_by, ...row}: Tables['judgement'] & {undone_by: string | null}): PastJudgement {
  return {...showJudgement(row), ...(undone_by !== null && {undoneBy: undone_by})}
}

/** What a person wrote. */
function wordsOf({why, said}: Judgement): string {
  const {text, tag} = (said ?? {}) as {readonly text?: unknown; readonly tag?: unknown}
  return foldName([why, text, tag].filter(word => typeof word === 'string').join(' '))
}

function holds(kinded: object, local: string): boolean {
  return JSON.stringify(kinded).includes(JSON.stringify(local))
}
