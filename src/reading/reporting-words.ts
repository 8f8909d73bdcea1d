/**
 * English words that report what somebody said, wrote, showed or thought, by what they take. General knowledge of the
 * language: no list is copied from a corpus. A word may stand in several lists.
 */

/** "X said (that) …", "…, X said", "X said: “…”". */
export const CLAUSE_VERBS = words(`
  say add claim argue announce note report state insist acknowledge explain declare assert allege contend maintain admit
  concede confirm deny reveal disclose warn predict conclude reply respond recall remark observe stress emphasize emphasise
  reiterate repeat complain suggest indicate imply testify write tweet post comment joke quip boast brag lament protest vow
  promise pledge swear threaten propose recommend agree caution counter retort speculate estimate forecast attest affirm
  reaffirm underscore underline highlight interject shout yell cry scream whisper mutter murmur chant exclaim plead muse
  opine hint signal mention clarify specify certify ask inquire enquire wonder email text blog answer confess advise
  decree read demand conjecture theorize theorise rule find charge hold surmise worry fume gush guess
  deem marvel rejoin volunteer object reckon assess`)

/** "X told Y (that) …". */
export const TELL_VERBS = words('tell assure inform remind notify reassure warn advise promise')

/** What is thought, not said: reported all the same where the thinker is not the reporter. */
export const THOUGHT_VERBS = words('believe think fear doubt suspect hope feel worry expect deem reckon assess judge')

/** Only with a source that shows things: a study, a report, a video, the police. */
export const SHOWING_VERBS = words(
  'show suggest indicate find reveal demonstrate imply signal highlight underscore underline hold read rule'
)

/** Only beside quoted words: "“…,” she laughed". */
export const QUOTE_VERBS = words(`
  continue begin conclude laugh sigh joke read start finish respond reply counter answer tweet post chime chuckle snap
  urge denounce criticize criticise praise blast slam dismiss cite quote
  condemn accuse mock decry lament hail insist deride ridicule characterize characterise title state elaborate`)

/** "X denounced Y", "X voiced concern about Y": the noun phrase is the content. */
export const OBJECT_VERBS = words(`
  denounce condemn criticize criticise blame blast slam decry deplore praise laud hail applaud deny confirm acknowledge
  reveal disclose claim allege cite mention note report voice express describe demand propose recommend predict
  forecast reiterate stress emphasize emphasise dismiss tout mock ridicule outline lament announce
  deride assail reject defend justify question estimate explain repeat condone
  protest dispute rebut refute recount echo bemoan disparage lambast lambaste berate rebuke chide extol commend trumpet
  bash disavow repudiate`)

/** "X called Y Z", "X deemed Y Z". */
export const NAMING_VERBS = words('call label brand dub term deem')

/** "X identified Y as Z": only with "as". */
export const AS_VERBS = words(
  'identify describe characterize characterise portray denounce dismiss hail praise name depict brand condemn criticize criticise'
)

/** "X put the toll at eleven": only with "at" and a number. */
export const FIGURE_VERBS = words('put')

/** Nouns of what is counted or reckoned so. */
export const FIGURES = words(`
  number toll figure count total cost price value damage loss estimate share rate chance odds worth size amount turnout deficit
  population bill budget age strength probability likelihood risk tally`)

/** Who puts a figure on something, besides people and bodies. */
export const RECKONERS = words(`
  study report estimate survey poll analysis audit review inquiry census figure data statistic account source angler resident
  ministry authority council department government police army regulator bank firm agency institute university observer monitor`)

/** "X vowed to …": the infinitive is the content. */
export const PROMISE_VERBS = words('vow promise pledge threaten swear claim propose offer')

/** "X denied …ing": the act is the content. */
export const GERUND_VERBS = words('deny admit acknowledge recall suggest propose recommend advocate report describe')

/** "X urged Y to …": the person and the infinitive are the content. */
export const URGE_VERBS = words(`
  urge ask tell order invite advise instruct request beg implore warn direct exhort command beseech remind
  recommend caution`)

/** "X accused Y of …ing": what follows the preposition is the content. */
export const ACCUSE_VERBS: ReadonlyMap<string, string> = new Map([
  ['accuse', 'of'],
  ['charge', 'with'],
  ['suspect', 'of']
])

