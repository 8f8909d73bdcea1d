import type {Analysis, EntityKind} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RelationKind} from './reading.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {subjectOfVerb} from './relation-subjects.ts'
import {objectsAfter, targetsAfter} from './relation-targets.ts'
import {DEED_TIES, EFFORTS, RESOLVED} from './relation-ties.ts'
import {draftsOf, isUnreal} from './relations-by-tie.ts'
import {isPossessive} from './word-classes.ts'
import {valueByWord, wordSet} from './word-lists.ts'

/**
 * Whom a body fights or supports, told by a noun for what it does.
 *
 * ```text
 * the Reed Army, in its fight against the Salt League    Norland launched an offensive against the League
 *                   ^from ^phrase         ^to             ^from              ^phrase               ^to
 * ```
 */
export function relationsByDeed(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const form = analysis.forms[word]!
  if (FIGHTING.test(form)) return ofEffort(analysis, word, bounds)
  const deed = deedByNoun.get(form)
  return deed ? ofDeed(analysis, word, bounds, deed) : []
}

const BODIES: readonly EntityKind[] = ['organisation', 'outlet', 'group', 'place']

interface Deed {
  readonly kind: RelationKind
  readonly prepositions: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
}

const FIGHTING = /^(?:defeat|destroy|crush)$/
const deedByNoun = valueByWord(
  DEED_TIES.map(({kind, nouns, prepositions, verbs}): readonly [string, Deed] => [
    nouns,
    {kind, prepositions: wordSet(prepositions), verbs: wordSet(verbs)}
  ])
)
const efforts = wordSet(EFFORTS)
const resolved = wordSet(RESOLVED)

function ofDeed(analysis: Analysis, noun: number, bounds: WordBounds, deed: Deed): RelationDraft[] {
  if (!deed.prepositions.has(analysis.forms[noun + 1] ?? '')) return []
  const targets = targetsAfter(analysis, noun, bounds, {prepositions: deed.prepositions, kinds: BODIES})
  const from = targets?.phraseEnd === noun + 2 ? doer(analysis, noun, bounds, deed.verbs) : undefined
  return targets && from ? draftsOf(analysis, noun, bounds, {from, kind: deed.kind, targets}) : []
}

/** Whose deed it is: its owner, or the subject of the verb by which it is done. */
function doer(analysis: Analysis, noun: number, bounds: WordBounds, verbs: ReadonlySet<string>): Place | undefined {
  const owner = ownerBefore(analysis, noun)
  if (owner) return BODIES.includes(owner.chain.kind) ? owner : undefined
  for (let verb = noun - 1; bounds.first <= verb && noun - verb < VERB_WORDS_MAX; verb--)
    if (verbs.has(analysis.forms[verb]!))
      return isUnreal(analysis, verb, bounds.first) ? undefined : subjectOfVerb(analysis, verb, bounds, BODIES)
  return undefined
}

/** So near its verb stands what is done: "carried out a series of raids against". */
const VERB_WORDS_MAX = 7

/** "its efforts to defeat the League", "is determined to degrade and defeat the League". */
function ofEffort(analysis: Analysis, verb: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  const to = forms.slice(Math.max(bounds.first, verb - 3), verb).lastIndexOf('to')
  if (to < 0) return []
  const before = Math.max(bounds.first, verb - 3) + to - 1
  const from = efforts.has(forms[before] ?? '')
    ? ownerBefore(analysis, before)
    : resolved.has(forms[before] ?? '')
      ? subjectOfVerb(analysis, before, bounds, BODIES)
      : undefined
  const targets = from && objectsAfter(analysis, verb, bounds, BODIES)
  return targets && BODIES.includes(from.chain.kind)
    ? draftsOf(analysis, verb, bounds, {from, kind: 'rival', targets})
    : []
}

/** "the League's", "its", over adjectives and nouns. */
function ownerBefore(analysis: Analysis, noun: number): Place | undefined {
  const {forms, upos} = analysis
  let word = noun - 1
  while (0 < word && /^(?:ADJ|NOUN)$/.test(upos[word]!)) word--
  if (isPossessive(forms[word])) return mentionIndex(analysis).before(word)
  return /^(?:its|their)$/i.test(forms[word] ?? '') ? mentionIndex(analysis).at(word) : undefined
}
