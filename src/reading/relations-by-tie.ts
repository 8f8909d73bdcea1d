import type {Analysis, EntityKind} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RelationKind} from './reading.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {openBracket, subjectOfNoun, subjectOfVerb} from './relation-subjects.ts'
import {objectBefore, objectsAfter, type Targets, targetsAfter} from './relation-targets.ts'
import {
  DEGREE_NOUNS,
  DEGREE_VERBS,
  DESCRIBING_NOUNS,
  NOUN_TIES,
  type NounTie,
  VERB_TIES,
  type VerbTie
} from './relation-ties.ts'
import {timeOfTie} from './relation-times.ts'
import {wordSet} from './word-lists.ts'

/**
 * Ties of lives and bodies that a verb or noun at `word` tells, however far its ends stand: where somebody was born, lives or
 * studied, who founded what, where a body sits, whose child or subsidiary something is.
 *
 * ```text
 * Ida Holm (born 3 May 1950 in Osterby) moved with her brother to Westerby.
 * ^from     ^phrase            ^to      ^phrase                   ^to
 * ```
 */
export function relationsByTie(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const form = analysis.forms[word]!.toLowerCase()
  if (!tellingWords.has(form)) return []
  return [
    ...(verbTies.get(form) ?? []).flatMap(tie => ofVerb(analysis, word, bounds, tie)),
    ...(nounTies.get(form) ?? []).flatMap(tie => ofNoun(analysis, word, bounds, tie)),
    ...(describingNouns.get(form) ?? []).flatMap(tie => ofDescribed(analysis, word, bounds, tie)),
    ...(degreeNouns.has(form) ? ofDegree(analysis, word, bounds) : [])
  ]
}

interface Ready<Tie> {
  readonly tie: Tie
  readonly prepositions: ReadonlySet<string>
}

const verbTies = readyByWord(VERB_TIES, ({verbs}) => verbs)
const nounTies = readyByWord(NOUN_TIES, ({nouns}) => nouns)
const describingNouns = Map.groupBy(
  DESCRIBING_NOUNS.flatMap(([nouns, kind, kinds]) =>
    nouns.split(' ').map(noun => ({noun: noun.toLowerCase(), kind, kinds}))
  ),
  ({noun}) => noun
)
const degreeVerbs = wordSet(DEGREE_VERBS)
const degreeNouns = wordSet(DEGREE_NOUNS)
/** Most words are in none of the lists, and are asked for once. */
const tellingWords: ReadonlySet<string> = new Set([
  ...verbTies.keys(),
  ...nounTies.keys(),
  ...describingNouns.keys(),
  ...degreeNouns
])
const OF_SCHOOLS = wordSet('from at')

function readyByWord<Tie extends {readonly prepositions: string}>(
  ties: readonly Tie[],
  wordsOf: (tie: Tie) => string
): Map<string, Ready<Tie>[]> {
  const byWord = new Map<string, Ready<Tie>[]>()
  for (const tie of ties)
    for (const word of wordSet(wordsOf(tie).toLowerCase()))
      byWord.set(word, [...(byWord.get(word) ?? []), {tie, prepositions: wordSet(tie.prepositions)}])
  return byWord
}

function ofVerb(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  {tie, prepositions}: Ready<VerbTie>
): RelationDraft[] {
  if (isUnreal(analysis, word, bounds.first)) return []
  const isObject = tie.prepositions === ''
  if (analysis.forms[word] === 'set' && analysis.forms[word + 1] !== 'up') return []
  if (!isObject && !tie.passive && movesAnother(analysis, word)) return []
  if (isObject && isUndergone(analysis, word)) return []
  if (isObject) return ofObject(analysis, word, bounds, tie)
  const isBracketed = tie.inBrackets !== undefined && openBracket(analysis, word, bounds.first) !== undefined
  const targets = targetsAfter(analysis, word, bounds, {
    prepositions: isBracketed ? wordSet(tie.inBrackets) : prepositions,
    kinds: tie.to
  })
  const from = targets && subjectOfVerb(analysis, word, bounds, tie.from)
  if (!from) return []
  return draftsOf(analysis, word, bounds, {from, kind: tie.kind, targets: called(targets, tie.names)})
}

/** The targets whose names look as they must. */
function called(targets: Targets, names: RegExp | undefined): Targets {
  return names ? {...targets, things: targets.things.filter(({chain}) => names.test(chain.name))} : targets
}

function ofObject(analysis: Analysis, word: number, bounds: WordBounds, tie: VerbTie): RelationDraft[] {
  const from = subjectOfVerb(analysis, word, bounds, tie.from)
  if (!from) return []
  const before = objectBefore(analysis, from, bounds, tie.to)
  const targets = before ? {things: [before], phraseEnd: word + 1} : objectsAfter(analysis, word, bounds, tie.to)
  if (!targets) return []
  return draftsOf(analysis, word, bounds, {from, kind: tie.kind, targets: called(targets, tie.names)})
}

