import type {Certainty} from './claim.ts'

/** Verbs, as lemmas, by which someone judges how things are, and how sure they are then. */
export const JUDGING_VERBS: readonly (readonly [string, Certainty])[] = [
  ['assess believe think conclude reckon judge estimate consider deem figure', 'probable'],
  ['suspect expect predict forecast anticipate infer guess presume assume project', 'probable'],
  ['suggest indicate imply hint', 'probable'],
  ['fear worry hope speculate', 'possible'],
  ['doubt question', 'unlikely']
]

/** Adjectives of judgement after a verb of being, with how sure they are: "it is hard to imagine". */
export const JUDGING_PHRASES: readonly (readonly [Certainty, string])[] = [
  [
    'unlikely',
    'hard to imagine; difficult to imagine; hard to believe; hard to see how; dubious; implausible; far-fetched; too early to say; too soon to say; no evidence; little evidence; insufficient evidence; not enough evidence; scant evidence; no sign; unconvincing; hard to tell; difficult to say'
  ],
  [
    'unknown',
    'not immediately clear; it is unclear; remains unclear; remains to be seen; cannot independently verify; can not independently verify; can not be independently verified; can not verify; can not be verified; can not confirm; could not confirm; can not independently confirm; could not independently confirm; could not be confirmed; could not independently verify; could not verify; could not be verified; could not be independently verified; unable to verify; cannot be verified; yet to be confirmed; not been confirmed; no way of knowing'
  ],
  [
    'unknown',
    'by some accounts; by many accounts; according to some; according to many; according to rumours; according to rumors; according to critics; in the eyes of many; in the eyes of some; in the eyes of critics; in the view of many; in the view of some; rumour has it; rumor has it; legend has it; conventional wisdom'
  ],
  [
    'probable',
    'seems; seemed; appears; appeared; is considered; is regarded as; is seen as; is thought; is believed; are believed; was believed; were believed; was thought; were thought; generally considered; widely considered; widely regarded; widely seen; widely thought; signs of; estimated; an estimated; plausible; in my view; in his view; in her view; on balance; all signs point'
  ]
]

/** Hedges of hedges.ts that are too often a plain description to be a judgement. */
export const PLAIN_HEDGES = new Set('potential; can be; so-called; accused of; a chance; potentially'.split('; '))
