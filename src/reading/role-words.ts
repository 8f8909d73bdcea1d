import type {Role} from './reading.ts'
import {
  BODY_NOUNS,
  COURTESY_TITLES,
  DESCRIPTION_NOUNS,
  RANKS,
  ROLE_NOUNS,
  STATUS_WORDS,
  TITLE_ABBREVIATIONS
} from './role-nouns.ts'
import {valueByWord, wordSet} from './word-lists.ts'

const roleNouns = wordSet(ROLE_NOUNS)
const descriptions = wordSet(DESCRIPTION_NOUNS)
const abbreviations = wordSet(TITLE_ABBREVIATIONS)
const ranks = wordSet(RANKS)
const courtesies = wordSet(COURTESY_TITLES)
const bodyNouns = wordSet(BODY_NOUNS)
const statuses = valueByWord(STATUS_WORDS)

/** Whether the word can head a title: "spokesman", "Senators", "Sen.". */
export function isRoleNoun(form: string): boolean {
  return abbreviations.has(form) || roleNouns.has(singular(form.toLowerCase().replace(/^(?:ex|co|vice|deputy)-/, '')))
}

function isDescription(form: string): boolean {
  return descriptions.has(singular(form.toLowerCase()))
}

/** Whether the word is a title of courtesy, part of how a person is called. */
export function isCourtesy(form: string): boolean {
  return courtesies.has(form)
}

/** What the word says of whether a title is still held: "former", "acting", "designate". */
export function statusWord(form: string): Role['status'] | undefined {
  return /^ex-/i.test(form) ? 'former' : statuses.get(form.toLowerCase())
}

/** Whether the word before a title says whether it is still held; "ex-mayor" is a title with such a word in it. */
export function isStatusWord(form: string): boolean {
  return statuses.has(form.toLowerCase())
}

/** The singular of a noun of persons, in lower case. */
export function singular(noun: string): string {
  if (noun.endsWith('men')) return `${noun.slice(0, -3)}man`
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(noun)) return noun
  if (/(?:sses|ches|shes|xes)$/.test(noun)) return noun.slice(0, -2)
  return noun.endsWith('s') ? noun.slice(0, -1) : noun
}

/** Whether the word names several holders of a title: "Senators". */
export function isPlural(form: string): boolean {
  const word = form.toLowerCase().replace(/\.$/, '')
  return singular(word) !== word && isRoleNoun(word) ? true : ['sens', 'reps', 'govs', 'mps', 'meps'].includes(word)
}

/** Whether the word can head what is said of a person after the name: a post, a trade, a description. */
export function isHeadNoun(form: string): boolean {
  return isRoleNoun(form) || isDescription(form) || isTrade(form)
}

/** Whether the word ends like a trade: "keyboardist", "oceanographer". */
export function isTrade(form: string): boolean {
  return TRADE.test(form) && !NO_TRADE.test(form)
}

/** Endings of trades and of what people do: "keyboardist", "songwriter". */
const TRADE =
  /^\p{L}?[\p{Ll}-]{3,}(?:ologist|onomist|ographer|ician|woman|person|smith|ist|keeper|seller|writer|worker|monger|wright|maker|grower|breeder|player)s?$/u

/** The same endings on things, bodies and beliefs. */
const NO_TRADE =
  /^(?:(?:check|short|black|white|play|wait|price|hit)?lists?|mists?|fists?|wrists?|twists?|gist|(?:con|per|re|ex|in|as|sub|de)s?ists?|enlists?|typewriters?|\p{L}*(?:car|chip|drug|auto|plane|gun|steel|battery|aircraft|truck|ship|phone|engine|arms)makers?)$/u

/** Whether the word names a body: "board", "police". */
export function isBodyNoun(form: string): boolean {
  return bodyNouns.has(form.toLowerCase())
}

/** Whether the word is a rank; `before` is the word before it, since "Attorney General" is none. */
export function isRank(form: string, before: string): boolean {
  if (form === 'General' && POST_GENERAL.test(before)) return false
  if (OFFICE_RANKS.test(form) && /^\p{Lu}\p{Ll}/u.test(before) && !ranks.has(before)) return false
  return ranks.has(form) || (/^(?:general|colonel|admiral|sergeant)$/.test(form) && ranks.has(before))
}

/** Ranks that also end the name of a post: "Chief Executive Officer", "Police Inspector". */
const OFFICE_RANKS = /^(?:Officer|Inspector|Commander|Agent|Marshal|Detective|Deputy)$/

const POST_GENERAL = /^(?:Attorney|Secretary|Solicitor|Director|Inspector|Surgeon|Consul|-)$/
