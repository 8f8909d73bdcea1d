import {type EntityKind, type Parsed, sentenceCount} from './analysis.ts'
import {LISTED, listedWord, listingAt} from './gazetteer.ts'
import type {NameDraft} from './name-draft.ts'
import {isAcronym, isAcronymOf} from './name-parts.ts'
import {articledName} from './names-with-articles.ts'

/** How sure names are that a pattern of words makes. */
const PATTERN_SCORE = 0.85
/** A row of capitals may also be a headline's. */
const BODY_SCORE = 0.7
/** How far before its brackets the long form of an acronym may begin. */
const LONG_FORM_WORDS_MAX = 10

/**
 * Find names of several words whose pattern says where they begin and end, whatever the trained model made of their parts.
 *
 * ```text
 * the Ministry of Water and Power, Order of the Sun in the Eastern Isles (OSEI), the Brandt administration, Gulf of Aden
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^       ^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^
 * ```
 */
export function findPhrases(parsed: Parsed): NameDraft[] {
  const found: NameDraft[] = []
  for (let sentence = 0; sentence < sentenceCount(parsed); sentence++) {
    const first = parsed.sentenceStarts[sentence]!
    const end = parsed.sentenceStarts[sentence + 1]!
    for (let word = first; word < end; word++) {
      if (parsed.forms[word] === '(')
        found.push(...acronymDrafts(parsed, word, first, end), ...longFormDrafts(parsed, word, first, end))
      const phrase = phraseAt(parsed, word, end)
      if (phrase) found.push(phrase)
    }
  }
  return found
}

function phraseAt(parsed: Parsed, word: number, end: number): NameDraft | undefined {
  const articled = articledName(parsed, word, end)
  if (articled || !/^\p{Lu}/u.test(parsed.forms[word]!)) return articled
  return (
    ministryAt(parsed, word, end) ??
    listedPhrase(parsed, word, end) ??
    transliteratedAt(parsed, word, end) ??
    companyAt(parsed, word, end) ??
    bodyAt(parsed, word, end) ??
    administrationAt(parsed, word) ??
    stationAt(parsed, word, end) ??
    journalAt(parsed, word, end)
  )
}

/** A listed name of several words is one name, though its parts may be names too: "Gulf of Aden". */
function listedPhrase({forms}: Parsed, word: number, end: number): NameDraft | undefined {
  const listing = listingAt(forms, word, end)
  if (!listing || listing.endWord - word < 2) return undefined
  if (isCapital(forms[listing.endWord]) && !(listing.bits & (LISTED.body | LISTED.outlet))) return undefined
  if (listing.bits & LISTED.people) return undefined
  const kind = listing.bits & LISTED.outlet ? 'outlet' : listing.bits & LISTED.body ? 'organisation' : 'place'
  return {firstWord: word, endWord: listing.endWord, kind, score: PATTERN_SCORE}
}

const OF_HEADS: ReadonlySet<string> = new Set(
  `Ministry University Department Institute Bank House Council Court Commission Embassy Association Organisation Organization Union Academy College School
   Bureau Office Committee Centre Center League Society Board Chamber Church Federation Emirate Confederation Movement Front Party Army Foundation Fund
   Agency Authority Directorate Congress Assembly Ministries Museum Observatory Order Brotherhood Alliance Coalition Campaign Campus`
    .trim()
    .split(/\s+/)
)

/** "Ministry of Foreign Affairs", "Norvian House of Delegates": a word for a body with "of" or "for" and capitals after it. */
function ministryAt({forms}: Parsed, word: number, end: number): NameDraft | undefined {
  if (!OF_HEADS.has(forms[word]!) || !/^(?:of|for)$/.test(forms[word + 1] ?? '')) return undefined
  let place = word + 2
  if (forms[place] === 'the' && place < end) place++
  const nameEnd = capitalsEnd(forms, place, end)
  if (nameEnd === place) return undefined
  let firstWord = word
  while (0 < firstWord && isCapital(forms[firstWord - 1]) && isNationality(forms[firstWord - 1]!)) firstWord--
  return {firstWord, endWord: nameEnd, kind: 'organisation', score: PATTERN_SCORE}
}

function isNationality(form: string): boolean {
  return /^\p{Lu}[\p{Ll}]+(?:an|ian|ish|ese|ic|i)$/u.test(form) && form.length > 4
}

/** Over capitals, and over "and", "of the" and commas between them where a ministry's fields are listed. */
function capitalsEnd(forms: readonly string[], from: number, end: number): number {
  let word = from
  while (word < end && isCapital(forms[word])) {
    word++
    if (word < end && forms[word] === 'and' && isCapital(forms[word + 1])) word++
    else if (word < end && forms[word] === ',' && isCapital(forms[word + 1]) && hasAndSoon(forms, word + 1, end)) word++
    else if (word + 1 < end && forms[word] === 'of' && isCapital(forms[word + 1])) word++
  }
  return word
}

