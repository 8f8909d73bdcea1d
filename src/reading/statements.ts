import type {Notice} from '../intake/document.ts'
import type {ModelFile} from '../language/model-file.ts'
import type {Models} from '../language/models.ts'
import {compareSpans, covers, overlaps, type Span} from '../text/span.ts'
import {findAlterations} from './alterations.ts'
import {claimId, type Modality} from './claim.ts'
import {joinContinuations} from './continuations.ts'
import {type Draft, draftStatements, rangeSpan} from './drafts.ts'
import {hedgesWithin} from './hedges.ts'
import {Layout} from './layout.ts'
import {withLearnt} from './learnt-drafts.ts'
import type {Material} from './material.ts'
import type {Attitude, Production, Statement} from './reading.ts'
import {THOUGHT_VERBS} from './reporting-words.ts'
import {resolveSpeakers, type Speaker} from './speakers.ts'
import {statementScore} from './statement-scores.ts'
import {voicesOf} from './voices.ts'

interface Attributed {
  readonly draft: Draft
  readonly speaker: Speaker
}

/**
 * Who is reported to have said, written, shown or thought what, in the order of the text; and beside it what somebody is reported
 * to hold without saying it.
 *
 *     Material --layout--> drafts --continuations--> drafts --speakers--> statements --parents--> statements
 */
export function findStatements(
  material: Material,
  productions: readonly Production[],
  models: Pick<Models, 'encoder' | 'attributions'>
): {statements: Statement[]; attitudes: Attitude[]; notices: Notice[]} {
  const {said, held} = findAttributed(material, productions, models)
  const claims = (all: readonly Made[]) => all.map(({claim}) => claim)
  const [attitudes, unsure] = partition(claims(held), ({score}) => ATTITUDE_SCORE_MIN <= score)
  return {statements: claims(said), attitudes, notices: unsureNotices(unsure)}
}

/** What is less sure than this to be an attitude is only counted. */
const ATTITUDE_SCORE_MIN = 0.25

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))]
}

/** What stands under the threshold is counted, never hidden: how many there are, and where the first is. */
function unsureNotices(unsure: readonly Attitude[]): Notice[] {
  if (unsure.length === 0) return []
  const {start, end} = unsure[0]!.cue[0] ?? unsure[0]!.content[0]!
  const text =
    unsure.length === 1
      ? 'A word may carry what somebody says or holds, and is not sure enough to be told'
      : `${unsure.length} words may carry what somebody says or holds, and are not sure enough to be told`
  return [{code: 'unsure_attitudes', text, start, end}]
}

/** So many statements are looked back over for the one around an attitude. */
const LOOK_BACK_MAX = 12

/** A statement with what it was made of. */
export type Made = Attributed & {readonly claim: Statement}

/** The same, each with the draft and the speaker that it was made of. */
export function findAttributed(
  material: Material,
  productions: readonly Production[],
  models: Pick<Models, 'encoder' | 'attributions'>
): {said: Made[]; held: Made[]} {
  const setting = {material, layout: new Layout(material), productions, model: models.attributions}
  const {layout} = setting
  const ruled = joinContinuations(layout, draftStatements(layout))
  const {said, held} = withLearnt(layout, ruled, models)
  const attributed = (drafts: readonly Draft[]) => {
    const sound = drafts.flatMap(soundDraft).sort(byPlace)
    const speakers = resolveSpeakers(material, layout, sound, productions)
    return sound.map((draft, index): Attributed => ({draft, speaker: speakers[index]!}))
  }
  const statements = nest(setting, dropOwnThoughts(layout, attributed(said)))
  const attitudes = attributed(held).map((one): Made => {
    const around = statementAround(statements, one.draft)
    return {...one, claim: statementOf('attitude', setting, one, around?.claim)}
  })
  return {said: statements, held: attitudes}
}

/** The innermost of the statements, which stand in the order of the text, in whose words the cue of `draft` stands. */
function statementAround(statements: readonly Made[], draft: Draft): Made | undefined {
  let low = 0
  for (let high = statements.length; low < high; ) {
    const middle = (low + high) >> 1
    if (firstSpan(statements[middle]!.draft).start <= draft.cue[0]!.start) low = middle + 1
    else high = middle
  }
  return statements
    .slice(Math.max(0, low - LOOK_BACK_MAX), low)
    .findLast(({claim}) => claim.content.some(span => draft.cue.some(cue => covers(span, cue))))
}

