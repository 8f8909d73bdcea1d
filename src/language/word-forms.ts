import type {Words} from './analysis.ts'
import {isDigit, isLetter, isLower, isSpace, isUpper} from './characters.ts'

/** Longer words are known by their two ends; nobody writes them twice. */
const HASHED_LENGTH_MAX = 64

/** The form; a quotation mark, straight or curly, as one that opens or closes by the white space around it. */
export function directedForm({forms, starts, ends, text}: Words, word: number): string {
  const form = forms[word]!
  if (2 < form.length || !/^["“”'‘’`]+$/.test(form)) return form
  const double = form.length === 2 || /["“”]/.test(form)
  if (form === '“') return '“'
  if (form === '”') return '”'
  const opens = starts[word] === 0 || isSpace(text.charCodeAt(starts[word]! - 1))
  const closes = ends[word] === text.length || isSpace(text.charCodeAt(ends[word]!))
  const touchesBefore = 0 < word && ends[word - 1] === starts[word]
  if (opens && !closes) return double ? '“' : '‘'
  if (touchesBefore && closes) return double ? '”' : '’'
  if (form === '‘' || form === '’') return form
  return double ? '"' : "'"
}

/** The form with apostrophes straightened and digits alike, so that `’s` is `'s` and 1997 is 1985. */
export function plainForm(form: string): string {
  const cut =
    form.length <= HASHED_LENGTH_MAX ? form : form.slice(0, HASHED_LENGTH_MAX / 2) + form.slice(-HASHED_LENGTH_MAX / 2)
  return cut
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\p{Nd}/gu, '0')
}

/** `Kemal` is Xx, `AT&T` X&X, `7:30` 0:0: each run of a kind once. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  for (let position = 0; position < form.length; position++) {
    const kind = kindAt(form, position)
    if (kind !== last) shape += kind
    last = kind
  }
  return shape
}

function kindAt(form: string, position: number): string {
  const unit = form.charCodeAt(position)
  if (isUpper(unit)) return 'X'
  if (isLower(unit)) return 'x'
  if (isDigit(unit)) return '0'
  return isLetter(unit) ? 'l' : form[position]!
}
