import {dateCovering} from './date-places.ts'
import type {Draft} from './drafts.ts'
import type {Layout} from './layout.ts'
import type {Material} from './material.ts'
import type {MentionIndex} from './mention-index.ts'
import {genderAt, genderOfChain, isBody, mayBeSame} from './person-words.ts'
import type {Production} from './reading.ts'
import {DOCUMENT_NOUNS} from './reporting-words.ts'
import type {Source} from './sources.ts'
import {printed, runFirst} from './speaker-words.ts'
import type {Speaker} from './speakers.ts'
import {subjectSince} from './subjects-since.ts'

/** What is known when a source is resolved: the text, and who was heard in it so far. */
export interface Hearing {
  readonly material: Material
  readonly layout: Layout
  readonly mentions: MentionIndex
  readonly productions: readonly Production[]
  /** The statements before, the latest last. */
  readonly heard: readonly Heard[]
  /** The one whose speaker is asked for. */
  readonly current: Draft
}

export interface Heard {
  readonly draft: Draft
  readonly speaker: Speaker
}

/** A speaker before it is known which words name it. */
export type Found = Omit<Speaker, 'source'>

/**
 * Whoever is still speaking: a pronoun in the paragraph in which somebody was just heard, with nobody spoken of between.
 *
 * ```text
 * A spokesman for the ministry said it would close. He gave no reason, he said.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^                                         ^^
 * ```
 */
export function speakingOn(hearing: Hearing, {head}: Source): Found | undefined {
  const {layout, heard} = hearing
  const form = layout.form(head)
  const last = heard.at(-1)
  if (!/^(?:he|she|it)$/.test(form) || !last?.draft.source || last.speaker.text === '') return undefined
  const other = last.draft.source.head
  if (layout.paragraphOf[other] !== layout.paragraphOf[head]) return undefined
  if (layout.words.upos[other] === 'PRON' && (last.speaker.entity !== null || form === 'it')) return undefined
  if (!mayBe(hearing, head, last) || isPassed(hearing, last, head)) return undefined
  return {...last.speaker, reason: 'the speaker just heard', score: last.speaker.score * 0.9}
}

/** Whether somebody else was spoken of since; for a named person, the chains of pronouns know that better. */
function isPassed({layout, current}: Hearing, {draft, speaker}: Heard, head: number): boolean {
  const {upos} = layout.words
  if (layout.form(head) === 'it')
    return subjectSince(layout, draft, current, head, (_, word) => upos[word] === 'NOUN') !== undefined
  return speaker.entity === null && subjectSince(layout, draft, current, head) !== undefined
}

/** "Officials see him as weak, they say": the plural subject of the sentence, before any single body. */
export function pluralSubject({layout, mentions}: Hearing, {head}: Source): Found | undefined {
  const {words} = layout
  if (!/^they$/.test(layout.form(head))) return undefined
  const {first} = layout.unitOf(head)
  for (let word = first; word < head; word++)
    if (
      words.relations[word] === 'nsubj' &&
      words.xpos[word] === 'NNS' &&
      !dateCovering(words, word) &&
      layout.quotationOf[word]! < 0
    )
      return {
        entity: mentions.at(word)?.chain.id ?? null,
        text: printed(layout, {first: runFirst(layout, word, first), end: word + 1}),
        reason: 'the plural subject of the sentence',
        score: 0.7
      }
  return undefined
}

/** Who an unresolved pronoun is: the last speaker that it fits. */
export function lastFitting(hearing: Hearing, {head}: Source): Found | undefined {
  if (!/^(?:he|she|it|they)$/.test(hearing.layout.form(head))) return undefined
  const last = hearing.heard.findLast(one => mayBe(hearing, head, one))
  return last && {...last.speaker, reason: 'the last speaker the pronoun fits', score: last.speaker.score * 0.75}
}

/** "Both said": the last two people heard, in this paragraph or the one before. */
export function lastTwo({layout, material, heard}: Hearing, {core, head}: Source): Found | undefined {
  if (layout.form(head) !== 'both' || core.first !== head) return undefined
  const people = heard.filter(({draft, speaker}) => {
    const paragraphs = draft.source ? layout.paragraphOf[head]! - layout.paragraphOf[draft.source.head]! : Infinity
    return paragraphs <= 1 && speaker.entity !== null && material.entities.get(speaker.entity)?.kind === 'person'
  })
  const named = new Map(people.map(({speaker}) => [speaker.entity, speaker.text]))
  const [first, second] = [...named.values()]
  if (named.size !== 2 || !first || !second) return undefined
  return {entity: null, text: `${first} and ${second}`, reason: 'the two people just heard', score: 0.6}
}

/** Whether the pronoun `word` may stand for a speaker heard before. */
function mayBe({layout, material, mentions}: Hearing, word: number, {draft, speaker}: Heard): boolean {
  if (!draft.source || speaker.text === '') return false
  const {words} = layout
  const other = draft.source.head
  const pronoun = layout.form(word)
  const noun = words.upos[other] === 'NOUN' ? words.forms[other]! : ''
  const isPlural = /^NNP?S$/.test(words.xpos[other]!)
  const kind = speaker.entity === null ? undefined : material.entities.get(speaker.entity)?.kind
  if (pronoun === 'they') return isPlural || kind === 'organisation' || kind === 'group'
  if (pronoun === 'it')
    return !isPlural && ((kind !== undefined && kind !== 'person') || isBody(noun) || DOCUMENT_NOUNS.has(noun))
  if (isPlural || draft.source.joined || (kind !== undefined && kind !== 'person')) return false
  if (kind === undefined && (isBody(noun) || DOCUMENT_NOUNS.has(noun))) return false
  const chain = speaker.entity === null ? undefined : mentions.at(other)?.chain
  const gender = chain ? genderOfChain(layout, chain) : genderAt(layout, other)
  return mayBeSame(genderAt(layout, word), gender)
}
