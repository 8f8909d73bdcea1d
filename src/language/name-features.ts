import type {Tagged, Words} from './analysis.ts'
import {sentenceCount} from './analysis.ts'
import {LISTED, LISTED_FORENAME, listedWord, listingAt} from './gazetteer.ts'
import {featureKey, finishHash, hashText, mixHash} from './hashing.ts'
import {placeOfHash} from './sorted-hashes.ts'
import {groupOf, type WordGroups} from './word-groups.ts'

/** What the names model knows of words: groups of like words, and parts of persons' names, by ascending `featureKey` of the lower case. */
export interface WordKnowledge {
  readonly groups: WordGroups
  readonly nameParts: Uint32Array
}

/** More features than any word can have. */
export const FEATURES_MAX = 112

/** Write the features of a word, as hashes, into a list; says how many there are. */
export type FeatureReader = (word: number, features: Int32Array) => number

/** What the words before the first and after the last of a sentence look like. */
const OUTSIDE = -1

/** Read the features of the words of one text that tell names from other words. */
export function nameFeatures(words: Tagged, knowledge: WordKnowledge): FeatureReader {
  const {forms} = words
  const looks = looksOf(forms, knowledge)
  const shared = sharedLooks(words, looks)
  const tagHashes = tagHashesOf(words)
  return (word, features) => writeFeatures(word, features, looks, shared, tagHashes)
}

/** What one form looks like, wherever it stands. */
interface Look {
  readonly lower: string
  readonly form: number
  readonly lowerHash: number
  readonly shape: number
  readonly longShape: number
  readonly prefixes: readonly number[]
  readonly suffixes: readonly number[]
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  readonly listed: number
  readonly isNamePart: boolean
  readonly isCapital: boolean
  readonly isAllCapitals: boolean
  readonly isWord: boolean
}

function looksOf(forms: readonly string[], knowledge: WordKnowledge): Look[] {
  const lookByForm = new Map<string, Look>()
  return forms.map(form => {
    let look = lookByForm.get(form)
    if (!look) {
      look = lookOf(form, knowledge)
      lookByForm.set(form, look)
    }
    return look
  })
}

function lookOf(form: string, knowledge: WordKnowledge): Look {
  const lower = form.toLowerCase()
  const key = featureKey(lower) >>> 0
  const {groups, nameParts} = knowledge
  const fine = groupOf(groups, lower)
  return {
    lower,
    form: hashText(form),
    lowerHash: hashText(lower),
    shape: hashText(shapeOf(form, true)),
    longShape: hashText(shapeOf(form, false)),
    prefixes: [1, 2, 3, 4].map(length => hashText(lower, 0, Math.min(length, lower.length))),
    suffixes: [1, 2, 3, 4].map(length => hashText(lower, Math.max(0, lower.length - length))),
    fine,
    middle: fine < 0 ? -1 : groups.middle[fine]!,
    coarse: fine < 0 ? -1 : groups.coarse[fine]!,
    listed: listedWord(form),
    isNamePart: 0 <= placeOfHash(nameParts, key),
    isCapital: /^\p{Lu}/u.test(form),
    isAllCapitals: /^[\p{Lu}.&]{2,}$/u.test(form),
    isWord: /\p{L}/u.test(form)
  }
}

/** `Xx` for "Mary", `X.X.` for "U.S."; runs of one kind stand once when `short`. */
function shapeOf(form: string, short: boolean): string {
  let shape = ''
  for (const character of form.slice(0, 24)) {
    const kind = characterKind(character)
    if (!short || !shape.endsWith(kind)) shape += kind
  }
  return shape
}

function characterKind(character: string): string {
  if ('a' <= character && character <= 'z') return 'x'
  if ('A' <= character && character <= 'Z') return 'X'
  if ('0' <= character && character <= '9') return '0'
  if (/\p{Lu}/u.test(character)) return 'X'
  return /\p{L}/u.test(character) ? 'x' : character
}

