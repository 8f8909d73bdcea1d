import {type Cluster, fitsPronoun, type Nearness, type Place} from './link-features.ts'
import {type MentionRow, SUBJECT} from './mention-table.ts'
import {salienceOf} from './salience.ts'

/** What nearness is found from, beside the mention and its candidates. */
interface Surroundings {
  readonly rows: readonly MentionRow[]
  readonly place: Place
  /** How well the mention's noun fits a thing; undefined for a pronoun. */
  readonly nounFit: ((cluster: Cluster) => number) | undefined
}

/** How near each candidate is to the mention `row`, among the others. */
export function findNearness(
  row: MentionRow,
  candidates: readonly number[],
  clusters: readonly Cluster[],
  {rows, place, nounFit}: Surroundings
): Nearness[] {
  const fits = clusters.map(cluster => nounFit === undefined && fitsPronoun(row.form, row.gender, cluster))
  const fittingClusters = new Set(clusters.filter((_, index) => fits[index]))
  const fitting = Math.min(4, fittingClusters.size)
  const others = candidates.map(candidate => rows[candidate]!)
  const salience = findSalience(row, others, clusters, fits, place)
  const order = [...fittingClusters].sort((a, b) => salience.get(b)! - salience.get(a)!)
  const seen = new Set<Cluster>()
  const seenFitting = new Set<Cluster>()
  let subjects = 0
  return others.map((other, index) => {
    const cluster = clusters[index]!
    const isSubject = fits[index]! && other.role === SUBJECT
    if (isSubject) subjects++
    const fitRank = fits[index] ? seenFitting.size : 9
    if (fits[index]) seenFitting.add(cluster)
    const clusterRank = seen.has(cluster) ? 2 : 1
    seen.add(cluster)
    return {
      rank: index,
      fitRank,
      fitting,
      subjectRank: isSubject ? Math.min(3, subjects) : 0,
      clusterRank,
      ...salienceRank(cluster, order, salience),
      nounFit: nounFit?.(cluster) ?? 0
    }
  })
}

/** The salience of each thing that fits, by its most salient mention. */
function findSalience(
  row: MentionRow,
  others: readonly MentionRow[],
  clusters: readonly Cluster[],
  fits: readonly boolean[],
  place: Place
): Map<Cluster, number> {
  const best = new Map<Cluster, number>()
  for (const [index, other] of others.entries()) {
    if (!fits[index]) continue
    const cluster = clusters[index]!
    const salience = salienceOf(row, other, cluster, place)
    if ((best.get(cluster) ?? -Infinity) < salience) best.set(cluster, salience)
  }
  return best
}

function salienceRank(cluster: Cluster, order: readonly Cluster[], salience: ReadonlyMap<Cluster, number>) {
  const rank = order.indexOf(cluster)
  if (rank < 0) return {salienceRank: 9, salienceLead: 0}
  const other = salience.get(order[rank === 0 ? 1 : 0]!) ?? -Infinity
  const lead = Math.abs(salience.get(cluster)! - other)
  return {salienceRank: Math.min(4, rank), salienceLead: Math.min(8, Math.round(lead * 2))}
}
