import type {Tagged, Words} from './analysis.ts'
import {sentenceCount} from './analysis.ts'
import {LISTED, LISTED_FORENAME, listedWord, listingAt} from './gazetteer.ts'
import {featureKey, finishHash, hashText, mixHash} from './hashing.ts'
import {HINT_COUNT, hintAt, likeliestHint, townLength, townSize, type WordKnowledge} from './name-knowledge.ts'
import {
  CUE_COUNT,
  fillPlaces,
  type LooseListings,
  looseListings,
  type Surroundings,
  styleOf,
  surroundingsOf
} from './name-surroundings.ts'
import {placeOfHash} from './sorted-hashes.ts'

/** More features than any word can have. */
export const FEATURES_MAX = 224

/** Write the features of a word, as hashes, into a list; says how many there are. */
export type FeatureReader = (word: number, features: Int32Array) => number

/** What the words before the first and after the last of a sentence look like. */
const OUTSIDE = -1

/** Read the features of the words of one text that tell names from other words. */
export function nameFeatures(words: Tagged, knowledge: WordKnowledge): FeatureReader {
  const {forms} = words
  const looks = looksOf(forms, knowledge)
  const shared = sharedLooks(words, looks, knowledge)
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
  /** What is known of its use, 0 for an unknown word. */
  readonly hints: number
  readonly likeliest: number
  /** How many persons bear it, from 0 to 5. */
  readonly bearers: number
  /** How many words the longest name of a town has that opens with it. */
  readonly townLength: number
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
  const place = placeOfHash(groups.words, key)
  const fine = place < 0 ? -1 : groups.fine[place]!
  const hints = place < 0 ? 0 : knowledge.hints[place]!
  const part = placeOfHash(nameParts, key)
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
    isNamePart: 0 <= part,
    hints,
    likeliest: likeliestHint(hints),
    bearers: part < 0 ? 0 : knowledge.bearers[part]!,
    townLength: townLength(knowledge, lower),
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
  readonly loose: LooseListings
  readonly style: number
  readonly surroundings: Surroundings
  /** How large the town is whose name covers the word, 0 for none, and which of its words this is. */
  readonly town: Uint8Array
  readonly townPlace: Uint8Array
}

function sharedLooks(words: Words, looks: readonly Look[], knowledge: WordKnowledge): SharedLooks {
  const count = looks.length
  const shared: Omit<SharedLooks, 'surroundings'> = {
    sentenceFirst: new Int32Array(count),
    sentenceEnd: new Int32Array(count),
    sentenceCase: new Uint8Array(count),
    runFirst: new Int32Array(count).fill(-1),
    runEnd: new Int32Array(count),
    listing: new Int32Array(count),
    listingPlace: new Uint8Array(count),
    caseElsewhere: casesElsewhere(words, looks),
    loose: looseListings(words, looks),
    style: styleOf(words),
    town: new Uint8Array(count),
    townPlace: new Uint8Array(count)
  }
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    shared.sentenceFirst.fill(first, first, end)
    shared.sentenceEnd.fill(end, first, end)
    shared.sentenceCase.fill(sentenceCase(looks, first, end), first, end)
    findRuns(looks, first, end, shared)
    findListings(words.forms, looks, first, end, shared)
    findTowns(looks, first, end, shared, knowledge)
  }
  return {...shared, surroundings: surroundingsOf(looks, shared)}
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
function findRuns(
  looks: readonly Look[],
  first: number,
  end: number,
  shared: Pick<SharedLooks, 'runFirst' | 'runEnd'>
) {
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
  shared: Pick<SharedLooks, 'listing' | 'listingPlace'>
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
    fillPlaces(shared.listingPlace, word, listing.endWord)
    word = listing.endWord
  }
}

