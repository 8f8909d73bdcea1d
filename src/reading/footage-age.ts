import {type Analysis, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Segment} from './reading.ts'
import {FOOTAGE_PHRASES} from './segment-words.ts'
import {WordPhrases} from './word-phrases.ts'

/** Whether the footage is new or old, with the words that say so. */
export interface FootageAge {
  readonly footage: Exclude<Segment['footage'], 'unknown'>
  readonly basis: Span
}

const footagePhrases = new WordPhrases(
  FOOTAGE_PHRASES.flatMap(([age, list]) => list.split('; ').map(phrase => [phrase, age] as const))
)

/** How far after the noun words about its age are looked for: "a speech previously recorded by". */
const FOOTAGE_WORDS_MAX = 8

/**
 * What the words around the noun of a part say of its age: a word for it, or a year before that of the document.
 *
 * ```text
 * an old recording      pictures filmed in 2014      a clip from the 1991 eruption
 *    ^^^                         ^^^^^^^^^^^^^^             ^^^^^^^^^^^^^
 * ```
 *
 * @param end - one past the last word that may say it
 */
export function footageAge(
  analysis: Analysis,
  from: number,
  head: number,
  {end, year}: {end: number; year: number | undefined}
): FootageAge | undefined {
  return (
    ageByPhrase(analysis, from, Math.min(end, head + FOOTAGE_WORDS_MAX)) ??
    (year === undefined ? undefined : ageByYear(analysis, from, Math.min(end, head + YEAR_WORDS_MAX), year))
  )
}

/** A year may stand behind who is seen and a comma. */
const YEAR_WORDS_MAX = 14

function ageByPhrase(analysis: Analysis, from: number, end: number): FootageAge | undefined {
  for (let word = from; word < end; word++) {
    if (/^[.;:“”"]$/.test(analysis.forms[word]!)) return undefined
    if (analysis.forms[word] === ',' && !goesOn(analysis.forms[word + 1])) return undefined
    const phrase = footagePhrases.at(analysis.forms, word, end)
    if (phrase) return {footage: phrase.value, basis: wordSpan(analysis, word, phrase.endWord)}
  }
  return undefined
}

function ageByYear(analysis: Analysis, from: number, end: number, year: number): FootageAge | undefined {
  const {forms} = analysis
  for (let word = from; word < end; word++) {
    if (/^[.;:“”"]$/.test(forms[word]!)) return undefined
    const told = /^((?:18|19|20)\d\d)(s?)$/.exec(forms[word]!)
    if (!told || year <= Number(told[1])) continue
    const first = beforeYear(forms, from, word)
    if (first < word || told[2]) return {footage: 'old', basis: wordSpan(analysis, first, word + 1)}
  }
  return undefined
}

/** The first word of "filmed in May 2014", "from the 1991", "of 2009"; the year's own place where no such words stand there. */
function beforeYear(forms: readonly string[], from: number, year: number): number {
  let word = year
  while (from < word && /^(?:\p{Lu}\p{Ll}+|\d\d?|the|a|an|early|late|about|around)$/u.test(forms[word - 1]!)) word--
  const preposition = word - 1
  if (preposition < from || !/^(?:in|from|of|on|since|during)$/.test(forms[preposition]!)) return year
  for (let before = preposition - 1; from <= before && preposition - before <= 5; before--)
    if (isMaking(forms[before])) return before
  return /^(?:from|of)$/.test(forms[preposition]!) ? preposition : year
}

/** Whether a clause about the footage goes on behind a comma: ", recorded in", ", which had been". */
function goesOn(form: string | undefined): boolean {
  return form === 'which' || isMaking(form)
}

/** Whether the word says that footage was made or shown. */
function isMaking(form: string | undefined): boolean {
  return /^(?:recorded|filmed|shot|taken|made|broadcast|aired|released|published|gave|given|dating|first|previously)$/.test(
    form ?? ''
  )
}
