import {type Analysis, type Chain, type Mention, type Thread, wordSpan} from '../language/analysis.ts'
import {pronounKind} from '../language/pronouns.ts'
import {overlaps} from '../text/span.ts'
import type {Material} from './material.ts'
import {mentionIndex} from './mention-index.ts'
import {findQuotations} from './quotations.ts'

/**
 * The material with one chain more for each person whom the text speaks of and never names.
 *
 * ```text
 * A guard stood there. He was born in Osterby.
 * ^^^^^^^              ^^ one person
 * ```
 *
 * An excerpt often knows its subject as "he" alone, and a letter its writer as "I". They become entities of the reading only
 * where a claim is made of them: see {@link entityIdOf}.
 */
export function withUnnamed(material: Material): Material {
  const known = unnamed.get(material.analysis)
  if (known) return {...material, analysis: known}
  const {analysis} = material
  const chains = [...threadsOfPeople(analysis), ...writerOf(analysis)]
  const whole = chains.length === 0 ? analysis : {...analysis, chains: [...analysis.chains, ...chains]}
  unnamed.set(analysis, whole)
  return {...material, analysis: whole}
}

const unnamed = new WeakMap<Analysis, Analysis>()

/** The id of the entity that a chain stands for; an unnamed person becomes one when first asked for. */
export function entityIdOf({entities}: Pick<Material, 'entities'>, chain: Chain): string {
  const known = knownIdOf({entities}, chain)
  if (known !== undefined) return known
  const mentions = chain.mentions.map(({start, end, form}) => ({start, end, form}))
  const {id} = entities.add(chain.kind, '', mentions)
  const ids = idsByEntities.get(entities) ?? new Map<string, string>()
  idsByEntities.set(entities, ids.set(chain.id, id))
  return id
}

/** The same where it is an entity already. */
export function knownIdOf({entities}: Pick<Material, 'entities'>, {id}: Chain): string | undefined {
  return id.startsWith(UNNAMED) ? idsByEntities.get(entities)?.get(id) : id
}

const idsByEntities = new WeakMap<Material['entities'], Map<string, string>>()

/** Opens the id of a chain that is no entity yet. */
const UNNAMED = 'unnamed '

/** Threads that are a person by a pronoun and have no name, and every such pronoun that is in no thread. */
function threadsOfPeople(analysis: Analysis): Chain[] {
  const index = mentionIndex(analysis)
  const isFree = ({firstWord}: Mention) => index.at(firstWord) === undefined
  const found: Chain[] = []
  const threaded = new Set<number>()
  for (const thread of analysis.threads) {
    for (const {headWord} of thread.mentions) threaded.add(headWord)
    const mentions = thread.mentions.filter(isFree)
    if (thread.chain === undefined && mentions.some(({headWord}) => isPerson(analysis, headWord)))
      found.push(chainOf(found.length, mentions, thread))
  }
  for (let word = 0; word < analysis.forms.length; word++) {
    if (!isPerson(analysis, word) || threaded.has(word) || index.at(word)) continue
    found.push(chainOf(found.length, [pronounAt(analysis, word)]))
  }
  return found
}

function isPerson({forms}: Analysis, word: number): boolean {
  return pronounKind(forms[word]!) === 'person'
}

/** Whoever says "I" outside of quoted words. */
function writerOf(analysis: Analysis): Chain[] {
  const words: number[] = []
  for (let word = 0; word < analysis.forms.length; word++)
    if (WRITER.test(analysis.forms[word]!) && !mentionIndex(analysis).at(word)) words.push(word)
  if (words.length === 0) return []
  const quotations = findQuotations(analysis.text)
  const mentions = words
    .map(word => pronounAt(analysis, word))
    .filter(mention => !quotations.some(quotation => overlaps(quotation, mention)))
  return mentions.length === 0 ? [] : [{...chainOf(0, mentions), id: `${UNNAMED}writer`}]
}

const WRITER = /^(?:I|me|my|My|myself)$/

function pronounAt(analysis: Analysis, word: number): Mention {
  return {...wordSpan(analysis, word, word + 1), firstWord: word, endWord: word + 1, headWord: word, form: 'pronoun'}
}

function chainOf(number: number, mentions: readonly Mention[], thread?: Thread): Chain {
  const score = Math.min(1, ...(thread?.scores ?? []))
  return {id: `${UNNAMED}${number}`, kind: 'person', name: '', names: [], mentions, score}
}
