import {COMMON_WORDS} from '../../language/common-words.ts'

/** Words that deny what they stand in. */
export const NEGATORS: ReadonlySet<string> = new Set(['not', 'never', 'no'])

/** With these behind it a negator does not simply deny. */
export const WEAKENED_NEGATORS: Readonly<Record<string, readonly string[]>> = {
  not: [
    'only',
    'just',
    'merely',
    'simply',
    'least',
    'yet',
    'until',
    'necessarily',
    'always',
    'entirely',
    'fully',
    'so'
  ],
  no: ['longer', 'doubt', 'more', 'matter', 'wonder', 'later', 'sooner', 'less'],
  never: ['mind', 'again']
}

/** What is said with one of these can hold beside its negation. */
export const OPEN_WORDS: ReadonlySet<string> = new Set(
  `may might perhaps maybe possibly probably likely some few several many most sometimes often usually occasionally partly
   someone somebody something somewhere if unless whether`
    .trim()
    .split(/\s+/)
)

/** Words that make what follows them in their sentence another's, a condition or a denial. */
export const GUARDING_WORDS: ReadonlySet<string> = new Set(
  `not never no nobody none nothing neither nor without if unless whether until hardly scarcely false untrue lie wrong deny denies
   denied refuse refuses refused reject rejects rejected doubt doubts doubted say says said claim claims claimed tell tells told think
   thinks thought believe believes believed suggest suggests suggested allege alleges alleged hope hopes hoped wish wishes wished
   want wants wanted suppose supposes supposed pretend pretends pretended imagine report reports reported rumour rumours rumor
   rumors may might perhaps maybe`
    .trim()
    .split(/\s+/)
)

/** Words before a statement that deny it, the longest first. */
export const DENYING_FRAMES: readonly (readonly string[])[] = [
  'there is no truth in the claim that',
  'there is no truth in reports that',
  'it is simply not true that',
  'it is not true that',
  'it is not the case that',
  'it was not true that',
  'it is completely false that',
  'it is false that',
  'it was false that',
  'it is untrue that',
  'it was untrue that',
  'it is a lie that',
  'it is wrong to say that',
  'it is wrong to say',
  'it is wrong that'
]
  .map(frame => frame.split(' '))
  .sort((a, b) => b.length - a.length)

/** Words before a statement by which its speaker denies having said it, the longest first. */
export const UNSAYING_FRAMES: readonly (readonly string[])[] = ['i', 'we', 'he', 'she', 'they']
  .flatMap(who =>
    ['never', 'did not', 'have never', 'has never', 'had never', 'have not', 'has not', 'had not'].flatMap(never =>
      ['say', 'said', 'claim', 'claimed', 'state', 'stated'].flatMap(verb => [
        `${who} ${never} ${verb} that`,
        `${who} ${never} ${verb}`
      ])
    )
  )
  .map(frame => frame.split(' '))
  .sort((a, b) => b.length - a.length)

/** Words that stand between a cue that denies and what is denied. */
export const DENIED_FRAMES: readonly (readonly string[])[] = [
  ...['having said', 'saying', 'ever saying', 'ever having said', 'having claimed', 'claiming'].flatMap(frame => [
    `${frame} that`,
    frame
  ]),
  ...[
    'claim',
    'claims',
    'report',
    'reports',
    'allegation',
    'allegations',
    'accusation',
    'accusations',
    'suggestion',
    'suggestions',
    'rumour',
    'rumours',
    'rumor',
    'rumors'
  ].flatMap(noun => [`the ${noun} that`, `${noun} that`]),
  'that'
]
  .map(frame => frame.split(' '))
  .sort((a, b) => b.length - a.length)

/** Cues by which a speaker denies the content. */
export const DENYING_CUES: ReadonlySet<string> = new Set(
  'deny denies denied denying refute refutes refuted refuting disavow disavows disavowed reject rejects rejected rejecting dismiss dismisses dismissed'.split(
    ' '
  )
)

/** Cues by which nothing is said to be so. */
export const ASKING_CUES: ReadonlySet<string> = new Set(
  'ask asks asked asking wonder wonders wondered wondering question questions questioned inquire inquires inquired enquire enquires enquired'.split(
    ' '
  )
)

/** Words that do not tell one statement from another. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...COMMON_WORDS,
  ...NEGATORS,
  ...`a an i am me him its us am any done doing does did just also too very so that t s`.split(' ')
])

/** Left out where one of two statements is negated: "a deal", "no deal", "any deal". */
export const DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'any'])

export const MONTHS: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' ')
)

/** Forms that are not made by an ending: the first is the verb's own. */
export const IRREGULAR_VERBS: readonly string[] = [
  'be is are am was were been being',
  'begin began begun',
  'break broke broken',
  'bring brought',
  'build built',
  'buy bought',
  'catch caught',
  'choose chose chosen',
  'come came',
  'die dies died',
  'do does did done',
  'drive drove driven',
  'fall fell fallen',
  'fight fought',
  'find found',
  'fly flew flown flies',
  'forget forgot forgotten',
  'get got gotten',
  'give gave given',
  'go goes went gone',
  'grow grew grown',
  'have has had',
  'hear heard',
  'hide hid hidden',
  'hold held',
  'keep kept',
  'know knew known',
  'lead led',
  'leave left',
  'lie lies lied',
  'lose lost',
  'make made',
  'mean meant',
  'meet met',
  'pay paid',
  'run ran',
  'say said',
  'see saw seen',
  'sell sold',
  'send sent',
  'shoot shot',
  'sink sank sunk',
  'speak spoke spoken',
  'spend spent',
  'stand stood',
  'steal stole stolen',
  'strike struck stricken',
  'swear swore sworn',
  'take took taken',
  'teach taught',
  'tell told',
  'think thought',
  'understand understood',
  'win won',
  'withdraw withdrew withdrawn',
  'write wrote written'
]
