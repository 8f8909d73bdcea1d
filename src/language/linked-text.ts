import type {Name, Parsed} from './analysis.ts'
import {findAppositions} from './appositions.ts'
import type {LinkedText} from './link-mentions.ts'
import {findMentionSpans} from './mention-spans.ts'
import {mentionTable} from './mention-table.ts'
import type {Models} from './models.ts'
import {clusterNames} from './name-clusters.ts'
import {readWordGroups} from './word-groups.ts'

/** Everything that decisions about the mentions of `parsed` are made from. */
export function gatherLinkedText(parsed: Parsed, names: readonly Name[], models: Pick<Models, 'encoder'>): LinkedText {
  const drafts = clusterNames(parsed.text, names)
  findAppositions(parsed, drafts)
  const draftByStart = new Map(
    drafts.flatMap((draft, number) => draft.names.map(({start}) => [start, number] as const))
  )
  const draftByName = names.map(({start}) => draftByStart.get(start)!)
  const table = mentionTable(parsed, names, findMentionSpans(parsed, names), readWordGroups(models.encoder))
  return {parsed, names, table, drafts, draftByName}
}
