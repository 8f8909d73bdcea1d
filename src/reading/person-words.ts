import type {Chain} from '../language/analysis.ts'
import {bodyNouns, personNouns} from '../language/description-nouns.ts'
import {genderOfForename, genderOfNoun, genderOfPronoun} from '../language/genders.ts'
import {countryOf} from './countries-by-adjective.ts'
import type {Layout} from './layout.ts'
import {isHeadNoun, isTrade, singular} from './role-words.ts'
import {wordSet} from './word-lists.ts'

type Gender = ReturnType<typeof genderOfNoun>

/** Whether `word` is a noun for one person, or stands for one: "a spokesman", "the other". */
export function isOnePerson({words}: Layout, word: number): boolean {
  if (/^NNP?S$/.test(words.xpos[word]!)) return false
  const form = words.forms[word]!.toLowerCase()
  return /^(?:one|other|another)$/.test(form) || (words.upos[word] === 'NOUN' && isPersonNoun(form))
}

/** Whether the noun, singular or plural, is one for people. */
function isPersonNoun(noun: string): boolean {
  const lower = noun.toLowerCase()
  return personNouns.has(singular(lower)) || isHeadNoun(lower)
}

/** Whether the noun is one for a body: "the group", "the club". */
export function isBody(noun: string): boolean {
  return bodyNouns.has(noun.toLowerCase())
}

/**
 * Whether the noun at `word` tells what somebody is and not which post is theirs: "the midfielder", "the 61-year-old" and "the
 * Norwegian" are somebody the text spoke of, where "the minister" may be one whom every reader knows.
 */
export function isCalling({words}: Layout, word: number): boolean {
  const form = words.forms[word]!
  if (/^NNP?S$/.test(words.xpos[word]!)) return false
  if (callings.has(form.toLowerCase()) || (form === 'old' && words.forms[word - 1] === '-')) return true
  if (words.upos[word] !== 'NOUN') return /an$/.test(form) && countryOf(form) !== undefined
  return isTrade(form) && !/person$|woman$/.test(form)
}

const callings = wordSet(`
man woman boy girl teenager pensioner grandfather grandmother widow widower veteran newcomer
academic accountant actor actress architect artist astronaut athlete author baker banker billionaire blogger bowler boxer builder businessman
businesswoman butcher campaigner carpenter chef climber comedian composer cook cyclist dancer defender dentist designer
doctor driver electrician engineer entrepreneur farmer fighter filmmaker firefighter fisherman footballer forward gardener
goalkeeper golfer historian hunter investor jockey lecturer mechanic midfielder millionaire miner musician nurse painter
photographer physician pilot plumber poet preacher presenter programmer quarterback racer rancher rapper rider rower runner
sailor scholar sculptor shepherd shopkeeper singer skater skier soldier sprinter striker student surgeon swimmer teacher trader
tycoon vet winger
activist analyst cleric detective diplomat economist expert lawmaker lawyer politician researcher scientist senator
general colonel major captain lieutenant sergeant admiral brigadier commander
`)

/** Whether somebody of gender `a` may be somebody of gender `b`. */
export function mayBeSame(a: Gender, b: Gender): boolean {
  return a === 'unknown' || b === 'unknown' || a === b
}

/** The gender that the pronoun or noun `word` tells. */
export function genderAt({words}: Layout, word: number): Gender {
  const form = words.forms[word]!
  return words.upos[word] === 'PRON' ? genderOfPronoun(form) : genderOfNoun(form)
}

/** The gender that a chain's pronouns tell, or else its fullest name. */
export function genderOfChain(layout: Layout, chain: Chain): Gender {
  const {women, men} = pronounsOf(layout, chain)
  if (women !== men && (women === 0 || men === 0)) return women > 0 ? 'female' : 'male'
  return genderOfName(chain)
}

/** Whether the pronoun `word` was joined to a chain whose name and most of whose pronouns say another gender. */
export function isMisjoined(layout: Layout, chain: Chain, word: number): boolean {
  const gender = genderAt(layout, word)
  if (mayBeSame(gender, genderOfName(chain))) return false
  const {women, men} = pronounsOf(layout, chain)
  return gender === 'female' ? women <= men : men <= women
}

interface PronounCounts {
  readonly women: number
  readonly men: number
}

/** How often a chain is "she" and "he"; counted once, since a long text asks for each of its pronouns. */
function pronounsOf({words}: Layout, chain: Chain): PronounCounts {
  const known = pronounCounts.get(chain)
  if (known) return known
  const genders = chain.mentions
    .filter(({form}) => form === 'pronoun')
    .map(({headWord}) => genderOfPronoun(words.forms[headWord]!))
  const count = (gender: Gender) => genders.filter(other => other === gender).length
  const counts = {women: count('female'), men: count('male')}
  pronounCounts.set(chain, counts)
  return counts
}

const pronounCounts = new WeakMap<Chain, PronounCounts>()

/** The gender of forename and surname; of more names, the first is often a family's. */
function genderOfName({name}: Chain): Gender {
  return name.split(' ').length === 2 ? genderOfForename(name) : 'unknown'
}
