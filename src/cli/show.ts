import type {Found, Store, StoredEntity} from '../record/store.ts'
import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {showClaim} from './page/claim-page.ts'
import {documentName} from './page/document-name.ts'
import {showDossier} from './page/dossier-page.ts'
import {name, type Page, quiet} from './page/page.ts'
import {showJudgedOf} from './page/judged-document.ts'
import {showReading} from './page/reading-page.ts'
import {counted, viewOf} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface ShowOptions extends RecordOption {
  readonly json?: boolean
}

/** As many documents as a dossier can draw on. */
const ENTITIES_MAX = 1000

/** Show the document, entity or claim that goes by `words`; list what they may mean where that is more than one thing. */
export async function show(words: string, options: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const found = await store.resolve(words)
    const [first] = found
    if (!first) return tellNothing(words, terminal)
    if (found.every(({kind}) => kind === 'entity')) return await showEntities(store, words, found, options, terminal)
    if (found.length > 1) return tellCandidates(words, found, terminal)
    if (first.kind === 'document') return await showDocument(store, first.id, options, terminal)
    return await showOneClaim(store, first.id, options, terminal)
  } finally {
    await store.close()
  }
}

async function showDocument(store: Store, id: string, {json}: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const [document, effective] = await Promise.all([store.document(id), store.judging.reading(id)])
  if (!document || !effective) return ExitCode.notFound
  const {page} = terminal
  if (json) {
    terminal.writeJson(effective.reading)
    return ExitCode.done
  }
  const judgements = await store.judging.judgements({document: id, isStanding: true})
  const corrections = new Map(
    judgements.flatMap(each => (each.kind === 'correct' && each.about === id ? [[each.said.field, each] as const] : []))
  )
  const view = viewOf(effective.reading, {marks: effective.marks, corrections})
  showReading(page, view)
  showJudgedOf(page, view, {judgements, rejected: effective.rejected})
  page.heading('On record')
  for (const {at, source} of document.captures)
    page.line([quiet(`${dayAndTime(at)}  captured from `), source], {indent: 2})
  for (const {at, reader, claimCount} of document.runs)
    page.line([quiet(`${dayAndTime(at)}  read by Hearsay ${reader.version}, `), counted(claimCount, 'claim')], {
      indent: 2
    })
  return ExitCode.done
}

/** As people left it, rejected or not; one that only an older reader found, as that put it. */
async function showOneClaim(store: Store, id: string, {json}: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const judged = await store.judging.claim(id)
  const claim = judged ?? (await store.claim(id))
  const effective = claim && (await store.judging.reading(claim.document.id))
  const old = judged ? undefined : claim && (await store.reading(claim.document.id, claim.run))
  if (!claim || !effective) return ExitCode.notFound
  if (json) terminal.writeJson(claim)
  else showClaim(terminal.page, viewOf(old ?? effective.reading, effective), claim)
  return ExitCode.done
}

/** Entities of the same name and kind in several documents are shown together; of different ones a list is shown. */
async function showEntities(
  store: Store,
  words: string,
  found: readonly Found[],
  {json}: ShowOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const isAddress = found.length === 1 && found[0]!.id === words
  const one = isAddress ? await store.entity(words) : undefined
  const entities = one ? [one] : await entitiesCalled(store, words, found)
  const namesakes = Map.groupBy(entities, ({entity}) => `${entity.kind} ${entity.name}`)
  if (namesakes.size > 1) return tellNamesakes(words, [...namesakes.values()], terminal)
  if (json) for (const entity of entities) terminal.writeJson(await entityJson(store, entity))
  else await showDossier(terminal.page, store, entities)
  return ExitCode.done
}

async function entitiesCalled(store: Store, words: string, found: readonly Found[]): Promise<readonly StoredEntity[]> {
  const named = await store.entities({name: words, limit: ENTITIES_MAX})
  if (named.length > 0) return named
  const each = await Promise.all(found.map(({id}) => store.entity(id)))
  return each.filter(entity => entity !== undefined)
}

async function entityJson(store: Store, entity: StoredEntity): Promise<unknown> {
  const {items} = await store.claims({entity: entity.address, limit: 1000})
  return {...entity, claims: items.map(({id, claimKind, claim, words}) => ({id, claimKind, words, claim}))}
}

function tellNothing(words: string, {notes}: Terminal): ExitCode {
  notes.line([`Nothing on record is called ${quoted(words)}`])
  notes.line([quiet('hearsay search looks inside texts; hearsay list shows what there is')])
  return ExitCode.notFound
}

function tellCandidates(words: string, found: readonly Found[], terminal: Terminal): ExitCode {
  reportError(terminal, `Cannot show ${quoted(words)}: it may mean any of these. Name one by its id`)
  for (const each of found) {
    const kind = each.kind === 'claim' ? each.claimKind : each.kind
    candidate(terminal.page, kind, each.label, each.id)
  }
  return ExitCode.ambiguous
}

function tellNamesakes(words: string, groups: readonly (readonly StoredEntity[])[], terminal: Terminal): ExitCode {
  reportError(terminal, `Cannot show ${quoted(words)}: several go by that name. Give the whole name, or an id`)
  for (const [{entity, document, address}] of groups.map(group => group as [StoredEntity, ...StoredEntity[]]))
    candidate(terminal.page, entity.kind, `${entity.name}, in ${documentName(document)}`, address)
  return ExitCode.ambiguous
}

function candidate(page: Page, kind: string, label: string, id: string): void {
  const short = id.includes(':') ? shortId(id.slice(0, id.indexOf(':'))) + id.slice(id.indexOf(':')) : shortId(id)
  page.line([name(label)], {indent: 2, label: quiet(kind), labelWidth: 14, right: [quiet(short)]})
}

function dayAndTime(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
