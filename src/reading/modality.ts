import type {Analysis} from '../language/analysis.ts'
import {JUDGING_VERBS} from './assessment-verbs.ts'
import type {Certainty} from './claim.ts'
import {type Doubt, doubtsIn} from './modality-in-clause.ts'
import {
  ADJECTIVES,
  CARRYING_VERBS,
  COMING_WORDS,
  FACTIVE_VERBS,
  NEGATING_ADJECTIVES,
  NEGATING_VERBS,
  NEGATING_WITH_FROM,
  TELLING_VERBS,
  UNDOING_VERBS,
  UNREAL_NOUNS,
  UNREAL_VERBS
} from './modality-words.ts'
import {participantsOf} from './participants.ts'
import {phrasesOf} from './phrases.ts'
import {negationOf} from './polarity.ts'
import {valueByWord, wordSet} from './word-lists.ts'

/** Whether what a word tells is said to be so, and how surely. */
export interface Assertion {
  readonly polarity: 'positive' | 'negative'
  readonly value: Certainty
  /** The word that makes it less than certain. */
  readonly cue?: number
}

/**
 * How the text tells what the verb, noun or adjective `word` means: as done, as not done, or only as wished, planned, possible or said.
 *
 * ```text
 * He failed to open it.   They plan to meet.   If the dam breaks   She denied that he led it.
 *              ^^^^ not            ^^^^ perhaps         ^^^^^^ perhaps         not ^^^
 * ```
 *
 * It climbs from the word to what governs it, up to where a clause is told in its own right.
 */
export function assertionOf(analysis: Analysis, word: number): Assertion {
  let climb: Climb = {at: word, negative: false, doubt: {value: 'certain'}, isDone: false}
  for (let step = 0; step < STEPS_MAX && !climb.isDone; step++) {
    const own = climb.isMarksOnly ? undefined : negationOf(analysis, climb.at)
    const negative = (own !== undefined) !== climb.negative
    const doubt = doubtsIn(analysis, climb.at, {isNegated: own !== undefined}).reduce(weaker, climb.doubt)
    climb = governed(analysis, {at: climb.at, isDone: false, negative, doubt})
  }
  return {polarity: climb.negative ? 'negative' : 'positive', ...climb.doubt}
}

/** No clause stands deeper in others than this where the depth still tells anything. */
const STEPS_MAX = 6

interface Climb {
  readonly at: number
  readonly negative: boolean
  readonly doubt: Doubt
  readonly isDone: boolean
  /** A denial of `at` itself does not reach what was climbed from. */
  readonly isMarksOnly?: boolean
}

const ORDER: readonly Certainty[] = ['certain', 'probable', 'possible', 'unlikely', 'unknown']

function weaker(a: Doubt, b: Doubt): Doubt {
  return ORDER.indexOf(b.value) > ORDER.indexOf(a.value) ? b : a
}

const negating = wordSet(NEGATING_VERBS)
const negatingWithFrom = wordSet(NEGATING_WITH_FROM)
const undoing = wordSet(UNDOING_VERBS)
const unreal = wordSet(UNREAL_VERBS)
const coming = wordSet(COMING_WORDS)
const adjectives = valueByWord(ADJECTIVES)
const negatingAdjectives = wordSet(NEGATING_ADJECTIVES)
const unrealNouns = valueByWord(UNREAL_NOUNS)
const factive = wordSet(FACTIVE_VERBS)
const carrying = wordSet(CARRYING_VERBS)
const telling = wordSet(TELLING_VERBS)
const judging = valueByWord(JUDGING_VERBS)

/** One step up: what the word that governs `climb.at` says of it. */
function governed(analysis: Analysis, climb: Climb): Climb {
  const {heads, relations, upos} = analysis
  const {at} = climb
  const head = heads[at]!
  const done = {...climb, isDone: true}
  if (head < 0) return done
  const relation = relations[at]!
  if (/^(?:cop|aux)$/.test(relation)) return {...climb, at: head}
  if (relation === 'conj') return joined(analysis, climb, head)
  const isClause =
    /^(?:xcomp|ccomp|csubj)$/.test(relation) || (relation === 'advcl' && isComplement(analysis, at, head))
  if (isClause) return upos[head] === 'ADJ' ? ofAdjective(analysis, climb, head) : ofVerb(analysis, climb, head)
  if (relation === 'advcl') return besideClause(analysis, climb, head)
  if (relation === 'acl') return ofNoun(analysis, climb, head)
  if (/^(?:nmod|compound)$/.test(relation)) {
    const value = relation === 'nmod' ? unrealNouns.get(analysis.lemmas[head]!) : undefined
    return value && !isOwner(analysis, at) ? doubted(climb, value, head) : done
  }
  return /^(?:obj|obl|nsubj)$/.test(relation) ? ofEventNoun(analysis, climb, head) : done
}

