import {type EntityKind, type Mention, type Parsed, sentenceOf} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns, productionNouns, workNouns} from './description-nouns.ts'
import type {EntityDraft, Gender} from './entity-draft.ts'
import {genderOfNoun, genderOfPronoun} from './genders.ts'
import type {PronounKind} from './pronouns.ts'

/** The draft that a pronoun or description most likely means. */
export interface Reference {
  readonly draft: EntityDraft
  readonly score: number
}

/** How many mentions back are remembered. */
const MEMORY = 40
/** How many sentences back a pronoun may look. */
const PRONOUN_SENTENCES = 4
/** How many sentences back a description may look. */
const NOUN_SENTENCES = 30

interface Trace {
  readonly draft: EntityDraft
  readonly mention: Mention
  readonly sentence: number
  readonly isSubject: boolean
  readonly quotation: number
}

/** What has been spoken of, the latest last: the memory that a reader resolves pronouns from. */
export class Salience {
  private readonly parsed: Parsed
  private readonly quotations: Int32Array
  private readonly traces: Trace[] = []
  private readonly counts = new Map<EntityDraft, number>()
  /** Who spoke the last quotation. */
  private speaker: EntityDraft | undefined

  constructor(parsed: Parsed, quotations: Int32Array) {
    this.parsed = parsed
    this.quotations = quotations
  }

  /** Remember that `mention` spoke of `draft`. */
  note(draft: EntityDraft, mention: Mention) {
    const {parsed, quotations} = this
    const isSubject = isSubjectWord(parsed, mention)
    this.traces.push({
      draft,
      mention,
      sentence: sentenceOf(parsed, mention.headWord),
      isSubject,
      quotation: quotations[mention.headWord]!
    })
    if (MEMORY * 2 < this.traces.length) this.traces.splice(0, MEMORY)
    this.counts.set(draft, (this.counts.get(draft) ?? 0) + 1)
    if (quotations[mention.headWord] === 0 && isBesideSpeech(parsed, mention)) this.speaker = draft
  }

  /** The draft that the pronoun at `word` most likely means. */
  resolvePronoun(word: number, kind: PronounKind): Reference | undefined {
    const gender = genderOfPronoun(this.parsed.forms[word]!)
    return this.best(word, PRONOUN_SENTENCES, trace => {
      if (!fitsPronoun(trace.draft, kind, gender)) return undefined
      return this.weigh(trace, word) + kindWeight(trace.draft, kind, gender)
    })
  }

  /** The draft that a description most likely means: one that the text calls by its noun, or the last that it fits. */
  resolveNoun({headWord}: Mention): Reference | undefined {
    const noun = this.parsed.forms[headWord]!.toLowerCase()
    const kinds = kindsOfNoun(noun)
    return this.best(headWord, NOUN_SENTENCES, trace => {
      const {draft} = trace
      if (!kinds.has(draft.kind)) return undefined
      const fit = nounFit(draft, noun, this.parsed.text)
      return fit === 0 ? undefined : fit + this.weigh(trace, headWord) * 0.5
    })
  }

  private best(
    word: number,
    sentencesBack: number,
    weigh: (trace: Trace) => number | undefined
  ): Reference | undefined {
    const sentence = sentenceOf(this.parsed, word)
    const weights = new Map<EntityDraft, number>()
    const oldest = Math.max(0, this.traces.length - MEMORY)
    for (let index = this.traces.length - 1; oldest <= index; index--) {
      const trace = this.traces[index]!
      if (sentencesBack < sentence - trace.sentence) break
      const weight = weigh(trace)
      if (weight !== undefined && (weights.get(trace.draft) ?? -Infinity) < weight) weights.set(trace.draft, weight)
    }
    return surest(weights)
  }

  /** Nearness, place in the sentence, how often, and whether it spoke last. */
  private weigh({draft, mention, sentence, isSubject, quotation}: Trace, word: number): number {
    const {parsed, quotations} = this
    const distance = sentenceOf(parsed, word) - sentence
    let weight = -0.8 * Math.min(distance, 6)
    if (isSubject) weight += 1
    weight += 0.25 * Math.log(this.counts.get(draft) ?? 1)
    weight -= 0.02 * Math.min(50, word - mention.headWord)
    if (quotations[word] === 0 && quotation !== 0) weight -= 2
    if (quotations[word] === 0 && draft === this.speaker) weight += 0.7
    if (quotations[word] !== 0 && draft === this.speaker && quotation !== quotations[word]) weight -= 1.5
    if (isSubject && isObjectOfSame(parsed, mention, word)) weight -= 4
    return weight
  }
}

