import type {Analysis} from '../language/analysis.ts'
import {timeNear} from './dates-within.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {thingFrom, thingsFrom} from './relation-ends.ts'
import {DESCRIBED_TIES, KIN_NOUNS, TIE_NOUNS} from './relation-phrases.ts'
import {isHeadNoun, singular} from './role-words.ts'
import {isCapitalised, isDeterminer, isFunctionWord, isNominal, isPossessive} from './word-classes.ts'
import {valueByWord, wordSet} from './word-lists.ts'

const kin = wordSet(KIN_NOUNS)
const ties = valueByWord(TIE_NOUNS)
const describedTies = valueByWord(DESCRIBED_TIES)

/** Ties that a single noun, or "of" after a name, tells at `word`. */
export function relationsByNoun(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const rules = rulesByWord.get(analysis.forms[word]!.toLowerCase()) ?? []
  return rules.flatMap(find => find(analysis, word, bounds))
}

type Rule = (analysis: Analysis, word: number, bounds: WordBounds) => RelationDraft[]

/** The rules with the words that each can begin at: most words have none, and every one is looked up. */
const RULES: readonly (readonly [Rule, Iterable<string>])[] = [
  [describedRelations, describedTies.keys()],
  [ownedRelations, new Set([...kin, ...ties.keys(), 'company'])],
  [memberByOf, ['of', 'from']],
  [memberByWhich, ['which', 'whom']],
  [survivors, ['leaves', 'left', 'survived']],
  [jointVenture, ['venture']]
]

const rulesByWord = new Map<string, Rule[]>()
for (const [rule, words] of RULES)
  for (const word of words) rulesByWord.set(word, [...(rulesByWord.get(word) ?? []), rule])

/** "Osk Varga, a League member,", "League member Osk Varga": the noun follows what one is tied to. */
function describedRelations(analysis: Analysis, word: number): RelationDraft[] {
  const kind = describedTies.get(analysis.forms[word]!.toLowerCase())
  const index = mentionIndex(analysis)
  const to = kind && index.before(word)
  if (!kind || to?.form !== 'name') return []
  const from = nameDescribed(analysis, to.firstWord, word)
  if (!from || from.chain === to.chain || from.form !== 'name') return []
  return [
    {
      from,
      to,
      kind,
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: `what one is tied to, and "${analysis.forms[word]!.toLowerCase()}"`,
      score: 0.65
    }
  ]
}

/** The name after the noun, or the one it stands in apposition to. */
function nameDescribed(analysis: Analysis, firstWord: number, noun: number): Place | undefined {
  const index = mentionIndex(analysis)
  const after = index.from(noun + 1)
  if (after) return after
  let word = firstWord
  while (/^(?:a|an|the|former|himself|herself|itself|also|is|was|fellow)$/i.test(analysis.forms[word - 1] ?? '')) word--
  if (word === firstWord) return undefined
  return index.before(analysis.forms[word - 1] === ',' ? word - 1 : word)
}

/** "Varga's brother Osk", "its ally, the League": an owner, a noun for a tie, a name. */
function ownedRelations(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const noun = analysis.forms[word]!.toLowerCase()
  const isParent = noun === 'company' && analysis.forms[word - 1] === 'parent'
  const kind = kin.has(noun) ? 'family' : isParent ? 'part-of' : ties.get(noun)
  if (!kind) return []
  const owner = ownerOf(analysis, word, bounds.first)
  const name = nameAfter(analysis, word + 1, bounds.end)
  if (!owner || !name || owner.chain === name.chain) return []
  if (kind === 'family' && (owner.chain.kind !== 'person' || name.chain.kind !== 'person')) return []
  const reversed = noun === 'predecessor' || isParent
  return [
    {
      ...(reversed ? {from: owner, to: name} : {from: name, to: owner}),
      kind,
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: `owner, "${noun}" and a name`,
      score: 0.75
    }
  ]
}

function ownerOf(analysis: Analysis, noun: number, first: number): Place | undefined {
  const index = mentionIndex(analysis)
  let word = noun
  while (first < word && isPlainAdjective(analysis, word - 1)) word--
  const before = word - 1
  if (before < first) return undefined
  if (isPossessive(analysis.forms[before])) return index.before(before)
  return /^(?:his|her|its|their)$/i.test(analysis.forms[before]!) ? index.at(before) : undefined
}

function isPlainAdjective(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  return (
    !isFunctionWord(form) &&
    !isCapitalised(form) &&
    (analysis.upos[word] === 'ADJ' || analysis.upos[word] === 'NOUN' || form === '-')
  )
}

