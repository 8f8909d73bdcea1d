import nlp from 'compromise'
import type {Span} from '../src/text/span.ts'
import type {NameKind} from './name-corpora.ts'

/** A name as compromise finds it. */
export interface CompromiseName extends Span {
  readonly kind: NameKind
}

/** What compromise calls people, organizations and places, less article and what stands beside the words. */
export function findCompromiseNames(text: string): CompromiseName[] {
  const document = nlp(text)
  const marked = (views: unknown, kind: NameKind) =>
    (views as {json: (options: object) => {offset: {start: number; length: number}}[]})
      .json({offset: true})
      .map(({offset}) => trimmed(text, offset.start, offset.start + offset.length, kind))
  return [
    ...marked(document.people(), 'PER'),
    ...marked(document.organizations(), 'ORG'),
    ...marked(document.places(), 'LOC')
  ]
}

function trimmed(text: string, from: number, to: number, kind: NameKind): CompromiseName {
  const words = text.slice(from, to)
  const before = /^(?:[^\p{L}\p{N}]*(?:(?:the|a|an)\s)?)/iu.exec(words)![0].length
  const after = /(?:\s?['’]s)?[^\p{L}\p{N}]*$/u.exec(words)![0].length
  return {start: from + before, end: Math.max(from + before, to - after), kind}
}
