import type {Models} from '../language/models.ts'
import {overlaps, type Span} from '../text/span.ts'
import {type Attribution, findAttributions} from './attributions.ts'
import {appoints, findCues} from './cues.ts'
import {contentSpans, type Draft, rangeSpan} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNoun, nounRun} from './noun-phrases.ts'
import {SHOWING_VERBS, SPEECH_NOUNS} from './reporting-words.ts'
import {RULES} from './rules.ts'
import type {Source} from './sources.ts'
import {wordRange} from './word-ranges.ts'

/** From so likely a wording on, the network's words stand where rules found others. */
const WORDS_SHARE_MIN = 0.5

/** So many statements before and behind one may want its words. */
const NEAR = 6

/** A cue that only the network sees reports a statement from so likely a one on; below it counts among attitudes. */
const SAID_MIN = 0.9

/** "her claim that the gate was shut": a noun of speaking is plainer than most verbs, once it is known to carry a cue. */
const NOUN_SAID_MIN = 0.6

/**
 * The statements that rules found, with those that a network found which has learnt from marked articles.
 *
 * Where both see the same cue, the wording is the network's if it is sure of it. What only rules see stays: they also read
 * what is said inside of what is said. What only the network sees is added.
 */
export function withLearnt(
  layout: Layout,
  drafts: readonly Draft[],
  models: Pick<Models, 'encoder' | 'attributions'>
): {said: Draft[]; held: Draft[]} {
  const {found, shareAt} = findAttributions(layout, drafts, models)
  const left = new Set(found)
  const byWord = new Map<number, Attribution>()
  for (const one of found) for (let word = one.cue.first; word < one.cue.end; word++) byWord.set(word, one)
  const kept = drafts.map((draft, index) => {
    const same = cueWordsOf(layout, draft).flatMap(word => byWord.get(word) ?? [])[0]
    if (same && left.delete(same)) {
      const heard = {cueShare: same.cueShare, wordsShare: same.wordsShare}
      const near = drafts.slice(Math.max(0, index - NEAR), index + NEAR + 1)
      return {...reworded(layout, draft, same, near), heard}
    }
    const cueShare = shareAt.get(draft.verb)
    return cueShare === undefined ? draft : {...draft, heard: {cueShare}}
  })
  const added = [...left]
    .filter(({anchor}) => !isFame(layout, anchor) && !isChosen(layout, anchor))
    .flatMap(one => draftOf(layout, one))
  const cues = findCues(layout).filter(cue => !cue.passive && !cue.negative && !SHOWING_VERBS.has(cue.lemma))
  const spoken = new Set(cues.map(({verb}) => verb))
  const isSaid = (draft: Draft) => {
    const isSure = spoken.has(draft.verb)
      ? SAID_MIN <= draft.score
      : isSpeechNoun(layout, draft.verb) && (draft.kind === 'direct' || NOUN_SAID_MIN <= draft.score)
    return isSure && isTold(layout, draft)
  }
  return {said: [...kept, ...added.filter(isSaid)], held: added.filter(draft => !isSaid(draft))}
}

/** "Ada Moro, known as Sarim", "a film titled “Embers”": what somebody or something is called or famous for is said by nobody. */
function isFame(layout: Layout, word: number): boolean {
  if (/^(?:titled|entitled)$/.test(layout.form(word))) return true
  return layout.form(word) === 'known' && /^(?:as|for)$/.test(layout.form(word + 1))
}

/** "Halloran named to lead the observatory", "was appointed director", "named her as director": a post is given, and nothing said. */
function isChosen(layout: Layout, word: number): boolean {
  if (!/^(?:named|appointed|nominated|hired|tapped|picked|elected|selected)$/.test(layout.form(word))) return false
  const isPassive = /^(?:is|are|was|were|been|being)$/.test(layout.form(word - 1))
  return isPassive || layout.form(word + 1) === 'to' || appoints(layout, word)
}

function cueWordsOf(layout: Layout, {cue}: Draft): number[] {
  return cue.flatMap(span => {
    const {first, end} = wordRange(layout, span)
    return Array.from({length: end - first}, (_, index) => first + index)
  })
}

function reworded(layout: Layout, draft: Draft, one: Attribution, all: readonly Draft[]): Draft {
  if (one.wordsShare < WORDS_SHARE_MIN || draft.kind === 'direct') return draft
  const content = contentOf(layout, one)
  const isLess = content.content.length < draft.content.length && draft.rule === 'clause-around'
  if (content.content.length === 0 || isLess || draft.rule === 'accuse') return draft
  if (takesOthers(draft, content.content, all)) return draft
  const isWhole = one.source && !isRelative(layout, one.source) && !isPartOfList(draft.source, one.source)
  const source = isWhole ? sourceOver(layout, one, one.source!) : draft.source
  return {...draft, ...(source && {source}), ...content}
}

/** "Moro, Lind and others": the network often takes one of several for all. */
function isPartOfList(source: Source | undefined, {first, end}: WordRange): boolean {
  if (!source?.joined) return false
  const isInside = source.range.first <= first && end <= source.range.end
  return isInside && end - first < source.range.end - source.range.first
}

function draftOf(layout: Layout, one: Attribution): Draft[] {
  const content = contentOf(layout, one)
  if (content.content.length === 0) return []
  const range = one.source && antecedentOf(layout, one.source)
  const source = range && sourceOver(layout, one, range)
  if (source && /^(?:i|we|you|me|us)$/.test(layout.form(source.head))) return []
  return [
    {
      ...content,
      cue: [rangeSpan(layout, cueWords(layout, one))],
      verb: one.anchor,
      source,
      negative: false,
      rule: 'learnt',
      reason: RULES.learnt.reason,
      score: one.cueShare,
      heard: {cueShare: one.cueShare, wordsShare: one.wordsShare}
    }
  ]
}

