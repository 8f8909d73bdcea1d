import {type Analysis, wordCount} from '../language/analysis.ts'
import type {WordRange} from './layout.ts'
import type {Material} from './material.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {
  BREAKING_VERBS,
  CITING_VERBS,
  EVIDENCE_NOUNS,
  FIRST_WORDS,
  LOOSE_NOUNS,
  NEVER_WITH_BY,
  OBTAINING_VERBS,
  POINTING_VERBS,
  POINTING_WITH_PARTICLE,
  SHOWING_VERBS,
  SPEECH_NOUNS,
  TOLD_NOUNS,
  WEIGHING_VERBS
} from './pointer-words.ts'
import {isCapitalised} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

/** Words that point to a work, the words that name the work, and those of what it shows, where the tree says. */
export interface Pointed extends WordRange {
  readonly work: WordRange
  readonly shown?: WordRange
  readonly reason: string
  readonly score: number
}

const pointingVerbs = wordSet(POINTING_VERBS)
const withParticle = wordSet(POINTING_WITH_PARTICLE)
const neverWithBy = wordSet(NEVER_WITH_BY)
const showingVerbs = wordSet(SHOWING_VERBS)
const citingVerbs = wordSet(CITING_VERBS)
const obtainingVerbs = wordSet(OBTAINING_VERBS)
const breakingVerbs = wordSet(BREAKING_VERBS)
const firstWords = wordSet(FIRST_WORDS)
const evidenceNouns = wordSet(EVIDENCE_NOUNS)
const speechNouns = wordSet(SPEECH_NOUNS)
const toldNouns = wordSet(TOLD_NOUNS)
const weighingVerbs = wordSet(WEIGHING_VERBS)
const looseNouns = wordSet(LOOSE_NOUNS)

/** No work's name is longer; what goes on is a misread tree. */
const WORK_WORDS_MAX = 24

/** Every phrase of the text that points to evidence; those that a longer one holds are among them. */
export function findPointed(material: Material): Pointed[] {
  const {analysis} = material
  const ground: Ground = {material, analysis, phrases: phrasesOf(analysis)}
  const found: Pointed[] = []
  for (let word = 0; word < wordCount(analysis); word++) {
    const pointed =
      accordingTo(ground, word) ??
      cited(ground, word) ??
      basedOn(ground, word) ??
      shownIn(ground, word) ??
      evidenceShows(ground, word) ??
      firstReported(ground, word) ??
      obtained(ground, word)
    if (pointed) found.push(pointed)
  }
  return found
}

interface Ground {
  readonly material: Material
  readonly analysis: Analysis
  readonly phrases: Phrases
}

/** "according to court documents", "per the invoices", "based on satellite images". */
function accordingTo(ground: Ground, noun: number): Pointed | undefined {
  const {analysis, phrases} = ground
  if (analysis.relations[noun] !== 'obl' && analysis.relations[noun] !== 'nmod') return undefined
  const first = phrases.child(noun, 'case')
  if (first === undefined || noun < first || !isEvidence(ground, noun)) return undefined
  const form = analysis.forms[first]!.toLowerCase()
  if (form !== 'according' && form !== 'per') return undefined
  if (form === 'per' && (isLoose(ground, noun) || !hasOwnWords(ground, noun))) return undefined
  const work = workOf(ground, noun)
  return {first, end: work.end, work, reason: `"${form === 'per' ? 'per' : 'according to'}" a work`, score: 0.75}
}

/** "citing internal emails", "cited a 2019 study". */
function cited(ground: Ground, verb: number): Pointed | undefined {
  const {analysis, phrases} = ground
  if (!citingVerbs.has(analysis.lemmas[verb]!) || analysis.upos[verb] !== 'VERB') return undefined
  const noun = phrases.child(verb, 'obj')
  if (noun === undefined || noun < verb || !isEvidence(ground, noun) || isLoose(ground, noun)) return undefined
  const work = workOf(ground, noun)
  return {first: verb, end: work.end, work, reason: `"${analysis.forms[verb]}" a work`, score: 0.7}
}

/** "based on leaked cables". */
function basedOn(ground: Ground, noun: number): Pointed | undefined {
  const {analysis, phrases} = ground
  const verb = analysis.heads[noun]!
  if (analysis.relations[noun] !== 'obl' || verb < 0 || noun < verb || analysis.lemmas[verb] !== 'base')
    return undefined
  if (!isEvidence(ground, noun) || toldNouns.has(analysis.lemmas[noun]!) || isLoose(ground, noun)) return undefined
  const preposition = phrases.child(noun, 'case')
  if (preposition === undefined || !/^(?:up)?on$/i.test(analysis.forms[preposition]!)) return undefined
  const work = workOf(ground, noun)
  return {first: verb, end: work.end, work, reason: `"${analysis.forms[verb]} on" a work`, score: 0.7}
}

