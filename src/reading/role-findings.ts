import type {Analysis, Chain} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {countryOf} from './countries-by-adjective.ts'
import {timeNear, timesWithin} from './dates-within.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {Role} from './reading.ts'
import {HOLDING_VERBS} from './role-nouns.ts'
import {organisationAfter} from './role-organisation.ts'
import {
  isCourtesy,
  isRoleNoun,
  statusWord,
  type Title,
  titleBeforeComma,
  titleFrom,
  titlesBefore,
  valueByWord
} from './role-title.ts'
import {BEGINNING_VERBS, COPULAS, ENDING_LINKS, ENDING_PHRASES, TAKING_PHRASES} from './role-verbs.ts'
import {isCapitalised, isDeterminer, isNominal, sentenceBounds} from './word-classes.ts'
import {WordPhrases} from './word-phrases.ts'

/** One place where the text gives a person a title. */
export interface RoleFinding {
  readonly person: Chain
  readonly title: Title
  /** Words for the title where it is said by a verb: "leader" for "leads". */
  readonly titleWords?: string
  readonly status: Role['status']
  readonly begun?: Time
  readonly ended?: Time
  /** Given where it stands apart from the title: after the name. */
  readonly organisation?: string
  /** The words of the mention, first and one past the last. */
  readonly firstWord: number
  readonly endWord: number
  readonly reason: string
  readonly score: number
}

/** Every place where a title is given to a person, in the order of the text. */
export function findRoleMentions(material: Material): RoleFinding[] {
  const {places} = mentionIndex(material.analysis)
  const persons = places.filter(({chain}) => chain.kind === 'person')
  return persons.flatMap(place => [
    ...(place.form === 'name' ? namedRoles(material.analysis, place) : []),
    ...saidRoles(material.analysis, place)
  ])
}

/** Titles beside a name: before it, in apposition, in brackets. */
function namedRoles(analysis: Analysis, place: Place): RoleFinding[] {
  return [...rolesBefore(analysis, place), ...roleBeforeComma(analysis, place), ...rolesAfter(analysis, place)]
}

function rolesBefore(analysis: Analysis, place: Place): RoleFinding[] {
  const nameStart = nameStartOf(analysis, place)
  const titles = titlesBefore(analysis, nameStart)
  return titles.flatMap(title => {
    const after = organisationAfter(analysis, place.endWord)
    const found: RoleFinding = {
      person: place.chain,
      title,
      status: statusOf(analysis, title) ?? 'current',
      ...tenureAfterName(analysis, place.endWord),
      ...(after && title.headWord + 1 === title.endWord && {organisation: after.organisation}),
      firstWord: title.firstWord,
      endWord: place.endWord,
      reason: title.rank ? 'rank before the name' : 'title before the name',
      score: title.rank ? 0.5 : 0.9
    }
    return title.plural ? [found, ...sharedTitle(analysis, place, found)] : [found]
  })
}

/** Where the name itself begins, when its mention begins with words of a title. */
function nameStartOf({forms}: Analysis, {firstWord, endWord}: Place): number {
  let start = firstWord
  while (start < endWord - 1 && (isRoleNoun(forms[start]!) || isCourtesy(forms[start]!)))
    start += forms[start + 1] === 'of' && start + 3 < endWord && FIELD.test(forms[start + 2]!) ? 3 : 1
  const office = /^(?:of|for)$/.test(forms[start - 1] ?? '') && isRoleNoun(forms[start - 2] ?? '')
  return office && start === firstWord && start < endWord - 1 && FIELD.test(forms[start]!) ? start + 1 : start
}

/** "Secretary of State Ida Holm": the field of an office is no part of the name. */
const FIELD =
  /^(?:State|Defen[cs]e|Justice|Trade|Commerce|Labou?r|Finance|Education|Health|Energy|Transport|Transportation|Treasury|Agriculture|Interior|Staff)$/

