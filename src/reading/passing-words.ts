import type {Voice} from './claim.ts'

/** How somebody had to do with a production, by the lemma of a verb that it is the object of, or of its participle. */
export const PASSING_VERBS: readonly (readonly [string, Voice['kind']])[] = [
  ['produce make create direct film shoot record compose edit compile prepare draft design stage write', 'producer'],
  [
    'release publish issue post carry obtain see leak broadcast air screen circulate distribute disseminate upload share stream televise reprint run print unveil launch reveal view review get receive send show commission',
    'publisher'
  ],
  ['translate transcribe interpret subtitle', 'translator']
]

/** Verbs that put a production out only with a word beside them: "put it online", "made it public". */
export const PUTTING_OUT: Readonly<Record<string, string>> = {put: 'online out', make: 'public available', hand: 'out'}

/** Things that words are said or written in, as their lemma: "said in a statement", "writes in her memoir". */
export const SPOKEN_IN =
  'statement communique communiqué declaration release letter memo memorandum note notice post tweet message email e-mail interview report study paper article essay column op-ed editorial blog book memoir novel autobiography magazine newsletter bulletin leaflet pamphlet manifesto diary cable dispatch filing testimony affidavit broadcast telecast film documentary video clip reel footage recording tape audiotape audio podcast episode webcast livestream sermon lecture song poem newspaper advertisement advert programme transcript'

/** What has news of its own, as its lemma: who tells one something is heard through it. */
export const OUTLET_NOUNS =
  'agency newspaper paper daily weekly tabloid magazine newsletter radio television tv station channel network broadcaster website site portal podcast journal blog wire'
