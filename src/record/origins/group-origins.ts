import type {OriginLink} from './origin-links.ts'

/** These count as one source, because of these links. */
export interface OriginGroup {
  /** The smallest id among them. */
  readonly origin: string
  readonly members: readonly string[]
  /** Enough of the links to join them all, the strongest reasons first. */
  readonly links: readonly OriginLink[]
}

/** Put together what links join. Neither the order of ids nor that of links matters. */
export function groupOrigins(ids: readonly string[], links: readonly OriginLink[]): OriginGroup[] {
  const parents = new Map(ids.map(id => [id, id]))
  const rootOf = (id: string): string => {
    let root = id
    while (parents.get(root) !== root) root = parents.get(root)!
    return root
  }
  const joining: OriginLink[] = []
  for (const link of [...links].sort(compareLinks)) {
    if (!parents.has(link.one) || !parents.has(link.other)) continue
    const [a, b] = [rootOf(link.one), rootOf(link.other)].sort() as [string, string]
    if (a === b) continue
    parents.set(b, a)
    joining.push(link)
  }
  const groups = Map.groupBy([...parents.keys()].sort(), rootOf)
  return [...groups].map(([origin, members]) => ({
    origin,
    members,
    links: joining.filter(({one}) => rootOf(one) === origin)
  }))
}

/** Text that is the same says more than a house that is. */
const STRENGTH: Readonly<Record<OriginLink['kind'], number>> = {
  copy: 0,
  reprint: 1,
  wire: 2,
  statement: 3,
  production: 4,
  agency: 5,
  outlet: 6,
  owner: 7
}

function compareLinks(a: OriginLink, b: OriginLink): number {
  return (
    STRENGTH[a.kind] - STRENGTH[b.kind] ||
    compare(a.one, b.one) ||
    compare(a.other, b.other) ||
    compare(a.reason, b.reason)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
