// Word lists of the generator of records. Names are put together from these syllables and belong to nobody.

export const GIVEN_BEGINNINGS =
  'An Bo Da El Fa Ga Ha Iv Jo Ka Li Ma Na Ol Pe Ra Sa Ta Ul Va Ya Ze Ar Mi Te Su Ro Hu Ni Am'.split(' ')
export const GIVEN_ENDS = 'na rim vid ra lek mir sa dor wen zad lia tor nik shan vo bek eth is ul an'.split(' ')

/** Many, so that two surnames are seldom a letter apart. */
export const SURNAME_BEGINNINGS =
  'Mar Vel Tor Kes Dun Har Bel Sor Kal Ras Pel Ost Vin Gar Fen Lor Tal Nor Qua Zam Bri Cor Hal Ved Mos Tch Yar Gol Eber Sel Ach Bur Cha Dri Esk Frei Ghul Hjor Iza Jul Kru Lund Mbe Nak Oku Pri Qaz Rhy Shev Tur Ulm Vra Wex Xan Yil Zho Bog Cli Dab Egg'.split(
    ' '
  )
export const SURNAME_MIDDLES = 'a o e i u an or el im ar ush ett'.split(' ')
export const SURNAME_ENDS =
  'low mov zai ster wick dian ford sen kov rani ley dar vic bury nik tash berg mond ran lund gaard quist ponte shvili yev wala topo heim croft nagy balci doun frey gupt hira jama kwe lidze mbo nouri ozu pillai rous stok'.split(
    ' '
  )

export const PLACE_BEGINNINGS =
  'Vel Kor Tarn Ash Dra Sel Mor Oth Lin Bar Que Zar Ner Hol Fal Gren Pol Sar Ilm Jath Kun Ord Wes Yel Cham Aber Bric Cull Dost Eike Fros Gant Hesk Isp Jor Kyl Lub Mez Nuk Oxb Pril Rud Stav Tsel Urz Vax Wim Ysk Zlo'.split(
    ' '
  )
export const PLACE_ENDS =
  'mora dal holm abad grad istan port mere vik haven burg esh ani ovo stead ton wara shir field pur minster bridge cay dorf fjell gorod hisar joki kent laks nes ouche puebla quay rand sund tepe ulla ville worth'.split(
    ' '
  )

/** The ends of words that a story has to itself: what a search for a rare word looks for. */
export const TERM_ENDS = 'ine ite oid ase osis ium arin ette olan emic'.split(' ')

export const LEADING_TITLES =
  'director|minister|chairwoman|emir|president|commander|secretary-general|governor|chief executive'.split('|')
export const OTHER_TITLES =
  'spokesman|spokeswoman|analyst|field commander|adviser|deputy minister|envoy|prosecutor|council member|engineer|surgeon|editor'.split(
    '|'
  )

export const ORGANISATION_FORMS = [
  'Ministry of # of @',
  '@ Front for #',
  '@ # Agency',
  'Council for # in @',
  '@ # Company',
  'Union of # of @',
  'Institute for # Studies of @',
  '@ # Brigade'
]
export const FIELDS =
  'Fisheries|Transport|Health|Water|Liberation|Harbours|Justice|Steel|Energy|Defence|Relief|Trade|Grain|Mining|Islands|Broadcasting'.split(
    '|'
  )
export const OUTLET_FORMS = '@ Courier|@ Argus|The @ Ledger|Radio @|@ Post|News of @|@ Wire|The @ Observer'.split('|')

/** Common first: they are drawn by rank. */
export const NOUNS =
  'government|people|plan|talks|city|attack|police|money|report|hospital|border|bridge|water|court|election|port|army|budget|school|ceasefire|road|vote|factory|prices|fuel|inquiry|aid|convoy|prison|film|harbour|fleet|winter|contract|dam|airport|militia|strike|harvest|tunnel|treaty|archive|railway|shelter|market|embassy|refinery|pension|quarry|ferry|clinic|drone|pipeline|orchard|customs|ballot|curfew|mosque|monastery|reservoir|granary|lighthouse|inspection|cannery|levee|hangar|amnesty|weir|signal|turbine'.split(
    '|'
  )
export const ADJECTIVES =
  'new|old|local|foreign|northern|southern|public|secret|final|early|damaged|joint|private|military|independent|closed|armed|rural|provisional|unpaid|abandoned|frozen|coastal|disputed'.split(
    '|'
  )
export const VERBS =
  'open|close|rebuild|support|stop|move|leave|defend|pay|deliver|reach|review|accept|delay|hold|repair|cancel|protect|seize|sign|reject|extend|search|withdraw|inspect|ration|evacuate|shell'.split(
    '|'
  )
export const TIMES =
  'before the winter|next month|within days|after the vote|this year|as soon as possible|for the first time|without any warning|in every district|at the coast'.split(
    '|'
  )

export const SAYING_VERBS = 'said|added|announced|denied|claimed|warned|insisted|wrote'.split('|')
export const HOLDING_VERBS = 'wants|plans|hopes|fears|believes|expects'.split('|')
export const HEDGES = [
  {words: 'likely', value: 'probable', band: 'likely (55-80 %)'},
  {words: 'probably', value: 'probable', band: 'likely (55-80 %)'},
  {words: 'possibly', value: 'possible', band: undefined},
  {words: 'unlikely', value: 'unlikely', band: 'unlikely (20-45 %)'}
] as const
export const EVENT_VERBS = [
  {verb: 'attacked', kind: 'attack'},
  {verb: 'shelled', kind: 'attack'},
  {verb: 'arrested members of', kind: 'arrest'},
  {verb: 'met leaders of', kind: 'meeting'},
  {verb: 'signed an agreement with', kind: 'agreement'},
  {verb: 'dismissed an appeal by', kind: 'decision'}
] as const
export const RELATION_PHRASES = [
  {phrase: 'is part of', kind: 'part-of'},
  {phrase: 'is allied with', kind: 'ally'},
  {phrase: 'split from', kind: 'splinter'},
  {phrase: 'is a rival of', kind: 'rival'},
  {phrase: 'is affiliated with', kind: 'affiliate'}
] as const
export const MEDIA = 'video|message|statement|report|film|magazine'.split('|')
