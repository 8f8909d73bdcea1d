import {AGENCIES} from './agencies.ts'
import type {Author} from './document.ts'
import {endsAsOutlet} from './signed-dates.ts'
import {findStatedDate} from './stated-dates.ts'

/** Whether a line only names who wrote the text: "By Ann Larkin and Tom Okoro, Harbour News". */
export function isByline(dated: string): boolean {
  if (dated.length > BYLINE_MAX) return false
  const line = withoutDate(dated)
  if (AGENCIES.has(line.toLowerCase()) || /^(?:agencies|staff (?:writers?|reporters?))$/i.test(line)) return true
  const rest = /^(?:by|von|par|por|di)[:\s]\s*(.+)$/i.exec(line)?.[1] ?? signedName(line)
  return (
    rest !== undefined && !/[.!?]["”]?$/.test(rest.replace(/\b(?:Jr|Sr|Inc|Ltd|\p{Lu})\.$/u, '')) && isNamesOnly(rest)
  )
}

/** Whether a line or paragraph credits those who worked on the text: "(Reporting by ...; Editing by ...)". */
export function isCredit(line: string): boolean {
  if (line.length > CREDIT_MAX) return false
  return CREDIT_HEAD.test(line) || CREDIT_TAIL.test(line)
}

/**
 * The people whom a paragraph tells of as it would of its authors; none where any sentence of it tells of something else.
 *
 * ```text
 * Ann Larkin is a Senior Fellow at the Coast Institute. Her views are her own.
 * ^^^^^^^^^^
 * ```
 */
export function biographedPeople(paragraph: string): string[] {
  if (paragraph.length > BIOGRAPHY_MAX) return []
  const sentences = sentencesOf(paragraph)
  const biographies = sentences.map(({text}) => BIOGRAPHY.exec(text))
  if (!biographies[0] || !AUTHOR_ROLE.test(biographies[0].groups!.rest!)) return []
  if (!biographies.every((match, index) => match || CONTACT.test(sentences[index]!.text))) return []
  return biographies.flatMap(match => match?.groups?.name ?? [])
}

/** Whether a text speaks of a person, by the whole name or the last one: of its authors it seldom does. */
export function mentionsPerson(text: string, name: string): boolean {
  return text.includes(name) || text.includes(` ${name.split(' ').at(-1)} `)
}

/** The authors that a byline, credit or biography names, `offset` being where it stands in the text. */
export function findAuthors(line: string, offset: number): Author[] {
  if (CREDIT_HEAD.test(line)) return creditAuthors(line, offset)
  const biographies = biographyAuthors(line, offset)
  return biographies.length > 0 ? biographies : bylineAuthors(line, offset)
}

/** Whether a line is only the name of an outlet, as below a byline: "The Track Review", "Harbour News". */
export function isOutletLine(line: string): boolean {
  if (AGENCIES.has(line.toLowerCase())) return true
  const words = line.split(/\s+/)
  return (
    words.length <= OUTLET_WORDS_MAX &&
    words.every(word => /^\p{Lu}[\p{L}\p{M}\d'’&.-]*$/u.test(word) || /^(?:of|the|and|&|for)$/.test(word)) &&
    !/\.$/.test(line) &&
    isOutletName(line)
  )
}

const OUTLET_WORDS_MAX = 6

/** "The Track Review": no person is called with an article. */
function isOutletName(name: string): boolean {
  return ORGANISATION.test(name) || /^The \p{Lu}/u.test(name) || PAPER.test(name)
}

/** A byline often ends in the day: "By Ann Larkin, May 3, 2024". */
function withoutDate(line: string): string {
  const date = /^(?:by|von|par|por|di)\b/i.test(line) ? findStatedDate(line) : undefined
  return date ? line.slice(0, date.start).replace(/(?:[\s,;|•·–—-]|\bon)+$/, '') : line
}

const BYLINE_MAX = 150
const CREDIT_MAX = 600
const BIOGRAPHY_MAX = 1_500

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const PARTICLE = '(?:al|ap|bin|bint|ben|da|dal|de|del|della|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|zu|y)'
const NAME = String.raw`${NAME_WORD}(?: (?:${PARTICLE} ){0,2}${NAME_WORD}){1,4}`

const CREDIT_HEAD =
  /^[([—–-]{0,2}\s*(?:(?:with )?(?:additional |further |more )?(?:reporting|writing|editing|research|photography|translation|production)(?: and (?:reporting|writing|editing))?|reported|written|edited|compiled|translated)(?:\s(?:and (?:edited|written))?)? ?by\b/i
const CREDIT_TAIL =
  /\bcontributed (?:to )?(?:this|the) (?:report|story|article)\b.{0,40}$|^.{0,80}\bcontributed reporting\b.{0,40}$/i

const BIOGRAPHY = new RegExp(
  String.raw`^(?<name>(?:(?:Dr|Prof|Mr|Ms|Mrs)\. )?${NAME})(?:, [^,]{1,60},)? (?:is|was|has been|serves as|works as) (?:an? |the |our )?(?<rest>.{3,400})$`,
  'u'
)
const AUTHOR_ROLE =
  /\b(?:fellow|editor|reporter|correspondent|journalist|writer|author|columnist|contributor|analyst|researcher|professor|lecturer|scholar|producer|blogger|director|chief|founder|freelancer?|intern|associate|consultant|adviser|advisor|student|historian|photographer|teacher|attorney|lawyer)\b/i
const CONTACT = /\b(?:he|she|they|you|views?|opinions?|follow|e-?mail|twitter|contact|reach(?:ed)?|his|her|their)\b/i

/** "Ann Larkin | Harbour News", "Ann Larkin, staff writer", "Ann Larkin, Reuters". */
function signedName(line: string): string | undefined {
  const match = new RegExp(String.raw`^${NAME}(?:\s?[|,•·]\s?|\s[–—-]\s)(.{2,60})$`, 'u').exec(line)
  if (!match) return undefined
  const after = match[1]!.trim()
  return AGENCIES.has(after.toLowerCase()) || isRole(after) ? line : undefined
}

function isNamesOnly(words: string): boolean {
  const list = words.split(/[\s|,;•·&]+/).filter(word => word !== '')
  return (
    list.length <= 18 &&
    list.every(word => /^[\p{Lu}(@]/u.test(word) || LINK_WORD.test(word)) &&
    list.some(word => /\p{Lu}/u.test(word))
  )
}

const LINK_WORD = new RegExp(
  String.raw`^(?:and|in|for|of|at|the|with|to|special|from|und|et|${PARTICLE}|staff|reporter|writer|correspondent|editor|columnist|contributor|senior|political|chief|[–—-]+)$`,
  'i'
)

function isRole(words: string): boolean {
  return /^(?:(?:\p{L}+ ){0,4})(?:editor|reporter|correspondent|writer|columnist|contributor|staff|analyst|producer|journalist|bureau chief)s?$/iu.test(
    words
  )
}

function bylineAuthors(dated: string, offset: number): Author[] {
  const line = withoutDate(dated)
  const head = /^(?:by|von|par|por|di)[:\s]\s*/i.exec(line)?.[0].length ?? 0
  const people: {name: string; start: number; end: number}[] = []
  let organisation: string | undefined
  let role: string | undefined
  for (const {text, start} of pieces(line, head)) {
    const [withoutPlace = ''] = text.split(/ in (?=\p{Lu})/u)
    const [name = '', of] = withoutPlace.split(/ (?:of|for) (?:the )?(?=\p{Lu})/u)
    const agency = AGENCIES.get(name.toLowerCase())
    // "Ann Larkin, Harnai Ledger", but "Otto Lesk, Ringo Star and Ida Monitor".
    const isLast = start + text.length === line.length && /[,;|•·]\s*$/.test(line.slice(0, start))
    const isOutletHere = isOutletName(name) || (isLast && /\s/.test(name) && endsAsOutlet(name))
    if (of) organisation = AGENCIES.get(of.toLowerCase()) ?? of
    if (agency && people.length > 0) organisation = agency
    else if (isRole(name)) role ??= name
    else if (isOutletHere && (people.length > 0 || head === 0)) organisation = name
    else if (agency || WHOLE_NAME.test(name))
      people.push({name, start: offset + start, end: offset + start + name.length})
  }
  return people.map(person => ({
    ...person,
    ...(role !== undefined && {role}),
    ...(organisation !== undefined && {organisation})
  }))
}

const WHOLE_NAME = new RegExp(String.raw`^${NAME_WORD}(?: (?:${PARTICLE} ){0,2}${NAME_WORD}){0,4}$`, 'u')
const ORGANISATION =
  /\b(?:news|times|post|press|journal|agency|wire|radio|television|tv|magazine|institute|university|daily|herald|tribune|gazette|guardian|network|media|foundation|cent(?:er|re))\b|^\p{Lu}{2,8}$/iu

/** What papers are called, behind another word: as a forename or alone it may be a person's. */
const PAPER =
  /\p{L}\s(?:argus|bulletin|chronicle|courier|dispatch|echo|examiner|express|observer|quarterly|register|review|sentinel|telegraph|weekly)$/iu

/** The pieces of a list of names from `head` on: parted by commas, bars and "and". */
function pieces(line: string, head: number): {text: string; start: number}[] {
  const found: {text: string; start: number}[] = []
  let start = head
  for (const match of `${line.slice(head)};`.matchAll(/\s*(?:[,;|•·]|\s(?:and|und|et|y|&|[–—-])\s)\s*/g)) {
    const end = head + match.index
    if (end > start) found.push({text: line.slice(start, end), start})
    start = end + match[0].length
  }
  return found
}

/** "(Additional reporting by A in X, B in Y; Editing by C)": each with what they did as their role. */
function creditAuthors(line: string, offset: number): Author[] {
  const authors: Author[] = []
  for (const match of line.matchAll(CREDIT)) {
    const role = match[1]!.trim().toLowerCase()
    const start = match.index + match[0].length - match[2]!.length
    const names = match[2]!.replace(/[\s.]+$/, '')
    for (const {text, start: at} of pieces(names, 0)) {
      const name = text.split(/ in (?=\p{Lu})/u)[0]!
      if (WHOLE_NAME.test(name))
        authors.push({name, role, start: offset + start + at, end: offset + start + at + name.length})
    }
  }
  return authors
}

/** A credit and its names, up to a semicolon or the next credit. */
const CREDIT =
  /((?:(?:additional|further|more) )?\p{L}+(?:ing|ed)(?: and \p{L}+(?:ing|ed))?) by ([^;)\]]{3,300}?)(?=[;)\]]|,? (?:\p{L}+ )?\p{L}+(?:ing|ed) by |$)/giu

function biographyAuthors(paragraph: string, offset: number): Author[] {
  return sentencesOf(paragraph).flatMap(({text, start}) => {
    const match = BIOGRAPHY.exec(text)
    if (!match || !AUTHOR_ROLE.test(match.groups!.rest!)) return []
    const name = match.groups!.name!
    return [{name, ...rolesOf(match.groups!.rest!), start: offset + start, end: offset + start + name.length}]
  })
}

/**
 * The roles and organisations of a biography, in their order, joined by semicolons where there are more than one.
 *
 * ```text
 * Ann Larkin is a Senior Fellow at the Coast Institute and the Editor of the Harbour Review.
 *                 ^^^^^^^^^^^^^        ^^^^^^^^^^^^^^^          ^^^^^^        ^^^^^^^^^^^^^^
 * ```
 */
function rolesOf(rest: string): {role?: string; organisation?: string} {
  const roles: string[] = []
  const organisations: string[] = []
  for (const clause of rest
    .replace(/[.\s]+$/, '')
    .split(/,? and (?:an? |the )?(?=(?:[\p{L}-]+ ){1,4}?(?:of|at|for|with)\b)/u)) {
    const [role = '', ...after] = clause.split(/ (?:of|at|for|with) (?:the )?(?=\p{Lu})/u)
    roles.push(role)
    if (after.length > 0) organisations.push(clause.slice(clause.indexOf(after[0]!)).replace(/,.*$/, ''))
  }
  return {
    ...(roles.length > 0 && {role: roles.join('; ')}),
    ...(organisations.length > 0 && {organisation: organisations.join('; ')})
  }
}

/** The sentences of a biography: it has no dialogue, so a full stop before a capital ends one, but not after a title. */
function sentencesOf(paragraph: string): {text: string; start: number}[] {
  const found: {text: string; start: number}[] = []
  let start = 0
  for (const match of paragraph.matchAll(/(?<!\b(?:Dr|Prof|Mr|Ms|Mrs|Jr|Sr|St|\p{Lu}))\.\s+(?=\p{Lu})|$/gu)) {
    const end = match.index + (match[0] ? 1 : 0)
    if (end > start) found.push({text: paragraph.slice(start, end), start})
    start = match.index + match[0].length
  }
  return found
}
