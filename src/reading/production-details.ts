import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {timeNear} from './dates-within.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {ProductionMention} from './production-mentions.ts'
import {CHANNEL_NOUNS, MAKER_VERBS, RELEASE_VERBS} from './production-nouns.ts'
import type {Channel} from './reading.ts'
import {isCapitalised, isDeterminer, isNominal, isPossessive, sentenceBounds} from './word-classes.ts'

/** What the words around one mention say of a production. */
export interface ProductionDetails {
  /** Its title, as the name that the language layer found. */
  readonly titled?: Chain
  readonly producer?: string
  /** The words tell that the producer made it or put it out, not only that somebody spoke in it. */
  readonly made: boolean
  readonly attributedTo?: string
  readonly released?: Time
  readonly channels: readonly Channel[]
}

const releaseVerbs = new Set(RELEASE_VERBS.trim().split(/\s+/))
const makerVerbs = new Set(MAKER_VERBS.trim().split(/\s+/))
const channelNouns = new Set(CHANNEL_NOUNS.trim().split(/\s+/))
/** How far after a mention its details are looked for, in words. */
const DETAILS_WORDS_MAX = 30

/** What is said of the production around this mention of it. */
export function readDetails({analysis}: Material, mention: ProductionMention): ProductionDetails {
  const {first, end} = sentenceBounds(analysis, mention.headWord)
  const limit = Math.min(end, mention.headWord + DETAILS_WORDS_MAX)
  const titled = titleOf(analysis, mention, limit)
  const producer =
    makerAfter(analysis, mention, limit) ??
    makerInClause(analysis, mention, limit) ??
    makerBefore(analysis, mention, first) ??
    (titled && ownerOfTitle(analysis, titled))
  const attributedTo = attributedAfter(analysis, mention, limit) ?? featured(analysis, mention, first)
  const release = releaseVerb(analysis, mention, titled, {first, limit})
  const released = release === undefined ? undefined : timeNear(analysis, release, {first, end})
  return {
    ...(titled && {titled}),
    ...(producer !== undefined && {producer}),
    made: producer !== undefined && isMadeBy(analysis, mention, limit, first),
    ...(attributedTo !== undefined && {attributedTo}),
    ...(released && {released}),
    channels: release === undefined ? [] : channelsAfter(analysis, release, limit)
  }
}

