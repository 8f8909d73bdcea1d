import type {Chain} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {calledSo, describedAlike, subjectBefore, subjectTold} from './described-speakers.ts'
import {makerOf} from './document-makers.ts'
import {type Draft, rangeSpan} from './drafts.ts'
import {
  type Found,
  type Heard,
  type Hearing,
  lastFitting,
  lastTwo,
  pluralSubject,
  speakingOn
} from './heard-speakers.ts'
import type {Layout} from './layout.ts'
import {nameLeads} from './lead-speakers.ts'
import type {Material} from './material.ts'
import {mentionIndex} from './mention-index.ts'
import {chainOfSource} from './named-sources.ts'
import {genderAt, genderOfChain, isMisjoined, mayBeSame} from './person-words.ts'
import type {Production} from './reading.ts'
import type {Source} from './sources.ts'
import {descriptionOf} from './speaker-words.ts'

/** Who a statement's words belong to. */
export interface Speaker {
  /** Local id; null where the speaker is only described. */
  readonly entity: string | null
  /** The fullest words there are. */
  readonly text: string
  readonly source: Span | null
  /** Who passed the words on, where that is somebody else. */
  readonly via?: {readonly entity: string | null; readonly text: string}
  readonly reason: string
  /** From 0 to 1: how sure the speaker is, given that the statement is right. */
  readonly score: number
}

const NOBODY: Speaker = {entity: null, text: '', source: null, reason: 'no speaker is named', score: 0.3}

/** So many statements are looked back over for who "the statement" or "the official" is. */
const LOOK_BACK_MAX = 12

/** Say whose words each draft holds, in the same order. Drafts stand in the order of the text. */
export function resolveSpeakers(
  material: Material,
  layout: Layout,
  drafts: readonly Draft[],
  productions: readonly Production[]
): Speaker[] {
  const known = {material, layout, mentions: mentionIndex(material.analysis), productions}
  const heard: Heard[] = []
  const speakers = drafts.map(current => {
    const hearing: Hearing = {...known, heard, current}
    const {entity, text} = current.via ? speakerOf(hearing, current.via) : NOBODY
    const speaker = {...speakerOf(hearing, current.source), ...(current.via && {via: {entity, text}})}
    heard.push({draft: current, speaker})
    if (LOOK_BACK_MAX < heard.length) heard.shift()
    return speaker
  })
  return nameLeads(layout, drafts, speakers)
}

function speakerOf(hearing: Hearing, source: Source | undefined): Speaker {
  if (!source) return NOBODY
  const {layout} = hearing
  const found =
    sharing(hearing, source) ?? makerOf(hearing, source) ?? pronounOf(hearing, source) ?? nounOf(hearing, source)
  return {...(found ?? described(layout, source)), source: rangeSpan(layout, source.range)}
}

/** "She urged families to leave and warned of fire": one source is one speaker. */
function sharing({heard}: Hearing, {head, joined}: Source): Found | undefined {
  const same = heard.findLast(({draft: {source}}) => source?.head === head && source.joined === joined)
  return same && same.speaker.text !== '' ? same.speaker : undefined
}

/** Whom a pronoun means by what was just said, before its chain is asked. */
function pronounOf(hearing: Hearing, source: Source): Found | undefined {
  if (hearing.layout.words.upos[source.head] !== 'PRON') return undefined
  const found = pluralSubject(hearing, source) ?? speakingOn(hearing, source)
  if (found) return found
  const before = isPersonal(hearing.layout, source.head) ? subjectBefore(hearing, source) : undefined
  return before?.entity === null ? before : undefined
}

function isPersonal(layout: Layout, word: number): boolean {
  return /^(?:he|she)$/.test(layout.form(word))
}

/** Whom the text's chains say, and where they say nothing, whoever was heard or spoken of. */
function nounOf(hearing: Hearing, source: Source): Found | undefined {
  const {layout, mentions} = hearing
  const {head, joined} = source
  const two = lastTwo(hearing, source)
  if (two || joined) return two
  const linked = chainOfSource(layout, mentions, source)
  const chain = linked && isSound(hearing, linked, head) ? linked : undefined
  // In its own paragraph the same noun means the same person; from afar it only does where nobody nearer is called so.
  const called = (chain ? undefined : describedAlike(hearing, source, true)) ?? calledSo(hearing, source, chain)
  if (called) return called
  if (chain) return {entity: chain.id, text: chain.name, reason: '', score: chainScore(hearing, head, chain)}
  if (!isPersonal(layout, head)) return describedAlike(hearing, source, false) ?? lastFitting(hearing, source)
  const spokenOf = subjectBefore(hearing, source) ?? subjectTold(hearing, source)
  return spokenOf ?? lastFitting(hearing, source)
}

/** Whether the chain that a description or pronoun was joined to can be right: named before it, and of its gender. */
function isSound({layout, mentions}: Hearing, chain: Chain, head: number): boolean {
  const own = mentions.at(head)
  if (own?.chain !== chain || own.form === 'name' || chain.kind !== 'person') return true
  const first = chain.mentions.find(({form}) => form === 'name')
  if (first !== undefined && head < first.firstWord && layout.unitOf(head).end <= first.firstWord) return false
  return own.form === 'pronoun'
    ? !isMisjoined(layout, chain, head)
    : mayBeSame(genderOfChain(layout, chain), genderAt(layout, head))
}

/** A name at the source itself is sure whatever else its chain joins; a pronoun is as sure as its chain. */
function chainScore({mentions}: Hearing, head: number, {score}: Chain): number {
  return mentions.at(head)?.form === 'name' ? 0.97 : Math.min(0.9, Math.max(0.5, score))
}

function described(layout: Layout, source: Source): Found {
  const isPronoun = layout.words.upos[source.head] === 'PRON'
  return {
    entity: null,
    text: descriptionOf(layout, source),
    reason: isPronoun ? 'it is not clear who the pronoun stands for' : 'the speaker is described, not named',
    score: isPronoun ? 0.4 : 0.9
  }
}
