import {HIDDEN_SIGNS, LIGATURES} from './word-signs.ts'

/** In what a quotation differs from a text that has the same words. */
export type Normalisation =
  | 'line-break'
  | 'quotation-marks'
  | 'ligatures'
  | 'unicode-form'
  | 'hidden-signs'
  | 'hyphens'
  | 'white-space'
  | 'dashes'
  | 'capitals'
  | 'first-letter'
  | 'closing-mark'
  | 'brackets'
  | 'frame'

interface Step {
  readonly name: Normalisation
  readonly apply: (text: string) => string
}

/** Each takes one kind of difference out. In this order: what looks at line breaks comes before white space becomes a space. */
const STEPS: readonly Step[] = [
  {
    name: 'line-break',
    apply: text => text.replace(/(?<=\p{L})[-‐\u00ad][^\S\n\r]{0,40}[\n\r]\s{0,40}(?=\p{Ll})/gu, '')
  },
  {
    // A quotation that runs over paragraphs opens each of them again.
    name: 'quotation-marks',
    apply: text => text.replace(/(?<=[\n\r]\s{0,40})["“„«‘]/gu, '').replace(/["“”„‟«»‹›'‘’‚‛ʼ`´＇＂]{1,2}/gu, "'")
  },
  {name: 'ligatures', apply: text => text.replace(new RegExp(LIGATURES, 'gu'), sign => sign.normalize('NFKC'))},
  {name: 'unicode-form', apply: text => text.normalize('NFC')},
  {name: 'hidden-signs', apply: text => text.replace(new RegExp(HIDDEN_SIGNS, 'gu'), '')},
  {name: 'hyphens', apply: text => text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')},
  {name: 'white-space', apply: text => text.replace(/\s+/gu, ' ').trim()},
  {
    name: 'dashes',
    apply: text => text.replace(/ ?(?:[–—―‒−]|--+) ?| [-‐‑] |(?<=\d)[-‐‑](?=\d)/gu, ' - ')
  }
]

/** `text` with every difference taken out that makes no difference to what was said; capitals stay. */
export function plainForm(text: string): string {
  return STEPS.reduce((form, {apply}) => apply(form), text)
}

/** What stands between two words, in plain form: marks alone. */
export function plainMarks(between: string): string {
  return plainForm(between)
    .replace(/[-‐‑]/gu, ' - ')
    .replace(/[\s']+/gu, mark => (mark.includes("'") ? "'" : ' '))
    .trim()
}

/** The steps without which `quote` and `words` would not have the same plain form. */
export function normalisationsBetween(quote: string, words: string): Normalisation[] {
  if (quote === words) return []
  return STEPS.filter(({name}) => {
    const without = (text: string) =>
      STEPS.reduce((form, step) => (step.name === name ? form : step.apply(form)), text).toLowerCase()
    return without(quote) !== without(words)
  }).map(({name}) => name)
}

/** Whether `text` is set in capitals throughout, as some transcripts are. */
export function isAllCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text) && /\s/.test(text)
}
