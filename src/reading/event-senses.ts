import type {Analysis} from '../language/analysis.ts'
import {bodyNouns, personNouns, placeNouns} from '../language/description-nouns.ts'
import {
  ASSET_NOUNS,
  IDEA_NOUNS,
  LIVING_NOUNS,
  MARKET_NOUNS,
  NEEDS,
  type Need,
  STRUCTURE_NOUNS,
  VEHICLE_NOUNS,
  VESSEL_NOUNS,
  VOLCANO_NOUNS
} from './event-needs.ts'
import {
  DISASTER_NOUNS,
  EVENT_PARTICLES,
  EVENT_VERBS,
  OTHER_PARTICLES,
  STRIKING_NOUNS,
  VERBS_WITH_OBJECTS
} from './event-triggers.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {isBodyNoun, isHeadNoun, isRoleNoun, singular} from './role-words.ts'
import {valueByWord, wordSet} from './word-lists.ts'

/** Who does and who undergoes what a verb tells, as words of the text; either may not be told. */
export interface Ends {
  readonly agent: number | undefined
  readonly patient: number | undefined
}

/**
 * The kind of event that the verb at `word` tells of, by its lemma and by what it is said of.
 *
 * ```text
 * struck a deal        struck the depot by night       won the election      won the cup
 *        ^^^^agreement        ^^^^^needs a weapon              ^^^^^^^^               ^^^contest
 * ```
 */
export function kindOfVerb(analysis: Analysis, word: number, ends: Ends): string | undefined {
  const {forms, upos} = analysis
  const lemma = verbLemma(analysis, word)
  if (forms[word] === 'born') return 'birth'
  if (upos[word] === 'ADJ') return kindOfParticiple(analysis, word)
  if (upos[word] !== 'VERB') return undefined
  if (lemma === 'name') return forms.slice(word + 1, word + 6).some(isRoleNoun) ? 'appointment' : undefined
  const next = forms[word + 1] ?? ''
  if (lemma === 'go' && next === 'off') return explosionOf(analysis, ends.agent ?? ends.patient)
  const complement = kindByComplement(analysis, word, lemma)
  if (complement) return complement
  const particle = EVENT_PARTICLES.find(([verb, other]) => verb === lemma && other === next)
  if (particle && forms[word + 2] !== 'of') return particle[2]
  if (otherParticles.get(lemma)?.has(next)) return undefined
  const byObject = kindByObject(analysis, lemma, ends.patient)
  if (byObject) return byObject
  return verbKinds.has(lemma) ? sense(analysis, word, lemma, ends) : undefined
}

/** Whether {@link kindOfVerb} knows the word at all: asked first, since few verbs tell of events and their ends take time to find. */
export function mayTellEvent(analysis: Analysis, word: number): boolean {
  const {forms, upos} = analysis
  if (upos[word] === 'VERB') return forms[word] === 'born' || knownVerbs.has(verbLemma(analysis, word))
  return upos[word] === 'ADJ' && (forms[word] === 'born' || kindOfParticiple(analysis, word) !== undefined)
}

const verbKinds = valueByWord(EVENT_VERBS)
const needs = valueByWord<Need>(NEEDS)
const otherParticles = new Map(OTHER_PARTICLES.map(([verb, particles]) => [verb, wordSet(particles)]))
const objectKinds = VERBS_WITH_OBJECTS.map(([verbs, objects, kind]) => ({
  verbs: wordSet(verbs),
  objects: wordSet(objects),
  kind
}))
const disasters = wordSet(DISASTER_NOUNS)
const striking = wordSet(STRIKING_NOUNS)
const ideas = wordSet(IDEA_NOUNS)
const markets = wordSet(MARKET_NOUNS)
const living = wordSet(LIVING_NOUNS)
const structures = wordSet(STRUCTURE_NOUNS)
const vessels = wordSet(VESSEL_NOUNS)
const vehicles = wordSet(VEHICLE_NOUNS)
const volcanoes = wordSet(VOLCANO_NOUNS)
const assets = wordSet(ASSET_NOUNS)

/** "was ousted", where the participle was taken for an adjective. */
function kindOfParticiple({forms}: Analysis, word: number): string | undefined {
  const form = forms[word]!
  if (!/^(?:was|were|been|being)$/.test(forms[word - 1] ?? '') || !form.endsWith('ed')) return undefined
  return verbKinds.get(form.slice(0, -2)) ?? verbKinds.get(form.slice(0, -1))
}

function kindByObject(analysis: Analysis, lemma: string, object: number | undefined): string | undefined {
  if (object === undefined) return undefined
  const noun = nounAt(analysis, object)
  const kind = mentionIndex(analysis).at(object)?.chain.kind
  if ((kind === 'production' || kind === 'work') && /^(?:release|publish|issue)$/.test(lemma)) return 'release'
  return objectKinds.find(({verbs, objects}) => verbs.has(lemma) && objects.has(noun))?.kind
}

