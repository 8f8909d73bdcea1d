import type {Judgement} from '../record/judging/judgement.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {judgementWords} from './judging.ts'
import {openRecord} from './open-record.ts'
import {documentName} from './page/document-name.ts'
import {name, type Page, quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface ForgetOptions extends RecordOption {
  readonly why?: string
  readonly undo?: boolean
  readonly by?: string
}

/** Hide a document and all that was read in it, or bring it back: a judgement, never a deletion. */
export async function forget(words: string | undefined, options: ForgetOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    if (options.undo) return await bringBack(store, words, options, terminal)
    if (!words)
      throw new CommandFailure(ExitCode.usage, 'Cannot forget: name a document, by id, path, address or title')
    if (IMPORT.test(words)) return await hideImport(store, words, options, terminal)
    return await hide(store, words, options, terminal)
  } finally {
    await store.close()
  }
}

const IMPORT = /^import-[0-9a-f]*$/

async function hideImport(store: Store, words: string, options: ForgetOptions, {page}: Terminal): Promise<ExitCode> {
  const [found, ...others] = (await store.life.imports()).filter(({id}) => id.startsWith(words))
  if (!found || others.length > 0)
    throw new CommandFailure(
      found ? ExitCode.ambiguous : ExitCode.notFound,
      `Cannot forget ${quoted(words)}: ${found ? 'several imports' : 'no import'} on record begin so. hearsay imports lists them`
    )
  const {documents} = await store.stats()
  await store.life.forgetImport(found.id, judgementWords(options))
  const hidden = documents - (await store.stats()).documents
  page.line(['Forgotten: ', name(found.what), `, ${counted(hidden, 'document')} that came with it alone`])
  page.line(['To bring it back: ', `hearsay forget --undo ${found.id}`])
  return ExitCode.done
}

async function hide(store: Store, words: string, options: ForgetOptions, {page}: Terminal): Promise<ExitCode> {
  const documents = (await store.resolve(words)).filter(({kind}) => kind === 'document')
  const [document, ...others] = documents
  if (!document)
    throw new CommandFailure(ExitCode.notFound, `Cannot forget ${quoted(words)}: no document on record is called so`)
  if (others.length > 0) {
    page.line([`${documents.length} documents fit. Name one by its id:`])
    for (const {id, label} of documents) page.line([name(label), ' ', quiet(id)], {indent: 2})
    return ExitCode.ambiguous
  }
  await store.forget(document.id, judgementWords(options))
  page.line(['Forgotten: ', name(document.label), ', with all that was read in it'])
  page.line(['To bring it back: ', `hearsay forget --undo ${document.id}`])
  return ExitCode.done
}

async function bringBack(
  store: Store,
  words: string | undefined,
  options: ForgetOptions,
  {page}: Terminal
): Promise<ExitCode> {
  const forgotten = await stillForgotten(store)
  const fitting = forgotten.filter(({about}) => words && (about === words || about.startsWith(words)))
  const [only] = fitting
  if (only && fitting.length === 1) {
    if (IMPORT.test(only.about)) return await showImport(store, only.about, options, page)
    await store.unforget(only.about, judgementWords(options))
    const document = await store.document(only.about)
    page.line(['Brought back: ', name(document ? documentName(document) : only.about)])
    return ExitCode.done
  }
  // Hidden with an import, no judgement is about the document itself: the store says which import it is.
  const [hidden, ...others] = words && !only ? await store.resolve(words, {isForgotten: true}) : []
  if (hidden && others.length === 0) await store.unforget(hidden.id, judgementWords(options))
  if (forgotten.length === 0) throw new CommandFailure(ExitCode.notFound, 'Cannot bring back: nothing is forgotten')
  page.line([words ? `Nothing forgotten has just this id. ` : '', 'Forgotten are, the last first:'])
  for (const {about, by, at, why} of forgotten.toReversed())
    page.line([about, quiet(` by ${by} on ${at.slice(0, 10)}`), why ? `: ${why}` : ''], {indent: 2})
  return words ? ExitCode.notFound : ExitCode.done
}

async function showImport(store: Store, id: string, options: ForgetOptions, page: Page): Promise<ExitCode> {
  const {documents} = await store.stats()
  await store.life.unforgetImport(id, judgementWords(options))
  page.line([`Brought back: ${counted((await store.stats()).documents - documents, 'document')} of `, name(id)])
  return ExitCode.done
}

/** The last judgement that hides each document or import. */
async function stillForgotten(store: Store): Promise<Judgement[]> {
  const standing = await store.judging.judgements({kinds: ['forget'], isStanding: true})
  return [...new Map(standing.map(judgement => [judgement.about, judgement])).values()]
}
