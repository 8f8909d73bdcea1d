import type {EffectiveReading} from '../record/judging/effective-reading.ts'
import {findWords, offsetAt} from '../record/judging/find-words.ts'
import type {NamingWords} from '../record/judging/judgement.ts'
import type {AskedClaim} from '../record/judging/judging-index.ts'
import {entityAt} from '../record/judging/local-entities.ts'
import type {Span} from '../text/span.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne, type JudgingOptions, judgementWords, readPlace, tellJudgement, withRecord} from './judging.ts'
import type {Terminal} from './terminal.ts'

/** Kinds of claims that a person makes, as options. */
export const MADE_KINDS = ['statement', 'role', 'relation', 'event'] as const
/** Who takes part, in the words of the document. */
export const MADE_PARTS = ['speaker', 'person', 'organisation', 'from', 'to', 'agent', 'target', 'place'] as const
/** What else a claim says. */
export const MADE_FIELDS = [
  'title',
  'status',
  'kind',
  'phrase',
  'what',
  'begun',
  'ended',
  'observed',
  'during',
  'when'
] as const

type Given = Partial<Record<(typeof MADE_PARTS)[number] | (typeof MADE_FIELDS)[number], string>>

export type ClaimOptions = JudgingOptions &
  Given &
  Partial<Record<(typeof MADE_KINDS)[number], boolean>> & {
    readonly words?: readonly string[]
    readonly at?: string
    readonly negative?: boolean
  }

/** Make a claim in words of a document that a person chose. */
export async function claim(words: string, options: ClaimOptions, terminal: Terminal): Promise<ExitCode> {
  const [kind, ...others] = MADE_KINDS.filter(each => options[each])
  if (!kind || others.length > 0)
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot make a claim: say what it is by one of ${MADE_KINDS.map(each => `--${each}`).join(', ')}`
    )
  return withRecord(options, async store => {
    const {id} = await findOne(store, words, ['document'], {verb: 'make a claim in', page: terminal.page})
    const reading = (await store.judging.reading(id))!
    const judgement = await store.judging.judge({
      kind: 'claim',
      about: id,
      claim: claimOf(kind, reading, options),
      ...judgementWords(options)
    })
    return tellJudgement(judgement, options, terminal)
  })
}

function claimOf(kind: AskedClaim['kind'], reading: EffectiveReading, options: ClaimOptions): AskedClaim {
  const {text} = reading.document
  const at = options.at === undefined ? undefined : offsetAt(text, ...readPlace(options.at))
  const evidence = (options.words ?? []).map((words, index) => findWords(text, words, index === 0 ? {at} : {}))
  const parts = MADE_PARTS.flatMap(part => {
    const words = options[part]
    return words === undefined ? [] : [[part, findNaming(reading, words, evidence)] as const]
  })
  const fields = MADE_FIELDS.flatMap(field => (options[field] === undefined ? [] : [[field, options[field]] as const]))
  const polarity = options.negative ? {polarity: 'negative'} : {}
  return {kind, evidence, parts: Object.fromEntries(parts), fields: {...Object.fromEntries(fields), ...polarity}}
}

/** Words that name somebody: `Anna Marlow`, or `Anna Marlow @12:4` where the name stands more than once. */
function findNaming({document, reading}: EffectiveReading, given: string, evidence: readonly Span[]): NamingWords {
  const [, words = given, place] = /^(.*\S)\s*@(\d+:\d+)$/s.exec(given) ?? []
  if (place !== undefined) return findWords(document.text, words, {at: offsetAt(document.text, ...readPlace(place))})
  // A name that means one and the same wherever it stands means it here.
  const bearers = reading.entities.filter(({mentions}) =>
    mentions.some(({start, end}) => document.text.slice(start, end) === words)
  )
  const [only] = bearers.length === 1 ? bearers : []
  const mention = only?.mentions.find(({start, end}) => document.text.slice(start, end) === words)
  if (mention && entityAt(reading.entities, mention) === only && !within(evidence, document.text, words))
    return {start: mention.start, end: mention.end}
  return findWords(document.text, words, {within: evidence})
}

function within(evidence: readonly Span[], text: string, words: string): boolean {
  return evidence.some(({start, end}) => text.slice(start, end).includes(words))
}
