import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {matchNames} from '../src/record/names/match-names.ts'
import {NameIndex} from '../src/record/names/name-index.ts'
import {readTransliterations, type Transliteration} from '../training/name-pairs.ts'
import {CORPORA_FOLDER} from '../training/treebank.ts'
import {thisMachine} from './machine.ts'
import {SeededRandom} from './seeded-random.ts'

/** Whole names in two scripts: one in Latin letters and one not, or the other way round. */
interface Drawn {
  readonly latin: string
  readonly native: string
}

/** One name in ten of the index is in another script. */
const NATIVE_SHARE = 0.1
/** Names of one word in each of three scripts are where persons' names are parted as ours are. */
const LANGUAGES = ['arabic', 'hebrew', 'russian']

/**
 * Look up names among many: forenames and surnames of Wikidata's people, drawn as often as people have them. Half of those looked up
 * stand in the index as they are asked for, half in the other script. Beside the time it took, the time of the processor: on a busy
 * machine the first says more of its other work.
 */
export function measureNameLookup({count, lookups = 2000}: {readonly count: number; readonly lookups?: number}) {
  const random = new SeededRandom(5)
  const draw = drawerOf(random)
  const drawn = Array.from({length: count}, draw)
  const names = drawn.map(({latin, native}) => (random.chance(NATIVE_SHARE) ? native : latin))
  const before = heapMiB()
  const builtFrom = performance.now()
  const index = new NameIndex(names, 'person')
  const buildSeconds = (performance.now() - builtFrom) / 1000
  const indexMiB = heapMiB() - before
  const times: number[] = []
  const processorTimes: number[] = []
  let [found, crowdedOut] = [0, 0]
  for (let lookup = 0; lookup < lookups; lookup++) {
    const at = random.below(count)
    const {latin, native} = drawn[at]!
    const asked = random.chance(0.5) ? names[at]! : names[at] === latin ? native : latin
    const processorFrom = process.threadCpuUsage()
    const from = performance.now()
    const best = index.find(asked)
    times.push(performance.now() - from)
    const {user, system} = process.threadCpuUsage(processorFrom)
    processorTimes.push((user + system) / 1000)
    if (best.some(({index: place}) => names[place] === names[at])) found++
    else if (best.length === 20 && matchNames(asked, names[at]!, {kind: 'person'}).score <= best[19]!.score)
      crowdedOut++
  }
  return {
    machine: thisMachine(),
    names: count,
    lookups,
    buildSeconds: Number(buildSeconds.toFixed(1)),
    indexMiB: Math.round(indexMiB),
    milliseconds: percentiles(times),
    processorMilliseconds: percentiles(processorTimes),
    foundAmongTwenty: share(found / lookups),
    behindTwentyBetter: share(crowdedOut / lookups)
  }
}

function share(value: number): number {
  return Number(value.toFixed(3))
}

function percentiles(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => Number(sorted[Math.floor(share * sorted.length)]!.toFixed(2))
  return {p50: at(0.5), p95: at(0.95), p99: at(0.99)}
}

function drawerOf(random: SeededRandom): () => Drawn {
  const parts = readTransliterations(CORPORA_FOLDER).filter(({language}) => LANGUAGES.includes(language))
  if (parts.length === 0) throw new Error(`Cannot measure looking names up: no names in "${CORPORA_FOLDER}"`)
  const byLanguage = LANGUAGES.map(language => weighed(parts.filter(part => part.language === language)))
  return () => {
    const part = random.pick(byLanguage)
    const [first, last] = [part(random), part(random)]
    return {latin: `${first.latin} ${last.latin}`, native: `${first.native} ${last.native}`}
  }
}

/** Draws each as often as it has entries. */
function weighed(parts: readonly Transliteration[]): (random: SeededRandom) => Transliteration {
  const places: number[] = []
  for (const [place, {count}] of parts.entries()) for (let time = 0; time < count; time++) places.push(place)
  return random => parts[random.pick(places)]!
}

/** What is still in use once everything else is swept up. */
function heapMiB(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const {heapUsed, arrayBuffers} = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}
