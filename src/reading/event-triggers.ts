/** Verbs, as lemmas, that tell of an event of a kind. */
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
    'attack bomb shell raid ambush storm strike detonate explode stab shoot invade besiege torch assault massacre hack wound injure destroy',
    'attack'
  ],
  ['arrest detain capture apprehend imprison jail extradite deport expel', 'arrest'],
  ['release free liberate rescue pardon acquit', 'release'],
  ['kidnap abduct hijack', 'kidnapping'],
  ['meet gather visit convene host', 'meeting'],
  ['sign agree ratify pledge', 'agreement'],
  ['charge indict convict sentence sue fine prosecute testify plead', 'trial'],
  ['vote', 'election'],
  ['collapse erupt flood sink derail crash evacuate bury', 'disaster'],
  ['acquire buy purchase merge sell takeover', 'acquisition'],
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
  ['burn', 'down', 'disaster']
]

/** Verbs of events that happen to people: guns are fired, and campaigns promoted, otherwise. */
export const PERSON_VERBS = 'fire retire promote nominate install bear'

/** What destroys, kills or buries without anybody's will. */
export const DISASTER_NOUNS = `
fire blaze wildfire flood floods storm hurricane typhoon cyclone tornado earthquake quake landslide mudslide avalanche tsunami eruption volcano lightning drought heatwave frost rain rains winds
`

/** Nouns that tell of an event, taken where a date stands by them. */
export const EVENT_NOUNS: readonly (readonly [string, string])[] = [
  [
    'attack attacks bombing bombings blast explosion airstrike air-strike strike raid assault massacre shooting ambush siege invasion coup genocide',
    'attack'
  ],
  ['death killing assassination murder execution', 'death'],
  ['arrest detention', 'arrest'],
  ['kidnapping abduction', 'kidnapping'],
  ['meeting summit conference gathering visit', 'meeting'],
  ['agreement deal accord treaty pact ceasefire cease-fire truce', 'agreement'],
  ['trial verdict hearing conviction sentencing', 'trial'],
  ['election elections referendum vote poll', 'election'],
  [
    'earthquake quake flood floods hurricane cyclone typhoon tsunami eruption wildfire crash outbreak landslide avalanche storm famine',
    'disaster'
  ],
  ['merger acquisition takeover', 'acquisition'],
  ['protest march rally demonstration riot uprising', 'protest'],
  ['launch opening ceremony inauguration', 'launch'],
  ['final match game championship race', 'contest']
]
