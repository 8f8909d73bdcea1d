import {finishHash, mixHash} from './hashing.ts'
import {wordKind} from './sentence-kinds.ts'
import type {BareWords} from './sentences.ts'
import {placeOfHash} from './sorted-hashes.ts'

/** Groups of like words as the sentence model keeps them: two sizes, with no finer one between. */
export interface SentenceGroups {
  /** `featureKey` of each word's lower case, ascending. */
  readonly words: Uint32Array
  /** The group of each word, one of about 250. */
  readonly middle: Uint8Array
  /** The group of each of these groups, one of about 60. */
  readonly coarse: Uint8Array
}

/** Facts of each word of a text, gathered once. */
export interface SentenceColumns {
  /** One of `WORD_KIND`. */
  readonly kinds: Uint8Array
  /** Hash of the form, with A to Z in lower case. */
  readonly lower: Int32Array
  /** Hash of the last two characters, and how long the form is. */
  readonly ends: Int32Array
  /** Groups of like words, -1 for none. */
  readonly middle: Int16Array
  readonly coarse: Int16Array
}

/** The columns of `words`. */
export function sentenceColumns({forms}: BareWords, groups: SentenceGroups): SentenceColumns {
  const columns = {
    kinds: new Uint8Array(forms.length),
    lower: new Int32Array(forms.length),
    ends: new Int32Array(forms.length),
    middle: new Int16Array(forms.length).fill(-1),
    coarse: new Int16Array(forms.length).fill(-1)
  }
  for (let word = 0; word < forms.length; word++) {
    const form = forms[word]!
    const lower = lowerHash(form)
    columns.kinds[word] = wordKind(form)
    columns.lower[word] = lower
    columns.ends[word] = endHash(form)
    const place = placeOfHash(groups.words, finishHash(lower) >>> 0)
    if (place < 0) continue
    columns.middle[word] = groups.middle[place]!
    columns.coarse[word] = groups.coarse[groups.middle[place]!]!
  }
  return columns
}

const OFFSET_BASIS = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** `hashText` of the form in lower case, without making the string. Only A to Z are lowered: all the groups are of such words. */
function lowerHash(form: string): number {
  let hash = OFFSET_BASIS
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    hash = Math.imul(hash ^ (0x41 <= unit && unit <= 0x5a ? unit | 0x20 : unit), PRIME)
  }
  return hash
}

/** Lengths above this tell nothing more. */
const LENGTH_MAX = 8

function endHash(form: string): number {
  const last = form.charCodeAt(form.length - 1) | 0x20
  const lastButOne = form.length < 2 ? 0 : form.charCodeAt(form.length - 2) | 0x20
  return mixHash(mixHash(last, lastButOne), Math.min(form.length, LENGTH_MAX))
}
