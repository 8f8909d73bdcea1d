import type {EntityDraft} from './entity-draft.ts'

/** Let `into` take over all that `from` has; `score` says how sure it is that they are one. */
export function joinDrafts(into: EntityDraft, from: EntityDraft, score: number) {
  into.names.push(...from.names)
  into.mentions.push(...from.mentions)
  into.joinScores.push(...from.joinScores, ...from.names.map(() => score))
  for (const noun of from.nouns) into.nouns.add(noun)
  if (into.gender === 'unknown') into.gender = from.gender
  into.names.sort((a, b) => a.start - b.start)
}
