import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {overlaps} from '../text/span.ts'
import type {Time} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {timeNear, timesWithin} from './dates-within.ts'
import {lifespanEvents} from './event-lifespans.ts'
import {DISASTER_NOUNS, EVENT_NOUNS, EVENT_PARTICLES, EVENT_VERBS, PERSON_VERBS} from './event-triggers.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {type Participants, participantsOf} from './participants.ts'
import type {Event} from './reading.ts'
import {subjectOfVerb} from './relation-subjects.ts'
import {isRoleNoun} from './role-words.ts'
import {valueByWord, wordSet} from './word-lists.ts'

/** What is said to have happened: verbs and nouns of events, with who did it to whom, where and when. */
export function findEvents(material: Material): Event[] {
  const {analysis} = material
  const found: Event[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    const ofSentence: Event[] = []
    for (let word = bounds.first; word < bounds.end; word++) {
      ofSentence.push(...lifespanEvents(material, word, bounds))
      const event = verbEvent(material, word, bounds) ?? nounEvent(material, word, bounds)
      if (event && !ofSentence.some(other => tellsTheSame(other, event))) ofSentence.push(event)
    }
    found.push(...ofSentence)
  }
  return found
}

interface Bounds {
  readonly first: number
  readonly end: number
}

const verbKinds = valueByWord(EVENT_VERBS)
const nounKinds = valueByWord(EVENT_NOUNS)
const personVerbs = wordSet(PERSON_VERBS)
const disasters = wordSet(DISASTER_NOUNS)

function verbEvent(material: Material, word: number, bounds: Bounds): Event | undefined {
  const {analysis} = material
  const kind = kindOfVerb(analysis, word)
  const planned = kind !== undefined && isPlanned(analysis, word)
  if (!kind || !(planned || isTold(analysis, word))) return undefined
  const participants = participantsOf(analysis)
  const passive =
    participants.isPassive(word) ||
    participants.isReduced(word) ||
    (kind === 'launch' && isUndergone(analysis, word, bounds)) ||
    (kind === 'death' && /^(?:die|perish)$/.test(analysis.lemmas[word]!))
  const subject = subjectOf(analysis, word, bounds, kind)
  const object = passive ? subject : participants.object(word)
  const agent = passive ? participants.oblique(word, 'by') : subject
  const when = timeNear(analysis, word, bounds)
  if (planned && !(when && (agent ?? object))) return undefined
  if (!isWorthTelling({kind, when, agent, object}) || isOfThings(analysis, word, [agent, object])) return undefined
  const reach = clauseReach(analysis, participants, word, bounds, subject)
  if (!agent && !object && /^(?:that|which|who|and)$/i.test(analysis.forms[reach.first]!)) return undefined
  const negative = isNegated(analysis, word)
  const told = isDisaster(analysis, reach.first, word) ? 'disaster' : kind
  return {
    ...claimOn(material, 'event', [wordSpan(analysis, word, word + 1), wordSpan(analysis, reach.first, reach.end)], {
      reason: `verb of an event: "${analysis.forms[word]}"`,
      score: when ? 0.7 : 0.5,
      polarity: negative ? 'negative' : 'positive'
    }),
    evidence: [wordSpan(analysis, reach.first, reach.end)],
    kind: told,
    what: textOf(analysis, reach),
    participants: participantList(agent, object),
    ...placed(analysis, reach, told),
    ...(when && {when})
  }
}

/** Whom or what the verb is about; births and deaths are told of persons, over brackets and before their subject too. */
function subjectOf(analysis: Analysis, word: number, bounds: Bounds, kind: string): Place | undefined {
  const told =
    kind === 'birth' || kind === 'death'
      ? subjectOfVerb(analysis, word, bounds, ['person'])
      : kind === 'launch' && isUndergone(analysis, word, bounds)
        ? subjectOfVerb(analysis, word, bounds, ['organisation', 'outlet', 'group'])
        : undefined
  return told ?? participantsOf(analysis).subject(word)
}

