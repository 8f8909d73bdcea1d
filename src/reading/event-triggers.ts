/** Verbs, as lemmas, that tell of an event of a kind. What they need beside them stands in `event-needs.ts`. */
export const EVENT_VERBS: readonly (readonly [string, string])[] = [
  ['appoint elect re-elect reelect inaugurate nominate promote crown reappoint install', 'appointment'],
  ['resign retire quit leave oust depose overthrow topple dismiss sack fire impeach', 'departure'],
  ['join rejoin enlist enrol enroll', 'joining'],
  ['replace succeed', 'succession'],
  ['marry wed divorce', 'marriage'],
  ['discover unearth excavate', 'discovery'],
  ['build construct rebuild demolish', 'building'],
  ['arrive return flee emigrate', 'journey'],
  ['award', 'award'],
  ['secede', 'split'],
  ['kill die assassinate murder execute behead drown slay perish', 'death'],
  [
    'attack bomb shell raid ambush storm strike hit shoot detonate explode stab invade besiege torch assault massacre hack wound injure destroy damage',
    'attack'
  ],
  ['arrest detain capture apprehend imprison jail extradite deport expel', 'arrest'],
  ['free liberate pardon release', 'freeing'],
  ['rescue', 'rescue'],
  ['kidnap abduct hijack', 'kidnapping'],
  ['meet gather visit convene host', 'meeting'],
  ['sign agree ratify pledge', 'agreement'],
  ['charge indict convict sentence sue fine prosecute testify plead acquit', 'trial'],
  ['vote', 'vote'],
  ['collapse erupt flood sink capsize derail crash bury devastate flatten shake rock batter', 'disaster'],
  ['evacuate', 'evacuation'],
  ['acquire buy purchase merge sell', 'acquisition'],
  ['protest march demonstrate riot', 'protest'],
  ['launch establish found co-found cofound form incorporate register open inaugurate unveil begin start', 'launch'],
  ['defeat beat win clinch score', 'contest'],
  ['announce declare issue publish unveil reveal circulate emerge', 'announcement'],
  ['ban approve reject suspend halt cancel postpone outlaw confiscate seize close reopen', 'decision']
]

/** Verbs that need a particle to tell of an event: "set up", "broke away". */
export const EVENT_PARTICLES: readonly (readonly [string, string, string])[] = [
  ['set', 'up', 'launch'],
  ['break', 'away', 'split'],
  ['split', 'from', 'split'],
  ['split', 'off', 'split'],
  ['step', 'down', 'departure'],
  ['stand', 'down', 'departure'],
  ['take', 'over', 'succession'],
  ['break', 'out', 'disaster'],
  ['burn', 'down', 'disaster'],
  ['walk', 'out', 'protest'],
  ['blow', 'up', 'attack']
]

/** Particles and adverbs with which a verb tells of something else: "killed off", "shot down every idea", "stormed out". */
export const OTHER_PARTICLES: readonly (readonly [string, string])[] = [
  ['kill', 'off'],
  ['die', 'away down off out'],
  ['shoot', 'down up'],
  ['storm', 'out off away back home ahead'],
  ['strike', 'back out up'],
  ['hit', 'back out upon on'],
  ['sign', 'up off in on'],
  ['sell', 'out'],
  ['buy', 'into'],
  ['meet', 'up'],
  ['charge', 'up into at'],
  ['crash', 'out'],
  ['open', 'up'],
  ['leave', 'out behind'],
  ['return', 'to']
]

/** Verbs that tell of an event by what they are said of: "struck a deal", "won the election", "opened fire". */
export const VERBS_WITH_OBJECTS: readonly (readonly [verbs: string, objects: string, kind: string])[] = [
  [
    'strike reach sign make clinch seal broker conclude finalise finalize ink secure negotiate cut sell buy announce',
    'deal agreement accord pact treaty truce ceasefire cease-fire armistice settlement compromise memorandum',
    'agreement'
  ],
  [
    'win lose clinch secure',
    'election by-election vote referendum presidency seat seats majority runoff run-off constituency mayoralty primary',
    'election'
  ],
  ['win receive collect earn scoop', 'prize award medal fellowship scholarship honour honor', 'award'],
  ['win', 'case appeal lawsuit suit', 'trial'],
  ['win', 'contract order tender', 'agreement'],
  ['settle', 'case lawsuit suit claim dispute', 'agreement'],
  ['file lodge', 'lawsuit suit charge complaint appeal', 'trial'],
  [
    'release publish issue post air',
    'video film album song single book novel report study paper memoir recording statement footage photograph picture trailer record magazine documentary message communique communiqué',
    'release'
  ],
  ['host stage', 'final match game tournament championship cup race semi-final derby', 'contest'],
  ['open', 'fire', 'attack'],
  ['launch mount stage carry', 'attack assault offensive raid airstrike strike bombing ambush', 'attack'],
  ['detonate plant explode', 'bomb device explosive grenade', 'attack'],
  ['lose claim', 'life', 'death'],
  ['stage hold launch begin', 'strike walkout stoppage sit-in', 'protest']
]

/** Verbs of events that happen to people: guns are fired, and campaigns promoted, otherwise. */
export const PERSON_VERBS = 'fire retire promote nominate install bear'

/** What destroys, kills or buries without anybody's will. */
export const DISASTER_NOUNS = `
fire blaze wildfire bushfire flood floods flooding storm hurricane typhoon cyclone tornado twister earthquake quake tremor aftershock landslide mudslide rockslide avalanche tsunami eruption volcano lightning drought heatwave frost rain rains downpour wind winds gale blizzard snow lava wave waves explosion blast crash derailment collapse accident outbreak epidemic leak
`

/** What attacks are made with, and who makes them: behind "struck" or "hit" they tell of an attack. */
export const STRIKING_NOUNS = `
missile rocket shell drone warplane jet helicopter gunship bomb bomber airstrike artillery mortar bullet grenade sniper gunman militant rebel insurgent guerrilla army troop soldier force militia fighter attacker assailant mob
`

/** Nouns that tell of an event, taken where a date stands by them. */
export const EVENT_NOUNS: readonly (readonly [string, string])[] = [
  [
    'attack attacks bombing bombings airstrike airstrikes air-strike strike strikes raid raids assault massacre shooting shootings stabbing ambush siege invasion coup genocide',
    'attack'
  ],
  ['death killing assassination murder execution', 'death'],
  ['arrest detention', 'arrest'],
  ['kidnapping abduction', 'kidnapping'],
  ['meeting summit conference gathering visit talks', 'meeting'],
  ['agreement deal accord treaty pact ceasefire cease-fire truce', 'agreement'],
  ['trial verdict hearing conviction sentencing', 'trial'],
  ['election elections by-election referendum', 'election'],
  ['vote', 'vote'],
  [
    'earthquake quake flood floods hurricane cyclone typhoon tornado tsunami eruption wildfire crash outbreak landslide mudslide avalanche storm famine explosion blast derailment',
    'disaster'
  ],
  ['merger acquisition takeover buyout', 'acquisition'],
  ['protest march rally demonstration riot uprising walkout', 'protest'],
  ['launch opening ceremony inauguration', 'launch'],
  ['final match game championship race', 'contest']
]
