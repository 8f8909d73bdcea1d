import type {Certainty} from './claim.ts'

/*
 * Words that say of what hangs on them that it is not told as done. General knowledge of English: Karttunen's implicatives (1971),
 * Kiparsky's factives (1970) and the usual verbs of wish, order, plan and thought. Each list holds lemmas.
 */

/** What hangs on these did not happen: "failed to open it", "denied taking it", "was barred from leaving". */
export const NEGATING_VERBS = `
  fail refuse decline neglect avoid refrain prevent prohibit bar ban block forbid deter dissuade discourage deny refute
  disprove debunk avert foil thwart scrap pretend abstain desist hinder preclude forgo`

/** Negate only a clause behind "from": "kept them from leaving". */
export const NEGATING_WITH_FROM = 'stop keep save hold protect restrain block bar prohibit'

/** An event that is the object, or that undergoes them, did not happen: "the vote was cancelled", "averted a strike". */
export const UNDOING_VERBS = `
  cancel avert foil thwart prevent avoid deny scrap abort lack forestall forgo veto`

/** What hangs on these is wished, ordered, planned, tried, feared or asked: nothing says that it came to pass. */
export const UNREAL_VERBS = `
  want wish hope intend threaten promise vow pledge agree decide order ask urge demand try attempt seek aim need offer propose
  request instruct require recommend advise encourage invite tempt fear worry prepare accuse charge suspect allege choose
  struggle fight wait hesitate volunteer apply contemplate mull ponder weigh consider imagine dream resolve swear undertake
  strive endeavour endeavor beg plead implore lobby push campaign call authorise authorize permit entitle oblige commit dare
  afford deserve opt plot conspire prefer long yearn suggest insist negotiate debate discuss petition`

/** What hangs on these is to come: "is scheduled to meet", "is about to leave". */
export const COMING_WORDS =
  'schedule plan slate due set poise bind about expect project tip fix prepared ready destined'

/** Adjectives of what hangs on them. */
export const ADJECTIVES: readonly (readonly [string, Certainty])[] = [
  ['likely probable certain sure bound', 'probable'],
  [
    'possible conceivable able capable free willing eager keen prepared ready welcome eligible hopeful afraid worried',
    'possible'
  ],
  ['unlikely doubtful improbable', 'unlikely'],
  [
    'hard difficult easy important necessary essential vital crucial impossible unclear uncertain unsure legal illegal safe',
    'unknown'
  ],
  ['reluctant unwilling hesitant desperate determined anxious better best good', 'unknown']
]

/** "unable to": it did not happen. */
export const NEGATING_ADJECTIVES = 'unable impossible powerless unwilling'

/** Nouns of what is only wished, planned, feared, possible or said: "a plan to sell", "fears of an attack". */
export const UNREAL_NOUNS: readonly (readonly [string, Certainty])[] = [
  ['plan intention schedule preparation bid decision agreement proposal promise pledge vow commitment', 'unknown'],
  ['attempt effort wish desire hope demand call request order appeal invitation permission right duty need', 'unknown'],
  [
    'threat risk fear possibility chance prospect danger likelihood probability potential ability opportunity',
    'possible'
  ],
  ['allegation accusation claim rumour rumor suspicion charge conspiracy plot theory idea belief question', 'unknown'],
  ['lack absence prevention avoidance', 'unlikely']
]

/** Adjectives and participles before the noun of an event: "an alleged attack", "the planned merger". */
export const UNREAL_DESCRIPTIONS: readonly (readonly [string, Certainty])[] = [
  ['planned plan scheduled schedule upcoming forthcoming impending expected expect imminent pending', 'probable'],
  ['possible potential threatened threaten proposed propose eventual hypothetical suggested future feared', 'possible'],
  ['alleged allege suspected suspect supposed rumoured rumored purported reported so-called claimed', 'unknown'],
  ['attempted attempt would-be', 'unknown']
]

/** "the failed attack", "a foiled plot". */
export const UNDONE_DESCRIPTIONS =
  'failed foiled thwarted averted cancelled canceled aborted abortive unsuccessful abandoned'

/** That what hangs on these is so is taken for granted, even where they are denied or asked. */
export const FACTIVE_VERBS = `
  know realise realize regret discover notice learn see remember recall forget reveal acknowledge admit confirm recognise
  recognize understand resent lament celebrate witness watch hear`

/** Verbs that only carry the noun of an event: it shares their fate. */
export const CARRYING_VERBS = `
  hold carry conduct launch take happen occur make stage commit go begin start mount perform execute proceed undertake`

/** Verbs by which somebody says something: what they say is theirs, and sure as they say it. */
export const TELLING_VERBS = `
  say tell report announce state declare claim write add note explain argue insist maintain assert warn testify tweet post
  reply answer respond complain remark observe comment inform notify`
