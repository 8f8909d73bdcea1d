import {type Analysis, wordSpan} from '../language/analysis.ts'
import type {Voice} from './claim.ts'
import {timesWithin} from './dates-within.ts'
import {childOf, childrenOf} from './few-children.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {OUTLET_NOUNS, PASSING_VERBS, PUTTING_OUT} from './passing-words.ts'
import type {Phrases} from './phrases.ts'
import {isCapitalised, isPossessive} from './word-classes.ts'
import {valueByWord, wordSet} from './word-lists.ts'

const kindByVerb = valueByWord(PASSING_VERBS)
const outletNouns = wordSet(OUTLET_NOUNS)

/**
 * By whom the production that the noun at `noun` names was made, put out or translated, as the words around the noun say.
 *
 * ```text
 * a letter published by the Slipway Bulletin
 *          ^^^^^^^^^^^^ publisher
 * ```
 */
export function findPassers(analysis: Analysis, phrases: Phrases, noun: number): Voice[] {
  const around = [...verbsBelow(analysis, phrases, noun), ...verbsAbove(analysis, phrases, noun)]
  const found = around.flatMap(verb => passersBy(analysis, phrases, verb, noun))
  return [...found, ...besideNoun(analysis, phrases, noun)].filter(isFirst)
}

/** Whether the phrase that `head` heads names what has news of its own: "the magazine Field Notes", "Radio Tern". */
export function isOutlet(analysis: Analysis, phrases: Phrases, head: number): boolean {
  const own = participantsOf(analysis).thing(head)
  if (own?.chain.kind === 'outlet') return true
  if (own?.chain.kind === 'place') return false
  if (outletNouns.has(analysis.lemmas[head]!.toLowerCase())) return true
  return childrenOf(phrases, head).some(
    child =>
      /^(?:compound|flat|appos|nmod)$/.test(analysis.relations[child]!) &&
      childOf(analysis, phrases, child, 'case') === undefined &&
      outletNouns.has(analysis.lemmas[child]!.toLowerCase())
  )
}

/** The voice of the thing, or of the words, that the phrase of `head` names. */
export function voiceOfPhrase(analysis: Analysis, phrases: Phrases, kind: Voice['kind'], head: number): Voice {
  const named = nameAfter(analysis, phrases, head) ?? head
  const thing = participantsOf(analysis).thing(named)
  return thing ? {kind, entity: thing.chain.id} : wordsOfPhrase(analysis, phrases, kind, named)
}

/** The voice of the words of a phrase, where nothing that the text names is meant. */
export function wordsOfPhrase(analysis: Analysis, phrases: Phrases, kind: Voice['kind'], head: number): Voice {
  const article = childOf(analysis, phrases, head, 'det')
  const isThe = article !== undefined && /^the$/i.test(analysis.forms[article]!)
  const name = isThe ? nameAfter(analysis, phrases, head) : undefined
  const isPerson = name !== undefined && mentionIndex(analysis).at(name)?.chain.kind === 'person'
  const {start, end} = phraseSpan(analysis, phrases, isPerson ? head : (name ?? head))
  return {kind, text: analysis.text.slice(start, end).replace(/\s+/g, ' '), start, end}
}

/** "the newsletter Margin": the name that follows a common noun, even where the tree hangs it elsewhere. */
function nameAfter(analysis: Analysis, phrases: Phrases, head: number): number | undefined {
  const {relations, upos} = analysis
  if (upos[head] !== 'NOUN') return undefined
  if (mentionIndex(analysis).from(head + 1)?.form === 'name' && upos[head + 1] === 'PROPN') return head + 1
  return childrenOf(phrases, head).find(
    child =>
      head < child &&
      upos[child] === 'PROPN' &&
      /^(?:appos|flat|nmod)$/.test(relations[child]!) &&
      childOf(analysis, phrases, child, 'case') === undefined
  )
}

/** The words of a phrase without its preposition, and without clauses that describe it. */
function phraseSpan(analysis: Analysis, phrases: Phrases, head: number): {start: number; end: number} {
  let first = head
  let end = head + 1
  for (const child of childrenOf(phrases, head)) {
    const relation = analysis.relations[child]!
    if (child < head && !/^(?:case|cc|punct|mark|advmod)$/.test(relation)) first = Math.min(first, phrases.first(child))
    if (phrases.first(child) === end && /^(?:flat|compound|nmod)$/.test(relation)) end = phrases.last(child) + 1
  }
  if (isCapitalised(analysis.forms[head]!)) first = nameStart(analysis, first, head)
  return wordSpan(analysis, first, end)
}

/** "the newsletter Margin" where the tree takes the name for the head: the name alone. */
function nameStart({forms}: Analysis, first: number, head: number): number {
  const lower = forms.slice(first, head).findLastIndex(form => !isCapitalised(form) && !/^(?:of|the|&|-)$/.test(form))
  return lower < 0 ? first : first + lower + 1
}

/** Verbs that describe the noun: "a letter published by", "a report, which was leaked to", with those joined to them. */
function verbsBelow(analysis: Analysis, phrases: Phrases, noun: number): number[] {
  return withJoined(
    analysis,
    phrases,
    childrenOf(phrases, noun).filter(child => analysis.relations[child] === 'acl')
  )
}

