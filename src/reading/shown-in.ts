import {type Analysis, wordAt, wordSpan} from '../language/analysis.ts'
import type {Voice} from './claim.ts'
import type {Material} from './material.ts'
import {findPassers, isSameVoice} from './passing-on.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import {ProductionHosts} from './production-hosts.ts'
import type {Production, Statement} from './reading.ts'
import {THOUGHT_VERBS} from './reporting-words.ts'
import {distinct, findPassage, producerVoice, spokenSource} from './spoken-through.ts'
import {OPINION_HOLDERS} from './weasel-words.ts'
import {isDeterminer} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

/**
 * The statements with everything they came through: the production they are shown or printed in, who made it, put it out or
 * translated it, and the outlet that was told.
 *
 * What the statement's own clause says goes first ("in a letter published by"); then the part of a production that it lies in;
 * then, for words told in the present tense, the production that was spoken of last: what somebody told a reporter is past.
 */
export function markShown(
  material: Material,
  statements: readonly Statement[],
  productions: readonly Production[]
): Statement[] {
  const reader = new Passages(material, statements, productions)
  const marked = new Map<string, Statement>()
  for (const statement of outerFirst(statements)) marked.set(statement.id, reader.mark(statement, marked))
  return statements.map(({id}) => marked.get(id)!)
}

/** Each statement after the one it is reported in, so that it can take over what that one came through. */
function outerFirst(statements: readonly Statement[]): Statement[] {
  const byId = new Map(statements.map(statement => [statement.id, statement]))
  const depthOf = (statement: Statement): number => {
    let depth = 0
    let around = statement.parent === undefined ? undefined : byId.get(statement.parent)
    for (; around && depth < DEPTH_MAX; depth++)
      around = around.parent === undefined ? undefined : byId.get(around.parent)
    return depth
  }
  return statements
    .map(statement => ({statement, depth: depthOf(statement)}))
    .sort((a, b) => a.depth - b.depth)
    .map(({statement}) => statement)
}

/** Speech within speech goes no deeper in any text. */
const DEPTH_MAX = 8

interface Through {
  readonly voices: readonly Voice[]
  readonly production?: string
}

class Passages {
  readonly #material: Material
  readonly #phrases: Phrases
  readonly #productions: readonly Production[]
  readonly #hosts: ProductionHosts
  readonly #segmentHosts = new Map<string, Production>()
  readonly #before: ReadonlyMap<string, Statement>
  readonly #original: ReadonlyMap<string, Statement>
  readonly #through = new Map<string, Through>()
  readonly #passers = new Map<Production, readonly Voice[]>()

  constructor(material: Material, statements: readonly Statement[], productions: readonly Production[]) {
    this.#material = material
    this.#phrases = phrasesOf(material.analysis)
    this.#productions = productions
    this.#hosts = new ProductionHosts(material, productions)
    this.#original = new Map(statements.map(statement => [statement.id, statement]))
    const outer = statements.filter(({parent}) => parent === undefined)
    this.#before = new Map(outer.slice(1).map((statement, index) => [statement.id, outer[index]!]))
    for (const production of productions)
      for (const {statements: shown} of production.segments)
        for (const id of shown) this.#segmentHosts.set(id, production)
  }

  mark(statement: Statement, marked: ReadonlyMap<string, Statement>): Statement {
    const through = this.#passageOf(statement)
    if (through) this.#through.set(statement.id, through)
    const parent = statement.parent === undefined ? undefined : marked.get(statement.parent)
    const oldTail = statement.parent === undefined ? undefined : this.#original.get(statement.parent)?.voices
    const tailLength =
      oldTail?.length ?? statement.voices.filter(({kind}) => kind === 'outlet' || kind === 'author').length
    const own = statement.voices.slice(0, statement.voices.length - tailLength)
    const tail = parent?.voices ?? statement.voices.slice(own.length)
    const near = distinct([...own, ...(through?.voices ?? [])])
    const production = statement.production ?? through?.production
    return {...statement, ...(production !== undefined && {production}), voices: [...near, ...tail]}
  }

