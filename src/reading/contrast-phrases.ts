import type {Analysis} from '../language/analysis.ts'
import {
  ACCOUNT_NOUNS,
  AGREEING_VERBS,
  BELIEVED_NOUNS,
  BREAKING_WORD_VERBS,
  CLAIMING_VERBS,
  CONFLICTING_ADJECTIVES,
  CONTRADICTING_VERBS,
  CONTRAST_NOUN,
  DIVERGING_VERBS,
  PROMISE_NOUNS,
  SAID_NOUNS,
  UNDERMINING_VERBS,
  UNFITTING_ADJECTIVES
} from './contrast-words.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {wordSet} from './word-lists.ts'

/** Why two things are said not to fit, and how sure that is. */
export interface ContrastGrounds {
  readonly reason: string
  readonly score: number
}

const saidNouns = wordSet(SAID_NOUNS)
const believedNouns = wordSet(BELIEVED_NOUNS)
const accountNouns = wordSet(ACCOUNT_NOUNS)
const claimingVerbs = wordSet(`${CLAIMING_VERBS} say deny state declare`)
const contradictingVerbs = wordSet(CONTRADICTING_VERBS)
const underminingVerbs = wordSet(UNDERMINING_VERBS)
const divergingVerbs = wordSet(DIVERGING_VERBS)
const agreeingVerbs = wordSet(AGREEING_VERBS)
const conflictingAdjectives = wordSet(CONFLICTING_ADJECTIVES)
const unfittingAdjectives = wordSet(UNFITTING_ADJECTIVES)
const breakingVerbs = wordSet(BREAKING_WORD_VERBS)
const promiseNouns = wordSet(PROMISE_NOUNS)

/** Whether `word` carries a phrase that sets something against what was said: "despite denials", "contradicts", "at odds with". */
export function findContrastPhrase(analysis: Analysis, word: number): ContrastGrounds | undefined {
  const ground = {analysis, phrases: phrasesOf(analysis)}
  return (
    despite(ground, word) ??
    contradicts(ground, word) ??
    diverges(ground, word) ??
    unfitting(ground, word) ??
    inContrast(ground, word) ??
    forAll(ground, word) ??
    conflicting(ground, word) ??
    breaksWord(ground, word)
  )
}

interface Ground {
  readonly analysis: Analysis
  readonly phrases: Phrases
}

/** "despite denials", "in spite of saying", "contrary to the minister's claims". */
function despite({analysis, phrases}: Ground, word: number): ContrastGrounds | undefined {
  const {lemmas, forms, upos} = analysis
  const marker = phrases
    .children(word)
    .find(child => child < word && (analysis.relations[child] === 'case' || analysis.relations[child] === 'mark'))
  if (marker === undefined) return undefined
  const form = forms[marker]!.toLowerCase()
  const isSpite = form === 'of' && forms[marker - 1]?.toLowerCase() === 'spite'
  const isContrary = form === 'contrary' || (form === 'to' && forms[marker - 1]?.toLowerCase() === 'contrary')
  if (form !== 'despite' && form !== 'notwithstanding' && !isSpite && !isContrary) return undefined
  const lemma = lemmas[word]!.toLowerCase()
  const isSaid =
    upos[word] === 'VERB'
      ? claimingVerbs.has(lemma)
      : saidNouns.has(lemma) || (isContrary && believedNouns.has(lemma)) || tellsWhatIsSaid({analysis, phrases}, word)
  return isSaid
    ? {reason: `"${isSpite ? 'in spite of' : isContrary ? 'contrary to' : form}" words for saying`, score: 0.7}
    : undefined
}

/** "contradicts earlier statements", "undercut the minister's assurances". */
function contradicts(ground: Ground, verb: number): ContrastGrounds | undefined {
  const {analysis, phrases} = ground
  const lemma = analysis.lemmas[verb]!
  const isPlain = contradictingVerbs.has(lemma)
  if ((!isPlain && !underminingVerbs.has(lemma)) || analysis.upos[verb] !== 'VERB' || !isTold(ground, verb))
    return undefined
  const said = [phrases.child(verb, 'obj'), phrases.child(verb, 'nsubj')].filter(each => each !== undefined)
  if (said.length === 0) return undefined
  if (!isPlain && !said.some(noun => saidNouns.has(analysis.lemmas[noun]!))) return undefined
  if (!isPlain && isSomebody(analysis, phrases.child(verb, 'nsubj'))) return undefined
  return {reason: `"${analysis.forms[verb]}" what was said`, score: 0.7}
}

/** "conflicts with his account", "does not square with the records". */
function diverges(ground: Ground, verb: number): ContrastGrounds | undefined {
  const {analysis, phrases} = ground
  const lemma = analysis.lemmas[verb]!
  if (!divergingVerbs.has(lemma) || !(analysis.upos[verb] === 'VERB' || hasDo(ground, verb))) return undefined
  if (agreeingVerbs.has(lemma) !== isNegated(ground, verb)) return undefined
  const subject = phrases.child(verb, 'nsubj')
  const other = phrases.child(verb, 'obl', 'obj')
  if (subject === undefined || other === undefined) return undefined
  if (!isAccount(ground, subject) || !(isAccount(ground, other) || isSomebodysOwn(ground, other))) return undefined
  return {reason: `accounts that "${analysis.forms[verb]}"`, score: 0.65}
}

