/** Nouns, as lemmas, for a post without a word of which: "left the post in June". */
export const POST_NOUNS =
  'post office position job role seat title chair presidency premiership chairmanship leadership helm'

/** Nouns, as lemmas, for whatever somebody leads, where its name is not said again. */
export const LED_NOUNS =
  'observatory hospital clinic church diocese parish orchestra choir theatre theater opera festival gallery library archive academy faculty laboratory lab centre center station airport port mine factory plant mill brewery chain guild federation league chamber court regiment battalion division squadron fleet militia commission authority charity trust fund bureau business network programme mission expedition group province city town county country state company firm party team club movement organisation organization project agency institute institution body ministry department office band squad force army union association foundation bank school university museum paper newspaper magazine board council committee brigade region island government service'

/** Verbs, as lemmas, whose subject holds the post of who leads the object. */
export const LEADING_VERBS = 'lead head run govern direct command chair manage rule coach captain edit oversee'

/** Verbs, as lemmas, whose object is a post that the subject holds. */
export const HOLDING_VERBS = 'hold occupy fill'

/** Verbs, as lemmas, that in the passive begin a post. */
export const CHOOSING_VERBS =
  'appoint name elect hire choose select install swear promote recruit enthrone ordain inaugurate'

/** Verbs, as lemmas, that in the active end the post of their object. */
export const DISMISSING_VERBS = 'dismiss sack fire oust'

/** Heads of titles, as nouns, of who leads a body as a whole. */
export const LEADING_POSTS =
  'director president chief chair chairman chairwoman chairperson executive ceo head boss commander principal rector dean warden mayor governor captain coach manager editor curator conductor superintendent commissioner minister abbot bishop archbishop imam provost chancellor'
