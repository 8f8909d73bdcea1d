import type {Words} from './analysis.ts'
import {hashText, mixHash} from './hashing.ts'
import {letterCases} from './letter-cases.ts'
import {bearersOf, type NameLists, townSize} from './listed-names.ts'
import {placeOfHash} from './sorted-hashes.ts'
import {directedForm, plainForm, shapeOf} from './word-forms.ts'

/** The words an encoder knows by themselves: hashes of their lower case, ascending. A word's row is its place in the list. */
export interface EncoderVocabulary extends NameLists {
  /** Words with a vector learnt from thousands of millions of words of news and encyclopedia. */
  readonly vectorWords: Uint32Array
  /** Words that were frequent in the treebanks. */
  readonly learntWords: Uint32Array
}

/**
 * What an encoder sees of the words of a text. Words that look alike and stand in sentences set alike are one type, of
 * which all else is said once.
 */
export interface EncoderWords {
  /** The type of each word. */
  readonly types: Int32Array
  readonly typeCount: number
  /** For each type its row among `vectorWords`; -1 where it is unknown. */
  readonly vectorRows: Int32Array
  /** For each type its row among `learntWords`; -1 where it is unknown. */
  readonly learntRows: Int32Array
  /** The rows of a type's pieces, from `pieceStarts[type]` to `pieceStarts[type + 1]`, below `PIECE_ROWS`. */
  readonly pieces: Int32Array
  readonly pieceStarts: Int32Array
}

/** Pieces of words share so many rows by their hash. */
export const PIECE_ROWS = 1 << 14

/** Of longer words only the ends are seen. */
const LETTERS_MAX = 24

/** What an encoder sees of `words`. */
export function encoderWords(words: Words, vocabulary: EncoderVocabulary): EncoderWords {
  const cases = letterCases(words)
  const types = new Int32Array(words.forms.length)
  const typeNumbers = new Map<string, number>()
  const vectorRows: number[] = []
  const learntRows: number[] = []
  const pieces: number[] = []
  const pieceStarts = [0]
  for (let word = 0; word < types.length; word++) {
    const key = String.fromCharCode(cases[word]!) + directedForm(words, word)
    const known = typeNumbers.get(key)
    types[word] = known ?? typeNumbers.size
    if (known !== undefined) continue
    typeNumbers.set(key, typeNumbers.size)
    const form = shortened(plainForm(key.slice(1)))
    const hash = hashText(form.toLowerCase()) >>> 0
    vectorRows.push(placeOfHash(vocabulary.vectorWords, hash))
    learntRows.push(placeOfHash(vocabulary.learntWords, hash))
    pushPieces(form, cases[word]!, vectorRows.at(-1)! < 0, pieces)
    pushListed(form.toLowerCase(), vocabulary, pieces)
    pieceStarts.push(pieces.length)
  }
  return {
    types,
    typeCount: typeNumbers.size,
    vectorRows: Int32Array.from(vectorRows),
    learntRows: Int32Array.from(learntRows),
    pieces: Int32Array.from(pieces),
    pieceStarts: Int32Array.from(pieceStarts)
  }
}

/** The hash under which a vocabulary holds a word. */
export function vocabularyHash(form: string): number {
  return hashText(plainForm(form).toLowerCase()) >>> 0
}

/** The form, its shape, how it begins and ends, and all its groups of three letters. */
function pushPieces(form: string, letterCase: number, isUnknown: boolean, pieces: number[]): void {
  const lower = form.toLowerCase()
  const {length} = lower
  const push = (kind: number, hash: number) => pieces.push(pieceRow(kind, hash))
  const shape = hashText(shapeOf(form))
  push(1, hashText(form))
  push(2, shape)
  push(3, mixHash(shape, letterCase))
  push(4, isUnknown ? 1 : 0)
  for (let count = 1; count <= 4; count++) push(4 + count, hashText(lower, Math.max(0, length - count)))
  for (let count = 1; count <= 3; count++) push(8 + count, hashText(lower, 0, Math.min(count, length)))
  for (let start = 0; start + 3 <= length; start++) push(12, hashText(lower, start, start + 3))
}

/** How many persons bear a name like it, and how large a town of its name is. */
function pushListed(lower: string, lists: NameLists, pieces: number[]): void {
  const bearers = bearersOf(lists, lower)
  if (bearers !== undefined) pieces.push(pieceRow(13, bearers))
  const town = townSize(lists, lower)
  if (0 < town) pieces.push(pieceRow(14, town))
}

function pieceRow(kind: number, hash: number): number {
  return Math.imul(mixHash(mixHash(kind, hash), kind), 0x9e3779b1) >>> 18
}

function shortened(form: string): string {
  return form.length <= LETTERS_MAX ? form : form.slice(0, LETTERS_MAX / 2) + form.slice(-LETTERS_MAX / 2)
}