/** "came and saw": a verb joined to another shares its denial and its helping verbs where it has its form. */
function joined(analysis: Analysis, climb: Climb, head: number): Climb {
  const {relations, xpos, forms} = analysis
  const {at} = climb
  const children = [...phrasesOf(analysis).children(at)]
  const isOwn =
    xpos[at] !== xpos[head] ||
    children.some(child => /^(?:nsubj|aux|cop)$/.test(relations[child]!)) ||
    children.some(child => relations[child] === 'cc' && /^(?:but|yet)$/i.test(forms[child]!))
  return isOwn ? {...climb, isDone: true} : {...climb, at: head}
}

/** "sold it to pay the men": a purpose; "they would go, leaving the ships": as sure as its main clause, but not denied with it. */
function besideClause(analysis: Analysis, climb: Climb, head: number): Climb {
  const {at} = climb
  if (isInfinitive(analysis, at)) return doubted(climb, 'unknown', at)
  const isBare =
    analysis.xpos[at] === 'VBG' &&
    !phrasesOf(analysis)
      .children(at)
      .some(child => /^(?:mark|case|nsubj|aux)$/.test(analysis.relations[child]!))
  return isBare ? {...climb, at: head, isMarksOnly: true} : {...climb, isDone: true}
}

/** "barred from leaving", "accused of killing": a clause behind a preposition that completes its verb. */
function isComplement(analysis: Analysis, clause: number, head: number): boolean {
  const {forms, lemmas, upos, xpos} = analysis
  if (upos[head] === 'ADJ') return isInfinitive(analysis, clause)
  if (xpos[clause] === 'VBG')
    return phrasesOf(analysis)
      .children(clause)
      .some(child => /^(?:from|of|with|about|on|for|against)$/.test(forms[child]!))
  return isInfinitive(analysis, clause) && (unreal.has(lemmas[head]!) || coming.has(lemmas[head]!))
}

function isInfinitive({forms, xpos}: Analysis, verb: number): boolean {
  if (xpos[verb] === 'VB')
    for (let word = verb - 1; verb - 4 < word; word--) if (/^to$/i.test(forms[word] ?? '')) return true
  return (
    /^to$/i.test(forms[verb - 1] ?? '') ||
    (/^(?:be|have)$/.test(forms[verb - 1] ?? '') && /^to$/i.test(forms[verb - 2] ?? ''))
  )
}

function ofVerb(analysis: Analysis, climb: Climb, verb: number): Climb {
  const {forms, lemmas, relations, xpos} = analysis
  const lemma = lemmas[verb]!
  const {at} = climb
  const done = {...climb, isDone: true}
  const marker = phrasesOf(analysis)
    .children(at)
    .find(child => /^(?:mark|case)$/.test(relations[child]!))
  const form = marker === undefined ? '' : forms[marker]!.toLowerCase()
  if (negating.has(lemma) || (form === 'from' && negatingWithFrom.has(lemma)))
    return {...climb, at: verb, negative: !climb.negative}
  if (factive.has(lemma) && relations[at] === 'ccomp') return done
  if (lemma === 'go' && xpos[verb] === 'VBG' && isInfinitive(analysis, at)) return doubted(climb, 'probable', verb)
  if (coming.has(lemma) && isInfinitive(analysis, at)) return doubted(climb, 'probable', verb)
  if (lemma === 'have' && relations[at] === 'xcomp' && isInfinitive(analysis, at))
    return doubted(climb, 'unknown', verb)
  if (lemma === 'be' && isInfinitive(analysis, at)) return doubted(climb, 'probable', verb)
  if (/^(?:seem|appear)$/.test(lemma)) return doubted(climb, 'probable', verb, analysis)
  const judged = judging.get(lemma)
  if (judged && !(relations[at] === 'xcomp' && /^(?:consider|suggest|question)$/.test(lemma)))
    return doubted(climb, judged, verb, analysis)
  if (unreal.has(lemma)) return doubted(climb, 'unknown', verb, analysis)
  if (relations[at] === 'xcomp') return {...climb, at: verb}
  const isUnsaid = telling.has(lemma) && negationOf(analysis, verb) !== undefined
  return isUnsaid ? doubted(climb, 'unknown', verb) : done
}

