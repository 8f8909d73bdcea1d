import type {EntityKind} from '../language/analysis.ts'
import type {RelationKind} from './reading.ts'

/** A verb that ties its subject to a thing told after one of its prepositions, or to its object. */
export interface VerbTie {
  readonly kind: RelationKind
  /** Forms of the verb, so that a word taken for another part of speech counts too. */
  readonly verbs: string
  /** The words before the thing it is tied to; none where that is the object. */
  readonly prepositions: string
  readonly from: readonly EntityKind[]
  readonly to: readonly EntityKind[]
  /** What the name at the far end must look like. */
  readonly names?: RegExp
  /** Words that count as prepositions inside brackets: "(born 3 May 1950, Osterby)". */
  readonly inBrackets?: string
  /** A participle that says this only of what undergoes it: "was founded in May by", never "founded by" with an object. */
  readonly passive?: boolean
}

const PERSON: readonly EntityKind[] = ['person']
const BODY: readonly EntityKind[] = ['organisation', 'outlet', 'group']
const PLACE: readonly EntityKind[] = ['place']

/** What a school is called: what one attends or enters is else a meeting, a market or a war. */
const SCHOOL =
  /\b(?:universit\p{L}*|universid\p{L}*|colleges?|school|schule|academy|academ\p{L}*|seminary|institute?o?|conservator\p{L}*|polytechnic\p{L}*|politecnico|gymnasium|lyc[eé]e|[eé]cole|yeshiva|madrasa|hochschule|harvard|yale|oxford|cambridge|stanford|princeton|mit|eton)\b/iu

const FIGHTING = 'fights fought fighting fight battles battled battling battle'

/** What a party is called: whom a lawyer represents is else a client. */
const PARTY =
  /\b(?:party|parties|democrats|republicans|liberals|conservatives|socialists|communists|greens|front|league|union|alliance|coalition)\b/i

export const VERB_TIES: readonly VerbTie[] = [
  {kind: 'other', verbs: 'originally', prepositions: 'from', from: PERSON, to: PLACE},
  {kind: 'other', verbs: 'born', prepositions: 'in at near', inBrackets: 'in at near ,', from: PERSON, to: PLACE},
  {kind: 'other', verbs: 'hails hailed', prepositions: 'from', from: PERSON, to: PLACE},
  {
    kind: 'other',
    verbs: 'lives lived living resides resided residing dwells dwelt settled settling raised grew',
    prepositions: 'in at near on outside',
    from: PERSON,
    to: PLACE
  },
  {
    kind: 'other',
    verbs: 'moved relocated emigrated immigrated migrated fled moving relocating emigrating immigrating migrating',
    prepositions: 'to into',
    from: PERSON,
    to: PLACE
  },
  {
    kind: 'other',
    verbs: 'studied studies studying graduated graduates graduating educated schooled',
    prepositions: 'at from',
    from: PERSON,
    to: BODY
  },
  {
    kind: 'other',
    verbs: 'attended attends attending entered entering',
    prepositions: '',
    from: PERSON,
    to: BODY,
    names: SCHOOL
  },
  {kind: 'other', verbs: 'studied studies studying', prepositions: 'in', from: PERSON, to: BODY, names: SCHOOL},
  {
    kind: 'member',
    verbs: 'represents represented representing',
    prepositions: '',
    from: PERSON,
    to: BODY,
    names: PARTY
  },
  {kind: 'other', verbs: 'enrolled enrols enrolling majoring majored', prepositions: 'at in', from: PERSON, to: BODY},
  {
    kind: 'other',
    verbs: 'headquartered based located',
    prepositions: 'in at near',
    from: [...BODY, ...PERSON],
    to: PLACE,
    passive: true
  },
  {
    kind: 'other',
    verbs:
      'founded co-founded cofounded established created started formed launched set founding forming establishing starting',
    prepositions: '',
    from: PERSON,
    to: BODY
  },
  {
    kind: 'other',
    verbs: 'founded co-founded cofounded established created started formed launched set',
    prepositions: 'by',
    from: BODY,
    to: PERSON,
    passive: true
  },
  {kind: 'family', verbs: 'married wed wedded marrying', prepositions: '', from: PERSON, to: PERSON},
  {kind: 'family', verbs: 'married wed wedded', prepositions: 'to', from: PERSON, to: PERSON, passive: true},
  {
    kind: 'member',
    verbs: 'works worked working serves served serving teaches taught teaching lectures lectured',
    prepositions: 'at for with in on',
    from: PERSON,
    to: BODY
  },
  {kind: 'member', verbs: 'plays played', prepositions: 'for', from: PERSON, to: BODY},
  {kind: 'member', verbs: 'employed hired', prepositions: 'by at', from: PERSON, to: BODY, passive: true},
  {kind: 'member', verbs: 'joined rejoined joining rejoining', prepositions: '', from: PERSON, to: BODY},
  {kind: 'rival', verbs: FIGHTING, prepositions: 'against', from: [...BODY, ...PLACE], to: [...BODY, ...PLACE]},
  {kind: 'rival', verbs: FIGHTING, prepositions: '', from: [...BODY, ...PLACE], to: BODY},
  {kind: 'rival', verbs: 'clashed clashes clashing', prepositions: 'with', from: BODY, to: BODY},
  {kind: 'part-of', verbs: 'owned acquired bought purchased', prepositions: 'by', from: BODY, to: BODY, passive: true}
]

