import {type Analysis, wordSpan} from '../language/analysis.ts'
import {edtfBounds} from '../language/edtf.ts'
import type {Time} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {timesWithin} from './dates-within.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {Event} from './reading.ts'
import type {WordBounds} from './relation-draft.ts'
import {namedBefore, openBracket} from './relation-subjects.ts'

/**
 * Births and deaths in the brackets behind a person's name.
 *
 * ```text
 * Ida Holm (3 May 1850 – 1 June 1911)   Per Dahl (born 1950 in Osterby)   Osk Varga (b. 1902, d. 1971)
 *           ^birth       ^death                  ^birth                              ^birth   ^death
 * ```
 */
export function lifespanEvents(material: Material, open: number, bounds: WordBounds): Event[] {
  const {analysis} = material
  if (analysis.forms[open] !== '(' || openBracket(analysis, open, bounds.first) !== undefined) return []
  const close = analysis.forms.indexOf(')', open)
  const person = personBefore(analysis, open)
  if (!person || close < 0 || bounds.end <= close || open + BRACKET_WORDS_MAX < close) return []
  const parts = partsOf(analysis, open, close)
  return parts.map(part => eventOf(material, person, part, close))
}

const BRACKET_WORDS_MAX = 40

function personBefore(analysis: Analysis, open: number): Place | undefined {
  const place = namedBefore(analysis, open)
  return place?.chain.kind === 'person' && place.form === 'name' ? place : undefined
}

/** One end of a life: its date, and the words of the bracket that tell it. */
interface LifePart extends WordBounds {
  readonly kind: 'birth' | 'death'
  readonly when: Time
}

function partsOf(analysis: Analysis, open: number, close: number): LifePart[] {
  const words = marked(analysis, open, close)
  return 0 < words.length ? words : spanned(analysis, open, close)
}

/** Dates behind "born", "b.", "died" or "d.". */
function marked(analysis: Analysis, open: number, close: number): LifePart[] {
  const marks: {word: number; kind: LifePart['kind']}[] = []
  for (let word = open + 1; word < close; word++) {
    const kind = KIND_BY_MARK[analysis.forms[word]!.toLowerCase()]
    if (kind) marks.push({word, kind})
  }
  return marks.flatMap(({word, kind}, index) => {
    const end = Math.min(close, marks[index + 1]?.word ?? close)
    const [when] = timesWithin(analysis, wordSpan(analysis, word, end))
    if (!when) return []
    const [born, died] = kind === 'birth' ? halves(analysis, when) : []
    if (!born || !died) return [{kind, when, first: word, end}]
    return [
      {kind, when: born, first: word, end},
      {kind: 'death' as const, when: died, first: word, end}
    ]
  })
}

const KIND_BY_MARK: Readonly<Record<string, LifePart['kind']>> = {
  born: 'birth',
  b: 'birth',
  'b.': 'birth',
  died: 'death',
  d: 'death',
  'd.': 'death'
}

/** Two dates with a dash between, as far apart as a life is long: a term of office is shorter. */
function spanned(analysis: Analysis, open: number, close: number): LifePart[] {
  const times = timesWithin(analysis, wordSpan(analysis, open, close))
  const [born, died] = times.length === 1 ? halves(analysis, times[0]!) : times
  if (!born || !died || 2 < times.length || !isLife(born, died)) return []
  if (times.length === 2 && !/[-–—]/.test(analysis.text.slice(born.end, died.start))) return []
  return [
    {kind: 'birth', when: born, first: open + 1, end: close},
    {kind: 'death', when: died, first: open + 1, end: close}
  ]
}

/** The two ends of an interval, each at its own words. */
function halves({text}: Analysis, {edtf, start, end}: Time): Time[] {
  const [first = '', last = ''] = edtf.split('/')
  const from = edtfBounds(first)
  const to = edtfBounds(last)
  if (start === undefined || end === undefined || !from || !to || first === '' || last === '') return []
  const dash = /\s*(?:[-–—]|to|until)\s*/.exec(text.slice(start, end))
  if (!dash) return []
  return [
    {edtf: first, ...from, start, end: start + dash.index},
    {edtf: last, ...to, start: start + dash.index + dash[0].length, end}
  ]
}

/** Days of both ends are told of lives alone; of two years those of a reign or a term are too near. */
function isLife(born: Time, died: Time): boolean {
  const years = Number(died.earliest.slice(0, 4)) - Number(born.earliest.slice(0, 4))
  const areDays = born.edtf.length === 'YYYY-MM-DD'.length && died.edtf.length === 'YYYY-MM-DD'.length
  return (areDays ? 1 : LIFE_YEARS_MIN) <= years && years <= LIFE_YEARS_MAX
}

/** Terms of office in brackets are shorter as a rule, and few who are written of die younger. */
const LIFE_YEARS_MIN = 25
const LIFE_YEARS_MAX = 115

function eventOf(material: Material, person: Place, {kind, when, first, end}: LifePart, close: number): Event {
  const {analysis} = material
  const evidence = wordSpan(analysis, person.firstWord, close + 1)
  const place = placeAfter(analysis, when, end)
  return {
    ...claimOn(material, 'event', [{start: when.start ?? evidence.start, end: when.end ?? evidence.end}, evidence], {
      reason: `a ${kind === 'birth' ? 'birthday' : 'day of death'} in brackets behind a name`,
      score: 0.8
    }),
    evidence: [evidence],
    kind,
    what: analysis.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' '),
    participants: [{entity: person.chain.id, part: 'target'}],
    ...(place && first < place.firstWord && {place: place.chain.id}),
    when
  }
}

/** "born 3 May 1950 in Osterby", "3 May 1850, Osterby –": the place right behind the date. */
function placeAfter(analysis: Analysis, {end: dateEnd}: Time, close: number): Place | undefined {
  if (dateEnd === undefined) return undefined
  const {starts, forms} = analysis
  let word = close - 1
  while (0 < word && dateEnd <= starts[word - 1]!) word--
  while (word < close && /^(?:,|in|at|near)$/.test(forms[word]!)) word++
  const place = mentionIndex(analysis).from(word)
  return place?.chain.kind === 'place' && word < close ? place : undefined
}
