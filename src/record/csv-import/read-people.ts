import {hash} from 'node:crypto'
import {decode} from '../../intake/charset.ts'
import type {Document} from '../../intake/document.ts'
import type {EntityKind} from '../../language/analysis.ts'
import type {Journey} from '../../pipeline.ts'
import {type Claim, type ClaimKind, claimId, type Time} from '../../reading/claim.ts'
import type {Event, Reading, Relation, Role} from '../../reading/reading.ts'
import {contentId, textHash} from '../../text/content-id.ts'
import type {Span} from '../../text/span.ts'
import {type Columns, type Field, readColumns} from './columns.ts'
import {type Cell, csvRows, type Row} from './csv-rows.ts'
import {ListedEntities} from './listed-entities.ts'
import {readPlainDate} from './plain-date.ts'

/** A list as it is given: its name, for a person, and its bytes. */
export interface PeopleList {
  /** Its path or address. */
  readonly ref: string
  /** What it is called in reasons: `people.csv`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Field to the name of the column that tells it. */
  readonly mapping?: ReadonlyMap<Field, string>
  /** EDTF: when the list was made. */
  readonly published?: string
}

/**
 * The list as a document whose claims point to its cells; otherwise every row that cannot be read, with why. Nothing is half read.
 *
 * The text is that of the file, exactly: a cell that would be a formula elsewhere is text here.
 */
export function readPeople(list: PeopleList): Journey | {readonly faults: readonly string[]} {
  const {text} = decode(list.bytes)
  const {rows, fault} = csvRows(text)
  const [header, ...people] = rows
  if (fault !== undefined) return {faults: [fault]}
  if (!header) return {faults: ['row 1: there are no names of columns']}
  const columns = readColumns(header, list.mapping ?? new Map())
  if (columns.faults.length > 0) return {faults: columns.faults}
  const reader = new PeopleReader(text, list.name, columns, header)
  for (const row of people) reader.read(row)
  if (reader.faults.length > 0) return {faults: reader.faults}
  const document = documentOf(list, text, columns)
  return {document, reading: readingOf(document, list.ref, reader)}
}

const KINDS: Readonly<Record<string, EntityKind>> = {
  ...{person: 'person', individual: 'person', human: 'person', '': 'person'},
  ...{organisation: 'organisation', organization: 'organisation', org: 'organisation', body: 'organisation'},
  ...{company: 'organisation', party: 'organisation', institution: 'organisation', group: 'group', outlet: 'outlet'}
}

/** Goes through the rows of a list and keeps what they tell. */
class PeopleReader {
  readonly entities = new ListedEntities()
  readonly roles: Role[] = []
  readonly relations: Relation[] = []
  readonly events: Event[] = []
  readonly faults: string[] = []
  readonly #textHash: string
  readonly #listName: string
  readonly #columns: Columns
  readonly #header: Row

  constructor(text: string, listName: string, columns: Columns, header: Row) {
    this.#textHash = textHash(text)
    this.#listName = listName
    this.#columns = columns
    this.#header = header
  }

  read(row: Row): void {
    const width = this.#header.cells.length
    if (row.cells.length > width) {
      this.#blame(row, `it has ${row.cells.length} cells, and the list has ${width} columns`)
      return
    }
    const name = this.#cell(row, 'name')
    if (!name) {
      this.#blame(row, 'it has no name')
      return
    }
    const told = this.#cell(row, 'kind')?.value.toLowerCase() ?? ''
    const kind = KINDS[told]
    if (kind === undefined) {
      this.#blame(row, `${JSON.stringify(told)} is no kind: write person, organisation, group or outlet`)
      return
    }
    const times = {
      begun: this.#time(row, 'begun'),
      ended: this.#time(row, 'ended'),
      born: this.#time(row, 'born'),
      died: this.#time(row, 'died')
    }
    if (times.begun && times.ended && times.ended.latest < times.begun.earliest) {
      this.#blame(row, 'it ended before it began')
      return
    }
    const born = times.born?.edtf
    const id = this.entities.name({...name, name: name.value, kind, ...(born !== undefined && {born})})
    for (const alias of this.#parts(row, 'aliases')) this.entities.alias(id, alias.value, alias)
    if (kind === 'person') this.#person(row, id, name, times)
    else this.#body(row, id, name, times)
  }

  #person(row: Row, id: string, name: Cell, {begun, ended, born, died}: Times): void {
    const title = this.#cell(row, 'title')
    const body = this.#cell(row, 'organisation')
    const organisation = body && this.entities.name({...body, name: body.value, kind: 'organisation'})
    const evidence = [name, ...(title ? [title] : []), ...(body ? [body] : []), ...spansOf([begun, ended])]
    if (title)
      this.roles.push({
        ...this.#claim('role', row, evidence),
        person: id,
        title: title.value,
        ...(organisation !== undefined && {organisation}),
        // The list tells it in the present, of the day when it was made.
        status: ended ? 'former' : 'current',
        ...(begun && {begun}),
        ...(ended && {ended})
      })
    else if (organisation !== undefined) this.#relation(row, evidence, [id, 'member', organisation], {begun, ended})
    else if (begun ?? ended) this.#blame(row, 'it says when, and neither title nor organisation')
    for (const [kind, when] of [
      ['birth', born],
      ['death', died]
    ] as const)
      if (when)
        this.events.push({
          ...this.#claim('event', row, [name, ...spansOf([when])]),
          kind,
          what: this.#columnName(kind === 'birth' ? 'born' : 'died'),
          participants: [{entity: id, part: 'target'}],
          when
        })
  }

