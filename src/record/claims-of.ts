import type {ClaimKind} from '../reading/claim.ts'
import type {Reading} from '../reading/reading.ts'
import type {AnyClaim} from './store.ts'

/** A claim with its kind, so that the nine lists of a reading can be walked as one. */
export type KindedClaim = {
  [List in keyof ClaimLists]: {readonly claimKind: (typeof KIND_OF)[List]; readonly claim: Reading[List][number]}
}[keyof ClaimLists]

export type ClaimLists = Pick<
  Reading,
  | 'statements'
  | 'roles'
  | 'relations'
  | 'productions'
  | 'events'
  | 'assessments'
  | 'pointers'
  | 'contrasts'
  | 'attitudes'
>

const KIND_OF = {
  statements: 'statement',
  roles: 'role',
  relations: 'relation',
  productions: 'production',
  events: 'event',
  assessments: 'assessment',
  pointers: 'pointer',
  contrasts: 'contrast',
  attitudes: 'attitude'
} as const satisfies Record<keyof ClaimLists, ClaimKind>

/** Every kind of claim, in the order of the contract. */
export const CLAIM_KINDS: readonly ClaimKind[] = Object.values(KIND_OF)

/** Every claim of `reading`, in the order of the contract. */
export function claimsOf(reading: ClaimLists): KindedClaim[] {
  return listNames().flatMap(list => reading[list].map(claim => ({claimKind: KIND_OF[list], claim}) as KindedClaim))
}

/** The nine lists that `claimsOf` walked. */
export function claimLists(claims: readonly {claimKind: ClaimKind; claim: AnyClaim}[]): ClaimLists {
  const entries = listNames().map(list => [list, claims.filter(({claimKind}) => claimKind === KIND_OF[list])] as const)
  return Object.fromEntries(
    entries.map(([list, kinded]) => [list, kinded.map(({claim}) => claim)])
  ) as unknown as ClaimLists
}

function listNames(): (keyof ClaimLists)[] {
  return Object.keys(KIND_OF) as (keyof ClaimLists)[]
}