/** "documented in the league's files", "laid out in a memo", "confirmed by satellite images". */
function shownIn(ground: Ground, noun: number): Pointed | undefined {
  const {analysis, phrases} = ground
  if (analysis.relations[noun] !== 'obl' || !isWork(ground, noun)) return undefined
  const verb = analysis.heads[noun]!
  const preposition = phrases.child(noun, 'case')
  if (verb < 0 || noun < verb || preposition === undefined || preposition < verb) return undefined
  const lemma = analysis.lemmas[verb]!
  if (!pointingVerbs.has(lemma) || !isPassive(ground, verb)) return undefined
  const form = analysis.forms[preposition]!.toLowerCase()
  if (!/^(?:in|by|on|into)$/.test(form) || (form === 'by' && (neverWithBy.has(lemma) || isLoose(ground, noun))))
    return undefined
  if (withParticle.has(lemma) && !hasParticle(ground, verb)) return undefined
  if (speechNouns.has(analysis.lemmas[noun]!)) return undefined
  const work = workOf(ground, noun)
  return {first: verb, end: work.end, work, reason: `"${analysis.forms[verb]} … ${form}" a work`, score: 0.7}
}

/** "court records show that the firm knew", "the firm knew, emails suggest". */
function evidenceShows(ground: Ground, verb: number): Pointed | undefined {
  const {analysis, phrases} = ground
  const weighs = weighingVerbs.has(analysis.lemmas[verb]!)
  if ((!weighs && !showingVerbs.has(analysis.lemmas[verb]!)) || analysis.upos[verb] !== 'VERB') return undefined
  const noun = phrases.child(verb, 'nsubj')
  if (noun === undefined || verb < noun || !isEvidence(ground, noun) || isPassive(ground, verb)) return undefined
  // "The map shows" a coast; "maps show" is likelier said of evidence.
  if (speechNouns.has(analysis.lemmas[noun]!) || (isLoose(ground, noun) && analysis.xpos[noun] === 'NN'))
    return undefined
  if (phrases.children(verb).some(child => /^(?:not|n['’]t|never)$/i.test(analysis.forms[child]!))) return undefined
  const shown = phrases.child(verb, weighs ? 'obj' : 'ccomp') ?? mainClause(ground, verb)
  if (shown === undefined || shown < 0) return undefined
  const work = workOf(ground, noun)
  const what =
    shown < work.first
      ? {first: phrases.first(shown), end: work.first}
      : {first: verb + 1, end: phrases.last(shown) + 1}
  return {
    first: work.first,
    end: verb + 1,
    work,
    ...(what.first < what.end && {shown: what}),
    reason: `a work that "${analysis.forms[verb]}"`,
    score: 0.7
  }
}

/** What evidence shows, where the verb stands beside it: "…, emails show", "as the autopsy showed, …". */
function mainClause({analysis, phrases}: Ground, verb: number): number | undefined {
  const relation = analysis.relations[verb]
  const isAs = relation === 'advcl' && /^as$/i.test(analysis.forms[phrases.child(verb, 'mark') ?? -1] ?? '')
  return relation === 'parataxis' || isAs ? analysis.heads[verb] : undefined
}

/** "as first reported by the Tide Post", "the Tide Post first reported". */
function firstReported(ground: Ground, verb: number): Pointed | undefined {
  const {analysis, phrases} = ground
  if (!breakingVerbs.has(analysis.lemmas[verb]!) || analysis.upos[verb] !== 'VERB') return undefined
  const first = phrases
    .children(verb)
    .find(child => firstWords.has(analysis.forms[child]!.toLowerCase()) && child < verb)
  if (first === undefined) return undefined
  const reason = `"${analysis.forms[first]!.toLowerCase()} ${analysis.forms[verb]}"`
  if (!isPassive(ground, verb)) {
    const subject = phrases.child(verb, 'nsubj')
    if (subject === undefined || !isNamed(ground, subject) || first < subject) return undefined
    const work = workOf(ground, subject)
    return {first: work.first, end: verb + 1, work, reason, score: 0.65}
  }
  for (const noun of phrases.children(verb)) {
    const preposition = phrases.child(noun, 'case')
    if (analysis.relations[noun] !== 'obl' || noun < verb || preposition === undefined) continue
    const form = analysis.forms[preposition]!.toLowerCase()
    if (form !== 'by' && !(form === 'in' && isWork(ground, noun))) continue
    if (!isNamed(ground, noun) && !isWork(ground, noun)) continue
    const work = workOf(ground, noun)
    return {first, end: work.end, work, reason: `${reason} by or in it`, score: 0.75}
  }
  return undefined
}

/** "a letter seen by the Tide Post": whoever writes so stands on it. */
function obtained(ground: Ground, verb: number): Pointed | undefined {
  const {analysis, phrases} = ground
  if (!obtainingVerbs.has(analysis.lemmas[verb]!)) return undefined
  const head = analysis.heads[verb]!
  // "dated 4 May and reviewed by": the second of two clauses on one noun.
  const clause = analysis.relations[verb] === 'conj' ? head : verb
  if (clause < 0 || analysis.relations[clause] !== 'acl') return undefined
  const noun = analysis.heads[clause]!
  if (noun < 0 || verb < noun || !isEvidence(ground, noun) || !isPassive(ground, verb)) return undefined
  const holder = phrases
    .children(verb)
    .find(child => verb < child && analysis.forms[phrases.child(child, 'case') ?? -1]?.toLowerCase() === 'by')
  if (holder === undefined || !isNamed(ground, holder)) return undefined
  const first = workOf(ground, noun).first
  const work = {first, end: workOf(ground, holder).end}
  return {...work, work, reason: `a work "${analysis.forms[verb]} by" somebody named`, score: 0.65}
}

/** The words of the noun phrase with its owner and its "of", and with who saw it; without what a comma or clause sets apart. */
function workOf({analysis, phrases}: Ground, noun: number): WordRange {
  const {forms, relations} = analysis
  let first = phrases.first(noun)
  for (const child of phrases.children(noun))
    if (child < noun && relations[child] === 'case') first = Math.max(first, phrases.last(child) + 1)
  while (first < noun && /^(?:to|by|in|on|,)$/i.test(forms[first]!)) first++
  const limit = Math.min(phrases.last(noun) + 1, noun + WORK_WORDS_MAX)
  let end = noun + 1
  while (
    end < limit &&
    !/^[,;:(—–.]$|^--$/.test(forms[end]!) &&
    !/^(?:that|which|who|whose|where|when|showing)$/i.test(forms[end]!)
  )
    end++
  return {first: Math.max(first, noun - WORK_WORDS_MAX), end}
}

/** Whether the noun, or what it is a copy of, is one for works that hold evidence. */
function isEvidence({analysis}: Ground, noun: number): boolean {
  return analysis.upos[noun] !== 'VERB' && evidenceNouns.has(analysis.lemmas[noun]!.toLowerCase())
}

/** Evidence by its noun or, with a capital, by its name: "published in Ice Letters". */
function isWork(ground: Ground, noun: number): boolean {
  const {material, analysis} = ground
  if (isEvidence(ground, noun)) return true
  if (!isCapitalised(analysis.forms[noun]!)) return false
  const kind = material.entities.covering({start: analysis.starts[noun]!, end: analysis.ends[noun]!})?.kind
  return kind === 'outlet' || kind === 'work' || kind === 'production'
}

/** "the figures", but no "trade figures": what kind they are of makes them papers. */
function isLoose({analysis, phrases}: Ground, noun: number): boolean {
  return looseNouns.has(analysis.lemmas[noun]!.toLowerCase()) && phrases.child(noun, 'compound') === undefined
}

/** Whether the noun is told nearer: "per the invoices", but no "per report". */
function hasOwnWords({analysis, phrases}: Ground, noun: number): boolean {
  return phrases.children(noun).some(child => child < noun && analysis.relations[child] !== 'case')
}

function isNamed({analysis}: Ground, noun: number): boolean {
  return analysis.upos[noun] === 'PROPN' || isCapitalised(analysis.forms[noun]!)
}

/** A participle with "be", or one that says more of a noun: done to what it speaks of, not by it. */
function isPassive({analysis, phrases}: Ground, verb: number): boolean {
  if (analysis.xpos[verb] !== 'VBN') return false
  const helpers = phrases.children(verb).filter(child => analysis.relations[child] === 'aux')
  if (helpers.some(child => analysis.lemmas[child] === 'be' || analysis.lemmas[child] === 'get')) return true
  return helpers.length === 0
}

function hasParticle({analysis, phrases}: Ground, verb: number): boolean {
  return phrases.children(verb).some(child => verb < child && /^(?:out|forth|down)$/i.test(analysis.forms[child]!))
}