/** What words share with their neighbours: runs of capitals, listed names, the case of their sentence and of the same word elsewhere. */
interface SharedLooks {
  readonly sentenceFirst: Int32Array
  readonly sentenceEnd: Int32Array
  readonly sentenceCase: Uint8Array
  readonly runFirst: Int32Array
  readonly runEnd: Int32Array
  /** Bits of the listed name that covers the word, and which of its words this is: 1 first, 2 inner, 3 last, 4 only. */
  readonly listing: Int32Array
  readonly listingPlace: Uint8Array
  readonly caseElsewhere: Uint8Array
}

function sharedLooks(words: Words, looks: readonly Look[]): SharedLooks {
  const count = looks.length
  const shared: SharedLooks = {
    sentenceFirst: new Int32Array(count),
    sentenceEnd: new Int32Array(count),
    sentenceCase: new Uint8Array(count),
    runFirst: new Int32Array(count).fill(-1),
    runEnd: new Int32Array(count),
    listing: new Int32Array(count),
    listingPlace: new Uint8Array(count),
    caseElsewhere: casesElsewhere(words, looks)
  }
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    shared.sentenceFirst.fill(first, first, end)
    shared.sentenceEnd.fill(end, first, end)
    shared.sentenceCase.fill(sentenceCase(looks, first, end), first, end)
    findRuns(looks, first, end, shared)
    findListings(words.forms, looks, first, end, shared)
  }
  return shared
}

/** For each word, in what cases it stands inside sentences of the text: 1 small, 2 capital, 3 both, 0 neither. */
function casesElsewhere(words: Words, looks: readonly Look[]): Uint8Array {
  const casesByWord = new Map<string, number>()
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    if (sentenceCase(looks, first, end) !== 0) continue
    for (let word = first + 1; word < end; word++) {
      const {lower, isCapital, isWord} = looks[word]!
      if (isWord) casesByWord.set(lower, (casesByWord.get(lower) ?? 0) | (isCapital ? 2 : 1))
    }
  }
  return Uint8Array.from(looks, ({lower}) => casesByWord.get(lower) ?? 0)
}

/** 0 an ordinary sentence, 1 mostly capitalised words as in headlines, 2 mostly capitals. */
function sentenceCase(looks: readonly Look[], first: number, end: number): number {
  let wordCount = 0
  let capitalCount = 0
  let allCapitalsCount = 0
  for (let word = first; word < end; word++) {
    const {lower, isCapital, isAllCapitals, isWord} = looks[word]!
    if (!isWord || lower.length < 4) continue
    wordCount++
    if (isCapital) capitalCount++
    if (isAllCapitals) allCapitalsCount++
  }
  if (wordCount < 3) return 0
  if (0.7 * wordCount <= allCapitalsCount) return 2
  return 0.7 * wordCount <= capitalCount ? 1 : 0
}

const RUN_JOINTS = new Set([
  'of',
  'the',
  'de',
  'la',
  'al',
  'el',
  'bin',
  'ibn',
  'van',
  'von',
  'der',
  'du',
  'di',
  'da',
  '-',
  '&',
  "'",
  '’',
  'for',
  'and'
])
const RUN_JOINTS_MAX = 2

/** A run is a row of capitalised words, with small words like "of the" only between them. */
function findRuns(looks: readonly Look[], first: number, end: number, shared: SharedLooks) {
  let runFirst = first
  while (runFirst < end) {
    if (!looks[runFirst]!.isCapital) {
      runFirst++
      continue
    }
    let runEnd = runFirst + 1
    for (let word = runEnd; word < end && word < runEnd + RUN_JOINTS_MAX + 1; word++) {
      if (looks[word]!.isCapital) runEnd = word + 1
      else if (!RUN_JOINTS.has(looks[word]!.lower)) break
    }
    // The bound moves with each capitalised word found, so go on from there until nothing is added.
    let grown = runEnd
    do {
      runEnd = grown
      for (let word = runEnd; word < end && word < runEnd + RUN_JOINTS_MAX + 1; word++) {
        if (looks[word]!.isCapital) {
          grown = word + 1
          break
        }
        if (!RUN_JOINTS.has(looks[word]!.lower)) break
      }
    } while (runEnd < grown)
    shared.runFirst.fill(runFirst, runFirst, runEnd)
    shared.runEnd.fill(runEnd, runFirst, runEnd)
    runFirst = runEnd
  }
}

