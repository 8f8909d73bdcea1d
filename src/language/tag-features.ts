import {finishHash, mixHash} from './hashing.ts'
import type {WordColumns} from './word-columns.ts'

/** How many features a word has for the tagger. */
export const TAG_FEATURE_COUNT = 72

/** Stands for the words before a sentence; those after it are OUTSIDE + 1, OUTSIDE + 2. */
const OUTSIDE = 0x5eed

/** Where a word stands: its sentence, and the tags chosen for the two words before it (-1 outside the sentence). */
export interface TagPlace {
  sentenceStart: number
  sentenceEnd: number
  word: number
  tagBefore: number
  tagBeforeThat: number
}

/**
 * Write the keys of the features of `place` into `keys`: the word, its ends and shape, the two words on either side, and the
 * tags before it. Both training and tagging call this, so that a feature means the same in both.
 */
export function tagFeatures(columns: WordColumns, place: TagPlace, keys: Int32Array): void {
  const {word, sentenceStart, sentenceEnd} = place
  const {
    exact,
    lower,
    prefix1,
    prefix2,
    prefix3,
    suffix1,
    suffix2,
    suffix3,
    suffix4,
    shape,
    fine,
    middle,
    coarse,
    letterCase
  } = columns
  const has1 = sentenceStart <= word - 1
  const has2 = sentenceStart <= word - 2
  const hasNext1 = word + 1 < sentenceEnd
  const hasNext2 = word + 2 < sentenceEnd
  const this0 = lower[word]!
  const before1 = has1 ? lower[word - 1]! : OUTSIDE
  const before2 = has2 ? lower[word - 2]! : OUTSIDE
  const after1 = hasNext1 ? lower[word + 1]! : OUTSIDE + 1
  const after2 = hasNext2 ? lower[word + 2]! : OUTSIDE + 2
  const shapeBefore = has1 ? shape[word - 1]! : OUTSIDE
  const shapeAfter = hasNext1 ? shape[word + 1]! : OUTSIDE
  const endBefore = has1 ? suffix3[word - 1]! : OUTSIDE
  const endAfter = hasNext1 ? suffix3[word + 1]! : OUTSIDE
  const endAfter2 = hasNext2 ? suffix3[word + 2]! : OUTSIDE
  const tag1 = place.tagBefore
  const tag2 = mixHash(place.tagBeforeThat, tag1)
  const shape0 = mixHash(shape[word]!, has1 ? 1 : 0)
  const end3 = suffix3[word]!
  const fine0 = fine[word]!
  const middle0 = middle[word]!
  const fineBefore = has1 ? fine[word - 1]! : OUTSIDE
  const fineAfter = hasNext1 ? fine[word + 1]! : OUTSIDE
  const middleBefore = has1 ? middle[word - 1]! : OUTSIDE
  const middleAfter = hasNext1 ? middle[word + 1]! : OUTSIDE
  const fineAfter2 = hasNext2 ? fine[word + 2]! : OUTSIDE
  const shortEndAfter = hasNext1 ? suffix2[word + 1]! : OUTSIDE
  const setting = letterCase[word]!
  let next = 0
  keys[next++] = finishHash(0x101)
  keys[next++] = one(0x102, exact[word]!)
  keys[next++] = one(0x103, this0)
  keys[next++] = one(0x104, suffix1[word]!)
  keys[next++] = one(0x105, suffix2[word]!)
  keys[next++] = one(0x106, end3)
  keys[next++] = one(0x107, suffix4[word]!)
  keys[next++] = one(0x108, prefix1[word]!)
  keys[next++] = one(0x109, prefix2[word]!)
  keys[next++] = one(0x10a, prefix3[word]!)
  keys[next++] = one(0x10b, shape0)
  keys[next++] = two(0x10c, shape0, end3)
  keys[next++] = two(0x10d, shape0, suffix2[word]!)
  keys[next++] = one(0x10e, before1)
  keys[next++] = one(0x10f, before2)
  keys[next++] = one(0x110, after1)
  keys[next++] = one(0x111, after2)
  keys[next++] = one(0x112, endBefore)
  keys[next++] = one(0x113, endAfter)
  keys[next++] = one(0x114, endAfter2)
  keys[next++] = two(0x115, shapeBefore, shape0)
  keys[next++] = two(0x116, shape0, shapeAfter)
  keys[next++] = three(0x117, shapeBefore, shape0, shapeAfter)
  keys[next++] = two(0x118, before1, this0)
  keys[next++] = two(0x119, this0, after1)
  keys[next++] = two(0x11a, before1, after1)
  keys[next++] = two(0x11b, before2, before1)
  keys[next++] = two(0x11c, after1, after2)
  keys[next++] = two(0x11d, end3, endAfter)
  keys[next++] = two(0x11e, endBefore, end3)
  keys[next++] = two(0x11f, end3, after1)
  keys[next++] = one(0x120, tag1)
  keys[next++] = one(0x121, tag2)
  keys[next++] = two(0x122, tag1, this0)
  keys[next++] = two(0x123, tag2, this0)
  keys[next++] = two(0x124, tag1, end3)
  keys[next++] = two(0x125, tag1, shape0)
  keys[next++] = two(0x126, tag1, after1)
  keys[next++] = two(0x127, tag1, endAfter)
  keys[next++] = three(0x128, tag1, end3, endAfter)
  keys[next++] = two(0x129, tag2, end3)
  keys[next++] = two(0x12a, tag1, suffix2[word]!)
  keys[next++] = three(0x12b, tag1, shape0, shapeAfter)
  keys[next++] = two(0x12c, tag1, before1)
  keys[next++] = one(0x130, fine0)
  keys[next++] = one(0x131, middle0)
  keys[next++] = two(0x132, coarse[word]!, shape0)
  keys[next++] = one(0x133, fineBefore)
  keys[next++] = one(0x134, fineAfter)
  keys[next++] = two(0x135, middleBefore, middle0)
  keys[next++] = two(0x136, middle0, middleAfter)
  keys[next++] = two(0x137, middleBefore, middleAfter)
  keys[next++] = two(0x138, tag1, fine0)
  keys[next++] = two(0x139, tag1, fineAfter)
  keys[next++] = two(0x13a, middle0, suffix2[word]!)
  keys[next++] = three(0x13b, tag1, middle0, middleAfter)
  keys[next++] = two(0x140, shape0, setting)
  keys[next++] = three(0x141, shape0, setting, fine0)
  keys[next++] = three(0x142, shape0, setting, end3)
  keys[next++] = three(0x143, shape0, setting, this0)
  keys[next++] = three(0x144, before1, this0, after1)
  keys[next++] = two(0x145, this0, after2)
  keys[next++] = two(0x146, before2, this0)
  keys[next++] = one(0x147, fineAfter2)
  keys[next++] = two(0x148, fineAfter, fineAfter2)
  keys[next++] = three(0x149, tag1, fine0, fineAfter)
  keys[next++] = two(0x14a, tag2, fine0)
  keys[next++] = three(0x14b, tag1, suffix2[word]!, shortEndAfter)
  keys[next++] = two(0x14c, this0, fineAfter)
  keys[next++] = two(0x14d, fine0, after1)
  keys[next++] = two(0x14e, before1, fine0)
  keys[next++] = two(0x14f, fineBefore, this0)
}

function one(template: number, a: number): number {
  return finishHash(mixHash(template, a))
}

function two(template: number, a: number, b: number): number {
  return finishHash(mixHash(mixHash(template, a), b))
}

function three(template: number, a: number, b: number, c: number): number {
  return finishHash(mixHash(mixHash(mixHash(template, a), b), c))
}
