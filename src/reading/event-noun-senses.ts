import type {Analysis} from '../language/analysis.ts'

/** Whether the noun at `word` means something else than the event: a heart attack, a clinical trial, a crash course. */
export function isOtherNoun({forms, relations}: Analysis, word: number): boolean {
  const form = forms[word]!
  if (form === 'March') return true
  if (relations[word] === 'compound') return true
  const before = forms[word - 1] ?? ''
  return OTHER_SENSES.some(([nouns, modifiers]) => nouns.test(form) && modifiers.test(before))
}

/** Nouns, and the words right before them with which they mean something else. */
const OTHER_SENSES: readonly (readonly [nouns: RegExp, modifiers: RegExp])[] = [
  [
    /^trials?$/i,
    /^(?:vaccine|clinical|drug|medical|field|human|randomi[sz]ed|time|pilot|safety|speed|sheepdog|flower)$/i
  ],
  [/^attacks?$/i, /^(?:heart|panic|asthma|anxiety|verbal|personal)$/i],
  [/^conference$/i, /^(?:press|news|phone)$/i],
  [/^calls?$/i, /^conference$/i],
  [/^(?:deal|agreement|match|race)$/i, /^(?:great|good|big|perfect|arms|human|rat|shouting)$/i],
  [/^(?:storm|flood|avalanche)s?$/i, /^(?:perfect|twitter|media|political)$/i],
  [/^crash$/i, /^(?:market|stock|price|computer|system|currency)$/i],
  [/^explosion$/i, /^(?:population|price)$/i],
  [/^vote$/i, /^(?:youth|rural|popular|casting)$/i]
]

const STRIKING = /^(?:air|drone|missile|rocket|artillery|mortar|military|army|bomb)$/
const HARMING = /^(?:kill|wound|injure|die|hit|destroy)$/
/** So far before "strike" the harm that it did is told: "two men were killed in a strike". */
const HARM_REACH = 8

/** "members vote on a strike next week": a strike is an attack only where the words around it say so. */
export function isWorkStoppage({forms, lemmas}: Analysis, word: number): boolean {
  if (!/^strikes?$/i.test(forms[word]!)) return false
  if (STRIKING.test(forms[word - 1]?.toLowerCase() ?? '') || isAimed(forms, word)) return false
  return !lemmas.slice(Math.max(0, word - HARM_REACH), word).some(lemma => HARMING.test(lemma))
}

/** "a strike on the depot", but not "a strike on 12 July" or "on Friday". */
function isAimed(forms: readonly string[], word: number): boolean {
  if (forms[word + 1] === 'against') return true
  return (
    forms[word + 1] === 'on' &&
    !/^(?:\d|[A-Z]\p{Ll}+day$|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/u.test(forms[word + 2] ?? '')
  )
}
