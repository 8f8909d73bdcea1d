import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {featureKey} from '../src/language/hashing.ts'

/** Parts of persons' names that at least this many people in Wikidata bear. */
const BEARERS_MIN = 10
/** Or at least so many persons of the OFAC list. */
const LISTED_MIN = 3
/** From so many bearers on a part counts as 2, 3, 4, 5. */
const BEARER_STEPS = [20, 60, 200, 1000]

/** Parts of persons' names as keys, ascending, and how many people bear each, from 0 (not told) to 5. */
export function namePartArrays(corpora: string): {nameParts: Uint32Array; bearers: Uint8Array} {
  const votes = new Map<string, number>()
  const people = new Map<string, number>()
  const vote = (part: string, count: number) => votes.set(part, (votes.get(part) ?? 0) + count)
  for (const line of readLines(corpora, 'transliteration.tsv.gz')) {
    const [, latin = '', , count = '0'] = line.split('\t')
    people.set(latin, Math.max(people.get(latin) ?? 0, Number(count)))
  }
  for (const [part, count] of people) if (BEARERS_MIN <= count) vote(part, BEARERS_MIN)
  for (const line of gunzipSync(readFileSync(`${corpora}/names/sdn.jsonl.gz`))
    .toString('utf8')
    .trim()
    .split('\n')) {
    const {type, name, aliases} = JSON.parse(line) as {type: string; name: string; aliases: {name: string}[]}
    if (type !== 'individual') continue
    const all = [name, ...aliases.map(alias => alias.name)].join(' ').toLowerCase()
    for (const part of new Set(all.match(/\p{L}+/gu))) vote(part, BEARERS_MIN / LISTED_MIN)
  }
  for (const line of readLines(corpora, 'surnames.csv.gz'))
    vote((line.split(',').at(-1) ?? '').toLowerCase(), BEARERS_MIN)
  const sizeByKey = new Map<number, number>()
  for (const [part, count] of votes)
    if (BEARERS_MIN <= count && 2 < part.length)
      sizeByKey.set(featureKey(part) >>> 0, bearerSize(people.get(part) ?? 0))
  const nameParts = Uint32Array.from(sizeByKey.keys()).sort()
  return {nameParts, bearers: Uint8Array.from(nameParts, key => sizeByKey.get(key)!)}
}

function bearerSize(count: number): number {
  return count < BEARERS_MIN ? 0 : 1 + BEARER_STEPS.filter(step => step <= count).length
}

/** The lines of a list after its head. */
function readLines(corpora: string, file: string): string[] {
  return gunzipSync(readFileSync(`${corpora}/names/${file}`))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
}
