import type {ModelFile} from './model-file.ts'

/**
 * What `score` is worth: the share of names so sure that were right on dev, read off the model's table between its steps.
 *
 * @returns from 0 to 1; `score` itself where the model has no table
 */
export function calibratedScore(score: number, {arrays}: Pick<ModelFile, 'arrays'>): number {
  const table = arrays['calibration']
  if (!table?.length) return score
  const place = Math.min(table.length - 1, Math.max(0, score * table.length - 0.5))
  const below = Math.floor(place)
  const above = Math.min(table.length - 1, below + 1)
  return table[below]! + (table[above]! - table[below]!) * (place - below)
}
