import type {EntityKind} from './analysis.ts'
import {bodyNouns, personNouns, placeNouns, productionNouns, workNouns} from './description-nouns.ts'
import type {EntityDraft} from './entity-draft.ts'
import {LISTED, listedName} from './gazetteer.ts'
import {genderOfNoun} from './genders.ts'

/** How well `noun` fits: 3 where the text called the draft so, or its name has the word; 1 where the noun fits anything of the kind. */
export function nounFit(draft: EntityDraft, noun: string, text: string): number {
  if (draft.nouns.has(noun)) return 3
  if (draft.kind === 'person') return /^(?:man|woman)$/.test(noun) && draft.gender === genderOfNoun(noun) ? 1 : 0
  const name = text.slice(draft.names[0]!.start, draft.names[0]!.end)
  if (name.toLowerCase().split(/\s/u).includes(noun)) return 3
  if (draft.kind === 'place') return placeFit(name, noun)
  if (draft.kind === 'outlet') return OUTLET_NOUNS.test(noun) ? 1 : 0
  return OPEN_NOUNS.has(noun) ? 1 : 0
}

/** Nouns that fit any body, any production; others must be the draft's own. */
const OPEN_NOUNS: ReadonlySet<string> = new Set(
  `group organisation organization movement company firm agency video film message recording production broadcast book report magazine`.split(
    ' '
  )
)
const COUNTRY_NOUNS: ReadonlySet<string> = new Set('country nation kingdom republic'.split(' '))
const TOWN_NOUNS: ReadonlySet<string> = new Set('city town village capital'.split(' '))
const OUTLET_NOUNS = /^(?:newspaper|paper|magazine|broadcaster|station|agency|outlet|channel|website|daily)$/

function placeFit(name: string, noun: string): number {
  const isCountry = (listedName(name) & LISTED.country) !== 0
  return (isCountry ? COUNTRY_NOUNS : TOWN_NOUNS).has(noun) ? 1 : 0
}

/** The kinds of named things that `noun` may call. */
export function kindsOfNoun(noun: string): Set<EntityKind> {
  return new Set(NOUN_KINDS.flatMap(([nouns, kinds]) => (nouns.has(noun) ? kinds : [])))
}

const NOUN_KINDS: readonly (readonly [ReadonlySet<string>, readonly EntityKind[]])[] = [
  [personNouns, ['person']],
  [bodyNouns, ['organisation', 'outlet']],
  [placeNouns, ['place']],
  [productionNouns, ['production']],
  [workNouns, ['work', 'outlet']]
]
