import type {Entity} from '../reading/reading.ts'
import {foldName} from '../record/fold-name.ts'
import {offsetAt} from '../record/judging/find-words.ts'
import type {MentionPlace} from '../record/judging/judging-index.ts'
import type {Store} from '../record/store.ts'
import type {Span} from '../text/span.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne} from './judging.ts'
import {name, quiet} from './page/page.ts'
import {quoted} from './page/safe-text.ts'
import type {Terminal} from './terminal.ts'

/** How sure a name must be to stand for somebody. */
const MATCH_MIN = 0.99

/** A mention of whom `words` mean: an address, a place `DOCUMENT:LINE:COLUMN`, or a name. */
export async function mentionOf(store: Store, words: string, {page}: Terminal): Promise<MentionPlace> {
  const [, document, line, column] = /^(.+):(\d+):(\d+)$/s.exec(words) ?? []
  if (document && line && column) {
    const {id} = await findOne(store, document, ['document'], {verb: 'judge', page})
    return mentionAt(store, id, [Number(line), Number(column)])
  }
  const [, of, entity] = /^(.+):([ejm][0-9a-f_]+)$/s.exec(words) ?? []
  if (of && entity) {
    const {id} = await findOne(store, of, ['document'], {verb: 'judge', page})
    return mentionIn(store, `${id}:${entity}`)
  }
  return mentionIn(store, await subjectCalled(store, words, page))
}

async function mentionAt(
  store: Store,
  document: string,
  [line, column]: readonly [number, number]
): Promise<MentionPlace> {
  const reading = (await store.judging.reading(document))!
  const offset = offsetAt(reading.document.text, line, column)
  const mentions = reading.reading.entities.flatMap(entity => entity.mentions)
  const holding = mentions
    .filter(({start, end}) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const [nearest] = holding
  if (!nearest)
    throw new CommandFailure(ExitCode.notFound, `Cannot judge who stands at ${line}:${column}: nobody is named there`)
  return {document, start: nearest.start, end: nearest.end}
}

async function mentionIn(store: Store, address: string): Promise<MentionPlace> {
  const [document = '', local] = address.split(':')
  const {reading} = (await store.judging.reading(document)) ?? {}
  const entity = reading?.entities.find(({id}) => id === local)
  const mention = entity && namingMention(entity, reading!.document.text)
  if (!mention) throw new CommandFailure(ExitCode.notFound, `Cannot judge ${quoted(address)}: nobody has that address`)
  return {document, start: mention.start, end: mention.end}
}

/** The fullest words that name it. */
function namingMention({name, mentions}: Entity, text: string): Span | undefined {
  const named = mentions.filter(({form}) => form === 'name')
  const own = named.find(({start, end}) => text.slice(start, end) === name)
  return own ?? named.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0] ?? mentions[0]
}

async function subjectCalled(store: Store, words: string, page: Terminal['page']): Promise<string> {
  const found = await store.identity.find(words)
  const sure = found.filter(({match}) => MATCH_MIN <= match)
  const [only, ...others] = sure.length > 0 ? sure : found
  if (!only) throw new CommandFailure(ExitCode.notFound, `Cannot judge ${quoted(words)}: nobody on record is called so`)
  if (others.length === 0) return bearerCalled(store, only.address, words)
  for (const {name: called, kind, documentCount, address} of [only, ...others])
    page.line([name(called), quiet(` ${kind} in ${documentCount} documents · ${address}`)], {indent: 2})
  throw new CommandFailure(
    ExitCode.ambiguous,
    `Cannot judge ${quoted(words)}: it may mean any of these. Name one by its address, or a mention as DOCUMENT:LINE:COLUMN`
  )
}

/**
 * Of all who are taken for one, somebody who is called just so: what is judged then stands by that name, also where the machine
 * has joined it with another already.
 */
async function bearerCalled(store: Store, address: string, words: string): Promise<string> {
  const isCalledSo = (name: string) => foldName(name) === foldName(words)
  const first = await store.entity(address)
  if (first && isCalledSo(first.entity.name)) return address
  const {items} = await store.identity.bearers(address, {limit: BEARERS_MAX})
  return items.find(({name}) => isCalledSo(name))?.address ?? address
}

const BEARERS_MAX = 200
