import {edtfBounds} from '../language/edtf.ts'
import {ExitCode} from './exit-code.ts'
import {marksOf} from './marks-of.ts'
import {findOneSubject} from './one-subject.ts'
import {openRecord} from './open-record.ts'
import {showTimeline} from './page/timeline-page.ts'
import type {RecordOption} from './record-path.ts'
import {recordedPoint} from './recorded-point.ts'
import type {Terminal} from './terminal.ts'
import {claimJson} from './who.ts'

export interface TimelineOptions extends RecordOption {
  readonly known?: string
  readonly recorded?: string
  readonly json?: boolean
}

/** Show every post that whoever goes by `words` held, or that was held in it. */
export async function timeline(words: string, options: TimelineOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const recordedBy = options.recorded === undefined ? undefined : await recordedPoint(store, options.recorded)
    const subject = await findOneSubject(store, words, terminal)
    if (typeof subject === 'number') return subject
    const {tenures} = await store.timeline.timeline(subject.address, {
      ...(options.known !== undefined && {knownBy: edtfBounds(options.known)!.latest}),
      ...(recordedBy !== undefined && {recordedBy}),
      claimLimit: options.json ? 100 : 3
    })
    if (options.json)
      terminal.writeJson({
        format: 'hearsay-timeline/1',
        subject: subject.address,
        name: subject.name,
        known: options.known,
        recorded: recordedBy,
        tenures: tenures.map(({claims, ...tenure}) => ({...tenure, claims: claims.map(claimJson)}))
      })
    else {
      const claims = tenures.flatMap(tenure => tenure.claims)
      showTimeline(terminal.page, subject, tenures, await marksOf(store, claims))
    }
    return tenures.length > 0 ? ExitCode.done : ExitCode.notFound
  } finally {
    await store.close()
  }
}
