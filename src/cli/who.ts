import type {EntityKind} from '../language/analysis.ts'
import {edtfBounds} from '../language/edtf.ts'
import type {StoredClaim} from '../record/store.ts'
import type {Asked} from '../record/timeline/as-of.ts'
import {ExitCode} from './exit-code.ts'
import {marksOf} from './marks-of.ts'
import {findOneSubject} from './one-subject.ts'
import {openRecord} from './open-record.ts'
import {showWho} from './page/who-page.ts'
import type {RecordOption} from './record-path.ts'
import {recordedPoint} from './recorded-point.ts'
import type {Terminal} from './terminal.ts'

export interface WhoOptions extends RecordOption {
  /** EDTF. */
  readonly on?: string
  readonly known?: string
  readonly recorded?: string
  readonly json?: boolean
}

/** What can be led, spoken for and belonged to. */
const BODIES: readonly EntityKind[] = ['organisation', 'group', 'outlet', 'place', 'production', 'work', 'event']

/** Say who led, spoke for or belonged to the body that goes by `words`. */
export async function who(asked: Asked, words: string, options: WhoOptions, terminal: Terminal): Promise<ExitCode> {
  const on = options.on ?? new Date().toISOString().slice(0, 10)
  const store = await openRecord(options)
  try {
    const recordedBy = options.recorded === undefined ? undefined : await recordedPoint(store, options.recorded)
    const subject = await findOneSubject(store, words, terminal, BODIES)
    if (typeof subject === 'number') return subject
    const found = await store.timeline.asOf(subject.address, {
      asked,
      on: edtfBounds(on)!,
      ...(options.known !== undefined && {knownBy: edtfBounds(options.known)!.latest}),
      ...(recordedBy !== undefined && {recordedBy})
    })
    const question = {asked, name: subject.name, on, known: options.known, recorded: recordedBy}
    if (options.json)
      terminal.writeJson({
        format: 'hearsay-who/1',
        ...question,
        subject: subject.address,
        ...found,
        answers: found.answers.map(({by, against, ...answer}) => ({
          ...answer,
          by: by.map(claimJson),
          against: against.map(claimJson)
        }))
      })
    else {
      const claims = found.answers.flatMap(({by, against}) => [...by, ...against])
      showWho(terminal.page, question, found, await marksOf(store, claims))
    }
    return found.answerCount > 0 ? ExitCode.done : ExitCode.notFound
  } finally {
    await store.close()
  }
}

/** A claim as answers cite it. */
export function claimJson({id, claimKind, claim, words, document, entities}: StoredClaim): unknown {
  const {id: documentId, title, outlet, published, ref} = document
  return {id, claimKind, words, document: {id: documentId, title, outlet, published, ref}, entities, claim}
}
