import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import {countryOf} from './countries-by-adjective.ts'
import type {Material} from './material.ts'
import type {Place} from './mention-index.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {subjectOfNoun} from './relation-subjects.ts'
import {isRoleNoun} from './role-words.ts'
import {isCapitalised} from './word-classes.ts'

/**
 * Whose national a person is said to be.
 *
 * ```text
 * Ida Holm (born 1950) was a Norlandic painter.
 * ^from                      ^phrase, and to: the country
 * ```
 *
 * Only what somebody "is" or "was" counts: a word before a title ("the Norlandic ambassador") may say whom one works for.
 */
export function nationOf(material: Material, word: number, bounds: WordBounds): RelationDraft[] {
  const {analysis} = material
  const country = isCapitalised(analysis.forms[word]!) ? countryOf(analysis.forms[word]!) : undefined
  if (country === undefined || country === analysis.forms[word] || !isSaid(analysis, word, bounds.first)) return []
  const noun = nounAfter(analysis, word, bounds.end)
  const from = noun === undefined ? undefined : subjectOfNoun(analysis, noun, bounds)
  if (from?.chain.kind !== 'person') return []
  return [
    {
      from,
      to: countryAt(material, word, country),
      kind: 'member',
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: `is or was "${analysis.forms[word]}"`,
      score: 0.65
    }
  ]
}

/** "was a", "is a former", "was a retired" right before the word. */
function isSaid({forms}: Analysis, word: number, first: number): boolean {
  let before = word - 1
  while (
    first < before &&
    /^(?:former|retired|late|leading|prominent|noted|famous|well-known|celebrated|renowned|professional|early|young|contemporary)$/i.test(
      forms[before]!
    )
  )
    before--
  return /^(?:an?|the)$/.test(forms[before] ?? '') && /^(?:is|was)$/.test(forms[before - 1] ?? '')
}

/** The noun that says what the person is, in the words after: "film and stage actor". */
function nounAfter({forms}: Analysis, word: number, end: number): number | undefined {
  if (forms[word + 1] === 'football' || /^-/.test(forms[word + 1] ?? '')) return undefined
  for (let noun = word + 1; noun < Math.min(end, word + NOUN_WORDS_MAX); noun++) {
    if (/^(?:[,;.()]|of|in|for|who|which|that|from|by)$/.test(forms[noun]!)) return undefined
    if (isRoleNoun(forms[noun]!) || /(?:man|woman|person|ist|er|or|ian)$/.test(forms[noun]!)) return noun
  }
  return undefined
}

const NOUN_WORDS_MAX = 7

/** The country as an end of a relation: the thing of that name, or a new one that its adjective mentions. */
function countryAt({analysis, entities}: Material, word: number, country: string): Place {
  const span = wordSpan(analysis, word, word + 1)
  const {id} = entities.named(country) ?? entities.add('place', country, [{...span, form: 'nominal'}])
  const chain: Chain = {id, kind: 'place', name: country, names: [country], mentions: [], score: 1}
  return {...span, firstWord: word, endWord: word + 1, headWord: word, form: 'nominal', chain}
}
