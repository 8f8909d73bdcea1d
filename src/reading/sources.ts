import type {Cue} from './cues.ts'
import type {Layout, WordRange} from './layout.ts'

/** The words that name who speaks at a cue. */
export interface Source {
  /** The noun, name or pronoun that carries it. */
  readonly head: number
  readonly range: WordRange
  /** It stands behind its verb: "…,” said the minister". */
  readonly inverted: boolean
  /** It is the subject of another verb and shared: "He called it a mess, adding …". */
  readonly shared: boolean
}

/** So many verbs are climbed on the way to a subject; longer chains are parsing errors. */
const CLIMBS_MAX = 5

/** Find who speaks at `cue`: its subject, or the subject of the verb it leans on. */
export function sourceOf(layout: Layout, cue: Cue): Source | undefined {
  if (cue.passive) {
    const agent = agentOf(layout, cue.verb)
    return agent === undefined ? undefined : sourceAt(layout, cue, agent, false)
  }
  const own = subjectOf(layout, cue.verb)
  if (own !== undefined) return sourceAt(layout, cue, own, false)
  const inverted = invertedSubject(layout, cue)
  if (inverted !== undefined) return sourceAt(layout, cue, inverted, false)
  const adjacent = adjacentSubject(layout, cue)
  if (adjacent !== undefined) return sourceAt(layout, cue, adjacent, false)
  const shared = sharedSubject(layout, cue.verb)
  return shared === undefined ? undefined : sourceAt(layout, cue, shared, true)
}

function sourceAt(layout: Layout, {verb}: Cue, subject: number, shared: boolean): Source {
  const head = antecedentOf(layout, subject) ?? subject
  return {head, range: nounPhrase(layout, head, verb), inverted: verb < head, shared: shared || head !== subject}
}

/** The subject in the tree; the verb of a passive or a copula has one too. */
function subjectOf(layout: Layout, verb: number): number | undefined {
  const subject = layout.phrases.child(verb, 'nsubj')
  return subject === undefined || layout.quotationOf[subject] !== layout.quotationOf[verb] ? undefined : subject
}

/** "who said", "which says": the noun before. */
function antecedentOf({words}: Layout, subject: number): number | undefined {
  if (!/^(?:who|which|that)$/.test(words.forms[subject]!.toLowerCase())) return undefined
  let clause = words.heads[subject]!
  for (let climb = 0; 0 <= clause && climb < CLIMBS_MAX; climb++) {
    if (words.relations[clause] === 'acl') return words.heads[clause]!
    clause = words.heads[clause]!
  }
  return undefined
}

/** "…,” said Ana Moro": a noun right behind the verb, a mark or a comma before it. */
function invertedSubject(layout: Layout, {verb, range}: Cue): number | undefined {
  const {words} = layout
  const before = range.first - 1
  if (before < 0 || !(layout.closesQuotation(before) || words.forms[before] === ',')) return undefined
  let word = range.end
  while (/^(?:DET|ADJ|NUM|ADV)$/.test(words.upos[word] ?? '') && word < verb + 4) word++
  if (!isNoun(layout, word)) return undefined
  while (isNoun(layout, word + 1) || words.xpos[word + 1] === 'POS') word++
  return isNoun(layout, word) ? word : undefined
}

/** A noun or pronoun that ends right before the verb, where the tree gave the verb no subject. */
function adjacentSubject(layout: Layout, {range}: Cue): number | undefined {
  let word = range.first - 1
  while (0 <= word && layout.words.upos[word] === 'ADV') word--
  if (0 <= word && isNoun(layout, word) && layout.quotationOf[word]! < 0)
    return /^(?:nsubj|root|obl|obj|parataxis|appos)$/.test(layout.words.relations[word]!) &&
      isFiniteVerb(layout, range.first)
      ? word
      : undefined
  return undefined
}

function isFiniteVerb({words}: Layout, word: number): boolean {
  return /^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!)
}

/** The subject of the verb that this one is joined to, adds to, or is the infinitive of. */
function sharedSubject(layout: Layout, verb: number): number | undefined {
  const {words} = layout
  let word = verb
  for (let climb = 0; climb < CLIMBS_MAX; climb++) {
    const relation = words.relations[word]!
    const head = words.heads[word]!
    if (head < 0) return undefined
    if (relation === 'acl') return head
    if (!/^(?:conj|advcl|xcomp|ccomp|parataxis|obl|nmod|obj)$/.test(relation)) return undefined
    const subject = subjectOf(layout, head)
    if (subject !== undefined && subject !== word) return subject
    word = head
  }
  return undefined
}

/** "was accused by activists": the noun behind "by". */
function agentOf(layout: Layout, verb: number): number | undefined {
  const {words, phrases} = layout
  return phrases.children(verb).find(child => {
    const marker = phrases.child(child, 'case')
    return words.relations[child] === 'obl' && marker !== undefined && layout.form(marker) === 'by'
  })
}

/** The phrase of the noun `head`, as far as it lies on one side of the verb at `verb`. */
export function nounPhrase(layout: Layout, head: number, verb: number): WordRange {
  const {words, phrases} = layout
  let first = phrases.first(head)
  let end = phrases.last(head) + 1
  if (head < verb) end = Math.min(end, verb)
  else first = Math.max(first, verb + 1)
  while (first < head && /^(?:PUNCT|CCONJ|ADP)$/.test(words.upos[first]!)) first++
  while (head + 1 < end && /^(?:PUNCT|CCONJ|AUX|ADV)$/.test(words.upos[end - 1]!) && !layout.closesQuotation(end - 1))
    end--
  return {first, end}
}

function isNoun({words}: Layout, word: number): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(words.upos[word] ?? '')
}
