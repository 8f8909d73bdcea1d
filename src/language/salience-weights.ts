/**
 * What speaks for a mention as that which a pronoun means. Set by training/tune-salience.ts on the development part of GAP;
 * those that GAP says nothing of (quotations, things, unnamed nouns) by reading.
 */
export const SALIENCE_WEIGHTS = {
  subject: 0.6,
  object: 0.35,
  possessor: -0.5,
  other: -0.25,
  /** For each sentence between. */
  sentence: -0.8,
  /** For a paragraph's end between; by reading, since GAP has no paragraphs. */
  paragraph: -0.7,
  /** For each word between, to 50. */
  word: -0.02,
  /** For the logarithm of how often it was spoken of. */
  count: 0.45,
  /** Both are subjects. */
  parallel: 0.2,
  /** The pronoun is a possessor in the sentence of a subject. */
  ownSubject: 0.2,
  /** Spoken of before anything else of its kind. */
  topic: 0.2,
  /** Its last mention was itself a pronoun. */
  pronoun: -0.2,
  knownGender: 0.1,
  /** It spoke last, and the pronoun stands outside quotations. */
  speaker: 0.7,
  /** It spoke last, and the pronoun stands inside a quotation: speakers say "I". */
  ownQuotation: -3,
  /** The mention stands in a quotation and the pronoun outside. */
  fromQuotation: -2,
  /** Grammar bars them from being one. */
  barred: -4,
  unnamedPerson: -0.4
}