function findListings(
  forms: readonly string[],
  looks: readonly Look[],
  first: number,
  end: number,
  shared: SharedLooks
) {
  let word = first
  while (word < end) {
    const {isCapital, lower} = looks[word]!
    const listing = isCapital || lower === 'al' ? listingAt(forms, word, end) : undefined
    if (!listing) {
      word++
      continue
    }
    shared.listing.fill(listing.bits, word, listing.endWord)
    shared.listingPlace.fill(2, word, listing.endWord)
    shared.listingPlace[word] = 1
    shared.listingPlace[listing.endWord - 1] = listing.endWord - word === 1 ? 4 : 3
    word = listing.endWord
  }
}

function writeFeatures(
  word: number,
  features: Int32Array,
  looks: readonly Look[],
  shared: SharedLooks,
  tagHashes: Int32Array
): number {
  const first = shared.sentenceFirst[word]!
  const end = shared.sentenceEnd[word]!
  const at = (offset: number) => {
    const other = word + offset
    return first <= other && other < end ? looks[other] : undefined
  }
  let count = 0
  // The factor (2^32 divided by the golden ratio) sets templates far apart, so that small values of two never meet.
  const write = (template: number, value: number) => {
    features[count++] = finishHash(mixHash(Math.imul(template + 1, 0x9e3779b1), value))
  }
  const look = looks[word]!
  const before = at(-1)
  const after = at(1)
  const before2 = at(-2)
  const after2 = at(2)
  const neighbours = [before2, before, look, after, after2]
  write(0, 1)
  write(1, look.form)
  for (const [place, neighbour] of neighbours.entries()) {
    write(10 + place, neighbour?.lowerHash ?? OUTSIDE)
    write(15 + place, neighbour?.shape ?? OUTSIDE)
    write(20 + place, neighbour?.middle ?? OUTSIDE)
    write(25 + place, neighbour?.coarse ?? OUTSIDE)
    if (place !== 0 && place !== 4) write(30 + place, neighbour?.fine ?? OUTSIDE)
    if (neighbour?.listed) writeBits(write, 200 + place * 40, neighbour.listed)
    if (neighbour?.isNamePart) write(35 + place, 1)
  }
  write(40, mixHash(before?.lowerHash ?? OUTSIDE, look.lowerHash))
  write(41, mixHash(look.lowerHash, after?.lowerHash ?? OUTSIDE))
  write(42, mixHash(before?.middle ?? OUTSIDE, look.middle))
  write(43, mixHash(look.middle, after?.middle ?? OUTSIDE))
  const shapes = mixHash(mixHash(before?.shape ?? OUTSIDE, look.shape), after?.shape ?? OUTSIDE)
  write(44, shapes)
  write(45, look.longShape)
  write(46, mixHash(before?.lowerHash ?? OUTSIDE, look.shape))
  write(47, mixHash(after?.lowerHash ?? OUTSIDE, look.shape))
  write(48, mixHash(before?.middle ?? OUTSIDE, look.shape))
  write(49, mixHash(after?.middle ?? OUTSIDE, look.shape))
  write(65, mixHash(mixHash(before2?.lowerHash ?? OUTSIDE, before?.lowerHash ?? OUTSIDE), look.shape))
  write(66, mixHash(mixHash(after?.lowerHash ?? OUTSIDE, after2?.lowerHash ?? OUTSIDE), look.shape))
  for (let length = 0; length < 4; length++) {
    write(50 + length, look.prefixes[length]!)
    write(54 + length, look.suffixes[length]!)
  }
  write(58, mixHash(look.shape, look.suffixes[2]!))
  writeTags(write, word, first, end, look, tagHashes)
  writePosition(write, word, first, look, shared)
  writeListing(write, word, look, shared)
  if (0 <= shared.runFirst[word]!) writeRun(write, word, looks, shared, first, end)
  return count
}

