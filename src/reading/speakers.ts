import type {Chain} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {dateCovering, dateEnd} from './date-places.ts'
import {type Draft, rangeSpan} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {nameLeads} from './lead-speakers.ts'
import type {Material} from './material.ts'
import {type MentionIndex, mentionIndex} from './mention-index.ts'
import {isNominal, nounRun} from './noun-phrases.ts'
import type {Production} from './reading.ts'
import {DOCUMENT_NOUNS} from './reporting-words.ts'
import type {Source} from './sources.ts'

/** Words for one and the same text: who spoke "in a statement" is who "the message" quotes. */
const WRITTEN = [
  'statement',
  'message',
  'letter',
  'release',
  'communique',
  'communiqué',
  'text',
  'declaration',
  'email',
  'post',
  'tweet'
]

/** Who a statement's words belong to. */
export interface Speaker {
  /** Local id; null where the speaker is only described. */
  readonly entity: string | null
  /** The fullest words there are. */
  readonly text: string
  readonly source: Span | null
  /** Who passed the words on, where that is somebody else. */
  readonly via?: {readonly entity: string | null; readonly text: string}
  readonly reason: string
  /** From 0 to 1: how sure the speaker is, given that the statement is right. */
  readonly score: number
}

const NOBODY: Speaker = {entity: null, text: '', source: null, reason: 'no speaker is named', score: 0.3}

/** Words of a source behind which only more about it follows: "an official who declined to be named". */
const RELATIVE = /^(?:who|whom|whose|which|that|where)$/

/** So many statements are looked back over for who "the statement" or "the official" is. */
const LOOK_BACK_MAX = 12

/** Say whose words each draft holds, in the same order. Drafts stand in the order of the text. */
export function resolveSpeakers(
  material: Material,
  layout: Layout,
  drafts: readonly Draft[],
  productions: readonly Production[]
): Speaker[] {
  const resolver = new Speakers(material, layout, productions)
  return nameLeads(
    layout,
    drafts,
    drafts.map(draft => resolver.resolve(draft))
  )
}

interface Heard {
  readonly draft: Draft
  readonly speaker: Speaker
}

class Speakers {
  readonly #material: Material
  readonly #layout: Layout
  readonly #mentions: MentionIndex
  readonly #productions: readonly Production[]
  readonly #heard: Heard[] = []

  constructor(material: Material, layout: Layout, productions: readonly Production[]) {
    this.#material = material
    this.#layout = layout
    this.#mentions = mentionIndex(material.analysis)
    this.#productions = productions
  }

