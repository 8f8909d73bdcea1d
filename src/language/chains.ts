import {type Chain, type Mention, type Name, type Parsed, type Thread, wordSpan} from './analysis.ts'
import {describedAt} from './descriptions.ts'
import type {EntityDraft} from './entity-draft.ts'
import type {Cluster} from './link-features.ts'
import {type LinkedText, type Links, linkMentions} from './link-mentions.ts'
import {chooseBy} from './link-model.ts'
import {gatherLinkedText} from './linked-text.ts'
import {type MentionRow, PRONOUN_FORM} from './mention-table.ts'
import type {Models} from './models.ts'
import {pronounKind} from './pronouns.ts'

export interface FoundChains {
  readonly chains: Chain[]
  readonly threads: Thread[]
}

/**
 * Find the things that `parsed` speaks of, each with every mention of it: by name, by description, by pronoun.
 *
 * ```text
 * Jana Holub, the minister for water, left early. She said the ministry ... Holub's deputy ... the minister
 * ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^              ^^^                        ^^^^^             ^^^^^^^^^^^^
 * ```
 *
 * Chains are the things with names; "I" and "we" are left to those who know the speakers. Threads are all things spoken of
 * more than once, named or not, with "I" and "we" and whole phrases.
 *
 * @returns both in the order of first mention
 */
export function findChains(
  parsed: Parsed,
  names: readonly Name[],
  models: Pick<Models, 'encoder' | 'chains'>
): FoundChains {
  const text = gatherLinkedText(parsed, names, models)
  const links = linkMentions(text, chooseBy(models.chains))
  joinMentions(text, links)
  const gathered = text.drafts.map(draft => ({draft, mentions: inOrder(draft.mentions)})).sort(byFirstMention)
  const idByDraft = new Map(gathered.map(({draft}, index) => [draft, `e${index + 1}`]))
  return {
    chains: gathered.map(toChain(parsed.text)),
    threads: links.clusters.filter(({mentions}) => 1 < mentions.length).map(toThread(text, links, idByDraft))
  }
}

/** Add to each draft the pronouns and descriptions that were found to mean it. */
function joinMentions({parsed, table, drafts}: LinkedText, {clusterOf, scores}: Links) {
  for (const [index, row] of table.rows.entries()) {
    const {draft} = clusterOf[index]!
    if (draft < 0 || row.name !== undefined) continue
    const mention = joinedMention(parsed, row)
    if (!mention) continue
    drafts[draft]!.mentions.push(mention)
    drafts[draft]!.joinScores.push(scores[index]!)
  }
}

/** A pronoun of the third person, or a description that says no more than what it describes. */
function joinedMention(parsed: Parsed, row: MentionRow): Mention | undefined {
  if (row.form < PRONOUN_FORM) {
    const description = describedAt(parsed, row.firstWord)
    return description?.headWord === row.headWord ? description : undefined
  }
  return pronounKind(parsed.forms[row.headWord]!) ? toMention(parsed, row) : undefined
}

function toMention(parsed: Parsed, {firstWord, endWord, headWord, form, name}: MentionRow): Mention {
  const kind = name !== undefined ? 'name' : PRONOUN_FORM <= form ? 'pronoun' : 'nominal'
  return {...wordSpan(parsed, firstWord, endWord), firstWord, endWord, headWord, form: kind}
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  const byStart = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return byStart.filter((mention, index) => index === 0 || mention.headWord !== byStart[index - 1]!.headWord)
}

interface Gathered {
  readonly draft: EntityDraft
  readonly mentions: readonly Mention[]
}

function byFirstMention(a: Gathered, b: Gathered): number {
  return a.mentions[0]!.start - b.mentions[0]!.start
}

function toChain(text: string): (gathered: Gathered, index: number) => Chain {
  return ({draft, mentions}, index) => {
    const printed = (named: readonly Name[]) =>
      fullestFirst(named.map(({start, end}) => text.slice(start, end).replace(/\s+/gu, ' ')))
    const own = printed(draft.names.filter(name => !draft.aliases.has(name)))
    const names = [...new Set([...own, ...printed([...draft.aliases])])]
    return {id: `e${index + 1}`, kind: draft.kind, name: names[0]!, names, mentions, score: meanScore(draft)}
  }
}

/** The different names: most words first, then most letters, then as they come. */
function fullestFirst(names: readonly string[]): string[] {
  const different = [...new Set(names)]
  return different.sort((a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length)
}

function meanScore({names, joinScores}: EntityDraft): number {
  const nameScore = names.reduce((best, {score}) => Math.max(best, score), 0)
  const joins = joinScores.reduce((sum, score) => sum + score, 1) / (joinScores.length + 1)
  return Math.min(1, nameScore * joins)
}

function toThread({parsed, table, drafts}: LinkedText, {scores}: Links, idByDraft: ReadonlyMap<EntityDraft, string>) {
  return ({draft, kind, mentions}: Cluster, index: number): Thread => {
    const named = draft < 0 ? undefined : drafts[draft]!
    const entityKind = named?.kind ?? KIND_BY_NUMBER[kind]
    return {
      id: `t${index + 1}`,
      ...(named && {chain: idByDraft.get(named)!}),
      ...(entityKind && {kind: entityKind}),
      mentions: mentions.map(mention => toMention(parsed, table.rows[mention]!)),
      scores: mentions.map((mention, index) => (index === 0 ? 1 : scores[mention]!))
    }
  }
}

const KIND_BY_NUMBER: readonly (Thread['kind'] | undefined)[] = [
  undefined,
  'person',
  'organisation',
  'outlet',
  'place',
  'production',
  'event',
  'work',
  'group'
]