/** Whether `content` would take words that another statement has, and this one has not. */
function takesOthers(draft: Draft, content: readonly Span[], all: readonly Draft[]): boolean {
  const meets = (spans: readonly Span[], other: Draft) =>
    other.content.some(held => spans.some(span => overlaps(span, held)))
  return all.some(other => other !== draft && meets(content, other) && !meets(draft.content, other))
}

/** Whether somebody is named who says a whole clause or quoted words: not "a prayer". */
function isTold(layout: Layout, {source, kind, content, verb}: Draft): boolean {
  // "Chants of “Close the dam!”": the words are plainly somebody's.
  if (source === undefined) return kind === 'direct' && isSpeechNoun(layout, verb)
  if (kind !== 'indirect') return true
  return content.some(span => {
    const {first, end} = wordRange(layout, span)
    for (let word = first; word < end; word++)
      if (tellsClause(layout, word, verb) || isActOf(layout, word, verb)) return true
    return false
  })
}

/** "denied pushing him", "offered to go" */
function isActOf({words}: Layout, word: number, verb: number): boolean {
  return words.heads[word] === verb && words.relations[word] === 'xcomp' && /^VB[G]?$/.test(words.xpos[word]!)
}

function isSpeechNoun({words}: Layout, word: number): boolean {
  return words.upos[word] === 'NOUN' && SPEECH_NOUNS.has(words.lemmas[word]!.toLowerCase())
}

/** Whether `word` carries the tense of a clause that is none about a noun but the cue: not "which were lost". */
function tellsClause({words}: Layout, word: number, cue: number): boolean {
  if (!/^(?:VB[DPZ]?|MD)$/.test(words.xpos[word]!)) return false
  const verb = /^(?:aux|cop)$/.test(words.relations[word]!) ? words.heads[word]! : word
  return words.relations[verb] !== 'acl' || words.heads[verb] === cue
}

/** The words without "that" before and white space or marks around them. */
function contentOf(
  layout: Layout,
  {content: whole, anchor}: Attribution
): {kind: Draft['kind']; content: readonly Span[]} {
  const content = whole.map(range => withinNoun(layout, anchor, range))
  const ranges = content.map(({first, end}) =>
    marksClause(layout, first) && first + 1 < end ? {first: first + 1, end} : {first, end}
  )
  const told = ranges.filter(range => hasWord(layout, range) && !isRelative(layout, range))
  return contentSpans(layout, told)
}

/** "that the dam was safe", but not "that criticism" */
function marksClause({words}: Layout, word: number): boolean {
  if (words.forms[word]!.toLowerCase() !== 'that') return false
  return words.xpos[word] !== 'DT' || !/^(?:NNS?|JJ)$/.test(words.xpos[word + 1] ?? '')
}

/** "Moro's claim that the dam was safe has been questioned": what a noun of speaking tells ends with its phrase. */
function withinNoun({words, phrases}: Layout, anchor: number, {first, end}: WordRange): WordRange {
  const last = phrases.last(anchor)
  if (words.upos[anchor] !== 'NOUN' || first <= anchor || last < first) return {first, end}
  const limit = Math.min(end, last + 1)
  // Trees often hang the verb of the sentence inside: behind the clause's own predicate, a second one with its tense is it.
  for (let word = first + 2; word < limit; word++)
    if (/^(?:VB[DPZ]|MD)$/.test(words.xpos[word]!) && /^(?:VERB|ADJ)$/.test(words.upos[word - 1]!))
      return {first, end: word}
  return {first, end: limit}
}

function hasWord({words}: Layout, {first, end}: WordRange): boolean {
  for (let word = first; word < end; word++) if (/[\p{L}\p{N}]/u.test(words.forms[word]!)) return true
  return false
}

/** "also said": adverbs before the verb are no part of the cue. */
function cueWords({words}: Layout, {cue, anchor}: Attribution): WordRange {
  let {first, end} = cue
  while (first < anchor && words.upos[first] === 'ADV') first++
  while (anchor + 1 < end && words.upos[end - 1] === 'PUNCT') end--
  return {first, end}
}

function isRelative(layout: Layout, {first, end}: WordRange): boolean {
  return end - first === 1 && /^(?:who|which|that|whom)$/.test(layout.form(first))
}

/** "who said": the noun phrase that the clause hangs on. */
function antecedentOf(layout: Layout, range: WordRange): WordRange | undefined {
  if (!isRelative(layout, range)) return range
  const {words, phrases} = layout
  let clause = words.heads[range.first]!
  for (let climb = 0; 0 <= clause && climb < 5; climb++) {
    if (words.relations[clause] === 'acl' && 0 <= words.heads[clause]!) {
      const noun = words.heads[clause]!
      let end = Math.min(range.first, noun + 1)
      while (end < range.first && words.forms[end] !== ',') end++
      return {first: phrases.first(noun), end}
    }
    clause = words.heads[clause]!
  }
  return undefined
}

/** The source that is `range` and nothing else. */
function sourceOver(layout: Layout, {anchor}: Attribution, whole: WordRange): Source {
  const {first} = whole
  let {end} = whole
  while (first + 1 < end && layout.words.upos[end - 1] === 'PUNCT' && !/[)”"’]/.test(layout.form(end - 1))) end--
  const run = nounRun(layout, first, end)
  const core = run.first < run.end ? run : {first, end: first + 1}
  const {words} = layout
  let joined = false
  for (let word = core.end; word < end; word++)
    joined ||=
      words.relations[word] === 'conj' &&
      core.first <= words.heads[word]! &&
      words.heads[word]! < core.end &&
      isNoun(layout, word)
  return {head: core.end - 1, core, range: {first, end}, joined, inverted: anchor < first, shared: false}
}
