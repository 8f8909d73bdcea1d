/** Verbs by whose participle a text says where its evidence lies: "documented in", "shown by". */
export const POINTING_VERBS = `
document detail describe record show see reveal outline cite quote note report list disclose contain chronicle confirm corroborate publish find include
mention print recount summarize summarise itemize itemise verify establish spell lay set
`

/** Of these only "spelt out", "laid out", "set forth" point anywhere. */
export const POINTING_WITH_PARTICLE = 'spell lay set'

/** Verbs that people do to a text: "quoted by the paper" points to nothing. */
export const NEVER_WITH_BY = 'quote cite see include contain publish print mention describe report'

/** Verbs by which evidence itself speaks: "court records show". */
export const SHOWING_VERBS =
  'show reveal indicate suggest confirm document detail disclose establish prove demonstrate attest corroborate'

/** Verbs by which somebody holds evidence up. */
export const CITING_VERBS = 'cite quote reference'

/** How somebody came by evidence: "a letter seen by the Gazette". */
export const OBTAINING_VERBS = 'see obtain review examine view acquire access read verify analyse analyze inspect'

/** Verbs of whoever was first with something: "as first reported by". */
export const BREAKING_VERBS = 'report disclose reveal publish document describe identify'

export const FIRST_WORDS = 'first originally earlier previously'

/** Nouns for works that hold evidence. */
export const EVIDENCE_NOUNS = `
file document record paper report study dossier archive transcript memo memorandum cable email e-mail letter correspondence message
indictment complaint affidavit filing lawsuit testimony deposition subpoena warrant verdict ruling judgment judgement docket
photograph photo picture image imagery footage video recording tape data dataset database statistics figure survey census log logbook
book article memoir diary journal notebook note minute ledger invoice receipt contract deed register registry autopsy evidence audit review analysis poll
intelligence copy excerpt extract draft text version printout screenshot spreadsheet presentation slide manual manifest certificate permit chart map
prospectus statement release bulletin communique communiqué manuscript inventory
`

/** What people say by these they say themselves: no evidence of another's making shows it. */
export const SPEECH_NOUNS = 'statement release bulletin communique communiqué message note text version'

/** Works that are made after others for other ends: "a film based on a book". */
export const TOLD_NOUNS = 'book memoir diary journal article letter log message draft manuscript text'

/** Verbs by which evidence stands against or for what was said. */
export const WEIGHING_VERBS = 'contradict corroborate refute disprove'

/** Nouns for many kinds of things, evidence only where they are said to be somebody's papers or pictures. */
export const LOOSE_NOUNS =
  'figure minute chart map manual note text version draft receipt slide register record picture'
