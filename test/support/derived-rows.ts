import {DatabaseSync} from 'node:sqlite'

/** Numbers that a row is given when it is made tell nothing; what they stand for is told in words. */
const QUERIES = [
  'select * from effect',
  'select * from effect_claim',
  `select search_row.document, search_row.run, claim, kind, part, start, "end", speaker, speaker_name, earliest, latest, words,
    names from search_row join search_words on search_words.rowid = search_row.id`,
  `select bearer.doc, entity, folded, mention_count, features from bearer join appellation on appellation.id = appellation`,
  `select folded, appellation_claim.kind, part, doc, position, entity
    from appellation_claim join appellation on appellation.id = appellation`,
  `select one.doc, one.entity, other.doc as doc2, other.entity as entity2 from bearer as one join sense as s on s.id = one.sense
    join sense as t on t.subject = s.subject join bearer as other on other.sense = t.id`,
  'select * from role_fact',
  'select * from claim_key',
  'select kind, doc, position, other_doc, other_position from contradiction',
  'select doc, origin from origin'
]

/** Everything that was derived in the record at `path`, in no order that means anything. */
export function derivedRows(path: string): string[][] {
  const database = new DatabaseSync(path, {readOnly: true})
  try {
    return QUERIES.map(query =>
      database
        .prepare(query)
        .all()
        .map(row => JSON.stringify(row))
        .sort()
    )
  } finally {
    database.close()
  }
}
