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
    'old; older; previously recorded; previously released; previously published; previously aired; archive; archival; archived; file; recycled; years-old; years - old; decades - old; earlier; vintage; historic; historical; recorded earlier; recorded years; recorded before; past; dated; reused; decades-old; previous; undated old; taken from an earlier'
  ],
  [
    'new',
    'new; newly released; newly recorded; newly shot; never-before-seen; never - before - seen; never before seen; never before aired; previously unseen; previously unreleased; previously unpublished; unseen; unreleased; fresh; recent; recently recorded; original; exclusive; latest'
  ]
]
