import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {sentenceBounds} from './word-classes.ts'

/** Finds who does and who undergoes a verb, by the tree where it says so and by neighbours where it does not. */
export class Participants {
  readonly #analysis: Analysis
  readonly #phrases: Phrases

  constructor(analysis: Analysis) {
    this.#analysis = analysis
    this.#phrases = phrasesOf(analysis)
  }

  /** The thing that is the verb's subject: its own, its antecedent's, or that of the verb it is joined to. */
  subject(verb: number): Place | undefined {
    const own = this.#phrases.child(verb, 'nsubj', 'csubj')
    if (own !== undefined && !this.#isRelative(own)) return this.thing(own)
    return this.#antecedent(verb) ?? (own === undefined ? this.#sharedSubject(verb) : undefined) ?? this.#nextTo(verb)
  }

  /** The thing that is the verb's object. */
  object(verb: number): Place | undefined {
    const object = this.#phrases.child(verb, 'obj', 'iobj')
    return object === undefined ? undefined : this.thing(object)
  }

  /** The noun or pronoun that the verb is said of, named or not; for "a depot that burned" the depot. */
  subjectWord(verb: number): number | undefined {
    const {heads, relations} = this.#analysis
    let word = verb
    for (let step = 0; step <= SHARED_STEPS_MAX; step++) {
      const own = this.#phrases.child(word, 'nsubj', 'csubj')
      if (own !== undefined && !this.#isRelative(own)) return own
      const describes = relations[word]!.startsWith('acl') || (relations[word] === 'amod' && heads[word]! < word)
      if (describes && 0 <= heads[word]! && !this.#ownsSubject(word)) return heads[word]
      if (heads[word]! < 0 || !/^(?:conj|xcomp|advcl|parataxis|cop|aux)$/.test(relations[word]!)) return undefined
      word = heads[word]!
    }
    return undefined
  }

  /** The noun or pronoun that undergoes the verb, named or not; for "the post that he attacked" the post. */
  objectWord(verb: number): number | undefined {
    const {heads, relations} = this.#analysis
    const first = this.#phrases.child(verb, 'obj', 'iobj')
    const isOwner = first !== undefined && /^her$/i.test(this.#analysis.forms[first]!)
    // "attacked her record", where the tree takes "her" for an object of its own.
    const owned = isOwner
      ? this.children(verb).findLast(child => first < child && relations[child] === 'obj')
      : undefined
    const own = owned ?? first ?? this.#leastOrMost(verb)
    if (own !== undefined && !this.#isRelative(own)) return own
    const isRelativeClause = relations[verb]!.startsWith('acl') && 0 <= heads[verb]! && this.#ownsSubject(verb)
    return isRelativeClause && !this.#isPlaceOrManner(verb) ? heads[verb] : undefined
  }

  /** The things that the noun phrase headed by `head` names, with those joined to it: "Norland and Sudland". */
  things(head: number): Place[] {
    const joined = [...this.#phrases.children(head)].filter(child => this.#analysis.relations[child] === 'conj')
    return [head, ...joined].flatMap(word => this.thing(word) ?? [])
  }

  /** The things that hang on `word` by one of these prepositions, with those joined to them. */
  obliques(word: number, ...prepositions: readonly string[]): Place[] {
    return [...this.#phrases.children(word)].flatMap(child => {
      const marker = this.#phrases.child(child, 'case')
      const fits = marker !== undefined && prepositions.includes(this.#analysis.forms[marker]!.toLowerCase())
      return fits ? this.things(child) : []
    })
  }

  /** The noun that hangs on `word` by one of these prepositions. */
  obliqueWord(word: number, ...prepositions: readonly string[]): number | undefined {
    return this.#phrases.children(word).find(child => {
      const marker = this.#phrases.child(child, 'case')
      return marker !== undefined && prepositions.includes(this.#analysis.forms[marker]!.toLowerCase())
    })
  }

  /** The words that hang on `word`. */
  children(word: number): Int32Array {
    return this.#phrases.children(word)
  }

  /** The first thing that hangs on `word` by one of these prepositions. */
  oblique(word: number, ...prepositions: readonly string[]): Place | undefined {
    for (const child of this.#phrases.children(word)) {
      const marker = this.#phrases.child(child, 'case')
      if (marker !== undefined && prepositions.includes(this.#analysis.forms[marker]!.toLowerCase())) {
        const thing = this.thing(child)
        if (thing) return thing
      }
    }
    return undefined
  }

  /** Whether the verb is a participle with a form of "be", so that its subject undergoes it. */
  isPassive(verb: number): boolean {
    const {forms, xpos} = this.#analysis
    if (xpos[verb] !== 'VBN' && !/(?:ed|en)$/.test(forms[verb]!)) return false
    for (let word = verb - 1; verb - 5 < word && 0 <= word; word--) {
      if (/^(?:was|were|been|being|be|is|are|got)$/.test(forms[word]!)) return true
      if (!/^(?:has|have|had|not|n't|n’t|never|also|later|then|first)$|ly$/.test(forms[word]!)) return false
    }
    return false
  }

  /** Whether the verb is a participle that describes the noun before it: "a group formed in May". */
  isReduced(verb: number): boolean {
    const {relations, xpos} = this.#analysis
    if (this.#phrases.child(verb, 'obj') !== undefined) return false
    return relations[verb] === 'acl' && xpos[verb] === 'VBN' && !this.isPassive(verb)
  }

  /** The thing that the noun phrase headed by `head` names. */
  thing(head: number): Place | undefined {
    const index = mentionIndex(this.#analysis)
    const own = index.at(head)
    if (own && own.form !== 'pronoun') return own
    for (const child of this.#phrases.children(head)) {
      const relation = this.#analysis.relations[child]
      const place =
        relation === 'appos' || relation === 'flat' || relation === 'compound'
          ? (index.at(child) ?? (relation === 'appos' ? this.#apposed(child) : undefined))
          : undefined
      if (place && (relation !== 'compound' || place.endWord === head)) return place
    }
    return own
  }

  /** "her brother, the poet Osk Varga": the name in apposition to an apposition. */
  #apposed(noun: number): Place | undefined {
    for (const child of this.#phrases.children(noun))
      if (/^(?:appos|flat)$/.test(this.#analysis.relations[child]!)) return mentionIndex(this.#analysis).at(child)
    return undefined
  }

  /** The words that hang on `word`, to its first and last. */
  reach(word: number): {first: number; end: number} {
    return {first: this.#phrases.first(word), end: this.#phrases.last(word) + 1}
  }

  /** "the deal in which they agreed", "the town where they met": the noun before is not what undergoes the verb. */
  #isPlaceOrManner(verb: number): boolean {
    const {forms} = this.#analysis
    return this.children(verb).some(
      child =>
        child < verb &&
        (/^(?:where|when|why|how)$/i.test(forms[child]!) ||
          (this.#isRelative(child) && this.#phrases.child(child, 'case') !== undefined))
    )
  }

  /** "killed at least 14", where the tree takes "at" for a preposition before the number. */
  #leastOrMost(verb: number): number | undefined {
    const {forms, relations} = this.#analysis
    if (forms[verb + 1] !== 'at' || !/^(?:least|most)$/.test(forms[verb + 2] ?? '')) return undefined
    return this.children(verb).find(child => relations[child] === 'obl' && verb + 2 < child && child < verb + 6)
  }

  /** Whether the verb has a subject of its own that is no relative pronoun. */
  #ownsSubject(verb: number): boolean {
    const own = this.#phrases.child(verb, 'nsubj', 'csubj')
    return own !== undefined && !this.#isRelative(own)
  }

  #isRelative(word: number): boolean {
    return /^(?:who|which|that|whom)$/i.test(this.#analysis.forms[word]!)
  }

  /** What a clause after a noun is about: "the guild, which was founded", "a group formed in May". */
  #antecedent(verb: number): Place | undefined {
    const {heads, relations} = this.#analysis
    const relation = relations[verb]
    const head = heads[verb]!
    if (relation === 'acl' && 0 <= head) return this.thing(head)
    const own = this.#phrases.child(verb, 'nsubj')
    if (own === undefined || !this.#isRelative(own)) return undefined
    const index = mentionIndex(this.#analysis)
    return index.before(own) ?? (this.#analysis.forms[own - 1] === ',' ? index.before(own - 1) : undefined)
  }

  #sharedSubject(verb: number): Place | undefined {
    const {heads, relations} = this.#analysis
    let word = verb
    for (let step = 0; step < SHARED_STEPS_MAX; step++) {
      const head = heads[word]!
      if (head < 0 || !/^(?:conj|xcomp|advcl|parataxis|cop|aux)$/.test(relations[word]!)) break
      word = head
      const subject = this.#phrases.child(word, 'nsubj', 'csubj')
      if (subject !== undefined && !this.#isRelative(subject)) return this.thing(subject)
      const antecedent = this.#antecedent(word)
      if (antecedent) return antecedent
    }
    return undefined
  }

  /** The mention right before the verb, over helping words. */
  #nextTo(verb: number): Place | undefined {
    const {forms} = this.#analysis
    const {first} = sentenceBounds(this.#analysis, verb)
    let word = verb
    while (
      first < word &&
      /^(?:was|were|is|are|been|be|has|have|had|also|later|then|who|which|,)$|ly$/.test(forms[word - 1]!)
    )
      word--
    return mentionIndex(this.#analysis).before(word)
  }
}

/** How many verbs a subject may be shared over: "came, saw and won". */
const SHARED_STEPS_MAX = 4

const known = new WeakMap<Analysis, Participants>()

/** The participants of `analysis`; made once for each analysis. */
export function participantsOf(analysis: Analysis): Participants {
  const made = known.get(analysis) ?? new Participants(analysis)
  known.set(analysis, made)
  return made
}
