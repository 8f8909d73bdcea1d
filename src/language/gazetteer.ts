import {BODIES, EVENT_FIRSTS, EVENT_HEADS, ORGANISATION_HEADS, PLACE_HEADS, WORK_HEADS} from './gazetteer/bodies.ts'
import {CITIES} from './gazetteer/cities.ts'
import {COUNTRIES, PEOPLES} from './gazetteer/countries.ts'
import {FEMALE_FORENAMES, MALE_FORENAMES} from './gazetteer/forenames.ts'
import {OUTLET_HEADS, OUTLET_NOUNS, OUTLETS} from './gazetteer/outlets.ts'
import {REGIONS, STATES} from './gazetteer/places.ts'
import {HONORIFICS, TITLE_PARTS} from './gazetteer/titles.ts'

/** What a listed name or word may be; one bit each, since "Georgia" is many things. */
export const LISTED = {
  country: 1,
  people: 2,
  city: 4,
  region: 8,
  body: 16,
  outlet: 32,
  womansName: 64,
  mansName: 128,
  organisationHead: 256,
  placeHead: 512,
  eventHead: 1024,
  eventFirst: 2048,
  workHead: 4096,
  outletHead: 8192,
  outletNoun: 16384,
  title: 32768,
  titlePart: 65536
} as const

/** Listed as the name of a place. */
export const LISTED_PLACE = LISTED.country | LISTED.city | LISTED.region
/** Listed as a forename. */
export const LISTED_FORENAME = LISTED.womansName | LISTED.mansName

/** The longest listed name in words: "International Committee of the Red Cross" and what hyphens add. */
const PHRASE_WORDS_MAX = 8

interface Phrase {
  readonly bits: number
  /** Printed in capitals: "US" is listed, "us" is not. */
  readonly letters: boolean
}

const phrases = new Map<string, Phrase>()
const phraseBeginnings = new Set<string>()
const wordBits = new Map<string, number>()
const thingByName = new Map<string, string>()

for (const line of COUNTRIES.trim().split('\n')) {
  const [names = '', adjectives = '', people = ''] = line.split(';')
  listPhrases(names, LISTED.country)
  listSame(names.split(','))
  listPhrases(adjectives, LISTED.people)
  listPhrases(people, LISTED.people)
}
listPhrases(PEOPLES, LISTED.people)
listPhrases(CITIES, LISTED.city)
listPhrases(REGIONS, LISTED.region)
listPhrases(STATES, LISTED.region)
listPhrases(BODIES.replaceAll('=', ','), LISTED.body)
for (const entry of BODIES.split(/[,\n]/)) if (entry.includes('=')) listSame(entry.split('='))
listPhrases(OUTLETS, LISTED.outlet)
listWords(FEMALE_FORENAMES, LISTED.womansName)
listWords(MALE_FORENAMES, LISTED.mansName)
listWords(ORGANISATION_HEADS, LISTED.organisationHead)
listWords(PLACE_HEADS, LISTED.placeHead)
listWords(EVENT_HEADS, LISTED.eventHead)
listWords(EVENT_FIRSTS, LISTED.eventFirst)
listWords(WORK_HEADS, LISTED.workHead)
listWords(OUTLET_HEADS, LISTED.outletHead)
listWords(OUTLET_NOUNS, LISTED.outletNoun)
listWords(HONORIFICS, LISTED.title)
listWords(TITLE_PARTS, LISTED.titlePart)

/** What `word` is listed as, alone and in any case; 0 where it is not. */
export function listedWord(word: string): number {
  return wordBits.get(plainKey(word)) ?? 0
}

/** What the whole of `name` is listed as; 0 where it is not. */
export function listedName(name: string): number {
  return bitsOf(plainKey(name), name)
}

/** One key for all names of a listed country or body: "US" and "United States" give the same; undefined for what has one name. */
export function listedThing(name: string): string | undefined {
  return thingByName.get(plainKey(name))
}

/** A listed name found in a row of words. */
export interface Listing {
  readonly endWord: number
  readonly bits: number
}

/** The longest listed name that starts at word `firstWord` of `forms` and ends before `endWord`; undefined where there is none. */
export function listingAt(forms: readonly string[], firstWord: number, endWord: number): Listing | undefined {
  let key = ''
  let printed = ''
  let found: Listing | undefined
  const last = Math.min(endWord, firstWord + PHRASE_WORDS_MAX)
  for (let word = firstWord; word < last; word++) {
    const part = plainKey(forms[word]!)
    key += part
    printed += forms[word]
    const bits = bitsOf(key, printed)
    if (bits && part !== '') found = {endWord: word + 1, bits}
    if (word === firstWord && !phraseBeginnings.has(key.slice(0, 3))) break
  }
  return found
}

/** The longest listed name that starts at word `firstWord`, whatever letters it is printed in, but for those that only capitals tell: "us". */
export function looseListingAt(forms: readonly string[], firstWord: number, endWord: number): Listing | undefined {
  let key = ''
  let found: Listing | undefined
  const last = Math.min(endWord, firstWord + PHRASE_WORDS_MAX)
  for (let word = firstWord; word < last; word++) {
    const part = plainKey(forms[word]!)
    key += part
    const phrase = phrases.get(key)
    if (phrase && !phrase.letters && part !== '') found = {endWord: word + 1, bits: phrase.bits}
    if (word === firstWord && !phraseBeginnings.has(key.slice(0, 3))) break
  }
  return found
}

/** `text` in lower case, without accents, spaces, hyphens and points: the form under which names are listed. */
export function plainKey(text: string): string {
  if (/^[a-z]+$/.test(text)) return text
  const letters = /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return letters.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function bitsOf(key: string, printed: string): number {
  const phrase = phrases.get(key)
  if (!phrase) return 0
  const capital = /^[^\p{Ll}]*\p{Lu}/u.test(printed) || /^al-? ?\p{Lu}/u.test(printed)
  if (!capital || (phrase.letters && printed !== printed.toUpperCase())) return 0
  return phrase.bits
}

function listPhrases(list: string, bit: number) {
  for (const entry of list.split(/[,\n]/)) {
    const key = plainKey(entry)
    if (key === '') continue
    const letters = entry.trim().length <= 6 && entry === entry.toUpperCase()
    const known = phrases.get(key)
    phrases.set(key, {bits: (known?.bits ?? 0) | bit, letters: letters && (known?.letters ?? true)})
    phraseBeginnings.add(key.slice(0, 3))
    phraseBeginnings.add(plainKey(entry.trim().split(/[\s-]/)[0]!).slice(0, 3))
  }
}

function listSame(names: readonly string[]) {
  const [first = '', ...others] = names.map(plainKey)
  for (const name of [first, ...others]) thingByName.set(name, first)
}

function listWords(list: string, bit: number) {
  for (const entry of list.split(/[\s,]+/)) {
    const key = plainKey(entry)
    if (key !== '') wordBits.set(key, (wordBits.get(key) ?? 0) | bit)
  }
}
