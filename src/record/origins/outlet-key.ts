import {AGENCIES} from '../../intake/agencies.ts'
import {foldName} from '../fold-name.ts'

/** Equal for two ways of writing one outlet or agency: "the AP", "Associated Press". */
export function outletKey(name: string): string {
  const folded = foldName(name).replace(/^the (?=.)/, '')
  const full = agencies.get(folded)
  return full === undefined ? folded : foldName(full).replace(/^the (?=.)/, '')
}

/** Whether this is how an agency or outlet signs what others print. */
export function isAgency(name: string): boolean {
  return agencies.has(foldName(name).replace(/^the (?=.)/, ''))
}

const agencies = new Map([...AGENCIES].map(([sign, name]) => [foldName(sign).replace(/^the (?=.)/, ''), name]))
