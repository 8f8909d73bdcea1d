import {foldScript} from '../src/record/names/fold-script.ts'
import {spellingDistance} from '../src/record/names/spelling-distance.ts'
import {isHeldOut, type Transliteration} from './name-pairs.ts'

/** Languages whose script tells most sounds apart, so that names written alike in it are mostly one. */
const RESPELT_BY = ['russian', 'arabic', 'hebrew']
const SPELLINGS_MAX = 8
const FAR_SPELLINGS = 0.55

/** Two spellings in Latin letters of what is one word in another script, both ways, unless they are too far apart to be of one name. */
export function respeltNames(all: readonly Transliteration[]): [string, string][] {
  const names = all.filter(({language}) => RESPELT_BY.includes(language))
  const pairs = new Map<string, [string, string]>()
  for (const [word, own] of Map.groupBy(names, ({language, native}) => `${language} ${native}`)) {
    const spellings = [...new Set(own.map(({latin}) => latinOf(latin)))].filter(latin => 2 < latin.length)
    if (SPELLINGS_MAX < spellings.length || isHeldOut(word)) continue
    for (const a of spellings)
      for (const b of spellings) if (a !== b && spellingDistance(a, b) < FAR_SPELLINGS) pairs.set(`${a} ${b}`, [a, b])
  }
  return [...pairs.values()]
}

/** A name in letters from a to z only. */
export function latinOf(latin: string): string {
  return foldScript(latin).replace(/[^a-z]/g, '')
}
