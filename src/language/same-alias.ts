import type {EntityKind, Name} from './analysis.ts'
import type {EntityDraft} from './entity-draft.ts'
import {joinDrafts} from './join-drafts.ts'

/**
 * Join the drafts of two names where the text says that one is another name of whoever has the first.
 *
 * ```text
 * Ada Moro, also known as Abu Sarim,        the Vale Trust (formerly known as the Relief Fund)        Ada Moro alias "Sarim"
 * ```
 *
 * What each stands for before and after goes together; the first name stays the one that counts.
 */
export function sameAliases(text: string, drafts: readonly EntityDraft[]): EntityDraft[] {
  const draftOf = new Map<Name, EntityDraft>()
  for (const draft of drafts) for (const name of draft.names) draftOf.set(name, draft)
  const names = [...draftOf.keys()].sort((a, b) => a.start - b.start)
  const gone = new Set<EntityDraft>()
  for (let next = 1; next < names.length; next++) {
    const [own, alias] = [draftOf.get(names[next - 1]!)!, draftOf.get(names[next]!)!]
    if (own === alias || gone.has(own) || gone.has(alias)) continue
    if (!mayBeOne(own, alias) || !isAlias(text, names[next - 1]!, names[next]!)) continue
    for (const name of alias.names) own.aliases.add(name)
    joinDrafts(own, alias, JOIN_SCORE)
    for (const name of alias.names) draftOf.set(name, own)
    gone.add(alias)
  }
  return drafts.filter(draft => !gone.has(draft))
}

const JOIN_SCORE = 0.95

/** A byname that stands once may have been taken for anything. */
function mayBeOne(own: EntityDraft, alias: EntityDraft): boolean {
  if (sortOf(own.kind) === sortOf(alias.kind)) return true
  return alias.names.length === 1 && own.kind === 'person' && alias.kind !== 'place'
}

function sortOf(kind: EntityKind): EntityKind {
  return kind === 'group' || kind === 'outlet' ? 'organisation' : kind
}

function isAlias(text: string, own: Name, alias: Name): boolean {
  const between = text.slice(own.end, alias.start)
  const isClosed = /^["”’'»]?\s*(?:[,.;)\]–—]|$)/.test(text.slice(alias.end, alias.end + 4))
  if (BETWEEN_MAX < between.length || !(ALIAS.test(between) || (isClosed && CALLED.test(between)))) return false
  // "using the nickname Per Dahl had given her": the name goes on to do something.
  return !/^ (?:had|has|have) \p{L}/u.test(text.slice(alias.end, alias.end + 6))
}

const BETWEEN_MAX = 70
const OPENING = String.raw`^\s*(?:[,;(\[–—-]\s*)?(?:(?:who|which)\s+(?:is|was|are|were)\s+)?`
const OFTEN = String.raw`(?:(?:also|better|best|commonly|widely|often|sometimes|formerly|previously|popularly|once|then|usually)\s+)`
const TO_WHOM = String.raw`(?:(?:to|among|in)\s+(?:\p{L}+\s+){1,3}|locally\s+|simply\s+|online\s+)?`
const OTHER_NAME = String.raw`(?:nom de guerre|noms? de plume|pseudonym|alias|kunya|pen name|stage name|nickname|call sign|birth name|real name)`
const ALIAS = new RegExp(
  String.raw`${OPENING}(?:${[
    String.raw`${OFTEN}*known\s+${TO_WHOM}(?:as|by\s+(?:his|her|its|their|the)\s+${OTHER_NAME})`,
    String.raw`a\.?k\.?a\.?`,
    'alias',
    'née?',
    String.raw`(?:whose\s+|(?:with|under|by|using)\s+(?:the|his|her)\s+)${OTHER_NAME}(?:\s+(?:is|was|of))?`,
    OTHER_NAME
  ].join('|')})[,:]?\s*(?:the\s+)?["“”‘'«„]?$`,
  'iu'
)
/** "Ada Moro, also called Sarim", "who was once called Sarim": without a mark before it somebody calls somebody. */
const CALLED = new RegExp(
  String.raw`^\s*(?:[,;(\[–—-]\s*(?:(?:who|which)\s+(?:is|was|are|were)\s+)?|(?:who|which)\s+(?:is|was|are|were)\s+)${OFTEN}+called\s*["“‘'«„]?$`,
  'iu'
)
