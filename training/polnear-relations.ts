import type {Reading, Statement} from '../src/reading/reading.ts'
import type {Span} from '../src/text/span.ts'
import type {Attribution} from './polnear.ts'

/**
 * The statements of a reading as PolNeAR would mark them; which conventions it has was counted on its train articles.
 *
 * - Marks of quotation around a direct content are in it, and a comma inside them.
 * - "that" before a clause is in the content, and so is the person in "accused him of it".
 * - "also" and its like before a verb, and a colon behind it, are in the cue; the dash before a name that signs a quotation is one.
 * - "who" before a verb is its source, not the name before that; a comma that closes what is set beside a source is in it.
 * - No word is in two attributions: a statement inside another's content is left out.
 *
 * Nothing of what is marked in the article at hand is looked at.
 */
export function attributionsOf({document, statements, attitudes}: Reading): Attribution[] {
  return [...statements, ...attitudes]
    .filter(({parent}) => parent === undefined)
    .map(statement => attributionOf(document.text, statement))
}

/** One of them. */
export function attributionOf(text: string, statement: Statement): Attribution {
  const cue = cueOf(text, statement)
  return {kind: statement.kind, source: sourceOf(text, statement, cue), cue, content: contentOf(text, statement)}
}

/** "also said", "said:" */
function cueOf(text: string, {source, cue, content}: Statement): Span[] {
  if (cue.length === 0 && source) return dashBefore(text, source)
  return cue.map(({start, end}) => {
    const adverbs = /(?:\b(?:also|later|then|once|never|often|still|\p{Ll}+ly)\s+)+$/u.exec(before(text, start, 40))
    const isColon = text[end] === ':' && !content.some(span => span.start <= end && end < span.end)
    return {start: adverbs ? start - adverbs[0].length : start, end: isColon ? end + 1 : end}
  })
}

function dashBefore(text: string, {start}: Span): Span[] {
  const dash = /[-–—]+(?=\s*$)/.exec(before(text, start, 4))
  if (!dash) return []
  const at = start - Math.min(4, start) + dash.index
  return [{start: at, end: at + dash[0].length}]
}

function sourceOf(text: string, {source}: Statement, [cue]: readonly Span[]): Span[] {
  if (source === null) return []
  if (cue === undefined || cue.start <= source.start) return [source]
  const relative = /\b(?:who|which|that)(?=\s+$)/.exec(before(text, cue.start, 8))
  if (relative) {
    const start = cue.start - Math.min(8, cue.start) + relative.index
    return [{start, end: start + relative[0].length}]
  }
  const isClosed = text.slice(source.start, source.end).includes(',') && text[source.end] === ','
  return [isClosed ? {start: source.start, end: source.end + 1} : source]
}

function contentOf(text: string, {kind, content, cue}: Statement): Span[] {
  return content.map(span => (kind === 'direct' ? withMarks(text, span) : withPerson(text, withThat(text, span), cue)))
}

/** "No," for No; a full stop or comma may stand before the closing mark. */
function withMarks(text: string, {start, end}: Span): Span {
  const opening = /(?:''|["“‘'])\s*$/.exec(before(text, start, 3))
  const closing = /^\s*[,.]?\s*(?:''|["”’'])/.exec(text.slice(end, end + 5))
  return {start: opening ? start - opening[0].length : start, end: closing ? end + closing[0].length : end}
}

function withThat(text: string, {start, end}: Span): Span {
  const that = /\bthat,?\s+$/i.exec(before(text, start, 8))
  return {start: that ? start - that[0].length : start, end}
}

/** "accused him of lying": the cue ends with its verb, the content begins behind "of". */
function withPerson(text: string, {start, end}: Span, cue: readonly Span[]): Span {
  const cueEnd = cue.at(-1)?.end ?? start
  const isAccused = /^\s+[^,.;:“”"]{1,80}\s(?:of|with)\s+$/.test(text.slice(cueEnd, start))
  return {start: isAccused ? cueEnd + 1 : start, end}
}

function before(text: string, end: number, length: number): string {
  return text.slice(Math.max(0, end - length), end)
}
