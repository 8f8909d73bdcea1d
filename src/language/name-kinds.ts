import type {EntityKind, Words} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns} from './description-nouns.ts'
import {LISTED, listedName, listedWord} from './gazetteer.ts'
import type {NameDraft} from './name-draft.ts'
import {titleBefore} from './name-titles.ts'

/** A draft surer than this keeps its kind against a title before it or a description after it. */
const SURE = 0.99

/** `draft` with the finer kind that its words and neighbours tell: an outlet rather than an organisation, a person rather than a place. */
export function findKind(words: Words, draft: NameDraft): NameDraft {
  const kind = kindOf(words, draft)
  return kind === draft.kind ? draft : {...draft, kind}
}

function kindOf(words: Words, draft: NameDraft): EntityKind {
  const {firstWord, endWord, kind} = draft
  if (kind === 'production' || kind === 'work' || kind === 'group') return kind
  const {text, starts, ends, forms} = words
  const listed = listedName(text.slice(starts[firstWord], ends[endWord - 1]))
  if (listed & LISTED.outlet && !(listed & LISTED.city)) return 'outlet'
  if (listed & LISTED.body && kind !== 'person') return 'organisation'
  if (listed & LISTED.country) return 'place'
  if (listed === 0 && isPaperAlone(forms, firstWord, endWord)) return 'outlet'
  if (listed === 0 && isCompanyName(forms, firstWord, endWord)) return 'organisation'
  const isBody = isBodyByItsWords(forms, firstWord, endWord)
  if (kind === 'person' && isBody) return 'organisation'
  if (draft.score < SURE && listed === 0) {
    const noun = bodyNounBeside(forms, firstWord, endWord)
    // "the broadcaster LTV": a person may be one too.
    const isOutlet = noun !== undefined && SURE_OUTLET_NOUNS.has(noun) && kind !== 'person'
    if (kind !== 'person' && !isBody && !isOutlet && isCalledPerson(words, firstWord, endWord)) return 'person'
    if (noun) return SURE_OUTLET_NOUNS.has(noun) ? 'outlet' : 'organisation'
    if (PLACE_BEFORE.test(forms.slice(Math.max(0, firstWord - 3), firstWord).join(' '))) return 'place'
    if (kind === 'person' && isThing(forms, firstWord, endWord)) return 'organisation'
    if (kind === 'person' && isBeforePlaceNoun(forms, firstWord, endWord)) return 'place'
    if (kind === 'person' && SITES.test(forms[endWord] ?? '') && endWord - firstWord < 4) return 'place'
  }
  if (kind === 'person') return isOutletName(forms, firstWord, endWord) ? 'outlet' : kind
  return kindOfBody(forms, draft)
}

/** Last words of firms and clubs that people bear too. */
const SURNAMES = /^(?:Mills|Farms|Stores|Builders|Albion|Athletic)$/

/** "Brightwell Engineering": a last word in the names of firms that no person bears. */
function isCompanyName(forms: readonly string[], firstWord: number, endWord: number): boolean {
  const last = forms[endWord - 1]!
  const count = endWord - firstWord
  if (count < 2 || 5 < count) return false
  // "Hayley Mills" is a woman, "Rita Albion" may be one.
  if (count === 2 && SURNAMES.test(last) && (listedWord(forms[firstWord]!) & LISTED_FORENAMES) !== 0) return false
  return FIRM_HEADS.has(last) || CLUB_HEADS.test(last)
}

const FIRM_HEADS: ReadonlySet<string> = new Set(
  `Engineering Energy Foods Logistics Shipping Mining Petroleum Chemicals Textiles Construction Insurance Capital Ventures Labs Studios Software
   Semiconductors Aerospace Electronics Shipyards Solutions Consulting Associates Cells Batteries Engines Instruments Robotics Dynamics
   Lines Ferries Railways Freight Cargo Hotels Resorts Stores Supermarkets Pharma Biosciences Genomics Publishing Broadcasting
   Communications Wireless Maritime Aviation Trucks Vehicles Quarries Packaging Ceramics Fertilisers Fertilizers Beverages Distillers
   Properties Builders Contractors Developments Investments Securities Financial Assurance Petrochemicals Outfitters
   Analytics Therapeutics Biotech Minerals Metals Plastics Cement Breweries Dairies Farms Mills Works Media Motorsports Realty Appliances`
    .trim()
    .split(/\s+/)
)

