import type {Chain} from '../language/analysis.ts'
import type {Found, Hearing} from './heard-speakers.ts'
import type {Layout} from './layout.ts'
import type {Place} from './mention-index.ts'
import {genderAt, genderOfChain, isCalling, isOnePerson, mayBeSame} from './person-words.ts'
import type {Source} from './sources.ts'
import {descriptionOf, runFirst} from './speaker-words.ts'
import {subjectSince} from './subjects-since.ts'

/** "The official": whoever was heard under the same noun, but for "the second official". */
export function describedAlike({layout, heard}: Hearing, {head, core}: Source, isNear: boolean): Found | undefined {
  const {words} = layout
  if (!isDefinite(layout, head, core.first) || isAnother(layout, core)) return undefined
  const noun = words.lemmas[head]!.toLowerCase()
  const last = heard.findLast(({draft: {source}, speaker}) => {
    if (!source || speaker.text === '') return false
    if (isNear && layout.paragraphOf[source.head] !== layout.paragraphOf[head]) return false
    if (words.lemmas[source.head]!.toLowerCase() === noun)
      return isPlural(layout, source.head) === isPlural(layout, head)
    return speaker.entity === null && speaker.text.toLowerCase().split(' ').includes(noun)
  })
  return last && {...last.speaker, reason: 'described in the same words before', score: last.speaker.score * 0.75}
}

function isAnother(layout: Layout, {first, end}: Source['core']): boolean {
  for (let word = first; word < end; word++)
    if (/^(?:first|second|third|fourth|fifth|other|next|latter)$/.test(layout.form(word))) return true
  return false
}

function isPlural({words}: Layout, word: number): boolean {
  return /^NNP?S$/.test(words.xpos[word]!)
}

function isDefinite(layout: Layout, head: number, first: number): boolean {
  return first < head && /^(?:the|this|that)$/.test(layout.form(first))
}

/**
 * Whom a calling means that the text has not joined to anybody: the person the sentence before is about, or the last heard.
 *
 * ```text
 * Ada Moro said the samples were too few. The Harrow geologist said she would wait.
 * ^^^^^^^^                                ^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function calledSo(hearing: Hearing, source: Source, chain: Chain | undefined): Found | undefined {
  const {layout, heard} = hearing
  const {head, core} = source
  if (layout.form(core.first) !== 'the' || core.first === head || source.joined) return undefined
  if (isPlural(layout, head) || !(isCalling(layout, head) || goesOn(hearing))) return undefined
  if (chain && (isNamedIn(chain, source) || isCalled(layout, chain, head))) return undefined
  const last = heard.at(-1)
  const isNear = last?.draft.source && layout.paragraphOf[head]! - layout.paragraphOf[last.draft.source.head]! <= 1
  const spokenOf = subjectBefore(hearing, source)
  if (spokenOf) return spokenOf
  if (!last || !isNear || !isPersonHeard(hearing)) return undefined
  return {...last.speaker, reason: 'the speaker just heard, described', score: last.speaker.score * 0.7}
}

/** "The late commander, Ada Moro, had warned": the name beside it says who is meant. */
function isNamedIn({mentions}: Chain, {range}: Source): boolean {
  return mentions.some(({form, headWord}) => form === 'name' && range.first <= headWord && headWord < range.end)
}

/** "The director also wrote": whoever was just heard says more. */
function goesOn({layout, current: {verb}}: Hearing): boolean {
  return verb > 0 && (layout.form(verb - 1) === 'also' || layout.words.lemmas[verb] === 'add')
}

/** Whether the text calls the thing so: in another description, or in the words around its name. */
function isCalled(layout: Layout, chain: Chain, word: number): boolean {
  const first = callingsOf(layout, chain).get(layout.words.lemmas[word]!.toLowerCase())
  return first !== undefined && first !== word
}