/** "at odds with what the minister told", "inconsistent with her testimony", "in contradiction to". */
function unfitting(ground: Ground, word: number): ContrastGrounds | undefined {
  const {analysis, phrases} = ground
  const lemma = analysis.lemmas[word]!.toLowerCase()
  const form = analysis.forms[word]!.toLowerCase()
  if ((!unfittingAdjectives.has(lemma) && form !== 'odds') || isNegated(ground, word)) return undefined
  if (form === 'odds' && analysis.forms[word - 1]?.toLowerCase() !== 'at') return undefined
  const sides = [phrases.child(word, 'nsubj'), phrases.child(word, 'obl', 'nmod')].filter(each => each !== undefined)
  const with_ = analysis.forms[word + 1]?.toLowerCase()
  if (with_ !== 'with' && with_ !== 'to') return undefined
  if (form === 'contrary' || !sides.some(side => isAccount(ground, side))) return undefined
  return {reason: `"${analysis.forms[word]} ${with_}" an account`, score: 0.65}
}

/** "stands in contrast to her pledge". */
function inContrast({analysis, phrases}: Ground, word: number): ContrastGrounds | undefined {
  const {forms, lemmas, heads} = analysis
  if (lemmas[word] !== CONTRAST_NOUN || !/^(?:to|with)$/i.test(forms[word + 1] ?? '')) return undefined
  const beside = [word, heads[word]!].filter(head => 0 <= head).flatMap(head => [...phrases.children(head)])
  const said = beside.find(child => word + 1 < child && phrases.child(child, 'case') === word + 1)
  if (said === undefined || !saidNouns.has(lemmas[said]!)) return undefined
  return {reason: `"in contrast ${forms[word + 1]}" words for saying`, score: 0.65}
}

/** "for all its promises". */
function forAll({analysis, phrases}: Ground, noun: number): ContrastGrounds | undefined {
  const {forms, lemmas, relations} = analysis
  const first = phrases.first(noun)
  if (!saidNouns.has(lemmas[noun]!) || relations[noun] !== 'obl') return undefined
  if (!/^for$/i.test(forms[first]!) || !/^all$/i.test(forms[first + 1]!) || noun <= first + 2) return undefined
  return {reason: '"for all" words for saying', score: 0.6}
}

/** "gave conflicting accounts". */
function conflicting(ground: Ground, noun: number): ContrastGrounds | undefined {
  const {analysis, phrases} = ground
  if (!accountNouns.has(analysis.lemmas[noun]!) || analysis.upos[noun] !== 'NOUN') return undefined
  const adjective = phrases
    .children(noun)
    .find(child => child < noun && conflictingAdjectives.has(analysis.forms[child]!.toLowerCase()))
  if (adjective === undefined || phrases.children(noun).some(child => /^(?:no|any)$/i.test(analysis.forms[child]!)))
    return undefined
  return {reason: `"${analysis.forms[adjective]}" accounts`, score: 0.6}
}

/** "broke its promise", "reneged on the pledge". */
function breaksWord(ground: Ground, verb: number): ContrastGrounds | undefined {
  const {analysis, phrases} = ground
  const goesBack = analysis.lemmas[verb] === 'go' && /^back$/i.test(analysis.forms[verb + 1] ?? '')
  if (!goesBack && !breakingVerbs.has(analysis.lemmas[verb]!)) return undefined
  if (analysis.upos[verb] !== 'VERB' || !isTold(ground, verb)) return undefined
  const noun = phrases.child(verb, 'obj', 'obl')
  if (noun === undefined || noun < verb || !promiseNouns.has(analysis.lemmas[noun]!)) return undefined
  return {reason: `"${analysis.forms[verb]}" a promise`, score: 0.65}
}

/** Whether the text tells it as so: not denied, asked, or only wanted. */
function isTold(ground: Ground, verb: number): boolean {
  const {analysis, phrases} = ground
  if (isNegated(ground, verb) || saysOfNothing(ground, verb)) return false
  return !phrases
    .children(verb)
    .some(
      child =>
        (analysis.relations[child] === 'mark' && /^(?:to|if|whether)$/i.test(analysis.forms[child]!)) ||
        (analysis.relations[child] === 'aux' && analysis.xpos[child] === 'MD')
    )
}

/** "nothing that contradicts her". */
function saysOfNothing({analysis}: Ground, verb: number): boolean {
  const head = analysis.heads[verb]!
  return analysis.relations[verb] === 'acl' && /^(?:nothing|nobody|none|no|anything)$/i.test(analysis.forms[head] ?? '')
}

/** "does not square with": a verb, though taggers may not see it. */
function hasDo({analysis, phrases}: Ground, word: number): boolean {
  return phrases.children(word).some(child => child < word && analysis.lemmas[child] === 'do')
}

function isNegated({analysis, phrases}: Ground, word: number): boolean {
  return phrases.children(word).some(child => /^(?:not|n['’]t|never|no|nothing|hardly)$/i.test(analysis.forms[child]!))
}

/** A noun for an account, or a clause for it: "what the minister told parliament". */
function isAccount(ground: Ground, word: number): boolean {
  return accountNouns.has(ground.analysis.lemmas[word]!.toLowerCase()) || tellsWhatIsSaid(ground, word)
}

function tellsWhatIsSaid({analysis, phrases}: Ground, word: number): boolean {
  if (analysis.forms[word]!.toLowerCase() !== 'what') return false
  return phrases
    .children(word)
    .some(child => /^(?:say|tell|claim|write|state|promise|report|announce|testify)$/.test(analysis.lemmas[child]!))
}

/** "hers", "that of the police": an account that stands behind a pronoun. */
function isSomebodysOwn({analysis}: Ground, word: number): boolean {
  return /^(?:that|those|mine|his|hers|theirs|ours|yours)$/i.test(analysis.forms[word]!)
}

function isSomebody({upos}: Analysis, word: number | undefined): boolean {
  return word !== undefined && (upos[word] === 'PROPN' || upos[word] === 'PRON')
}
