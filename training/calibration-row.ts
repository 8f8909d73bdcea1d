import {calibrationError, type Judged} from './calibration.ts'
import {bootstrapInterval, type Row} from './scores.ts'

/**
 * A row of how far scores are from shares of right decisions. Each draw of documents adds noise of its own, which can only add
 * to an error: where the error itself is below what the draws give, the interval begins at it.
 */
export function calibrationRow(
  about: Pick<Row, 'part' | 'on' | 'figure'>,
  judgedByDocument: readonly (readonly Judged[])[]
): Row {
  const errorOf = (documents: readonly (readonly Judged[])[]) => calibrationError(documents.flat())
  const value = errorOf(judgedByDocument)
  const [from, to] = bootstrapInterval(judgedByDocument, errorOf, {rounds: 200})
  return {...about, value, interval: [Math.min(from, value), to]}
}
