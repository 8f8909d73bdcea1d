import type {Reading, Statement} from '../src/reading/reading.ts'
import type {Span} from '../src/text/span.ts'
import type {Attribution} from './polnear.ts'

/**
 * The statements of a reading as PolNeAR would mark them:
 *
 * - marks of quotation around a direct content are in it, and a comma inside them;
 * - "that" before a clause is in the content;
 * - no word is in two attributions: a statement inside another's content is left out.
 *
 * Nothing of what is marked in the article is looked at.
 */
export function attributionsOf({document, statements}: Reading): Attribution[] {
  return statements
    .filter(({parent}) => parent === undefined)
    .map(statement => ({
      kind: statement.kind,
      source: statement.source ? [statement.source] : [],
      cue: statement.cue,
      content: contentOf(document.text, statement)
    }))
}

function contentOf(text: string, {kind, content}: Statement): Span[] {
  return content.map(span => (kind === 'direct' ? withMarks(text, span) : withThat(text, span)))
}

/** "No," for No; a full stop or comma may stand before the closing mark. */
function withMarks(text: string, {start, end}: Span): Span {
  const before = /(?:["“‘']|'')\s*$/.exec(text.slice(Math.max(0, start - 3), start))
  const after = /^\s*[,.]?\s*(?:''|["”’'])/.exec(text.slice(end, end + 5))
  return {start: before ? start - before[0].length : start, end: after ? end + after[0].length : end}
}

function withThat(text: string, {start, end}: Span): Span {
  const that = /\bthat,?\s+$/i.exec(text.slice(Math.max(0, start - 8), start))
  return {start: that ? start - that[0].length : start, end}
}
