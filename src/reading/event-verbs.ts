import type {Analysis} from '../language/analysis.ts'
import {timeNear} from './dates-within.ts'
import type {EventDraft} from './event-draft.ts'
import {placeOf} from './event-places.ts'
import {clauseReach} from './event-reach.ts'
import {type Ends, isLiving, isTown, kindOfVerb, mayTellEvent} from './event-senses.ts'
import {type Telling, tellingOf} from './event-telling.ts'
import {PERSON_VERBS} from './event-triggers.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {misreadEnds} from './misread-verbs.ts'
import {participantsOf} from './participants.ts'
import type {WordBounds} from './relation-draft.ts'
import {subjectOfVerb} from './relation-subjects.ts'
import {wordSet} from './word-lists.ts'

/** The event that the verb at `word` tells of. */
export function verbEvent(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  isTitle: boolean
): EventDraft | undefined {
  if (!mayTellEvent(analysis, word)) return undefined
  const voice = voiceOf(analysis, word, bounds)
  const ends = endsOf(analysis, word, voice)
  const kind = kindOfVerb(analysis, word, ends)
  const telling = kind === undefined ? undefined : tellingOf(analysis, word, isTitle)
  if (!kind || !telling) return undefined
  const subject = subjectOf(analysis, word, bounds, kind)
  const {agents, targets} = partsOf(analysis, word, {voice, subject, ends})
  const when = timeNear(analysis, word, relativeBounds(analysis, word, bounds))
  const reach = clauseReach(analysis, word, bounds, subject)
  const place = placeOf(
    analysis,
    {trigger: word, verb: misreadEnds(analysis, word)?.patient},
    reach,
    kind === 'disaster'
  )
  const named = {agents, targets, place, when}
  if (!isWorthTelling(analysis, {kind, telling, ends, ...named}) || isOfThings(analysis, word, agents, targets))
    return undefined
  if (agents.length + targets.length === 0 && isBareClause(analysis, reach.first)) return undefined
  return {
    kind,
    trigger: word,
    reach,
    ...named,
    others: othersOf(analysis, word, kind, ends.patient),
    polarity: telling === 'denied' ? 'negative' : 'positive',
    isPlanned: telling === 'planned',
    reason: `verb of an event: "${analysis.forms[word]}"`,
    score: when ? 0.7 : 0.5,
    recalls: []
  }
}

/** "over faulty brakes that killed three": a date before the noun that the clause describes is that of another verb. */
function relativeBounds(analysis: Analysis, word: number, bounds: WordBounds): WordBounds {
  const head = analysis.heads[word]!
  if (!analysis.relations[word]!.startsWith('acl') || analysis.forms[word - 1] !== 'that') return bounds
  const first = participantsOf(analysis).reach(head).first
  return bounds.first <= first && first < word ? {first, end: bounds.end} : bounds
}

/** `undergone`: the subject is who or what it happens to, by the form of the verb or by its meaning. */
type VerbVoice = 'active' | 'passive' | 'undergone'

function voiceOf(analysis: Analysis, word: number, bounds: WordBounds): VerbVoice {
  const participants = participantsOf(analysis)
  if (misreadEnds(analysis, word)) return 'active'
  if (participants.isPassive(word) || participants.isReduced(word) || isJoinedPassive(analysis, word)) return 'passive'
  if (LAUNCHING.test(analysis.lemmas[word]!) && isUndergone(analysis, word, bounds)) return 'undergone'
  const isFate = FATES.test(analysis.lemmas[word]!) && participants.objectWord(word) === undefined
  return isFate ? 'undergone' : 'active'
}

const LAUNCHING =
  /^(?:launch|establish|found|co-?found|form|incorporate|register|open|inaugurate|unveil|begin|start|set)$/
/** What befalls its subject where it has no object. */
const FATES = /^(?:die|perish|drown|collapse|sink|capsize|crash|derail|erupt|explode|flood|burn|form)$/

