/** What a user asked to search for, in a form that every engine can turn into its own. */
export interface SearchQuery {
  /** All of these must match; each is a choice of one or more terms. */
  readonly all: readonly (readonly SearchTerm[])[]
  /** None of these may match. */
  readonly none: readonly SearchTerm[]
}

/** A word or a phrase, as typed, without its quotation marks. */
export interface SearchTerm {
  readonly words: string
  /** Whether the last word may go on. */
  readonly isPrefix: boolean
}

/** A person does not type more; a program that does has the rest ignored. */
const TYPED_MAX = 1_000
const TERMS_MAX = 32

/**
 * Read what a user typed. Never fails.
 *
 * ```text
 * harbour "fishing fleet" -drill coast OR port block*
 * ```
 *
 * means: harbour, and the phrase, and coast or port, and a word that begins with block; but not drill.
 */
export function readSearchQuery(typed: string): SearchQuery {
  const pieces = [...typed.slice(0, TYPED_MAX).matchAll(PIECE)].slice(0, TERMS_MAX).map(readPiece)
  const all: SearchTerm[][] = []
  const none: SearchTerm[] = []
  let joins = false
  for (const piece of pieces) {
    if (piece === 'or') {
      joins = true
      continue
    }
    if (!hasWord(piece.term.words)) continue
    if (piece.isWithout) none.push(piece.term)
    else if (joins && all.length > 0) all.at(-1)!.push(piece.term)
    else all.push([piece.term])
    joins = false
  }
  return all.length > 0 ? {all, none} : {all: none.map(term => [term]), none: []}
}

/** The query as it was understood, in the words a user would type. */
export function showSearchQuery({all, none}: SearchQuery): string {
  const wanted = all.map(choice => choice.map(showTerm).join(' OR '))
  return [...wanted, ...none.map(term => `-${showTerm(term)}`)].join(' ')
}

/** A phrase in straight or curly marks, closed or not, or a run of anything but white space. */
const PIECE = /-?(?:["“”][^"“”]*(?:["“”]\*?|$)|[^\s"“”]+)/gu

type Piece = 'or' | {readonly term: SearchTerm; readonly isWithout: boolean}

function readPiece([piece]: RegExpExecArray): Piece {
  if (piece === 'OR' || piece === '|') return 'or'
  const isWithout = piece.startsWith('-') && piece.length > 1
  const words = piece
    .slice(isWithout ? 1 : 0)
    .replace(/["“”\0]/g, '')
    .trim()
  const isPrefix = /[\p{L}\p{N}]{2}"?\*$/u.test(words)
  return {term: {words: words.replace(/[\s*]+$/, ''), isPrefix}, isWithout}
}

function hasWord(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words)
}

function showTerm({words, isPrefix}: SearchTerm): string {
  const shown = /\s|^-|^OR$/.test(words) ? `"${words}"` : words
  return isPrefix ? `${shown}*` : shown
}
