import {decide, ENDING_LENGTH_MAX} from '../src/language/lemmas.ts'
import type {Treebank} from './treebank.ts'

/** One form as the treebanks show it: its tag, its lower case, and what was decided about it, with how often. */
interface Observed {
  readonly xpos: string
  readonly lower: string
  readonly votes: Map<string, number>
}

/** An ending is listed when at least so many different forms have it. */
const FORMS_MIN = 2

/** The lists of a lemmatiser, learnt from gold lemmas, as settings of the tagger's file. */
export function lemmaSettings(banks: readonly Treebank[]): {
  lemmaRules: Record<string, string>
  lemmaCases: Record<string, string>
} {
  const rules = new Map<string, Observed>()
  const cases = new Map<string, Observed>()
  for (const {forms, lemmas, xpos} of banks)
    for (const [word, form] of forms.entries()) {
      const plain = form.replace(/[‘’`]/g, "'")
      const lower = plain.toLowerCase()
      if (lemmas[word] === '_' || 40 < form.length || /\s/.test(form)) continue
      vote(rules, xpos[word]!, lower, changeOf(lower, lemmas[word]!.toLowerCase()))
      if (plain !== lower)
        vote(cases, xpos[word]!, lower, lemmas[word]![0] === plain[0] && plain[0] !== lower[0] ? 'k' : 'l')
    }
  return {lemmaRules: decisionList([...rules.values()]), lemmaCases: decisionList([...cases.values()])}
}

function vote(observed: Map<string, Observed>, xpos: string, lower: string, decision: string): void {
  const key = `${xpos} ${lower}`
  if (!observed.has(key)) observed.set(key, {xpos, lower, votes: new Map()})
  const {votes} = observed.get(key)!
  votes.set(decision, (votes.get(decision) ?? 0) + 1)
}

/** `3y` for carried and carry: how much of the end goes, and what comes instead. */
function changeOf(form: string, lemma: string): string {
  let shared = 0
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++
  return `${form.length - shared}${lemma.slice(shared)}`
}

/** The shortest list from which `decide` gives each form its most frequent decision: short endings first, longer where they differ. */
function decisionList(observed: readonly Observed[]): Record<string, string> {
  const list = new Map<string, string>()
  for (let length = 0; length <= ENDING_LENGTH_MAX; length++) {
    const additions: [string, string][] = []
    for (const [key, forms] of byEnding(observed, length)) {
      if (forms.length < FORMS_MIN && 0 < length) continue
      const decision = majority(forms.map(best))
      const agreed = forms.filter(form => best(form) === decision).length
      const before = forms.filter(form => best(form) === decide(list, form.lower, form.xpos)).length
      if (before < agreed) additions.push([key, decision])
    }
    for (const [key, decision] of additions) list.set(key, decision)
  }
  for (const form of observed)
    if (decide(list, form.lower, form.xpos) !== best(form)) list.set(`${form.xpos} ^${form.lower}`, best(form))
  return Object.fromEntries(list)
}

function byEnding(observed: readonly Observed[], length: number): Map<string, Observed[]> {
  const longEnough = observed.filter(({lower}) => length < lower.length || length === 0)
  return Map.groupBy(longEnough, ({xpos, lower}) => `${xpos} ${lower.slice(lower.length - length)}`)
}

function best({votes}: Observed): string {
  return [...votes].reduce((a, b) => (a[1] < b[1] ? b : a))[0]
}

function majority(decisions: readonly string[]): string {
  const counts = Map.groupBy(decisions, decision => decision)
  return [...counts.values()].reduce((a, b) => (a.length < b.length ? b : a))[0]!
}
