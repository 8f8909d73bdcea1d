/** Longest word that stands in any of these lists: longer ones need not be looked up. */
export const LISTED_LENGTH_MAX = 12

/** Written with a full stop and followed by a name: the sentence never ends after them. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev fr hon pres gov lt gen col maj capt cmdr cmdt adm brig sgt cpl pvt pfc sen rep reps sens amb ' +
    "supt insp det messrs mme mmes mlle msgr st ste ven atty asst ass't dep sec treas gens cols govs profs drs " +
    'vs v viz cf eg ie e.g i.e incl approx est esp ca fig figs eq eqs ed eds vol vols pp p no nos art para paras ' +
    'ch sect div attn mt ft pt wm geo chas thos jas'
  ).split(' ')
)

/** Written with a full stop that may be the sentence's own: what follows decides. */
export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'inc corp co ltd llc bros plc assn assoc dept univ inst intl natl govt mfg jr sr esq etc al ave blvd rd ln hwy bldg apt ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ' +
    'a.m p.m p.s ph.d m.d ph b.a m.a b.sc m.sc d.phil ll.b ll.m ed.d r.n d.d.s ' +
    'ala ariz ark calif colo conn del fla ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash ' +
    'wis wyo ont que alta oz lb lbs hr hrs min mins sec secs tel ext cont misc max temp sq cu yr yrs mos wk wks abbr ' +
    'spec arrv bros gal bibl op cit ibid seq'
  ).split(' ')
)

/** Words too common as words to be read as abbreviations unless a full stop and more of the sentence follow. */
export const WORDLIKE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no art fig sec sun sat mon wed mar may ill ind mass miss la ore in pa wash del est ca pt mt ft min max temp op fr st al co ext cont spec p v eg ie eq mo va md'.split(
    ' '
  )
)

/** A capitalised one of these after an abbreviation begins a new sentence. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those he she it they we you i his her its their our your my there here in on at by for from with after before ' +
    'but and or so yet if when while where since because although though as however meanwhile also then now not no one two three some many most ' +
    'all both each every another other such what who why how which until during despite according among once even only to'
  ).split(' ')
)

/** What stands before a hyphen and stays with what follows, as English Web Treebank and GUM write it. */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti ante arch auto co contra counter cross cyber de demi dis e ex extra hyper inter infra intra macro mega meta micro mid mini ' +
    'mis mono multi nano neo non omni peri poly post pre pro proto pseudo psycho re retro semi socio sub super supra tele trans ' +
    'ultra un uni'
  ).split(' ')
)

/** What stands after a hyphen and stays with what precedes. */
export const HYPHEN_SUFFIXES: ReadonlySet<string> = new Set(['wise', 'esque', 'fold'])

/** What a number may be glued to: `5pm`, `30mm`, `$3bn` are two words each. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    'am pm k m mm cm km kg g mg lb lbs oz ft in mph kph kmh hz khz mhz ghz kb mb gb tb w kw mw gw kwh mwh v bn tn b mn mln bln million billion ' +
    'trillion min mins sec secs hr hrs h yr yrs yo ml l c f px pt pts usd eur gbp persons people'
  ).split(' ')
)

/** Words that hide two or more, with the lengths of the parts. */
export const FUSED_WORDS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries({
    cannot: [3, 3],
    gonna: [3, 2],
    wanna: [3, 2],
    gotta: [3, 2],
    gimme: [3, 2],
    lemme: [3, 2],
    dunno: [2, 1, 2],
    whatcha: [4, 3],
    outta: [3, 2],
    alot: [1, 3],
    "y'all": [2, 3],
    'y’all': [2, 3],
    "d'ye": [2, 2],
    "'tis": [2, 2],
    "'twas": [2, 3],
    dont: [2, 2],
    didnt: [3, 2],
    doesnt: [4, 2],
    isnt: [2, 2],
    wasnt: [3, 2],
    arent: [3, 2],
    werent: [4, 2],
    couldnt: [5, 2],
    wouldnt: [5, 2],
    shouldnt: [6, 2],
    havent: [4, 2],
    hasnt: [3, 2],
    hadnt: [3, 2],
    wont: [2, 2],
    aint: [2, 2],
    cant: [2, 2],
    im: [1, 1],
    ive: [1, 2],
    youre: [3, 2],
    theyre: [4, 2],
    thats: [4, 1],
    whats: [4, 1],
    heres: [4, 1],
    theres: [5, 1],
    hes: [2, 1],
    shes: [3, 1],
    youll: [3, 2],
    theyll: [4, 2],
    youve: [3, 2],
    weve: [2, 2],
    theyve: [4, 2],
    lotta: [3, 2]
  })
)

/** What may follow an apostrophe as a word of its own. */
export const CLITICS: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm'])

/** Words that begin with an apostrophe. */
export const APOSTROPHE_WORDS: ReadonlySet<string> = new Set([
  'em',
  'til',
  'till',
  'cause',
  'bout',
  'n',
  'round',
  'cuz'
])

/** What stands before a currency sign and belongs to it: `US$`, `HK$`. */
export const CURRENCY_LETTERS: ReadonlySet<string> = new Set('us a au c ca can hk nz nt r s sg u'.split(' '))

/** Verbs that follow a quotation which ends in `?` or `!` : `"Why?" Kemal asked.` is one sentence. */
export const QUOTING_VERBS: ReadonlySet<string> = new Set(
  (
    'said says asked asks replied replies answered answers shouted shouts cried cries exclaimed exclaims told tells wrote writes added adds ' +
    'warned warns insisted insists demanded demands yelled whispered muttered joked quipped recalled recalls tweeted chanted declared'
  ).split(' ')
)

/** What may follow a dot inside a word: the ends of host and file names. */
export const DOTTED_ENDINGS: ReadonlySet<string> = new Set(
  (
    'com org net edu gov mil int info biz io co uk us ca au de fr it nl ru cn jp in eu tv me ly gl fm am ai app dev news example test ' +
    'doc docx pdf txt htm html php asp aspx jsp js ts css xml json csv xls xlsx ppt pptx zip gz exe jpg jpeg png gif mp mp3 mp4 avi'
  ).split(' ')
)
