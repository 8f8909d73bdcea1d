import {CORRECTABLE, PARTICIPATIONS} from '../record/judging/correctable-fields.ts'
import {findWords, offsetAt} from '../record/judging/find-words.ts'
import type {JudgedClaim} from '../record/judging/judging-index.ts'
import type {Store} from '../record/store.ts'
import type {Span} from '../text/span.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne, type JudgingOptions, judgementWords, readPlace, tellJudgement, withRecord} from './judging.ts'
import {quoted} from './page/safe-text.ts'
import type {Terminal} from './terminal.ts'

export interface CorrectOptions extends JudgingOptions {
  readonly at?: string
  readonly empty?: boolean
}

/** Say what a field of a claim or a document should read. */
export async function correct(
  [words = '', field = '', ...rest]: readonly string[],
  options: CorrectOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const given = rest.join(' ')
  if (field === '' || (given === '') !== (options.empty === true))
    throw new CommandFailure(
      ExitCode.usage,
      'Cannot correct: name what, which field of it, and what it should read; --empty where it should read nothing'
    )
  return withRecord(options, async store => {
    const {id, kind} = await findOne(store, words, ['claim', 'document'], {verb: 'correct', page: terminal.page})
    const value = options.empty
      ? null
      : kind === 'document'
        ? ofDocument(field, given)
        : await ofClaim(store, id, field, given, options)
    const judgement = await store.judging.judge({kind: 'correct', about: id, field, value, ...judgementWords(options)})
    return tellJudgement(judgement, options, terminal)
  })
}

/** Authors are set apart by semicolons: their own names may have commas. */
function ofDocument(field: string, given: string): unknown {
  if (field !== 'authors') return given
  return given
    .split(';')
    .map(author => author.trim())
    .filter(author => author !== '')
}

async function ofClaim(store: Store, id: string, field: string, given: string, {at}: CorrectOptions): Promise<unknown> {
  const judged = await store.judging.claim(id)
  const document = judged && (await store.judging.reading(judged.document.id))?.document
  if (!judged || !document) throw new CommandFailure(ExitCode.notFound, `Cannot correct ${quoted(id)}: it is not there`)
  const rules = CORRECTABLE[judged.claimKind]
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
  const place = at === undefined ? undefined : readPlace(at)
  const which = {at: place && offsetAt(document.text, ...place), within: judged.claim.evidence}
  if (rule?.kind === 'span') return findWords(document.text, given, which)
  if (rule?.kind === 'spans') return stretches(given).map(stretch => findWords(document.text, stretch, which))
  if (rule?.kind === 'participants') return participants(given, words => findWords(document.text, words, which))
  if (rule?.kind !== 'entity') return given
  if (rule.orWords && isNoWords(judged, field, given)) return given
  try {
    return findWords(document.text, given, which)
  } catch (error) {
    // What stands for no entity of the text can be given in any words.
    if (rule.orWords && at === undefined) return given
    throw error
  }
}

/** `agent: Anna Marlow; target: harbour office; old quay`: whose part is not said only took part. */
function participants(given: string, find: (words: string) => Span): object[] {
  const each = given.split(';').filter(one => one.trim() !== '')
  return each.map(one => {
    const [, part = 'other', words = ''] = PARTICIPANT.exec(one)!
    return {...find(words.trim()), part}
  })
}

const PARTICIPANT = new RegExp(`^\\s*(?:(${PARTICIPATIONS.join('|')})\\s*:)?([^]*)$`)

/** The document judges in its own name. */
function isNoWords({claimKind}: JudgedClaim, field: string, given: string): boolean {
  return claimKind === 'assessment' && field === 'assessor' && given === 'document'
}

/** Words that are left out between two stretches are written as an ellipsis. */
function stretches(given: string): string[] {
  return given
    .split(/…|\.\.\./)
    .map(stretch => stretch.trim())
    .filter(stretch => stretch !== '')
}
