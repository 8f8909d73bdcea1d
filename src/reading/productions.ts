import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import {claimOn} from './claim-on.ts'
import type {Material} from './material.ts'
import {findOwnedTitles, type OwnedTitle} from './owned-titles.ts'
import {phrasesOf} from './phrases.ts'
import {mediumOf, ownerOfTitle, type ProductionDetails, readDetails} from './production-details.ts'
import {findProductionMentions, type ProductionMention} from './production-mentions.ts'
import {SCHEDULE_NOUNS} from './production-nouns.ts'
import type {Channel, Production} from './reading.ts'
import {isSegmentNoun} from './segment-cues.ts'
import {hasParts} from './told-parts.ts'
import {sentenceBounds} from './word-classes.ts'

/**
 * The videos, statements, books and other productions that the document is about or draws on, one claim for each. Those that
 * have no name yet are added to the entities.
 *
 * "A video" begins a unit and "the video" takes it up; "another video" begins the next one. A statement, letter or report
 * counts where the text names it, says who put it out or comes back to it, not where it is only the channel of one remark.
 */
export function findProductions(material: Material): {productions: Production[]} {
  const units: Unit[] = []
  for (const mention of findProductionMentions(material.analysis)) place(material, units, mention)
  const titled = new Set(units.map(({chain}) => chain))
  for (const chain of material.analysis.chains)
    if (chain.kind === 'production' && !titled.has(chain)) units.push(titledUnit(material, chain))
  for (const owned of findOwnedTitles(material.analysis)) addOwnedTitle(units, owned)
  return {productions: units.filter(unit => isTold(material, unit)).map(unit => productionOf(material, unit))}
}

/** One production, still growing. */
interface Unit {
  readonly mentions: ProductionMention[]
  readonly details: ProductionDetails[]
  /** The named thing that it is, where it has a title. */
  chain: Chain | undefined
  /** A title that the names did not give. */
  readonly owned?: OwnedTitle
}

const scheduleNouns = new Set(SCHEDULE_NOUNS.split(' '))
/** How far back "the message" reaches for what it takes up, in mentions of productions. */
const REACH = 24

function place(material: Material, units: Unit[], mention: ProductionMention): void {
  if (0 < units.length && mention.article !== 'definite' && isSegmentNoun(material.analysis, mention.headWord)) return
  const details = readDetails(material, mention)
  const unit = unitFor(material, units, mention, details)
  if (unit) {
    unit.mentions.push(mention)
    unit.details.push(details)
    unit.chain ??= details.titled
  } else units.push({mentions: [mention], details: [details], chain: details.titled})
}

/** The unit told of before that this mention takes up. */
function unitFor(
  material: Material,
  units: readonly Unit[],
  mention: ProductionMention,
  details: ProductionDetails
): Unit | undefined {
  const byTitle = details.titled && units.find(({chain}) => chain === details.titled)
  if (byTitle) return byTitle
  if (mention.other && mention.article !== 'definite') return undefined
  const recent = units.slice(-REACH).reverse()
  const fitting = recent.filter(unit => fits(material, unit, mention, details))
  if (mention.article === 'indefinite' || mention.article === 'none')
    return fitting.find(unit => isAnnounced(material, unit))
  return fitting.find(unit => unit.mentions.some(({noun}) => noun === mention.noun)) ?? fitting[0]
}

/** Whether nothing known of both parts them: another title, another maker, a noun for another kind of thing. */
function fits({analysis}: Material, unit: Unit, mention: ProductionMention, details: ProductionDetails): boolean {
  if (unit.chain && details.titled && unit.chain !== details.titled) return false
  if (
    details.titled &&
    !unit.chain &&
    mention.article === 'owned' &&
    !unit.mentions.some(({noun}) => noun === mention.noun)
  )
    return false
  const maker = makerOf(unit)
  if (maker && details.producer && maker !== details.producer) return false
  if (scheduleNouns.has(mention.noun))
    return unit.mentions.some(
      ({noun, family}) => noun === mention.noun || (family === 'moving' && isBare(analysis, mention))
    )
  return mention.family === 'any' || unit.mentions.some(({family}) => family === 'any' || family === mention.family)
}

/** "the programme", "the hour-long programme", not "the aid programme". */
function isBare({forms}: Analysis, {article, firstWord, headWord}: ProductionMention): boolean {
  const between = forms.slice(firstWord + 1, headWord)
  return article === 'definite' && between.every(form => /^(?:-|\d+|hour|minute|long|(?:hour|minute)-long)$/.test(form))
}

/** Whether the unit has only been announced, in the headline or the first sentence: "in new video". */
function isAnnounced({analysis, document}: Material, {mentions}: Unit): boolean {
  const [first, ...others] = mentions
  if (others.length > 0 || !first) return false
  const {start} = wordSpan(analysis, first.headWord, first.headWord + 1)
  const title = document.parts.find(({kind}) => kind === 'title')
  return title ? start < title.end : first.headWord < (analysis.sentenceStarts[1] ?? 0)
}

