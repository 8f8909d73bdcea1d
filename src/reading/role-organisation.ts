import type {Analysis} from '../language/analysis.ts'
import {countryOf} from './countries-by-adjective.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {bodyAhead, bodyCalled, isBody} from './role-body-called.ts'
import {OFFICE_BODIES} from './role-nouns.ts'
import type {Title} from './role-title.ts'
import {isBodyNoun, singular} from './role-words.ts'
import {isCapitalised, isDeterminer, isPossessive, sentenceBounds} from './word-classes.ts'
import {valueByWord} from './word-lists.ts'

/** The reason where the organisation is whom the title is said to belong to. */
export const OWNER = 'owner of the title'

/** What a title is held at, with the rule that says so. */
export interface Holder {
  /** Local entity id, or words. */
  readonly organisation: string
  readonly reason: string
}

/**
 * The organisation or place that a title belongs to, nearest evidence first: its owner ("Norland's envoy"), what it is of
 * ("head of the guild"), what stands before it ("Harbour Board spokesman"), a people ("Norlandish minister").
 */
export function organisationOf(material: Material, title: Title): Holder | undefined {
  const {analysis} = material
  return (
    named(ownerOf(analysis, title), OWNER) ??
    named(heldAt(analysis, title, /^(?:of|at|for|with)$/), 'what the title is of') ??
    named(calledAfter(analysis, title), 'a body called by a word of its name') ??
    named(beforeHead(material, title), 'words before the title') ??
    named(heldAt(analysis, title, /./), 'what follows the title') ??
    named(officeOf(analysis, title), 'words the title is of') ??
    named(governmentOf(material, title), 'the government it is said to lead') ??
    named(officeBody(material, title), 'the body that the office sits in') ??
    named(employerOf(analysis, title), 'who hires or dismisses')
  )
}

/** The organisation in a phrase that follows a name: "Director Ana Voss of the Tide Institute". */
export function organisationAfter(
  analysis: Analysis,
  from: number
): {organisation: string; endWord: number} | undefined {
  if (!/^(?:of|at|from|with)$/.test(analysis.forms[from] ?? '')) return undefined
  const index = mentionIndex(analysis)
  let word = from + 1
  while (isDeterminer(analysis.forms[word])) word++
  for (let step = 0; step < 3; step++, word++) {
    const place = index.from(word)
    if (place && place.chain.kind !== 'person') return {organisation: place.chain.id, endWord: place.endWord}
  }
  return undefined
}

function named(organisation: string | undefined, reason: string): Holder | undefined {
  return organisation === undefined ? undefined : {organisation, reason}
}

function ownerOf(analysis: Analysis, {firstWord, headWord, determiner}: Title): string | undefined {
  const index = mentionIndex(analysis)
  for (let word = headWord - 1; firstWord <= word; word--) {
    if (!isPossessive(analysis.forms[word])) continue
    const owner = index.before(word)
    if (owner?.chain.kind === 'person' && !isOfPlace(analysis, headWord)) return undefined
    const called = owner?.form === 'name' ? undefined : bodyCalled(analysis, word - 1)
    if (called) return called.chain.id
    return owner && owner.chain.kind !== 'person' ? owner.chain.id : ownerWords(analysis, firstWord, word)
  }
  if (determiner < 0) return undefined
  if (analysis.forms[determiner] === 'whose') return beforeWhose(analysis, determiner)
  const pronoun = index.at(determiner)
  if (pronoun) return pronoun.chain.kind === 'person' ? undefined : pronoun.chain.id
  return /^its$/i.test(analysis.forms[determiner]!) ? bodyAhead(analysis, determiner) : undefined
}

/** "the Reed Trust, whose chairman" */
function beforeWhose(analysis: Analysis, whose: number): string | undefined {
  const owner = mentionIndex(analysis).before(analysis.forms[whose - 1] === ',' ? whose - 1 : whose)
  return owner?.chain.kind === 'person' ? undefined : owner?.chain.id
}

/** A mayor or governor is a place's, whatever else its name was taken for. */
function isOfPlace({forms}: Analysis, headWord: number): boolean {
  return /^(?:mayor|governor|mayoress)s?$/i.test(forms[headWord]!)
}

/** The words of an owner that nothing names: "Harbour Board", "pension fund". */
function ownerWords(analysis: Analysis, firstWord: number, ending: number): string | undefined {
  const {forms, starts, ends, text} = analysis
  const first = isDeterminer(forms[firstWord]) ? firstWord + 1 : firstWord
  if (first < ending && isBody(forms[ending - 1]!)) return text.slice(starts[first], ends[ending - 1])
  return capitalisedWords(analysis, firstWord, ending)
}

/** "treasurer of the fund": whose name holds the word. */
function calledAfter(analysis: Analysis, {headWord, endWord}: Title): string | undefined {
  const {forms} = analysis
  if (!/^(?:of|at|for|with)$/.test(forms[headWord + 1] ?? '') || !isDeterminer(forms[headWord + 2])) return undefined
  const noun = headWord + 3
  return noun < endWord ? bodyCalled(analysis, noun)?.chain.id : undefined
}

function heldAt(analysis: Analysis, {headWord, endWord}: Title, preposition: RegExp): string | undefined {
  let from = headWord + 1
  while (from < endWord && !/^(?:of|at|for|with|in|to|from|on)$/.test(analysis.forms[from]!)) from++
  return preposition.test(analysis.forms[from] ?? '') ? ofEntity(analysis, from + 1, endWord) : undefined
}