/** "was arrested in May and charged in June": the second verb is joined to a passive and has no object of its own. */
function isJoinedPassive(analysis: Analysis, word: number): boolean {
  const {heads, relations, xpos} = analysis
  const head = heads[word]!
  if (relations[word] !== 'conj' || head < 0 || !/^VB[DN]$/.test(xpos[word]!)) return false
  const participants = participantsOf(analysis)
  const object = participants.objectWord(word)
  const isAlone = object === undefined || TIME_UNITS.test(analysis.lemmas[object]!)
  const isHelped = [...participants.children(word)].some(child => /^(?:aux|nsubj)$/.test(relations[child]!))
  return isAlone && !isHelped && !FATES.test(analysis.lemmas[word]!) && participants.isPassive(head)
}

const TIME_UNITS = /^(?:day|week|month|year|hour|minute|decade|time)$/

function endsOf(analysis: Analysis, word: number, voice: VerbVoice): Ends {
  const participants = participantsOf(analysis)
  const misread = misreadEnds(analysis, word)
  if (misread) return misread
  if (voice === 'active') return {agent: participants.subjectWord(word), patient: participants.objectWord(word)}
  return {
    agent: voice === 'passive' ? participants.obliqueWord(word, 'by') : undefined,
    patient: participants.subjectWord(word)
  }
}

/** Who does it and who undergoes it, by name; the tree's words where it has them, neighbours where it has not. */
function partsOf(
  analysis: Analysis,
  word: number,
  {voice, subject, ends}: {voice: VerbVoice; subject: Place | undefined; ends: Ends}
): {agents: Place[]; targets: Place[]} {
  const participants = participantsOf(analysis)
  const subjects = withJoined(analysis, subject, voice === 'active' ? ends.agent : ends.patient)
  if (voice !== 'active')
    return {agents: voice === 'passive' ? participants.obliques(word, 'by') : [], targets: subjects}
  const isIndirect = ends.patient === undefined
  const indirect = isIndirect ? participants.object(word) : undefined
  const targets = ends.patient === undefined ? (indirect ? [indirect] : []) : namedObjects(analysis, ends.patient)
  return {agents: subjects, targets: targets.filter(({chain}) => subjects.every(other => other.chain !== chain))}
}

/** The things that the object names; of "the border town of Hesk" the place. */
function namedObjects(analysis: Analysis, object: number): Place[] {
  const participants = participantsOf(analysis)
  const things = participants.things(object)
  if (0 < things.length || !isTown(analysis, object)) return things
  return participants.obliques(object, 'of').filter(({chain}) => chain.kind === 'place')
}

/** The subject, and those that the tree joins to it. */
function withJoined(analysis: Analysis, subject: Place | undefined, head: number | undefined): Place[] {
  if (head === undefined) return subject ? [subject] : []
  const joined = participantsOf(analysis).things(head)
  if (!subject) return joined
  return [
    subject,
    ...joined.filter(({chain}) => chain !== subject.chain && joined.some(one => one.chain === subject.chain))
  ]
}

/** Whom or what the verb is about; births and deaths are told of persons, over brackets and before their subject too. */
function subjectOf(analysis: Analysis, word: number, bounds: WordBounds, kind: string): Place | undefined {
  const told =
    kind === 'birth' || kind === 'death'
      ? subjectOfVerb(analysis, word, bounds, ['person'])
      : kind === 'launch' && isUndergone(analysis, word, bounds)
        ? subjectOfVerb(analysis, word, bounds, ['organisation', 'outlet', 'group'])
        : undefined
  return isDescribed(analysis, word) ? apposed(analysis, word) : (told ?? participantsOf(analysis).subject(word))
}

/** "The governor of the province, Ragna Stull, lost": the name between commas before the verb. */
function apposed(analysis: Analysis, word: number): Place | undefined {
  const place = analysis.forms[word - 1] === ',' ? mentionIndex(analysis).before(word - 1) : undefined
  return place?.chain.kind === 'person' && analysis.forms[place.firstWord - 1] === ',' ? place : undefined
}

/** "Olsen, whose brother was killed": the subject is a noun that no name stands for. */
function isDescribed(analysis: Analysis, word: number): boolean {
  const participants = participantsOf(analysis)
  const own = [...participants.children(word)].find(child => analysis.relations[child] === 'nsubj')
  return own !== undefined && own < word && analysis.upos[own] === 'NOUN' && participants.thing(own) === undefined
}