function surest(weights: ReadonlyMap<EntityDraft, number>): Reference | undefined {
  let best: EntityDraft | undefined
  let bestWeight = -Infinity
  let total = 0
  for (const [draft, weight] of weights) {
    total += Math.exp(weight)
    if (bestWeight < weight) {
      best = draft
      bestWeight = weight
    }
  }
  return best && {draft: best, score: Math.exp(bestWeight) / total}
}

function fitsPronoun({kind, gender}: EntityDraft, pronoun: PronounKind, pronounGender: Gender): boolean {
  if (pronoun === 'person') return kind === 'person' && (gender === 'unknown' || gender === pronounGender)
  if (pronoun === 'several') return kind === 'organisation' || kind === 'group' || kind === 'outlet'
  return kind !== 'person' && kind !== 'group'
}

function kindWeight({kind, gender}: EntityDraft, pronoun: PronounKind, pronounGender: Gender): number {
  if (pronoun === 'person') return gender === pronounGender ? 0.6 : 0
  if (pronoun === 'thing') return kind === 'place' ? -0.8 : 0
  return kind === 'group' ? 0.5 : 0
}

const NOUN_KINDS: readonly (readonly [ReadonlySet<string>, readonly EntityKind[]])[] = [
  [personNouns, ['person']],
  [bodyNouns, ['organisation', 'outlet']],
  [placeNouns, ['place']],
  [productionNouns, ['production']],
  [workNouns, ['work', 'outlet']]
]

function kindsOfNoun(noun: string): Set<EntityKind> {
  return new Set(NOUN_KINDS.flatMap(([nouns, kinds]) => (nouns.has(noun) ? kinds : [])))
}

/** Nouns that fit any body, any production: others must be the draft's own. */
const OPEN_NOUNS = new Set([
  'group',
  'organisation',
  'organization',
  'movement',
  'company',
  'firm',
  'agency',
  'video',
  'film',
  'message',
  'recording',
  'production',
  'statement',
  'broadcast',
  'book',
  'report',
  'magazine'
])
const OPEN_PLACE_NOUNS = new Set(['country', 'city', 'town', 'village', 'nation', 'region', 'province', 'state'])

/** How well `noun` fits: 3 where the text called the draft so, or its name has the word; 1 where the noun fits anything of the kind. */
function nounFit(draft: EntityDraft, noun: string, text: string): number {
  if (draft.nouns.has(noun)) return 3
  if (draft.kind === 'person') {
    if (!/^(?:man|woman)$/.test(noun)) return 0
    return draft.gender === genderOfNoun(noun) ? 1 : 0
  }
  const [name] = draft.names
  if (name && text.slice(name.start, name.end).toLowerCase().includes(noun)) return 3
  if (draft.kind === 'place') return OPEN_PLACE_NOUNS.has(noun) ? 1 : 0
  if (draft.kind === 'outlet')
    return /^(?:newspaper|paper|magazine|broadcaster|station|agency|outlet|channel|website|daily)$/.test(noun) ? 1 : 0
  return OPEN_NOUNS.has(noun) ? 1 : 0
}

/** A subject by its tree, or, where trees are flat, by a verb that soon follows. */
function isSubjectWord({relations, forms, upos, heads}: Parsed, mention: Mention): boolean {
  for (let word = mention.firstWord; word < mention.endWord; word++)
    if (relations[word] === 'nsubj' && !(mention.firstWord <= heads[word]! && heads[word]! < mention.endWord))
      return true
  if (relations[mention.headWord] !== 'dep') return false
  const next = upos[mention.endWord]
  return next === 'VERB' || next === 'AUX' || /^(?:said|says)$/.test(forms[mention.endWord] ?? '')
}

const SPEECH =
  /^(?:said|says|say|told|tells|added|adds|wrote|writes|asked|asks|claimed|claims|warned|warns|argued|argues|insisted|insists|explained|explains|continued|replied|concluded|noted|stated|declared|announced)$/

/** "Holub said" or "said Holub". */
function isBesideSpeech({forms}: Parsed, {firstWord, endWord}: Mention): boolean {
  return SPEECH.test(forms[endWord] ?? '') || SPEECH.test(forms[firstWord - 1] ?? '')
}

/** "Holub told her": the object of a verb is not its subject. */
function isObjectOfSame({heads, relations, forms}: Parsed, mention: Mention, word: number): boolean {
  if (!/^(?:him|her|it|them)$/i.test(forms[word]!) || !/^(?:obj|iobj|obl)$/.test(relations[word]!)) return false
  for (let place = mention.firstWord; place < mention.endWord; place++)
    if (relations[place] === 'nsubj' && heads[place] === heads[word]) return true
  return false
}
