import {type Analysis, sentenceOf, wordSpan} from '../language/analysis.ts'
import {childrenOf} from './few-children.ts'
import {footageAge} from './footage-age.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {findSegmentCues, heardIn, type SegmentCue} from './segment-cues.ts'
import {PEOPLE_NOUNS, SPEAKING_VERBS} from './segment-words.ts'
import {findToldParts, type ToldPart} from './told-parts.ts'
import {sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

const speaking = wordSet(SPEAKING_VERBS)
const peopleNouns = wordSet(PEOPLE_NOUNS)

/** A part with those who are heard in it if words of theirs follow: "the minister then sits at a desk". */
export interface PartCue extends SegmentCue {
  readonly mayBeHeard: readonly string[]
  /** Told in the present tense: what somebody said of it in the past is no part of it. */
  readonly isPresent: boolean
}

/**
 * Every part of a production that the text tells of, by the tree and by nouns for parts; where both find one, by the tree.
 *
 * @param year - of the document: footage of an earlier one is old
 */
export function findPartCues(
  analysis: Analysis,
  hostSentences: ReadonlySet<number>,
  year: number | undefined
): PartCue[] {
  const phrases = phrasesOf(analysis)
  const told = findToldParts(analysis, phrases, hostSentences).map(part => cueOf(analysis, phrases, part, year))
  const byNoun = findSegmentCues(analysis, year).filter(
    cue => !told.some(other => cue.firstWord < other.endWord && other.firstWord < cue.endWord)
  )
  return [...told, ...byNoun.map(cue => ({...cue, mayBeHeard: [], isPresent: false}))].sort((a, b) => a.start - b.start)
}

function cueOf(
  analysis: Analysis,
  phrases: Phrases,
  {head, firstWord, endWord, verb}: ToldPart,
  year: number | undefined
): PartCue {
  const {end} = sentenceBounds(analysis, head)
  const person = participantsOf(analysis).thing(head)?.chain
  const named = person?.kind === 'person' ? [person.id] : peopleIn(analysis, firstWord, endWord)
  const isPerson = person?.kind === 'person' || peopleNouns.has(analysis.lemmas[head]!)
  return {
    sentence: sentenceOf(analysis, head),
    firstWord,
    endWord,
    ...wordSpan(analysis, firstWord, endWord),
    ...(footageAge(analysis, firstWord, head, {end: Math.max(end, endWord), year}) ?? {footage: 'unknown'}),
    speakers: isPerson ? (isSpeaking(analysis, phrases, head, verb) ? named : []) : heardIn(analysis, head, endWord),
    mayBeHeard: isPerson ? named : [],
    isPresent: 0 <= verb && /^VB[ZP]$/.test(analysis.xpos[verb]!)
  }
}

/** Whether the verb of the part, or one that describes who is seen in it, says that they speak. */
function isSpeaking({lemmas}: Analysis, phrases: Phrases, head: number, verb: number): boolean {
  const verbs = [head, ...(0 <= verb ? [verb] : [])].flatMap(word => [word, ...childrenOf(phrases, word)])
  return verbs.some(word => lemmas[word] === 'hear' || speaking.has(lemmas[word]!))
}

/** People named in the words of a part, and "a voice that is said to be Holm's". */
function peopleIn(analysis: Analysis, from: number, end: number): string[] {
  const index = mentionIndex(analysis)
  const found = new Set<string>()
  for (let word = from; word < end; word++) {
    const place = index.from(word)
    if (place?.chain.kind === 'person' && place.form === 'name') found.add(place.chain.id)
  }
  return [...found]
}
