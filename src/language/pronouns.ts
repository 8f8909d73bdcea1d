import type {Words} from './analysis.ts'

/** What a pronoun may mean: one person, one thing or body, or several. */
export type PronounKind = 'person' | 'thing' | 'several'

const KINDS: ReadonlyMap<string, PronounKind> = new Map([
  ...listed('he him his himself she her hers herself', 'person'),
  ...listed('it its itself', 'thing'),
  ...listed('they them their theirs themselves', 'several')
])

function listed(forms: string, kind: PronounKind): [string, PronounKind][] {
  return forms.split(' ').map(form => [form, kind])
}

/** What `form` may mean when it is a pronoun of the third person; undefined when it is none. */
export function pronounKind(form: string): PronounKind | undefined {
  return form.length <= 10 ? KINDS.get(form.toLowerCase()) : undefined
}

/** What pronouns stand for, whatever their case: numbers that a model's features are made of. */
export const PRONOUNS = {
  i: 1,
  you: 2,
  we: 3,
  he: 4,
  she: 5,
  it: 6,
  they: 7,
  this: 8,
  that: 9,
  these: 10,
  those: 11,
  other: 12
} as const

const PRONOUN_FORMS: Readonly<Record<string, number>> = formsByPronoun({
  i: 'i me my mine myself',
  you: 'you your yours yourself yourselves ya u',
  we: 'we us our ours ourselves',
  he: 'he him his himself',
  she: 'she her hers herself',
  it: 'it its itself',
  they: 'they them their theirs themselves themself em',
  this: 'this',
  that: 'that',
  these: 'these',
  those: 'those'
})

/** The pronoun that `form` is a form of; undefined when it is none that stands for something. */
export function pronounOf(form: string): number | undefined {
  return form.length <= 10 ? PRONOUN_FORMS[form.toLowerCase()] : undefined
}

function formsByPronoun(forms: Readonly<Partial<Record<keyof typeof PRONOUNS, string>>>): Record<string, number> {
  const pairs = Object.entries(forms).flatMap(([pronoun, list]) =>
    list.split(' ').map(form => [form, PRONOUNS[pronoun as keyof typeof PRONOUNS]] as const)
  )
  return Object.assign(Object.create(null), Object.fromEntries(pairs))
}

/** How far after "it" the word is looked for that shows it means nothing. */
const EMPTY_WORDS = 6

/**
 * Whether "it" at `word` means nothing: the weather, or what a clause will say.
 *
 * ```text
 * it was not clear whether    it is possible that    it seems    made it difficult for    it takes two hours to
 * ^^                          ^^                     ^^               ^^                  ^^
 * ```
 */
export function isEmptyIt({forms}: Words, word: number): boolean {
  if (forms[word]!.toLowerCase() !== 'it') return false
  const next = (forms[word + 1] ?? '').toLowerCase()
  if (
    /^(?:seems|seemed|appears|appeared|rains|rained|snowed|turns|turned|takes|took|follows|happens|happened)$/.test(
      next
    )
  )
    return true
  if (/^(?:make|makes|made|making|find|finds|found)$/i.test(forms[word - 1] ?? '')) return true
  if (!/^(?:is|was|'s|’s|be|will|would|may|might|has|had|became|remains|remained)$/.test(next)) return false
  for (let place = word + 2; place < Math.min(forms.length, word + 2 + EMPTY_WORDS); place++) {
    if (/^[.,;:!?"“”]$/.test(forms[place]!)) return false
    if (/^(?:that|whether|if|how|why|what)$/i.test(forms[place]!)) return true
    if (/^(?:to)$/.test(forms[place]!) && EMPTY_BEFORE_TO.test(forms[place - 1]!)) return true
  }
  return false
}

const EMPTY_BEFORE_TO =
  /^(?:difficult|hard|easy|easier|harder|possible|impossible|important|necessary|time|better|best|safe|wrong|right|enough|vital|essential|unlikely|likely|premature|fair)$/
