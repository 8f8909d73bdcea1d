/** Nouns for a part of a production that is shown, played or printed. */
export const SEGMENT_NOUNS = `
clip clips excerpt excerpts extract extracts scene scenes image images picture pictures photo photos photograph photographs footage segment segments sequence sequences shot shots montage passage passages
text caption captions subtitle subtitles narrator narration voiceover voice-over message messages speech speeches sermon interview interviews recording recordings translation chapter chapters article articles
portion animation graphic graphics snippet snippets audio tape tapes song soundbite monologue testimony
`

/** Nouns of people heard in a production without a name: "one speaker says". */
export const HEARD_NOUNS =
  'speaker narrator voice announcer presenter fighter member militant man woman commander voice-over anchor'

/** Verbs by which a production shows a part of itself. */
export const SHOWING_VERBS = `
opens open opened begins begin began starts started features feature featured featuring includes include included including shows show showed contains contained ends ended concludes concluded closes closed
cuts switches responds answers answered replies replied replays plays depicts depicted intersperses interspersed carries carried presents presented
`

/** Participles by which a part is said to be shown. */
export const SHOWN_VERBS =
  'included featured shown played seen heard replayed displayed spliced used inserted interspersed reproduced printed aired distributed pictured scrolled reads read appears follows'

/** Words that say footage is old, and words that say it is new; the longest that stands by the part is taken. */
export const FOOTAGE_PHRASES: readonly (readonly ['old' | 'new', string])[] = [
  [
    'old',
    'old; older; previously recorded; previously released; previously published; previously aired; archive; archival; archived; file; recycled; years-old; years - old; decades - old; earlier; vintage; historic; historical; recorded earlier; recorded years; recorded before; past; dated; reused; decades-old; previous; reprinted; published before; filmed before; shot before; taken before; filmed earlier; recorded weeks before; recorded days before; recorded months before; years old; undated old; taken from an earlier'
  ],
  [
    'new',
    'new; newly released; newly recorded; newly shot; newly filmed; newly made; live; for the first time; never-before-seen; never - before - seen; never before seen; never before aired; previously unseen; previously unreleased; previously unpublished; unseen; unreleased; fresh; recent; recently recorded; original; exclusive; latest'
  ]
]

/** Nouns for productions that have parts, as lemmas: "the film opens with". */
export const HOST_NOUNS =
  'video film documentary movie broadcast programme program show series episode podcast recording magazine production album trailer message tape reel clip footage webcast livestream advertisement advert spot reportage compilation issue'

/** Verbs, as lemmas, by which a production begins or ends with a part, or on it. */
export const PART_OPENERS = 'begin open start end close conclude finish continue resume'

/** Verbs, as lemmas, whose object is a part of the production that is their subject. */
export const PART_SHOWERS = 'show feature include contain carry present depict replay display incorporate'

/** Verbs, as lemmas, by which a production goes on to a part. */
export const PART_TURNS = 'cut turn move switch return jump lead shift fade'

/** Verbs, as lemmas, by which a part is said to be seen or heard. */
export const SEEN_VERBS = 'show see hear play feature include replay display screen use reproduce reprint insert read'

/** Verbs, as lemmas, by which a part is said to come next. */
export const COMING_VERBS = 'follow come appear'

/** Words for a place in an order, as lemmas. */
export const ORDER_WORDS = 'then next first last finally later afterwards lastly secondly thirdly'

/** Adjectives that make "scene" or "shot" the first or last part. */
export const FIRST_PARTS = 'first last final opening closing next second third'

/** Nouns for words that are shown, as lemmas. */
export const TEXT_NOUNS = 'text caption subtitle card inscription sign title banner slogan'

/** Verbs, as lemmas, for what people in a part say: "of the queen speaking". */
export const SPEAKING_VERBS =
  'say speak tell discuss explain address talk read ask warn argue recall sing answer shout urge praise describe threaten announce promise call recite preach chant greet vow'

/** Nouns, as lemmas, for parts that a verb tells of: "the last scene shows". */
export const PART_NOUNS =
  'clip excerpt extract scene image picture photograph photo footage segment sequence shot minute second half part song speech interview recording message sermon view caption map animation re-enactment reenactment chapter article list address lecture performance line report sign monologue testimony'

/** Nouns, as lemmas, for people shown without a name, or with one behind "named as". */
export const PEOPLE_NOUNS =
  'man woman boy girl fighter narrator soldier officer child leader speaker presenter commander witness member voice'
