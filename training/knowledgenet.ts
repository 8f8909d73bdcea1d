import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Span} from '../src/text/span.ts'
import {readLines} from './name-corpora.ts'

/** The properties that KnowledgeNet annotates. */
export type Property =
  | 'SUBSIDIARY_OF'
  | 'HEADQUARTERS'
  | 'PLACE_OF_RESIDENCE'
  | 'PLACE_OF_BIRTH'
  | 'CEO'
  | 'FOUNDED_BY'
  | 'EMPLOYEE_OR_MEMBER_OF'
  | 'DATE_FOUNDED'
  | 'NATIONALITY'
  | 'SPOUSE'
  | 'EDUCATED_AT'
  | 'DATE_OF_BIRTH'
  | 'CHILD_OF'
  | 'DATE_OF_DEATH'
  | 'POLITICAL_AFFILIATION'

/** At these words, the subject is said to have this property with the object. Both are mentions, pronouns too. */
export interface Fact {
  readonly property: Property
  readonly subject: Span
  readonly object: Span
}

/** A stretch of a text that was searched for all facts of `properties`, with those found. */
interface Passage extends Span {
  readonly properties: readonly Property[]
  readonly facts: readonly Fact[]
}

/** The passages of one document that the corpus kept, set one after another: the text between them is not known. */
export interface PassageText {
  readonly id: string
  readonly text: string
  readonly passages: readonly Passage[]
}

/** Whether the folder holds the corpus. */
export function hasKnowledgeNet(corpora: string): boolean {
  return existsSync(join(corpora, FILE))
}

/** The documents of one fold of KnowledgeNet's training part. */
export function readKnowledgeNet(corpora: string, fold: number): PassageText[] {
  const lines = readLines(join(corpora, FILE)).filter(line => line !== '')
  return textsOfLines(lines, fold)
}

const FILE = 'knowledgenet/train.jsonl.gz'

interface PassageLine {
  readonly doc: string
  readonly fold: number
  readonly passage: string
  readonly text: string
  readonly properties: readonly Property[]
  readonly facts: readonly {
    readonly property: Property
    readonly subject: readonly [number, number]
    readonly object: readonly [number, number]
  }[]
}

/** The passages in `lines`, one JSON object each, as one text a document. */
export function textsOfLines(lines: readonly string[], fold: number): PassageText[] {
  const rows = lines.map(line => JSON.parse(line) as PassageLine).filter(row => row.fold === fold)
  const byDocument = Map.groupBy(rows, ({doc}) => doc)
  return Array.from(byDocument, ([id, ofDocument]) => joinPassages(id, ofDocument))
}

function joinPassages(id: string, rows: readonly PassageLine[]): PassageText {
  const passages: Passage[] = []
  let text = ''
  for (const row of rows.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += row.text
    const moved = ([from, to]: readonly [number, number]): Span => ({start: start + from, end: start + to})
    const facts = row.facts.map(({property, subject, object}) => ({
      property,
      subject: moved(subject),
      object: moved(object)
    }))
    passages.push({start, end: text.length, properties: row.properties, facts})
  }
  return {id, text, passages}
}

/** Where the passage began in its document: the second number of its id. */
function placeOf({passage}: PassageLine): number {
  return Number(passage.split(':')[1])
}
