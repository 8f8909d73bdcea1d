import {wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Voice} from './claim.ts'
import {childOf, childrenOf} from './few-children.ts'
import type {Material} from './material.ts'
import {findPassers, isOutlet, isSameVoice, voiceOfPhrase, wordsOfPhrase} from './passing-on.ts'
import {SPOKEN_IN} from './passing-words.ts'
import type {Phrases} from './phrases.ts'
import type {Production, Statement} from './reading.ts'
import {wordSet} from './word-lists.ts'

const spokenIn = wordSet(SPOKEN_IN)

/** What the words at a statement say of how it was passed on. */
export interface Passage {
  /** From the production to who put it out. */
  readonly voices: readonly Voice[]
  /** The entity of the production, where it is one. */
  readonly production?: string
  /** "In it": the production that was spoken of last. */
  readonly isInLast: boolean
}

/**
 * Through what the words of `statement` came to the reader, where its clause says so; undefined where it says nothing.
 *
 * ```text
 * In a letter published by the Echo, she wrote that …        He told the agency Transom that …
 *      ^^^^^^ production       ^^^^ publisher                              ^^^^^^^ publisher
 * ```
 */
export function findPassage(
  material: Material,
  phrases: Phrases,
  {cue}: Statement,
  productions: readonly Production[]
): Passage | undefined {
  const {analysis} = material
  const verbs = cue.flatMap(span => clauseVerbs(material, phrases, wordAt(analysis, span.start)))
  const [verb] = verbs
  if (verb === undefined) return undefined
  const medium = verbs.map(each => mediumOf(material, phrases, each)).find(each => each !== undefined)
  const outlet = outletTold(material, phrases, verb)
  const told = outlet === undefined ? [] : [voiceOfPhrase(analysis, phrases, 'publisher', outlet)]
  if (medium === undefined) return outlet === undefined ? undefined : {voices: told, isInLast: false}
  if (analysis.upos[medium] === 'PRON') return {voices: told, isInLast: true}
  return throughNoun(material, phrases, medium, productions, told)
}

/** The passage through the production whose noun is at `noun`. */
function throughNoun(
  material: Material,
  phrases: Phrases,
  noun: number,
  productions: readonly Production[],
  told: readonly Voice[]
): Passage {
  const {analysis, entities} = material
  const production = productionAt(material, noun, productions)
  const voice: Voice = production
    ? {kind: 'production', entity: production.entity}
    : wordsOfPhrase(analysis, phrases, 'production', noun)
  const maker: Voice[] = production?.producer === undefined ? [] : [producerVoice(entities, production.producer)]
  return {
    voices: [voice, ...distinct([...findPassers(analysis, phrases, noun), ...maker, ...told])],
    ...(production && {production: production.entity}),
    isInLast: false
  }
}

/** The noun of what speaks itself, "a report by the commission says"; undefined where the source is nothing of that kind. */
export function spokenSource({analysis}: Material, source: Span): number | undefined {
  const from = wordAt(analysis, source.start)
  for (let word = from; word < analysis.forms.length && analysis.ends[word]! <= source.end; word++) {
    const head = analysis.heads[word]!
    if (from <= head && analysis.starts[head]! < source.end) continue
    return spokenIn.has(analysis.lemmas[word]!) ? word : undefined
  }
  return undefined
}

/** Each voice once, whatever it did. */
export function distinct(voices: readonly Voice[]): Voice[] {
  return voices.filter((voice, index) => voices.findIndex(other => isSameVoice(other, voice)) === index)
}

export function producerVoice(entities: Material['entities'], producer: string): Voice {
  return {kind: 'producer', ...(entities.get(producer) ? {entity: producer} : {text: producer})}
}

function productionAt(
  {analysis, entities}: Material,
  noun: number,
  productions: readonly Production[]
): Production | undefined {
  const span = {start: analysis.starts[noun]!, end: analysis.ends[noun]!}
  const entity = entities.covering(span)?.id
  return productions.find(production => production.entity === entity)
}

/** The verb of the cue, and those it is joined to or hangs on: "can be heard saying", "apologised and said". */
function clauseVerbs({analysis}: Material, phrases: Phrases, cue: number): number[] {
  const {heads, relations, upos} = analysis
  const verbs = upos[cue] === 'VERB' ? [cue] : []
  let word = cue
  while (verbs.length > 0 && verbs.length < 3 && /^(?:conj|xcomp)$/.test(relations[word]!) && 0 <= heads[word]!) {
    word = heads[word]!
    if (childOf(analysis, phrases, word, 'ccomp') === undefined) verbs.push(word)
  }
  return verbs
}

/** The noun of what the words were said in, "in a statement", "a letter in which he writes", or the pronoun of "in it". */
function mediumOf({analysis}: Material, phrases: Phrases, verb: number): number | undefined {
  const {forms, heads, lemmas, relations, upos} = analysis
  for (const child of childrenOf(phrases, verb)) {
    const marker = childOf(analysis, phrases, child, 'case')
    if (!/^(?:obl|nmod)$/.test(relations[child]!) || marker === undefined) continue
    if (!/^(?:in|through|via|on)$/i.test(forms[marker]!)) continue
    if (/^(?:which|whom)$/.test(forms[child]!) && relations[verb] === 'acl' && spokenIn.has(lemmas[heads[verb]!]!))
      return heads[verb]!
    if (/^(?:it|them)$/.test(forms[child]!) && upos[child] === 'PRON' && /^in$/i.test(forms[marker]!)) return child
    const noun = partOf(analysis, phrases, child)
    if (noun !== child || (spokenIn.has(lemmas[noun]!) && !isOutlet(analysis, phrases, noun))) return noun
  }
  return undefined
}

/** "in the latest episode of the podcast": the podcast. */
function partOf(analysis: Material['analysis'], phrases: Phrases, noun: number): number {
  const {forms, lemmas, relations} = analysis
  if (
    !/^(?:episode|part|issue|edition|instalment|installment|chapter|page|excerpt|extract|passage|copy|clip)$/.test(
      lemmas[noun]!
    )
  )
    return noun
  const whole = childrenOf(phrases, noun).find(child => {
    const marker = childOf(analysis, phrases, child, 'case')
    return relations[child] === 'nmod' && marker !== undefined && /^(?:of|from)$/.test(forms[marker]!)
  })
  if (whole === undefined) return noun
  const named = childrenOf(phrases, whole).some(
    child =>
      relations[child] === 'compound' &&
      /^(?:podcast|series|programme|program|show|magazine|newsletter)$/.test(lemmas[child]!)
  )
  return named || spokenIn.has(lemmas[whole]!) ? whole : noun
}

/** The outlet that is told: "told the agency Transom", "said on Radio Tern". */
function outletTold({analysis}: Material, phrases: Phrases, verb: number): number | undefined {
  const {forms, lemmas, relations} = analysis
  return childrenOf(phrases, verb).find(child => {
    const isTold = lemmas[verb] === 'tell' && /^(?:obj|iobj)$/.test(relations[child]!)
    const marker = childOf(analysis, phrases, child, 'case')
    const isOn = relations[child] === 'obl' && marker !== undefined && /^(?:on|to)$/i.test(forms[marker]!)
    return (isTold || (isOn && !isPossessed(analysis, phrases, child))) && isOutlet(analysis, phrases, child)
  })
}

/** "on its own channel" */
function isPossessed(analysis: Material['analysis'], phrases: Phrases, head: number): boolean {
  return childrenOf(phrases, head).some(
    child => analysis.xpos[child] === 'PRP$' || childOf(analysis, phrases, child, 'case') !== undefined
  )
}
