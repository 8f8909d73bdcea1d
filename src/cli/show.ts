import type {Subject} from '../record/identity/identity-index.ts'
import type {Found, Store, StoredClaim} from '../record/store.ts'
import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {showClaim} from './page/claim-page.ts'
import {showInDocument} from './page/dossier-page.ts'
import {showJudgedOf} from './page/judged-document.ts'
import {name, type Page, quiet} from './page/page.ts'
import {showReading} from './page/reading-page.ts'
import {counted, viewOf} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import {showSubject} from './page/subject-page.ts'
import type {RecordOption} from './record-path.ts'
import {shortAddress, shortId} from './short-id.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface ShowOptions extends RecordOption {
  readonly json?: boolean
}

/** As many claims as one JSON object shall hold; `list --claims` pages through more. */
const CLAIMS_MAX = 1000

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

/** Whoever is taken for one is shown as one; of several a list is shown. */
async function showEntities(
  store: Store,
  words: string,
  found: readonly Found[],
  {json}: ShowOptions,
  terminal: Terminal
): Promise<ExitCode> {
  if (found.length > 1) return tellNamesakes(words, found, terminal)
  const address = found[0]!.id
  const subject = await store.identity.subject(address)
  if (!subject) return showUnnamed(store, address, json ?? false, terminal)
  if (json) terminal.writeJson(await subjectJson(store, subject))
  else await showSubject(terminal.page, store, subject)
  return ExitCode.done
}

/** Who is only described has no namesakes, and stands in one document. */
async function showUnnamed(
  store: Store,
  address: string,
  isJson: boolean,
  {page, writeJson}: Terminal
): Promise<ExitCode> {
  const stored = await store.entity(address)
  if (!stored) return ExitCode.notFound
  if (isJson) {
    const {items} = await store.claims({entity: address, limit: CLAIMS_MAX})
    writeJson({...stored, claims: items.map(claimJson)})
  } else {
    await showInDocument(page, store, {...stored, mentionCount: stored.entity.mentions.length})
  }
  return ExitCode.done
}

async function subjectJson(store: Store, subject: Subject): Promise<unknown> {
  const {items} = await store.identity.claims(subject.address, {limit: CLAIMS_MAX})
  const bearers = await store.identity.bearers(subject.address, {limit: CLAIMS_MAX})
  return {
    ...subject,
    bearers: bearers.items.map(({address, name, document}) => ({address, name, document: document.id})),
    proposals: await store.identity.proposals({address: subject.address}),
    claims: items.map(claimJson)
  }
}

function claimJson({id, claimKind, claim, words, document}: StoredClaim): unknown {
  return {id, claimKind, document: document.id, words, claim}
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

function tellNamesakes(words: string, found: readonly Found[], terminal: Terminal): ExitCode {
  reportError(terminal, `Cannot show ${quoted(words)}: several go by that name. Give the whole name, or an id`)
  for (const {label, id} of found) candidate(terminal.page, 'named', label, id)
  return ExitCode.ambiguous
}

function candidate(page: Page, kind: string, label: string, id: string): void {
  const short = id.includes(':') ? shortAddress(id) : shortId(id)
  page.line([name(label)], {indent: 2, label: quiet(kind), labelWidth: 14, right: [quiet(short)]})
}

function dayAndTime(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
