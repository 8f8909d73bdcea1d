import {featureKey} from './hashing.ts'
import {placeOfHash} from './sorted-hashes.ts'

/** Lists of names, each by ascending `featureKey` of the lower case. */
export interface NameLists {
  /** Parts of persons' names, and how many persons bear each: 0 few or unknown, to 5. */
  readonly nameParts: Uint32Array
  readonly bearers: Uint8Array
  /** Names of towns, words parted by one blank, and how large each is, from 1 to 5. */
  readonly towns: Uint32Array
  readonly townSizes: Uint8Array
}

/** How many persons bear a part of a name like this, in lower case, from 0 to 5; undefined where no one is known to. */
export function bearersOf({nameParts, bearers}: NameLists, part: string): number | undefined {
  return bearers[placeOfHash(nameParts, featureKey(part) >>> 0)]
}

/** How large the town of this name in lower case is, from 1 to 5; 0 where there is none. */
export function townSize({towns, townSizes}: NameLists, name: string): number {
  const place = placeOfHash(towns, featureKey(name) >>> 0)
  return place < 0 ? 0 : townSizes[place]!
}
