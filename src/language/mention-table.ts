import {type EntityKind, type Name, type Parsed, sentenceOf} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns, productionNouns, workNouns} from './description-nouns.ts'
import {genderOfNoun, genderOfPronoun} from './genders.ts'
import {hashText} from './hashing.ts'
import type {MentionSpan} from './mention-spans.ts'
import {PRONOUNS, pronounOf} from './pronouns.ts'
import {quotedWords} from './quoted-words.ts'
import {findSpeech} from './speech.ts'
import {groupOf, type WordGroups} from './word-groups.ts'

/** How a mention is put; pronouns are numbered after these, each its own form. */
export const FORMS = {
  name: 0,
  definite: 1,
  demonstrative: 2,
  indefinite: 3,
  possessed: 4,
  bare: 5,
  joined: 6,
  properNoun: 7
} as const
/** A mention whose form is this or more is a pronoun, `form - PRONOUN_FORM` in `PRONOUNS`. */
export const PRONOUN_FORM = 8

export const NUMBERS = {unknown: 0, one: 1, several: 2} as const
export const GENDERS = {unknown: 0, female: 1, male: 2} as const

/** What the decisions about a mention are made from. Hashes are of small letters. */
export interface MentionRow extends MentionSpan {
  readonly form: number
  readonly number: number
  readonly gender: number
  readonly kind: number
  /** Of the head; of the lemma; of all words less article. */
  readonly head: number
  readonly lemma: number
  readonly whole: number
  /** Hashes of the other content words, at most eight. */
  readonly others: readonly number[]
  /** Small letters without points, where the mention is one word of capitals; the initials of a name of several words. */
  readonly letters: number
  readonly initials: number
  /** Group of the head among words that stand in like places; -1 for none. */
  readonly coarseGroup: number
  readonly middleGroup: number
  readonly role: number
  /** The word that the mention hangs by, past what it is joined to. */
  readonly governor: number
  readonly governorLemma: number
  readonly sentence: number
  readonly paragraph: number
  readonly quotation: number
  /** Whether it is the subject of a verb of speech outside quotations. */
  readonly speaks: boolean
  /** Whether it is the subject of its sentence's main verb. */
  readonly leads: boolean
}

export const KINDS: Readonly<Record<EntityKind | 'unknown' | 'things', number>> = {
  unknown: 0,
  person: 1,
  organisation: 2,
  outlet: 3,
  place: 4,
  production: 5,
  event: 6,
  work: 7,
  group: 8,
  things: 9
}

/** The mentions of a text with what is told about each by its own words, and who speaks each quotation. */
export interface MentionTable {
  readonly rows: readonly MentionRow[]
  /** The word that names the speaker of each quotation; -1 where none is told. */
  readonly speakerByQuotation: Int32Array
}

/** Look at each of `spans` once. */
export function mentionTable(
  parsed: Parsed,
  names: readonly Name[],
  spans: readonly MentionSpan[],
  groups: WordGroups
): MentionTable {
  const quotations = quotedWords(parsed)
  const paragraphs = paragraphNumbers(parsed)
  const {subjects, speakerByQuotation} = findSpeech(parsed, quotations)
  const rows = spans.map((span): MentionRow => {
    const {headWord} = span
    const form = formOf(parsed, span)
    const top = topOf(parsed, span)
    const governor = parsed.heads[top]!
    const lower = parsed.forms[headWord]!.toLowerCase()
    const group = form < PRONOUN_FORM ? groupOf(groups, lower) : -1
    const name = span.name === undefined ? undefined : names[span.name]
    return {
      ...span,
      form,
      number: name?.kind === 'person' ? NUMBERS.one : numberOf(parsed, span, form),
      gender: genderOf(parsed, span, form),
      kind: name ? KINDS[name.kind] : kindOf(lower, form),
      head: hashText(name ? parsed.forms[name.endWord - 1]!.toLowerCase() : lower),
      lemma: hashText(parsed.lemmas[headWord]!.toLowerCase()),
      whole: wholeHash(parsed, span),
      others: otherHashes(parsed, span),
      letters: lettersOf(parsed, span),
      initials: initialsOf(parsed, span),
      coarseGroup: group < 0 ? -1 : groups.coarse[group]!,
      middleGroup: group < 0 ? -1 : groups.middle[group]!,
      role: roleOf(parsed, top),
      governor,
      governorLemma: governor < 0 ? 0 : hashText(parsed.lemmas[governor]!),
      sentence: sentenceOf(parsed, headWord),
      paragraph: paragraphs[headWord]!,
      quotation: quotations[headWord]!,
      speaks: subjects.has(headWord) && quotations[headWord] === 0,
      leads: parsed.relations[top] === 'nsubj' && 0 <= governor && parsed.heads[governor]! < 0
    }
  })
  return {rows, speakerByQuotation}
}

