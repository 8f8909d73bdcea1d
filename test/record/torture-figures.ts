import {type Figure, figureLine} from '../../bench/torture/figure.ts'

/** The figures that are not what they have to be, as the torture would print them. */
export function unreached(figures: readonly Figure[]): string[] {
  return figures.filter(({isReached}) => !isReached).map(figureLine)
}
