import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {type Fact, hasKnowledgeNet, type PassageText, type Property, readKnowledgeNet} from './knowledgenet.ts'
import {factsOf} from './knowledgenet-facts.ts'
import {addCounts, type Count, f1Row, NO_COUNT, type Row} from './scores.ts'

/** Given each fact that was missed, or claimed and not marked. */
export type ReportFact = (miss: FactMiss) => void

interface FactMiss extends Fact {
  readonly text: string
  readonly isWanted: boolean
}

interface Options {
  /** Fold 3 is the dev set; rules were made with the other two. */
  readonly fold?: number
  readonly report?: ReportFact
}

/**
 * Text F1 of KnowledgeNet's facts as its authors' script counts them: a fact is found when a claim of the same property
 * overlaps both its ends; claims of properties that a passage was not searched for count neither way.
 *
 * The authors' readers saw whole documents, the corpus at hand has passages alone: where nothing but "he" or "I" stands for
 * somebody, no claim can be made. The second row leaves those facts out.
 */
export function evaluateKnowledgeNet(corpora: string, models: Models, {fold = 3, report}: Options = {}): Row[] {
  if (!hasKnowledgeNet(corpora)) return []
  const documents = readKnowledgeNet(corpora, fold).map(text => {
    const bytes = new TextEncoder().encode(text.text)
    return scoreText(text, readSource({ref: text.id, bytes}, models).reading, report)
  })
  const properties = [...new Set(documents.flatMap(({byProperty}) => [...byProperty.keys()]))].sort()
  const about = {part: 'relations', on: `knowledgenet fold ${fold}`}
  return [
    f1Row(
      {...about, figure: 'Text F1'},
      documents.map(({all}) => all)
    ),
    f1Row(
      {...about, figure: 'Text F1 where both are named'},
      documents.map(({named}) => named)
    ),
    ...properties.map(property =>
      f1Row(
        {...about, figure: property},
        documents.map(({byProperty}) => byProperty.get(property) ?? NO_COUNT)
      )
    )
  ]
}

interface Scored {
  readonly all: Count
  readonly named: Count
  readonly byProperty: ReadonlyMap<Property, Count>
}

/** The counts of one document. */
export function scoreText(text: PassageText, reading: Reading, report?: ReportFact): Scored {
  const facts = factsOf(text, reading)
  const byProperty = new Map<Property, Count>()
  let named = NO_COUNT
  for (const passage of text.passages) {
    const isNamed = (fact: Fact) => hasName(text.text, fact, passage.facts)
    const claimed = facts.filter(
      ({property, subject}) => passage.properties.includes(property) && overlaps(subject, passage)
    )
    const found = passage.facts.filter(fact => claimed.some(claim => isSameFact(fact, claim)))
    const matched = claimed.filter(claim => passage.facts.some(fact => isSameFact(fact, claim)))
    const wrong = claimed.filter(claim => !matched.some(other => isSameFact(claim, other)))
    for (const property of passage.properties) {
      const of = (list: readonly Fact[]) => list.filter(fact => fact.property === property)
      const count = countOf(of(found).length, of(wrong).length, of(passage.facts).length)
      byProperty.set(property, addCounts(byProperty.get(property) ?? NO_COUNT, count))
    }
    named = addCounts(named, countOf(found.filter(isNamed).length, wrong.length, passage.facts.filter(isNamed).length))
    for (const fact of passage.facts) if (!found.includes(fact)) report?.({...fact, text: text.text, isWanted: true})
    for (const fact of wrong) report?.({...fact, text: text.text, isWanted: false})
  }
  return {all: [...byProperty.values()].reduce(addCounts, NO_COUNT), named, byProperty}
}

function countOf(hits: number, wrong: number, wanted: number): Count {
  return {hits, found: hits + wrong, wanted}
}

function isSameFact(a: Fact, b: Fact): boolean {
  return a.property === b.property && overlaps(a.subject, b.subject) && overlaps(a.object, b.object)
}

/** Whether the passage names both ends: the same fact is marked there with a name in place of each pronoun. */
function hasName(text: string, fact: Fact, facts: readonly Fact[]): boolean {
  const isOf = (a: Span, b: Span) => a.start === b.start && a.end === b.end
  const same = facts.filter(({property}) => property === fact.property)
  return (
    (!isPronoun(text, fact.subject) ||
      same.some(other => isOf(other.object, fact.object) && !isPronoun(text, other.subject))) &&
    (!isPronoun(text, fact.object) ||
      same.some(other => isOf(other.subject, fact.subject) && !isPronoun(text, other.object)))
  )
}

const PRONOUN =
  /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves|you|your|he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|who|whom|whose|which|that|where|when)$/i

function isPronoun(text: string, {start, end}: Span): boolean {
  return PRONOUN.test(text.slice(start, end))
}