/** The kind that the lemma alone has, or another one, or none, by what it is said of. */
function sense(analysis: Analysis, word: number, lemma: string, ends: Ends): string | undefined {
  const kind = verbKinds.get(lemma)!
  const {agent, patient} = ends
  if (FOUNDING.test(lemma) && !isFounded(analysis, ends)) return undefined
  if (lemma === 'meet' && isContest(analysis, word)) return 'contest'
  if (/^(?:strike|hit)$/.test(lemma)) return blowOf(analysis, agent ?? patient, patient)
  if (/^(?:explode|detonate)$/.test(lemma)) return explosionOf(analysis, agent ?? patient)
  if (isDisasterNoun(analysis, agent) && /^(?:attack|disaster)$/.test(kind)) return 'disaster'
  if (/^(?:bury|flatten|devastate|shake|rock|batter)$/.test(lemma)) return undefined
  if (kind === 'death' && patient !== undefined && SPEAKING.test(analysis.forms[patient]!)) return undefined
  if (lemma === 'return' && patient !== undefined) return undefined
  if (lemma === 'inaugurate' && patient !== undefined && isLiving(analysis, patient)) return 'appointment'
  if (/^(?:capture|seize)$/.test(lemma) && patient !== undefined && isTown(analysis, patient)) return 'attack'
  const need = needs.get(lemma)
  if (need && !fits(analysis, need, ends)) return undefined
  if (lemma === 'jail' && /^for$/.test(analysis.forms[word + 1] ?? '')) return 'trial'
  if (kind === 'attack' && isThingAgent(analysis, agent)) return undefined
  return kind
}

/** "He killed me on that climb": whoever speaks is not dead. */
const SPEAKING = /^(?:I|me|we|us|you)$/i

/** The lemma, or the verb whose past the form can be where the lemma is no verb of events: "fined", "shelled". */
function verbLemma({forms, lemmas}: Analysis, word: number): string {
  const lemma = lemmas[word]!
  const form = forms[word]!
  if (!form.endsWith('ed') || verbKinds.has(lemma)) return lemma
  return [form.slice(0, -1), form.slice(0, -2)].find(plain => verbKinds.has(plain)) ?? lemma
}

/** "left nine people dead", "found him guilty", "was stabbed to death". */
function kindByComplement({forms, relations}: Analysis, word: number, lemma: string): string | undefined {
  const end = Math.min(forms.length, word + COMPLEMENT_WORDS_MAX)
  for (let at = word + 1; at < end && !/^[.;:,]$/.test(forms[at]!); at++) {
    if (forms[at] === 'death' && forms[at - 1] === 'to' && verbKinds.get(lemma) === 'attack') return 'death'
    const isComplement = /^(?:xcomp|obj|advcl|advmod|amod)$/.test(relations[at]!)
    const kind = COMPLEMENTS.find(([verb, adjective]) => verb === lemma && adjective === forms[at])?.[2]
    if (kind && isComplement) return kind
  }
  return undefined
}

const COMPLEMENTS: readonly (readonly [verb: string, adjective: string, kind: string])[] = [
  ['leave', 'dead', 'death'],
  ['shoot', 'dead', 'death'],
  ['find', 'guilty', 'trial']
]
const COMPLEMENT_WORDS_MAX = 12

/** Every verb that some rule here asks for. */
const knownVerbs: ReadonlySet<string> = new Set([
  ...verbKinds.keys(),
  ...EVENT_PARTICLES.map(([verb]) => verb),
  ...objectKinds.flatMap(({verbs}) => [...verbs]),
  ...COMPLEMENTS.map(([verb]) => verb),
  'name',
  'go'
])

/** Verbs of beginnings that say nothing without what was begun. */
const FOUNDING = /^(?:establish|found|co-?found|form|incorporate|register|unveil)$/

/** Something is founded by somebody, or it is a body that was founded: reefs form too. */
function isFounded(analysis: Analysis, {agent, patient}: Ends): boolean {
  return patient !== undefined && (agent !== undefined || isBody(analysis, patient))
}

/** "will meet them in the final": at a match. */
function isContest(analysis: Analysis, verb: number): boolean {
  const noun = participantsOf(analysis).obliqueWord(verb, 'in', 'at', 'for')
  return (
    noun !== undefined &&
    /^(?:final|semi-final|semifinal|quarter-final|round|cup|match|game|derby|tie)$/.test(nounAt(analysis, noun))
  )
}

/** "struck", "hit": by a storm a disaster, by a rocket an attack, and else no event: balls, markets and bargains are struck too. */
function blowOf(analysis: Analysis, agent: number | undefined, patient: number | undefined): string | undefined {
  if (isDisasterNoun(analysis, agent)) return 'disaster'
  const isBlow = agent !== undefined && striking.has(nounAt(analysis, agent))
  return isBlow && patient !== undefined && !isIdea(analysis, patient) ? 'attack' : undefined
}

