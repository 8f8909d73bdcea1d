import type {EntityKind} from '../../language/analysis.ts'
import {foldScript} from './fold-script.ts'
import {GENERIC_WORDS, STOP_WORDS} from './generic-words.ts'
import {lastOnes} from './last-ones.ts'
import {LEGAL_FORMS} from './legal-forms.ts'
import {type LetterReadings, readingsOf} from './letter-readings.ts'
import {inFigures, lastInFigures} from './numerals.ts'
import {KUNYA_FATHERS, KUNYA_MOTHERS, PARTICLES} from './particle-words.ts'
import {TITLES, TITLES_THAT_ARE_NAMES} from './title-words.ts'
import {wordBits} from './word-frequency.ts'
import {wordSet} from './word-list.ts'

/** A name taken apart for comparing: what it consists of, without what only stands around it. */
export interface ReadName {
  readonly kind: EntityKind
  /** All words, folded, with single spaces: equal names are equal here. */
  readonly folded: string
  /** What tells this name from others, in the order of the name; a person's surname last. */
  readonly words: readonly NameWord[]
  /** The first letters of all words, small ones too. */
  readonly initials: readonly Initial[]
}

/** The first letter of a word, in Latin letters. */
export interface Initial {
  readonly letter: string
  /** Why those who shorten the name may pass over it: it is a small word, or says what the body is in law. */
  readonly isPassedOver: 'small' | 'legal' | undefined
}

export interface NameWord {
  /** The word in its own script, folded. */
  readonly own: string
  /** In Latin letters, or as they are most likely. */
  readonly latin: string
  /** How each letter of another script may be written in Latin ones; none of a word in Latin letters. */
  readonly readings: readonly LetterReadings[]
  /** What stands before it and belongs to it, in Latin letters: `al`, `abu`. */
  readonly before: string
  readonly role: 'word' | 'initial' | 'kunya'
  /** How much it tells: 1 for a word of its own, less for what many names have. */
  readonly weight: number
  /** How rare it is among names of its kind, as a logarithm to base 2. */
  readonly bits: number
  /** Printed in capitals or short enough to stand for the first letters of other words. */
  readonly isAcronym: boolean
  /** A trade or a kind of body, which tells little of whose name it is. */
  readonly isGeneric: boolean
}

/** Take a name apart. The last ones are kept: names are compared one with many. */
export function readName(name: string, kind: EntityKind): ReadName {
  return lastRead(`${kind} ${name}`, () => readAnew(name, kind))
}

const lastRead = lastOnes<ReadName>(4096)

function readAnew(name: string, kind: EntityKind): ReadName {
  const isPerson = kind === 'person'
  const tokens = tokensOf(isPerson ? inSpokenOrder(name) : name, isPerson)
  const kept = isPerson ? withoutTitles(tokens) : withoutLegalForms(tokens)
  const words = isPerson ? personWords(kept) : bodyWords(kept)
  const initials = isPerson ? [] : tokens.map(initialOf)
  return {kind, folded: tokens.map(({own}) => own).join(' '), words, initials}
}

function initialOf({own}: Token): Initial {
  const isPassedOver = STOPS.has(own) ? 'small' : LEGAL_WORDS.has(own) ? 'legal' : undefined
  return {letter: inLatin(own)[0] ?? '', isPassedOver}
}

interface Token {
  readonly own: string
  readonly printed: string
}

/** Letters kept together by stops are one word in the name of a body (`S.A.`) and initials in that of a person. */
function tokensOf(name: string, isPerson: boolean): Token[] {
  const joined = isPerson ? name : name.replace(LETTERS_WITH_STOPS, letters => letters.replaceAll('.', ''))
  const tokens: Token[] = []
  for (const printed of joined.replace(APOSTROPHES, '').match(WORDS) ?? []) {
    const own = foldScript(printed)
    if (own !== '') tokens.push({own, printed})
  }
  return tokens
}

