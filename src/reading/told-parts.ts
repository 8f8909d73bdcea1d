import {type Analysis, sentenceOf} from '../language/analysis.ts'
import {childOf, childrenOf} from './few-children.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {Phrases} from './phrases.ts'
import {
  COMING_VERBS,
  FIRST_PARTS,
  HOST_NOUNS,
  ORDER_WORDS,
  PART_NOUNS,
  PART_OPENERS,
  PART_SHOWERS,
  PART_TURNS,
  PEOPLE_NOUNS,
  SEEN_VERBS,
  TEXT_NOUNS
} from './segment-words.ts'
import {isDeterminer, isNominal} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

/** A phrase that the tree says is shown, played or told of as a part of a production. */
export interface ToldPart {
  readonly head: number
  /** The words of the part, first and one past the last. */
  readonly firstWord: number
  readonly endWord: number
  /** The verb that tells of it; -1 where a noun does. */
  readonly verb: number
  /** Told by words that are of productions only: "the closing shot". */
  readonly isSure: boolean
}

const openers = wordSet(PART_OPENERS)
const showers = wordSet(PART_SHOWERS)
const turns = wordSet(PART_TURNS)
const seen = wordSet(SEEN_VERBS)
const coming = wordSet(COMING_VERBS)
const hostNouns = wordSet(HOST_NOUNS)
const orderWords = wordSet(ORDER_WORDS)
const firstParts = wordSet(FIRST_PARTS)
const textNouns = wordSet(TEXT_NOUNS)
const partNouns = wordSet(PART_NOUNS)
const peopleNouns = wordSet(PEOPLE_NOUNS)

/**
 * The parts that verbs tell of while the text speaks of a production:
 *
 * ```text
 * It opens with drone pictures. A masked man then speaks. After him comes a song, and the film cuts to a map.
 *               ^^^^^^^^^^^^^^  ^^^^^^^^^^^^                           ^^^^^^                          ^^^^^
 * ```
 *
 * @param hostSentences - the sentences that name a production with parts; a few sentences after each are about it
 */
export function findToldParts(analysis: Analysis, phrases: Phrases, hostSentences: ReadonlySet<number>): ToldPart[] {
  const rule = new Rule(analysis, phrases)
  const found: ToldPart[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let word = 0; word < analysis.forms.length; word++) {
    const sentence = sentenceOf(analysis, word)
    if (hostSentences.has(sentence)) last = sentence
    if (FAR_SENTENCES < sentence - last) continue
    const parts = rule.partsAt(word).filter(part => part.isSure || sentence - last <= NEAR_SENTENCES)
    if (parts.length > 0) last = sentence
    found.push(...parts)
  }
  return found.sort((a, b) => a.firstWord - b.firstWord).filter((part, index, all) => isApart(part, all[index - 1]))
}

/** Whether the text tells of parts of what the noun at `noun` names: "the broadcast opened with an interview". */
export function hasParts(analysis: Analysis, phrases: Phrases, noun: number): boolean {
  const {heads, lemmas, relations} = analysis
  const verb = heads[noun]!
  if (verb < 0 || relations[noun] !== 'nsubj') return false
  const rule = new Rule(analysis, phrases)
  return [verb, ...childrenOf(phrases, verb).filter(child => relations[child] === 'conj')].some(each => {
    const parts = openers.has(lemmas[each]!)
      ? rule.marked(each, /^(?:with|on)$/)
      : showers.has(lemmas[each]!)
        ? rule.ofKind(each, 'obj')
        : []
    return parts.some(part => partNouns.has(lemmas[part]!))
  })
}

/** How many sentences a text goes on about a production without naming it or a part of it. */
const NEAR_SENTENCES = 2
/** The same for "the closing shot shows", which can be of nothing else. */
const FAR_SENTENCES = 12

function isApart({firstWord}: ToldPart, before: ToldPart | undefined): boolean {
  return before === undefined || before.endWord <= firstWord
}

class Rule {
  readonly #analysis: Analysis
  readonly #phrases: Phrases

  constructor(analysis: Analysis, phrases: Phrases) {
    this.#analysis = analysis
    this.#phrases = phrases
  }

  #children(word: number): number[] {
    return childrenOf(this.#phrases, word)
  }

  #child(word: number, relation: string): number | undefined {
    return childOf(this.#analysis, this.#phrases, word, relation)
  }

  partsAt(word: number): ToldPart[] {
    const {upos, xpos} = this.#analysis
    if (upos[word] === 'VERB' && xpos[word] !== 'VB') {
      const doing = this.#byPronoun(word)
      return doing ? [doing] : this.#byVerb(word).flatMap(head => this.#spread(head, word))
    }
    const named = this.#namedPart(word)
    return named ? this.#spread(word, -1) : []
  }