/** A noun that ties what it is said of to the thing told after one of its prepositions. */
export interface NounTie {
  readonly kind: RelationKind
  readonly nouns: string
  readonly prepositions: string
  readonly from: readonly EntityKind[]
  readonly to: readonly EntityKind[]
  /** What the name at the far end must look like. */
  readonly names?: RegExp
  /** The word right before the noun, where it means this only together with it. */
  readonly before?: RegExp
  /** The thing told later stands first in the relation: "parent company of". */
  readonly reversed?: boolean
}

export const NOUN_TIES: readonly NounTie[] = [
  {
    kind: 'family',
    nouns: `son daughter child children sons daughters brother sister wife husband widow widower father mother cousin uncle aunt nephew niece grandson
granddaughter grandfather grandmother stepson stepdaughter`,
    prepositions: 'of',
    from: PERSON,
    to: PERSON
  },
  {
    kind: 'part-of',
    nouns: 'subsidiary subsidiaries division unit arm affiliate brand imprint',
    prepositions: 'of',
    from: BODY,
    to: BODY
  },
  {kind: 'part-of', nouns: 'company', before: /^(?:subsidiary|daughter)$/, prepositions: 'of', from: BODY, to: BODY},
  {
    kind: 'part-of',
    nouns: 'company',
    before: /^(?:parent|holding)$/,
    prepositions: 'of to for',
    from: BODY,
    to: BODY,
    reversed: true
  },
  {kind: 'part-of', nouns: 'parent', prepositions: 'of', from: BODY, to: BODY, reversed: true},
  {kind: 'member', nouns: 'politician politicians activist', prepositions: 'for of with from', from: PERSON, to: BODY},
  {
    kind: 'member',
    nouns: 'candidate candidates MP MPs',
    prepositions: 'for of from',
    from: PERSON,
    to: BODY,
    names: PARTY
  },
  {kind: 'member', nouns: 'member members employee employees', prepositions: 'of at', from: PERSON, to: BODY},
  {kind: 'member', nouns: 'citizen citizens national', prepositions: 'of', from: PERSON, to: PLACE},
  {kind: 'other', nouns: 'native natives', prepositions: 'of from to', from: PERSON, to: PLACE},
  {kind: 'other', nouns: 'resident residents', prepositions: 'of in', from: PERSON, to: PLACE},
  {
    kind: 'other',
    nouns: 'graduate alumnus alumna alumni student undergraduate',
    prepositions: 'of at from',
    from: PERSON,
    to: BODY
  }
]

/** A noun for what one body does about another: "its war against the League", "gave its backing to the League". */
export interface DeedTie {
  readonly kind: RelationKind
  readonly nouns: string
  readonly prepositions: string
  /** Verbs by which it is done. */
  readonly verbs: string
}

export const DEED_TIES: readonly DeedTie[] = [
  {
    kind: 'rival',
    nouns:
      'fight war campaign battle offensive struggle operation operations strikes airstrikes raids assault insurgency',
    prepositions: 'against',
    verbs: `launched launches launching waged wages waging led leads leading began begins beginning started starts continued continues continuing fought fights fighting
joined mounted conducted carried stepped intensified resumed`
  },
  {
    kind: 'ally',
    nouns: 'support backing assistance',
    prepositions: 'of for to',
    verbs:
      'gave gives giving provided provides providing offered offers lent lends pledged pledges reaffirmed voiced expressed'
  }
]

/** Nouns for what one wants, before "to defeat": "its efforts to defeat the League". */
export const EFFORTS =
  'effort efforts fight campaign strategy determination battle struggle resolve commitment operation operations war'

/** Participles for the same: "is determined to defeat the League". */
export const RESOLVED = 'committed determined resolved fighting working'

/** Nouns behind the name of what one belongs to, by the kinds of that name: "a Reed Party politician", "an Osterby native". */
export const DESCRIBING_NOUNS: readonly (readonly [string, RelationKind, readonly EntityKind[]])[] = [
  ['politician MP MPs councillor lawmaker activist', 'member', BODY],
  ['native natives resident residents', 'other', PLACE]
]

/** Verbs by which one comes to hold a degree. */
export const DEGREE_VERBS = `
has have had holds held hold holding receives received receiving earns earned earning obtains obtained obtaining completes completed completing gets got gains gained
takes took made did pursuing pursued pursues awarded finished finishing
`

/** What one is given by a school. */
export const DEGREE_NOUNS = `
degree degrees doctorate bachelor bachelors baccalaureate master masters diploma phd ph.d ph.d. mba m.b.a m.b.a. ba b.a b.a. bs b.s b.s. bsc b.sc b.sc. ma m.a m.a. ms m.s m.s. msc m.sc m.sc. jd j.d
j.d. md m.d m.d. llb ll.b ll.b. llm ll.m ll.m. bfa mfa dphil d.phil d.phil. habilitation certificate studies education training
`
