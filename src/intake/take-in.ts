import type {Document} from './document.ts'

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

/**
 * Make a document of `source`: decode, find the format by content, derive the text, label its parts, read its metadata.
 *
 * @throws UnreadableSource when the bytes are no text of a kind we read
 */
export function takeIn(source: Source): Document {
  throw new Error(`not built: ${source.ref}`)
}