/** A bomb explodes in an attack, a boiler by accident, and anger in words. */
function explosionOf(analysis: Analysis, subject: number | undefined): string | undefined {
  if (subject === undefined) return undefined
  const noun = nounAt(analysis, subject)
  if (/^(?:bomb|grenade|device|charge|shell|rocket|missile|mine|explosive|dynamite)$/.test(noun)) return 'attack'
  return /^(?:tank|boiler|pipeline|gas|canister|cylinder|battery|plant|tanker|pipe|transformer|firework)$/.test(noun)
    ? 'disaster'
    : undefined
}

function fits(analysis: Analysis, need: Need, {agent, patient}: Ends): boolean {
  const word = patient
  if (need === 'asset') return isAsset(analysis, patient) || isAsset(analysis, agent)
  if (word === undefined) return need === 'living' || need === 'party' ? false : need === 'thing'
  const noun = nounAt(analysis, word)
  const kind = mentionIndex(analysis).at(word)?.chain.kind
  switch (need) {
    case 'living':
      return isLiving(analysis, word) || isToll(analysis, word)
    case 'party':
      return isLiving(analysis, word) || isBody(analysis, word)
    case 'structure':
      return structures.has(noun)
    case 'vessel':
      return vessels.has(noun) || (kind !== undefined && kind !== 'person' && !markets.has(noun))
    case 'vehicle':
      return vehicles.has(noun) || kind === 'production' || kind === 'work'
    case 'volcano':
      return volcanoes.has(noun)
    case 'thing':
      return !isIdea(analysis, word)
  }
}

/** Whether the word is a person, persons, or a number of them. */
export function isLiving(analysis: Analysis, word: number): boolean {
  const {forms, upos} = analysis
  const place = mentionIndex(analysis).at(word)
  if (place) return place.chain.kind === 'person' || place.chain.kind === 'group'
  if (upos[word] === 'NUM' || upos[word] === 'PROPN') return true
  if (upos[word] === 'PRON') return !/^(?:it|this|that|which|what)$/i.test(forms[word]!)
  const noun = nounAt(analysis, word)
  return personNouns.has(noun) || living.has(noun) || isHeadNoun(noun)
}

/** "eight medics": a number of what no list has; "two albums" and "12 seats" are no lives. */
function isToll(analysis: Analysis, word: number): boolean {
  if (
    analysis.xpos[word] !== 'NNS' ||
    isIdea(analysis, word) ||
    !/(?:ers|ors|ics|ists|ians|ants|ents|ees|men)$/.test(analysis.forms[word]!)
  )
    return false
  return [...participantsOf(analysis).children(word)].some(child => analysis.relations[child] === 'nummod')
}

/** Whether the word is a noun of what strikes without anybody's will. */
export function isDisasterNoun(analysis: Analysis, word: number | undefined): boolean {
  return word !== undefined && disasters.has(nounAt(analysis, word))
}

function isBody(analysis: Analysis, word: number): boolean {
  const kind = mentionIndex(analysis).at(word)?.chain.kind
  const noun = nounAt(analysis, word)
  return kind !== undefined || isBodyNoun(noun) || bodyNouns.has(noun) || assets.has(noun)
}

function isAsset(analysis: Analysis, word: number | undefined): boolean {
  if (word === undefined) return false
  const kind = mentionIndex(analysis).at(word)?.chain.kind
  return kind === 'organisation' || kind === 'outlet' || assets.has(nounAt(analysis, word))
}

/** Whether the word is a place, named or not: "captured the border town". */
export function isTown(analysis: Analysis, word: number): boolean {
  return mentionIndex(analysis).at(word)?.chain.kind === 'place' || placeNouns.has(nounAt(analysis, word))
}

function isIdea(analysis: Analysis, word: number): boolean {
  return ideas.has(nounAt(analysis, word))
}

/** "Bacteria attacked the cells": neither persons nor bodies nor their weapons. */
function isThingAgent(analysis: Analysis, agent: number | undefined): boolean {
  if (agent === undefined || mentionIndex(analysis).at(agent)) return false
  if (analysis.upos[agent] !== 'NOUN') return false
  const noun = nounAt(analysis, agent)
  return !striking.has(noun) && !isLiving(analysis, agent) && !isBody(analysis, agent)
}

/** The singular of the noun at `word`, in small letters; of "34 of the seats" that of the seats. */
function nounAt(analysis: Analysis, word: number): string {
  const {forms, lemmas, upos} = analysis
  const parted = /^(?:NUM|PRON|ADJ|DET)$/.test(upos[word]!) || PARTITIVE.test(lemmas[word]!)
  const whole = parted ? participantsOf(analysis).obliqueWord(word, 'of') : undefined
  if (whole !== undefined && whole !== word && upos[whole] === 'NOUN') return lemmas[whole]!.toLowerCase()
  const form = forms[word]!.toLowerCase()
  return upos[word] === 'NOUN' ? lemmas[word]!.toLowerCase() : singular(form)
}

const PARTITIVE = /^(?:part|number|dozen|hundred|thousand|majority|couple|handful|group)$/
