import {createHash} from 'node:crypto'
import {contentId} from '../text/content-id.ts'
import {decode} from './charset.ts'
import type {Document, Notice} from './document.ts'
import {isHtml, refuseBinary} from './format.ts'
import {readPage} from './page.ts'
import {readPlainText} from './plain-text.ts'
import {UnreadableSource} from './unreadable-source.ts'

/** Bytes and what the giver knows of them. */
export interface Source {
  /** The given id, path or address: what a reader will recognise it by. */
  readonly ref: string
  readonly bytes: Uint8Array
  /** The address of the page, where known. */
  readonly address?: string
  /** EDTF; wins over what the text says. */
  readonly published?: string
  readonly title?: string
  /** The charset an HTTP header or the giver names. */
  readonly charset?: string
  /** Given where the giver knows; otherwise found from the bytes themselves. */
  readonly format?: 'text' | 'html'
}

/** What a reader of one format makes of decoded text; the rest of a document comes from the bytes and the giver. */
export type Contents = Omit<Document, 'id' | 'sha256'>

/**
 * Make a document of `source`: decode, find the format by content, derive the text, label its parts, read its metadata.
 *
 * @throws UnreadableSource when the bytes are no text of a kind we read
 */
export function takeIn(source: Source): Document {
  refuseBinary(source.ref, source.bytes)
  const {text, notices} = decode(source.bytes, source.charset)
  if (text.trim() === '')
    throw new UnreadableSource('empty', source.ref, 'it holds only white space', 'Give a file that has text in it')
  const format = source.format ?? (isHtml(text) ? 'html' : 'text')
  const contents = format === 'html' ? readPage(text, source) : readPlainText(text, source)
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  return {
    id: contentId('doc', sha256, contents.algorithm),
    sha256,
    ...contents,
    notices: withEmptyNotice([...notices, ...contents.notices], contents)
  }
}

function withEmptyNotice(notices: Notice[], {parts}: Contents): Notice[] {
  const hasBody = parts.some(({kind}) => kind === 'body')
  return hasBody ? notices : [...notices, {code: 'no_body', text: 'No part of the text was recognised as its body'}]
}
