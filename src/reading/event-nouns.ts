import {type Analysis, wordSpan} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {timeNear, timesWithin} from './dates-within.ts'
import type {EventDraft} from './event-draft.ts'
import {isOtherNoun, isWorkStoppage} from './event-noun-senses.ts'
import {placeOf} from './event-places.ts'
import {clauseReach, nounReach} from './event-reach.ts'
import {isDisasterNoun} from './event-senses.ts'
import {tellingOf} from './event-telling.ts'
import {EVENT_NOUNS} from './event-triggers.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {misreadEnds} from './misread-verbs.ts'
import {participantsOf} from './participants.ts'
import type {WordBounds} from './relation-draft.ts'
import {valueByWord} from './word-lists.ts'

/** The kind of event that the noun at `word` tells of, where it is one. */
export function kindOfNoun(analysis: Analysis, word: number): string | undefined {
  const kind = nounKinds.get(analysis.forms[word]!.toLowerCase())
  if (!kind || analysis.upos[word] === 'VERB' || isOtherNoun(analysis, word)) return undefined
  if (mentionIndex(analysis).at(word)?.chain.kind === 'organisation' || isWorkStoppage(analysis, word)) return undefined
  return kind
}

const nounKinds = valueByWord(EVENT_NOUNS)

/** The event that the noun at `word` tells of: where a date stands by it, or the verb over it says that it was. */
export function nounEvent(analysis: Analysis, word: number, bounds: WordBounds): EventDraft | undefined {
  const kindAlone = kindOfNoun(analysis, word)
  if (kindAlone === undefined && !isDisasterNoun(analysis, word)) return undefined
  const verb = tellingVerb(analysis, word)
  const isHarming = verb !== undefined && HARM.test(analysis.lemmas[verb]!)
  const kind = kindAlone ?? (isHarming ? 'disaster' : undefined)
  if (!kind) return undefined
  const {own, reach, wide} = reachesOf(analysis, {word, verb, bounds, kind})
  const when = timeOf(analysis, {word, verb, bounds, own})
  const parts = partsOf(analysis, word, kind, verb)
  const place =
    placeBefore(analysis, word, own.first) ?? placeOf(analysis, {trigger: word, verb}, wide, kind === 'disaster')
  const isSaidToBe = verb !== undefined && tellingOf(analysis, verb, false) !== 'denied'
  const named = parts.agents.length + parts.targets.length + parts.others.length
  const isToldWhole = 0 < parts.agents.length && parts.agents.length < named && isSaidToBe
  const isDated = when !== undefined && (0 < named || place !== undefined || !isAnchor(analysis, own))
  const isFate =
    FATEFUL.test(analysis.forms[word]!) &&
    parts.targets.some(({chain, form}) => chain.kind === 'person' && form === 'name')
  if (!isHarming && !isToldWhole && !isDated && !(isFate && isOne(analysis, word))) return undefined
  return {
    kind,
    trigger: word,
    reach,
    ...parts,
    place,
    when,
    polarity: verb === undefined || isSaidToBe ? 'positive' : 'negative',
    isPlanned: false,
    reason: `noun of an event${when ? ' with a date' : ''}: "${analysis.forms[word]}"`,
    score: when ? 0.55 : 0.45,
    recalls: []
  }
}

/** Nouns that tell, without a day, what befell a person of that name; a death is spoken of long after. */
const FATEFUL = /^(?:killing|murder|assassination|execution|kidnapping|abduction)$/

