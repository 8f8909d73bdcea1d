import {type Mention, type Parsed, sentenceOf, wordSpan} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns} from './description-nouns.ts'
import type {EntityDraft} from './entity-draft.ts'
import {genderOfNoun} from './genders.ts'

/** An apposition longer than this is a list or a clause. */
const APPOSITION_WORDS_MAX = 25
/** Its noun stands early: "the country's former deputy finance minister". */
const HEAD_WORDS_MAX = 9
const APPOSITION_SCORE = 0.9

/**
 * Add to each draft the descriptions that stand in apposition to its names, and learn its nouns from them.
 *
 * ```text
 * Ula Brandt, the current emir of the Order,      the armed group Order of the West
 *             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^        (only the noun "group" is learnt here)
 * ```
 */
export function findAppositions(parsed: Parsed, drafts: readonly EntityDraft[]) {
  const nameFirstWords = new Set(drafts.flatMap(draft => draft.names.map(({firstWord}) => firstWord)))
  for (const draft of drafts)
    for (const {firstWord, endWord} of draft.names) {
      learnNounBefore(parsed, draft, firstWord)
      const mention = appositionAfter(parsed, draft, endWord, nameFirstWords)
      if (!mention) continue
      draft.mentions.push(mention)
      draft.joinScores.push(APPOSITION_SCORE)
      learnNoun(draft, parsed.forms[mention.headWord]!)
    }
}

function learnNoun(draft: EntityDraft, form: string) {
  const noun = form.toLowerCase()
  draft.nouns.add(noun)
  if (draft.kind === 'person' && draft.gender === 'unknown') draft.gender = genderOfNoun(noun)
}

/** "the jihadist group Dar Menna", "Culture Minister Ada Brun": a noun right before the name. */
function learnNounBefore({forms}: Parsed, draft: EntityDraft, firstWord: number) {
  const before = forms[firstWord - 1]?.toLowerCase()
  if (before && nounsFor(draft).has(before)) learnNoun(draft, before)
}

function nounsFor({kind}: EntityDraft): ReadonlySet<string> {
  if (kind === 'person') return personNouns
  if (kind === 'place') return placeNouns
  return kind === 'organisation' || kind === 'outlet' ? bodyNouns : NO_NOUNS
}

const NO_NOUNS: ReadonlySet<string> = new Set()

function appositionAfter(
  parsed: Parsed,
  draft: EntityDraft,
  endWord: number,
  nameFirstWords: ReadonlySet<number>
): Mention | undefined {
  const {forms} = parsed
  const sentenceEnd = parsed.sentenceStarts[sentenceOf(parsed, endWord - 1) + 1]!
  const open = overBracket(forms, endWord, sentenceEnd)
  if (!/^(?:,|--?|–|—|\()$/.test(forms[open] ?? '') || sentenceEnd <= open) return undefined
  const firstWord = open + 1
  if (nameFirstWords.has(firstWord)) return undefined
  const headWord = headNoun(parsed, firstWord, sentenceEnd, nounsFor(draft))
  if (headWord === undefined) return undefined
  const end = appositionEnd(parsed, headWord + 1, Math.min(sentenceEnd, firstWord + APPOSITION_WORDS_MAX))
  return {...wordSpan(parsed, firstWord, end), firstWord, endWord: end, headWord, form: 'nominal'}
}

/** Past "(38)" or "(pictured)" after the name. */
function overBracket(forms: readonly string[], word: number, end: number): number {
  if (forms[word] !== '(') return word
  for (let place = word + 1; place < Math.min(end, word + 6); place++) if (forms[place] === ')') return place + 1
  return word
}

/** The noun that the apposition is about: the last of the listed nouns before a preposition, comma or verb. */
function headNoun(
  parsed: Parsed,
  firstWord: number,
  sentenceEnd: number,
  nouns: ReadonlySet<string>
): number | undefined {
  const {forms, upos} = parsed
  if (/^(?:who|which|whose|and|or|but|he|she|it|they)$/i.test(forms[firstWord] ?? '')) return undefined
  let head: number | undefined
  for (let word = firstWord; word < Math.min(sentenceEnd, firstWord + HEAD_WORDS_MAX); word++) {
    const form = forms[word]!
    if (/^[,;:.()]$/.test(form) || upos[word] === 'ADP' || upos[word] === 'SCONJ' || form === 'to') break
    if (word !== firstWord && (upos[word] === 'VERB' || upos[word] === 'AUX') && head !== undefined) break
    if (nouns.has(form.toLowerCase())) head = word
  }
  return head
}

/** To the comma, dash, bracket or verb that ends it. */
function appositionEnd({forms, upos}: Parsed, from: number, end: number): number {
  let word = from
  while (word < end && !/^(?:[,;:.!?()]|--?|–|—|who|which|whose|[“”"])$/.test(forms[word]!) && upos[word] !== 'AUX') {
    if (upos[word] === 'VERB' && !/(?:ed|ing|en)$/.test(forms[word]!)) break
    word++
  }
  return word
}
