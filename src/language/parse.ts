import type {Parsed, Tagged} from './analysis.ts'
import {encode} from './encoder.ts'
import type {Models} from './models.ts'

/** Give each word its head and relation: one tree a sentence, the best of those whose arcs do not cross. */
export function parse(tagged: Tagged, {encoder: file}: Pick<Models, 'encoder'>): Parsed {
  const relationNames = file.head.settings['relations'] as string[]
  const {heads, headScores, relations} = encode(tagged, file)
  return {...tagged, heads, headScores, relations: Array.from(relations, number => relationNames[number]!)}
}
