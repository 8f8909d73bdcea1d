import type {Span} from '../../text/span.ts'
import type {Anchor, ClaimAnchor} from '../judging/judgement.ts'
import type {Tables} from './tables.ts'

/** Words that a judgement quotes, and where it says that they stand. */
export type Quote = Pick<Anchor, 'document' | 'start' | 'end' | 'quote'>

/** What a judgement quotes: the words of mentions, of the claim it is about, or of the claim that a person made. */
export function quotesIn({about, said}: Pick<Tables['judgement'], 'about' | 'said'>): Quote[] {
  if (said === null) return []
  const {one, other, claim, ...rest} = JSON.parse(said)
  return [
    ...[one, other].filter(anchor => typeof anchor?.quote === 'string'),
    ...[claim, {document: about, ...rest}].flatMap(quotesOf)
  ]
}

function quotesOf(anchor: Partial<ClaimAnchor> | undefined): Quote[] {
  const {document, evidence, quotes} = anchor ?? {}
  if (document === undefined || !evidence || !quotes) return []
  return evidence.map(({start, end}: Span, index) => ({document, start, end, quote: quotes[index] ?? ''}))
}