/** "the Tide Channel's “Late Watch”": who owns the title. */
export function ownerOfTitle(analysis: Analysis, chain: Chain): string | undefined {
  const index = mentionIndex(analysis)
  const [mention] = chain.mentions
  let word = mention?.firstWord ?? 0
  while (/^(?:["“‘']|``|the|'s|’s|’)$/.test(analysis.forms[word - 1] ?? '')) word--
  return index.before(word)?.chain.id
}

/** The noun of the medium with the nouns before it: "recruitment video". */
export function mediumOf(analysis: Analysis, mentions: readonly ProductionMention[]): string {
  const named = mentions.filter(({family}) => family !== 'any')
  const [first = mentions[0]] = named
  if (!first) return 'production'
  if (first.noun === 'release' && /^press$/i.test(analysis.forms[first.headWord - 1] ?? '')) return 'press release'
  let start = first.headWord
  while (first.firstWord < start && isPlainNoun(analysis, start - 1)) start--
  return analysis.forms
    .slice(start, first.headWord + 1)
    .join(' ')
    .toLowerCase()
}

function isPlainNoun({forms, upos}: Analysis, word: number): boolean {
  return upos[word] === 'NOUN' && /^\p{Ll}{3,}$/u.test(forms[word]!)
}

/** The name of a production that stands beside the noun: "a film entitled “X”", "“X”, a film by", "the “X” show". */
function titleOf(analysis: Analysis, {firstWord, headWord}: ProductionMention, limit: number): Chain | undefined {
  const index = mentionIndex(analysis)
  for (let word = firstWord; word < headWord; word++) {
    const inside = index.from(word)
    if (inside && isTitle(inside)) return inside.chain
  }
  for (let word = headWord + 1; word < Math.min(limit, headWord + 9); word++) {
    const place = index.from(word)
    if (place && isTitle(place) && (isBeside(analysis, headWord + 1, word) || isNaming(analysis, headWord + 1, word)))
      return place.chain
  }
  for (let word = firstWord; firstWord - 5 < word; word--) {
    const before = index.before(word)
    if (before && isTitle(before)) return isBeside(analysis, before.endWord, firstWord) ? before.chain : undefined
  }
  return undefined
}

function isTitle({chain, form}: Place): boolean {
  return form === 'name' && (chain.kind === 'production' || chain.kind === 'work')
}

/** Only marks, and words like "called", stand between. */
function isBeside({forms}: Analysis, from: number, to: number): boolean {
  return forms.slice(from, to).every(form => /^(?:["“”‘’'(,:]|``|''|--|–|—)$/.test(form))
}

function isNaming({forms}: Analysis, from: number, to: number): boolean {
  return forms.slice(from, to).some(form => /^(?:entitled|titled|called|named|dubbed)$/i.test(form))
}

/** "produced by X", "by X", "from X". */
function makerAfter(analysis: Analysis, {headWord}: ProductionMention, limit: number): string | undefined {
  const {forms} = analysis
  if (/^(?:by|from)$/.test(forms[headWord + 1] ?? '')) return namedFrom(analysis, headWord + 2, limit)
  let verb = -1
  for (let word = headWord + 1; word < limit; word++) {
    const form = forms[word]!.toLowerCase()
    if (makerVerbs.has(form)) verb = word
    if (form === 'by' && 0 <= verb && word - verb < 8) return namedFrom(analysis, word + 1, limit)
    if (/^[.;“”"]$/.test(form) || (form === ',' && verb < 0 && !opensParticiple(analysis, word + 1))) break
  }
  return undefined
}

/** Whether the words say that somebody put out a piece of writing: a statement or an interview is often only how one spoke. */
function isMadeBy(analysis: Analysis, mention: ProductionMention, limit: number, first: number): boolean {
  if (mention.family === 'statement' || mention.noun === 'interview') return false
  return [makerAfter, makerInClause, doerBefore].some(
    find => find(analysis, mention, find === doerBefore ? first : limit) !== undefined
  )
}

/** "a letter that the Trust sent", "a report the Trust published". */
function makerInClause(analysis: Analysis, {headWord}: ProductionMention, limit: number): string | undefined {
  const {forms} = analysis
  let word = headWord + 1
  while (word < limit && /^(?:that|which|the|,)$/.test(forms[word]!)) word++
  const place = word < limit ? mentionIndex(analysis).from(word) : undefined
  const verb = place && /^(?:had|has)$/.test(forms[place.endWord] ?? '') ? place.endWord + 1 : place?.endWord
  return place && canMake(place) && releaseVerbs.has(forms[verb!] ?? '') ? place.chain.id : undefined
}

/** ", apparently taken in May and given to", ", produced by": what follows the comma still says how it came about. */
function opensParticiple({forms}: Analysis, from: number): boolean {
  const word = /ly$/.test(forms[from] ?? '') ? from + 1 : from
  return makerVerbs.has(forms[word]?.toLowerCase() ?? '')
}

/** "the group's video", "the Guild video", "X released a video", "X said in a statement". */
function makerBefore(analysis: Analysis, mention: ProductionMention, first: number): string | undefined {
  return ownerIn(analysis, mention) ?? doerBefore(analysis, mention, first) ?? speakerAround(analysis, mention, first)
}

function ownerIn(analysis: Analysis, {firstWord, headWord}: ProductionMention): string | undefined {
  const index = mentionIndex(analysis)
  for (let word = firstWord; word < headWord; word++) {
    const place = index.from(word)
    if (place && canMake(place)) return place.chain.id
  }
  const owner = isPossessive(analysis.forms[firstWord - 1]) ? index.before(firstWord - 1) : undefined
  return owner && canMake(owner) ? owner.chain.id : undefined
}

function canMake({chain}: Place): boolean {
  return chain.kind !== 'place' && chain.kind !== 'production' && chain.kind !== 'work' && chain.kind !== 'event'
}

function doerBefore(analysis: Analysis, {firstWord}: ProductionMention, first: number): string | undefined {
  const index = mentionIndex(analysis)
  const verb = firstWord - 1
  if (verb <= first || !releaseVerbs.has(analysis.forms[verb]!.toLowerCase())) return undefined
  return subjectBefore(analysis, verb, first, index)
}

const SPEECH_IN =
  /^(?:said|says|announced|declared|wrote|added|warned|stated|claimed|confirmed|described|called|urged|told|denied|vowed|threatened)$/

/** "X said in a statement", "In a statement, X said": who speaks in it. */
function speakerAround(analysis: Analysis, mention: ProductionMention, first: number): string | undefined {
  const {forms} = analysis
  const spread = releaseVerbs.has(forms[mention.headWord + 1] ?? '') && mention.firstWord - 1 === first
  if (mention.article === 'definite' || (mention.strong && !spread)) return undefined
  const index = mentionIndex(analysis)
  const link = mention.firstWord - 1
  if (!/^(?:in|with|through|via)$/i.test(forms[link] ?? '')) return undefined
  if (link === first) return subjectAfterOpening(analysis, mention.headWord)
  for (let word = link - 1; first <= word && link - word < 12; word--)
    if (SPEECH_IN.test(forms[word]!))
      return subjectBefore(analysis, word, first, index) ?? index.from(word + 1)?.chain.id
  return undefined
}

/** The subject of the main clause after an opening phrase: "In a statement sent to papers, the Guild said". */
function subjectAfterOpening(analysis: Analysis, headWord: number): string | undefined {
  const {end} = sentenceBounds(analysis, headWord)
  const index = mentionIndex(analysis)
  const limit = Math.min(end, headWord + DETAILS_WORDS_MAX)
  for (let word = headWord + 1; word < limit; word++) {
    const place = index.from(word)
    if (!place || !/^(?:,|--|–|—|the|The)$/.test(analysis.forms[word - 1]!)) continue
    if (SPEECH_IN.test(analysis.forms[place.endWord] ?? '')) return place.chain.id
  }
  return undefined
}

function subjectBefore(
  analysis: Analysis,
  verb: number,
  first: number,
  index: ReturnType<typeof mentionIndex>
): string | undefined {
  let word = verb
  while (first < word && /^(?:has|have|had|also|recently|later|then|ly)$|ly$/.test(analysis.forms[word - 1]!)) word--
  return index.before(word)?.chain.id
}

/** "attributed to X". */
function attributedAfter(analysis: Analysis, {headWord}: ProductionMention, limit: number): string | undefined {
  for (let word = headWord + 1; word < limit; word++)
    if (/^(?:attributed|credited)$/.test(analysis.forms[word]!) && analysis.forms[word + 1] === 'to')
      return namedFrom(analysis, word + 2, limit)
  return undefined
}

/** "X appeared in a video": who is seen in it. */
function featured(analysis: Analysis, {firstWord, strong}: ProductionMention, first: number): string | undefined {
  const {forms} = analysis
  if (
    !strong ||
    forms[firstWord - 1] !== 'in' ||
    !/^(?:appeared|appears|appearing|featured)$/.test(forms[firstWord - 2] ?? '')
  )
    return undefined
  return subjectBefore(analysis, firstWord - 2, first, mentionIndex(analysis))
}

/** The thing named in the noun phrase that begins at `from`; its owner does not count: "the guild's arm, X". */
function namedFrom(analysis: Analysis, from: number, limit: number): string | undefined {
  const index = mentionIndex(analysis)
  for (let word = from; word < Math.min(limit, from + 8); word++) {
    const place = index.from(word)
    if (place && !isPossessive(analysis.forms[place.endWord])) return place.chain.id
    if (place) word = place.endWord
    else if (!isDeterminer(analysis.forms[word]) && !isNominal(analysis, word)) break
  }
  return capitalisedRun(analysis, from, limit)
}

/** Words for a maker that no entity stands for: "Tidal Media for Production". */
function capitalisedRun({forms, starts, ends, text}: Analysis, from: number, limit: number): string | undefined {
  let first = from
  while (first < limit && isDeterminer(forms[first])) first++
  let end = first
  while (
    end < limit &&
    (isCapitalised(forms[end]!) || (first < end && /^(?:of|for|and|-|['’]s?|al)$/.test(forms[end]!)))
  )
    end++
  while (first < end && !isCapitalised(forms[end - 1]!)) end--
  return first < end ? text.slice(starts[first], ends[end - 1]) : undefined
}

/** The verb that says the production was put out, after its noun or before it. */
function releaseVerb(
  analysis: Analysis,
  {firstWord, headWord}: ProductionMention,
  titled: Chain | undefined,
  {first, limit}: {first: number; limit: number}
): number | undefined {
  const {forms} = analysis
  const from = titled ? afterTitle(analysis, titled, headWord, limit) : headWord + 1
  for (let word = from; word < Math.min(limit, from + 8); word++) {
    if (releaseVerbs.has(forms[word]!.toLowerCase())) return word
    if (/^[.,;“”"]$/.test(forms[word]!)) break
  }
  const before = firstWord - 1
  return first <= before && releaseVerbs.has(forms[before]!.toLowerCase()) ? before : undefined
}

/** One past the title that follows the noun, with its closing marks. */
function afterTitle(analysis: Analysis, titled: Chain, headWord: number, limit: number): number {
  const mention = titled.mentions.find(({firstWord}) => headWord < firstWord && firstWord < limit)
  let word = mention?.endWord ?? headWord + 1
  while (word < limit && /^(?:[,”"’']|'')$/.test(analysis.forms[word]!)) word++
  return word
}

/** "on its website", "to the newspaper Tidal", "by the Tide Channel" after a verb of spreading. */
function channelsAfter(analysis: Analysis, verb: number, limit: number): Channel[] {
  const {forms} = analysis
  const found: Channel[] = []
  for (let word = verb + 1; word < limit; word++) {
    if (/^(?:[.;“”"]|which|who|that|after|when)$/.test(forms[word]!)) break
    if (!/^(?:on|to|by|via|through|in|over|with|at|including)$/.test(forms[word]!)) continue
    const end = phraseEnd(analysis, word + 1, limit)
    if (isChannel(analysis, word + 1, end)) {
      const span = wordSpan(analysis, word + 1, end)
      found.push({text: analysis.text.slice(span.start, span.end), ...span})
    }
    word = Math.max(word, end - 1)
  }
  return found
}

function phraseEnd(analysis: Analysis, from: number, limit: number): number {
  const {forms} = analysis
  let word = from
  while (
    word < limit &&
    (isDeterminer(forms[word]) || isPossessive(forms[word]) || isNominal(analysis, word) || forms[word] === 'and')
  )
    word++
  return forms[word - 1] === 'and' ? word - 1 : word
}

function isChannel(analysis: Analysis, from: number, end: number): boolean {
  if (end <= from) return false
  const index = mentionIndex(analysis)
  for (let word = from; word < end; word++) {
    const form = analysis.forms[word]!.toLowerCase()
    if (channelNouns.has(form) || (form === 'media' && analysis.forms[word - 1] === 'social')) return true
    if (index.at(word)?.chain.kind === 'outlet') return true
  }
  return false
}
