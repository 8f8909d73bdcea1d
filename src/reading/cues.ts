import {wordCount} from '../language/analysis.ts'
import type {Layout, WordRange} from './layout.ts'
import {
  ACCUSE_VERBS,
  CLAUSE_VERBS,
  NAMING_VERBS,
  OBJECT_VERBS,
  PARTICLES,
  PREPOSITION_VERBS,
  PROMISE_VERBS,
  QUOTE_VERBS,
  SHOWING_VERBS,
  TELL_VERBS,
  THOUGHT_VERBS,
  UNDONE_GOVERNORS,
  URGE_VERBS
} from './reporting-words.ts'

/** A verb that may report what somebody said. */
export interface Cue {
  readonly verb: number
  readonly lemma: string
  /** Auxiliaries, verb and particle. */
  readonly range: WordRange
  /** "did not say": the speaking itself is denied. */
  readonly negative: boolean
  /** "was accused by": the subject did not speak. */
  readonly passive: boolean
}

/** Something may have been said at one of these; whether it was depends on what stands around it. */
const ALL_VERBS: ReadonlySet<string> = new Set([
  ...CLAUSE_VERBS,
  ...TELL_VERBS,
  ...THOUGHT_VERBS,
  ...SHOWING_VERBS,
  ...QUOTE_VERBS,
  ...OBJECT_VERBS,
  ...NAMING_VERBS,
  ...PROMISE_VERBS,
  ...URGE_VERBS,
  ...ACCUSE_VERBS.keys(),
  ...PREPOSITION_VERBS.keys(),
  ...PARTICLES.keys()
])

/** "could say", "will ask": nobody has spoken yet. "would" is kept where the future is seen from the past: "would only say". */
const UNREAL: ReadonlySet<string> = new Set([
  'could',
  'may',
  'might',
  'should',
  'must',
  'can',
  'will',
  'would',
  'shall',
  '’ll',
  "'ll",
  '’d',
  "'d"
])

/** Verbs whose infinitive is itself the act: "went on to say", "seemed to suggest". */
const DONE_GOVERNORS: ReadonlySet<string> = new Set(['go', 'seem', 'appear', 'continue', 'begin', 'start', 'come'])

/** Find the verbs outside of quotations at which somebody may be reported to speak, in the order of the text. */
export function findCues(layout: Layout): Cue[] {
  const cues: Cue[] = []
  const count = wordCount(layout.words)
  for (let word = 0; word < count; word++)
    if (layout.quotationOf[word]! < 0 && 0 <= layout.paragraphOf[word]! && isReportingVerb(layout, word)) {
      const cue = cueAt(layout, word)
      if (isReal(layout, cue)) cues.push(cue)
    }
  return cues
}

function isReportingVerb({words}: Layout, word: number): boolean {
  return (
    (words.upos[word] === 'VERB' || /^VB/.test(words.xpos[word]!)) && ALL_VERBS.has(words.lemmas[word]!.toLowerCase())
  )
}

function cueAt(layout: Layout, verb: number): Cue {
  const {words} = layout
  const lemma = words.lemmas[verb]!.toLowerCase()
  let first = verb
  let negative = false
  let passive = false
  for (let word = verb - 1; 0 <= word && isBeforeVerb(layout, word); word--) {
    const form = layout.form(word)
    if (/^(?:not|n['’]t|never)$/.test(form)) negative = true
    if (words.upos[word] === 'AUX' || /^(?:have|had|has|be|been|being|is|are|was|were|do|did|does)$/.test(form)) {
      first = word
      if (word === verb - 1 || !passive) passive ||= isBe(words.lemmas[word]!) && words.xpos[verb] === 'VBN'
    }
  }
  const end = PARTICLES.get(lemma) === layout.form(verb + 1) ? verb + 2 : verb + 1
  return {verb, lemma, range: {first, end}, negative, passive}
}

function isBeforeVerb({words}: Layout, word: number): boolean {
  return (
    words.upos[word] === 'AUX' ||
    words.upos[word] === 'ADV' ||
    /^(?:MD|RB|n['’]t)$/.test(words.xpos[word]!) ||
    words.forms[word] === 'not'
  )
}

function isBe(lemma: string): boolean {
  return lemma === 'be' || lemma === 'get'
}

function isReal(layout: Layout, {verb, range}: Cue): boolean {
  const {words} = layout
  for (let word = range.first; word < verb; word++) if (UNREAL.has(layout.form(word))) return false
  if (layout.form(verb - 1) !== 'to' && layout.form(range.first - 1) !== 'to') return true
  const governor = governorOf(layout, verb)
  if (governor === undefined) return false
  if (UNDONE_GOVERNORS.has(words.lemmas[governor]!.toLowerCase())) return false
  return DONE_GOVERNORS.has(words.lemmas[governor]!.toLowerCase()) || words.relations[verb] === 'advcl'
}

/** The word on which the infinitive at `verb` hangs. */
function governorOf({words}: Layout, verb: number): number | undefined {
  const head = words.heads[verb]!
  return 0 <= head ? head : undefined
}