/** "Ministry of Water, Energy and Power": the list goes on to its "and" within two words. */
function hasAndSoon(forms: readonly string[], word: number, end: number): boolean {
  return word + 2 < end && forms[word + 1] === 'and' && isCapital(forms[word + 2])
}

const COMPANY_SUFFIX =
  /^(?:Inc|Ltd|Limited|LLC|Corp|Corporation|PLC|plc|GmbH|AG|S\.A|SA|Kft|NV|N\.V|Oyj?|AB|Zrt|SpA|Co|LLP|Pty)\.?$/

/** "Orlan Water Works, Inc.": capitals up to a word that only companies bear. */
function companyAt({forms}: Parsed, word: number, end: number): NameDraft | undefined {
  if (0 < word && isCapital(forms[word - 1]) && !isNationality(forms[word - 1]!)) return undefined
  let place = word
  while (place < end && place < word + 8) {
    const form = forms[place]!
    if (word < place && COMPANY_SUFFIX.test(form)) {
      const dot = forms[place + 1] === '.' && place + 2 < end && /^\p{Ll}/u.test(forms[place + 2]!) ? 1 : 0
      return {firstWord: word, endWord: place + 1 + dot, kind: 'organisation', score: PATTERN_SCORE}
    }
    if (!isCapital(form) && !(form === ',' && COMPANY_SUFFIX.test(forms[place + 1] ?? '')) && form !== '&')
      return undefined
    place++
  }
  return undefined
}

/** "Norvian Development Bank", "Lisbon Treaty", "Brim Valley War": a row of capitals up to the last word for a body, work or event in it. */
function bodyAt({forms, upos}: Parsed, word: number, end: number): NameDraft | undefined {
  if (
    (isCapital(forms[word - 1]) && forms[word - 1] !== 'The') ||
    upos[word] === 'DET' ||
    upos[word] === 'PRON' ||
    upos[word] === 'ADP'
  )
    return undefined
  let headEnd = word
  let kind: EntityKind | undefined
  let place = word
  while (place < end && isCapital(forms[place]) && !(listedWord(forms[place]!) & LISTED.title)) {
    const headKind = kindOfHead(forms[place]!)
    place++
    if (!headKind) continue
    headEnd = place
    kind = headKind
  }
  const isHeadline = forms[end - 1] !== '.' && end - word <= 2 * (place - word)
  if (headEnd - word < 2 || isHeadline || !kind) return undefined
  return {firstWord: word, endWord: headEnd, kind, score: BODY_SCORE}
}

const SURE_OUTLET_HEADS = new Set([
  'Times',
  'Journal',
  'Herald',
  'Tribune',
  'Gazette',
  'Chronicle',
  'Courier',
  'Examiner',
  'Telegraph',
  'Observer',
  'Zeitung',
  'Monitor',
  'Dispatch',
  'Inquirer'
])

function kindOfHead(form: string): EntityKind | undefined {
  const listed = listedWord(form)
  if (listed & LISTED.organisationHead) return 'organisation'
  if (listed & LISTED.eventHead) return 'event'
  if (SURE_OUTLET_HEADS.has(form)) return 'outlet'
  return listed & LISTED.workHead && !(listed & LISTED.outletHead) ? 'work' : undefined
}

/** "Radio Ostral". */
function stationAt({forms}: Parsed, word: number, end: number): NameDraft | undefined {
  if (forms[word] !== 'Radio' || !isCapital(forms[word + 1]) || isCapital(forms[word - 1]) || end <= word + 1)
    return undefined
  return {firstWord: word, endWord: word + 2, kind: 'outlet', score: BODY_SCORE}
}

/** "Journal of Planetary Chemistry". */
function journalAt({forms}: Parsed, word: number, end: number): NameDraft | undefined {
  if (!/^(?:Journal|Annals|Bulletin|Proceedings)$/.test(forms[word]!) || forms[word + 1] !== 'of') return undefined
  const endWord = capitalsEnd(forms, word + 2, end)
  return endWord === word + 2 ? undefined : {firstWord: word, endWord, kind: 'outlet', score: PATTERN_SCORE}
}

/** "the Brandt administration". */
function administrationAt({forms}: Parsed, word: number): NameDraft | undefined {
  if (!/^[Aa]dministration$/.test(forms[word + 1] ?? '') || listedWord(forms[word]!) & LISTED.titlePart)
    return undefined
  if (!/^the$/i.test(forms[word - 1] ?? '') || /^(?:New|Last|Next|This|That|Civil)$/.test(forms[word]!))
    return undefined
  return {firstWord: word, endWord: word + 2, kind: 'organisation', score: PATTERN_SCORE}
}

/** "Order of the Sun (OS)": the acronym, and before the bracket the words that it is made of. */
function acronymDrafts({forms, text, starts, ends}: Parsed, bracket: number, first: number, end: number): NameDraft[] {
  const acronym = forms[bracket + 1] ?? ''
  if (end <= bracket + 2 || forms[bracket + 2] !== ')' || !isAcronym(acronym)) return []
  for (let word = bracket - 2; Math.max(first, bracket - LONG_FORM_WORDS_MAX) <= word; word--) {
    if (!/^(?:\p{Lu}|al$)/u.test(forms[word]!)) continue
    if (!isCapital(forms[bracket - 1])) return []
    if (!isAcronymOf(acronym, text.slice(starts[word], ends[bracket - 1]))) continue
    const score = 0.95
    return [
      {firstWord: word, endWord: bracket, kind: 'organisation', score},
      {firstWord: bracket + 1, endWord: bracket + 2, kind: 'organisation', score}
    ]
  }
  return []
}

