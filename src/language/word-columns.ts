import type {Words} from './analysis.ts'
import {isDigit, isLetter, isLower, isSpace, isUpper} from './characters.ts'
import {hashText} from './hashing.ts'
import {letterCases} from './letter-cases.ts'
import {groupOf, type WordGroups} from './word-groups.ts'

/** What the features of a word are made of, as hashes: one entry a word in each column. */
export interface WordColumns {
  readonly exact: Int32Array
  readonly lower: Int32Array
  readonly prefix1: Int32Array
  readonly prefix2: Int32Array
  readonly prefix3: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  readonly shape: Int32Array
  /** Groups of like words; -1 for a word in none. */
  readonly fine: Int32Array
  readonly middle: Int32Array
  readonly coarse: Int32Array
  /** How the sentence is set, a `LETTER_CASE`. */
  readonly letterCase: Int32Array
}

const COLUMN_NAMES = [
  'exact',
  'lower',
  'prefix1',
  'prefix2',
  'prefix3',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'shape',
  'fine',
  'middle',
  'coarse'
] as const

/** The columns that a form alone decides. */
type FormColumns = Omit<WordColumns, 'letterCase'>

/** Longer words are known by their two ends; nobody writes them twice. */
const HASHED_LENGTH_MAX = 64

/** The columns of `words`. A form is looked at once, however often it occurs. */
export function wordColumns(words: Words, groups: WordGroups): WordColumns {
  const {forms} = words
  const columns = Object.fromEntries(COLUMN_NAMES.map(name => [name, new Int32Array(forms.length)])) as {
    [name in (typeof COLUMN_NAMES)[number]]: Int32Array
  }
  const seen = new Map<string, number>()
  for (let word = 0; word < forms.length; word++) {
    const form = directed(words, word)
    const first = seen.get(form)
    if (first === undefined) {
      seen.set(form, word)
      fillColumns(columns, word, form, groups)
    } else {
      for (const name of COLUMN_NAMES) columns[name][word] = columns[name][first]!
    }
  }
  return {...columns, letterCase: letterCases(words)}
}

/** The form; a quotation mark, straight or curly, as one that opens or closes by the white space around it. */
function directed({forms, starts, ends, text}: Words, word: number): string {
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

function fillColumns(columns: FormColumns, word: number, form: string, groups: WordGroups): void {
  const plain = plainForm(form)
  const lower = plain.toLowerCase()
  const {length} = lower
  columns.exact[word] = hashText(plain)
  columns.lower[word] = hashText(lower)
  columns.prefix1[word] = hashText(plain, 0, 1)
  columns.prefix2[word] = hashText(lower, 0, Math.min(2, length))
  columns.prefix3[word] = hashText(lower, 0, Math.min(3, length))
  columns.suffix1[word] = hashText(lower, Math.max(0, length - 1))
  columns.suffix2[word] = hashText(lower, Math.max(0, length - 2))
  columns.suffix3[word] = hashText(lower, Math.max(0, length - 3))
  columns.suffix4[word] = hashText(lower, Math.max(0, length - 4))
  columns.shape[word] = hashText(shapeOf(plain))
  const fine = groupOf(groups, lower)
  columns.fine[word] = fine
  columns.middle[word] = fine < 0 ? -1 : groups.middle[fine]!
  columns.coarse[word] = fine < 0 ? -1 : groups.coarse[fine]!
}

/** The form with apostrophes straightened and digits alike, so that `’s` is `'s` and 1997 is 1985. */
function plainForm(form: string): string {
  const cut =
    form.length <= HASHED_LENGTH_MAX ? form : form.slice(0, HASHED_LENGTH_MAX / 2) + form.slice(-HASHED_LENGTH_MAX / 2)
  return cut
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\p{Nd}/gu, '0')
}

/** `Kemal` is Xx, `AT&T` X&X, `7:30` 0:0: each run of a kind once. */
function shapeOf(form: string): string {
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