  #passageOf(statement: Statement): Through | undefined {
    const {analysis} = this.#material
    if (this.#speaksItself(statement)) return this.#ofSource(statement)
    const passage = findPassage(this.#material, this.#phrases, statement, this.#productions)
    if (passage?.isInLast) {
      const host = this.#hosts.before(analysis.starts[wordAt(analysis, statement.cue[0]!.start)]!)
      if (host) return this.#throughProduction(host, passage.voices)
    }
    if (passage) return passage
    const shown = this.#segmentHosts.get(statement.id)
    if (shown) return this.#throughProduction(shown)
    return statement.parent === undefined ? (this.#hosted(statement) ?? this.#carriedOn(statement)) : undefined
  }

  /** "the report says": the speaker is a production, or words for one. */
  #speaksItself({production, source, speaker}: Statement): boolean {
    return (
      production !== undefined ||
      (source !== null && speaker === null && spokenSource(this.#material, source) !== undefined)
    )
  }

  #ofSource({source, production}: Statement): Through {
    const {analysis} = this.#material
    const noun = source === null ? undefined : spokenSource(this.#material, source)
    const near = noun === undefined ? [] : findPassers(analysis, this.#phrases, noun)
    const host = this.#productions.find(({entity}) => entity === production) ?? this.#productionAt(noun)
    return {voices: distinct([...near, ...(host ? this.#passersOf(host) : [])])}
  }

  #productionAt(noun: number | undefined): Production | undefined {
    const {analysis, entities} = this.#material
    const entity = noun === undefined ? undefined : entities.covering(wordSpan(analysis, noun, noun + 1))
    return entity && this.#productions.find(production => production.entity === entity.id)
  }

  /** What is told in the present tense is heard in the production spoken of last, where the text tells other words in the past. */
  #hosted(statement: Statement): Through | undefined {
    const {analysis} = this.#material
    const verb = wordAt(analysis, statement.cue[0]?.start ?? 0)
    if (!this.#hosts.isPastReport || !/^VB[ZPG]$/.test(analysis.xpos[verb]!) || isOutsider(analysis, statement))
      return undefined
    if (
      analysis.upos[verb] !== 'VERB' ||
      analysis.lemmas[verb] === 'accord' ||
      THOUGHT_VERBS.has(analysis.lemmas[verb]!)
    )
      return undefined
    const host = this.#hosts.near(statement.cue[0]!.start)
    if (!host || host.entity === statement.speaker) return undefined
    const through = this.#throughProduction(host)
    return through.voices.some(({entity}) => entity !== undefined && entity === statement.speaker) ? undefined : through
  }

  /** "In a letter she wrote that …. She added that …": the second through the letter, too. */
  #carriedOn(statement: Statement): Through | undefined {
    const {analysis} = this.#material
    const before = this.#before.get(statement.id)
    if (!before || before.speaker === null || before.speaker !== statement.speaker) return undefined
    const lemma = analysis.lemmas[wordAt(analysis, statement.cue[0]?.start ?? 0)]!
    const through = this.#through.get(before.id)
    return /^(?:add|continue|conclude|go)$/.test(lemma) ? through : undefined
  }

  #throughProduction(production: Production, told: readonly Voice[] = []): Through {
    return {
      voices: distinct([{kind: 'production', entity: production.entity}, ...this.#passersOf(production), ...told]),
      production: production.entity
    }
  }

  #passersOf(production: Production): readonly Voice[] {
    const known = this.#passers.get(production)
    if (known) return known
    const found = this.#findPassers(production)
    this.#passers.set(production, found)
    return found
  }

  #findPassers({entity, producer}: Production): Voice[] {
    const {analysis, entities} = this.#material
    const maker = producer === undefined ? [] : [producerVoice(entities, producer)]
    const told = this.#hosts.nounsOf(entity).flatMap(noun => findPassers(analysis, this.#phrases, noun))
    return distinct(
      [...maker.filter(voice => !told.some(other => isSameVoice(other, voice))), ...told].sort(byDistance)
    )
  }
}

/** "Security experts say": who is asked about a production does not speak in it. */
function isOutsider(analysis: Analysis, {source}: Statement): boolean {
  const {ends, forms, lemmas, xpos} = analysis
  if (source === null) return false
  const first = wordAt(analysis, source.start)
  for (let word = first; word < forms.length && ends[word]! <= source.end; word++)
    if (xpos[word] === 'NNS' && opinionHolders.has(lemmas[word]!)) return !isDeterminer(forms[first])
  return false
}

const opinionHolders = wordSet(OPINION_HOLDERS)

const DISTANCES: readonly Voice['kind'][] = ['producer', 'translator', 'publisher']

/** Who made a thing is nearer to its words than who translated it and who put it out. */
function byDistance(a: Voice, b: Voice): number {
  return DISTANCES.indexOf(a.kind) - DISTANCES.indexOf(b.kind)
}