/** The last words of names of clubs; a text often has the word alone: "United won". */
export const CLUB_HEADS = /^(?:United|Rovers|Wanderers|Albion|Athletic|Harriers|Hotspur|FC|AFC|RFC|SC|FK|CF)$/

/** "University of Orlan", "Orlan Holdings": a word that says body and that no person bears begins it, before "of" or "for", or ends it. */
export function isBodyByItsWords(forms: readonly string[], firstWord: number, endWord: number): boolean {
  if (endWord - firstWord < 2) return false
  const opens = BODY_WORDS.has(forms[firstWord]!) && /^(?:of|for)$/.test(forms[firstWord + 1]!)
  return opens || BODY_WORDS.has(forms[endWord - 1]!)
}

const BODY_WORDS: ReadonlySet<string> = new Set(
  `University Institute Ministry Council Committee Commission Association Corporation Federation Foundation Agency Bureau Department Directorate Academy
   Alliance Coalition Confederation Cooperative Authority Secretariat Parliament Party League Union Trust Holdings Group Airlines Airways Bank Brigade
   Battalion Hospital Museum Observatory Laboratory Laboratories Fund Initiative Network Society Tribunal`
    .trim()
    .split(/\s+/)
)

/** "Brightwell, which was bought last year", "fighters of the Brightwell said": no person is a which, nor has one article and one word. */
function isThing(forms: readonly string[], firstWord: number, endWord: number): boolean {
  const before = forms[firstWord - 1] ?? ''
  if (forms[endWord] === ',' && forms[endWord + 1] === 'which') return !/^(?:in|at|near|from|to)$/i.test(before)
  return endWord - firstWord === 1 && /^the$/i.test(before) && CLAUSE_AFTER.test(forms[endWord] ?? '')
}

const CLAUSE_AFTER =
  /^(?:[,.;:]|said|says|has|had|have|is|was|were|are|will|would|and|to|in|on|which|that|claims|claimed)$/

/** "the Brightwell valleys". */
function isBeforePlaceNoun(forms: readonly string[], firstWord: number, endWord: number): boolean {
  const after = forms[endWord] ?? ''
  return (
    endWord - firstWord === 1 &&
    /^the$/i.test(forms[firstWord - 1] ?? '') &&
    placeNouns.has(after.replace(/ies$/, 'y').replace(/s$/, ''))
  )
}

/** "Tal Haref checkpoint": what is called after the place where it stands. */
const SITES =
  /^(?:checkpoint|outpost|garrison|airbase|airfield|airport|refinery|oilfield|crossing|border|district|province|region|governorate|village|neighbourhood|neighborhood|suburb|highway|peninsula|dam)$/

function kindOfBody(forms: readonly string[], {firstWord, endWord, kind}: NameDraft): EntityKind {
  const last = listedWord(forms[endWord - 1]!)
  if (isOutletName(forms, firstWord, endWord)) return 'outlet'
  if (isBesideOutletNoun(forms, firstWord, endWord) && kind !== 'place') return 'outlet'
  if (endWord - firstWord < 2) return kind
  if (last & LISTED.eventHead && !(last & LISTED.organisationHead)) return 'event'
  if (listedWord(forms[firstWord]!) & LISTED.eventFirst) return 'event'
  if (last & LISTED.workHead && !(last & (LISTED.organisationHead | LISTED.outletHead))) return 'work'
  if (kind === 'place' && last & LISTED.organisationHead && !(last & LISTED.placeHead)) return 'organisation'
  return kind
}