  resolve(draft: Draft): Speaker {
    const {entity, text} = draft.via ? this.#speakerOf(draft.via) : NOBODY
    const speaker = {...this.#speakerOf(draft.source), ...(draft.via && {via: {entity, text}})}
    this.#heard.push({draft, speaker})
    if (LOOK_BACK_MAX < this.#heard.length) this.#heard.shift()
    return speaker
  }

  #speakerOf(source: Source | undefined): Speaker {
    if (!source) return NOBODY
    const {words} = this.#layout
    const {core, joined} = source
    const span = rangeSpan(this.#layout, source.range)
    const text = this.#words(this.#description(source))
    const made = joined ? undefined : this.#makerOf(source)
    if (made) return {...made, source: span}
    const speaking = this.#pluralSubject(source.head) ?? this.#speakingOn(source)
    if (speaking) return {...speaking, source: span}
    const chain = joined ? undefined : this.#chainOf(source.head, source.range, core)
    if (chain)
      return {entity: chain.id, text: chain.name, source: span, reason: '', score: this.#chainScore(source.head, chain)}
    const earlier = joined ? undefined : this.#earlier(source.head, core)
    if (earlier) return {...earlier, source: span}
    const isPronoun = words.upos[source.head] === 'PRON'
    return {
      entity: null,
      text,
      source: span,
      reason: isPronoun ? 'it is not clear who the pronoun stands for' : 'the speaker is described, not named',
      score: isPronoun ? 0.4 : 0.9
    }
  }

  /** The chain of the head's own mention, of a name that ends the phrase, or of a name set beside it. */
  #chainOf(head: number, range: WordRange, core: WordRange): Chain | undefined {
    const {words} = this.#layout
    const own = this.#mentions.at(head)
    if (own?.form === 'name' && own.endWord === head + 1) return own.chain
    const beside =
      words.upos[head] === 'PRON' ? undefined : (this.#besideName(core, range) ?? this.#closingName(core, range))
    if (beside) return beside
    return own && own.headWord === head && this.#canSpeak(own.chain) ? own.chain : undefined
  }

  /** Times and happenings do not speak, whatever a pronoun was joined to. */
  #canSpeak({kind, mentions}: Chain): boolean {
    return kind !== 'event' && !dateCovering(this.#layout.words, mentions[0]?.headWord ?? -1)
  }

  /** A name at the source itself is sure whatever else its chain joins; a pronoun is as sure as its chain. */
  #chainScore(head: number, {score}: Chain): number {
    return this.#mentions.at(head)?.form === 'name' ? 0.97 : Math.min(0.9, Math.max(0.5, score))
  }

  /** "the director of the Council on Rivers Ada Moro": a person's name right behind the office closes the phrase. */
  #closingName(core: WordRange, range: WordRange): Chain | undefined {
    const {words} = this.#layout
    const last = this.#mentions.before(range.end)
    if (last?.form !== 'name' || last.chain.kind !== 'person' || last.firstWord <= core.end) return undefined
    const before = last.firstWord - 1
    return /^(?:NOUN|PROPN)$/.test(words.upos[before]!) && words.xpos[before] !== 'POS' ? last.chain : undefined
  }

  /**
   * "the ambassador to Harrow, Ada Moro": a person's name set beside a description. Behind "according to court papers, Ada Moro
   * paid" the name begins the clause instead, unless a comma closes it.
   */
  #besideName(core: WordRange, range: WordRange): Chain | undefined {
    const {words} = this.#layout
    const isGiven = this.#layout.form(core.first - 1) === 'to'
    const limit = Math.max(range.end, core.end + 1)
    for (let word = core.end; word < limit; word++) {
      if (RELATIVE.test(this.#layout.form(word))) return undefined
      if (words.forms[word] !== ',') continue
      const run = nounRun(this.#layout, word + 1, words.forms.length)
      const place = run.first < run.end ? this.#mentions.before(run.end) : undefined
      if (place?.form !== 'name' || place.chain.kind !== 'person' || place.firstWord < run.first) continue
      if (isGiven && !/^[,.]$/.test(words.forms[run.end] ?? '.')) return undefined
      return place.chain
    }
    return undefined
  }

  /** Who speaks through a document: whose it is, or who was last heard to speak in one. */
  #makerOf({head, core, range}: Source): Omit<Speaker, 'source'> | undefined {
    const {words} = this.#layout
    const part = this.#partOf(head, range)
    const noun = words.lemmas[part]!.toLowerCase()
    const own = this.#mentions.at(head)
    if (!DOCUMENT_NOUNS.has(noun) || own?.form === 'name') return undefined
    for (let word = core.first; word < core.end; word++) {
      const place = this.#mentions.from(word)
      if (
        word !== head &&
        place?.form === 'name' &&
        /^(?:person|organisation|group|outlet)$/.test(place.chain.kind) &&
        place.endWord <= core.end
      )
        return {entity: place.chain.id, text: place.chain.name, reason: 'the document is theirs', score: 0.8}
    }
    const given = this.#authorOf(head, range) ?? this.#issuerOf(head, core)
    if (given) return given
    if (
      !/^(?:the|this|his|her|their|its|that|another|an?|one)$/.test(this.#layout.form(core.first)) ||
      words.xpos[head] === 'NNS'
    )
      return undefined
    const isNew = part === head && /^(?:another|an?|one)$/.test(this.#layout.form(core.first))
    const heard = isNew
      ? undefined
      : this.#heard.findLast(({draft, speaker}) => speaker.text && this.#spokeIn(draft, noun))
    if (heard) return {...heard.speaker, reason: `they spoke in the ${noun}`, score: heard.speaker.score * 0.8}
    return this.#producerOf(noun)
  }

  /** "a report by the Harbour Board" */
  #authorOf(head: number, {end}: WordRange): Omit<Speaker, 'source'> | undefined {
    if (!/^(?:by|from)$/.test(this.#layout.form(head + 1)) || end <= head + 2) return undefined
    const run = nounRun(this.#layout, head + 2, end)
    const place = run.first < run.end ? this.#mentions.before(run.end) : undefined
    if (place?.form !== 'name' || place.chain.kind === 'place') return undefined
    return {entity: place.chain.id, text: place.chain.name, reason: 'the document is theirs', score: 0.85}
  }

  /** "The council issued a statement saying …": whoever the verb before the document has for its subject. */
  #issuerOf(head: number, core: WordRange): Omit<Speaker, 'source'> | undefined {
    const {words, phrases} = this.#layout
    if (/^(?:to|per|by)$/.test(this.#layout.form(core.first - 1))) return undefined
    const verb = words.heads[head]!
    if (verb < 0 || head < verb || words.upos[verb] !== 'VERB' || !/^(?:obj|obl)$/.test(words.relations[head]!))
      return undefined
    const subject = phrases.child(verb, 'nsubj')
    if (subject === undefined || verb < subject) return undefined
    const chain = this.#mentions.at(subject)?.chain
    const run = nounRun(this.#layout, this.#runFirst(subject, this.#layout.unitOf(verb).first), verb)
    if (!chain && run.end <= run.first) return undefined
    return {
      entity: chain?.id ?? null,
      text: chain?.name ?? this.#words(run),
      reason: 'they issued the document',
      score: 0.75
    }
  }

  #producerOf(noun: string): Omit<Speaker, 'source'> | undefined {
    const production = this.#productions.find(({medium, producer}) => producer && medium.toLowerCase().includes(noun))
    const producer = production?.producer ? this.#material.entities.get(production.producer) : undefined
    return producer && {entity: producer.id, text: producer.name, reason: `they made the ${noun}`, score: 0.6}
  }

  /** "another part of the message": the message speaks. */
  #partOf(head: number, {end}: WordRange): number {
    if (
      !/^(?:part|section|passage|excerpt|copy|version|page)$/.test(this.#layout.form(head)) ||
      this.#layout.form(head + 1) !== 'of'
    )
      return head
    const run = nounRun(this.#layout, head + 2, end)
    return run.first < run.end ? run.end - 1 : head
  }

  #spokeIn({cue, source}: Draft, noun: string): boolean {
    const {text, words} = this.#layout
    return (
      cue.some(({start, end}) => namesDocument(text.slice(start, end).toLowerCase(), noun)) ||
      (source !== undefined && namesDocument(words.lemmas[source.head]!.toLowerCase(), noun))
    )
  }

  /** "Officials see him as weak, they say": the plural subject of the sentence, before any single body. */
  #pluralSubject(head: number): Omit<Speaker, 'source'> | undefined {
    const {words} = this.#layout
    if (!/^they$/.test(this.#layout.form(head))) return undefined
    const {first} = this.#layout.unitOf(head)
    for (let word = first; word < head; word++)
      if (
        words.relations[word] === 'nsubj' &&
        words.xpos[word] === 'NNS' &&
        !dateCovering(words, word) &&
        this.#layout.quotationOf[word]! < 0
      ) {
        const run = {first: this.#runFirst(word, first), end: word + 1}
        return {
          entity: this.#mentions.at(word)?.chain.id ?? null,
          text: this.#words(run),
          reason: 'the plural subject of the sentence',
          score: 0.7
        }
      }
    return undefined
  }

  #runFirst(word: number, from: number): number {
    let first = word
    while (from < first && isNominal(this.#layout, first - 1)) first--
    return first
  }

  /** "He" in the paragraph in which a named person was just heard is that person. */
  #speakingOn({head}: Source): Omit<Speaker, 'source'> | undefined {
    const form = this.#layout.form(head)
    const last = this.#heard.at(-1)
    if (!/^(?:he|she)$/.test(form) || !last?.draft.source || last.speaker.entity === null) return undefined
    if (this.#layout.paragraphOf[last.draft.source.head] !== this.#layout.paragraphOf[head]) return undefined
    if (
      this.#layout.words.upos[last.draft.source.head] === 'PRON' ||
      !this.#mayBe(form, last.speaker, last.draft.source.head)
    )
      return undefined
    return {...last.speaker, reason: 'the speaker just heard', score: last.speaker.score * 0.9}
  }

  /** Who "the official" or an unresolved "he" is: the last speaker that fits. */
  #earlier(head: number, core: WordRange): Omit<Speaker, 'source'> | undefined {
    const {words} = this.#layout
    const form = this.#layout.form(head)
    const isPronoun = /^(?:he|she|it|they)$/.test(form)
    const isDefinite = /^(?:the|this|that|another)$/.test(this.#layout.form(core.first)) && core.first < head
    if (!isPronoun && !isDefinite) return undefined
    for (const {draft, speaker} of this.#heard.toReversed()) {
      if (!draft.source || !speaker.text) continue
      const other = draft.source.head
      const fits = isPronoun
        ? this.#mayBe(form, speaker, other)
        : words.lemmas[other]!.toLowerCase() === words.lemmas[head]!.toLowerCase()
      if (fits)
        return {
          ...speaker,
          reason: isPronoun ? 'the last speaker the pronoun fits' : 'described in the same words before',
          score: speaker.score * 0.75
        }
    }
    return undefined
  }

  #mayBe(pronoun: string, {entity}: Speaker, head: number): boolean {
    const kind = entity === null ? undefined : this.#material.entities.get(entity)?.kind
    const plural = /^NNP?S$/.test(this.#layout.words.xpos[head]!)
    if (pronoun === 'they') return plural || kind === 'organisation' || kind === 'group'
    if (pronoun === 'it') return kind !== undefined && kind !== 'person'
    return !plural && (kind === undefined || kind === 'person')
  }

  /** The phrase up to a relative clause or an apposition: "a spokesman for the harbour". */
  #description({range, core, joined}: Source): WordRange {
    const {words} = this.#layout
    let end = core.end
    while (
      end < range.end &&
      !(
        RELATIVE.test(this.#layout.form(end)) ||
        (!joined && /^(?:,|--|—)$/.test(words.forms[end]!) && dateEnd(words, end) === undefined) ||
        words.forms[end] === '('
      )
    )
      end++
    return {first: core.first, end}
  }

  #words(range: WordRange): string {
    const {start, end} = rangeSpan(this.#layout, range)
    return this.#layout.text.slice(start, end).replace(/\s+/g, ' ')
  }
}

function namesDocument(cue: string, noun: string): boolean {
  return cue.includes(noun) || (WRITTEN.includes(noun) && WRITTEN.some(other => cue.includes(other)))
}
