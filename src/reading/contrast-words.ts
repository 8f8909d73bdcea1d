/**
 * Verbs of claiming that cast doubt of themselves, "said" does not, with what must hang on them: a clause ("claims to seek"), or a
 * thing as well ("denies the sale"). "Claimed three lives" and "maintains a house" claim nothing.
 */
export const CLAIMING_VERBS =
  'claim insist maintain profess purport pretend assert contend swear allege boast vow deny promise pledge guarantee'
export const CLAIMING_THINGS = 'deny promise pledge profess guarantee'

/** Verbs of saying, by which the same speaker only goes on: "denied the sale but said that". */
export const GOING_ON_VERBS =
  'decline say add tell acknowledge admit concede note warn suggest argue explain write agree offer call ask urge claim insist maintain'

/** Words that set a clause or sentence against the one before. */
export const OPPOSING_WORDS = 'but yet however nevertheless nonetheless'
/** Conjunctions under which a claim stands against the main clause. */
export const CONCEDING_WORDS = 'although though while whilst even whereas'
/** What opens a sentence on how things are, after what was claimed. */
export const REALITY_NOUNS = 'reality truth practice actuality'

/** Nouns for what somebody said, where something is so "despite" or "contrary to" it. */
export const SAID_NOUNS = `
claim denial promise assurance statement insistence pledge vow assertion pronouncement protestation guarantee allegation contention declaration
boast announcement commitment word remark comment testimony narrative account
`
/** Nouns that stand so only with "contrary to". */
export const BELIEVED_NOUNS = 'report rumour rumor belief story version suggestion theory figure finding'

/** Nouns for what can be laid beside what somebody said. */
export const ACCOUNT_NOUNS = `
claim denial statement assertion account version story testimony narrative assurance allegation explanation report evidence record finding
figure data document footage video photograph image result promise pledge remark comment estimate accounting recollection contention
`

/** Verbs that set one account against another, whatever they are of. */
export const CONTRADICTING_VERBS = 'contradict belie'
/** Verbs that do so where what somebody said is their object. */
export const UNDERMINING_VERBS = 'undercut undermine disprove debunk discredit rebut dispel confound refute'
/** Verbs that do so with a preposition: "conflicts with", "differs from". */
export const DIVERGING_VERBS = 'conflict clash differ jar diverge square tally match accord agree fit'
/** Of these only what is denied sets apart: "does not square with". */
export const AGREEING_VERBS = 'square tally match accord agree fit'

/** What is "in contrast to" a plan or a pledge does not fit it; "in contrast to last year" sets nothing against words. */
export const CONTRAST_NOUN = 'contrast'

/** Adjectives for accounts that do not fit together. */
export const CONFLICTING_ADJECTIVES = 'contradictory conflicting contradicting inconsistent irreconcilable'
/** What is one of these with an account does not fit it. */
export const UNFITTING_ADJECTIVES = 'inconsistent incompatible irreconcilable odds contradiction variance contrary'

/** Verbs of not keeping what was said, and what is not kept. */
export const BREAKING_WORD_VERBS = 'break breach betray abandon ignore renege backtrack backpedal'
export const PROMISE_NOUNS = 'promise pledge vow word commitment assurance guarantee undertaking'
