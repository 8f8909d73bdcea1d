import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {timeNear, timesWithin} from './dates-within.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {isDeterminer, isNominal, isPossessive, sentenceBounds} from './word-classes.ts'

/** Verbs, as lemmas, whose object, or subject in the passive, dies. */
const KILLING = new Set(['kill', 'assassinate', 'murder', 'execute', 'behead', 'hang', 'slay'])
const DYING = /^(?:died|dies|perished)$/

/** When the text says that a person died, for each that it says so of with a date. */
export function findDeaths(analysis: Analysis): Map<Chain, Time> {
  const deaths = new Map<Chain, Time>()
  for (let word = 0; word < analysis.forms.length; word++) {
    const place = whoDies(analysis, word)
    if (place?.chain.kind !== 'person' || deaths.has(place.chain)) continue
    const time = timeNear(analysis, word, sentenceBounds(analysis, word))
    if (time) deaths.set(place.chain, time)
  }
  return deaths
}

function whoDies(analysis: Analysis, word: number): Place | undefined {
  const {forms, lemmas, upos} = analysis
  const participants = participantsOf(analysis)
  if (DYING.test(forms[word]!)) return participants.subject(word)
  if (upos[word] === 'VERB' && KILLING.has(lemmas[word]!)) {
    if (isUnreal(forms, word)) return undefined
    return participants.isPassive(word)
      ? participants.subject(word)
      : (personAfter(analysis, word) ?? participants.object(word))
  }
  return forms[word] === 'death' ? ownerOfDeath(analysis, word) : undefined
}

/** The person named next after a verb, over the titles before the name: "killed former President Osk Varga". */
function personAfter(analysis: Analysis, verb: number): Place | undefined {
  const index = mentionIndex(analysis)
  for (let word = verb + 1; word < verb + 12; word++) {
    const place = index.from(word)
    if (place?.chain.kind === 'person') return isPossessive(analysis.forms[place.endWord]) ? undefined : place
    if (!isNominal(analysis, word) && !isDeterminer(analysis.forms[word]) && analysis.forms[word] !== 'and')
      return undefined
  }
  return undefined
}

function isUnreal(forms: readonly string[], verb: number): boolean {
  return forms
    .slice(Math.max(0, verb - 4), verb)
    .some(form => form !== 'May' && /^(?:not|n't|n’t|would|could|may|might|to|will|nearly|almost)$/i.test(form))
}

/** "Varga's death in May": a date right after it, since a death is often spoken of long after. */
function ownerOfDeath(analysis: Analysis, noun: number): Place | undefined {
  const index = mentionIndex(analysis)
  const {end} = sentenceBounds(analysis, noun)
  const after = wordSpan(analysis, noun, Math.min(end, noun + 5))
  if (timesWithin(analysis, after).length === 0) return undefined
  const before = analysis.forms[noun - 1] ?? ''
  if (isPossessive(before)) return index.before(noun - 1)
  return /^(?:his|her)$/i.test(before) ? (whoseTenure(analysis, noun) ?? index.at(noun - 1)) : undefined
}

/** "Varga, who led the guild until his death": whoever led it. */
function whoseTenure(analysis: Analysis, noun: number): Place | undefined {
  const {forms, heads, upos} = analysis
  const verb = heads[noun]!
  if (verb < 0 || upos[verb] !== 'VERB' || !/^(?:until|till)$/.test(forms[noun - 2] ?? '')) return undefined
  const place = participantsOf(analysis).subject(verb)
  return place?.chain.kind === 'person' ? place : undefined
}