/** "Founded in 1998, the guild", "the guild, established in May", "the guild started in 1987": what the launch is of. */
function isUndergone({forms, upos, xpos}: Analysis, verb: number, {first}: Bounds): boolean {
  if (verb === first || (xpos[verb] === 'VBN' && /^[,(]$/.test(forms[verb - 1]!))) return true
  return (
    /^(?:started|began|opened|launched)$/.test(forms[verb]!) &&
    /^(?:in|on|at)$/.test(forms[verb + 1] ?? '') &&
    upos[verb] === 'VERB'
  )
}

/** The kind of event a verb tells of; forms that can be nothing but a past count whatever they were tagged. */
function kindOfVerb({forms, lemmas, upos}: Analysis, word: number): string | undefined {
  if (forms[word] === 'born') return 'birth'
  if (upos[word] === 'VERB' && lemmas[word] === 'name') return isNaming(forms, word) ? 'appointment' : undefined
  if (upos[word] === 'VERB') return particleKind(lemmas[word]!, forms[word + 1] ?? '') ?? verbKinds.get(lemmas[word]!)
  if (upos[word] === 'ADJ' && /^(?:was|were|been|being)$/.test(forms[word - 1] ?? ''))
    return kindOfParticiple(forms[word]!)
  return forms[word] === 'struck' ? 'attack' : undefined
}

/** "was ousted", where the participle was taken for an adjective. */
function kindOfParticiple(form: string): string | undefined {
  return form.endsWith('ed') ? (verbKinds.get(form.slice(0, -2)) ?? verbKinds.get(form.slice(0, -1))) : undefined
}

function particleKind(lemma: string, next: string): string | undefined {
  return EVENT_PARTICLES.find(([verb, particle]) => verb === lemma && particle === next)?.[2]
}

/** "was named the head of": a title follows within a few words. */
function isNaming(forms: readonly string[], verb: number): boolean {
  return forms.slice(verb + 1, verb + 6).some(isRoleNoun)
}

/** "will meet", "is to visit": told for a day to come. */
function isPlanned({forms, xpos}: Analysis, verb: number): boolean {
  if (xpos[verb] !== 'VB' && !(xpos[verb] === 'VBN' && forms[verb - 1] === 'be')) return false
  let word = forms[verb - 1] === 'be' ? verb - 2 : verb - 1
  while (/^(?:also|then|again|next)$/.test(forms[word] ?? '')) word--
  if (/^(?:will|'ll|’ll)$/.test(forms[word] ?? '')) return true
  if (forms[word] !== 'to') return false
  return /^(?:is|are|was|were|due|set|scheduled|planned|expected)$/.test(forms[word - 1] ?? '')
}

/** The subject, or who undergoes it, is no person, where only a person can be. */
function isOfThings({lemmas, forms}: Analysis, verb: number, ends: readonly (Place | undefined)[]): boolean {
  return personVerbs.has(lemmas[verb]!) && forms[verb] !== 'born'
    ? !ends.some((place, index) => place?.chain.kind === 'person' && (index === 1 || lemmas[verb] === 'retire'))
    : false
}

/** "A fire destroyed": what does it has no will. */
function isDisaster({forms}: Analysis, first: number, verb: number): boolean {
  return forms.slice(Math.max(first, verb - 4), verb).some(form => disasters.has(form.toLowerCase()))
}

/** Something that is said to be or to have been: not a wish, a rule or a chance. */
function isTold({forms, xpos, relations}: Analysis, verb: number): boolean {
  if (relations[verb] === 'amod' && !/^(?:is|was|are|were|been|be|being)$/.test(forms[verb - 1] ?? '')) return false
  if (/^VBP?$/.test(xpos[verb]!) && !SAME_PAST.test(forms[verb]!)) return false
  if (xpos[verb] === 'VBG' && !/^(?:was|were)$/.test(forms[verb - 1] ?? '')) return false
  for (let word = verb - 1; verb - 5 < word && 0 <= word; word--) {
    const form = forms[word]!.toLowerCase()
    if (/^(?:would|could|may|might|should|can|if|to|must|will|'ll)$/.test(form)) return false
    if (!/^(?:be|been|have|has|had|was|were|is|not|n't|being)$|ly$/.test(form)) break
  }
  return true
}

/** Forms of the past like those of the present. */
const SAME_PAST = /^(?:quit|set|cut|hit|shut|beat|split)$/

/** Kinds that are told of anybody at any time: only a date makes them news. */
const DATED = new Set([
  'joining',
  'succession',
  'journey',
  'building',
  'discovery',
  'award',
  'split',
  'marriage',
  'departure'
])

/** An event needs a date, or one who did it and one to whom. */
function isWorthTelling(event: {
  kind: string
  when: Time | undefined
  agent: Place | undefined
  object: Place | undefined
}): boolean {
  const {when, agent, object, kind} = event
  if (kind === 'announcement' || kind === 'contest') return when !== undefined && agent !== undefined
  if (DATED.has(kind)) return when !== undefined
  return when !== undefined || (agent !== undefined && object !== undefined)
}

const STRIKING = /^(?:air|drone|missile|rocket|artillery|mortar|military|army|bomb)$/
const HARMING = /^(?:kill|wound|injure|die|hit|destroy)$/
/** So far before "strike" the harm that it did is told: "two men were killed in a strike". */
const HARM_REACH = 8

/** "members vote on a strike next week": a strike is an attack only where the words around it say so. */
function isWorkStoppage({forms, lemmas}: Analysis, word: number): boolean {
  if (!/^strikes?$/i.test(forms[word]!)) return false
  if (STRIKING.test(forms[word - 1]?.toLowerCase() ?? '') || isAimed(forms, word)) return false
  return !lemmas.slice(Math.max(0, word - HARM_REACH), word).some(lemma => HARMING.test(lemma))
}

/** "a strike on the depot", but not "a strike on 12 July" or "on Friday". */
function isAimed(forms: readonly string[], word: number): boolean {
  if (forms[word + 1] === 'against') return true
  return (
    forms[word + 1] === 'on' &&
    !/^(?:\d|[A-Z]\p{Ll}+day$|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u.test(forms[word + 2] ?? '')
  )
}

function nounEvent(material: Material, word: number, bounds: Bounds): Event | undefined {
  const {analysis} = material
  const kind = nounKinds.get(analysis.forms[word]!.toLowerCase())
  if (
    !kind ||
    isOtherNoun(analysis, word) ||
    isWorkStoppage(analysis, word) ||
    analysis.upos[word] === 'VERB' ||
    mentionIndex(analysis).at(word)?.chain.kind === 'organisation'
  )
    return undefined
  const participants = participantsOf(analysis)
  const reach = nounReach(analysis, participants, word, bounds)
  const [when] = [
    ...timesWithin(analysis, wordSpan(analysis, reach.first, reach.end)),
    ...timesWithin(analysis, wordSpan(analysis, word, windowEnd(analysis, word, bounds.end)))
  ]
  if (!when) return undefined
  const owner = ownerBefore(analysis, word)
  const undergone = kind === 'death' || kind === 'arrest' || kind === 'trial'
  const agent = participants.oblique(word, 'by') ?? (undergone ? undefined : owner)
  const object = participants.oblique(word, 'on', 'against', 'of') ?? (undergone ? owner : undefined)
  return {
    ...claimOn(material, 'event', [wordSpan(analysis, word, word + 1), wordSpan(analysis, reach.first, reach.end)], {
      reason: `noun of an event with a date: "${analysis.forms[word]}"`,
      score: 0.55
    }),
    evidence: [wordSpan(analysis, reach.first, reach.end)],
    kind,
    what: textOf(analysis, reach),
    participants: participantList(agent, object),
    ...placed(analysis, kind === 'disaster' ? {first: word, end: windowEnd(analysis, word, bounds.end)} : reach, kind),
    when
  }
}

/** The month of March, a clinical trial. */
function isOtherNoun({forms}: Analysis, noun: number): boolean {
  if (forms[noun] === 'March') return true
  return (
    forms[noun] === 'trial' &&
    /^(?:vaccine|clinical|drug|medical|field|human|randomi[sz]ed)$/i.test(forms[noun - 1] ?? '')
  )
}

/** A few words after a noun, up to a mark: its date may hang on the verb there. */
function windowEnd({forms}: Analysis, noun: number, end: number): number {
  let word = noun + 1
  while (word < Math.min(end, noun + 8) && !/^[,;:.“”"]$|^--$|^—$/.test(forms[word]!)) word++
  return word
}

/** "Varga's arrest", "his death": whose event it is. */
function ownerBefore(analysis: Analysis, noun: number): Place | undefined {
  const index = mentionIndex(analysis)
  const before = analysis.forms[noun - 1] ?? ''
  if (/^(?:'s|’s|'|’)$/.test(before)) return index.before(noun - 1)
  return /^(?:his|her|its|their)$/i.test(before) ? index.at(noun - 1) : undefined
}

/** The clause of a verb: from its subject to the next break. */
function clauseReach(
  analysis: Analysis,
  participants: Participants,
  verb: number,
  bounds: Bounds,
  subject: Place | undefined
): Bounds {
  const {first, end} = participants.reach(verb)
  const start =
    subject &&
    bounds.first <= subject.firstWord &&
    subject.firstWord < verb &&
    verb - subject.firstWord < CLAUSE_WORDS_MAX
      ? subject.firstWord
      : Math.max(first, verb - 12)
  let last = verb + 1
  while (
    last < Math.min(Math.max(end, verb + 1), bounds.end, verb + CLAUSE_WORDS_MAX) &&
    !/^(?:[,;:.“”"]|--|–|—|but|after|when|while|because)$/.test(analysis.forms[last]!)
  )
    last++
  return {first: Math.min(start, verb), end: last}
}

const CLAUSE_WORDS_MAX = 25

function nounReach(analysis: Analysis, participants: Participants, noun: number, bounds: Bounds): Bounds {
  const {first, end} = participants.reach(noun)
  let start = Math.max(first, bounds.first, noun - 8)
  while (start < noun && /^(?:[,;:.“”"]|--|of|in|on|at|by|for|with|to)$/.test(analysis.forms[start]!)) start++
  let last = noun + 1
  while (last < Math.min(end, bounds.end, noun + 14) && !/^(?:[,;:.“”"]|--|–|—|but)$/.test(analysis.forms[last]!))
    last++
  return {first: start, end: last}
}

function participantList(agent: Place | undefined, target: Place | undefined): Event['participants'] {
  return [
    ...(agent ? [{entity: agent.chain.id, part: 'agent' as const}] : []),
    ...(target && target.chain !== agent?.chain ? [{entity: target.chain.id, part: 'target' as const}] : [])
  ]
}

/** The place named after "in", "at" or "near" in the clause; a disaster strikes places without. */
function placed(analysis: Analysis, {first, end}: Bounds, kind?: string): {place?: string} {
  const index = mentionIndex(analysis)
  for (let word = first; word < end; word++) {
    const place = index.from(word)
    if (place?.chain.kind !== 'place') continue
    const before = analysis.forms.slice(Math.max(first, word - 4), word)
    if (kind === 'disaster' || before.some(form => /^(?:in|at|near|outside|across|on)$/i.test(form)))
      return {place: place.chain.id}
  }
  return {}
}

function isNegated({forms}: Analysis, verb: number): boolean {
  return forms.slice(Math.max(0, verb - 3), verb).some(form => /^(?:not|never|n't|n’t)$/.test(form))
}

function textOf(analysis: Analysis, {first, end}: Bounds): string {
  const {start, end: last} = wordSpan(analysis, first, end)
  return analysis.text.slice(start, last).replace(/\s+/g, ' ')
}

/** The same day and overlapping words: a noun inside the clause of its verb. */
function tellsTheSame(a: Event, b: Event): boolean {
  const sameDay = a.when?.edtf === b.when?.edtf
  return sameDay && a.evidence.some(span => b.evidence.some((other: Span) => overlaps(span, other)))
}