function ofAdjective(analysis: Analysis, climb: Climb, adjective: number): Climb {
  const lemma = analysis.lemmas[adjective]!
  if (
    !isInfinitive(analysis, climb.at) &&
    !/^(?:possible|likely|unlikely|probable|doubtful|unclear|uncertain)$/.test(lemma)
  )
    return {...climb, isDone: true}
  if (negatingAdjectives.has(lemma)) return {...climb, isDone: true, negative: !climb.negative}
  if (lemma === 'able' && isPast(analysis, adjective)) return {...climb, at: adjective}
  const value = coming.has(lemma) ? 'probable' : adjectives.get(lemma)
  return value ? doubted(climb, value, adjective, analysis) : {...climb, at: adjective}
}

function isPast(analysis: Analysis, adjective: number): boolean {
  return phrasesOf(analysis)
    .children(adjective)
    .some(child => /^(?:was|were)$/.test(analysis.forms[child]!))
}

/** A clause after a noun: told in its own right where it has a subject or a finite verb; "a plan to sell it" is not. */
function ofNoun(analysis: Analysis, climb: Climb, noun: number): Climb {
  const {at} = climb
  const {forms, lemmas, relations, upos} = analysis
  const value = unrealNouns.get(lemmas[noun]!)
  if (/^(?:NOUN|PROPN)$/.test(upos[noun]!) && isInfinitive(analysis, at))
    return doubted(climb, value ?? 'unknown', noun)
  const marker = phrasesOf(analysis)
    .children(at)
    .find(child => /^(?:mark|case)$/.test(relations[child]!))
  const form = marker === undefined ? '' : forms[marker]!.toLowerCase()
  return value && /^(?:that|of|for|whether|at)$/.test(form) ? doubted(climb, value, noun) : {...climb, isDone: true}
}

/** The noun of an event as part of a clause: "cancelled the vote", "the vote will take place", "called for talks". */
function ofEventNoun(analysis: Analysis, climb: Climb, verb: number): Climb {
  const {at} = climb
  const {lemmas, relations, upos, forms} = analysis
  const done = {...climb, isDone: true}
  if (!/^(?:NOUN|PROPN)$/.test(upos[at]!) || !/^(?:VERB|ADJ)$/.test(upos[verb]!)) return done
  const lemma = lemmas[verb]!
  const isUndergone = relations[at] === 'obj' || (relations[at] === 'nsubj' && participantsOf(analysis).isPassive(verb))
  if (isUndergone && undoing.has(lemma)) return {...climb, at: verb, negative: !climb.negative}
  const isAny = !phrasesOf(analysis)
    .children(at)
    .some(child => /^(?:the|this|that|these|those|his|her|its|their)$/i.test(forms[child]!))
  if (
    isUndergone &&
    isAny &&
    /^(?:want|plan|threaten|demand|propose|fear|seek|urge|consider|expect|promise|schedule)$/.test(lemma)
  )
    return doubted(climb, lemma === 'schedule' || lemma === 'expect' ? 'probable' : 'unknown', verb)
  if (isUndergone && /^(?:plan|schedule|expect|postpone|propose|delay)$/.test(lemma))
    return doubted(climb, 'probable', verb)
  if (relations[at] === 'obl') return isCalledFor(analysis, at, verb) ? doubted(climb, 'unknown', verb) : done
  return carrying.has(lemma) ? {...climb, at: verb} : done
}

/** "called for an inquiry", "pushed for talks". */
function isCalledFor(analysis: Analysis, noun: number, verb: number): boolean {
  return (
    /^(?:call|push|press|ask|hope|wait|prepare|campaign|plead|beg|brace)$/.test(analysis.lemmas[verb]!) &&
    phrasesOf(analysis)
      .children(noun)
      .some(child => analysis.forms[child] === 'for')
  )
}

/** "the plan of the guild": the guild owns the plan, it is not planned. */
function isOwner(analysis: Analysis, noun: number): boolean {
  return (
    analysis.upos[noun] === 'PROPN' ||
    phrasesOf(analysis)
      .children(noun)
      .some(child => /^(?:'s|’s|by)$/.test(analysis.forms[child]!))
  )
}

/** The climb ends in a doubt; a governor that is itself denied turns what it governs too: "do not believe that". */
function doubted(climb: Climb, value: Certainty, cue: number, analysis?: Analysis): Climb {
  const isDenied = analysis !== undefined && negationOf(analysis, cue) !== undefined
  return {...climb, isDone: true, negative: climb.negative !== isDenied, doubt: weaker(climb.doubt, {value, cue})}
}
