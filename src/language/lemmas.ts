import type {ModelFile} from './model-file.ts'

/**
 * How forms become lemmas: lists of decisions by Penn tag, for whole forms (`VBD ^went`) and for endings (`VBD ied`). The whole
 * form is asked first, then its longest ending that is listed.
 */
export interface Lemmatiser {
  /** How many letters go from the end, and what comes in their place: `3y`, `4go`. */
  readonly rules: ReadonlyMap<string, string>
  /** Whether a capitalised form keeps its capital: `k`, or is lowered: `l`. */
  readonly cases: ReadonlyMap<string, string>
}

/** Longest ending that rules are learnt for. */
export const ENDING_LENGTH_MAX = 5

/** Longer forms are their own lemma. */
const FORM_LENGTH_MAX = 40

/** The lemma of `form` tagged `xpos`: `went` gives go, `Kemal` stays, `Syrian` keeps its capital and `Running` does not. */
export function lemmaOf({rules, cases}: Lemmatiser, form: string, xpos: string): string {
  if (FORM_LENGTH_MAX < form.length) return form
  const plain = form.replace(/[‘’`]/g, "'")
  const lower = plain.toLowerCase()
  const base = plain === lower || decide(cases, lower, xpos) === 'k' ? plain : lower
  return withEnding(base, decide(rules, lower, xpos) ?? '0')
}

/** What a list of decisions says of `lower`; undefined where it says nothing. */
export function decide(list: ReadonlyMap<string, string>, lower: string, xpos: string): string | undefined {
  const whole = list.get(`${xpos} ^${lower}`)
  if (whole !== undefined) return whole
  for (let length = Math.min(ENDING_LENGTH_MAX, lower.length - 1); 0 <= length; length--) {
    const decision = list.get(`${xpos} ${lower.slice(lower.length - length)}`)
    if (decision !== undefined) return decision
  }
  return undefined
}

/** The lemmatiser in the tagger's file. */
export function readLemmatiser({head}: ModelFile): Lemmatiser {
  const list = (name: string) => new Map(Object.entries((head.settings[name] ?? {}) as Record<string, string>))
  return {rules: list('lemmaRules'), cases: list('lemmaCases')}
}

/** `form` with a rule's change of ending; a form of which the rule would leave nothing stays as it is. */
function withEnding(form: string, rule: string): string {
  const cut = Number.parseInt(rule, 10)
  if (form.length < cut) return form
  return form.slice(0, form.length - cut) + rule.replace(/^\d+/, '') || form
}