/** For each word the number of its paragraph: paragraphs are parted by empty lines. */
function paragraphNumbers({text, starts, ends}: Parsed): Int32Array {
  const numbers = new Int32Array(starts.length)
  for (let word = 1; word < starts.length; word++) {
    const isNear = starts[word]! - ends[word - 1]! < 2
    numbers[word] = numbers[word - 1]! + Number(!isNear && /\n\s*\n/.test(text.slice(ends[word - 1], starts[word])))
  }
  return numbers
}

const DEFINITE = /^the$/i
const DEMONSTRATIVE = /^(?:this|that|these|those|such)$/i
const INDEFINITE = /^(?:an?|some|any|another|each|every|no|several|many|few|all|both|one|two|three|four|five)$/i

function formOf({forms, xpos, upos}: Parsed, {firstWord, headWord, name, isJoined}: MentionSpan): number {
  if (isJoined) return FORMS.joined
  if (name !== undefined) return FORMS.name
  const pronoun = pronounOf(forms[headWord]!)
  if (pronoun !== undefined && upos[headWord] !== 'NOUN') return PRONOUN_FORM + pronoun
  if (upos[headWord] === 'PRON') return PRONOUN_FORM + PRONOUNS.other
  const first = forms[firstWord]!
  if (DEFINITE.test(first)) return FORMS.definite
  if (upos[headWord] === 'PROPN') return FORMS.properNoun
  if (DEMONSTRATIVE.test(first)) return FORMS.demonstrative
  if (INDEFINITE.test(first) || upos[firstWord] === 'NUM') return FORMS.indefinite
  if (xpos[firstWord] === 'PRP$') return FORMS.possessed
  return FORMS.bare
}

/** The mention's head, or the first of what it is joined to by "and". */
function topOf({relations, heads}: Parsed, {headWord}: MentionSpan): number {
  let top = headWord
  for (let climbed = 0; climbed < 8 && relations[top] === 'conj' && 0 <= heads[top]!; climbed++) top = heads[top]!
  return top
}

const ROLE_NUMBERS = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'root', 'appos', 'vocative', 'ccomp', 'dislocated']
/** The roles of "Holub" and "her" in "Holub met her". */
export const SUBJECT = 1
export const OBJECT_ROLES: ReadonlySet<number> = new Set([2, 3, 4])
/** The role of "Holub's" and "his". */
export const POSSESSOR = 20

