import {isHeldOut, type NamePair, type Part, readTransliterations, type Transliteration} from './name-pairs.ts'
import {randomFrom} from './scores.ts'

/** A forename is one that so many people of Wikidata have; most of them are forenames. */
const FORENAME_COUNT = 8

/**
 * Pairs of full names put together from parts written in two scripts: whole and shortened, in both orders, and names that share one
 * part with a name and not the other. The corpora hold only parts.
 */
export function fullNamePairs(corporaFolder: string, part: Part, pairCount = 600): NamePair[] {
  const byLanguage = Map.groupBy(readTransliterations(corporaFolder), ({language}) => language)
  return [...byLanguage].flatMap(([language, all]) => {
    if (!LANGUAGES.has(language)) return []
    const some = all.filter(({latin}) => isHeldOut(latin) === (part === 'dev') && /^\p{Script=Latin}{3,}$/u.test(latin))
    return languagePairs(
      language,
      some.filter(({count}) => FORENAME_COUNT <= count),
      some,
      pairCount
    )
  })
}

/** Scripts in which the words of a foreign name are parted. */
const LANGUAGES = new Set(['arabic', 'hebrew', 'russian'])

function languagePairs(
  language: string,
  forenames: readonly Transliteration[],
  surnames: readonly Transliteration[],
  pairCount: number
): NamePair[] {
  const random = randomFrom(language.length)
  const draw = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  const pairs: NamePair[] = []
  const add = (a: string, b: string, isSame: boolean, of: string) =>
    pairs.push({a, b, kind: 'person', isSame, type: `full ${language}${isSame ? '' : ' other'}`, of})
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
    add(
      `${first.latin} ${middle.latin} ${last.latin}`,
      `${otherFirst.latin} ${middle.latin} ${otherLast.latin}`,
      false,
      of
    )
  }
  return pairs
}
