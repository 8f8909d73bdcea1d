import {
  editDistance,
  isHeldOut,
  type NamePair,
  type Part,
  readTransliterations,
  type Transliteration
} from './name-pairs.ts'
import {latinOf, respeltNames} from './respelt-names.ts'
import {randomFrom} from './scores.ts'

/** A forename is one that so many people of Wikidata have; most of them are forenames. */
const FORENAME_COUNT = 8

/**
 * Pairs of full names put together from parts written in two scripts: whole and shortened, in both orders, and names that share one
 * part with a name and not the other, or whose parts are only near. The corpora hold only parts.
 */
export function fullNamePairs(corporaFolder: string, part: Part, pairCount = 600): NamePair[] {
  const all = readTransliterations(corporaFolder).filter(({latin}) => isHeldOut(latin) === (part === 'dev'))
  const spellings = Map.groupBy(respeltNames(all), ([spelling]) => spelling)
  const byLanguage = Map.groupBy(all, ({language}) => language)
  return [...byLanguage].flatMap(([language, own]) => {
    if (!LANGUAGES.has(language)) return []
    const some = own.filter(({latin}) => /^\p{Script=Latin}{3,}$/u.test(latin))
    const names = {forenames: some.filter(({count}) => FORENAME_COUNT <= count), surnames: some, spellings}
    return languagePairs(language, names, pairCount)
  })
}

/** Scripts in which the words of a foreign name are parted. */
const LANGUAGES = new Set(['arabic', 'hebrew', 'russian'])

/** Parts of names, and pairs of spellings by the first of them. */
interface Names {
  readonly forenames: readonly Transliteration[]
  readonly surnames: readonly Transliteration[]
  readonly spellings: ReadonlyMap<string, readonly (readonly string[])[]>
}

/** Of so many names the nearest is taken for near. */
const DRAWN = 150

/** The one of these that is nearest to a name and no spelling of it. */
function nearTo(name: string, among: readonly string[], spellings: Names['spellings']): string {
  const own = new Set([latinOf(name), ...(spellings.get(latinOf(name)) ?? []).map(([, other]) => other)])
  const others = among.filter(other => !own.has(latinOf(other)))
  const distances = others.map(other => editDistance(name, other))
  return others[distances.indexOf(Math.min(...distances))] ?? name
}

function languagePairs(language: string, {forenames, surnames, spellings}: Names, pairCount: number): NamePair[] {
  const random = randomFrom(language.length)
  const draw = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  const pairs: NamePair[] = []
  const add = (a: string, b: string, isSame: boolean, of: string) =>
    pairs.push({a, b, kind: 'person', isSame, type: `full ${language}${isSame ? '' : ' other'}`, of})
  const spelt = (name: string) => draw(spellings.get(latinOf(name)) ?? [[name, name]])[1]!
  const near = (name: string, among: readonly Transliteration[]) =>
    nearTo(
      name,
      Array.from({length: DRAWN}, () => draw(among).latin),
      spellings
    )
  for (let count = 0; count < pairCount; count++) {
    const [first, middle, last, otherFirst, otherLast] = [
      draw(forenames),
      draw(forenames),
      draw(surnames),
      draw(forenames),
      draw(surnames)
    ]
    if (first.latin === otherFirst.latin || last.latin === otherLast.latin || first.latin[0] === otherFirst.latin[0])
      continue
    const latin = `${first.latin} ${last.latin}`
    const native = `${first.native} ${last.native}`
    const of = latin
    add(
      draw([latin, `${last.latin}, ${first.latin}`, `${first.latin} ${middle.latin} ${last.latin}`]),
      native,
      true,
      of
    )
    add(`${first.latin[0]}. ${last.latin}`, draw([latin, `${first.latin} ${middle.latin} ${last.latin}`]), true, of)
    add(
      `${first.latin} ${middle.latin} ${last.latin}`,
      `${first.latin} ${draw([middle.latin[0]!, ''])} ${last.latin}`,
      true,
      of
    )
    add(latin, draw([`${otherFirst.native} ${last.native}`, `${first.native} ${otherLast.native}`]), false, of)
    add(latin, draw([`${otherFirst.latin} ${last.latin}`, `${first.latin} ${otherLast.latin}`]), false, of)
    add(latin, `${otherFirst.latin[0]}. ${last.latin}`, false, of)
    add(latin, `${spelt(first.latin)} ${spelt(last.latin)}`, true, of)
    add(latin, `${near(first.latin, forenames)} ${spelt(last.latin)}`, false, of)
    add(latin, `${spelt(first.latin)} ${near(last.latin, surnames)}`, false, of)
    add(latin, `${near(first.latin, forenames)} ${near(last.latin, surnames)}`, false, of)
    add(
      `${first.latin} ${middle.latin} ${last.latin}`,
      `${otherFirst.latin} ${middle.latin} ${otherLast.latin}`,
      false,
      of
    )
  }
  return pairs
}
