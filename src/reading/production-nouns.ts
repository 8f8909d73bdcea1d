/** What kind of thing a production is: words of one family can name the same thing. */
export type MediumFamily = 'moving' | 'sound' | 'statement' | 'writing' | 'any'

/** Nouns for productions that are units whenever one is told of, by family. */
export const STRONG_MEDIA: readonly (readonly [string, MediumFamily])[] = [
  [
    'video film documentary movie clip footage trailer cartoon miniseries videotape docuseries docudrama biopic webcast livestream telecast',
    'moving'
  ],
  ['audiotape recording podcast song album anthem nasheed soundtrack mixtape', 'sound'],
  [
    'magazine book novel memoir leaflet pamphlet manifesto poem anthology comic biography autobiography newsletter poster bulletin play musical opera',
    'writing'
  ]
]

/** Nouns for productions that are units only where the text comes back to them or names them. */
export const WEAK_MEDIA: readonly (readonly [string, MediumFamily])[] = [
  ['broadcast programme program show series episode reel compilation advertisement advert', 'moving'],
  ['message sermon', 'sound'],
  ['statement communique communiqué declaration press-release', 'statement'],
  [
    'letter memo memorandum email e-mail post tweet blog article report study paper survey essay interview op-ed editorial dossier filing column',
    'writing'
  ]
]

/** Nouns that take up any production told of before: "the production opens with". */
export const GENERIC_MEDIA = 'production publication'

/** Verbs for spreading a production, as participle or finite verb: its date and channels stand by them. */
export const RELEASE_VERBS = `
released issued published circulated distributed disseminated posted broadcast aired uploaded shared spread emerged surfaced appeared unveiled launched screened premiered shown streamed televised
tweeted publicized publicised printed leaked delivered sent made produced recorded filmed shot directed written narrated obtained put given handed
releases issues publishes circulates distributes posts broadcasts airs uploads
`

/** Verbs whose doer, after "by", made the production or put it out. */
export const MAKER_VERBS = `
produced released issued published made created directed written authored filmed shot recorded posted distributed circulated disseminated put uploaded commissioned edited composed compiled
given sent taken leaked launched prepared penned drafted
`

/** Nouns for a place of spreading. */
export const CHANNEL_NOUNS = `
website websites site sites telegram twitter facebook youtube instagram tiktok vkontakte whatsapp signal x reddit channel channels account accounts forum forums newspaper newspapers
television tv radio station blog page pages internet platform platforms app magazine journal online conference
`

/** Words before an indefinite production that make it another one than the last. */
export const OTHERNESS =
  'another second third fourth earlier previous separate similar different other older later new subsequent follow-up prior'

/** Nouns that mean a production only with a title and a broadcaster: else "the aid programme". */
export const SCHEDULE_NOUNS = 'programme program show series episode'