function roleOf({relations, xpos, forms}: Parsed, top: number): number {
  if (relations[top] === 'nmod' && (xpos[top] === 'PRP$' || /^['’]s?$/.test(forms[top + 1] ?? ''))) return POSSESSOR
  return ROLE_NUMBERS.indexOf(relations[top]!) + 1
}

function numberOf({xpos}: Parsed, {headWord, isJoined}: MentionSpan, form: number): number {
  if (isJoined) return NUMBERS.several
  if (PRONOUN_FORM <= form) return NUMBER_BY_PRONOUN[form - PRONOUN_FORM] ?? NUMBERS.unknown
  return /S$/.test(xpos[headWord]!) ? NUMBERS.several : NUMBERS.one
}

const NUMBER_BY_PRONOUN: Readonly<Record<number, number>> = {
  [PRONOUNS.i]: NUMBERS.one,
  [PRONOUNS.we]: NUMBERS.several,
  [PRONOUNS.he]: NUMBERS.one,
  [PRONOUNS.she]: NUMBERS.one,
  [PRONOUNS.it]: NUMBERS.one,
  [PRONOUNS.they]: NUMBERS.several,
  [PRONOUNS.this]: NUMBERS.one,
  [PRONOUNS.that]: NUMBERS.one,
  [PRONOUNS.these]: NUMBERS.several,
  [PRONOUNS.those]: NUMBERS.several
}

function genderOf({forms}: Parsed, {headWord}: MentionSpan, form: number): number {
  const noun = forms[headWord]!
  if (noun.length > 20) return GENDERS.unknown
  return GENDERS[PRONOUN_FORM <= form ? genderOfPronoun(noun) : genderOfNoun(noun)]
}

function kindOf(noun: string, form: number): number {
  if (form === FORMS.joined) return KINDS.things
  if (form === PRONOUN_FORM + PRONOUNS.he || form === PRONOUN_FORM + PRONOUNS.she) return KINDS.person
  if (PRONOUN_FORM <= form) return form <= PRONOUN_FORM + PRONOUNS.we ? KINDS.person : KINDS.unknown
  const kind = kindOfNoun(noun) ?? (noun.endsWith('s') ? kindOfNoun(noun.slice(0, -1)) : undefined)
  return kind ? KINDS[kind] : KINDS.unknown
}

/** The kind of thing that a noun calls: undefined where the lists do not tell. */
function kindOfNoun(noun: string): EntityKind | undefined {
  if (personNouns.has(noun)) return 'person'
  if (bodyNouns.has(noun)) return 'organisation'
  if (placeNouns.has(noun)) return 'place'
  if (productionNouns.has(noun)) return 'production'
  return workNouns.has(noun) ? 'work' : undefined
}

/** More words are not compared. */
const COMPARED_WORDS_MAX = 24

function wholeHash({forms}: Parsed, {firstWord, endWord}: MentionSpan): number {
  let hash = 0
  const end = Math.min(endWord, firstWord + COMPARED_WORDS_MAX)
  for (let word = firstWord; word < end; word++) {
    if (word < end - 1 && word === firstWord && LIGHT.test(forms[word]!)) continue
    if (word === end - 1 && firstWord < word && /^['’]s?$/.test(forms[word]!)) continue
    hash = (Math.imul(hash, 31) + hashText(forms[word]!.toLowerCase())) | 0
  }
  return hash
}

const LIGHT = /^(?:the|an?|this|that|these|those|my|your|his|her|its|our|their)$/i

function otherHashes({forms, upos}: Parsed, {firstWord, endWord, headWord}: MentionSpan): number[] {
  const hashes: number[] = []
  for (let word = firstWord; word < Math.min(endWord, firstWord + COMPARED_WORDS_MAX) && hashes.length < 8; word++)
    if (word !== headWord && CONTENT.has(upos[word]!)) hashes.push(hashText(forms[word]!.toLowerCase()))
  return hashes
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB'])

function lettersOf({forms}: Parsed, {headWord}: MentionSpan): number {
  const form = forms[headWord]!
  return form.length < 9 && /^(?:\p{Lu}\.?){2,}$/u.test(form) ? hashText(form.replaceAll('.', '').toLowerCase()) : 0
}

function initialsOf({forms}: Parsed, {firstWord, endWord}: MentionSpan): number {
  let initials = ''
  for (let word = firstWord; word < Math.min(endWord, firstWord + 10); word++)
    if (/^\p{Lu}/u.test(forms[word]!)) initials += forms[word]![0]!
  return 1 < initials.length ? hashText(initials.toLowerCase()) : 0
}
