import type {Draft} from './drafts.ts'
import type {Hearing} from './heard-speakers.ts'
import type {Layout, WordRange} from './layout.ts'
import type {Place} from './mention-index.ts'
import {nounRun} from './noun-phrases.ts'
import {isBody} from './person-words.ts'
import {DOCUMENT_NOUNS} from './reporting-words.ts'
import type {Source} from './sources.ts'
import {printed, runFirst} from './speaker-words.ts'
import type {Speaker} from './speakers.ts'

/** Words for one and the same text: who spoke "in a statement" is who "the message" quotes. */
const WRITTEN: ReadonlySet<string> = new Set(
  'statement message letter release communique communiqué text declaration email post tweet'.split(' ')
)

/**
 * Who speaks through a document: whose it is, who issued it, or who was last heard to speak in one.
 *
 * ```text
 * Ada Moro spoke in a statement. “We are ready,” the statement said.
 * ^^^^^^^^                                      ^^^^^^^^^^^^^
 * ```
 */
export function makerOf(hearing: Hearing, source: Source): Omit<Speaker, 'source'> | undefined {
  const {layout, mentions} = hearing
  const {words} = layout
  const {head, core, range} = source
  const part = partOf(layout, head, range)
  const noun = words.lemmas[part]!.toLowerCase()
  if (source.joined || !DOCUMENT_NOUNS.has(noun) || mentions.at(head)?.form === 'name') return undefined
  const given =
    theirs(ownerWithin(hearing, head, core), 0.8) ??
    theirs(ownerByPronoun(hearing, core), 0.7) ??
    authorOf(hearing, head) ??
    issuerOf(hearing, head, core)
  if (given) return given
  if (
    !/^(?:the|this|his|her|their|its|that|another|an?|one)$/.test(layout.form(core.first)) ||
    words.xpos[head] === 'NNS'
  )
    return undefined
  const isNew = part === head && /^(?:another|an?|one)$/.test(layout.form(core.first))
  const heard = isNew ? undefined : heardIn(hearing, noun)
  if (heard) return {...heard, reason: `they spoke in the ${noun}`, score: heard.score * 0.8}
  return producerOf(hearing, noun)
}

/** "another part of the message": the message speaks. */
function partOf(layout: Layout, head: number, {end}: WordRange): number {
  if (!/^(?:part|section|passage|excerpt|copy|version|page)$/.test(layout.form(head)) || layout.form(head + 1) !== 'of')
    return head
  const run = nounRun(layout, head + 2, end)
  return run.first < run.end ? run.end - 1 : head
}

function theirs(place: Place | undefined, score: number): Omit<Speaker, 'source'> | undefined {
  return place && {entity: place.chain.id, text: place.chain.name, reason: 'the document is theirs', score}
}

/** "Ada Moro's letter", "a Harbour Board report" */
function ownerWithin({mentions}: Hearing, head: number, core: WordRange): Place | undefined {
  for (let word = core.first; word < core.end; word++) {
    const place = mentions.from(word)
    if (
      word !== head &&
      place?.form === 'name' &&
      /^(?:person|organisation|group|outlet)$/.test(place.chain.kind) &&
      place.endWord <= core.end
    )
      return place
  }
  return undefined
}

/** "Her book", of somebody whom the text names. */
function ownerByPronoun({layout, mentions}: Hearing, {first}: WordRange): Place | undefined {
  const place = /^(?:his|her|its|their)$/.test(layout.form(first)) ? mentions.at(first) : undefined
  return place && /^(?:person|organisation|group|outlet)$/.test(place.chain.kind) ? place : undefined
}

/** "a report by the Harbour Board", "the report, by the auditor Ada Moro", "a statement by the rebel council" */
function authorOf({layout, mentions}: Hearing, head: number): Omit<Speaker, 'source'> | undefined {
  const {words} = layout
  const by = words.forms[head + 1] === ',' ? head + 2 : head + 1
  if (!(by === head + 1 ? /^(?:by|from)$/ : /^by$/).test(layout.form(by))) return undefined
  const run = nounRun(layout, by + 1, layout.unitOf(head).end)
  if (run.end <= run.first) return undefined
  const place = mentions.before(run.end)
  if (place?.form === 'name') return place.chain.kind === 'place' ? undefined : theirs(place, 0.85)
  if (!isBody(words.forms[run.end - 1]!)) return undefined
  const chain = mentions.at(run.end - 1)?.chain
  const text = chain?.name ?? printed(layout, run)
  return {entity: chain?.id ?? null, text, reason: 'the document is theirs', score: 0.75}
}

/** "The council issued a statement saying …": whoever the verb before the document has for its subject. */
function issuerOf(hearing: Hearing, head: number, core: WordRange): Omit<Speaker, 'source'> | undefined {
  const {layout, mentions} = hearing
  const {words, phrases} = layout
  if (/^(?:to|per|by|after|before|following|on)$/.test(layout.form(core.first - 1))) return undefined
  const verb = words.heads[head]!
  if (verb < 0 || head < verb || words.upos[verb] !== 'VERB' || !/^(?:obj|obl)$/.test(words.relations[head]!))
    return undefined
  const subject = phrases.child(verb, 'nsubj')
  if (subject === undefined || verb < subject) return undefined
  const chain = mentions.at(subject)?.chain
  const run = nounRun(layout, runFirst(layout, subject, layout.unitOf(verb).first), verb)
  if (!chain && run.end <= run.first) return undefined
  return {
    entity: chain?.id ?? null,
    text: chain?.name ?? printed(layout, run),
    reason: 'they issued the document',
    score: 0.75
  }
}

/** Whoever was last heard in the same document; in one of another word only where none was. */
function heardIn({layout, heard}: Hearing, noun: string): Speaker | undefined {
  const spoken = heard.filter(({speaker}) => speaker.text !== '')
  const exact = spoken.findLast(({draft}) => namesIn(layout, draft, other => other === noun))
  if (exact || !WRITTEN.has(noun)) return exact?.speaker
  return spoken.findLast(({draft}) => namesIn(layout, draft, other => WRITTEN.has(other)))?.speaker
}

/** Whether a draft's cue or source, or what its verb says of where it was said, has such a noun. */
function namesIn(layout: Layout, {cue, source, verb}: Draft, isSuch: (noun: string) => boolean): boolean {
  const {words, phrases, text, quotationOf} = layout
  const inCue = cue.flatMap(({start, end}) => text.slice(start, end).toLowerCase().split(/\s+/))
  if (inCue.some(isSuch) || (source && isSuch(words.lemmas[source.head]!.toLowerCase()))) return true
  if (verb < 0) return false
  return phrases.children(verb).some(child => {
    if (words.relations[child] !== 'obl' || 0 <= quotationOf[child]!) return false
    return isSuch(words.lemmas[child]!.toLowerCase()) && layout.form(phrases.child(child, 'case') ?? -1) === 'in'
  })
}

function producerOf({material, productions}: Hearing, noun: string): Omit<Speaker, 'source'> | undefined {
  const production = productions.find(({medium, producer}) => producer && medium.toLowerCase().includes(noun))
  const producer = production?.producer ? material.entities.get(production.producer) : undefined
  return producer && {entity: producer.id, text: producer.name, reason: `they made the ${noun}`, score: 0.6}
}