  #byVerb(verb: number): number[] {
    const {lemmas} = this.#analysis
    const lemma = lemmas[verb]!
    const subject = this.#subject(verb)
    if (this.#isIdle(verb, subject)) return []
    if (openers.has(lemma) && this.#isHost(subject)) return this.marked(verb, /^(?:with|on)$/).slice(0, 1)
    if (turns.has(lemma) && this.#isHost(subject)) return this.marked(verb, /^to$/)
    if (turns.has(lemma) && this.#isPartNoun(subject)) return [subject!, ...this.marked(verb, /^to$/)]
    if (lemma === 'show' && this.#isChannel(subject))
      return this.ofKind(verb, 'obj').filter(object => this.#isPartNoun(object))
    if (showers.has(lemma) && (this.#isHost(subject) || this.#isPartNoun(subject)) && !this.#isPassive(verb))
      return this.ofKind(verb, 'obj')
    if (lemma === 'follow' && this.#isPassive(verb)) return this.marked(verb, /^by$/)
    if (subject === undefined && coming.has(lemma) && this.#hasOrder(verb)) return this.ofKind(verb, 'obj')
    if (subject === undefined || this.#isHost(subject) || !this.#isThing(subject)) return []
    return this.#isTold(verb, lemma, subject) ? [subject] : []
  }

  /** Whether the verb tells that its subject is seen or heard next. */
  #isTold(verb: number, lemma: string, subject: number): boolean {
    const ordered = this.#hasOrder(verb)
    if (seen.has(lemma) && this.#isPassive(verb)) return ordered || this.#isPartNoun(subject)
    if (coming.has(lemma)) {
      if (this.#child(verb, 'obj') !== undefined) return false
      return ordered || verb < subject || (lemma === 'follow' && this.#isPartNoun(subject))
    }
    if (/^(?:say|read)$/.test(lemma) && textNouns.has(this.#analysis.lemmas[subject]!)) return true
    if (this.#isFirstOrLast(subject) && verb > subject && this.#isPresent(verb)) return true
    return ordered && this.#isPresent(verb) && this.#isPerson(subject)
  }

  /** "He is first seen feeding pigeons", "she then reads a page aloud": what somebody named before does in the next part. */
  #byPronoun(verb: number): ToldPart | undefined {
    const {forms} = this.#analysis
    const subject = this.#child(verb, 'nsubj')
    if (subject === undefined || !/^(?:he|she|they)$/i.test(forms[subject]!) || !this.#hasOrder(verb)) return undefined
    if (!this.#isPresent(verb) && !(seen.has(this.#analysis.lemmas[verb]!) && this.#isPassive(verb))) return undefined
    if (this.#child(verb, 'ccomp') !== undefined) return undefined
    const ends = this.#children(verb)
      .filter(child => /^(?:obj|xcomp)$/.test(this.#analysis.relations[child]!))
      .map(child => this.#phrases.last(child) + 1)
    let endWord = Math.max(verb + 1, ...ends)
    for (let word = verb + 1; word < endWord; word++) if (/^[,;:“”"]$/.test(forms[word]!)) endWord = word
    return {head: subject, verb, firstWord: subject, endWord, isSure: false}
  }

  /** "if it carries grain": what "it" does in a clause of somebody's words is no part. */
  #isIdle(verb: number, subject: number | undefined): boolean {
    const {forms, heads, relations} = this.#analysis
    if (subject === undefined || !/^(?:it|which)$/i.test(forms[subject]!)) return false
    const clause = relations[verb] === 'conj' ? heads[verb]! : verb
    return !/^(?:root|parataxis)$/.test(relations[clause]!) && !/^which$/i.test(forms[subject]!)
  }

  #isFirstOrLast(subject: number): boolean {
    const {lemmas, relations} = this.#analysis
    return (
      this.#isPartNoun(subject) &&
      this.#children(subject).some(child => relations[child] === 'amod' && firstParts.has(lemmas[child]!))
    )
  }

  #isChannel(word: number | undefined): boolean {
    return word !== undefined && /^(?:channel|station|network|broadcaster)$/.test(this.#analysis.lemmas[word]!)
  }

  /** "The last scene is a song": the noun that a first or last part is said to be. */
  #namedPart(word: number): boolean {
    if (!this.#isThing(word) || this.#child(word, 'cop') === undefined) return false
    if (this.#child(word, 'case') !== undefined) return false
    const subject = this.#child(word, 'nsubj')
    return subject !== undefined && this.#isFirstOrLast(subject)
  }

  #subject(verb: number): number | undefined {
    const {heads, relations} = this.#analysis
    let word = verb
    for (let step = 0; step < 3; step++) {
      const subject = this.#child(word, 'nsubj')
      if (subject !== undefined) return subject
      if (relations[word] !== 'conj' || heads[word]! < 0) return undefined
      word = heads[word]!
    }
    return undefined
  }

  #isHost(word: number | undefined): boolean {
    if (word === undefined) return false
    const {forms, lemmas} = this.#analysis
    if (/^(?:it|which)$/i.test(forms[word]!) || this.#isTitle(word)) return true
    return hostNouns.has(lemmas[word]!.toLowerCase()) && (!this.#isPartNoun(word) || this.#isDefinite(word))
  }

  /** "the clip", "this recording": one that was told of before. */
  #isDefinite(word: number): boolean {
    const determiner = this.#child(word, 'det')
    return determiner !== undefined && /^(?:the|this|that)$/i.test(this.#analysis.forms[determiner]!)
  }

  #isTitle(word: number): boolean {
    return participantsOf(this.#analysis).thing(word)?.chain.kind === 'production'
  }

  #isPartNoun(word: number | undefined): boolean {
    return word !== undefined && partNouns.has(this.#analysis.lemmas[word]!)
  }

  #isThing(word: number): boolean {
    return /^(?:NOUN|PROPN)$/.test(this.#analysis.upos[word]!)
  }

  #isPerson(word: number): boolean {
    const kind = participantsOf(this.#analysis).thing(word)?.chain.kind
    return kind === 'person' || peopleNouns.has(this.#analysis.lemmas[word]!)
  }

  #isPresent(verb: number): boolean {
    return /^VB[ZP]$/.test(this.#analysis.xpos[verb]!) && this.#child(verb, 'aux') === undefined
  }

  #isPassive(verb: number): boolean {
    const {lemmas, xpos} = this.#analysis
    return xpos[verb] === 'VBN' && this.#children(verb).some(child => lemmas[child] === 'be' && child < verb)
  }

  /** "then", "next", "after her": a word for its place in the order. */
  #hasOrder(verb: number): boolean {
    const {forms, lemmas} = this.#analysis
    return this.#children(verb).some(child => {
      if (orderWords.has(lemmas[child]!.toLowerCase())) return true
      const marker = this.#child(child, 'case')
      return (
        marker !== undefined && /^after$/i.test(forms[marker]!) && /^(?:him|her|it|them|this|that)$/.test(forms[child]!)
      )
    })
  }

  marked(verb: number, preposition: RegExp): number[] {
    return this.#children(verb).filter(child => {
      const marker = this.#child(child, 'case')
      return marker !== undefined && preposition.test(this.#analysis.forms[marker]!) && this.#isThing(child)
    })
  }

  ofKind(verb: number, relation: string): number[] {
    return this.#children(verb).filter(child => this.#analysis.relations[child] === relation && this.#isThing(child))
  }

  /** The part headed by `head`, and those joined to it that come "then" or "finally". */
  #spread(head: number, verb: number): ToldPart[] {
    const {relations} = this.#analysis
    const later = this.#children(head).filter(
      child => relations[child] === 'conj' && this.#isThing(child) && this.#hasOrder(child)
    )
    const subject = verb < 0 ? this.#child(head, 'nsubj') : this.#subject(verb)
    const isSure = subject !== undefined && this.#isFirstOrLast(subject)
    return [head, ...later].map(each => ({head: each, verb, ...this.#bounds(each), isSure}))
  }

  /** The words of the phrase: without its preposition, and without clauses behind a comma. */
  #bounds(head: number): {firstWord: number; endWord: number} {
    const {forms, relations} = this.#analysis
    let firstWord = head
    let endWord = head + 1
    for (const child of this.#children(head)) {
      const relation = relations[child]!
      if (child < head && !/^(?:case|cc|punct|mark|advmod|nsubj|cop|aux|obl|advcl)$/.test(relation))
        firstWord = Math.min(firstWord, this.#phrases.first(child))
      if (child < head || relation === 'punct') continue
      const from = this.#phrases.first(child)
      const comma = forms[from] === ',' || (forms[from - 1] === ',' && relation !== 'appos')
      if (comma && !/^(?:conj|appos)$/.test(relation)) break
      if (!/^(?:nmod|acl|appos|flat|compound|nummod|amod|conj)$/.test(relation)) continue
      if (relation === 'conj' && (this.#hasOrder(child) || comma)) break
      endWord = Math.max(endWord, this.#phrases.last(child) + 1)
    }
    while (0 < firstWord && (isNominal(this.#analysis, firstWord - 1) || isDeterminer(forms[firstWord - 1])))
      firstWord--
    const source = this.#sourceAfter(head, endWord)
    if (source !== undefined) endWord = this.#bounds(source).endWord
    const name = mentionIndex(this.#analysis).from(endWord)
    if (name?.chain.kind === 'person' && name.form === 'name') endWord = name.endWord
    if (this.#isDoing(head, endWord)) endWord = this.#phrases.last(endWord) + 1
    while (head + 1 < endWord && /^[,.;:“”"]$/.test(forms[endWord - 1]!)) endWord--
    return {firstWord, endWord}
  }

  /** "Ida Holm | painting a boat", where the tree hangs what somebody is seen at on the verb. */
  #isDoing(head: number, word: number): boolean {
    const {heads, xpos} = this.#analysis
    return xpos[word] === 'VBG' && (heads[word] === head || heads[word] === heads[head])
  }

  /** "a few lines | from a speech": what a part is taken from, where the tree hangs it on the verb. */
  #sourceAfter(head: number, word: number): number | undefined {
    const {forms, heads} = this.#analysis
    if (forms[word] !== 'from' || !this.#isPartNoun(head)) return undefined
    const source = heads[word]!
    return word < source && source < word + 5 && this.#isPartNoun(source) ? source : undefined
  }
}
