import {type EntityKind, type Mention, type Parsed, sentenceOf} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns, productionNouns, workNouns} from './description-nouns.ts'
import type {EntityDraft, Gender} from './entity-draft.ts'
import {exponential, logarithm} from './exponentials.ts'
import {LISTED, listedName} from './gazetteer.ts'
import {genderOfNoun, genderOfPronoun} from './genders.ts'
import {type PronounKind, pronounKind} from './pronouns.ts'
import {SALIENCE_WEIGHTS as WEIGHTS} from './salience-weights.ts'

/** The draft that a pronoun or description most likely means. */
export interface Reference {
  readonly draft: EntityDraft
  readonly score: number
}

/** Somebody or something that a text speaks of without a name: it may be meant by a pronoun, and then nothing named is. */
interface Unnamed {
  readonly noun: string
  readonly kind: PronounKind
  readonly gender: Gender
}

type Referent = EntityDraft | Unnamed

/** How many mentions back are remembered. */
const MEMORY = 60
/** How many sentences back a pronoun may look. */
const PRONOUN_SENTENCES = 4
/** How many sentences back a description may look. */
const NOUN_SENTENCES = 30

type Role = 'subject' | 'object' | 'possessor' | 'other'

interface Trace {
  readonly referent: Referent
  readonly firstWord: number
  readonly headWord: number
  readonly sentence: number
  readonly role: Role
  readonly isPronoun: boolean
  readonly quotation: number
}

/** What has been spoken of, the latest last: the memory that a reader resolves pronouns from. */
export class Salience {
  private readonly parsed: Parsed
  private readonly quotations: Int32Array
  private readonly paragraphs: Int32Array
  private readonly traces: Trace[] = []
  private readonly counts = new Map<Referent, number>()
  private readonly unnamed = new Map<string, Unnamed>()
  /** The first person named. */
  private topic: EntityDraft | undefined
  /** Who spoke last. */
  private speaker: EntityDraft | undefined

  constructor(parsed: Parsed, quotations: Int32Array) {
    this.parsed = parsed
    this.quotations = quotations
    this.paragraphs = paragraphNumbers(parsed)
  }

  /** Remember that `mention` spoke of `draft`. */
  note(draft: EntityDraft, mention: Mention) {
    this.remember(draft, mention.firstWord, mention.headWord)
    if (this.quotations[mention.headWord] === 0 && isBesideSpeech(this.parsed, mention)) this.speaker = draft
  }

  /** Remember the common noun at `word`, which may be meant by what follows though it names nobody. */
  noteNoun(word: number) {
    const noun = this.parsed.forms[word]!.toLowerCase()
    const kind = kindOfNoun(this.parsed, word, noun)
    if (!kind) return
    const referent = this.unnamed.get(noun) ?? {noun, kind, gender: genderOfNoun(noun)}
    this.unnamed.set(noun, referent)
    this.remember(referent, word, word)
  }

  /** The draft that the pronoun at `word` most likely means. */
  resolvePronoun(word: number, kind: PronounKind): Reference | undefined {
    const gender = genderOfPronoun(this.parsed.forms[word]!)
    return this.best(word, PRONOUN_SENTENCES, trace => {
      if (!fitsPronoun(trace.referent, kind, gender)) return undefined
      return this.weigh(trace, word) + kindWeight(trace.referent, kind, gender)
    })
  }

  /** The draft that a description most likely means: one that the text calls by its noun, or the last that it fits. */
  resolveNoun({headWord}: Mention): Reference | undefined {
    const noun = this.parsed.forms[headWord]!.toLowerCase()
    const kinds = kindsOfNoun(noun)
    return this.best(headWord, NOUN_SENTENCES, trace => {
      const {referent} = trace
      if (!('names' in referent) || !kinds.has(referent.kind)) return undefined
      const fit = nounFit(referent, noun, this.parsed.text)
      return fit === 0 ? undefined : fit + this.weigh(trace, headWord) * 0.5
    })
  }

  private remember(referent: Referent, firstWord: number, headWord: number) {
    const {parsed, quotations} = this
    const sentence = sentenceOf(parsed, headWord)
    this.traces.push({
      referent,
      firstWord,
      headWord,
      sentence,
      role: roleOf(parsed, firstWord, headWord),
      isPronoun: pronounKind(parsed.forms[headWord]!) !== undefined,
      quotation: quotations[headWord]!
    })
    if (MEMORY * 2 < this.traces.length) this.traces.splice(0, MEMORY)
    if (!this.topic && 'names' in referent && referent.kind === 'person') this.topic = referent
    this.counts.set(referent, (this.counts.get(referent) ?? 0) + 1)
  }