/** A hash of each word's Penn tag. */
function tagHashesOf({xpos}: Tagged): Int32Array {
  const hashByTag = new Map<string, number>()
  return Int32Array.from(xpos, tag => {
    let hash = hashByTag.get(tag)
    if (hash === undefined) {
      hash = hashText(tag)
      hashByTag.set(tag, hash)
    }
    return hash
  })
}

type Write = (template: number, value: number) => void

function writeTags(write: Write, word: number, first: number, end: number, look: Look, tagHashes: Int32Array) {
  const tag = tagHashes[word]!
  const before = first < word ? tagHashes[word - 1]! : OUTSIDE
  const after = word + 1 < end ? tagHashes[word + 1]! : OUTSIDE
  write(100, tag)
  write(101, before)
  write(102, after)
  write(103, mixHash(before, tag))
  write(104, mixHash(tag, after))
  write(105, mixHash(tag, look.shape))
}

function writePosition(write: Write, word: number, first: number, look: Look, shared: SharedLooks) {
  const kind = mixHash(shared.sentenceCase[word]!, look.shape)
  write(60, kind)
  write(61, mixHash(shared.caseElsewhere[word]!, kind))
  if (word === first) {
    write(62, look.shape)
    write(63, mixHash(shared.caseElsewhere[word]!, look.shape))
  }
  write(64, mixHash(shared.sentenceCase[word]!, look.middle))
}

function writeListing(write: Write, word: number, look: Look, shared: SharedLooks) {
  const bits = shared.listing[word]!
  if (bits === 0) return
  const place = shared.listingPlace[word]!
  write(70, mixHash(bits, place))
  write(71, mixHash(mixHash(bits, place), shared.sentenceCase[word]!))
  writeBits((template, value) => write(template, mixHash(value, place)), 400, bits)
  if (look.listed & LISTED_FORENAME) write(72, bits)
}

function writeRun(write: Write, word: number, looks: readonly Look[], shared: SharedLooks, first: number, end: number) {
  const runFirst = shared.runFirst[word]!
  const runEnd = shared.runEnd[word]!
  const last = looks[runEnd - 1]!
  const start = looks[runFirst]!
  const length = Math.min(runEnd - runFirst, 5)
  const place = Math.min(word - runFirst, 3)
  const rest = Math.min(runEnd - 1 - word, 3)
  write(80, mixHash(length, place))
  write(81, mixHash(length, rest))
  write(82, last.lowerHash)
  write(83, mixHash(last.lowerHash, Math.min(rest, 1)))
  write(84, start.lowerHash)
  write(85, mixHash(last.middle, Math.min(rest, 1)))
  write(86, mixHash(start.middle, Math.min(place, 1)))
  write(87, runFirst === first ? OUTSIDE : looks[runFirst - 1]!.lowerHash)
  write(88, runEnd === end ? OUTSIDE : looks[runEnd]!.lowerHash)
  write(89, mixHash(runFirst === first ? OUTSIDE : looks[runFirst - 1]!.middle, length))
  write(90, mixHash(runEnd === end ? OUTSIDE : looks[runEnd]!.middle, length))
  const heads =
    last.listed & (LISTED.organisationHead | LISTED.placeHead | LISTED.outletHead | LISTED.eventHead | LISTED.workHead)
  if (heads) write(91, mixHash(heads, mixHash(Math.min(rest, 1), Math.min(length, 2))))
  if (start.listed & LISTED_FORENAME) write(92, mixHash(Math.min(place, 2), length))
  if (start.listed & LISTED.title) write(93, mixHash(Math.min(place, 2), length))
}

function writeBits(write: Write, template: number, bits: number) {
  for (let bit = 0; bits >>> bit; bit++) if ((bits >>> bit) & 1) write(template + bit, 1)
}
