/** Passive verbs by which someone comes to hold a title: "was named director". */
export const BEGINNING_VERBS = `
named appointed elected re-elected reelected chosen selected picked installed promoted reappointed re-appointed made crowned ordained nominated sworn inaugurated anointed designated enthroned drafted voted hired recruited
tapped proclaimed declared commissioned confirmed
`

/** Verbs by which someone takes a title: "became director", "took over as director". */
export const TAKING_PHRASES: readonly string[] = [
  'became',
  'becomes',
  'becoming',
  'become',
  'since become',
  'will become',
  'would become',
  'would take over as',
  'would take charge as',
  'will take charge as',
  'took charge as',
  'takes charge as',
  'will serve as',
  'is to become',
  'is set to become',
  'will take over as',
  'took over as',
  'takes over as',
  'taking over as',
  'took office as',
  'took up his post as',
  'took up her post as',
  'was sworn in as',
  'started as',
  'began as',
  'joined as',
  'returned as'
]

/** Verbs by which a title is laid down or lost: "resigned as director", "was sacked as director". */
export const ENDING_PHRASES: readonly string[] = [
  'resigned',
  'resigns',
  'stepped down',
  'steps down',
  'stood down',
  'quit',
  'retired',
  'left office',
  'was fired',
  'was sacked',
  'was dismissed',
  'was ousted',
  'was removed',
  'was impeached',
  'was deposed',
  'was toppled',
  'was overthrown',
  'was voted out',
  'was suspended',
  'was forced out',
  'was replaced'
]

/** What may stand between a verb that ends a title and the title. */
export const ENDING_LINKS: readonly string[] = [
  'as',
  'from his post as',
  'from her post as',
  'from his position as',
  'from her position as',
  'from his job as',
  'from her job as',
  'from his role as',
  'from her role as',
  'from the post of',
  'from the office of',
  'from being'
]

/** Verbs whose subject holds what follows, and whether still. */
export const COPULAS: Readonly<Record<string, 'current' | 'former'>> = {
  is: 'current',
  "'s": 'current',
  '’s': 'current',
  are: 'current',
  am: 'current',
  "'m": 'current',
  '’m': 'current',
  remains: 'current',
  remain: 'current',
  'has been': 'current',
  'have been': 'current',
  'sits at': 'current',
  'stands at': 'current',
  'is at': 'current',
  'serves as': 'current',
  'serve as': 'current',
  'serving as': 'current',
  'works as': 'current',
  'acts as': 'current',
  'is now': 'current',
  'has served as': 'current',
  was: 'former',
  were: 'former',
  'had been': 'former',
  'served as': 'former',
  'had served as': 'former',
  'worked as': 'former',
  'acted as': 'former'
}

/** Verbs by which a title will be laid down. */
export const LEAVING_PLANS: readonly string[] = [
  'will step down',
  'will resign',
  'will retire',
  'will stand down',
  'is stepping down',
  'is standing down',
  'is leaving',
  'will leave',
  'is to leave',
  'is retiring',
  'is to step down',
  'is to retire',
  'is to resign',
  'plans to step down'
]

/** Verbs by which one person takes the post of another. */
export const SUCCEEDING_PHRASES: readonly string[] = [
  'replaced',
  'replaces',
  'succeeded',
  'succeeds',
  'took over from',
  'takes over from',
  'taking over from',
  'will succeed',
  'will replace',
  'replacing',
  'succeeding'
]
