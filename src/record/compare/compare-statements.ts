import {foldName} from '../fold-name.ts'
import type {ToldClaim} from '../told-claim.ts'
import {compareWords} from './compare-words.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {ASKING_CUES, DENIED_FRAMES, DENYING_CUES, DENYING_FRAMES, UNSAYING_FRAMES} from './said-word-lists.ts'
import {readSaid, type Said, type SaidWord} from './said-words.ts'

type ToldStatement = ToldOf<'statement' | 'attitude'>

/** Compare what two speakers said, by their words alone: the same words, or an explicit negation, of the same speaker. */
export function compareStatements(earlier: ToldStatement, later: ToldStatement): Fit | undefined {
  if (!isSameSpeaker(earlier, later)) return undefined
  return earlier.claimKind === 'attitude' || later.claimKind === 'attitude'
    ? compareAttitudes(earlier, later)
    : compareSaid(propositionOf(earlier), propositionOf(later))
}

/** What a statement puts forward, or denies. */
export interface Proposition {
  readonly said: Said
  readonly isDenied: boolean
  /** By words that deny having said it. */
  readonly isUnsaid: boolean
  readonly isAsked: boolean
}

/** What the speaker says is so, without the words that deny it. Read once: a claim is compared with many. */
export function propositionOf(told: ToldStatement): Proposition {
  const known = propositions.get(told)
  if (known) return known
  const read = readProposition(told)
  propositions.set(told, read)
  return read
}

const propositions = new WeakMap<ToldStatement, Proposition>()

function readProposition(told: ToldStatement): Proposition {
  const cue = cueWords(told)
  const isDenying = cue.some(word => DENYING_CUES.has(word))
  const said = readSaid(told.content)
  const unwrapped = isDenying ? withoutFrame(said.words, DENIED_FRAMES) : said.words
  const unsaid = withoutFrame(unwrapped, UNSAYING_FRAMES)
  const undenied = withoutFrame(unsaid, DENYING_FRAMES)
  const isFramed = undenied.length < unwrapped.length
  const isNegative = told.claim.polarity === 'negative'
  return {
    said: {...said, words: undenied},
    isDenied: [isDenying, isFramed, isNegative && !isDenying].filter(Boolean).length % 2 === 1,
    isUnsaid: unsaid.length < unwrapped.length || isNegative || (isDenying && unwrapped.length < said.words.length),
    isAsked: cue.some(word => ASKING_CUES.has(word))
  }
}

/** Who says it, over all documents: a subject, or words for somebody who is not named. */
function isSameSpeaker(one: ToldStatement, other: ToldStatement): boolean {
  const [speaker, beside] = [speakerOf(one), speakerOf(other)]
  if (speaker && beside) return speaker.subject === beside.subject
  if (speaker || beside) return false
  // "A spokesman" is somebody else in every report but a copy.
  const words = foldName(one.claim.speakerText ?? '')
  return one.origin === other.origin && words === foldName(other.claim.speakerText ?? '')
}

function speakerOf({claim, entities}: ToldStatement) {
  return claim.speaker === null ? undefined : entities[claim.speaker]
}

function compareSaid(earlier: Proposition, later: Proposition): Fit | undefined {
  if (earlier.isAsked !== later.isAsked) return undefined
  const words = compareWords(earlier.said, later.said)
  if (!words) return undefined
  if (earlier.isDenied !== later.isDenied) {
    if (words.fit !== 'same' || earlier.isAsked) return undefined
    const denying = later.isDenied ? later : earlier
    return contradicts(
      'opposite-statement',
      denying.isUnsaid ? 'the speaker denies having said these words' : 'the speaker says these words, and denies them'
    )
  }
  return fitOf(words, earlier.isDenied)
}

function fitOf(words: NonNullable<ReturnType<typeof compareWords>>, isDenied: boolean): Fit | undefined {
  switch (words.fit) {
    case 'same':
      return same('the same words of the same speaker')
    case 'less':
      return same('part of the words that were quoted before')
    case 'more':
      return narrower('quotes more of the same words')
    case 'exacter':
      return narrower('the same words, with a more exact number')
    case 'opposite':
      return isDenied
        ? undefined
        : contradicts('opposite-statement', 'the same words of the same speaker, once negated')
    case 'value':
    case 'date':
      return isDenied ? undefined : contradicts(words.fit, `the same words with another number: ${words.reason}`)
  }
}

/** What somebody wants or feels is the same where the cue is. */
function compareAttitudes(earlier: ToldStatement, later: ToldStatement): Fit | undefined {
  if (earlier.claimKind !== later.claimKind) return undefined
  const [cue, laterCue] = [cueWords(earlier), cueWords(later)].map(words => words.join(' '))
  if (cue !== laterCue) return undefined
  const words = compareWords(readSaid(earlier.content), readSaid(later.content))
  if (!words) return undefined
  if (earlier.claim.polarity !== later.claim.polarity)
    return words.fit === 'same' ? contradicts('denial', `once told and once denied: ${cue}`) : undefined
  const fit = fitOf(words, false)
  return fit?.fit === 'contradicts' && fit.kind === 'opposite-statement'
    ? contradicts('denial', 'the same words about the same person, once negated')
    : fit
}

/** The words at the cue: those of its spans that the evidence holds. */
function cueWords(told: ToldStatement): string[] {
  return told.claim.cue.flatMap(
    span => (wordsAtSpan(told, span) ?? '').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** The words at a span that lies within the evidence. */
export function wordsAtSpan({claim, words}: ToldClaim, span: {readonly start: number; readonly end: number}) {
  const index = claim.evidence.findIndex(({start, end}) => start <= span.start && span.end <= end)
  if (index < 0) return undefined
  const {start} = claim.evidence[index]!
  return words[index]?.slice(span.start - start, span.end - start)
}

function withoutFrame(words: readonly SaidWord[], frames: readonly (readonly string[])[]): readonly SaidWord[] {
  const frame = frames.find(each => each.every((word, index) => words[index]?.word === word))
  return frame ? words.slice(frame.length) : words
}
