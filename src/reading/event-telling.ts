import type {Analysis} from '../language/analysis.ts'
import {misreadEnds} from './misread-verbs.ts'
import {participantsOf} from './participants.ts'

/** How a verb is told: as something that happened, that did not, or that is set for a day to come. */
export type Telling = 'happened' | 'denied' | 'planned'

/**
 * How the verb at `word` is told; undefined where it is a wish, a rule, a chance or a habit.
 *
 * ```text
 * was arrested   did not sign   refused to sign   will meet   could attack   if it sinks
 * ^^happened     ^^denied       ^^denied          ^^planned   ^^none         ^^none
 * ```
 */
export function tellingOf(analysis: Analysis, word: number, isTitle: boolean): Telling | undefined {
  const {forms, xpos, relations} = analysis
  const helpers = helpersOf(analysis, word)
  const isDenied = helpers.some(form => NEGATIONS.test(form)) || isDeniedNoun(analysis, word)
  if (isSupposed(analysis, word)) return undefined
  if (helpers.some(form => CHANCES.test(form))) return undefined
  if (helpers.some(form => WILL.test(form))) return isDenied ? undefined : 'planned'
  if (helpers.includes('to')) return infinitive(analysis, word)
  if (xpos[word] === 'VBG' && !helpers.some(form => BEING.test(form)))
    return isAdverbial(analysis, word) ? 'happened' : undefined
  if (misreadEnds(analysis, word)) return 'happened'
  if (relations[word] === 'amod' && !helpers.some(form => BEING.test(form))) return undefined
  if (/^VBP?$/.test(xpos[word]!) && !SAME_PAST.test(forms[word]!) && !(isTitle && xpos[word] === 'VBP'))
    return isDenied && helpers.some(form => /^did$/i.test(form)) ? 'denied' : undefined
  if (xpos[word] === 'VBZ' && !isTitle) return undefined
  return isDenied ? 'denied' : 'happened'
}

const NEGATIONS = /^(?:not|never|n't|n’t|no)$/i
const CHANCES = /^(?:would|could|may|might|should|can|ca|must|shall|wo|'d|’d)$/i
const WILL = /^(?:will|'ll|’ll)$/i
const BEING = /^(?:is|are|was|were|be|been|being|got)$/i
/** Forms of the past like those of the present. */
const SAME_PAST = /^(?:quit|set|cut|hit|shut|beat|split)$/
/** So far behind its verb "killing six" still tells what came of it. */
const ADVERBIAL_WORDS_MAX = 30

/** "attacked the post, killing six": what came of it. */
function isAdverbial({forms, heads, relations}: Analysis, word: number): boolean {
  const head = heads[word]!
  const isJoined = relations[word] === 'advcl' || (relations[word] === 'acl' && forms[word - 1] === ',')
  if (!isJoined || head < 0 || ADVERBIAL_WORDS_MAX < Math.abs(word - head)) return false
  return !/^(?:from|for|of|without|to|in|on|about|at|against)$/i.test(forms[word - 1] ?? '')
}

/** The helping words of the verb: by the tree, and those right before it. */
function helpersOf(analysis: Analysis, word: number): string[] {
  const {forms, heads, relations} = analysis
  const isJoined = relations[word] === 'xcomp' && 0 <= heads[word]!
  const verbs = isJoined ? [word, heads[word]!] : [word]
  const helping = verbs
    .flatMap(verb => [...participantsOf(analysis).children(verb)])
    .filter(child => child < word && /^(?:aux|cop|mark|advmod)$/.test(relations[child]!))
  let first = word
  while (0 < first && word - first < HELPERS_MAX && HELPER.test(forms[first - 1]!)) first--
  return [...helping.map(child => forms[child]!), ...forms.slice(first, word)]
}

const HELPERS_MAX = 4
const HELPER =
  /^(?:be|been|have|has|had|was|were|is|are|did|do|does|not|n't|n’t|never|being|will|'ll|’ll|would|could|may|might|should|can|must|to)$|ly$/i

/** "No agreement was reached": the noun that undergoes it is none. */
function isDeniedNoun(analysis: Analysis, word: number): boolean {
  const participants = participantsOf(analysis)
  return [participants.subjectWord(word), participants.objectWord(word)].some(
    noun =>
      noun !== undefined &&
      [...participants.children(noun)].some(
        child => analysis.relations[child] === 'det' && /^(?:no|neither)$/i.test(analysis.forms[child]!)
      )
  )
}

/** "if it sinks", "unless they meet": the verb, or one it hangs on, is only supposed. */
function isSupposed(analysis: Analysis, word: number): boolean {
  const {forms, heads, relations} = analysis
  const participants = participantsOf(analysis)
  let verb = word
  for (let step = 0; step < 3 && 0 <= verb; step++) {
    const marks = [...participants.children(verb)].filter(child => relations[child] === 'mark')
    if (marks.some(child => /^(?:if|unless|whether|lest)$/i.test(forms[child]!))) return true
    if (!/^(?:conj|xcomp|aux)$/.test(relations[verb]!)) return false
    verb = heads[verb]!
  }
  return false
}

/** "is to visit", "managed to flee", "refused to sign": by the verb before "to". */
function infinitive({forms, heads, lemmas, relations, xpos}: Analysis, word: number): Telling | undefined {
  let to = word - 1
  while (0 < to && forms[to] !== 'to' && word - to < HELPERS_MAX) to--
  if (/^(?:is|are|due|set|scheduled|planned|expected)$/.test(forms[to - 1] ?? '')) return 'planned'
  if (/^(?:was|were)$/.test(forms[to - 1] ?? '')) return 'planned'
  if (relations[word] !== 'xcomp' || heads[word]! < 0 || !/^VB[DN]$/.test(xpos[heads[word]!]!)) return undefined
  const verb = lemmas[heads[word]!]!
  if (/^(?:manage|go|force|help|compel|oblige|proceed|rush)$/.test(verb)) return 'happened'
  return /^(?:refuse|fail|decline)$/.test(verb) ? 'denied' : undefined
}
