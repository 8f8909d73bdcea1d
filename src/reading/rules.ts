/** How a statement was recognised, in words for a reader, and how often such a one is right: from the train part of PolNeAR. */
export const RULES = {
  'quoted-after': {reason: 'quoted words follow the verb', score: 0.95},
  'quoted-before': {reason: 'quoted words stand before the verb', score: 0.97},
  colon: {reason: 'quoted words follow a colon, and nobody else is named as saying them', score: 0.7},
  'clause-after': {reason: 'a clause follows the verb', score: 0.88},
  'clause-before': {reason: 'a clause stands before speaker and verb', score: 0.88},
  'clause-around': {reason: 'speaker and verb stand inside a clause', score: 0.8},
  urge: {reason: 'the verb urges somebody to do something', score: 0.75},
  promise: {reason: 'the verb promises an act', score: 0.8},
  owned: {reason: 'the verb owns or disowns an act', score: 0.75},
  accuse: {reason: 'the verb accuses somebody of something', score: 0.78},
  preposition: {reason: 'the verb and its preposition name what was said', score: 0.65},
  naming: {reason: 'the verb gives something a name', score: 0.7},
  describing: {reason: 'the verb describes something as something', score: 0.65},
  object: {reason: 'the object of the verb is what was said', score: 0.6},
  inferred: {reason: 'the sentence before the quoted words is about this person', score: 0.45},
  signed: {reason: 'a name behind a dash signs the quoted words', score: 0.85},
  'according-to': {reason: 'the words are given "according to" the source', score: 0.9},
  learnt: {reason: 'a model that has learnt from marked articles reads words of somebody here', score: 0.6}
} as const

export type Rule = keyof typeof RULES
