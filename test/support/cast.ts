import {hash} from 'node:crypto'
import type {Document} from '../../src/intake/document.ts'
import type {EntityKind} from '../../src/language/analysis.ts'
import type {Journey} from '../../src/pipeline.ts'
import {claimId} from '../../src/reading/claim.ts'
import type {Entity, Role} from '../../src/reading/reading.ts'
import {contentId, textHash} from '../../src/text/content-id.ts'

/**
 * A document as identity sees it, one line a name:
 *
 * ```text
 * Oskar Lind = Lind, mayor of Tarn Council (he)
 * [organisation] Harbour Board
 * ```
 *
 * Behind `=` stand other names, behind the comma a title and its organisation, in brackets a pronoun.
 */
export function castJourney(
  lines: readonly string[],
  title = lines.join(' / ')
): Journey & {readonly bytes: Uint8Array} {
  const written = new Writing(`${title}\n\n`)
  for (const line of lines) written.add(line)
  const bytes = new TextEncoder().encode(written.text)
  const sha256 = hash('sha256', bytes, 'hex')
  const document: Document = {
    id: contentId('doc', sha256, 'plain-text/1'),
    sha256,
    algorithm: 'plain-text/1',
    text: written.text,
    title,
    published: '2025-03-04',
    publishedBasis: 'given',
    authors: [],
    tags: [],
    language: 'en',
    parts: [
      {kind: 'title', start: 0, end: title.length},
      {kind: 'body', start: title.length + 2, end: written.text.length}
    ],
    notices: []
  }
  const {id, publishedBasis, published, authors, tags, language, text, parts} = document
  const reading = {
    format: 'hearsay-reading/1' as const,
    reader: {version: '1.0.0', models: {}},
    document: {
      id,
      ref: 'cast.txt',
      sha256,
      title,
      published: published!,
      publishedBasis,
      authors,
      tags,
      language,
      text,
      parts
    },
    entities: written.entities,
    statements: [],
    roles: written.roles.map(role => ({...role, id: claimId(textHash(text), 'role', role.evidence)})),
    relations: [],
    productions: [],
    events: [],
    assessments: [],
    pointers: [],
    contrasts: [],
    attitudes: [],
    dates: [],
    notices: []
  }
  return {document, reading, bytes}
}

const LINE =
  /^(?:\[(?<kind>\w+)\] )?(?<name>[^=,(]+?)(?: = (?<other>[^,(]+?))?(?:, (?<title>[^(]+?)(?: of (?<body>[^(]+?))?)?(?: \((?<pronoun>\w+)\))?$/

class Writing {
  text: string
  readonly entities: Entity[] = []
  readonly roles: Omit<Role, 'id'>[] = []

  constructor(text: string) {
    this.text = text
  }

  add(line: string): void {
    const {kind = 'person', name, other, title, body, pronoun} = LINE.exec(line)!.groups!
    const start = this.text.length
    const mentions = [this.write(name!, 'name')]
    if (other) mentions.push(this.write(other, 'name'))
    if (pronoun) mentions.push(this.write(pronoun, 'pronoun'))
    const id = this.addEntity(kind as EntityKind, [name!, ...(other ? [other] : [])], mentions)
    if (!title) return void this.write('.', 'name')
    const organisation = body && this.addEntity('organisation', [body], [this.write(body, 'name')])
    this.write(`as ${title}`, 'name')
    this.roles.push({
      evidence: [{start, end: this.text.length}],
      voices: [],
      polarity: 'positive',
      modality: [],
      reason: 'made by hand',
      score: 0.5,
      person: id,
      title,
      status: 'current',
      ...(organisation && {organisation})
    })
  }

  /** The same name in one document is one entity. */
  addEntity(kind: EntityKind, names: string[], mentions: Entity['mentions']): string {
    const known = this.entities.findIndex(
      entity => entity.name === names[0] && entity.kind === kind && kind !== 'person'
    )
    if (known >= 0) {
      const entity = this.entities[known]!
      this.entities[known] = {...entity, mentions: [...entity.mentions, ...mentions]}
      return entity.id
    }
    const id = `e${this.entities.length + 1}`
    this.entities.push({id, kind, name: names[0]!, names, mentions})
    return id
  }

  write(words: string, form: 'name' | 'pronoun'): Entity['mentions'][number] {
    const start = this.text.length
    this.text += `${words}\n`
    return {start, end: start + words.length, form}
  }
}
