import type {Material} from '../../src/reading/material.ts'
import type {Relation} from '../../src/reading/reading.ts'

/** A relation as a line of a case: from, kind, phrase, to, its time and "not". */
export function relationLine({entities}: Material, {from, kind, phrase, to, during, polarity}: Relation): string {
  const nameOf = (id: string) => entities.get(id)?.name || 'unnamed'
  const ends = [nameOf(from), kind, phrase, nameOf(to)]
  return [...ends, during?.edtf, polarity === 'negative' ? 'not' : undefined].filter(Boolean).join(' | ')
}
