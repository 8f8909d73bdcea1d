import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {tenureFrom} from './role-tenure.ts'
import {HOLDINGS} from './roles-led.ts'
import {isDeterminer, isNominal, isPossessive, sentenceBounds} from './word-classes.ts'

/** How far before a name the "by" of its verb is looked for, in words. */
const REACH = 12

/**
 * What a person is of a body that is said to be led by them.
 *
 * ```text
 * The Reed Trust, which is run by Holm's brother, Osk Varga, closed.
 *     ^^^^^^^^^^ body      ^^^^^^ verb             ^^^^^^^^^ head
 * ```
 */
export function rolesOfAgent(analysis: Analysis, place: Place): RoleFinding[] {
  if (place.form !== 'name' || isPossessive(analysis.forms[place.endWord])) return []
  const by = agentLink(analysis, place)
  const verb = by < 0 ? -1 : holdingVerbBefore(analysis, by)
  const body = verb < 0 ? undefined : bodyBefore(analysis, verb)
  if (!body) return []
  const {forms} = analysis
  const noun = forms[verb] === 'run' ? 'head' : HOLDINGS.get(forms[verb]!)!
  const isPast =
    /^(?:was|were)$/.test(forms[verb - 1] ?? '') || (forms[verb - 1] === 'been' && forms[verb - 2] === 'had')
  const {begun} = forms[verb + 1] === 'since' ? tenureFrom(analysis, verb + 1, by) : {}
  return [
    {
      person: place.chain,
      title: {firstWord: verb, headWord: verb, endWord: verb + 1, determiner: -1, plural: false, rank: false},
      titleWords: noun,
      status: isPast || /founder$/.test(noun) ? 'unknown' : 'current',
      ...(begun && {begun}),
      organisation: body.chain.id,
      firstWord: body.firstWord,
      endWord: place.endWord,
      reason: `a body said to be ${forms[verb]} by someone`,
      score: 0.7
    }
  ]
}

/** The "by" before a name, over what describes it and over those named before it; -1 where there is none. */
function agentLink(analysis: Analysis, {firstWord}: Place): number {
  const {forms} = analysis
  const {first} = sentenceBounds(analysis, firstWord)
  for (let word = firstWord - 1; Math.max(first, firstWord - REACH) <= word; word--) {
    if (forms[word] === 'by') return word
    const isPhrase = isNominal(analysis, word) || isDeterminer(forms[word]) || isPossessive(forms[word])
    if (!isPhrase && !/^(?:,|and|-|–)$/.test(forms[word]!)) return -1
  }
  return -1
}

/** "led by", "founded in 2011 by", "led since early May by". */
function holdingVerbBefore({forms, lemmas, upos}: Analysis, by: number): number {
  for (let word = by - 1; by - TIME_WORDS_MAX < word && 0 <= word; word--) {
    if (/^(?:run|led)$/.test(forms[word]!)) return word
    if (/ed$/.test(forms[word]!) && HOLDINGS.has(forms[word]!)) return word
    const isTime = /^(?:NUM|PROPN|NOUN|ADJ|ADP|DET|ADV)$/.test(upos[word]!) && lemmas[word] !== 'by'
    const isSince = forms.slice(Math.max(0, by - TIME_WORDS_MAX), word + 1).includes('since')
    if (!/^(?:in|since|jointly|\d{4})$/.test(forms[word]!) && !(isTime && isSince)) return -1
  }
  return -1
}

/** A verb and the time told before its "by". */
const TIME_WORDS_MAX = 6

/** The body that stands before the verb, over helping words. */
function bodyBefore(analysis: Analysis, verb: number): Place | undefined {
  let word = verb
  while (0 < word && HELPING.test(analysis.forms[word - 1]!)) word--
  const body = mentionIndex(analysis).before(word)
  const isBody = body && ['organisation', 'outlet', 'group', 'place'].includes(body.chain.kind)
  return isBody && !isPossessive(analysis.forms[body.endWord]) ? body : undefined
}

const HELPING = /^(?:is|are|was|were|been|be|being|has|have|had|which|that|,|now|then|still|once|until)$|ly$/