const LETTERS_WITH_STOPS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu
const APOSTROPHES = /['’‘ʼ`´ʿʾ′׳״]/gu
const WORDS = /[\p{L}\p{N}\p{M}\u200c]+/gu

/** `Smith, John` as `John Smith`; what follows the comma may be no name (`Smith, Jr.`). */
function inSpokenOrder(name: string): string {
  const comma = name.search(/[,،、]/u)
  if (comma < 1) return name
  const after = name.slice(comma + 1).trim()
  return after === '' || AFTER_NAMES.test(after) ? name : `${after} ${name.slice(0, comma)}`
}

const AFTER_NAMES = /^(?:jr|sr|i{1,3}|iv|ph\.? ?d|m\.?d|esq|k\.?c|q\.?c|mba|ret)\.?$/iu

function withoutTitles(tokens: readonly Token[]): readonly Token[] {
  const kept = tokens.filter(({own}) => !DROPPED_TITLES.has(own))
  return kept.some(({own}) => !PARTICLE_WORDS.has(own)) ? kept : tokens
}

function withoutLegalForms(tokens: readonly Token[]): readonly Token[] {
  const kept = tokens.filter(({own}, index) => index === 0 || !(LEGAL_WORDS.has(own) || STOPS.has(own)))
  const first = kept[0]
  return 1 < kept.length && first && (STOPS.has(first.own) || LEGAL_WORDS.has(first.own)) ? kept.slice(1) : kept
}

function personWords(tokens: readonly Token[]): NameWord[] {
  const words: NameWord[] = []
  let before = ''
  let role: NameWord['role'] = 'word'
  for (const [index, {own}] of tokens.entries()) {
    const isLast = index === tokens.length - 1
    if (!isLast && KUNYAS.has(own)) {
      before += inLatin(own)
      role = 'kunya'
    } else if (!isLast && PARTICLE_WORDS.has(own) && (0 < index || 1 < own.length)) {
      before += inLatin(own)
    } else {
      const isInitial = own.length === 1 && !/\p{Lo}/u.test(own)
      words.push(nameWord(inFigures(own), isInitial ? 'initial' : role, {before, isPerson: true}))
      before = ''
      role = 'word'
    }
  }
  return words
}

function bodyWords(tokens: readonly Token[]): NameWord[] {
  return tokens.map(({own, printed}, index) => {
    const isAcronym = 2 <= own.length && own.length <= 8 && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(printed)
    const isLast = 0 < index && index === tokens.length - 1
    return nameWord(isLast ? lastInFigures(own) : inFigures(own), 'word', {isAcronym, isPerson: false})
  })
}

function nameWord(
  own: string,
  role: NameWord['role'],
  {before = '', isAcronym = false, isPerson}: {before?: string; isAcronym?: boolean; isPerson: boolean}
): NameWord {
  const readings = FOREIGN.test(own) ? readingsOf(own) : []
  const latin = latinFrom(own, readings)
  const bits = role === 'initial' ? INITIAL_BITS : wordBits(own, isPerson)
  const isGeneric = !isPerson && GENERIC.has(own)
  return {own, latin, readings, before, role, weight: weightOf(own, role, bits, isPerson), bits, isAcronym, isGeneric}
}

function weightOf(own: string, role: NameWord['role'], bits: number, isPerson: boolean): number {
  if (role === 'initial') return 0.3
  if (isPerson) return TITLED_NAMES.has(own) ? 0.4 : Math.min(1, 0.2 + bits / 22)
  return GENERIC.has(own) ? 0.3 : Math.min(1, bits / 12)
}

/** Most letters begin about one name in sixteen. */
const INITIAL_BITS = 4
const FOREIGN = /[^\x00-\x7f]/

function inLatin(own: string): string {
  return FOREIGN.test(own) ? latinFrom(own, readingsOf(own)) : own
}

/** The likeliest reading; of a script that is not known the word itself. */
function latinFrom(own: string, readings: readonly LetterReadings[]): string {
  const latin = readings.map(({likeliest}) => likeliest).join('')
  return latin === '' ? own : latin
}

const PARTICLE_WORDS = wordSet(PARTICLES)
const KUNYAS = wordSet(`${KUNYA_FATHERS} ${KUNYA_MOTHERS}`)
const TITLED_NAMES = wordSet(TITLES_THAT_ARE_NAMES)
const DROPPED_TITLES = new Set([...wordSet(TITLES)].filter(word => !TITLED_NAMES.has(word)))
const LEGAL_WORDS = wordSet(LEGAL_FORMS)
const STOPS = wordSet(STOP_WORDS)
const GENERIC = wordSet(GENERIC_WORDS)
