import {renderHtml} from './html-text.ts'
import {parseHtml} from './html-tree.ts'
import {publishedBy} from './plain-text.ts'
import type {Contents, Source} from './take-in.ts'

/** Read a page of HTML. */
export function readPage(source: string, {title, published, address}: Source): Contents {
  const {text, sourceMap, places} = renderHtml(parseHtml(source))
  const [first] = places
  const last = places.at(-1)
  return {
    algorithm: 'html-text/1',
    text,
    sourceMap,
    ...(title !== undefined && {title}),
    ...(address !== undefined && {address}),
    ...publishedBy(published, undefined),
    authors: [],
    tags: [],
    language: 'und',
    parts: first && last ? [{kind: 'body', start: first.start, end: last.end}] : [],
    notices: []
  }
}
