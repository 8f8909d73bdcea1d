import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openStore} from '../../src/record/open-store.ts'
import {TAMPERINGS, type Tampering} from '../../test/support/tampering.ts'
import {type PreparedRecord, prepareRecord} from '../../test/support/tampering-record.ts'
import {verifyRecord} from '../../verifier/verify.ts'
import {atLeast, type Figure, never} from './figure.ts'

/** Scripts that nobody should be able to run unseen; fewer would not be worth a figure. */
const SCRIPTS_MIN = 20

/** Do to a record what somebody could who may do anything in its file, one script a copy: each must be noticed. */
export async function tamper({tell}: {readonly tell: (line: string) => void}): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-tampering-'))
  const prepared = await prepareRecord(folder)
  const missed = {verify: 0, verifier: 0}
  for (const [index, tampering] of TAMPERINGS.entries()) {
    const record = {...prepared, path: join(folder, `tampered-${index}.db`)}
    copyFileSync(prepared.path, record.path)
    await tampering.tamper(record)
    const {verify, verifier} = await notice(tampering, record)
    if (!verify) missed.verify++
    if (!verifier) missed.verifier++
    tell(`${verify ? 'noticed' : 'MISSED'}: somebody ${tampering.what}`)
  }
  rmSync(folder, {recursive: true})
  return [
    atLeast(SCRIPTS_MIN, 'tampering: scripts', TAMPERINGS.length, 'scripts'),
    never('tampering: not noticed by verify', missed.verify, 'scripts'),
    never('tampering: changes to what is kept that the second verifier missed', missed.verifier, 'scripts')
  ]
}

/** A record that was rewritten as a whole agrees with itself: any one checkpoint that was kept elsewhere has to show it. */
async function notice(
  {isWhole, isDerived}: Tampering,
  {path, checkpoints}: PreparedRecord
): Promise<{readonly verify: boolean; readonly verifier: boolean}> {
  const given = isWhole ? checkpoints.map(checkpoint => [checkpoint]) : [[]]
  const store = await openStore(path)
  const reports = await Promise.all(given.map(each => store.check({checkpoints: each})))
  await store.close()
  const seen = given.every(each => 0 < verifyRecord(path, each).faults.length)
  return {verify: reports.every(({isSound}) => !isSound), verifier: isDerived === true || seen}
}
