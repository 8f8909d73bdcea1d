import type {Document} from '../intake/document.ts'
import type {Analysis} from '../language/analysis.ts'
import type {Models} from '../language/models.ts'
import {findAssessments} from './assessments.ts'
import {findContrasts} from './contrasts.ts'
import {joinEvents} from './event-joining.ts'
import {findEvents} from './events.ts'
import {markFirstPersons} from './first-person.ts'
import {gatherMaterial, type Material} from './material.ts'
import {findPointers} from './pointers.ts'
import {findProductions} from './productions.ts'
import type {ReadAuthor, Reading} from './reading.ts'
import {findRelations} from './relations.ts'
import {findRoles} from './roles.ts'
import {fillSegments} from './segments.ts'
import {markShown} from './shown-in.ts'
import {findStatements} from './statements.ts'
import {findVoices} from './told-claims.ts'
import {READER_VERSION} from './version.ts'

export interface ReadOptions {
  readonly ref: string
  readonly models: Models
}

/**
 * Read every kind of claim in `document`. Does no I/O and never throws on odd text.
 *
 * Productions come first, because a statement may be made in one, and are told in full once the statements are known; the
 * entities come last, because rules add to them.
 */
export function readClaims(document: Document, analysis: Analysis, {ref, models}: ReadOptions): Reading {
  const material = gatherMaterial(document, analysis)
  const {productions: untold} = findProductions(material)
  const {statements: said, attitudes, notices: unsure} = findStatements(material, untold, models)
  const productions = fillSegments(material, untold, said)
  const statements = markShown(material, said, productions)
  markFirstPersons(material, statements)
  const roles = findVoices(material, findRoles(material), statements)
  const relations = findVoices(material, findRelations(material, {models, roles}), statements)
  const events = joinEvents(findVoices(material, findEvents(material), statements))
  const assessments = findAssessments(material, statements)
  const contrasts = findContrasts(material, statements)
  const claims = [...statements, ...roles, ...relations, ...productions, ...events, ...assessments]
  return {
    format: 'hearsay-reading/1',
    reader: {version: READER_VERSION, models: versionsOf(models)},
    document: describeDocument(material, ref),
    statements,
    roles,
    relations,
    productions,
    events,
    assessments,
    pointers: findPointers(material, claims),
    contrasts,
    attitudes,
    dates: analysis.dates,
    entities: material.entities.all,
    notices: [...document.notices, ...analysis.notices, ...unsure]
  }
}

function versionsOf(models: Models): Record<string, string> {
  return Object.fromEntries(Object.values(models).map(({head}) => [head.name, head.version]))
}

/** What the contract says of a document; what is not known is left out. */
function describeDocument({document, entities}: Material, ref: string): Reading['document'] {
  const {id, sha256, title, published, publishedBasis, outlet, tags, language, text, parts} = document
  return {
    id,
    ref,
    sha256,
    ...(title !== undefined && {title}),
    ...(published !== undefined && {published}),
    publishedBasis,
    ...(outlet !== undefined && {outlet}),
    authors: document.authors.map((author): ReadAuthor => {
      const entity = entities.named(author.name)?.id
      return {...author, ...(entity !== undefined && {entity})}
    }),
    tags,
    language,
    text,
    parts
  }
}
