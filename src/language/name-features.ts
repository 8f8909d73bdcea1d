import type {Words} from './analysis.ts'
import {LISTED, LISTED_FORENAME} from './gazetteer.ts'
import {finishHash, mixHash} from './hashing.ts'
import {HINT_COUNT, hintAt, type WordKnowledge} from './name-knowledge.ts'
import {type Look, looksOf} from './name-looks.ts'
import {type SharedLooks, sharedLooks} from './name-shared-looks.ts'
import {CUE_COUNT} from './name-surroundings.ts'

/** More features than any word can have. */
export const FEATURES_MAX = 224

/** Write the features of a word, as hashes, into a list; says how many there are. */
export type FeatureReader = (word: number, features: Int32Array) => number

/** What the words before the first and after the last of a sentence look like. */
const OUTSIDE = -1

/** Read the features of the words of one text that tell names from other words. They see no tags: the network, whose answers are joined with theirs, does. */
export function nameFeatures(words: Words, knowledge: WordKnowledge): FeatureReader {
  const looks = looksOf(words.forms, knowledge)
  const shared = sharedLooks(words, looks, knowledge)
  return (word, features) => writeFeatures(word, features, looks, shared)
}

function writeFeatures(word: number, features: Int32Array, looks: readonly Look[], shared: SharedLooks): number {
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
  writePosition(write, word, first, look, shared)
  writeListing(write, word, look, shared)
  if (0 <= shared.runFirst[word]!) writeRun(write, word, looks, shared, first, end)
  writeStyle(write, word, look, shared)
  writeHints(write, word, looks, shared)
  writeTowns(write, word, looks, shared)
  if (look.isCapital) writeSurroundings(write, word, look, shared)
  return count
}

type Write = (template: number, value: number) => void

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
function writeStyle(write: Write, word: number, look: Look, {loose, style}: SharedLooks) {
  write(1010, mixHash(style, look.shape))
  write(1012, mixHash(style, look.middle))
  if (look.isCapital) return
  if (loose.bits[word]) {
    const listing = mixHash(loose.bits[word]!, loose.place[word]!)
    write(1000, listing)
    write(1002, mixHash(listing, style))
  }
  if (look.listed & LISTED_FORENAME) {
    write(1004, 1)
    write(1005, style)
  }
}

/** What words are used like, of the word, its neighbours, and the first and last of its row of capitals. */
function writeHints(write: Write, word: number, looks: readonly Look[], shared: SharedLooks) {
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
function writeTowns(write: Write, word: number, looks: readonly Look[], shared: SharedLooks) {
  const {town, townPlace, style} = shared
  const hasBefore = shared.sentenceFirst[word]! < word
  const hasAfter = word + 1 < shared.sentenceEnd[word]!
  const capital = (other: number) => (looks[other]!.isCapital ? 1 : 0)
  const bearers = looks[word]!.bearers
  if (town[word]) {
    const listing = mixHash(mixHash(town[word]!, townPlace[word]!), capital(word))
    write(1400, listing)
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