/** Verbs that the noun is the object or passive subject of: "the police released a video", "the video was made by". */
function verbsAbove(analysis: Analysis, phrases: Phrases, noun: number): number[] {
  const {heads, relations} = analysis
  const verb = heads[noun]!
  if (verb < 0 || !/^(?:nsubj|obj)$/.test(relations[noun]!)) return []
  return relations[noun] === 'nsubj' ? withJoined(analysis, phrases, [verb]) : [verb]
}

function withJoined({relations}: Analysis, phrases: Phrases, verbs: readonly number[]): number[] {
  return verbs.flatMap(verb => [verb, ...childrenOf(phrases, verb).filter(child => relations[child] === 'conj')])
}

function passersBy(analysis: Analysis, phrases: Phrases, verb: number, noun: number): Voice[] {
  const kind = kindOfVerb(analysis, verb)
  if (!kind) return []
  const isActive = childOf(analysis, phrases, verb, 'obj') === noun && analysis.xpos[verb] !== 'VBN'
  const doer = isActive || hasHelper(analysis, phrases, verb) ? subjectOf(analysis, phrases, verb, noun) : undefined
  const heads = [...(doer === undefined ? [] : [doer]), ...agentsOf(analysis, phrases, verb)]
  return heads.filter(head => analysis.upos[head] !== 'PRON').map(head => voiceOfPhrase(analysis, phrases, kind, head))
}

function kindOfVerb({lemmas, forms}: Analysis, verb: number): Voice['kind'] | undefined {
  const needed = PUTTING_OUT[lemmas[verb]!]?.split(' ')
  if (needed && forms.slice(verb + 1, verb + 3).some(form => needed.includes(form))) return 'publisher'
  return kindByVerb.get(lemmas[verb]!) ?? kindByVerb.get(forms[verb]!.toLowerCase().replace(/ed$/, ''))
}

/** "has posted": a participle that is no passive. */
function hasHelper({lemmas}: Analysis, phrases: Phrases, verb: number): boolean {
  const helpers = childrenOf(phrases, verb).map(child => lemmas[child])
  return helpers.includes('have') && !helpers.includes('be')
}

function subjectOf(analysis: Analysis, phrases: Phrases, verb: number, noun: number): number | undefined {
  const subject = childOf(analysis, phrases, verb, 'nsubj')
  return subject === noun || analysis.relations[verb] === 'acl' ? undefined : subject
}

/** "by the police", "leaked to the Evening Bell", "shown on Channel Two". */
function agentsOf(analysis: Analysis, phrases: Phrases, verb: number): number[] {
  return childrenOf(phrases, verb).filter(child => {
    const marker = childOf(analysis, phrases, child, 'case')
    if (marker === undefined || !/^(?:NOUN|PROPN)$/.test(analysis.upos[child]!)) return false
    const preposition = analysis.forms[marker]!.toLowerCase()
    if (preposition === 'to' && analysis.lemmas[verb] === 'leak') return true
    if (preposition === 'by' || preposition === 'through') return !isTime(analysis, phrases, child)
    return (
      /^(?:to|on|in|via)$/.test(preposition) && isNamed(analysis, phrases, child) && isOutlet(analysis, phrases, child)
    )
  })
}

/** "on Channel Two", not "on the group's website": a place of one's own to put things is nobody else's voice. */
function isNamed(analysis: Analysis, phrases: Phrases, head: number): boolean {
  return analysis.upos[head] === 'PROPN' || nameAfter(analysis, phrases, head) !== undefined
}

/** "published by Friday" */
function isTime(analysis: Analysis, phrases: Phrases, head: number): boolean {
  return timesWithin(analysis, wordSpan(analysis, phrases.first(head), head + 1)).length > 0
}

/** "a report by the commission", "an interview with the weekly Runway", "the observatory's webcast", "the magazine of the guild". */
function besideNoun(analysis: Analysis, phrases: Phrases, noun: number): Voice[] {
  return childrenOf(phrases, noun).flatMap(child => {
    if (analysis.relations[child] !== 'nmod') return []
    const marker = childOf(analysis, phrases, child, 'case')
    const preposition = marker === undefined ? '' : analysis.forms[marker]!.toLowerCase()
    const kind = participantsOf(analysis).thing(child)?.chain.kind
    const isBody = kind !== undefined && /^(?:organisation|outlet|group)$/.test(kind)
    if (preposition === 'by' && !isTime(analysis, phrases, child))
      return [voiceOfPhrase(analysis, phrases, 'producer', child)]
    if (isPossessive(preposition) && isBody) return [voiceOfPhrase(analysis, phrases, 'producer', child)]
    if (/^(?:with|on|to|in)$/.test(preposition) && isOutlet(analysis, phrases, child))
      return [voiceOfPhrase(analysis, phrases, 'publisher', child)]
    return preposition === 'of' && isBody && outletNouns.has(analysis.lemmas[noun]!)
      ? [voiceOfPhrase(analysis, phrases, 'publisher', child)]
      : []
  })
}

function isFirst(voice: Voice, index: number, all: readonly Voice[]): boolean {
  return all.findIndex(other => isSameVoice(other, voice)) === index
}

/** Whether two voices are one thing, whatever it did. */
export function isSameVoice(a: Voice, b: Voice): boolean {
  return a.entity === undefined ? b.entity === undefined && a.text === b.text : a.entity === b.entity
}
