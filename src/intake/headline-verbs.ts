/** Verbs in the present tense that headlines are made with; a sub-heading seldom has one. */
export const HEADLINE_VERBS: ReadonlySet<string> = new Set(
  `accepts accuses acquires adds admits adopts aims allows announces appeals appears appoints approves arrests asks attacks backs bans
   becomes begins blames blasts blocks boosts breaks brings builds buys calls cancels captures carries charges claims clears closes
   condemns confirms considers continues cracks cuts debates decides declares defends delays demands denies denounces deploys detains
   dies disputes drops dumps eases ends enters escapes expands expects expels explains exposes extends eyes faces fails falls fears
   fights files finds fires flees follows forces frees gains gets gives goes grows halts has helps highlights hints hits holds hopes
   hosts imposes is joins jumps keeps kicks kills launches leads leaves lets lifts looks loses makes marks meets moves names needs
   nears offers opens orders ousts overturns passes pauses plans pledges plunges postpones praises presses promises prompts proposes
   protests pulls pushes puts quits raises reaches rebuffs recalls reclaims rejects releases remains removes replaces reports rescues
   resigns responds resumes returns reveals rises rules runs says scraps secures seeks sees seizes sells sends sentences sets settles
   shakes shows shuts signals signs slams slows soars sparks spreads stalls stands starts stays steps strikes struggles sues suffers
   supports surges suspends takes talks targets tells tests threatens threaten tops travels trims tries triggers turns unveils urges
   uses visits vows votes wants warns welcomes weighs will wins withdraws works are can could may`.split(/\s+/)
)