/** Not "any arrest of", "an attempted murder of": the one that was. */
function isOne({forms}: Analysis, noun: number): boolean {
  return /^(?:the|'s|’s|his|her)$/i.test(forms[noun - 1] ?? '')
}

/** "before last year's floods" only says when something else was. */
function isAnchor({forms}: Analysis, {first, end}: WordBounds): boolean {
  return /^(?:before|after|since|until)$/i.test(forms[first - 1] ?? '') && end - first <= BARE_WORDS_MAX
}

/** An article or possessive, a date of two words, and the noun. */
const BARE_WORDS_MAX = 4

interface NounAt {
  readonly word: number
  readonly verb: number | undefined
  readonly bounds: WordBounds
}

/** The noun's own words, those that tell the event, and those among which its place is looked for. */
function reachesOf(analysis: Analysis, {word, verb, bounds, kind}: NounAt & {kind: string}) {
  const own = nounReach(analysis, word, bounds)
  const clause = verb === undefined ? own : clauseReach(analysis, verb, bounds, undefined)
  const reach = {first: Math.min(own.first, clause.first), end: Math.max(own.end, clause.end)}
  const isLoose = kind === 'disaster' && verb === undefined
  return {own, reach, wide: isLoose ? {first: word, end: windowEnd(analysis, word, bounds.end)} : reach}
}

function timeOf(analysis: Analysis, {word, verb, bounds, own}: NounAt & {own: WordBounds}): Time | undefined {
  return (
    timesWithin(analysis, wordSpan(analysis, own.first, own.end))[0] ??
    timeAfter(analysis, word, bounds.end) ??
    (verb === undefined ? undefined : timeNear(analysis, verb, bounds))
  )
}

const HARM = /^(?:kill|injure|wound|destroy|bury|flatten|devastate|damage|displace|drown)$/
/** Verbs that say of a noun that it was: "held talks", "the trial began", "completed the takeover". */
const OCCURRING =
  /^(?:hold|host|take|happen|occur|begin|start|open|end|finish|conclude|complete|finalise|finalize|sign|reach|strike|stage|mount|launch|carry|follow|erupt|hit|leave|attend|win|lose|kill|injure|wound|destroy|bury|flatten|devastate|damage|displace|drown|make|agree)$/

/** The verb whose subject or object the noun is, or that describes it, where it says that the event was. */
function tellingVerb(analysis: Analysis, word: number): number | undefined {
  const {heads, relations, lemmas, upos} = analysis
  const head = heads[word]!
  const isArgument = /^(?:nsubj|obj|csubj)/.test(relations[word]!) && 0 <= head && upos[head] === 'VERB'
  const verb = describingVerb(analysis, word) ?? (isArgument ? head : undefined)
  if (verb === undefined || !OCCURRING.test(lemmas[verb]!)) return undefined
  const telling = tellingOf(analysis, verb, false)
  return telling === 'happened' || telling === 'denied' ? verb : undefined
}

/** "a bombing that killed 20", "a storm killed 12": a verb with an object, which the tree hangs on the noun. */
function describingVerb(analysis: Analysis, noun: number): number | undefined {
  const participants = participantsOf(analysis)
  return participants.children(noun).find(child => {
    if (child < noun || !/^(?:acl|amod)/.test(analysis.relations[child]!)) return false
    return misreadEnds(analysis, child) !== undefined || participants.objectWord(child) !== undefined
  })
}

/** A few words after a noun, up to a mark: its date may hang on the verb there, unless that verb tells of something else. */
function timeAfter(analysis: Analysis, word: number, sentenceEnd: number): Time | undefined {
  const end = windowEnd(analysis, word, sentenceEnd)
  const [when] = timesWithin(analysis, wordSpan(analysis, word, end))
  if (!when) return undefined
  for (let at = word + 1; at < end && analysis.starts[at]! < (when.start ?? 0); at++)
    if (analysis.upos[at] === 'VERB' && !OCCURRING.test(analysis.lemmas[at]!)) return undefined
  return when
}

function windowEnd({forms}: Analysis, noun: number, end: number): number {
  let word = noun + 1
  while (word < Math.min(end, noun + 8) && !/^[,;:.“”"]$|^--$|^—$/.test(forms[word]!)) word++
  return word
}

function partsOf(
  analysis: Analysis,
  word: number,
  kind: string,
  verb: number | undefined
): Pick<EventDraft, 'agents' | 'targets' | 'others'> {
  const participants = participantsOf(analysis)
  const owner = ownerBefore(analysis, word)
  const owners = owner && owner.chain.kind !== 'place' ? [owner] : []
  const isUndergone = /^(?:death|arrest|trial|kidnapping)$/.test(kind)
  const doer = verb !== undefined && analysis.relations[word] === 'obj' ? participants.subject(verb) : undefined
  const by = [...participants.obliques(word, 'by'), ...(doer ? [doer] : isUndergone ? [] : owners)]
  const of = participants
    .obliques(word, 'on', 'against', 'of')
    .filter(({chain}) => isUndergone || kind !== 'disaster' || chain.kind !== 'place')
  return {
    agents: by,
    targets: 0 < of.length ? of : isUndergone ? owners : [],
    others: participants.obliques(word, 'with', 'between')
  }
}

/** "Varga's arrest", "his death": whose event it is. */
function ownerBefore(analysis: Analysis, noun: number): Place | undefined {
  const index = mentionIndex(analysis)
  const before = analysis.forms[noun - 1] ?? ''
  if (/^(?:'s|’s|'|’)$/.test(before)) return index.before(noun - 1)
  return /^(?:his|her|its|their)$/i.test(before) ? index.at(noun - 1) : undefined
}

/** "the Osterby bombing", "Osterby's earthquake": the place right before the noun. */
function placeBefore(analysis: Analysis, noun: number, first: number): string | undefined {
  let end = noun
  while (first < end - 1 && /^(?:ADJ|NUM|NOUN)$/.test(analysis.upos[end - 1]!)) end--
  if (/^(?:'s|’s)$/.test(analysis.forms[end - 1] ?? '')) end--
  const place = mentionIndex(analysis).before(end)
  return place?.chain.kind === 'place' && first <= place.firstWord ? place.chain.id : undefined
}
