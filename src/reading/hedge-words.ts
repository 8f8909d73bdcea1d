import type {Certainty} from './claim.ts'

/** A word or phrase that says how sure somebody is. */
export interface HedgeWord {
  readonly value: Certainty
  /** The band of ICD 203 (US intelligence community, Analytic Standards, 2015) where it is one of its terms. */
  readonly band?: string
  /** It tells that others say so, not how sure anybody is: "reportedly", "alleged". */
  readonly hearsay?: boolean
}

/** The terms of ICD 203, table in section D.6.e.2.a, with their bands in per cent. */
const BANDS: readonly (readonly [Certainty, string, string])[] = [
  ['unlikely', 'almost no chance (1-5 %)', 'almost no chance; remote; a remote chance'],
  ['unlikely', 'very unlikely (5-20 %)', 'very unlikely; highly improbable; highly unlikely'],
  ['unlikely', 'unlikely (20-45 %)', 'unlikely; improbable; improbably'],
  ['possible', 'roughly even chance (45-55 %)', 'roughly even chance; roughly even odds; an even chance'],
  ['probable', 'likely (55-80 %)', 'likely; likely to; probable; probably'],
  ['probable', 'very likely (80-95 %)', 'very likely; highly probable; highly likely; most likely; very probably'],
  ['probable', 'almost certainly (95-99 %)', 'almost certainly; almost certain; nearly certain; nearly certainly']
]

const PROBABLE = `
  presumably; apparently; evidently; seemingly; supposedly; seems to; seem to; seemed to; appears to; appear to;
  appeared to; appears likely; believed to; thought to; expected to; presumed; in all likelihood; by all accounts;
  suggests that; looks set to; looks like; suspected; in all probability; no doubt; arguably; largely believed;
  widely believed; would seem; would appear; would suggest; chances are; odds are; plausibly; bound to;
  more likely; on the face of it; by the look of it; all but certain; virtually certain`
const POSSIBLE = `
  may; might; could; possibly; perhaps; maybe; possible; it is possible; conceivably; potentially; potential; may have;
  might have; could have; can be; a chance; if confirmed; not impossible; cannot rule out; can not rule out; can not be ruled out;
  could not rule out; not ruled out; in theory; not inconceivable; a possibility; as far as is known; to all appearances`
const UNLIKELY =
  'doubtful; hardly; scarcely; little chance; doubt; far from certain; in doubt; less likely; open to question; questionable; not necessarily'
const CERTAIN = `
  certainly; undoubtedly; definitely; clearly; without doubt; beyond doubt; for certain; unquestionably; undeniably;
  indisputably`
const UNKNOWN =
  'unclear; not clear; unknown; uncertain; unverified; unconfirmed; it is not known; not known; not yet known; unproven; unsubstantiated; uncorroborated; debatable; remains to be seen'
const HEARSAY = `
  reportedly; allegedly; alleged; purportedly; purported; rumored; rumoured; said to be; said to have; so-called;
  reputedly; reputed; ostensibly; accused of; believed by some`

/** English hedges, longest first where one holds another. General knowledge of the language. */
export const HEDGE_WORDS: ReadonlyMap<string, HedgeWord> = new Map([
  ...entries(PROBABLE, {value: 'probable'}),
  ...entries(POSSIBLE, {value: 'possible'}),
  ...entries(UNLIKELY, {value: 'unlikely'}),
  ...entries(CERTAIN, {value: 'certain'}),
  ...entries(UNKNOWN, {value: 'unknown'}),
  ...entries(HEARSAY, {value: 'unknown', hearsay: true}),
  ...BANDS.flatMap(([value, band, terms]) => entries(terms, {value, band}))
])

function entries(list: string, hedge: HedgeWord): [string, HedgeWord][] {
  return list
    .split(';')
    .map(phrase => phrase.trim().replace(/\s+/g, ' '))
    .filter(phrase => phrase !== '')
    .map(phrase => [phrase, hedge])
}
