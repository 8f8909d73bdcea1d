import type {Analysis} from '../language/analysis.ts'
import {finishHash, hashText} from '../language/hashing.ts'
import {groupOf, type WordGroups} from '../language/word-groups.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {TieCandidate} from './tie-candidates.ts'
import {pathBetween, tellingWord} from './tie-paths.ts'

/**
 * What may tell whether two things are tied: the path between them in the tree, the words between and beside them, and what
 * stands nearer. Each feature is a key as `featureKey` makes it.
 */
export function tieFeatures(analysis: Analysis, groups: WordGroups, candidate: TieCandidate): number[] {
  const features = new Features(candidate)
  addLie(features, analysis, candidate)
  addEnds(features, analysis, groups, candidate)
  addPath(features, analysis, groups, candidate)
  addBetween(features, analysis, candidate)
  addBeside(features, analysis, candidate)
  return features.keys
}

/** The keys so far. Every feature is one of the ends' kinds and of their order. */
class Features {
  readonly keys: number[] = []
  readonly #prefix: string

  constructor({ends, from, to}: TieCandidate) {
    this.#prefix = `${ends}${from.firstWord < to.firstWord ? '<' : '>'}`
  }

  add(feature: string): void {
    this.keys.push(finishHash(hashText(this.#prefix + feature)))
  }
}

/** How the two lie: how far apart, with what mentions between. */
function addLie(features: Features, analysis: Analysis, {from, to}: TieCandidate): void {
  const [left, right] = ordered(from, to)
  const count = right.firstWord - left.endWord
  features.add('')
  features.add(`far ${farness(count)}`)
  const index = mentionIndex(analysis)
  const between = new Set<string>()
  for (let word = left.endWord; word < right.firstWord; word++) {
    const place = index.at(word)
    if (place && place.chain !== from.chain && place.chain !== to.chain)
      between.add(`${place.chain.kind} ${place.form === 'pronoun'}`)
  }
  for (const kind of between) features.add(`over ${kind}`)
  if (between.size === 0) features.add('over none')
  const commas = analysis.forms.slice(left.endWord, right.firstWord).filter(form => /^[,;]$/.test(form)).length
  features.add(`commas ${Math.min(3, commas)}`)
}

function farness(count: number): number {
  return count < 4 ? count : count < 6 ? 4 : count < 10 ? 5 : count < 16 ? 6 : 7
}

/** What the ends are: kinds, forms, and the groups of last words of names, as of "college". Names themselves are not learnt. */
function addEnds(features: Features, {forms}: Analysis, groups: WordGroups, {from, to}: TieCandidate): void {
  for (const [end, place] of [['from', from] as const, ['to', to] as const]) {
    features.add(`${end} ${place.chain.kind} ${place.form}`)
    if (place.form !== 'name') continue
    const group = groupOf(groups, forms[place.endWord - 1]!.toLowerCase())
    if (0 <= group) features.add(`${end} last ${groups.middle[group]}`)
  }
}

/** The path between the ends in the tree, up from one and down to the other. */
function addPath(features: Features, analysis: Analysis, groups: WordGroups, {from, to}: TieCandidate): void {
  const path = pathBetween(analysis, from, to)
  if (!path) {
    features.add('path none')
    return
  }
  const {lemmas, relations, upos} = analysis
  const {up, top, down} = path
  const rise = up.map(word => relations[word]!)
  const fall = down.map(word => relations[word]!)
  const shape = `${rise.join('^')}|${fall.join('v')}`
  const words = [...up.slice(1), ...(up.length === 0 || down.length === 0 ? [] : [top]), ...down.slice(0, -1)]
  features.add(`path ${shape}`)
  features.add(`path length ${Math.min(6, up.length + down.length)}`)
  features.add(`path words ${words.map(word => lemmas[word]!.toLowerCase()).join(' ')}`)
  features.add(`path all ${shape} ${words.map(word => lemmas[word]!.toLowerCase()).join(' ')}`)
  features.add(`top ${lemmas[top]!.toLowerCase()} ${rise.at(-1)} ${fall[0]}`)
  features.add(`top tag ${upos[top]} ${rise.at(-1)} ${fall[0]}`)
  for (const word of words) {
    const lemma = lemmas[word]!.toLowerCase()
    features.add(`on ${lemma}`)
    const group = groupOf(groups, lemma)
    if (group < 0) continue
    features.add(`on fine ${group}`)
    features.add(`on middle ${groups.middle[group]}`)
  }
  const telling = tellingWord(analysis, from, to)
  const tells = telling === undefined ? '-' : lemmas[telling]!.toLowerCase()
  features.add(`tells ${tells}`)
  features.add(`tells ${tells} ${caseOf(analysis, down.at(-1) ?? top)}`)
  for (const [end, word] of [['up', up[0]] as const, ['down', down.at(-1)] as const])
    if (word !== undefined)
      features.add(`${end} ${relations[word]} ${caseOf(analysis, word)} ${lemmas[top]!.toLowerCase()}`)
}

/** The preposition that a word hangs by. */
function caseOf({forms, heads, relations}: Analysis, word: number): string {
  for (let before = word - 1; 0 <= before && word - before < 8; before--)
    if (heads[before] === word && relations[before] === 'case') return forms[before]!.toLowerCase()
  return '-'
}

/** The words between the two: each, in pairs, and as a whole where they are few. */
function addBetween(features: Features, {lemmas}: Analysis, {from, to}: TieCandidate): void {
  const [left, right] = ordered(from, to)
  const count = right.firstWord - left.endWord
  const words = lemmas.slice(left.endWord, right.firstWord).map(lemma => lemma.toLowerCase())
  if (count <= WHOLE_WORDS_MAX) features.add(`between whole ${words.join(' ')}`)
  if (BETWEEN_WORDS_MAX < count) return
  for (const [at, word] of words.entries()) {
    features.add(`between ${word}`)
    if (count <= PAIRED_WORDS_MAX) features.add(`between ${word} ${words[at + 1] ?? '.'}`)
  }
}

const WHOLE_WORDS_MAX = 4
const PAIRED_WORDS_MAX = 10
const BETWEEN_WORDS_MAX = 20

/** The words right before and right after each end. */
function addBeside(features: Features, {lemmas}: Analysis, {from, to}: TieCandidate): void {
  for (const [end, place] of [['from', from] as const, ['to', to] as const]) {
    const at = (word: number) => (lemmas[word] ?? '').toLowerCase()
    const {firstWord, endWord} = place
    features.add(`${end} before ${at(firstWord - 1)}`)
    features.add(`${end} before ${at(firstWord - 2)} ${at(firstWord - 1)}`)
    features.add(`${end} after ${at(endWord)}`)
    features.add(`${end} after ${at(endWord)} ${at(endWord + 1)}`)
  }
}

function ordered(a: Place, b: Place): [Place, Place] {
  return a.firstWord < b.firstWord ? [a, b] : [b, a]
}
