import {AGENCIES} from './agencies.ts'
import {MONTHS} from './months.ts'
import {findStatedDate} from './stated-dates.ts'

/** The prefix of a first paragraph that says where, and often when and by which agency, the report was filed. */
export interface Dateline {
  /** How many characters of the paragraph it takes, white space after it included. */
  readonly length: number
  /** EDTF, where it has a year. */
  readonly date?: string
  readonly agency?: string
  /** Where it was filed, as it is printed: of "HARNAI/OSTEN, Westmark" all three. */
  readonly places: readonly string[]
}

/**
 * Find the dateline that `paragraph` begins with.
 *
 * ```text
 * Harnai, Westmark (CNN) -- The council said ...
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * HARNAI/OSTEN, April 14 A film showing ...
 * ^^^^^^^^^^^^^^^^^^^^^^^
 * HARNAI Last week's storm ...
 * ^^^^^^^
 * ```
 *
 * @param text - the whole text: capitals alone are a place only where it also stands there in small letters
 */
export function findDateline(paragraph: string, text: string): Dateline | undefined {
  const top = paragraph.slice(0, PREFIX_MAX)
  const match = SHAPES.map(shape => shape.exec(top)).find(match => match && isDateline(match, text))
  if (!match) return undefined
  const {agency, place, bare} = match.groups ?? {}
  const date = findStatedDate(match[0])?.edtf
  const known = agency === undefined ? undefined : (AGENCIES.get(agency.toLowerCase()) ?? agency)
  const places = (place ?? bare ?? '')
    .split(/[/,]/)
    .map(name => name.trim())
    .filter(Boolean)
  return {
    length: match[0].length,
    places,
    ...(date !== undefined && {date}),
    ...(known !== undefined && {agency: known})
  }
}

const PREFIX_MAX = 140

/** Months are listed in small letters; datelines write them with a capital, or in capitals. */
const MONTH = [...MONTHS.keys()]
  .flatMap(name => [name[0]!.toUpperCase() + name.slice(1), name.toUpperCase()])
  .sort((a, b) => b.length - a.length)
  .join('|')
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?'
const DATE = String.raw`,? {1,2}(?:${WEEKDAY},? )?(?:(?:${MONTH})\.? \d{1,2}|\d{1,2} (?:${MONTH})\.?)(?!\d)(?:,? \d{4})?`
/**
 * Capitals of Latin, Greek and Cyrillic as plain ranges. `\p{Lu}` and `\p{L}` have hundreds: a dozen of them in one
 * pattern take a tenth of a second to compile, a tenth of the time a short report takes from the shell to the page.
 */
const CAPITAL = String.raw`A-Z\u00C0-\u00D6\u00D8-\u00DE\u0100-\u024F\u0386-\u03AB\u0400-\u042F`
const WORD = String.raw`[${CAPITAL}][^\s\d,;:!?()\[\]"“”«»/—–]{1,30}`
const CAPITALS = String.raw`[${CAPITAL}][${CAPITAL}\u0300-\u036F.'’-]{1,30}`
const PLACE = `${placeOf(WORD)}(?:, ?${placeOf(WORD)}){0,2}`
const CAPITAL_PLACE = `${placeOf(CAPITALS)}(?:, ?${placeOf(WORD)}){0,2}`
const DASH = String.raw`\s{0,3}(?:--|[—–-])\s{0,3}`
const NEXT = String.raw`(?=["“‘'«(\[]?[${CAPITAL}\d$€£])`

function placeOf(word: string): string {
  return `${word}(?:(?:[ /-]| (?:de|la|el|al|as|of|the|da|do|del|di|upon|sur|am) )${word}){0,3}`
}

/** What datelines look like, the surest first. */
const SHAPES = [
  String.raw`(?:${WEEKDAY},? )?(?:(?:${MONTH})\.? \d{1,2}|\d{1,2} (?:${MONTH})\.?),? \d{4}(?:${DASH}|:\s+|\s+)${NEXT}`,
  String.raw`(?:(?<place>${PLACE})(?:${DATE})?(?:${DASH}|,?\s+))?\((?<agency>[^()\n\d]{2,40})\)(?:${DASH}|:\s+|\s+${NEXT})`,
  String.raw`(?<place>${CAPITAL_PLACE})${DATE}(?:${DASH}|:\s+|\.?\s+)${NEXT}`,
  String.raw`(?<place>${PLACE})(?:${DATE})?(?: ?(?:--|[—–]) ?| - )${NEXT}`,
  String.raw`(?<bare>${CAPITAL_PLACE}): ${NEXT}`,
  String.raw`(?<bare>${placeOf(CAPITALS)}) (?=[${CAPITAL}][a-z\u00DF-\u00FF\u0100-\u024F\u03B1-\u03CE\u0430-\u045F])`
].map(shape => new RegExp(`^${shape}`))

/** Words that stand before a dash at the head of a report and are no places. */
const NO_PLACES = new Set(
  `exclusive analysis update breaking opinion editorial comment video photo photos watch listen live interview review profile
   factbox explainer timeline correction feature special report note summary background question answer reporter`.split(
    /\s+/
  )
)

function isDateline({0: prefix, groups}: RegExpExecArray, text: string): boolean {
  const {place, agency, bare} = groups ?? {}
  const hasDash = /[\s)](?:--|[—–-])\s*$/.test(prefix)
  // Behind place and day, and before a dash, a name in brackets is nothing else.
  const isFiled =
    hasDash && place !== undefined && findStatedDate(prefix) !== undefined && AGENCY_NAME.test(agency ?? '')
  if (agency !== undefined && !isFiled && !isAgency(agency, hasDash)) return false
  if (NO_PLACES.has((place ?? bare ?? '').split(/[\s,/-]/)[0]!.toLowerCase())) return false
  return bare === undefined || isPlaceElsewhere(bare, text)
}

/** One word, and none that a desk writes there. */
const AGENCY_NAME =
  /^(?!(?:Updated?|Exclusive|Corrected|Correction|Analysis|Opinion|Live|Breaking|Video|Photos?)$)\p{Lu}[\p{L}.-]+$/u

/** Whether a name in brackets is an agency's; one we do not know wants a dash after it. */
function isAgency(name: string, hasDash: boolean): boolean {
  if (AGENCIES.has(name.toLowerCase())) return true
  return hasDash && (/^\p{Lu}{2,6}$/u.test(name) || /\b(?:news|press|agency|times|post|wire)\b/i.test(name))
}

/** Whether a name in capitals also stands in small letters in the text, as acronyms do not. */
function isPlaceElsewhere(capitals: string, text: string): boolean {
  if (capitals.length < 4) return false
  const usual = capitals.toLowerCase().replace(/(^|[ /-])\p{L}/gu, letter => letter.toUpperCase())
  return usual.split('/').every(name => text.includes(name))
}
