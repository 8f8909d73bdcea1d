/** What somebody wants to judge cannot be judged so; the message says why, and what can. */
export class JudgementRefused extends Error {
  override readonly name = 'JudgementRefused'
  readonly code = 'judgement_refused'
}
