import type {EntityKind, Words} from './analysis.ts'
import {LISTED, listedName, listedWord} from './gazetteer.ts'
import type {NameDraft} from './name-draft.ts'

/** `draft` with the finer kind that its words and neighbours tell: an outlet rather than an organisation, an event rather than a place. */
export function findKind(words: Words, draft: NameDraft): NameDraft {
  const kind = kindOf(words, draft)
  return kind === draft.kind ? draft : {...draft, kind}
}

function kindOf(words: Words, {firstWord, endWord, kind}: NameDraft): EntityKind {
  if (kind === 'production' || kind === 'work' || kind === 'group') return kind
  const {text, starts, ends, forms} = words
  const name = text.slice(starts[firstWord], ends[endWord - 1])
  const listed = listedName(name)
  if (listed & LISTED.outlet && !(listed & LISTED.city)) return 'outlet'
  if (listed & LISTED.body && kind !== 'person') return 'organisation'
  if (kind === 'person') return kind
  const wordCount = endWord - firstWord
  const last = listedWord(forms[endWord - 1]!)
  if (isOutletName(forms, firstWord, endWord)) return 'outlet'
  if (besideOutletNoun(forms, firstWord, endWord) && kind !== 'place') return 'outlet'
  if (wordCount < 2) return kind
  if (last & LISTED.eventHead && !(last & LISTED.organisationHead)) return 'event'
  if (listedWord(forms[firstWord]!) & LISTED.eventFirst) return 'event'
  if (last & LISTED.workHead && !(last & (LISTED.organisationHead | LISTED.outletHead))) return 'work'
  if (kind === 'place' && last & LISTED.organisationHead && !(last & LISTED.placeHead)) return 'organisation'
  return kind
}

/** "Brimholm Herald", "Radio Ostral": a word for an outlet at the end, or first of the names of stations. */
function isOutletName(forms: readonly string[], firstWord: number, endWord: number): boolean {
  if (endWord - firstWord < 2) return false
  if (listedWord(forms[endWord - 1]!) & LISTED.outletHead && /^\p{Lu}/u.test(forms[endWord - 1]!)) return true
  return /^(?:Radio|Channel|Televisión|Agence|Diario|Gazeta)$/.test(forms[firstWord]!)
}

/** "the newspaper Vela", "Vela magazine". */
function besideOutletNoun(forms: readonly string[], firstWord: number, endWord: number): boolean {
  const before = firstWord === 0 ? '' : forms[firstWord - 1]!
  const after = forms[endWord] ?? ''
  return isSmallOutletNoun(before) || isSmallOutletNoun(after)
}

function isSmallOutletNoun(form: string): boolean {
  return /^\p{Ll}/u.test(form) && OUTLET_SURE.has(form)
}

const OUTLET_SURE = new Set(['newspaper', 'broadcaster', 'newswire', 'tabloid', 'daily', 'weekly', 'newsmagazine'])
