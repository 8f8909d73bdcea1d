import type {Analysis} from '../language/analysis.ts'
import {timeNear} from './dates-within.ts'
import {isRelative, titlesFrom} from './joined-titles.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {verbAfter} from './role-subject-verb.ts'
import {isSupposed} from './role-supposed.ts'
import {statusOf, tenureFrom} from './role-tenure.ts'
import {afterLink, said} from './role-told.ts'
import {BEGINNING_VERBS, COPULAS, ENDING_LINKS, ENDING_PHRASES, TAKING_PHRASES} from './role-verbs.ts'
import {bodyFrom, HOLDINGS, ledRoles} from './roles-led.ts'
import {rolesOfObject} from './roles-of-objects.ts'
import {isDeterminer, sentenceBounds} from './word-classes.ts'
import {WordPhrases} from './word-phrases.ts'

/** Titles said by a verb after any mention: "she is the head of the guild". */
export function rolesSaid(analysis: Analysis, place: Place): RoleFinding[] {
  const verb = verbAfter(analysis, place)
  const found = isOfOther(analysis, place, verb) ? [] : rolesOfVerb(analysis, place, verb)
  return [...found, ...rolesOfObject(analysis, place)]
}

/** "an aide to Varga who is now director": the clause right behind the name is of the aide. */
function isOfOther({forms, heads, relations, upos}: Analysis, {firstWord}: Place, verb: number): boolean {
  if (forms[verb] !== 'who') return false
  const clause = heads[verb]!
  const noun = heads[clause] ?? -1
  return relations[clause]?.startsWith('acl') === true && 0 <= noun && noun < firstWord && upos[noun] === 'NOUN'
}

const copulas = new WordPhrases(Object.entries(COPULAS))
const beginningVerbs = new Set(BEGINNING_VERBS.trim().split(/\s+/))
const takings = new WordPhrases(TAKING_PHRASES.map(phrase => [phrase, true] as const))
const endings = new WordPhrases(ENDING_PHRASES.map(phrase => [phrase, true] as const))
const endingLinks = new WordPhrases(ENDING_LINKS.map(phrase => [phrase, true] as const))

/** What the verb at `from`, over helping words, says that the person of the mention is, was or became. */
export function rolesOfVerb(analysis: Analysis, place: Place, from: number): RoleFinding[] {
  const {end} = sentenceBounds(analysis, place.firstWord)
  const verb = skipAdverbs(analysis, from, end)
  if (end <= verb || isSupposed(analysis, place, verb)) return []
  return [...rolesOfOneVerb(analysis, place, verb, end), ...rolesOfJoinedVerb(analysis, place, verb, end)]
}

function rolesOfOneVerb(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] {
  return (
    takenRoles(analysis, place, verb, end) ??
    joinedRoles(analysis, place, verb, end) ??
    begunRoles(analysis, place, verb, end) ??
    endedRoles(analysis, place, verb, end) ??
    heldRoles(analysis, place, verb, end) ??
    ledRoles(analysis, place, verb, end) ??
    []
  )
}

