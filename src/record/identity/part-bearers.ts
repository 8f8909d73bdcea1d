import {isBinding} from './context.ts'
import {type JudgedPair, joinJudged} from './join-judged.ts'
import type {KindClass} from './kind-class.ts'

/** A bearer of one name, by a key of the caller's. */
export interface KeyedBearer {
  readonly key: string
  readonly features: readonly string[]
}

/**
 * Part the bearers of one name into senses: persons by the binding features they share, anything else into one, and all of
 * them as people judged. `judged` is in the order of the log, the newest first.
 */
export function partBearers(
  kind: KindClass,
  bearers: readonly KeyedBearer[],
  judged: readonly JudgedPair<string>[],
  rarity: {readonly isRare: boolean}
): readonly (readonly string[])[] {
  const keys = bearers.map(({key}) => key).sort()
  const joins = [...joinsByFeature(bearers, rarity), ...(kind === 'person' ? [] : joinsInOrder(keys, judged))]
  return joinJudged(keys, judged, joins).groups
}

function joinsByFeature(
  bearers: readonly KeyedBearer[],
  rarity: {readonly isRare: boolean}
): (readonly [string, string])[] {
  const keysByFeature = new Map<string, string[]>()
  for (const {key, features} of bearers)
    for (const feature of features)
      if (isBinding(feature, rarity)) keysByFeature.set(feature, [...(keysByFeature.get(feature) ?? []), key])
  return [...keysByFeature]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, keys]) => {
      const [first, ...rest] = keys.sort()
      return rest.map(key => [first!, key] as const)
    })
}

/** Everyone with the first; who is judged to be apart from them with the first of those. */
function joinsInOrder(keys: readonly string[], judged: readonly JudgedPair<string>[]): (readonly [string, string])[] {
  const judgedKeys = judged.flatMap(({one, other}) => [one, other])
  const firsts = [...new Set([keys[0]!, ...judgedKeys.filter(key => keys.includes(key)).sort()])]
  return firsts.flatMap(first => keys.map(key => [first, key] as const))
}