function ofNoun(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  {tie, prepositions}: Ready<NounTie>
): RelationDraft[] {
  if (!prepositions.has(analysis.forms[word + 1]?.toLowerCase() ?? '')) return []
  if (tie.before && !tie.before.test(analysis.forms[word - 1] ?? '')) return []
  const targets = targetsAfter(analysis, word, bounds, {prepositions, kinds: tie.to})
  const from = targets?.phraseEnd === word + 2 ? subjectOfNoun(analysis, word, bounds) : undefined
  if (!targets || !from || !tie.from.includes(from.chain.kind)) return []
  const drafts = draftsOf(analysis, word, bounds, {from, kind: tie.kind, targets: called(targets, tie.names)})
  // Kin are so for good: a date nearby is of something else.
  if (tie.kind === 'family') return drafts.map(draft => ({...draft, during: undefined}))
  return tie.reversed ? drafts.map(draft => ({...draft, from: draft.to, to: draft.from})) : drafts
}

/** "is a Reed Party politician", "Osterby native Ida Holm": what one belongs to stands right before the noun. */
function ofDescribed(
  analysis: Analysis,
  noun: number,
  bounds: WordBounds,
  {kind, kinds}: {readonly kind: RelationKind; readonly kinds: readonly EntityKind[]}
): RelationDraft[] {
  const index = mentionIndex(analysis)
  const to = index.before(noun)
  if (to?.form !== 'name' || !kinds.includes(to.chain.kind)) return []
  const after = index.from(noun + 1)
  const from = after?.form === 'name' ? after : subjectOfNoun(analysis, noun, bounds, to)
  if (from?.chain.kind !== 'person') return []
  return draftsOf(analysis, noun, bounds, {from, kind, targets: {things: [to], phraseEnd: noun + 1}})
}

/** "has a doctorate in law from the Tide Institute". */
function ofDegree(analysis: Analysis, noun: number, bounds: WordBounds): RelationDraft[] {
  let verb = noun - 1
  while (bounds.first < verb && noun - verb < DEGREE_WORDS_MAX && !degreeVerbs.has(analysis.forms[verb]!)) verb--
  if (!degreeVerbs.has(analysis.forms[verb]!) || isUnreal(analysis, verb, bounds.first)) return []
  const targets = targetsAfter(analysis, noun, bounds, {prepositions: OF_SCHOOLS, kinds: ['organisation']})
  const from = targets && subjectOfVerb(analysis, verb, bounds, ['person'])
  if (!from) return []
  const drafts = draftsOf(analysis, noun, bounds, {from, kind: 'other', targets})
  const phraseFirst = noun - verb < DEGREE_PHRASE_MAX ? verb : noun
  return drafts.map(draft => ({...draft, phraseFirst, phraseEnd: targets.phraseEnd}))
}

/** So near the verb it stands in the phrase: "received her doctorate from". */
const DEGREE_PHRASE_MAX = 5
/** How many words a degree may stand behind the verb: "received both her bachelor's and her master's degree". */
const DEGREE_WORDS_MAX = 16

export function draftsOf(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  {from, kind, targets}: {from: Place; kind: RelationKind; targets: Targets}
): RelationDraft[] {
  const during = timeOfTie(analysis, word, bounds, from)
  const reason = `"${analysis.forms[word]!.toLowerCase()}" and its subject`
  return targets.things
    .filter(({chain}) => chain !== from.chain)
    .map(to => ({
      from,
      to,
      kind,
      phraseFirst: word,
      phraseEnd: targets.phraseEnd,
      polarity: isNegated(analysis, word, bounds.first) ? 'negative' : 'positive',
      during,
      reason,
      score: from.form === 'name' ? 0.7 : 0.6
    }))
}

/** "was founded", "founded by": no object stands behind it. */
function isUndergone({forms, xpos}: Analysis, word: number): boolean {
  return (
    forms[word + 1] === 'by' || (xpos[word] === 'VBN' && /^(?:is|are|was|were|been|being)$/.test(forms[word - 1] ?? ''))
  )
}

/** "moved the school to Osterby", "settled the matter in": what goes or stays is not the subject. */
function movesAnother({forms, upos}: Analysis, word: number): boolean {
  return (
    MOVING.test(forms[word]!) &&
    /^(?:the|a|an|its|their|our|it|them)$/.test(forms[word + 1] ?? '') &&
    upos[word + 2] !== 'ADJ'
  )
}

const MOVING = /^(?:moved|moving|relocated|relocating|settled|settling|raised)$/

/** "would move to", "wants to live in": not said to be so. */
export function isUnreal({forms}: Analysis, word: number, first: number): boolean {
  return forms
    .slice(Math.max(first, word - 3), word)
    .some(form => /^(?:would|could|might|may|should|will|can|'ll|if|unless)$/i.test(form))
}

function isNegated({forms}: Analysis, word: number, first: number): boolean {
  return forms.slice(Math.max(first, word - 4), word).some(form => /^(?:not|never|no|n't|n’t|nor)$/i.test(form))
}