/** The name after a noun, over what describes it: "brother, the poet Osk Varga". */
function nameAfter(analysis: Analysis, from: number, end: number): Place | undefined {
  const {forms} = analysis
  const index = mentionIndex(analysis)
  let word = from
  const isApart = forms[from] === ','
  while (word < Math.min(end, from + (isApart ? 7 : 3)) && !index.from(word)) {
    const isWord = /^(?:,|the|[A-Z][a-z]+\.?)$/.test(forms[word]!)
    if (!isWord && !(isApart && from < word && (isDeterminer(forms[word]) || isNominal(analysis, word)))) break
    word++
  }
  const place = word < end ? index.from(word) : undefined
  return place?.form === 'name' ? place : undefined
}

/** "Mira Toll of the Health Council": a person of a body, after the name. */
function memberByOf(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  if (!/^(?:of|from)$/.test(analysis.forms[word]!)) return []
  const index = mentionIndex(analysis)
  const isApart = analysis.forms[word] === 'of' && analysis.forms[word - 1] === ','
  const person = index.before(isApart ? word - 1 : word)
  if (person?.chain.kind !== 'person' || person.form !== 'name') return []
  const to = thingFrom(analysis, word + 1, Math.min(bounds.end, word + 6))
  if (to?.form !== 'name' || !['organisation', 'group', 'outlet'].includes(to.chain.kind)) return []
  return [
    {
      from: person,
      to,
      kind: 'member',
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: 'a person "of" an organisation',
      score: 0.65
    }
  ]
}

/** "the League, of which Varga is a member". */
function memberByWhich(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  if (!/^(?:which|whom)$/.test(forms[word]!) || forms[word - 1] !== 'of') return []
  const index = mentionIndex(analysis)
  const to = index.before(forms[word - 2] === ',' ? word - 2 : word - 1)
  const from = index.from(word + 1)
  if (!to || !from || from.chain === to.chain) return []
  let noun = from.endWord
  while (noun < bounds.end && /^(?:is|are|was|were|also|a|an|the|now|long|formerly)$/.test(forms[noun]!)) noun++
  const phraseFirst = isDeterminer(forms[noun - 1]) ? noun - 1 : noun
  const kind =
    describedTies.get(forms[noun]?.toLowerCase() ?? '') ?? (isHeadNoun(forms[noun] ?? '') ? 'member' : undefined)
  if (!kind || noun === from.endWord) return []
  return [draftOf({from, to, kind, phraseFirst, phraseEnd: noun + 1, reason: 'of which someone is one', score: 0.7})]
}

/** "is survived by her husband, Osk, and two sons, Per and Odd". */
function survivors(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  const isLeft = /^(?:leaves|left)$/.test(forms[word]!) && forms.slice(word + 1, word + 5).some(isKin)
  if (!isLeft && !(forms[word] === 'survived' && forms[word + 1] === 'by')) return []
  const owner = participantsOf(analysis).subject(word)
  if (owner?.chain.kind !== 'person') return []
  const found: RelationDraft[] = []
  for (let noun = word + 1; noun < bounds.end; noun++) {
    if (!isKin(forms[noun]!) || /^['’]s?$/.test(forms[noun + 1] ?? '')) continue
    const first = nameAfter(analysis, noun + 1, bounds.end)
    const several = singular(forms[noun]!) !== forms[noun]
    const kinfolk = first && several ? thingsFrom(analysis, first.firstWord, bounds.end) : first ? [first] : []
    for (const from of kinfolk)
      if (from.chain.kind === 'person' && from.chain !== owner.chain)
        found.push(
          draftOf({
            from,
            to: owner,
            kind: 'family',
            phraseFirst: noun,
            phraseEnd: noun + 1,
            reason: 'kin who survive someone',
            score: 0.7
          })
        )
  }
  return found
}

function isKin(form: string): boolean {
  return kin.has(singular(form.toLowerCase()))
}

/** "a joint venture between A and B", "A and B set up a joint venture". */
function jointVenture(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  if (forms[word] !== 'venture' || forms[word - 1] !== 'joint') return []
  const [from, ...others] =
    forms[word + 1] === 'between' || forms[word + 1] === 'of'
      ? thingsFrom(analysis, word + 2, bounds.end)
      : founders(analysis, word, bounds)
  if (!from) return []
  const during = timeNear(analysis, word, bounds)
  return others.map(to => ({
    ...draftOf({
      from,
      to,
      kind: 'affiliate',
      phraseFirst: word - 1,
      phraseEnd: word + 1,
      reason: 'a venture of both',
      score: 0.65
    }),
    during
  }))
}

/** Those named before the verb that a venture is the object of. */
function founders(analysis: Analysis, noun: number, {first, end}: WordBounds): Place[] {
  let verb = noun - 1
  while (first < verb && noun - verb < 6 && analysis.upos[verb] !== 'VERB') verb--
  const subject = analysis.upos[verb] === 'VERB' ? participantsOf(analysis).subject(verb) : undefined
  return subject && first <= subject.firstWord && subject.firstWord < verb
    ? thingsFrom(analysis, subject.firstWord, end)
    : []
}

function draftOf(draft: Omit<RelationDraft, 'polarity' | 'during'>): RelationDraft {
  return {...draft, polarity: 'positive', during: undefined}
}
