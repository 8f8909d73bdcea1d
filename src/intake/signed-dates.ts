import {findStatedDate} from './stated-dates.ts'

/** Who printed a text and when, on a line of its own. */
interface SignedDate {
  /** The words beside the date: an outlet, a section, a place. */
  readonly name: string
  /** Whether the words name an outlet beyond doubt. */
  readonly isOutlet: boolean
}

/**
 * What stands beside the date on a line that says nothing else; undefined for any other line.
 *
 * ```text
 * The Meridian | November 18, 2022
 * Harnai Ledger, 18 November 2022
 * 3 May 2024 · Harbour Courier
 * ```
 */
export function signedDate(line: string): SignedDate | undefined {
  if (LINE_MAX < line.length) return undefined
  const date = findStatedDate(line)
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date.edtf)) return undefined
  const before = line.slice(0, date.start).replace(WEEKDAY, '')
  const after = line.slice(date.end).trim()
  const name =
    after === '' ? /^(.+?)\s*(?:[|·•,]|\s[–—-])\s*$/u.exec(before)?.[1] : /^(?:[|·•]|[–—-]\s)\s*(.+)$/u.exec(after)?.[1]
  if (name === undefined || (after !== '' && before.trim() !== '') || !NAME.test(name)) return undefined
  // "The Hague, 18 November 2022" may be a place and its day.
  const isParted = /,\s*$/.test(before)
  return {name, isOutlet: (!isParted && /^The\s/.test(name)) || endsAsOutlet(name)}
}

/** Whether the last word is one that ends names of newspapers, stations and wires, and hardly another name. */
export function endsAsOutlet(name: string): boolean {
  return OUTLET_NOUNS.has(name.split(/\s+/).at(-1)!.toLowerCase())
}

const LINE_MAX = 90

const WEEKDAY = /(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*$/i

/** Up to five words, each in capitals but for the small ones. */
const NAME = /^\p{Lu}[\p{L}\p{M}’'&.-]*(?:\s+(?:of|the|and|&|\p{Lu}[\p{L}\p{M}’'&.-]*)){0,4}$/u

const OUTLET_NOUNS = new Set(
  `courier times post news herald tribune gazette journal press wire mail star observer mirror chronicle dispatch review standard
   telegraph radio television tv today monitor register record sun globe guardian independent echo argus examiner inquirer
   bulletin ledger sentinel advertiser reporter daily weekly`.split(/\s+/)
)
