import type {Analysis} from '../language/analysis.ts'
import type {ContrastGrounds} from './contrast-phrases.ts'
import {
  CLAIMING_THINGS,
  CLAIMING_VERBS,
  CONCEDING_WORDS,
  GOING_ON_VERBS,
  OPPOSING_WORDS,
  REALITY_NOUNS
} from './contrast-words.ts'
import type {WordRange} from './layout.ts'
import {phrasesOf} from './phrases.ts'
import {wordSet} from './word-lists.ts'

const claimingVerbs = wordSet(CLAIMING_VERBS)
const claimingThings = wordSet(CLAIMING_THINGS)
const goingOnVerbs = wordSet(GOING_ON_VERBS)
const opposingWords = wordSet(OPPOSING_WORDS)
const concedingWords = wordSet(CONCEDING_WORDS)
const realityNouns = wordSet(REALITY_NOUNS)

/** How far the clause behind "but" may hang from the claim: "claims that it wants talks, but" may hang on "wants". */
const DEPTH_MAX = 3

/** Whether `verb` claims something that a clause of its own sentence is set against: "claims to seek talks, but". */
export function opposesItself(analysis: Analysis, verb: number): ContrastGrounds | undefined {
  if (!isClaim(analysis, verb)) return undefined
  const form = analysis.forms[verb]!
  const conceding = concedes(analysis, verb)
  if (conceding !== undefined) return {reason: `"${conceding}" and "${form}"`, score: 0.6}
  const against = clauseAgainst(analysis, verb)
  return against === undefined ? undefined : {reason: `"${form}", then "${against}"`, score: 0.6}
}

/** Whether the sentence opens against the claim that the sentence ahead makes. */
export function contrastWithAhead(analysis: Analysis, ahead: WordRange, own: WordRange): ContrastGrounds | undefined {
  const opening = openingOf(analysis, own)
  const claim = rootOf(analysis, ahead)
  if (opening === undefined || claim === undefined || !isClaim(analysis, claim)) return undefined
  const root = rootOf(analysis, own)
  if (root !== undefined && (goesOn(analysis, root) || isSpeech(analysis, root))) return undefined
  return {reason: `"${analysis.forms[claim]}", then a sentence with "${opening}"`, score: 0.55}
}

/** A verb of claiming with what it claims, told as so. */
function isClaim(analysis: Analysis, verb: number): boolean {
  const {lemmas, upos, relations, forms} = analysis
  const lemma = lemmas[verb]!
  if (!claimingVerbs.has(lemma) || upos[verb] !== 'VERB') return false
  const children = [...phrasesOf(analysis).children(verb)]
  if (children.some(child => /^(?:not|n['’]t|never|if|to)$/i.test(forms[child]!))) return false
  return children.some(
    child =>
      relations[child] === 'ccomp' ||
      relations[child] === 'xcomp' ||
      (relations[child] === 'obj' && claimingThings.has(lemma)) ||
      (lemma === 'insist' && relations[child] === 'obl')
  )
}

/** The conjunction under which the claim stands against its main clause: "while insisting that". */
function concedes(analysis: Analysis, verb: number): string | undefined {
  const {relations, forms, heads} = analysis
  if (relations[verb] !== 'advcl' || heads[verb]! < 0 || goesOn(analysis, heads[verb]!)) return undefined
  const mark = [...phrasesOf(analysis).children(verb)].find(
    child =>
      (relations[child] === 'mark' || relations[child] === 'advmod') &&
      child < verb &&
      concedingWords.has(forms[child]!.toLowerCase())
  )
  return mark === undefined ? undefined : forms[mark]!.toLowerCase()
}

/** The word that sets a clause against the claim. */
function clauseAgainst(analysis: Analysis, verb: number): string | undefined {
  const {relations, forms} = analysis
  const phrases = phrasesOf(analysis)
  let level = [verb]
  for (let depth = 0; depth < DEPTH_MAX && level.length > 0; depth++) {
    const next: number[] = []
    for (const word of level)
      for (const child of phrases.children(word)) {
        if (child < verb) continue
        if (relations[child] === 'conj' || relations[child] === 'parataxis') {
          const against = phrases
            .children(child)
            .find(each => each < child && opposingWords.has(forms[each]!.toLowerCase()))
          const isOwn = depth === 0 || standsFree(analysis, child)
          if (
            against !== undefined &&
            isOwn &&
            !addsOnly(analysis, child) &&
            isClause(analysis, child) &&
            !goesOn(analysis, child)
          )
            return forms[against]!.toLowerCase()
        } else if (relations[child] === 'ccomp' || relations[child] === 'xcomp' || relations[child] === 'obj')
          next.push(child)
      }
    level = next
  }
  return undefined
}

/** A clause with a subject of its own, behind a comma, and not under "that": it is no part of what is claimed. */
function standsFree(analysis: Analysis, clause: number): boolean {
  const phrases = phrasesOf(analysis)
  const first = phrases.first(clause)
  const isParted = [first - 1, first].some(word => /^[,;:—–]/.test(analysis.forms[word] ?? ''))
  return isParted && phrases.child(clause, 'mark') === undefined && phrases.child(clause, 'nsubj') !== undefined
}

/** "but has also intensified": more of the same. */
function addsOnly(analysis: Analysis, clause: number): boolean {
  return [...phrasesOf(analysis).children(clause)].some(child => /^(?:also|even)$/i.test(analysis.forms[child]!))
}

function isClause(analysis: Analysis, word: number): boolean {
  const {upos} = analysis
  return upos[word] === 'VERB' || phrasesOf(analysis).child(word, 'nsubj', 'cop', 'aux') !== undefined
}

/** Whether the same speaker only says more: "but added", "but he said". */
function goesOn(analysis: Analysis, verb: number): boolean {
  if (!goingOnVerbs.has(analysis.lemmas[verb]!)) return false
  const subject = phrasesOf(analysis).child(verb, 'nsubj')
  return subject === undefined || analysis.upos[subject] === 'PRON'
}

/** Whether "the union claims" stands behind what the sentence tells: then it is all somebody's words again. */
function isSpeech(analysis: Analysis, root: number): boolean {
  return [...phrasesOf(analysis).children(root)].some(
    child =>
      analysis.relations[child] === 'parataxis' &&
      (claimingVerbs.has(analysis.lemmas[child]!) || goingOnVerbs.has(analysis.lemmas[child]!))
  )
}

function openingOf({forms, lemmas}: Analysis, {first, end}: WordRange): string | undefined {
  const words = forms.slice(first, Math.min(end, first + 5)).map(form => form.toLowerCase())
  const [one = '', two = '', three = ''] = words
  if (opposingWords.has(one)) return one
  if (one === 'in' && realityNouns.has(lemmas[first + 1]?.toLowerCase() ?? '')) return `in ${two}`
  return two === ',' && three === 'however' ? three : words[1] === 'however' ? 'however' : undefined
}

function rootOf({heads}: Analysis, {first, end}: WordRange): number | undefined {
  for (let word = first; word < end; word++) if (heads[word]! < 0) return word
  return undefined
}