function ofEntity(analysis: Analysis, from: number, end: number): string | undefined {
  const index = mentionIndex(analysis)
  const places: Place[] = []
  for (let word = from; word < end; word++) {
    const place = index.from(word)
    if (place && place.chain.kind !== 'person' && place.endWord <= end) places.push(place)
  }
  const best =
    places.find(({chain, form}) => form === 'name' && chain.kind !== 'place') ??
    places.find(({form}) => form === 'name') ??
    places[0]
  return best?.chain.id
}

function beforeHead(material: Material, {firstWord, headWord}: Title): string | undefined {
  const {analysis} = material
  const index = mentionIndex(analysis)
  const places: Place[] = []
  for (let word = firstWord; word < headWord; word++) {
    const place = index.from(word)
    if (place && place.chain.kind !== 'person' && place.endWord <= headWord) places.push(place)
  }
  const body = places.find(({chain}) => chain.kind !== 'place')
  if (body) return body.chain.id
  return bodyWords(analysis, firstWord, headWord) ?? places[0]?.chain.id ?? country(material, firstWord, headWord)
}

/** "Harbour police" of "Harbour police chief": words up to a noun of bodies, where they begin with a capital. */
function bodyWords(analysis: Analysis, firstWord: number, headWord: number): string | undefined {
  for (let word = headWord - 1; firstWord <= word; word--) {
    if (!isBodyNoun(analysis.forms[word]!)) continue
    let start = word
    while (firstWord < start && isBodyWord(analysis, start - 1)) start--
    if (isDeterminer(analysis.forms[start])) start++
    if (start === firstWord && isLoneOpening(analysis, start, word)) return undefined
    if (start < word || (isCapitalised(analysis.forms[word]!) && word < headWord))
      return analysis.text.slice(analysis.starts[start], analysis.ends[word])
  }
  return undefined
}

/** "Fire chief Osk Varga": a capital that only opens the sentence is no name of a body. */
function isLoneOpening(analysis: Analysis, start: number, word: number): boolean {
  return start === word && start === sentenceBounds(analysis, word).first && !isCapitalised(analysis.forms[word + 1]!)
}

/** A capitalised word, or "and" or "of" between two. */
function isBodyWord({forms}: Analysis, word: number): boolean {
  const joins = /^(?:and|of|&|for)$/.test(forms[word]!) && isCapitalised(forms[word - 1] ?? '')
  return isCapitalised(forms[word]!) || joins
}

function country(material: Material, firstWord: number, headWord: number): string | undefined {
  const {forms} = material.analysis
  for (let word = firstWord; word < headWord; word++) {
    const name = countryOf(forms[word]!)
    if (name) return material.entities.named(name)?.id ?? name
  }
  return undefined
}

/** Words the title is of, unless they are a field of work: "Secretary of State". */
function officeOf(analysis: Analysis, {headWord, endWord}: Title): string | undefined {
  if (isOfPerson(analysis, headWord + 1, endWord)) return undefined
  const words = capitalisedWords(analysis, headWord + 1, endWord)
  return words === undefined || FIELDS.test(words) ? undefined : words
}

/** "aide to Holm", "student in Holm's group"; what one is the governor of is no person, whatever it was taken for. */
function isOfPerson(analysis: Analysis, from: number, end: number): boolean {
  const index = mentionIndex(analysis)
  for (let word = from; word < end; word++) {
    const place = index.from(word)
    if (place?.chain.kind === 'person')
      return analysis.forms[word - 1] !== 'of' || isPossessive(analysis.forms[place.endWord])
  }
  return false
}

const FIELDS =
  /^(?:State|Staff|Defen[cs]e|Finance|Justice|Education|Health|Commerce|Trade|Foreign Affairs|Energy|Labou?r|Transport|Agriculture|War|Police|Operations|Communications|Marketing|Research)\b/

function officeBody({analysis, entities}: Material, {headWord}: Title): string | undefined {
  const name = officeBodies.get(singular(analysis.forms[headWord]!.toLowerCase()))
  return name === undefined ? undefined : (entities.named(name)?.id ?? name)
}

/** "Osterby Rovers dismissed head coach Osk Varga": the subject of the verb whose object holds the title. */
function employerOf(analysis: Analysis, {headWord}: Title): string | undefined {
  const {heads, lemmas, relations} = analysis
  let word = headWord
  for (let step = 0; step < 3 && NAMING.test(relations[word]!); step++) word = heads[word]!
  const verb = relations[word] === 'obj' ? heads[word]! : -1
  if (verb < 0 || !HIRING.test(lemmas[verb]!)) return undefined
  const subject = participantsOf(analysis).subject(verb)
  return subject?.form === 'name' && /^(?:organisation|outlet)$/.test(subject.chain.kind) ? subject.chain.id : undefined
}

/** How a title hangs on the name it stands by. */
const NAMING = /^(?:nmod|compound|flat|appos|amod)/
const HIRING = /^(?:hire|sign|recruit|dismiss|sack|fire|oust|suspend)$/

/** "the Norlandish government of Prime Minister": the country of the government before "of". */
function governmentOf(material: Material, {firstWord, determiner}: Title): string | undefined {
  const {forms} = material.analysis
  const link = (determiner < 0 ? firstWord : determiner) - 1
  if (forms[link] !== 'of' || !/^(?:government|administration|cabinet|regime|rule)$/i.test(forms[link - 1] ?? ''))
    return undefined
  return country(material, Math.max(0, link - 4), link)
}

const officeBodies = valueByWord(OFFICE_BODIES)

function capitalisedWords(analysis: Analysis, from: number, end: number): string | undefined {
  let start = from
  while (start < end && (!isCapitalised(analysis.forms[start]!) || isDeterminer(analysis.forms[start]))) start++
  let last = end
  while (start < last && !isCapitalised(analysis.forms[last - 1]!)) last--
  return start < last ? analysis.text.slice(analysis.starts[start], analysis.ends[last - 1]) : undefined
}