/** "Brimholm Herald", "Radio Ostral": a word for an outlet at the end, or first of the names of stations. */
function isOutletName(forms: readonly string[], firstWord: number, endWord: number): boolean {
  if (endWord - firstWord < 2) return false
  const last = forms[endWord - 1]!
  if (
    listedWord(last) & LISTED.outletHead &&
    /^\p{Lu}/u.test(last) &&
    !/^(?:Star|Sun|Post|Press|Channel|Standard)$/.test(last)
  )
    return true
  if (
    /^(?:Post|Star|Sun|Standard)$/.test(last) &&
    endWord - firstWord === 2 &&
    (listedWord(forms[firstWord]!) & LISTED_FORENAMES) === 0
  )
    return true
  return /^(?:Radio|Channel|Televisión|Agence|Diario|Gazeta)$/.test(forms[firstWord]!)
}

const LISTED_FORENAMES = LISTED.mansName | LISTED.womansName

/** "seen by the Herald": a paper's last word alone. */
function isPaperAlone(forms: readonly string[], firstWord: number, endWord: number): boolean {
  return endWord - firstWord === 1 && forms[firstWord - 1] === 'the' && PAPERS.test(forms[firstWord]!)
}

const PAPERS =
  /^(?:Herald|Courier|Chronicle|Tribune|Gazette|Telegraph|Bulletin|Examiner|Advertiser|Inquirer|Sentinel|Argus)$/

/** "the newspaper Vela", "Vela daily". */
function isBesideOutletNoun(forms: readonly string[], firstWord: number, endWord: number): boolean {
  return SURE_OUTLET_NOUNS.has(forms[firstWord - 1] ?? '') || SURE_OUTLET_NOUNS.has(forms[endWord] ?? '')
}

const SURE_OUTLET_NOUNS = new Set([
  'newspaper',
  'broadcaster',
  'newswire',
  'tabloid',
  'daily',
  'weekly',
  'newsmagazine'
])

/** "the town of Vell". */
const PLACE_BEFORE = new RegExp(`\\b(?:${[...placeNouns].join('|')}) of$`)

/** The noun in small letters that says the name beside it is a body's: "the armed group Dar Menna", "the Dar Menna group". */
function bodyNounBeside(forms: readonly string[], firstWord: number, endWord: number): string | undefined {
  const before = forms[firstWord - 1] ?? ''
  if (bodyNouns.has(before) && before !== 'force' && before !== 'government') return before
  const after = forms[endWord] ?? ''
  return GROUP_NOUNS.has(after) && /^(?:the|a|an)$/i.test(articleBefore(forms, firstWord)) ? after : undefined
}

const GROUP_NOUNS = new Set([
  'group',
  'party',
  'newspaper',
  'network',
  'movement',
  'militia',
  'faction',
  'organisation',
  'organization',
  'daily',
  'tabloid',
  'foundation'
])

/** The article before the name, over one or two words that describe it. */
function articleBefore(forms: readonly string[], firstWord: number): string {
  for (let word = firstWord - 1; Math.max(0, firstWord - 3) <= word; word--)
    if (!/^[\p{Ll}-]{3,}$/u.test(forms[word]!) || forms[word] === 'the') return forms[word]!
  return ''
}

/** "Mullah Sarwan", "spokesman Lev Oral", "Lev Oral, the current emir". */
function isCalledPerson(words: Words, firstWord: number, endWord: number): boolean {
  const {forms} = words
  if (endWord - firstWord <= 4 && titleBefore(words, firstWord) && !/^(?:of|for)$/.test(forms[firstWord - 1]!))
    return true
  if (forms[endWord] !== ',' || 4 < endWord - firstWord) return false
  for (let word = endWord + 1; word < Math.min(forms.length, endWord + 8); word++) {
    if (/^(?:[,.;:]|of|in|at|and|who|which|is|was)$/.test(forms[word]!)) return false
    // "Brightwell, Judge Moss said" begins another name.
    if (personNouns.has(forms[word]!.toLowerCase()))
      return !(/^\p{Lu}/u.test(forms[word]!) && /^\p{Lu}/u.test(forms[word + 1] ?? ''))
  }
  return false
}
