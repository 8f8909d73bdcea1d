import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {footageAge} from './footage-age.ts'
import {mentionIndex} from './mention-index.ts'
import type {Segment} from './reading.ts'
import {HEARD_NOUNS, SEGMENT_NOUNS, SHOWING_VERBS, SHOWN_VERBS, SPEAKING_VERBS} from './segment-words.ts'
import {isDeterminer, isJoiningHyphen, isNominal, sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

/** These words tell of one part of a production, in the order of the text. */
export interface SegmentCue extends Span {
  readonly sentence: number
  /** The words of the part, first and one past the last. */
  readonly firstWord: number
  readonly endWord: number
  readonly footage: Segment['footage']
  readonly basis?: Span
  /** Chain ids of the people heard in it. */
  readonly speakers: readonly string[]
}

const segmentNouns = new Set(SEGMENT_NOUNS.trim().split(/\s+/))
const heardNouns = new Set(HEARD_NOUNS.split(' '))
const showing = new Set(SHOWING_VERBS.trim().split(/\s+/))
const speaking = wordSet(SPEAKING_VERBS)
const shown = new Set(SHOWN_VERBS.split(' '))

/** Every part of a production that the text tells of. */
export function findSegmentCues(analysis: Analysis, year?: number): SegmentCue[] {
  const cues: SegmentCue[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    let from = analysis.sentenceStarts[sentence]!
    const end = analysis.sentenceStarts[sentence + 1]!
    while (from < end) {
      const head = nextPart(analysis, from, end)
      if (head < 0) break
      const cue = cueAt(analysis, sentence, head, year)
      cues.push(cue)
      from = Math.max(cue.endWord, head + 1)
    }
  }
  return cues
}

/** Whether the noun at `head` is told of as a part of a production: "a clip is also included", "in another scene". */
export function isSegmentNoun(analysis: Analysis, head: number): boolean {
  const {first, end} = sentenceBounds(analysis, head)
  return isPart(analysis, head, first, end)
}

function nextPart(analysis: Analysis, from: number, end: number): number {
  const {first} = sentenceBounds(analysis, from)
  for (let word = from; word < end; word++) if (isPart(analysis, word, first, end)) return word
  return -1
}

function isPart(analysis: Analysis, head: number, first: number, end: number): boolean {
  const {forms} = analysis
  const noun = forms[head]!.toLowerCase()
  if (heardNouns.has(noun)) return isHeard(analysis, head)
  if (!segmentNouns.has(noun) || isNominalNoun(analysis, head + 1)) return false
  const start = partStart(analysis, head, first)
  return (
    isShownBy(analysis, start, first) ||
    isInAnother(analysis, start, head) ||
    isSaidShown(analysis, head, end) ||
    (/^of$/.test(forms[start - 1] ?? '') && isShownBy(analysis, partStart(analysis, start - 2, first), first))
  )
}

function isNominalNoun({upos, forms}: Analysis, word: number): boolean {
  return upos[word] === 'NOUN' && segmentNouns.has(forms[word]!.toLowerCase())
}

function partStart(analysis: Analysis, head: number, first: number): number {
  let start = head
  while (
    first < start &&
    (isNominal(analysis, start - 1) ||
      isJoiningHyphen(analysis, start) ||
      /(?:ed|ing|ly)$|^-$|^yet$|^one$|^seen$|^shot$|^another$/.test(analysis.forms[start - 1]!)) &&
    !showing.has(analysis.forms[start - 1]!)
  )
    start--
  return first < start && isDeterminer(analysis.forms[start - 1]) ? start - 1 : start
}

/** "opens with clips", "includes scenes", "shows images", "responds with a message". */
function isShownBy({forms}: Analysis, start: number, first: number): boolean {
  let word = start - 1
  if (first <= word && /^(?:with|to|also|then|on)$/.test(forms[word]!)) word--
  if (first <= word && /^(?:also|then|up|off|and)$/.test(forms[word]!)) word--
  return first <= word && showing.has(forms[word]!.toLowerCase())
}

/** "In another clip,", "in one scene", "the writing under a scene". */
function isInAnother({forms}: Analysis, start: number, head: number): boolean {
  if (!/^in$/i.test(forms[start - 1] ?? '')) return false
  return forms
    .slice(start, head)
    .some(form => /^(?:another|one|a|yet|second|third|next|final|last|first|other)$/i.test(form))
}

/** "a clip from X is also included", "as images of X are shown", "the writing under a scene reads". */
function isSaidShown({forms}: Analysis, head: number, end: number): boolean {
  for (let word = head + 1; word < Math.min(end, head + SHOWN_WORDS_MAX); word++) {
    const form = forms[word]!.toLowerCase()
    if (/^(?:reads|follows)$/.test(form)) return true
    if (!shown.has(form)) continue
    let before = word - 1
    while (/^(?:also|then|again|briefly|being|been|first|later|prominently)$/.test(forms[before] ?? '')) before--
    if (/^(?:is|are|was|were|be)$/.test(forms[before] ?? '')) return true
  }
  return false
}

/** A long list of who is seen may stand between a part and "is shown". */
const SHOWN_WORDS_MAX = 45

/** "One speaker says", "a narrator says". */
function isHeard({forms, upos}: Analysis, head: number): boolean {
  const before = forms.slice(Math.max(0, head - 3), head)
  if (!before.some(form => /^(?:one|a|another|the)$/i.test(form))) return false
  const noun = forms[head]!.toLowerCase()
  if (
    !/^(?:speaker|narrator|voice|announcer|voice-over)$/.test(noun) &&
    !before.some(form => /^(?:one|another)$/i.test(form))
  )
    return false
  return upos[head + 1] === 'VERB'
}

function cueAt(analysis: Analysis, sentence: number, head: number, year: number | undefined): SegmentCue {
  const {first, end} = sentenceBounds(analysis, head)
  const firstWord = partStart(analysis, head, first)
  const heard = heardNouns.has(analysis.forms[head]!.toLowerCase())
  const endWord = heard
    ? head + 2
    : isInAnother(analysis, firstWord, head)
      ? sceneEnd(analysis, head, end)
      : partEnd(analysis, head, end)
  const age = footageAge(analysis, firstWord, head, {end, year})
  return {
    sentence,
    firstWord,
    endWord,
    ...wordSpan(analysis, firstWord, endWord),
    ...(age ?? {footage: 'unknown'}),
    speakers: heard ? [] : heardIn(analysis, head, endWord)
  }
}

/** The end of what is told of the part: its clause. */
function partEnd(analysis: Analysis, head: number, end: number): number {
  const {forms} = analysis
  let word = head + 1
  while (word < end && word - head < PART_WORDS_MAX && !/^[.;:“”"]$|^--$|^—$/.test(forms[word]!)) {
    if (forms[word] === ',' && !listGoesOn(analysis, word)) break
    if (/^(?:is|are|was|were)$/.test(forms[word]!) && isSaidShown(analysis, word - 1, end)) break
    word++
  }
  return word
}

const PART_WORDS_MAX = 40

/** "In another clip, leaflets are handed out.": what the sentence tells, up to somebody's words. */
function sceneEnd({forms}: Analysis, head: number, end: number): number {
  let word = head + 1
  while (word < end && word - head < PART_WORDS_MAX && !/^[.;:“”"]$/.test(forms[word]!)) word++
  return word
}

function listGoesOn(analysis: Analysis, comma: number): boolean {
  const index = mentionIndex(analysis)
  const next = analysis.forms[comma + 1] ?? ''
  return index.from(comma + 1)?.form === 'name' || /^(?:and|providing|handing|such)$/.test(next) || /ing$/.test(next)
}

const SILENT = /^(?:image|picture|photo|photograph|graphic|animation|caption|text|passage|subtitle|translation)s?$/i

/** Who is heard in a part: named after "of", "from" or "by" in the part, or the subject after "In another clip,". */
export function heardIn(analysis: Analysis, head: number, endWord: number): string[] {
  if (SILENT.test(analysis.forms[head]!)) return []
  const index = mentionIndex(analysis)
  const found: string[] = []
  const named = new Set<string>()
  for (let word = head + 1; word < endWord; word++) {
    const place = index.from(word)
    if (place?.chain.kind !== 'person') continue
    if (place.form === 'name') named.add(place.chain.id)
    if (speaks(analysis, head, word) && !isSilent(analysis, place.endWord) && !found.includes(place.chain.id))
      found.push(place.chain.id)
    word = place.endWord - 1
  }
  return found.some(id => named.has(id)) ? found.filter(id => named.has(id)) : found
}

/** "of the queen racing a goat": who is seen at something else than speaking. */
function isSilent({forms, lemmas, xpos}: Analysis, after: number): boolean {
  const verb = forms[after] === ',' ? after + 1 : after
  return xpos[verb] === 'VBG' && !speaking.has(lemmas[verb]!)
}

/** Whether a name in the words of a part is heard there: after a preposition, or joined to one that is. */
function speaks({forms}: Analysis, head: number, word: number): boolean {
  for (let before = word - 1; head < before && word - before < 10; before--)
    if (/^(?:of|from|by|featuring|with|and|,)$/.test(forms[before]!)) return true
  return word === head + 1
}
