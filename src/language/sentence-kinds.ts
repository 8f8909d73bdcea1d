import {isApostrophe, isDigit, isLetter, isLower, isUpper} from './characters.ts'

/** What kind of word or mark something is, as far as it tells where sentences end. */
export const WORD_KIND = {
  /** Stands for what lies beyond the paragraph. */
  edge: 0,
  lower: 1,
  capital: 2,
  capitals: 3,
  mixed: 4,
  number: 5,
  /** `3.` and its kin. */
  numbered: 6,
  abbreviation: 7,
  initial: 8,
  address: 9,
  stop: 10,
  dots: 11,
  question: 12,
  comma: 13,
  colon: 14,
  semicolon: 15,
  dash: 16,
  /** Marks that draw a line or an arrow. */
  rule: 17,
  opening: 18,
  closing: 19,
  /** A double quotation mark that does not show whether it opens or closes. */
  straight: 20,
  bullet: 21,
  face: 22,
  other: 23,
  clitic: 24,
  single: 25,
  date: 26,
  time: 27,
  telephone: 28,
  decimal: 29,
  currency: 30,
  openingQuote: 31,
  closingQuote: 32
} as const

/** How many kinds there may be: a pair of them fits twelve bits. */
export const KIND_COUNT_MAX = 64

/** One of `WORD_KIND` for the word `form`. */
export function wordKind(form: string): number {
  const first = form.charCodeAt(0)
  const last = form.charCodeAt(form.length - 1)
  if (isLetter(first)) return letteredKind(form, first, last)
  if (isDigit(first)) return numberKind(form, last)
  if (form.length === 1) return MARK_KINDS.get(form) ?? WORD_KIND.other
  if (isApostrophe(first) && isLetter(form.charCodeAt(1))) return WORD_KIND.clitic
  return markRunKind(form, first)
}

/** Whether sentences usually end with a word of this kind. */
export function isEndKind(kind: number): boolean {
  return kind === WORD_KIND.stop || kind === WORD_KIND.dots || kind === WORD_KIND.question
}

function letteredKind(form: string, first: number, last: number): number {
  if (last === 0x2e) return form.length === 2 ? WORD_KIND.initial : WORD_KIND.abbreviation
  if (form.includes('@') || form.includes('://') || form.startsWith('www.')) return WORD_KIND.address
  if (isLower(first)) return WORD_KIND.lower
  if (!isUpper(first)) return WORD_KIND.mixed
  let hasLower = false
  let hasUpper = false
  for (let i = 1; i < form.length; i++) {
    if (isLower(form.charCodeAt(i))) hasLower = true
    else if (isUpper(form.charCodeAt(i))) hasUpper = true
  }
  if (!hasUpper) return WORD_KIND.capital
  return hasLower ? WORD_KIND.mixed : WORD_KIND.capitals
}

function numberKind(form: string, last: number): number {
  if (last === 0x2e) return WORD_KIND.numbered
  if (!isDigit(last)) return WORD_KIND.mixed
  if (form.includes('/')) return WORD_KIND.date
  if (form.includes(':')) return WORD_KIND.time
  if (form.includes('-')) return WORD_KIND.telephone
  return form.includes('.') || form.includes(',') ? WORD_KIND.decimal : WORD_KIND.number
}

function markRunKind(form: string, first: number): number {
  if (form === "''" || form === '``' || form === '’’') return WORD_KIND.straight
  if (/^[.…]+$/.test(form)) return WORD_KIND.dots
  if (/^[.!?…]+$/.test(form)) return WORD_KIND.question
  if (/^[:;=][-']?[()DPp[\]/\\|]+$/.test(form)) return WORD_KIND.face
  if (/^[-–—]+$/.test(form)) return form.length <= LONGEST_DASH ? WORD_KIND.dash : WORD_KIND.rule
  if (/^[-=_*#~+.<>]+$/.test(form)) return WORD_KIND.rule
  if (0xd800 <= first && first <= 0xdfff) return WORD_KIND.face
  return first === 0x40 ? WORD_KIND.address : WORD_KIND.other
}

/** Hyphens beyond these draw a line across the page. */
const LONGEST_DASH = 3

const MARK_KINDS: ReadonlyMap<string, number> = new Map([
  ...kindsOf('.', WORD_KIND.stop),
  ...kindsOf('…', WORD_KIND.dots),
  ...kindsOf('?!。', WORD_KIND.question),
  ...kindsOf(',', WORD_KIND.comma),
  ...kindsOf(':', WORD_KIND.colon),
  ...kindsOf(';', WORD_KIND.semicolon),
  ...kindsOf('-–—', WORD_KIND.dash),
  ...kindsOf('([{', WORD_KIND.opening),
  ...kindsOf(')]}', WORD_KIND.closing),
  ...kindsOf('“«', WORD_KIND.openingQuote),
  ...kindsOf('”»', WORD_KIND.closingQuote),
  ...kindsOf('"', WORD_KIND.straight),
  ...kindsOf("'’‘`", WORD_KIND.single),
  ...kindsOf('*•·', WORD_KIND.bullet),
  ...kindsOf('<>_=|', WORD_KIND.rule),
  ...kindsOf('$£€', WORD_KIND.currency)
])

function kindsOf(marks: string, kind: number): [string, number][] {
  return [...marks].map(mark => [mark, kind])
}