/** "AXY (Axen Youth League)": the other way round, where the long form may be a translation whose letters are others. */
function longFormDrafts({forms}: Parsed, bracket: number, first: number, end: number): NameDraft[] {
  const acronym = forms[bracket - 1] ?? ''
  if (bracket <= first || !isAcronym(acronym)) return []
  let last = bracket + 1
  const limit = Math.min(end, bracket + LONG_FORM_WORDS_MAX)
  while (last < limit && (isCapital(forms[last]) || /^(?:of|the|and|for|in|on|al|-)$/.test(forms[last]!))) last++
  if (forms[last] !== ')' || last - bracket < 3 || !isCapital(forms[bracket + 1])) return []
  const long = forms.slice(bracket + 1, last)
  const isBody = long.some(form => (listedWord(form) & LISTED.organisationHead) !== 0)
  if (!isBody && !isAcronymOf(acronym, long.join(' '))) return []
  return [
    {firstWord: bracket - 1, endWord: bracket, kind: 'organisation', score: PATTERN_SCORE},
    {firstWord: bracket + 1, endWord: last, kind: 'organisation', score: PATTERN_SCORE}
  ]
}

/**
 * Names from other scripts, whose joints are printed apart from their words.
 *
 * ```text
 * A film by Nidaa’ al-Haqq Media for Production named Nur-ul-Vale.
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^
 * ```
 */
function transliteratedAt(parsed: Parsed, word: number, end: number): NameDraft | undefined {
  const {forms} = parsed
  let endWord = word + 1
  while (endWord < end) {
    const joint = jointEnd(parsed, endWord, end)
    if (joint === endWord && !(endWord > word + 1 && isCapital(forms[endWord]))) break
    endWord = joint === endWord ? endWord + 1 : joint + 1
  }
  if (!hasJoint(parsed, word, endWord)) return undefined
  if (forms[endWord] === 'for' && isCapital(forms[endWord + 1]) && kindOfRow(forms, word, endWord)) endWord += 2
  const kind = kindOfRow(forms, word, endWord) ?? 'person'
  return {firstWord: word, endWord, kind, score: BODY_SCORE}
}

/** Past "’ al-", "-ul-" or "’" to a capital; `word` itself where no such joint stands. */
function jointEnd({forms, starts, ends}: Parsed, word: number, end: number): number {
  let place = word
  const isGlued = (other: number) => ends[other - 1] === starts[other]
  if (/^[’‘'ʿʾ]$/.test(forms[place]!) && isGlued(place)) place++
  if (place === word && forms[place] === '-' && isGlued(place) && /^(?:ul|ud|ur|us|un)$/i.test(forms[place + 1] ?? ''))
    place++
  if (end <= place + 2 || place === word) return word
  const isArticle =
    /^(?:al|el|ul|ud|ur|us|un)$/i.test(forms[place]!) && forms[place + 1] === '-' && isCapital(forms[place + 2])
  return isArticle ? place + 2 : word
}

function hasJoint(parsed: Parsed, word: number, endWord: number): boolean {
  for (let place = word + 1; place < endWord; place++) if (jointEnd(parsed, place, endWord) !== place) return true
  return false
}

function kindOfRow(forms: readonly string[], word: number, endWord: number): EntityKind | undefined {
  const row = forms.slice(word, endWord)
  if (row.some(form => listedWord(form) & LISTED.organisationHead)) return 'organisation'
  return row.some(form => /^(?:Media|Productions?|Foundation|Studio)$/.test(form)) ? 'organisation' : undefined
}

function isCapital(form: string | undefined): boolean {
  return form !== undefined && /^\p{Lu}/u.test(form)
}

/** `core` with `phrases` in place of what they cover; a place that is all of a listed phrase keeps its own kind. */
export function withPhrases(core: readonly NameDraft[], phrases: readonly NameDraft[], wordCount: number): NameDraft[] {
  const phraseAtWord = new Int32Array(wordCount).fill(-1)
  for (const [index, {firstWord, endWord}] of phrases.entries())
    for (let word = firstWord; word < endWord; word++) if (phraseAtWord[word]! < 0) phraseAtWord[word] = index
  const longer = core.filter(draft => !isWithinOne(draft, phrases, phraseAtWord))
  return [...longer, ...phrases]
}

function isWithinOne(
  {firstWord, endWord}: NameDraft,
  phrases: readonly NameDraft[],
  phraseAtWord: Int32Array
): boolean {
  const phrase = phrases[phraseAtWord[firstWord]!]
  return phrase !== undefined && phrase.firstWord <= firstWord && endWord <= phrase.endWord
}
