import {type Analysis, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {WordRange} from './layout.ts'
import {participantsOf} from './participants.ts'
import {phrasesOf} from './phrases.ts'
import {
  OPINION_HOLDERS,
  OPINION_VERBS,
  SEEN_PASSIVES,
  TOLD_PASSIVES,
  VAGUE_ADVERBS,
  VAGUE_PEOPLE
} from './weasel-words.ts'
import {wordSet} from './word-lists.ts'

/** These words say that people without a name hold what stands in the scope. */
export interface Weasel {
  readonly hedge: Span
  readonly scope: Span
  /** The people, where words stand for them: "many critics". */
  readonly people?: WordRange
}

/**
 * The opinion that the verb at `word` gives to people without a name.
 *
 * ```text
 * Many critics say the bridge is ugly.   It is widely regarded as ugly.   It is said to be ugly.
 * ^^^^^^^^^^^^^^^^ hedge                    ^^^^^^^^^^^^^^^^^^               ^^^^^^^
 * ```
 */
export function weaselAt(analysis: Analysis, word: number): Weasel | undefined {
  if (analysis.upos[word] !== 'VERB') return undefined
  return participantsOf(analysis).isPassive(word) ? passiveOpinion(analysis, word) : peoplesOpinion(analysis, word)
}

const vaguePeople = wordSet(VAGUE_PEOPLE)
const opinionHolders = wordSet(OPINION_HOLDERS)
const opinionVerbs = wordSet(OPINION_VERBS)
const toldPassives = wordSet(TOLD_PASSIVES)
const seenPassives = wordSet(SEEN_PASSIVES)
const vagueAdverbs = wordSet(VAGUE_ADVERBS)

function peoplesOpinion(analysis: Analysis, verb: number): Weasel | undefined {
  const {lemmas, xpos} = analysis
  if (!opinionVerbs.has(lemmas[verb]!) || !/^VB[DPZN]?$/.test(xpos[verb]!)) return undefined
  const phrases = phrasesOf(analysis)
  const subject = phrases.child(verb, 'nsubj')
  const content = phrases.child(verb, 'ccomp')
  if (subject === undefined || content === undefined || verb < subject || !isVaguePeople(analysis, subject))
    return undefined
  const people = {first: phrases.first(subject), end: phrases.last(subject) + 1}
  return {
    hedge: wordSpan(analysis, people.first, verb + 1),
    scope: wordSpan(analysis, phrases.first(content), phrases.last(content) + 1),
    people
  }
}

/** "some", "many critics", "security experts"; not "the critics", "two experts", "experts at Norland Steel". */
function isVaguePeople(analysis: Analysis, noun: number): boolean {
  const {forms, lemmas, relations, upos, xpos} = analysis
  const phrases = phrasesOf(analysis)
  const isAlone = vaguePeople.has(forms[noun]!.toLowerCase())
  if (!isAlone && !(xpos[noun] === 'NNS' && opinionHolders.has(lemmas[noun]!))) return false
  for (let word = phrases.first(noun); word <= phrases.last(noun); word++)
    if (upos[word] === 'PROPN' || upos[word] === 'NUM') return false
  return phrases.children(noun).every(child => {
    if (isAlone && /^(?:nmod|acl)$/.test(relations[child]!)) return false
    return relations[child] !== 'det' || VAGUE_DETERMINERS.test(forms[child]!)
  })
}

const VAGUE_DETERMINERS = /^(?:some|many|several|most|other|few|various|all)$/i

/** "It is said that", "is rumoured to have", "is widely regarded as"; none where it is said by somebody who has a name. */
function passiveOpinion(analysis: Analysis, verb: number): Weasel | undefined {
  const {forms, lemmas, relations} = analysis
  const phrases = phrasesOf(analysis)
  const lemma = lemmas[verb]!
  const children = [...phrases.children(verb)]
  const adverb = children.find(child => relations[child] === 'advmod' && vagueAdverbs.has(forms[child]!.toLowerCase()))
  const isSeen = seenPassives.has(lemma) && (adverb !== undefined || /^(?:regard|see|view|perceive)$/.test(lemma))
  if (!(isSeen || toldPassives.has(lemma))) return undefined
  const content = children.find(child => verb < child && isHeld(analysis, child, isSeen))
  if (!isFinitePassive(analysis, verb)) return undefined
  const agent = agentOf(analysis, verb)
  if (content === undefined || (agent !== undefined && !isVaguePeople(analysis, agent))) return undefined
  const helper = children.find(
    child => child < verb && relations[child] === 'aux' && !/^(?:may|might|could|can)$/.test(forms[child]!)
  )
  return {
    hedge: wordSpan(analysis, Math.min(helper ?? verb, adverb ?? verb), verb + 1),
    scope: wordSpan(analysis, phrases.first(content), phrases.last(content) + 1),
    ...(agent !== undefined && {people: {first: phrases.first(agent) + 1, end: phrases.last(agent) + 1}})
  }
}

/** "is regarded", "has been said": how things are; "should be regarded" and "being regarded" tell of nobody's opinion. */
export function isFinitePassive(analysis: Analysis, verb: number): boolean {
  const {forms, relations, xpos} = analysis
  const helpers = [...phrasesOf(analysis).children(verb)].filter(child => relations[child] === 'aux' && child < verb)
  return (
    helpers.some(child => /^(?:is|are|was|were|been|'s|’s|'re|’re)$/i.test(forms[child]!)) &&
    !helpers.some(child => xpos[child] === 'MD')
  )
}

/** "by many critics": the noun. */
function agentOf(analysis: Analysis, verb: number): number | undefined {
  const phrases = phrasesOf(analysis)
  return phrases.children(verb).find(child => {
    const marker = phrases.child(child, 'case')
    return marker !== undefined && /^by$/i.test(analysis.forms[marker]!)
  })
}

/** What is held: "that it fell", "to have fallen", "as a ruin". */
function isHeld(analysis: Analysis, child: number, isSeen: boolean): boolean {
  const {forms, relations, xpos} = analysis
  const relation = relations[child]!
  const marks = [...phrasesOf(analysis).children(child)].filter(word => /^(?:mark|case)$/.test(relations[word]!))
  if (isSeen) return marks.some(word => /^as$/i.test(forms[word]!))
  if (/^(?:ccomp|csubj)$/.test(relation)) return marks.some(word => /^that$/i.test(forms[word]!))
  return relation === 'xcomp' && marks.some(word => forms[word] === 'to') && xpos[child] !== 'VBG'
}