/** A named production that no noun describes: a programme called by its title alone. */
function titledUnit({analysis}: Material, chain: Chain): Unit {
  const owner = ownerOfTitle(analysis, chain)
  return {mentions: [], details: [{channels: [], made: false, ...(owner !== undefined && {producer: owner})}], chain}
}

function addOwnedTitle(units: Unit[], owned: OwnedTitle): void {
  if (units.some(({chain, owned: other}) => chain?.name === owned.title || other?.title === owned.title)) return
  units.push({mentions: [], details: [{channels: [], made: false, producer: owned.owner.id}], chain: undefined, owned})
}

/** Whether the text tells enough of it to be a production in its own right. */
function isTold(material: Material, {mentions, details, chain, owned}: Unit): boolean {
  if (owned) return true
  if (mentions.some(({headWord}) => hasParts(material.analysis, phrasesOf(material.analysis), headWord))) return true
  if (mentions.length > 0 && mentions.every(({noun}) => scheduleNouns.has(noun)))
    return chain !== undefined && details.some(({producer}) => isBroadcaster(material, producer))
  if (chain) return true
  if (mentions.every(({family}) => family === 'any')) return false
  if (details.some(({made}) => made)) return true
  const takenUp = mentions.some(({article}, index) => 0 < index && article !== 'none')
  const described = details.some(({producer, released, attributedTo}) => producer ?? released ?? attributedTo)
  const spread = details.some(({released, channels}) => released !== undefined || 0 < channels.length)
  if (mentions[0]?.article === 'definite' && !mentions[0].strong && !spread) return false
  return mentions.some(mention => mention.strong) ? takenUp || described : takenUp && described
}

function isBroadcaster({entities}: Material, producer: string | undefined): boolean {
  const kind = producer === undefined ? undefined : entities.get(producer)?.kind
  return kind === 'outlet' || kind === 'organisation'
}

function makerOf({details}: Unit): string | undefined {
  return details.find(({producer}) => producer !== undefined)?.producer
}

function productionOf(material: Material, unit: Unit): Production {
  const {analysis, entities} = material
  const {chain, details, owned} = unit
  const medium = owned ? 'programme' : mediumOf(analysis, unit.mentions)
  const spans = [
    ...(owned ? [owned] : []),
    ...(chain?.mentions.slice(0, 1) ?? []),
    ...unit.mentions.map(mention => nounSpan(material, mention))
  ]
  const evidence = distinctSpans(spans.map(span => sentenceSpan(material, span)))
  const producer = makerOf(unit)
  const attributedTo = first(details, 'attributedTo')
  const released = first(details, 'released')
  const mentions = owned
    ? [{start: owned.start, end: owned.end, form: 'name' as const}]
    : unit.mentions.map(mention => ({...nounSpan(material, mention), form: 'nominal' as const}))
  const name = chain?.name ?? owned?.title ?? entityName(material, unit, medium)
  const entity = chain ? chain.id : entities.add('production', name, mentions).id
  if (chain) entities.addMentions(chain.id, mentions)
  return {
    ...claimOn(material, 'production', [...mentions.slice(0, 1), ...evidence], {
      reason:
        chain || owned
          ? 'a title beside a noun for a production'
          : 'a noun for a production that the text describes or comes back to',
      score: chain ? 0.9 : 0.7
    }),
    evidence,
    entity,
    title: chain?.name ?? owned?.title ?? '',
    medium,
    ...(producer !== undefined && {producer}),
    ...(attributedTo !== undefined && {attributedTo}),
    ...(released && {released}),
    channels: distinctChannels(details.flatMap(({channels}) => channels)),
    segments: []
  }
}

function first<K extends 'attributedTo' | 'released'>(
  details: readonly ProductionDetails[],
  key: K
): (K extends 'released' ? Time : string) | undefined {
  return details.find(detail => detail[key] !== undefined)?.[key] as never
}

/** The words that first describe it, for people to recognise it by. */
function entityName({analysis}: Material, {mentions}: Unit, medium: string): string {
  const [first] = mentions
  if (!first) return medium
  const {start, end} = wordSpan(analysis, first.firstWord, first.headWord + 1)
  return analysis.text.slice(start, end).replace(/\s+/g, ' ')
}

function nounSpan({analysis}: Material, {firstWord, headWord}: ProductionMention): Span {
  return wordSpan(analysis, firstWord, headWord + 1)
}

/** The sentence around the first mention is the evidence; later ones add theirs. */
function sentenceSpan({analysis}: Material, span: Span): Span {
  let low = 0
  let high = analysis.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (analysis.ends[middle]! <= span.start) low = middle + 1
    else high = middle
  }
  const {first, end} = sentenceBounds(analysis, Math.min(low, analysis.starts.length - 1))
  return wordSpan(analysis, first, end)
}

function distinctSpans(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map(({start, end}) => [`${start}-${end}`, {start, end}])).values()]
}

function distinctChannels(channels: readonly Channel[]): Channel[] {
  return [...new Map(channels.map(channel => [channel.text.toLowerCase(), channel])).values()]
}
