import type {Span} from '../text/span.ts'
import type {Draft} from './drafts.ts'
import type {Layout} from './layout.ts'

/** So many statements before one can hold its words; more would be odd, and must not make the work quadratic. */
const LOOK_BACK = 6

/** So many characters may stand between "one said" and "according to". */
const VIA_GAP_MAX = 30

/**
 * End what one source said where another speaks, in drafts that stand in the order of their cues.
 *
 * ```text
 * The owner asked for the gates to stay shut, but the mayor said they were open.
 *                     ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function trimAtSpeakers(layout: Layout, drafts: readonly Draft[]): Draft[] {
  const trimmed = [...drafts]
  const dropped = new Set<number>()
  trimmed.forEach((draft, index) => {
    const edge = edgeOf(layout, draft)
    for (let other = index - 1; Math.max(0, index - LOOK_BACK) <= other; other--) {
      if (draft.rule === 'according-to' && isPassedOn(trimmed[other]!, draft)) {
        trimmed[other] = {...trimmed[other]!, ...(draft.source && {via: draft.source})}
        dropped.add(index)
      } else if (edge !== undefined) trimmed[other] = endAt(layout.text, trimmed[other]!, edge)
    }
  })
  return trimmed.filter(({content}, index) => content.length > 0 && !dropped.has(index))
}

/** Where the speaker of `draft` interrupts what was said before: "…, he said", "…, but he said …". */
function edgeOf(layout: Layout, {verb, source, rule, cue}: Draft): number | undefined {
  const {words} = layout
  if (source === undefined || verb < 0) return undefined
  const start =
    source.inverted || source.shared ? cue[0]!.start : Math.min(cue[0]!.start, words.starts[source.range.first]!)
  if (/^(?:clause-before|clause-around|quoted-before)$/.test(rule)) return start
  if (source.shared || source.inverted) return undefined
  const before = source.range.first - 1
  const joins =
    /^(?:and|but|while|though|although|yet)$/.test(layout.form(before)) &&
    /^(?:,|;|--|—)$/.test(layout.form(before - 1))
  return joins ? words.starts[before - 1] : undefined
}

function endAt(text: string, draft: Draft, edge: number): Draft {
  if (draft.content.every(({end}) => end <= edge)) return draft
  // What begins behind the edge is the second half of a saying that the speaker interrupts.
  const content = draft.content.flatMap(span => (edge <= span.start ? [span] : spanBefore(text, span, edge)))
  return {...draft, content}
}

function spanBefore(text: string, {start, end}: Span, edge: number): Span[] {
  let last = Math.min(end, edge)
  if (last < end) while (start < last && /[\s,;–—-]/.test(text[last - 1]!)) last--
  return start < last ? [{start, end: last}] : []
}

/** "“…,” one said, according to the clinic": the clinic passed the words on. */
function isPassedOn({cue, content, rule}: Draft, {cue: according}: Draft): boolean {
  const gap = according[0]!.start - Math.max(...cue.map(({end}) => end))
  return (
    /before|around/.test(rule) && 0 <= gap && gap <= VIA_GAP_MAX && content.every(({end}) => end <= according[0]!.start)
  )
}