/** The draft without empty content and without words of its own cue; nothing where no words are left. */
function soundDraft(draft: Draft): Draft[] {
  const content = draft.content.filter(span => span.start < span.end && !draft.cue.some(cue => overlaps(cue, span)))
  if (content.length === 0) return []
  return content.length === draft.content.length ? [draft] : [{...draft, content}]
}

function byPlace(a: Draft, b: Draft): number {
  return compareSpans(firstSpan(a), firstSpan(b))
}

/** "Moro said he believed …": the thought is Moro's own saying, not a second statement. */
function dropOwnThoughts(layout: Layout, all: readonly Attributed[]): Attributed[] {
  const around = parentsOf(all.map(({draft}) => draft))
  return all.filter(({draft, speaker}, index) => {
    const parent = around[index]
    if (parent === undefined || draft.verb < 0 || !THOUGHT_VERBS.has(layout.words.lemmas[draft.verb]!)) return true
    const outer = all[parent]!.speaker
    return outer.entity === null ? outer.text !== speaker.text : outer.entity !== speaker.entity
  })
}

/** For each draft the place of the smallest one whose words hold its cue and source. */
function parentsOf(drafts: readonly Draft[]): (number | undefined)[] {
  const open: number[] = []
  return drafts.map((draft, index) => {
    const place = firstSpan(draft)
    while (open.length > 0 && lastEnd(drafts[open.at(-1)!]!) <= place.start) open.pop()
    const parent = open.findLast(other => drafts[other]!.content.some(span => draft.cue.some(cue => covers(span, cue))))
    open.push(index)
    return parent
  })
}

function nest(setting: Setting, all: readonly Attributed[]): Made[] {
  const parents = parentsOf(all.map(({draft}) => draft))
  const statements: Made[] = []
  all.forEach((one, index) => {
    const parent = parents[index] === undefined ? undefined : statements[parents[index]]?.claim
    statements.push({...one, claim: statementOf('statement', setting, one, parent)})
  })
  return statements
}

interface Setting {
  readonly material: Material
  readonly layout: Layout
  readonly productions: readonly Production[]
  readonly model: ModelFile
}

function statementOf(
  claimKind: 'statement' | 'attitude',
  {material, layout, productions, model}: Setting,
  {draft, speaker}: Attributed,
  parent: Statement | undefined
): Statement {
  const evidence = [...draft.cue, ...draft.content, ...(speaker.source ? [speaker.source] : [])].sort(compareSpans)
  const production = productions.find(({entity}) => entity === speaker.entity)
  return {
    id: claimId(material.textHash, claimKind, [...draft.cue, ...draft.content]),
    kind: draft.kind,
    source: speaker.source,
    speaker: speaker.entity,
    ...(speaker.text && {speakerText: speaker.text}),
    cue: draft.cue,
    content: draft.content,
    ...(parent && {parent: parent.id}),
    ...(production && {production: production.entity}),
    altered: findAlterations(layout.text, draft.kind === 'indirect' ? [] : draft.content, unitSpan(layout, draft)),
    evidence,
    voices: voicesOf(material, {
      speaker: speaker.entity,
      speakerText: speaker.text,
      source: speaker.source,
      via: speaker.via,
      production,
      parent
    }),
    polarity: draft.negative ? 'negative' : 'positive',
    modality: modalityOf(material, draft),
    reason: speaker.reason ? `${draft.reason}; ${speaker.reason}` : draft.reason,
    score: round(parent ? draft.score * speaker.score : statementScore(draft, speaker, model))
  }
}

/** The speaker's own hedges: those inside what they are reported to have said. */
function modalityOf(material: Material, {content}: Draft): Modality[] {
  return content.flatMap(span =>
    hedgesWithin(material, span)
      .filter(({hearsay}) => !hearsay)
      .map(({value, hedge, scope}): Modality => ({voice: 0, value, hedge, scope}))
  )
}

function unitSpan(layout: Layout, {verb}: Draft): Span | undefined {
  return verb < 0 ? undefined : rangeSpan(layout, layout.unitOf(verb))
}

function firstSpan({cue, content}: Draft): Span {
  return [...cue, ...content].sort(compareSpans)[0]!
}

function lastEnd({cue, content}: Draft): number {
  return Math.max(...cue.map(({end}) => end), ...content.map(({end}) => end))
}

/** Scores are estimates: two decimals claim enough. */
function round(score: number): number {
  return Math.round(score * 100) / 100
}
