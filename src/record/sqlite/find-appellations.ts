import {sql} from 'kysely'
import type {EntityKind} from '../../language/analysis.ts'
import {bearingName} from '../identity/bearers.ts'
import {type KindClass, kindClass} from '../identity/kind-class.ts'
import {MATCH_SCORE_MIN, matchNames} from '../names/match-names.ts'
import {nameKeys} from '../names/name-keys.ts'
import type {InProject} from './tables.ts'

/** A name on record that the words asked for may be a spelling or a part of. */
export interface FoundAppellation {
  readonly appellation: number
  readonly score: number
  readonly reasons: readonly string[]
}

/** More names than these that share a key with the words are not compared. */
const COMPARED_MAX = 300

/** One kind stands for each class: names of a class are compared alike. */
const CLASSES: Readonly<Record<KindClass, EntityKind>> = {
  person: 'person',
  body: 'organisation',
  place: 'place',
  production: 'production',
  work: 'work',
  event: 'event'
}

/** Names on record like `words`, the surest first: the very name, other spellings of it, and names that hold every word of it. */
export async function findAppellations({db, project}: InProject, words: string): Promise<FoundAppellation[]> {
  const found = new Map<number, FoundAppellation>()
  for (const kind of Object.values(CLASSES)) {
    const folded = bearingName(words, kindClass(kind))
    if (folded === '') continue
    const keys = nameKeys(words, kind).map(key => `${kindClass(kind)}:${key}`)
    const {rows} = await sql<{id: number; folded: string}>`
      select id, folded from appellation where project = ${project} and folded = ${folded} and kind = ${kindClass(kind)}
      union select * from (
        select appellation.id, appellation.folded from appellation_key
        join appellation on appellation.id = appellation_key.appellation
        where appellation_key.project = ${project} and appellation_key.key in (${sql.join(keys.length > 0 ? keys : [''])})
        limit ${COMPARED_MAX})`.execute(db)
    for (const {id, folded: other} of rows) {
      const {score, reasons} = compare(folded, other, kind)
      if (score >= MATCH_SCORE_MIN) found.set(id, {appellation: id, score, reasons})
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.appellation - b.appellation)
}

function compare(asked: string, other: string, kind: EntityKind): {score: number; reasons: readonly string[]} {
  const match = matchNames(asked, other, {kind})
  // Who is asked for by a surname alone may be anyone of that name.
  const isPart = match.score < 1 && asked.split(' ').every(word => other.split(' ').includes(word))
  return isPart ? {score: Math.max(match.score, 0.75), reasons: ['the words are part of the name']} : match
}