/** "who leads the guild and was mayor until May": a verb of being joined to the first, without a subject of its own. */
function rolesOfJoinedVerb(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] {
  const {forms} = analysis
  for (let word = verb + 1; word < Math.min(end, verb + JOINED_WORDS_MAX); word++) {
    if (/^(?:[.;:“”"!?()]|who|which|that|when|while)$/.test(forms[word]!)) return []
    if (!/^(?:and|but)$/.test(forms[word]!)) continue
    const next = skipAdverbs(analysis, word + 1, end)
    if (copulas.at(forms, next, end) || takings.at(forms, next, end) || leads(analysis, next))
      return rolesOfOneVerb(analysis, place, next, end)
  }
  return []
}

/** "and chairs the Trust" */
function leads({forms, upos}: Analysis, word: number): boolean {
  const isVerb = upos[word] === 'VERB' || isDeterminer(forms[word + 1])
  return isVerb && HOLDINGS.has(forms[word] ?? '')
}

const JOINED_WORDS_MAX = 25

/** "joined the guild in 1961 as an assistant", "has returned to the guild as its warden". */
function joinedRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const {forms} = analysis
  if (/^(?:succeeded|succeeds|replaced|replaces)$/.test(forms[verb]!)) return successorRoles(analysis, place, verb, end)
  const isMove = /^(?:returned|returns|moved|moves)$/.test(forms[verb]!) && forms[verb + 1] === 'to'
  if (!isMove && !/^(?:joined|joins|rejoined)$/.test(forms[verb]!)) return undefined
  const body = bodyFrom(analysis, verb + (isMove ? 2 : 1), end)
  let as = body?.endWord ?? end
  while (as < Math.min(end, verb + 12) && !/^(?:as|[,.;:])$/.test(forms[as]!)) as++
  if (!body || forms[as] !== 'as' || (isMove && forms[as + 1] === 'the')) return undefined
  const begun = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  const titles = titlesFrom(analysis, as + 1, end).filter(({endWord}) => !isMove || !goesOn(analysis, endWord))
  return titles.map(title => ({
    ...said(analysis, place, title, 'said to have joined as it', {status: 'unknown', ...(begun && {begun})}),
    ...(body.organisation !== undefined && {organisation: body.organisation})
  }))
}

/** "returned as chief executive Per Dahl stepped down": somebody else's title, or the subject of a clause. */
function goesOn(analysis: Analysis, word: number): boolean {
  return mentionIndex(analysis).from(word) !== undefined || /^VB[DZP]$/.test(analysis.xpos[word] ?? '')
}

/** "succeeded Varga as head of the guild in 2020". */
function successorRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const {forms} = analysis
  let as = verb + 1
  while (as < Math.min(end, verb + 8) && !/^(?:as|[,.;:])$/.test(forms[as]!)) as++
  if (forms[as] !== 'as') return undefined
  const begun = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  return titlesFrom(analysis, as + 1, end).map(title =>
    said(analysis, place, title, 'said to have followed another as it', {status: 'current', ...(begun && {begun})})
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
  const near = timeNear(analysis, taking.endWord - 1, sentenceBounds(analysis, verb))
  const isLater = /^(?:will|would|since)$/.test(analysis.forms[verb]!)
  const begun = near && isLater && near.start !== undefined && near.start < analysis.starts[verb]! ? undefined : near
  if (/^(?:will|would|is)$/.test(analysis.forms[verb]!))
    return titlesFrom(analysis, taking.endWord, end).map(title =>
      said(analysis, place, title, 'said to become it', {status: 'designate', ...(begun && {begun})})
    )
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
  return rolesOfChoice(analysis, place, verb, participle)
}

/** What a participle of choosing says, with the helping words from `verb` on. */
function rolesOfChoice(analysis: Analysis, place: Place, verb: number, participle: number): RoleFinding[] {
  const {forms} = analysis
  const bounds = sentenceBounds(analysis, verb)
  const from = afterLink(forms, participle + 1)
  const entry = entryAhead(analysis, participle, bounds.end)
  const begun = timeNear(analysis, entry ?? participle, bounds)
  const isToCome = entry !== undefined || forms.slice(verb, participle).some(form => /^(?:will|to)$/.test(form))
  const designate = /^(?:nominated|designated|tapped)$/.test(forms[participle]!)
  const reason = isToCome ? `said to be ${forms[participle]} to it` : `said to have been ${forms[participle]} to it`
  return titlesFrom(analysis, from, bounds.end).map(title =>
    said(analysis, place, title, reason, {
      status: designate || isToCome ? 'designate' : 'current',
      ...(begun && !designate && {begun})
    })
  )
}

/** ", sworn in as mayor on Monday,", ", elected chair in May,": behind the name. */
export function chosenRoles(analysis: Analysis, place: Place, participle: number): RoleFinding[] {
  const isChosen = beginningVerbs.has(analysis.forms[participle] ?? '') && analysis.upos[participle] === 'VERB'
  return isChosen ? rolesOfChoice(analysis, place, participle, participle) : []
}

/** ", whose term as director ends in December,": behind the name. */
export function termRoles(analysis: Analysis, place: Place, whose: number): RoleFinding[] {
  const {forms} = analysis
  const {end} = sentenceBounds(analysis, whose)
  if (!TERMS.test(forms[whose + 1] ?? '') || forms[whose + 2] !== 'as') return []
  return titlesFrom(analysis, whose + 3, end).flatMap(title => {
    const ending = forms[title.endWord] === 'is' || forms[title.endWord] === 'was' ? title.endWord + 2 : title.endWord
    const verb = forms[ending] ?? ''
    if (!/^(?:end(?:s|ed)?|expire[sd]?|runs?)$/.test(verb)) return []
    const ended = timeNear(analysis, ending, {first: whose, end})
    const status = /d$/.test(verb) ? 'former' : 'current'
    return [said(analysis, place, title, 'a term in it that is said to end', {status, ...(ended && {ended})})]
  })
}

const TERMS = /^(?:contract|term|mandate|tenure|stint|reign|time)$/

/** "was elected chair and will take office in April": the word from which on it is told when the post is entered. */
function entryAhead({forms}: Analysis, from: number, end: number): number | undefined {
  for (let word = from + 1; word + 3 < end && !/^[;:“”"]$/.test(forms[word]!); word++) {
    const isGoingOn = /^(?:and|who)$/.test(forms[word]!)
    const will = isGoingOn && /^(?:he|she|they)$/.test(forms[word + 1]!) ? word + 2 : word + 1
    if (
      isGoingOn &&
      /^(?:will|shall)$/.test(forms[will] ?? '') &&
      ENTERING.test(forms.slice(will + 1, will + 5).join(' '))
    )
      return will
  }
  return undefined
}

const ENTERING =
  /^(?:(?:formally|officially) )?(?:take office|assume (?:(?:the|his|her|their) )?(?:office|post|role|duties)|be (?:sworn|inaugurated|installed))\b/

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
  const body = bodyOfWhich(analysis, place)
  return titles.map(title => {
    const tenure = tenureFrom(analysis, title.endWord, end)
    const own = statusOf(analysis, title)
    // "had been acting director" is over, as "had been director" is.
    const isOver = tenure.ended !== undefined || copula.value === 'former'
    const status = own === undefined || (own === 'acting' && isOver) ? (isOver ? 'former' : copula.value) : own
    return {
      ...said(analysis, place, title, 'said to be it', {status, ...tenure}),
      status,
      ...(body !== undefined && {organisation: body}),
      ...(/^remains?$/.test(analysis.forms[verb]!) && {stays: true as const})
    }
  })
}

/** "the Trust, of which Holm is a trustee": what the clause before the person's name takes up. */
function bodyOfWhich(analysis: Analysis, {firstWord}: Place): string | undefined {
  const {forms} = analysis
  if (!/^(?:which|whom)$/.test(forms[firstWord - 1] ?? '') || forms[firstWord - 2] !== 'of') return undefined
  return mentionIndex(analysis).before(forms[firstWord - 3] === ',' ? firstWord - 3 : firstWord - 2)?.chain.id
}
