import type {Analysis} from '../language/analysis.ts'
import {countryOf} from './countries-by-adjective.ts'
import {isRelative, titlesFrom} from './joined-titles.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {organisationAfter} from './role-organisation.ts'
import {statusOf, tenureAfterName, tenureFrom} from './role-tenure.ts'
import {isAtTheTime, type Title, titleBeforeComma, titlesBefore} from './role-title.ts'
import {isCourtesy, isRank, isRoleNoun} from './role-words.ts'
import {chosenRoles, rolesOfVerb, termRoles} from './roles-said.ts'
import {isCapitalised, isPossessive, sentenceBounds} from './word-classes.ts'

/** Titles beside a name: before it, in apposition, in brackets. */
export function rolesBesideName(analysis: Analysis, place: Place): RoleFinding[] {
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
  if (isPossessive(forms[place.endWord])) return []
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
  while (isCourtesy(forms[start - 1] ?? '') || isRank(forms[start - 1] ?? '', forms[start - 2] ?? '')) start--
  // "The inquiry's chair, Judge Moss, said": a title of one word before the name belongs to it.
  const isTitled = isCapitalised(forms[start - 1] ?? '') && isRoleNoun(forms[start - 1]!) && forms[start - 2] === ','
  return isTitled ? start - 1 : start
}

/** Titles after a name: "Osk Varga, head of the guild and editor of its paper," or in brackets. */
function rolesAfter(analysis: Analysis, place: Place): RoleFinding[] {
  const {forms} = analysis
  const opening = afterAlias(analysis, place.endWord)
  if (!/^(?:,|\(|--|–|—)$/.test(forms[opening] ?? '')) return []
  const {end} = sentenceBounds(analysis, place.firstWord)
  const from = afterAge(analysis, opening + 1)
  const clause = whoClause(analysis, place, from) ?? participleClause(analysis, place, from)
  if (clause) return clause
  const titles = titlesFrom(analysis, from, end)
  const more = titles.flatMap(title => rolesBehindTitle(analysis, place, title))
  const found = titles
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
  return [...found, ...more]
}

/** "a former aide to Varga who is now director": what the clause behind the title says of its holder. */
function rolesBehindTitle(analysis: Analysis, place: Place, {headWord, endWord}: Title): RoleFinding[] {
  const {forms, heads} = analysis
  const isOfTitle = forms[endWord] === 'who' && heads[heads[endWord]!] === headWord
  return isOfTitle ? rolesOfVerb(analysis, place, endWord + 1) : []
}

/** "one of the guild's leaders": a plural that still is one person's. */
function isOneOf({forms}: Analysis, {firstWord, determiner}: Title): boolean {
  const first = determiner < 0 ? firstWord : determiner
  return forms[first - 1] === 'of' && /^(?:one|some|member)$/i.test(forms[first - 2] ?? '')
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
  if (isAtTheTime(forms, endWord)) return true
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

/** ", sworn in as mayor on Monday," and ", whose term as mayor ends in May,": told between commas without a "who". */
function participleClause(analysis: Analysis, place: Place, from: number): RoleFinding[] | undefined {
  const found = analysis.forms[from] === 'whose' ? termRoles(analysis, place, from) : chosenRoles(analysis, place, from)
  return found.length > 0 ? found : undefined
}

/** "who heads the guild", "who was named director in May": what is said of the person in a clause after the name. */
function whoClause(analysis: Analysis, place: Place, from: number): RoleFinding[] | undefined {
  if (!/^who$/i.test(analysis.forms[from] ?? '')) return undefined
  return rolesOfVerb(analysis, place, from + 1)
}