function findTowns(
  looks: readonly Look[],
  first: number,
  end: number,
  shared: Pick<SharedLooks, 'town' | 'townPlace'>,
  knowledge: WordKnowledge
) {
  let word = first
  while (word < end) {
    const lengthMax = Math.min(looks[word]!.townLength, end - word)
    let name = ''
    let length = 0
    let size = 0
    for (let offset = 0; offset < lengthMax; offset++) {
      name += `${offset ? ' ' : ''}${looks[word + offset]!.lower}`
      const found = townSize(knowledge, name)
      if (!found) continue
      size = found
      length = offset + 1
    }
    if (length) fillPlaces(shared.townPlace, word, word + length)
    shared.town.fill(size, word, word + length)
    word += Math.max(1, length)
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
  writeStyle(write, word, look, shared, tagHashes)
  writeHints(write, word, looks, shared, tagHashes)
  writeTowns(write, word, looks, shared, tagHashes)
  if (look.isCapital) writeSurroundings(write, word, look, shared)
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

/** The text's habits, and listed names in small letters, which only texts with such habits mean. */
function writeStyle(write: Write, word: number, look: Look, {loose, style}: SharedLooks, tagHashes: Int32Array) {
  const tag = tagHashes[word]!
  write(1010, mixHash(style, look.shape))
  write(1011, mixHash(style, tag))
  write(1012, mixHash(style, look.middle))
  if (look.isCapital) return
  if (loose.bits[word]) {
    const listing = mixHash(loose.bits[word]!, loose.place[word]!)
    write(1000, listing)
    write(1001, mixHash(listing, tag))
    write(1002, mixHash(listing, style))
    write(1003, mixHash(loose.place[word]!, tag))
  }
  if (look.listed & LISTED_FORENAME) {
    write(1004, tag)
    write(1005, style)
  }
}

/** What words are used like, of the word, its neighbours, and the first and last of its row of capitals. */
function writeHints(write: Write, word: number, looks: readonly Look[], shared: SharedLooks, tagHashes: Int32Array) {
  const end = shared.sentenceEnd[word]!
  for (let other = Math.max(shared.sentenceFirst[word]!, word - 1); other < Math.min(end, word + 2); other++) {
    const {hints, likeliest, shape} = looks[other]!
    const template = 1100 + (other - word + 1) * 40
    if (hints === 0) {
      write(template, 1)
      continue
    }
    for (let sort = 1; sort < HINT_COUNT; sort++)
      if (hintAt(hints, sort)) write(template + 1 + sort, hintAt(hints, sort))
    const likely = mixHash(likeliest, hintAt(hints, likeliest))
    write(template + 10, hintAt(hints, 0))
    write(template + 11, mixHash(likely, shape))
    if (other !== word) continue
    write(template + 12, mixHash(likely, tagHashes[word]!))
    write(template + 13, mixHash(likely, mixHash(hintAt(hints, 0), shape)))
  }
  if (0 <= shared.runFirst[word]!) writeRunHints(write, word, looks, shared)
}

function writeRunHints(write: Write, word: number, looks: readonly Look[], {runFirst, runEnd}: SharedLooks) {
  const last = looks[runEnd[word]! - 1]!
  const first = looks[runFirst[word]!]!
  if (last.hints) {
    const hint = hintAt(last.hints, last.likeliest)
    write(1230, mixHash(last.likeliest, hint))
    write(1231, mixHash(mixHash(last.likeliest, hint >> 1), Math.min(3, runEnd[word]! - 1 - word)))
  }
  if (first.hints) {
    const hint = hintAt(first.hints, first.likeliest)
    write(1232, mixHash(first.likeliest, hint))
    write(1233, mixHash(mixHash(first.likeliest, hint >> 1), Math.min(3, word - runFirst[word]!)))
  }
}

/** Towns by size, in whatever letters, and how many persons bear a word as their name. */
function writeTowns(write: Write, word: number, looks: readonly Look[], shared: SharedLooks, tagHashes: Int32Array) {
  const {town, townPlace, style} = shared
  const hasBefore = shared.sentenceFirst[word]! < word
  const hasAfter = word + 1 < shared.sentenceEnd[word]!
  const capital = (other: number) => (looks[other]!.isCapital ? 1 : 0)
  const bearers = looks[word]!.bearers
  if (town[word]) {
    const listing = mixHash(mixHash(town[word]!, townPlace[word]!), capital(word))
    write(1400, listing)
    write(1401, mixHash(listing, tagHashes[word]!))
    write(1402, mixHash(townPlace[word]!, capital(word)))
    write(1403, mixHash(listing, style))
  }
  if (hasAfter && town[word + 1]) write(1405, mixHash(town[word + 1]!, capital(word + 1)))
  if (hasBefore && town[word - 1]) write(1406, mixHash(town[word - 1]!, capital(word - 1)))
  if (hasBefore && looks[word - 1]!.bearers) write(1410, mixHash(looks[word - 1]!.bearers, capital(word - 1)))
  if (bearers) write(1411, mixHash(bearers, capital(word)))
  if (hasAfter && looks[word + 1]!.bearers) write(1412, mixHash(looks[word + 1]!.bearers, capital(word + 1)))
  write(1415, mixHash(mixHash(bearers, town[word]!), looks[word]!.shape))
  if (hasAfter) write(1416, mixHash(mixHash(bearers, looks[word + 1]!.bearers), capital(word)))
  if (hasBefore) write(1417, mixHash(mixHash(bearers, looks[word - 1]!.bearers), capital(word)))
}

/** What stands beside the same word at its other places in the text. */
function writeSurroundings(write: Write, word: number, {lower}: Look, {surroundings}: SharedLooks) {
  const counts = surroundings.countsByWord.get(lower)
  const total = counts?.[CUE_COUNT] ?? 0
  if (!counts || total < 2) return
  const own = surroundings.cues[word]!
  write(1300, Math.min(4, total))
  for (let cue = 0; cue < CUE_COUNT; cue++) {
    const elsewhere = counts[cue]! - ((own >> cue) & 1)
    if (elsewhere <= 0) continue
    write(1301 + cue, 1)
    if (total <= 2 * elsewhere) write(1320 + cue, 1)
  }
}
