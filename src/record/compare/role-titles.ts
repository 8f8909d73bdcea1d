import {foldName} from '../fold-name.ts'
import {
  CHANGING_WORDS,
  EXCLUSIVE_HEADS,
  EXCLUSIVE_TITLES,
  EXCLUSIVE_WITH_FIELD,
  SAME_TITLES
} from './role-title-lists.ts'

/** The words of a title as titles are compared: without its organisation, synonyms as one, what it is of in front. */
export function titleOf(title: string, organisationNames: readonly string[]): string {
  let words = ` ${foldName(title)} `
  const names = organisationNames.map(foldName).filter(name => name !== '')
  for (const name of names.toSorted((a, b) => b.length - a.length))
    if (words.includes(` ${name} `)) words = withoutName(words, name)
  words = withOneTitle(words)
  const turned = /^ (?<head>.+?) (?:of|for) (?:the )?(?<field>.+) $/u.exec(words)?.groups
  words = turned ? ` ${turned['field']} ${turned['head']} ` : words
  if (turned) words = withOneTitle(words)
  return words.replaceAll(' the ', ' ').trim()
}

/** "mayor of the Tarn" and "Tarn mayor" without Tarn. */
function withoutName(words: string, name: string): string {
  const behind = OWNING.find(owning => words.endsWith(` ${owning} ${name} `))
  return behind ? words.slice(0, -` ${behind} ${name} `.length + 1) : words.replace(` ${name} `, ' ')
}

const OWNING = ['of the', 'for the', 'at the', 'in the', 'of', 'for', 'at', 'in']

function withOneTitle(words: string): string {
  if (!SYNONYM.test(words)) return words
  return synonyms.reduce((all, [plain, other]) => all.replaceAll(` ${other} `, ` ${plain} `), words)
}

/** How the later title stands to the earlier: the same, with more or fewer words of the same office, or another. */
export function compareTitles(earlier: string, later: string): 'same' | 'narrower' | 'wider' | undefined {
  if (earlier === later) return 'same'
  if (isWithin(earlier, later)) return 'narrower'
  return isWithin(later, earlier) ? 'wider' : undefined
}

/** What titles that can be compared have in common: their last word. */
export function headOf(title: string): string {
  return title.slice(title.lastIndexOf(' ') + 1)
}

/** Whether one person at a time can hold it. */
export function isExclusive(title: string): boolean {
  const words = title.split(' ')
  if (words.some(word => CHANGING_WORDS.has(word))) return false
  if (EXCLUSIVE_TITLES.has(title) || EXCLUSIVE_HEADS.has(title)) return true
  const head = words.at(-1)!
  return 1 < words.length && (EXCLUSIVE_HEADS.has(head) || EXCLUSIVE_WITH_FIELD.has(head))
}

const synonyms: readonly (readonly [plain: string, other: string])[] = SAME_TITLES.flatMap(line => {
  const [plain = '', ...others] = line.split(', ')
  return others.map(other => [plain, other] as const)
}).sort(([, a], [, b]) => b.length - a.length)

const SYNONYM = new RegExp(` (?:${synonyms.map(([, other]) => other).join('|')}) `)

function isWithin(shorter: string, longer: string): boolean {
  const words = shorter.split(' ')
  const more = longer.split(' ')
  if (more.length <= words.length || headOf(shorter) !== headOf(longer)) return false
  const added = more.filter(word => !words.includes(word))
  return words.every(word => more.includes(word)) && !added.some(word => CHANGING_WORDS.has(word))
}
