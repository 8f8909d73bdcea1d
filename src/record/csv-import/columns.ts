import {foldName} from '../fold-name.ts'
import type {Row} from './csv-rows.ts'

/** What a column may tell of a person or body. */
export const FIELDS = [
  'name',
  'aliases',
  'kind',
  'title',
  'organisation',
  'part-of',
  'begun',
  'ended',
  'born',
  'died',
  'note'
] as const

export type Field = (typeof FIELDS)[number]

/** Names that columns go by, folded. */
const SYNONYMS: Readonly<Record<Field, string>> = {
  name: 'name|full name|person|who',
  aliases: 'aliases|alias|also known as|aka|other names|other name|nickname|kunya|spellings',
  kind: 'kind|type|class',
  title: 'title|role|position|post|office|function|job|rank',
  organisation: 'organisation|organization|org|body|group|employer|company|party|institution|affiliation|member of',
  'part-of': 'part of|parent|parent organisation|parent organization|belongs to',
  begun: 'begun|began|start|started|start date|from|since|appointed',
  ended: 'ended|end|end date|to|until|till|left',
  born: 'born|birth|date of birth|birth date|dob',
  died: 'died|death|date of death|death date',
  note: 'note|notes|comment|comments|remark|remarks|source|description'
}

const FIELD_BY_NAME = new Map(
  FIELDS.flatMap(field => SYNONYMS[field].split('|').map(name => [foldName(name), field] as const))
)

/** Which column tells what, by its place; columns without a meaning here; and what is wrong with the names of the columns. */
export interface Columns {
  readonly places: ReadonlyMap<Field, number>
  readonly unread: readonly string[]
  readonly faults: readonly string[]
}

/** What the columns with these names tell; `mapping` says it where their names do not: field to name of the column. */
export function readColumns(header: Row, mapping: ReadonlyMap<Field, string>): Columns {
  const names = header.cells.map(({value}) => value.trim())
  const folded = names.map(foldName)
  const places = new Map<Field, number>()
  const faults: string[] = []
  for (const [field, wanted] of mapping) {
    const place = folded.indexOf(foldName(wanted))
    if (place < 0) faults.push(`row ${header.number}: no column is called ${JSON.stringify(wanted)}`)
    else places.set(field, place)
  }
  const mapped = new Set(places.values())
  const unread: string[] = []
  for (const [place, name] of folded.entries()) {
    if (mapped.has(place)) continue
    const field = FIELD_BY_NAME.get(name)
    if (field === undefined) unread.push(names[place]!)
    else if (!places.has(field)) places.set(field, place)
    else if (!mapping.has(field))
      faults.push(`row ${header.number}: two columns tell the ${field}: say which with --column ${field}=NAME`)
  }
  if (!places.has('name') && faults.length === 0)
    faults.push(`row ${header.number}: no column tells the name: say which with --column name=NAME`)
  return {places, unread: unread.filter(name => name !== ''), faults}
}