/** "Founded in 1998, the guild", "the guild, established in May", "the guild started in 1987": what the launch is of. */
function isUndergone({forms, upos, xpos}: Analysis, verb: number, {first}: WordBounds): boolean {
  if (verb === first || (xpos[verb] === 'VBN' && /^[,(]$/.test(forms[verb - 1]!))) return true
  return (
    /^(?:started|began|opened|launched)$/.test(forms[verb]!) &&
    /^(?:in|on|at)$/.test(forms[verb + 1] ?? '') &&
    upos[verb] === 'VERB'
  )
}

/** With whom one meets, agrees or plays, and from or to whom one buys or sells. */
function othersOf(analysis: Analysis, word: number, kind: string, object: number | undefined): Place[] {
  const prepositions = COMPANIONS[kind]
  const heads = object === undefined ? [word] : [word, object]
  return prepositions ? heads.flatMap(head => participantsOf(analysis).obliques(head, ...prepositions)) : []
}

const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  meeting: ['with'],
  agreement: ['with'],
  acquisition: ['from', 'to', 'with']
}

interface Told extends Pick<EventDraft, 'kind' | 'agents' | 'targets' | 'place' | 'when'> {
  readonly telling: Telling
  readonly ends: Ends
}

/** An event needs a date, or one who did it and one to whom; grave ones a name on one side, or a number of people. */
function isWorthTelling(analysis: Analysis, {kind, telling, ends, agents, targets, place, when}: Told): boolean {
  const isBoth = (0 < agents.length && 0 < targets.length) || (MUTUAL.has(kind) && 1 < agents.length)
  if (telling === 'planned') return when !== undefined && 0 < agents.length + targets.length
  if (kind === 'announcement' || kind === 'contest') return when !== undefined && 0 < agents.length
  if (PERSONAL.has(kind)) return when !== undefined && 0 < agents.length + targets.length
  if (DATED.has(kind)) return when !== undefined
  if (when !== undefined || isBoth) return true
  if (!GRAVE.has(kind) || ends.patient === undefined) return false
  if (BODILY.has(kind) && ends.agent !== undefined && isLiving(analysis, ends.patient)) return true
  return kind === 'disaster' || 0 < targets.length || place !== undefined || isCounted(analysis, ends.patient)
}

/** Kinds that are told of anybody at any time: only a date and a name make them news. */
const PERSONAL = new Set(['joining', 'succession', 'journey', 'award', 'marriage', 'departure'])

/** Kinds that only a date makes news. */
const DATED = new Set(['building', 'discovery', 'split', 'release', 'evacuation'])

/** Kinds that are news without a date. */
const GRAVE = new Set([
  'death',
  'attack',
  'arrest',
  'freeing',
  'kidnapping',
  'trial',
  'disaster',
  'rescue',
  'acquisition',
  'election'
])

/** Kinds that are news of anybody, where it is told who or what did it. */
const BODILY = new Set(['death', 'arrest', 'kidnapping'])

/** Kinds that two do together. */
const MUTUAL = new Set(['agreement', 'marriage', 'meeting', 'acquisition'])

/** "killed 12 people", "killed 12". */
function isCounted(analysis: Analysis, word: number): boolean {
  if (!isLiving(analysis, word)) return false
  if (analysis.upos[word] === 'NUM') return true
  return [...participantsOf(analysis).children(word)].some(child => analysis.relations[child] === 'nummod')
}

const personVerbs = wordSet(PERSON_VERBS)

/** The subject, or who undergoes it, is no person, where only a person can be. */
function isOfThings(
  {lemmas, forms}: Analysis,
  verb: number,
  agents: readonly Place[],
  targets: readonly Place[]
): boolean {
  if (!personVerbs.has(lemmas[verb]!) || forms[verb] === 'born') return false
  const who = lemmas[verb] === 'retire' ? [...agents, ...targets] : targets
  return !who.some(({chain}) => chain.kind === 'person')
}

/** "that …", "who …" without any name is no event of its own. */
function isBareClause({forms}: Analysis, first: number): boolean {
  return /^(?:that|which|who|and|,)$/i.test(forms[first]!)
}
