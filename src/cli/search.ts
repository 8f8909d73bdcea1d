import type {SearchHit, SearchKind, SearchOptions} from '../record/search.ts'
import type {Span} from '../text/span.ts'
import {ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {documentName} from './page/document-name.ts'
import {type Inline, name, type Page, quiet} from './page/page.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import type {Terminal} from './terminal.ts'

export interface SearchCommandOptions extends RecordOption {
  readonly kind?: readonly SearchKind[]
  readonly speaker?: string
  readonly from?: string
  readonly to?: string
  readonly limit: number
  readonly json?: boolean
}

/** What the store gives at most in one answer. */
const LIMIT_MAX = 200

/** Search the record, the best first, and show the words in context. */
export async function search(words: string, options: SearchCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const results = await store.search.find(words, searchOptions(options))
    if (options.json) for (const hit of results.hits) terminal.writeJson(hit)
    else for (const hit of results.hits) showHit(terminal.page, hit)
    if (results.hits.length === 0) terminal.notes.line([`Nothing on record fits ${quoted(words)}`])
    if (results.hasMore && !options.json)
      terminal.notes.line([quiet(`There is more: --limit ${options.limit * 2} shows it`)])
    if (results.isCapped)
      terminal.notes.line([quiet('Too much fits to rank it all: these are from the newest documents')])
    return results.hits.length > 0 ? ExitCode.done : ExitCode.notFound
  } finally {
    await store.close()
  }
}

function searchOptions({kind, speaker, from, to, limit}: SearchCommandOptions): SearchOptions {
  return {
    limit: Math.min(limit, LIMIT_MAX),
    ...(kind && {kinds: kind}),
    ...(speaker && {speaker}),
    ...(from && {from}),
    ...(to && {to})
  }
}

function showHit(page: Page, {kind, claim, part, document, speaker, words, marks}: SearchHit): void {
  page.line([quiet(part ? `${kind} in ${part}` : kind), speaker ? ' ' : '', speaker ? name(speaker) : ''], {
    right: [quiet(document.published ?? 'no date')]
  })
  page.line(markedWords(words, marks), {indent: 2})
  page.line([quiet(documentName(document)), quiet(` · ${shortId(claim ?? document.id)}`)], {indent: 2})
  page.gap()
}

function markedWords(words: string, marks: readonly Span[]): Inline[] {
  const pieces: Inline[] = []
  let position = 0
  for (const {start, end} of marks) {
    pieces.push(words.slice(position, start), {text: words.slice(start, end), style: 'match'})
    position = end
  }
  return [...pieces, words.slice(position)]
}