/** The words in and around the mentions of a chain, each with the head of the first; gathered once for each chain. */
function callingsOf({words, phrases}: Layout, chain: Chain): ReadonlyMap<string, number> {
  const known = callings.get(chain)
  if (known) return known
  const found = new Map<string, number>()
  const note = (word: number, headWord: number) => {
    const lemma = words.lemmas[word]?.toLowerCase()
    if (lemma && !found.has(lemma)) found.set(lemma, headWord)
  }
  for (const {headWord} of chain.mentions) {
    const end = Math.min(phrases.last(headWord), headWord + WORDS_MAX)
    for (let word = Math.max(phrases.first(headWord), headWord - WORDS_MAX); word <= end; word++) note(word, headWord)
    note(words.heads[headWord]!, headWord)
  }
  callings.set(chain, found)
  return found
}

const callings = new WeakMap<Chain, ReadonlyMap<string, number>>()

/** So far from a name the words around it go. */
const WORDS_MAX = 12

/** Whether the last speaker heard is one person whom the word at hand may mean. */
function isPersonHeard({layout, material, mentions, heard, current}: Hearing): boolean {
  const {draft, speaker} = heard.at(-1)!
  const head = current.source!.head
  if (!draft.source || draft.source.joined || speaker.text === '') return false
  const other = draft.source.head
  if (speaker.entity === null)
    return isOnePerson(layout, other) && mayBeSame(genderAt(layout, other), genderAt(layout, head))
  if (material.entities.get(speaker.entity)?.kind !== 'person') return false
  const chain = mentions.at(other)?.chain
  return !chain || mayBeSame(genderOfChain(layout, chain), genderAt(layout, head))
}

/**
 * The person whom the sentences before in the paragraph are about, since somebody was last heard.
 *
 * ```text
 * One guard said the wall was sound. The other was not sure. “We need time,” he said.
 *                                    ^^^^^^^^^                                ^^
 * ```
 */
export function subjectBefore(hearing: Hearing, {head}: Source): Found | undefined {
  const {layout, heard, current} = hearing
  return personAt(hearing, subjectSince(layout, heard.at(-1)?.draft, current, head), head)
}

/** The same, though somebody said it: "The minister was due on Friday, her office said. She wrote …". */
export function subjectTold(hearing: Hearing, {head}: Source): Found | undefined {
  return personAt(hearing, subjectSince(hearing.layout, undefined, hearing.current, head), head)
}

function personAt(hearing: Hearing, subject: number | undefined, head: number): Found | undefined {
  const {layout} = hearing
  if (subject === undefined) return undefined
  const itself = hearing.heard.findLast(({draft, speaker}) => draft.source?.head === subject && speaker.text !== '')
  if (itself) return {...itself.speaker, reason: 'whom the sentence before is about', score: itself.speaker.score * 0.8}
  const place = namedIn(hearing, subject)
  if (place?.chain.kind === 'person')
    return mayBeSame(genderOfChain(layout, place.chain), genderAt(layout, head))
      ? {entity: place.chain.id, text: place.chain.name, reason: 'whom the sentence before is about', score: 0.7}
      : undefined
  if (place || layout.words.upos[subject] === 'PROPN' || !mayBeSame(genderAt(layout, subject), genderAt(layout, head)))
    return undefined
  const {phrases} = layout
  const first = runFirst(layout, subject, layout.unitOf(subject).first)
  const phrase = {head: subject, core: {first, end: subject + 1}, range: {first, end: phrases.last(subject) + 1}}
  return {
    entity: null,
    text: descriptionOf(layout, {...phrase, joined: false}),
    reason: 'whom the sentence before is about',
    score: 0.65
  }
}

/** The mention at a subject, or the name in what is set beside it: "a second speaker, identified as Ada Moro". */
function namedIn({layout, mentions}: Hearing, subject: number): Place | undefined {
  const own = mentions.at(subject)
  if (own?.form === 'name') return own
  const end = Math.min(layout.phrases.last(subject), subject + WORDS_MAX)
  for (let word = subject + 1; word <= end; word++) {
    const place = mentions.from(word)
    if (place?.form === 'name' && place.chain.kind === 'person' && isSetBeside(layout, subject, word)) return place
  }
  return own
}

/** Whether a name stands right behind its noun, a comma, or a word of naming. */
function isSetBeside(layout: Layout, subject: number, word: number): boolean {
  if (word === subject + 1) return true
  return /^(?:,|as|called|named)$/.test(layout.form(word - 1))
}
