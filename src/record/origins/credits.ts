import {AGENCIES} from '../../intake/agencies.ts'
import type {Document} from '../../intake/document.ts'
import {isAgency, outletKey} from './outlet-key.ts'

/** The document states that it, or its text, comes from this outlet or agency, in these words. */
export interface Credit {
  /** As `outletKey` writes it. */
  readonly key: string
  readonly name: string
  readonly kind: 'agency' | 'reprint'
  /** The words that say so. */
  readonly words: string
}

type Credited = Pick<Document, 'text' | 'authors' | 'parts'>

/**
 * Whom a document credits with its text: agencies that sign its byline or its first lines, and outlets that it says it was
 * first printed by.
 *
 * ```text
 * By Ida Fenn, Associated Press          VELMORA (Reuters) - The old quay
 *              ^^^^^^^^^^^^^^^^                   ^^^^^^^
 * This article was first published by The Strait Ledger.
 *                                     ^^^^^^^^^^^^^^^^^
 * ```
 */
export function statedCredits(document: Credited): Credit[] {
  const found = [...bylineCredits(document), ...datelineCredits(document), ...phraseCredits(document)]
  return [...new Map(found.map(credit => [`${credit.kind} ${credit.key}`, credit])).values()]
}

function bylineCredits({authors}: Credited): Credit[] {
  return authors.flatMap(({name, organisation}) =>
    [name, organisation ?? '']
      .filter(isAgency)
      .map(signed => ({key: outletKey(signed), name: signed, kind: 'agency' as const, words: signed}))
  )
}

/** As far into a text as a dateline can stand. */
const DATELINE_MAX = 200

function datelineCredits(document: Credited): Credit[] {
  const {text} = document
  return bodiesOf(document)
    .slice(0, 2)
    .flatMap(({start, end}) => {
      const match = DATELINE.exec(text.slice(start, Math.min(end, start + DATELINE_MAX)))
      const signed = match?.[1] ?? match?.[2]
      return match && signed
        ? [{key: outletKey(signed), name: signed, kind: 'agency' as const, words: match[0].trim()}]
        : []
    })
}

const SIGNS = [...AGENCIES.keys()]
  .sort((a, b) => b.length - a.length)
  .map(sign => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|')
const DATELINE = new RegExp(`\\((${SIGNS})\\)\\s*[-–—]|[-–—]\\s*\\((${SIGNS})\\)`, 'i')

function phraseCredits(document: Credited): Credit[] {
  const {text, parts} = document
  const spans =
    parts.length > 0
      ? parts.filter(({kind}) => kind !== 'comment' && kind !== 'related' && kind !== 'navigation')
      : [{start: 0, end: text.length}]
  return spans.flatMap(({start, end}) =>
    PHRASES.flatMap(phrase =>
      Array.from(text.slice(start, end).matchAll(phrase)).flatMap(match => {
        const name = match[1]!.replace(/[.,;:]+$/, '')
        if (CALENDAR.test(name)) return []
        return [
          {
            key: outletKey(name),
            name,
            kind: isAgency(name) ? ('agency' as const) : ('reprint' as const),
            words: match[0].replace(/\s+/g, ' ').trim()
          }
        ]
      })
    )
  )
}

/** "First published on Tuesday", "in June". */
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/

const NAME = String.raw`((?:[Tt]he )?\p{Lu}[\p{L}\p{N}.'’&-]*(?: (?:of |the |and |for |& )?\p{Lu}[\p{L}\p{N}.'’&-]*)*)`
const PHRASES = [
  String.raw`\b(?:[Oo]riginally|[Ff]irst) (?:published|appeared|printed|posted|run|ran) (?:by|in|on|at) ${NAME}`,
  String.raw`\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced) (?:here )?(?:from|courtesy of|with (?:the )?(?:kind )?permission (?:of|from)|by permission of|by arrangement with) ${NAME}`,
  String.raw`\b(?:[Aa]rticle|[Ss]tory|[Rr]eport|[Cc]ontent) (?:is|was|has been) (?:produced|written|provided|supplied|distributed|syndicated) by ${NAME}`,
  String.raw`(?:^|\n)[ \t]*(?:[Ss]ource|[Vv]ia|[Cc]ourtesy)(?::| of) *${NAME}[ \t.]*(?=\n|$)`,
  String.raw`(?:©|\([Cc]\)|[Cc]opyright)\s*(?:\d{4} )?${NAME}\. All rights reserved`
].map(source => new RegExp(source, 'gu'))

function bodiesOf({text, parts}: Credited): readonly {readonly start: number; readonly end: number}[] {
  const bodies = parts.filter(({kind}) => kind === 'body' || kind === 'dateline')
  return parts.length > 0 ? bodies : [{start: 0, end: text.length}]
}
