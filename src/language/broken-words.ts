import type {Words} from './analysis.ts'
import {isLetter} from './characters.ts'

/**
 * Whether word `word` looks broken, as by a scanner that misread its letters.
 *
 * ```text
 * The c0mmander of tbe va|ley f r o m the n0rth sd thcvf
 *     ^^^^^^^^^           ^ (a mark inside a word)
 * ```
 */
export function isBrokenWord({forms, starts, ends}: Words, word: number): boolean {
  const form = forms[word]!
  if (form.length === 1) {
    if (form === '\ufffd' || (LETTER.test(form) && (isLoneLetter(forms[word - 1]) || isLoneLetter(forms[word + 1]))))
      return true
    const touchesBoth = ends[word - 1] === starts[word] && ends[word] === starts[word + 1]
    return (
      touchesBoth && STRAY_MARK.test(form) && endsInLetter(forms[word - 1]!) && isLetter(forms[word + 1]!.charCodeAt(0))
    )
  }
  return form.length <= BROKEN_LENGTH_MAX && BROKEN.some(pattern => pattern.test(form))
}

/** No word of a language is longer, and what is longer is not looked at: so each word costs about the same. */
const BROKEN_LENGTH_MAX = 40

const LETTER = /^\p{Ll}$/u

const STRAY_MARK = /^[|~^\\¬¦§=<>*_{}@#!]$/

const BROKEN: readonly RegExp[] = [
  // c0mmand: a digit among small letters.
  /\p{Ll}\d+\p{Ll}/u,
  // va|ley, where the mark was taken for a part of the word.
  /\p{L}[|~^\\¬¦§=<>*{}\ufffd]\p{L}/u,
  // tHe: a capital inside a word that begins without one.
  /^\p{Ll}+\p{Lu}+\p{Ll}/u,
  // thcvf: five letters and no vowel.
  /^[b-df-hj-np-tv-xz]{5,}$/
]

/** Letters apart, as in `f r o m`. */
function isLoneLetter(form: string | undefined): boolean {
  return form !== undefined && form.length === 1 && LETTER.test(form)
}

function endsInLetter(form: string): boolean {
  return isLetter(form.charCodeAt(form.length - 1))
}
