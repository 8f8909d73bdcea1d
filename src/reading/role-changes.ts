import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import {timeNear} from './dates-within.ts'
import {childOf} from './few-children.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {phrasesOf} from './phrases.ts'
import {ENDING_LINKS, ENDING_PHRASES, LEAVING_PLANS, SUCCEEDING_PHRASES} from './role-verbs.ts'
import {DISMISSING_VERBS} from './tenure-words.ts'
import {isDeterminer, isNominal, sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'
import {WordPhrases} from './word-phrases.ts'

/** A person is said to leave, without a word of which post. */
export interface Departure {
  readonly person: Chain
  readonly time: Time | undefined
  /** It is still to come. */
  readonly planned: boolean
  readonly evidence: Span
}

/** One person is said to have taken the post of another. */
export interface Succession {
  readonly from: Chain
  readonly to: Chain
  readonly time: Time | undefined
  readonly evidence: Span
  /** Said behind what somebody becomes: "named director, replacing Varga". */
  readonly follows: boolean
}

const endings = new WordPhrases([
  ...ENDING_PHRASES.filter(phrase => !/^was (?:replaced|suspended|removed)$/.test(phrase)).map(
    phrase => [phrase, 'done'] as const
  ),
  ...LEAVING_PLANS.map(phrase => [phrase, 'planned'] as const)
])
const dismissing = wordSet(DISMISSING_VERBS)
const links = new WordPhrases(ENDING_LINKS.map(phrase => [phrase, true] as const))
const successions = new WordPhrases(SUCCEEDING_PHRASES.map(phrase => [phrase, true] as const))

/** "Varga resigned in May": departures that name no post. */
export function findDepartures(analysis: Analysis): Departure[] {
  const {forms, upos} = analysis
  const found: Departure[] = []
  for (let word = 0; word < forms.length; word++) {
    const ending = endings.at(forms, word, forms.length)
    if (!ending || links.at(forms, ending.endWord, forms.length) || !isWithoutObject(forms, ending.endWord)) continue
    const verb = /^(?:was|will|is)$/i.test(forms[word]!) ? word + 1 : word
    if (upos[verb] !== 'VERB' || isUnreal(analysis, word)) continue
    const place = whoLeaves(analysis, verb, word)
    if (place?.chain.kind !== 'person') continue
    const time = timeNear(analysis, verb, sentenceBounds(analysis, verb))
    const evidence = wordSpan(analysis, Math.min(place.firstWord, word), ending.endWord)
    found.push({person: place.chain, time, planned: ending.value === 'planned', evidence})
  }
  return [...found, ...findDismissals(analysis)]
}

/** The subject; "her predecessor, Osk Varga, was dismissed": the person named between commas where the tree has none. */
function whoLeaves(analysis: Analysis, verb: number, from: number): Place | undefined {
  const own = childOf(analysis, phrasesOf(analysis), verb, 'nsubj')
  const before = mentionIndex(analysis).before(analysis.forms[from - 1] === ',' ? from - 1 : from)
  const isNamed = before?.form === 'name' && before.chain.kind === 'person'
  if (own !== undefined && isNamed && isNameOf(analysis, before, own)) return before
  if (own === undefined && isNamed) return before
  const subject = participantsOf(analysis).subject(verb)
  return subject?.chain.kind !== 'person' && isNamed && analysis.forms[from - 1] === ',' ? before : subject
}

/** "The bank's chairman, Osk Varga, retired": the name stands in apposition to the subject. */
function isNameOf({heads, relations}: Analysis, {firstWord, endWord}: Place, subject: number): boolean {
  for (let word = firstWord; word < endWord; word++)
    if ((relations[word] === 'appos' && heads[word] === subject) || isSubjectToo(heads, relations, word, subject))
      return true
  return false
}

/** "Saltworks director Ida Holm quit": the tree may give the verb both the title and the name. */
function isSubjectToo(heads: Analysis['heads'], relations: readonly string[], word: number, subject: number): boolean {
  return relations[word] === 'nsubj' && heads[word] === heads[subject]
}

/** "The club dismissed its coach, Osk Varga, on Monday" */
function findDismissals(analysis: Analysis): Departure[] {
  const {forms, lemmas, upos} = analysis
  const found: Departure[] = []
  for (let verb = 0; verb < forms.length; verb++) {
    if (upos[verb] !== 'VERB' || !dismissing.has(lemmas[verb]!) || isUnreal(analysis, verb)) continue
    const participants = participantsOf(analysis)
    const place = participants.isPassive(verb) ? undefined : participants.object(verb)
    if (place?.chain.kind !== 'person') continue
    const bounds = sentenceBounds(analysis, verb)
    const time = timeNear(analysis, verb, bounds) ?? timeNear(analysis, place.endWord - 1, bounds)
    found.push({person: place.chain, time, planned: false, evidence: wordSpan(analysis, verb, place.endWord)})
  }
  return found
}

/** Whether what stands from `word` on names no post that is left: "resigned in May", "resigned from office", not "resigned from the board". */
function isWithoutObject(forms: readonly string[], word: number): boolean {
  const next = forms[word] ?? '.'
  if (OWN_POST.test(forms.slice(word, word + 2).join(' '))) return true
  return AFTER_LEAVING.test(next) || (next === 'from' && FROM_OFFICE.test(forms.slice(word + 1, word + 4).join(' ')))
}

/** "quit his job" */
const OWN_POST = /^(?:his|her|their|the) (?:post|office|role|position|job)$/

const FROM_OFFICE = /^(?:(?:his|her|their|the) )?(?:\w+ )?(?:post|office|role|position|job|duties|power)\b/

/** What may follow a verb of leaving that has no object. */
const AFTER_LEAVING =
  /^(?:[.,;:)”"]|--|–|—|in|on|at|after|before|last|this|over|amid|following|and|but|when|because|earlier|yesterday|today|later|two|three|four|five|early|late|with|under|for)$/

function isUnreal(analysis: Analysis, verb: number): boolean {
  return analysis.forms
    .slice(Math.max(sentenceBounds(analysis, verb).first, verb - 4), verb)
    .some(
      form =>
        form !== 'May' &&
        /^(?:not|n't|n’t|never|would|could|may|might|should|must|if|to|until|unless|refused)$/i.test(form)
    )
}

/** "Holm, who replaced Varga in May": successions between two persons. */
export function findSuccessions(analysis: Analysis): Succession[] {
  const {forms} = analysis
  const found: Succession[] = []
  for (let word = 0; word < forms.length; word++) {
    const phrase = successions.at(forms, word, forms.length)
    if (!phrase || isUnreal(analysis, word)) continue
    const follows = /ing$/.test(forms[word]!)
    const from = follows ? personAhead(analysis, word) : participantsOf(analysis).subject(word)
    const to = personFrom(analysis, phrase.endWord)
    if (from?.chain.kind !== 'person' || !to || to.chain === from.chain) continue
    const time = timeNear(analysis, word, sentenceBounds(analysis, word))
    found.push({from: from.chain, to: to.chain, time, evidence: wordSpan(analysis, word, to.endWord), follows})
  }
  return found
}

/** "The board named Osk Varga as director, replacing Per Dahl": whoever is named last before. */
function personAhead(analysis: Analysis, verb: number): Place | undefined {
  const index = mentionIndex(analysis)
  const {first} = sentenceBounds(analysis, verb)
  for (let word = verb; first < word; word--) {
    const place = index.before(word)
    if (place?.form === 'name' && place.chain.kind === 'person') return place
  }
  return undefined
}

function personFrom(analysis: Analysis, from: number): Place | undefined {
  const index = mentionIndex(analysis)
  for (let word = from; word < from + 6; word++) {
    const place = index.from(word)
    if (place) return place.chain.kind === 'person' && place.form === 'name' ? place : undefined
    if (!isNominal(analysis, word) && !isDeterminer(analysis.forms[word]) && !/^(?:and|-)$/.test(analysis.forms[word]!))
      return undefined
  }
  return undefined
}