  #body(row: Row, id: string, name: Cell, {begun, ended, born, died}: Times): void {
    if (this.#cell(row, 'title')) this.#blame(row, 'a body cannot hold a title: is it a person?')
    if (born ?? died) this.#blame(row, 'a body is not born and does not die')
    const whole = this.#cell(row, 'part-of') ?? this.#cell(row, 'organisation')
    if (!whole) return
    const other = this.entities.name({...whole, name: whole.value, kind: 'organisation'})
    if (other === id) {
      this.#blame(row, 'a body cannot be part of itself')
      return
    }
    this.#relation(row, [name, whole, ...spansOf([begun, ended])], [id, 'part-of', other], {begun, ended})
  }

  #relation(
    row: Row,
    evidence: readonly Span[],
    [from, kind, to]: readonly [string, Relation['kind'], string],
    times: Pick<Times, 'begun' | 'ended'>
  ): void {
    const during = duringOf(times)
    const phrase = this.#columnName(kind === 'part-of' && this.#cell(row, 'part-of') ? 'part-of' : 'organisation')
    this.relations.push({
      ...this.#claim('relation', row, evidence),
      from,
      kind,
      phrase,
      to,
      ...(during && {during})
    })
  }

  #claim(kind: ClaimKind, row: Row, evidence: readonly Span[]): Claim {
    const spans = evidence.map(({start, end}) => ({start, end}))
    return {
      id: claimId(this.#textHash, kind, spans),
      evidence: spans,
      voices: [],
      polarity: 'positive',
      modality: [],
      reason: `row ${row.number} of ${this.#listName}`,
      score: 1
    }
  }

  #time(row: Row, field: Field): Time | undefined {
    const cell = this.#cell(row, field)
    if (!cell) return undefined
    const read = readPlainDate(cell.value)
    if (typeof read !== 'string') return {...read, start: cell.start, end: cell.end}
    this.#blame(row, `${field}: ${read}`)
    return undefined
  }

  /** The cell without the white space around its words; undefined where it is empty. */
  #cell({cells}: Row, field: Field): Cell | undefined {
    const place = this.#columns.places.get(field)
    const cell = place === undefined ? undefined : cells[place]
    const value = cell?.value.trim()
    if (!cell || !value) return undefined
    const lead = cell.value.length - cell.value.trimStart().length
    const trail = cell.value.length - cell.value.trimEnd().length
    return {start: cell.start + lead, end: cell.end - trail, value}
  }

  /** What is parted by `;`, `|` or line ends in a cell. */
  #parts(row: Row, field: Field): Cell[] {
    const cell = this.#cell(row, field)
    if (!cell) return []
    // A cell with doubled quotation marks is longer than what it says: its parts cannot be told from each other's places.
    if (cell.end - cell.start !== cell.value.length) return [cell]
    return [...cell.value.matchAll(/[^;|\r\n]+/g)]
      .map(({0: part, index}) => {
        const start = cell.start + index + part.length - part.trimStart().length
        return {start, end: start + part.trim().length, value: part.trim()}
      })
      .filter(({value}) => value !== '')
  }

  #columnName(field: Field): string {
    return this.#header.cells[this.#columns.places.get(field)!]!.value.trim()
  }

  #blame({number}: Row, fault: string): void {
    this.faults.push(`row ${number}: ${fault}`)
  }
}

type Times = Readonly<Record<'begun' | 'ended' | 'born' | 'died', Time | undefined>>

function spansOf(times: readonly (Time | undefined)[]): Span[] {
  return times.flatMap(time => (time ? [{start: time.start!, end: time.end!}] : []))
}

function duringOf({begun, ended}: Pick<Times, 'begun' | 'ended'>): Time | undefined {
  if (!begun && !ended) return undefined
  return {
    edtf: `${begun?.edtf ?? ''}/${ended?.edtf ?? ''}`,
    earliest: begun?.earliest ?? '0000-01-01',
    latest: ended?.latest ?? '9999-12-31'
  }
}

function documentOf({name, bytes, published}: PeopleList, text: string, {unread}: Columns): Document {
  const sha256 = hash('sha256', bytes, 'hex')
  const end = text.trimEnd().length
  return {
    id: contentId('doc', sha256, 'csv-text/1'),
    sha256,
    algorithm: 'csv-text/1',
    text,
    title: name,
    ...(published !== undefined && {published}),
    publishedBasis: published === undefined ? 'unknown' : 'given',
    authors: [],
    tags: [],
    language: 'und',
    parts: [{kind: 'other', start: text.length - text.trimStart().length, end}],
    notices: unread.map(column => ({
      code: 'unread_column',
      text: `Nothing is read of column ${JSON.stringify(column)}`
    }))
  }
}

function readingOf(document: Document, ref: string, {entities, roles, relations, events}: PeopleReader): Reading {
  const {id, sha256, title, published, publishedBasis, authors, tags, language, text, parts, notices} = document
  return {
    format: 'hearsay-reading/1',
    reader: {version: 'csv-import/1', models: {}},
    document: {
      id,
      ref,
      sha256,
      ...(title !== undefined && {title}),
      ...(published !== undefined && {published}),
      ...{publishedBasis, authors, tags, language, text, parts}
    },
    entities: entities.all,
    ...{statements: [], roles, relations, productions: [], events},
    ...{assessments: [], pointers: [], contrasts: [], attitudes: [], dates: []},
    notices
  }
}