/** "X called for Y", "X warned against Y": what follows the preposition is the content, the preposition part of the cue. */
export const PREPOSITION_VERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['call', ['for', 'on', 'upon']],
  ['ask', ['for']],
  ['appeal', ['for', 'to']],
  ['warn', ['of', 'against', 'about']],
  ['caution', ['against', 'about']],
  ['advise', ['against']],
  ['argue', ['for', 'against']],
  ['advocate', ['for']],
  ['speak', ['of']],
  ['point', ['to']],
  ['hint', ['at']],
  ['allude', ['to']],
  ['boast', ['of', 'about']],
  ['brag', ['about']],
  ['complain', ['of', 'about']],
  ['apologize', ['for']],
  ['apologise', ['for']],
  ['joke', ['about']],
  ['rail', ['against']],
  ['worry', ['about']],
  ['wonder', ['about']],
  ['object', ['to']],
  ['insist', ['on', 'upon']],
  ['plead', ['for']],
  ['push', ['for']]
])

/** A verb and its particle are one cue: "pointed out", "went on to say". */
export const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['point', 'out'],
  ['go', 'on'],
  ['shoot', 'back'],
  ['hit', 'back'],
  ['fire', 'back'],
  ['chime', 'in'],
  ['call', 'out'],
  ['spell', 'out'],
  ['blurt', 'out'],
  ['cry', 'out']
])

/** Governors under which the reporting did not take place: "declined to say", "wants to tell". */
export const UNDONE_GOVERNORS = words(`
  decline refuse fail want need hope try like wish plan intend have expect able unable willing unwilling ready reluctant
  afraid free enough difficult hard easy impossible possible important wrong right fair safe premature early stop avoid
  be use allow force enable require invite ask tell urge help seek attempt supposed dare prepare schedule`)

/** Things in which words stand: what they say, somebody says through them. */
export const DOCUMENT_NOUNS = words(`
  statement report study letter video message survey poll release paper article tweet post transcript memo memorandum
  email e-mail affidavit complaint indictment filing lawsuit petition guideline document text note speech book editorial
  headline advertisement ad sign banner placard leaflet pamphlet magazine bulletin announcement notice ruling order
  decision verdict opinion website communique communiqué declaration resolution manifesto narrator caption subtitle
  recording tape clip footage film broadcast song inscription graffiti slogan testimony data figure statistic finding
  research analysis review audit inquiry investigation dossier cable file record census index estimate forecast
  summary abstract brief account newsletter blog log diary will agreement deal accord law bill act rule policy
  constitution charter treaty interview column commentary profile biography plan proposal part version section
  result poll chart graph graphic projection tally spreadsheet
  chapter passage page line sentence excerpt extract entry comment reply response answer media press newspaper outlet`)

/** "X's claim that …", "the warning by X that …": nouns by which somebody is reported to speak. */
export const SPEECH_NOUNS = words(`
  claim statement assertion allegation accusation denial promise pledge vow warning argument suggestion announcement admission
  insistence contention declaration acknowledgement acknowledgment assurance complaint prediction explanation demand plea
  appeal proposal confession concession testimony confirmation threat charge call chant cry shout slogan`)

/** Where or how words were spoken; taken into the cue when it follows it: "said in a statement". */
export const SETTING_NOUNS = words(`
  statement interview letter speech address conference briefing report tweet post email e-mail message release filing
  testimony video memo memorandum note article column blog broadcast appearance call hearing court rally meeting debate
  session remark comment affidavit complaint lawsuit document announcement editorial book paper transcript text twitter
  facebook telegram instagram television tv radio website show program programme podcast recording tape clip bulletin
  communique communiqué declaration reply response answer study presentation lecture sermon news-conference
  teleconference webcast newsletter op-ed audio newspaper telephone phone`)

/** After a comma these begin what the reporter adds to the speaking, not what was said. */
export const ADDING_PARTICIPLES = words(`
  add say suggest refer use note urge call cite claim mean warn describe accuse point insist vow argue explain
  speak talk quote allude echo recall promise pledge express voice demand ask tell stress emphasize emphasise
  acknowledge reiterate declare announce allege threaten blame criticize criticise denounce condemn predict`)

/** Every verb that may report. */
export const REPORTING_VERBS: ReadonlySet<string> = new Set([
  ...CLAUSE_VERBS,
  ...TELL_VERBS,
  ...THOUGHT_VERBS,
  ...SHOWING_VERBS,
  ...QUOTE_VERBS,
  ...OBJECT_VERBS,
  ...NAMING_VERBS,
  ...AS_VERBS,
  ...FIGURE_VERBS,
  ...PROMISE_VERBS,
  ...GERUND_VERBS,
  ...URGE_VERBS,
  ...ACCUSE_VERBS.keys(),
  ...PREPOSITION_VERBS.keys(),
  ...PARTICLES.keys()
])

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