  private best(
    word: number,
    sentencesBack: number,
    weigh: (trace: Trace) => number | undefined
  ): Reference | undefined {
    const sentence = sentenceOf(this.parsed, word)
    const weights = new Map<Referent, number>()
    const oldest = Math.max(0, this.traces.length - MEMORY)
    for (let index = this.traces.length - 1; oldest <= index; index--) {
      const trace = this.traces[index]!
      if (sentencesBack < sentence - trace.sentence) break
      const weight = weigh(trace)
      if (weight !== undefined && (weights.get(trace.referent) ?? -Infinity) < weight)
        weights.set(trace.referent, weight)
    }
    return surest(weights)
  }

  /** Nearness, place in the sentence, how often, and whether it spoke last. */
  private weigh(trace: Trace, word: number): number {
    const {referent, firstWord, headWord, sentence, role} = trace
    const {parsed} = this
    const distance = sentenceOf(parsed, word) - sentence
    const ownRole = roleOf(parsed, word, word)
    let weight = WEIGHTS[role] + WEIGHTS.sentence * distance + WEIGHTS.word * Math.min(50, word - headWord)
    if (this.paragraphs[headWord] !== this.paragraphs[word]) weight += WEIGHTS.paragraph
    weight += WEIGHTS.count * logarithm(this.counts.get(referent) ?? 1)
    if (role === 'subject' && ownRole === 'subject') weight += WEIGHTS.parallel
    if (role === 'subject' && ownRole === 'possessor' && distance === 0) weight += WEIGHTS.ownSubject
    if (this.topic === referent) weight += WEIGHTS.topic
    if (trace.isPronoun) weight += WEIGHTS.pronoun
    if (isBarred(parsed, firstWord, headWord, word)) weight += WEIGHTS.barred
    return weight + this.weighSpeech(trace, word)
  }

  private weighSpeech({referent, quotation}: Trace, word: number): number {
    const own = this.quotations[word]!
    const isSpeaker = referent === this.speaker
    if (own === 0) return (quotation === 0 ? 0 : WEIGHTS.fromQuotation) + (isSpeaker ? WEIGHTS.speaker : 0)
    return isSpeaker && quotation !== own ? WEIGHTS.ownQuotation : 0
  }
}

/** For each word the number of its paragraph: paragraphs are parted by empty lines. */
function paragraphNumbers({text, starts, ends}: Parsed): Int32Array {
  const numbers = new Int32Array(starts.length)
  for (let word = 1; word < starts.length; word++) {
    const gap = ends[word - 1] === starts[word] ? '' : text.slice(ends[word - 1], starts[word])
    numbers[word] = numbers[word - 1]! + Number(/\n\s*\n/.test(gap))
  }
  return numbers
}

/** The likeliest; none where something without a name is likelier. */
function surest(weights: ReadonlyMap<Referent, number>): Reference | undefined {
  let best: Referent | undefined
  let bestWeight = -Infinity
  let total = 0
  for (const [referent, weight] of weights) {
    total += exponential(weight)
    if (bestWeight < weight) {
      best = referent
      bestWeight = weight
    }
  }
  return best && 'names' in best ? {draft: best, score: exponential(bestWeight) / total} : undefined
}

/** What an unnamed noun can be meant by; undefined for nouns of time and other words that no pronoun takes up. */
function kindOfNoun({xpos, upos, forms}: Parsed, word: number, noun: string): PronounKind | undefined {
  if (upos[word] !== 'NOUN' || upos[word + 1] === 'NOUN' || upos[word + 1] === 'PROPN') return undefined
  if (xpos[word] === 'NNS') return TIMES.has(noun) ? undefined : 'several'
  if (personNouns.has(noun)) return 'person'
  return TIMES.has(noun) || forms[word + 1] === '-' ? undefined : 'thing'
}

const TIMES: ReadonlySet<string> = new Set(
  'day days week weeks month months year years time times hour hours minute minutes morning evening night afternoon today yesterday tomorrow moment end percent cent ago'.split(
    ' '
  )
)

