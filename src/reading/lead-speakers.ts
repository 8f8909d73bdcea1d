import type {Draft} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {isOnePerson} from './person-words.ts'
import type {Speaker} from './speakers.ts'

/** So many paragraphs after a lead its speaker is named, if at all. */
const PARAGRAPHS_MAX = 2

/** So many statements are looked ahead over. */
const DRAFTS_MAX = 20

/** Nouns that a lead gives for a person whom the next paragraph names. */
const LEAD_NOUN =
  /^(?:official|spokesman|spokeswoman|spokesperson|minister|leader|chief|commander|lawyer|attorney|lawmaker|senator|diplomat|executive|professor|researcher|expert|analyst|activist|witness|officer|director|judge|prosecutor|candidate|mayor|governor|general|economist|scientist|doctor|coach|player|adviser|advisor|aide|head|president|author|resident|survivor|envoy|ambassador|cleric|critic|ally|founder|owner|manager|chairman|chairwoman|lecturer|engineer|reporter|journalist|teacher|coordinator)$/

/** Such speakers are never named. */
const UNNAMED =
  /\b(?:anonym|declined to be|not authori[sz]ed|condition of|asked not to|requested that|did not want to be|source\b)/i

/**
 * Give the speaker of a lead the name that follows it.
 *
 * ```text
 * A top harbour official said he was “hopeful”. ¶ “We are ready,” said Ada Moro, a member of the Harbour Council.
 * ^^^^^^^^^^^^^^^^^^^^^^ Ada Moro
 * ```
 *
 * Only where the description is new, one person's, and the very next named speaker was not heard before and has no other
 * post. "The mayor" is only who has that title next: "The mayor said it was a sad day. “…,” Mayor Ada Moro said."
 */
export function nameLeads(layout: Layout, drafts: readonly Draft[], speakers: readonly Speaker[]): Speaker[] {
  const heard = new Set<string>()
  const nameByDescription = new Map<string, Speaker>()
  return speakers.map((speaker, index) => {
    const draft = drafts[index]!
    const named = isLead(layout, draft, speaker)
      ? nextNamed(layout, drafts, speakers, index, heard)
      : isOffice(layout, draft, speaker)
        ? nextTitled(layout, drafts, speakers, index, heard)
        : undefined
    if (speaker.entity !== null) heard.add(speaker.entity)
    if (named) nameByDescription.set(speaker.text, named)
    const name = speaker.entity === null ? nameByDescription.get(speaker.text) : undefined
    return name
      ? {...speaker, entity: name.entity, text: name.text, reason: 'described here, named in what follows', score: 0.6}
      : speaker
  })
}

function isLead(layout: Layout, {source}: Draft, {entity, text}: Speaker): boolean {
  if (entity !== null || !source || source.joined) return false
  const {words} = layout
  if (!/^an?$/.test(layout.form(source.core.first)) || !LEAD_NOUN.test(words.lemmas[source.head]!.toLowerCase()))
    return false
  const unit = layout.unitOf(source.head)
  const sentence = layout.text.slice(words.starts[unit.first], words.ends[unit.end - 1])
  return !UNNAMED.test(sentence) && !UNNAMED.test(text)
}

/** "The mayor" */
function isOffice(layout: Layout, {source}: Draft, {entity, text}: Speaker): boolean {
  if (entity !== null || !source || source.joined || !isOnePerson(layout, source.head)) return false
  return /^the$/.test(layout.form(source.core.first)) && source.core.first < source.head && text.split(' ').length <= 4
}

/** The next speaker who is named with the same noun and was not heard before: "Mayor Ada Moro", "Ada Moro, the mayor of Harrow". */
function nextTitled(
  layout: Layout,
  drafts: readonly Draft[],
  speakers: readonly Speaker[],
  index: number,
  heard: ReadonlySet<string>
): Speaker | undefined {
  const here = paragraphOf(layout, drafts[index]!)
  const noun = nounOf(layout, drafts[index]!)
  for (let next = index + 1; next < Math.min(drafts.length, index + DRAFTS_MAX); next++) {
    if (PARAGRAPHS_MAX < paragraphOf(layout, drafts[next]!) - here) return undefined
    const {entity} = speakers[next]!
    if (entity !== null && !heard.has(entity) && isTitled(layout, drafts[next]!, noun)) return speakers[next]!
  }
  return undefined
}

function isTitled({words}: Layout, {source}: Draft, noun: string): boolean {
  if (!source || words.upos[source.head] !== 'PROPN') return false
  for (let word = source.range.first; word < source.range.end; word++)
    if (words.lemmas[word]!.toLowerCase() === noun) return true
  return false
}

function nounOf({words}: Layout, {source}: Draft): string {
  return source ? words.lemmas[source.head]!.toLowerCase() : ''
}

function nextNamed(
  layout: Layout,
  drafts: readonly Draft[],
  speakers: readonly Speaker[],
  index: number,
  heard: ReadonlySet<string>
): Speaker | undefined {
  const here = paragraphOf(layout, drafts[index]!)
  for (let next = index + 1; next < Math.min(drafts.length, index + DRAFTS_MAX); next++) {
    const {source} = drafts[next]!
    const distance = paragraphOf(layout, drafts[next]!) - here
    if (PARAGRAPHS_MAX < distance) return undefined
    const speaker = speakers[next]!
    if (!source || distance === 0) continue
    if (speaker.entity === null || heard.has(speaker.entity)) return undefined
    const isPerson = layout.words.upos[source.head] === 'PROPN' && source.core.first < source.head
    return isPerson && isLikely(layout, drafts[index]!, drafts[next]!) ? speaker : undefined
  }
  return undefined
}

/** Whether a name's own words allow the description: no other post, and a word of each body that the description names. */
function isLikely(layout: Layout, {source}: Draft, {source: named}: Draft): boolean {
  if (!source || !named) return false
  const {words} = layout
  const told = rangeWords(named.range).filter(word => word !== named.head)
  const noun = words.lemmas[source.head]!.toLowerCase()
  const posts = told.filter(word => words.upos[word] === 'NOUN').map(word => words.lemmas[word]!.toLowerCase())
  if (!GENERIC.test(noun) && posts.length > 0 && !posts.includes(noun)) return false
  const bodies = rangeWords(source.core).filter(word => words.upos[word] === 'PROPN')
  return bodies.length === 0 || bodies.some(body => told.some(word => words.forms[word] === words.forms[body]))
}

/** Nouns that any post may go by. */
const GENERIC = /^(?:official|leader|expert|executive|lawmaker|diplomat|analyst|head|aide|adviser|advisor|critic|ally)$/

function rangeWords({first, end}: WordRange): number[] {
  return Array.from({length: end - first}, (_, index) => first + index)
}

function paragraphOf(layout: Layout, {source, verb}: Draft): number {
  return layout.paragraphOf[source?.head ?? verb] ?? -1
}