/** The other people of a plural title: "Senators Ida Holm, of Norland, and Per Dahl". */
function sharedTitle(analysis: Analysis, place: Place, found: RoleFinding): RoleFinding[] {
  const index = mentionIndex(analysis)
  const {end} = sentenceBounds(analysis, place.firstWord)
  const others: RoleFinding[] = []
  for (let word = place.endWord; word < Math.min(end, place.endWord + SHARED_WORDS_MAX); word++) {
    const other = index.from(word)
    if (other?.chain.kind === 'person' && other.form === 'name' && /^(?:,|and|&)$/.test(analysis.forms[word - 1]!)) {
      others.push({...found, person: other.chain, firstWord: found.firstWord, endWord: other.endWord})
      word = other.endWord - 1
    } else if (!/^(?:,|and|&|of)$/.test(analysis.forms[word]!) && index.at(word)?.chain.kind !== 'place') break
  }
  return others
}

const SHARED_WORDS_MAX = 25

/** "The guild's leader, Osk Varga, said": a title, a comma, the name, and something that closes the apposition. */
function roleBeforeComma(analysis: Analysis, place: Place): RoleFinding[] {
  const {forms, upos} = analysis
  const nameStart = courtesyStart(analysis, place.firstWord)
  const comma = commaBefore(analysis, nameStart)
  if (comma < 0) return []
  const next = forms[place.endWord] ?? '.'
  const closed = /^(?:[,.;:)?!”"]|--|–|—|who|and|in|at|on|to)$/.test(next)
  if (comma === nameStart - 1 && !closed && (upos[place.endWord] === 'VERB' || upos[place.endWord] === 'AUX')) return []
  const title = titleBeforeComma(analysis, comma)
  if (!title) return []
  if (title.plural) return listedRoles(analysis, place, title)
  if (!standsAlone(analysis, title)) return []
  const status = statusOf(analysis, title) ?? 'current'
  const reason = 'title before the name and a comma'
  return [{person: place.chain, title, status, firstWord: title.firstWord, endWord: place.endWord, reason, score: 0.8}]
}

/** The comma that parts a title from the name after it; -1 where none does. */
function commaBefore({forms}: Analysis, nameStart: number): number {
  if (forms[nameStart - 1] === ',') return nameStart - 1
  const quoted = /^["”]$/.test(forms[nameStart - 1] ?? '') && forms[nameStart - 2] === ','
  const called =
    quoted && forms.slice(Math.max(0, nameStart - 14), nameStart).some(form => /^(?:himself|herself)$/.test(form))
  return called ? nameStart - 2 : -1
}

/** "his Norlandish, Sudish and Estlandish counterparts, A, B and C": one title for several, each of their own country. */
function listedRoles(analysis: Analysis, place: Place, title: Title): RoleFinding[] {
  const found: RoleFinding = {
    person: place.chain,
    title,
    status: statusOf(analysis, title) ?? 'current',
    firstWord: title.firstWord,
    endWord: place.endWord,
    reason: 'one title before several names',
    score: 0.65
  }
  const all = [found, ...sharedTitle(analysis, place, found)]
  if (all.length < 2) return []
  const countries = countriesBefore(analysis, title.headWord)
  if (countries.length !== all.length) return all
  const bare = {...title, firstWord: title.headWord}
  return all.map((role, index) => ({...role, title: bare, organisation: countries[index]!}))
}

/** The countries that a list of adjectives before `head` names, in order. */
function countriesBefore({forms}: Analysis, head: number): string[] {
  const found: string[] = []
  for (let word = head - 1; 0 <= word && head - word < SHARED_WORDS_MAX; word--) {
    const country = countryOf(forms[word]!)
    if (country) found.unshift(country)
    else if (!/^(?:,|and|foreign|prime|defen[cs]e)$/.test(forms[word]!)) break
  }
  return found
}

/** Whether a title is a noun phrase of its own: it has an article or an owner, or names an office in capitals. */
function standsAlone({forms}: Analysis, {determiner, firstWord, headWord}: Title): boolean {
  return 0 <= determiner || isCapitalised(forms[firstWord]!) || firstWord < headWord
}

function courtesyStart({forms}: Analysis, firstWord: number): number {
  let start = firstWord
  while (isCourtesy(forms[start - 1] ?? '')) start--
  return start
}

/** Titles after a name: "Osk Varga, head of the guild and editor of its paper," or in brackets. */
function rolesAfter(analysis: Analysis, place: Place): RoleFinding[] {
  const {forms} = analysis
  const opening = afterAlias(analysis, place.endWord)
  if (!/^(?:,|\(|--|–|—)$/.test(forms[opening] ?? '')) return []
  const {end} = sentenceBounds(analysis, place.firstWord)
  const from = afterAge(analysis, opening + 1)
  const clause = whoClause(analysis, place, from)
  if (clause) return clause
  return titlesFrom(analysis, from, end)
    .filter(
      title =>
        !isRelative(analysis, title) &&
        (!title.plural || isOneOf(analysis, title)) &&
        closesApposition(analysis, title, end)
    )
    .map(title => {
      const tenure = tenureFrom(analysis, title.endWord, end)
      return {
        person: place.chain,
        title,
        status: tenure.ended ? 'former' : (statusOf(analysis, title) ?? 'current'),
        ...tenure,
        firstWord: place.firstWord,
        endWord: title.endWord,
        reason: 'title after the name',
        score: 0.85
      } satisfies RoleFinding
    })
}

/** "Varga's predecessor": a noun for how people stand to each other, which is no post by itself. */
function isRelative({forms}: Analysis, {headWord}: Title): boolean {
  return /^(?:predecessor|successor|counterpart|keeper|maker|incumbent)s?$/i.test(forms[headWord]!)
}

/** "one of the guild's leaders": a plural that still is one person's. */
function isOneOf({forms}: Analysis, {firstWord, determiner}: Title): boolean {
  const first = determiner < 0 ? firstWord : determiner
  return forms[first - 1] === 'of' && /^(?:one|some|member)$/i.test(forms[first - 2] ?? '')
}

/** A title and those joined to it by "and" or a comma: "head of the guild and editor of its paper". */
function titlesFrom(analysis: Analysis, from: number, end: number): Title[] {
  const first = titleFrom(analysis, from)
  if (!first) return []
  const titles = [first]
  for (let last = first; titles.length < 4; ) {
    const joint = analysis.forms[last.endWord] === ',' && analysis.forms[last.endWord + 1] === 'and' ? 2 : 1
    if (joint === 1 && analysis.forms[last.endWord] !== 'and') break
    const next = last.endWord + joint < end ? titleFrom(analysis, last.endWord + joint) : undefined
    if (!next) break
    titles.push(next)
    last = next
  }
  return titles
}

/** Over an alias, a party or a place in brackets or commas after a name: "(R-Norland)", ", also known as X,". */
function afterAlias({forms}: Analysis, from: number): number {
  if (forms[from] !== '(') return from
  const close = forms.slice(from, from + 8).indexOf(')')
  const inside = forms[from + 1] ?? ''
  if (close < 0 || /^(?:the|a|an|who|former|then)$/i.test(inside)) return from
  return from + close + 1
}

/** Over an age: "Osk Varga, 45, a farmer". */
function afterAge({forms}: Analysis, from: number): number {
  return /^\d{1,3}$/.test(forms[from] ?? '') && forms[from + 1] === ',' ? from + 2 : from
}

/** Whether the words after a title show that it belonged to the name before it, and to no other name after it. */
function closesApposition(analysis: Analysis, {endWord, firstWord, headWord, determiner}: Title, end: number): boolean {
  const {forms, upos} = analysis
  if (end <= endWord) return true
  const next = forms[endWord]!
  const place = mentionIndex(analysis).from(endWord)
  if (place?.chain.kind === 'person') return false
  if (/^(?:[,.;:)?!”"]|--|–|—)$/.test(next)) return !listGoesOn(analysis, {firstWord, headWord, endWord, determiner})
  return (
    /^(?:who|that|which|whose|until|since|from|in|and|as|during|under|between|based|responsible)$/.test(next) ||
    upos[endWord] === 'VERB' ||
    upos[endWord] === 'AUX'
  )
}

/** "Osk Varga, President Ida Holm": the title belongs to the name after it. */
function listGoesOn(
  analysis: Analysis,
  {determiner, headWord, endWord}: Pick<Title, 'determiner' | 'headWord' | 'endWord' | 'firstWord'>
): boolean {
  const next = mentionIndex(analysis).from(endWord + 1)
  return (
    0 <= determiner &&
    analysis.forms[endWord] === ',' &&
    endWord === headWord + 1 &&
    next?.chain.kind === 'person' &&
    next.form === 'name'
  )
}

/** "who heads the guild", "who was named director in May": what is said of the person in a clause after the name. */
function whoClause(analysis: Analysis, place: Place, from: number): RoleFinding[] | undefined {
  if (!/^who$/i.test(analysis.forms[from] ?? '')) return undefined
  return rolesOfVerb(analysis, place, from + 1)
}

/** Titles said by a verb after any mention: "she is the head of the guild". */
function saidRoles(analysis: Analysis, place: Place): RoleFinding[] {
  return [...rolesOfVerb(analysis, place, verbAfter(analysis, place)), ...rolesOfObject(analysis, place)]
}

/** Where the verb of a mention as subject stands: right after it, or after an apposition between commas. */
function verbAfter({forms}: Analysis, {endWord}: Place): number {
  if (forms[endWord] !== ',') return endWord
  const close = forms.slice(endWord + 1, endWord + 20).indexOf(',')
  return close < 0 ? endWord : endWord + close + 2
}

const copulas = new WordPhrases(Object.entries(COPULAS))
const beginningVerbs = new Set(BEGINNING_VERBS.trim().split(/\s+/))
const holdingVerbs = valueByWord(HOLDING_VERBS)
const takings = new WordPhrases(TAKING_PHRASES.map(phrase => [phrase, true] as const))
const endings = new WordPhrases(ENDING_PHRASES.map(phrase => [phrase, true] as const))
const endingLinks = new WordPhrases(ENDING_LINKS.map(phrase => [phrase, true] as const))

function rolesOfVerb(analysis: Analysis, place: Place, from: number): RoleFinding[] {
  const {end} = sentenceBounds(analysis, place.firstWord)
  const verb = skipAdverbs(analysis, from, end)
  if (end <= verb || isSupposed(analysis, place, verb)) return []
  return (
    takenRoles(analysis, place, verb, end) ??
    begunRoles(analysis, place, verb, end) ??
    endedRoles(analysis, place, verb, end) ??
    heldRoles(analysis, place, verb, end) ??
    ledRoles(analysis, place, verb, end) ??
    []
  )
}

/** "if Varga becomes mayor", "Varga would become mayor": nobody says that it is so. */
function isSupposed({forms}: Analysis, place: Place, verb: number): boolean {
  const ahead = forms.slice(Math.max(0, place.firstWord - 2), place.firstWord)
  const between = forms.slice(place.endWord, verb + 1)
  return (
    ahead.some(form => /^(?:if|unless|whether|should|had)$/i.test(form)) ||
    between.some(form => /^(?:would|could|might|may|should|if|hopes?|wants?)$/i.test(form))
  )
}

function skipAdverbs({forms}: Analysis, from: number, end: number): number {
  let word = from
  while (
    word < end &&
    /^(?:also|now|currently|later|then|once|himself|herself|previously|formerly|briefly|still|first|long|has|have|had|who)$/i.test(
      forms[word]!
    )
  ) {
    if (/^(?:has|have|had)$/.test(forms[word]!) && /^(?:been|served)$/.test(forms[word + 1] ?? '')) break
    word++
  }
  return word
}

/** "became head of the guild in 2015". */
function takenRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const taking = takings.at(analysis.forms, verb, end)
  if (!taking) return undefined
  if (/^(?:will|is)$/.test(analysis.forms[verb]!))
    return titlesFrom(analysis, taking.endWord, end).map(title =>
      said(analysis, place, title, 'said to become it', {status: 'designate'})
    )
  const begun = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  return titlesFrom(analysis, taking.endWord, end).map(title =>
    said(analysis, place, title, 'said to have become it', {status: 'current', ...(begun && {begun})})
  )
}

/** "was named head of the guild in 2015". */
function begunRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const {forms} = analysis
  let participle = verb
  while (
    participle < end &&
    /^(?:was|were|is|been|being|has|have|had|be|will|to|later|first|unanimously|recently|then|also)$/i.test(
      forms[participle]!
    )
  )
    participle++
  if (participle === verb || !beginningVerbs.has(forms[participle]?.toLowerCase() ?? '')) return undefined
  const from = afterLink(forms, participle + 1)
  const begun = timeNear(analysis, participle, sentenceBounds(analysis, verb))
  const designate = /^(?:nominated|designated|tapped)$/.test(forms[participle]!)
  return titlesFrom(analysis, from, end).map(title =>
    said(analysis, place, title, `said to have been ${forms[participle]} to it`, {
      status: designate ? 'designate' : 'current',
      ...(begun && !designate && {begun})
    })
  )
}

/** Over "in as", "as", "to", "to be", "the new". */
function afterLink(forms: readonly string[], from: number): number {
  let word = from
  if (forms[word] === 'in') word++
  if (/^(?:as|to)$/.test(forms[word] ?? '')) word++
  if (/^(?:be|become|serve)$/.test(forms[word] ?? '')) word += forms[word + 1] === 'as' ? 2 : 1
  return word
}

/** "resigned as head of the guild in May". */
function endedRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const ending = endings.at(analysis.forms, verb, end)
  const link = ending && endingLinks.at(analysis.forms, ending.endWord, end)
  if (!link) return undefined
  const ended = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  return titlesFrom(analysis, link.endWord, end).map(title =>
    said(analysis, place, title, 'said to have left it', {status: 'former', ...(ended && {ended})})
  )
}

/** "is head of the guild", "was head of the guild from 2001 to 2005". */
function heldRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const copula = copulas.at(analysis.forms, verb, end)
  if (!copula || analysis.xpos[verb] === 'POS') return undefined
  const from = skipAdverbs(analysis, copula.endWord, end)
  if (/^not$|^n['’]t$/.test(analysis.forms[from] ?? '')) return undefined
  const titles = titlesFrom(analysis, from, end).filter(title => !isRelative(analysis, title))
  return titles.map(title => {
    const tenure = tenureFrom(analysis, title.endWord, end)
    const status = statusOf(analysis, title) ?? (tenure.ended ? 'former' : copula.value)
    return said(analysis, place, title, 'said to be it', {status, ...tenure})
  })
}

/** "heads the guild", "has led the guild since 2012". */
function ledRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const {forms} = analysis
  const holding = holdingVerbs.get(forms[verb]!.toLowerCase())
  if (!holding) return undefined
  const object = bodyFrom(analysis, verb + 1, end)
  if (!object) return undefined
  const tenure = tenureFrom(analysis, object.endWord, end)
  const present = /s$/.test(forms[verb]!) || /^(?:has|have)$/.test(forms[verb - 1] ?? '') || tenure.begun !== undefined
  const title: Title = {
    firstWord: verb,
    headWord: verb,
    endWord: object.endWord,
    determiner: -1,
    plural: false,
    rank: false
  }
  const status = tenure.ended ? 'former' : present || holding === 'founder' ? 'current' : 'unknown'
  return [
    {
      ...said(analysis, place, title, `verb that says what someone is: "${forms[verb]}"`, {status, ...tenure}),
      titleWords: holding,
      ...(object.organisation !== undefined && {organisation: object.organisation}),
      score: 0.65
    }
  ]
}

/** The organisation that a verb's object names, where it is one. */
function bodyFrom(analysis: Analysis, from: number, end: number): {organisation?: string; endWord: number} | undefined {
  const index = mentionIndex(analysis)
  let word = from
  while (word < end && (isDeterminer(analysis.forms[word]) || (isNominal(analysis, word) && !index.from(word)))) word++
  const place = index.from(word) ?? index.at(word - 1)
  if (!place || place.chain.kind === 'person' || place.chain.kind === 'place' || place.endWord <= from) return undefined
  if (place.firstWord - from > 3) return undefined
  return {organisation: place.chain.id, endWord: place.endWord}
}

/** "The guild named Osk Varga its director in 2015": the person is the object. */
function rolesOfObject(analysis: Analysis, place: Place): RoleFinding[] {
  if (place.form !== 'name') return []
  const {forms} = analysis
  const {first, end} = sentenceBounds(analysis, place.firstWord)
  let verb = place.firstWord - 1
  while (
    first < verb &&
    place.firstWord - verb < 6 &&
    (isNominal(analysis, verb) || isDeterminer(forms[verb])) &&
    !beginningVerbs.has(forms[verb]!)
  )
    verb--
  const form = forms[verb] ?? ''
  if (verb < first || !beginningVerbs.has(form) || /^(?:is|was|been|were|be|being)$/.test(forms[verb - 1] ?? ''))
    return []
  const link = /^(?:as|to)$/.test(forms[place.endWord] ?? '')
  const direct =
    isDeterminer(forms[place.endWord]) ||
    isRoleNoun(forms[place.endWord] ?? '') ||
    isCapitalised(forms[place.endWord] ?? '')
  if (!link && !(direct && /^(?:named|appointed|elected|made|crowned|declared|proclaimed)$/.test(form))) return []
  const begun = timeNear(analysis, verb, {first, end})
  return titlesFrom(analysis, afterLink(forms, place.endWord), end).map(title =>
    said(analysis, place, title, `said to have been ${form} to it`, {status: 'current', ...(begun && {begun})})
  )
}

function said(
  analysis: Analysis,
  place: Place,
  title: Title,
  reason: string,
  found: Pick<RoleFinding, 'status' | 'begun' | 'ended'>
): RoleFinding {
  const status = statusOf(analysis, title)
  return {
    person: place.chain,
    title,
    firstWord: place.firstWord,
    endWord: title.endWord,
    reason,
    score: place.form === 'name' ? 0.85 : 0.7,
    ...found,
    status: status !== undefined && status !== 'current' ? status : found.status
  }
}

/** What the words of a title, or the one before it, say of whether it is still held. */
function statusOf({forms}: Analysis, {firstWord, headWord, determiner, endWord}: Title): Role['status'] | undefined {
  const from = Math.max(0, (determiner < 0 ? firstWord : determiner) - 2)
  for (let word = Math.min(headWord + 3, endWord, forms.length) - 1; from <= word; word--) {
    const status = statusWord(forms[word]!)
    const first = word < determiner ? determiner : firstWord
    if (status && (firstWord <= word || isStatusBefore(forms, word, first))) return status
  }
  return undefined
}

/** "then-mayor", "the then mayor", "Varga, then mayor": a word before the title, with at most a hyphen between. */
function isStatusBefore(forms: readonly string[], word: number, firstWord: number): boolean {
  return word === firstWord - 1 || (word === firstWord - 2 && forms[word + 1] === '-')
}

/** "since 2012", "until his death last year", "from 2001 to 2005" after a title. */
function tenureFrom(analysis: Analysis, from: number, end: number): {begun?: Time; ended?: Time} {
  const {forms, starts, ends} = analysis
  const word = /^(?:\(|,)$/.test(forms[from] ?? '') ? from + 1 : from
  const link = forms[word]?.toLowerCase() ?? ''
  if (!/^(?:since|until|till|from|between|in)$/.test(link)) return {}
  let last = word + 1
  while (last < Math.min(end, word + 12) && !/^[,;.)]$/.test(forms[last]!)) last++
  const [first, second] = timesWithin(analysis, {start: starts[word]!, end: ends[last - 1]!})
  if (!first) return {}
  if (link === 'since') return {begun: first}
  if (link === 'until' || link === 'till') return {ended: first}
  if (link === 'in') return {}
  const [begun, ended] = first.edtf.includes('/') ? intervalEnds(first) : [first, second]
  return {...(begun && {begun}), ...(ended && {ended})}
}

/** The two ends of an interval that the dates read as one. */
function intervalEnds(time: Time): [Time, Time | undefined] {
  const [from = '', to = ''] = time.edtf.split('/')
  return [
    {...time, edtf: from, latest: time.earliest},
    to && to !== '..' ? {...time, edtf: to, earliest: time.latest} : undefined
  ]
}

/** "President Osk Varga, elected a year ago": a participle after the name says when the title began. */
function tenureAfterName(analysis: Analysis, from: number): {begun?: Time} {
  const {forms} = analysis
  if (forms[from] !== ',') return {}
  let word = from + 1
  while (/^(?:who|was|first|re)$/.test(forms[word] ?? '')) word++
  if (!beginningVerbs.has(forms[word]?.toLowerCase() ?? '')) return {}
  const begun = timeNear(analysis, word, sentenceBounds(analysis, word))
  return begun ? {begun} : {}
}
