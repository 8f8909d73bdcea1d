import type {Draft} from './drafts.ts'
import type {Layout} from './layout.ts'
import type {Speaker} from './speakers.ts'

/** So many paragraphs after a lead its speaker is named, if at all. */
const PARAGRAPHS_MAX = 2

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
 * Only where the description is new, one person's, and the very next named speaker was not heard before.
 */
export function nameLeads(layout: Layout, drafts: readonly Draft[], speakers: readonly Speaker[]): Speaker[] {
  const heard = new Set<string>()
  const nameByDescription = new Map<string, Speaker>()
  return speakers.map((speaker, index) => {
    const named = isLead(layout, drafts[index]!, speaker)
      ? nextNamed(layout, drafts, speakers, index, heard)
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

function nextNamed(
  layout: Layout,
  drafts: readonly Draft[],
  speakers: readonly Speaker[],
  index: number,
  heard: ReadonlySet<string>
): Speaker | undefined {
  const here = paragraphOf(layout, drafts[index]!)
  for (let next = index + 1; next < drafts.length; next++) {
    const {source} = drafts[next]!
    const distance = paragraphOf(layout, drafts[next]!) - here
    if (PARAGRAPHS_MAX < distance) return undefined
    const speaker = speakers[next]!
    if (!source || distance === 0) continue
    if (speaker.entity === null || heard.has(speaker.entity)) return undefined
    const isPerson = layout.words.upos[source.head] === 'PROPN' && source.core.first < source.head
    return isPerson ? speaker : undefined
  }
  return undefined
}

function paragraphOf(layout: Layout, {source, verb}: Draft): number {
  return layout.paragraphOf[source?.head ?? verb] ?? -1
}