function fitsPronoun(referent: Referent, pronoun: PronounKind, pronounGender: Gender): boolean {
  const {gender, kind} = referent
  const fitsGender = gender === 'unknown' || gender === pronounGender
  if (!('names' in referent)) return kind === pronoun && (pronoun !== 'person' || fitsGender)
  if (pronoun === 'person') return kind === 'person' && fitsGender
  if (pronoun === 'several') return kind === 'organisation' || kind === 'group' || kind === 'outlet'
  return kind !== 'person' && kind !== 'group'
}

function kindWeight(referent: Referent, pronoun: PronounKind, pronounGender: Gender): number {
  const {kind, gender} = referent
  if (!('names' in referent)) return pronoun === 'person' ? WEIGHTS.unnamedPerson : 0.2
  if (pronoun === 'person') return gender === pronounGender ? WEIGHTS.knownGender : 0
  if (pronoun === 'thing') return kind === 'place' ? -0.8 : 0
  return kind === 'group' ? 0.5 : -0.2
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

/** Nouns that fit any body, any production; others must be the draft's own. */
const OPEN_NOUNS: ReadonlySet<string> = new Set(
  `group organisation organization movement company firm agency video film message recording production broadcast book report magazine`.split(
    ' '
  )
)
const COUNTRY_NOUNS: ReadonlySet<string> = new Set('country nation kingdom republic'.split(' '))
const TOWN_NOUNS: ReadonlySet<string> = new Set('city town village capital'.split(' '))
const OUTLET_NOUNS = /^(?:newspaper|paper|magazine|broadcaster|station|agency|outlet|channel|website|daily)$/

/** How well `noun` fits: 3 where the text called the draft so, or its name has the word; 1 where the noun fits anything of the kind. */
function nounFit(draft: EntityDraft, noun: string, text: string): number {
  if (draft.nouns.has(noun)) return 3
  if (draft.kind === 'person') return /^(?:man|woman)$/.test(noun) && draft.gender === genderOfNoun(noun) ? 1 : 0
  const name = text.slice(draft.names[0]!.start, draft.names[0]!.end)
  if (name.toLowerCase().split(/\s/u).includes(noun)) return 3
  if (draft.kind === 'place') return placeFit(name, noun)
  if (draft.kind === 'outlet') return OUTLET_NOUNS.test(noun) ? 1 : 0
  return OPEN_NOUNS.has(noun) ? 1 : 0
}

function placeFit(name: string, noun: string): number {
  const isCountry = (listedName(name) & LISTED.country) !== 0
  return (isCountry ? COUNTRY_NOUNS : TOWN_NOUNS).has(noun) ? 1 : 0
}

/** The place of a mention in its sentence, by the relation of its outermost word. */
function roleOf({relations, heads}: Parsed, firstWord: number, headWord: number): Role {
  let top = headWord
  while (firstWord <= heads[top]! && heads[top]! < headWord) top = heads[top]!
  switch (relations[top]) {
    case 'nsubj':
      return 'subject'
    case 'obj':
    case 'iobj':
      return 'object'
    case 'nmod':
      return 'possessor'
    default:
      return 'other'
  }
}

const SPEECH =
  /^(?:said|says|say|told|tells|added|adds|wrote|writes|asked|asks|claimed|claims|warned|warns|argued|argues|insisted|insists|explained|explains|continued|replied|concluded|noted|stated|declared|announced|called|described|denied|confirmed|urged|suggested|testified|admitted|acknowledged|recalled|responded|predicted|pointed|vowed|pledged|accused|criticised|criticized|praised|believes|believed)$/

/** "Holub said" or "said Holub". */
function isBesideSpeech({forms}: Parsed, {firstWord, endWord}: Mention): boolean {
  return SPEECH.test(forms[endWord] ?? '') || SPEECH.test(forms[firstWord - 1] ?? '')
}

/**
 * Whether grammar bars the pronoun at `word` from meaning the mention: subject and object of one verb are two, and so are
 * a possessor and what is possessed.
 *
 * ```text
 * Holub told her ...      Holub's letter to her     Brandt and his wife Ada
 * ^^^^^      ^^^                                           ^^^      (not Ada)
 * ```
 */
function isBarred({heads, relations, forms}: Parsed, firstWord: number, headWord: number, word: number): boolean {
  if (/sel(?:f|ves)$/i.test(forms[word]!)) return false
  const isObject = /^(?:obj|iobj|obl)$/.test(relations[word]!)
  if (!isObject) return false
  for (let place = firstWord; place <= headWord; place++)
    if (relations[place] === 'nsubj' && heads[place] === heads[word]) return true
  return false
}
