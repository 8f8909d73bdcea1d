import {type Mention, type Parsed, sentenceOf, wordSpan} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns, productionNouns, workNouns} from './description-nouns.ts'
import {LISTED, listedName} from './gazetteer.ts'

/** Words between the article and its noun, at most: "the Syria-based radical group". */
const MODIFIERS_MAX = 5

/**
 * The description that starts at `word` and speaks of something by a noun alone: "the group", "this newspaper".
 *
 * One that says of whom or which ("the leader of the Order", "the man who called") describes somebody, but not by what the
 * text said before, so it is none here.
 */
export function describedAt(parsed: Parsed, word: number): Mention | undefined {
  const {forms, upos} = parsed
  if (!/^(?:the|this|that)$/i.test(forms[word]!)) return undefined
  const sentenceEnd = parsed.sentenceStarts[sentenceOf(parsed, word) + 1]!
  let head = -1
  for (let place = word + 1; place < Math.min(sentenceEnd, word + 2 + MODIFIERS_MAX); place++) {
    const tag = upos[place]!
    if (isDescriptionNoun(forms[place]!)) head = place
    else if (0 <= head && forms[place] !== '-') break
    if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN' && tag !== 'NUM' && forms[place] !== '-' && head !== place)
      break
    if (
      (tag === 'PROPN' || /^[\p{Lu}#]/u.test(forms[place]!)) &&
      head !== place &&
      !(listedName(forms[place]!) & LISTED.people)
    )
      break
  }
  if (head < 0 || isNarrowed(parsed, head + 1, sentenceEnd)) return undefined
  return {...wordSpan(parsed, word, head + 1), firstWord: word, endWord: head + 1, headWord: head, form: 'nominal'}
}

function isDescriptionNoun(form: string): boolean {
  return (
    personNouns.has(form) ||
    bodyNouns.has(form) ||
    placeNouns.has(form) ||
    productionNouns.has(form) ||
    workNouns.has(form)
  )
}

/** What follows says which one, or goes on with the noun: another noun or a name would be the head. */
function isNarrowed({forms, upos}: Parsed, next: number, sentenceEnd: number): boolean {
  if (sentenceEnd <= next) return false
  const form = forms[next]!
  if (/^(?:of|who|whose|whom|that|which|behind)$/.test(form)) return true
  if (/^(?:called|named|known)$/.test(form)) return /^(?:\p{Lu}|[“"']|as$)/u.test(forms[next + 1] ?? '')
  return upos[next] === 'NOUN' || upos[next] === 'PROPN'
}
