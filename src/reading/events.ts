import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import {overlaps} from '../text/span.ts'
import {type EventDraft, eventOf} from './event-draft.ts'
import {lifespanEvents} from './event-lifespans.ts'
import {nounEvent} from './event-nouns.ts'
import {findRecall} from './event-recalls.ts'
import {verbEvent} from './event-verbs.ts'
import type {Material} from './material.ts'
import type {Event} from './reading.ts'
import type {WordBounds} from './relation-draft.ts'

/** What is said to have happened: verbs and nouns of events, with who did it to whom, where and when. */
export function findEvents(material: Material): Event[] {
  const {analysis} = material
  const lifespans: {readonly word: number; readonly event: Event}[] = []
  const drafts: EventDraft[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    const isTitle = isInTitle(material, bounds)
    for (let word = bounds.first; word < bounds.end; word++) {
      const lives = lifespanEvents(material, word, bounds)
      lifespans.push(...lives.map(event => ({word, event})))
      if (0 < lives.length) word = analysis.forms.indexOf(')', word)
      else addDraft(drafts, analysis, {word, bounds, isTitle})
    }
  }
  const told = drafts.map(draft => ({word: draft.trigger, event: eventOf(material, draft)}))
  return [...lifespans, ...told].sort((a, b) => a.word - b.word).map(({event}) => event)
}

interface At {
  readonly word: number
  readonly bounds: WordBounds
  readonly isTitle: boolean
}

/** Add what the word tells to the events told so far: one more, or another telling of one of them. */
function addDraft(drafts: EventDraft[], analysis: Analysis, {word, bounds, isTitle}: At): void {
  const draft = verbEvent(analysis, word, bounds, isTitle) ?? nounEvent(analysis, word, bounds)
  if (draft) {
    const ofSentence = drafts.slice(-SENTENCE_EVENTS_MAX).filter(({trigger}) => bounds.first <= trigger)
    if (!ofSentence.some(other => tellsTheSame(analysis, other, draft))) drafts.push(draft)
  } else {
    const recall = findRecall(analysis, word, drafts)
    if (recall) drafts[recall.index] = recall.draft
  }
}

/** A sentence without end must not be compared with itself all over. */
const SENTENCE_EVENTS_MAX = 32

/** Kinds that a cause and what came of it have: "the storm killed 12". */
const CAUSES = new Set(['attack', 'disaster'])

/** The same day and overlapping words: a noun inside the clause of its verb. A cause and its dead are two. */
function tellsTheSame(analysis: Analysis, a: EventDraft, b: EventDraft): boolean {
  const isCauseAndEffect =
    a.kind !== b.kind && [a.kind, b.kind].includes('death') && [a.kind, b.kind].some(kind => CAUSES.has(kind))
  if (isCauseAndEffect) return isDescribedBy(analysis, a.trigger, b.trigger)
  if (a.when?.edtf !== b.when?.edtf && a.kind !== b.kind) return false
  return overlaps(spanOf(analysis, a), spanOf(analysis, b))
}

/** "the raids that killed 20": one event, with its dead in its words. */
function isDescribedBy({forms, upos}: Analysis, noun: number, verb: number): boolean {
  if (!/^(?:that|which)$/.test(forms[verb - 1] ?? '') || DESCRIPTION_WORDS_MAX < verb - noun) return false
  return upos[noun] === 'NOUN' && !upos.slice(noun, verb).includes('VERB')
}

const DESCRIPTION_WORDS_MAX = 12

function spanOf(analysis: Analysis, {reach}: EventDraft) {
  return wordSpan(analysis, reach.first, reach.end)
}

function isInTitle({document, analysis}: Material, {first}: WordBounds): boolean {
  const start = analysis.starts[first]
  return (
    start !== undefined && document.parts.some(part => part.kind === 'title' && part.start <= start && start < part.end)
  )
}
