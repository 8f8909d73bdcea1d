import type {LanguageNotice} from './analysis.ts'

/** More places of one kind than a reader would look at are told together. */
export const NOTICES_OF_A_KIND_MAX = 20

/** The notices, in the order of their kinds; of each kind the first few, and one for all further places, with how many they are. */
export function limitNotices(notices: readonly LanguageNotice[]): LanguageNotice[] {
  return [...Map.groupBy(notices, ({code}) => code).values()].flatMap(alike => {
    if (alike.length <= NOTICES_OF_A_KIND_MAX) return alike
    const shown = alike.slice(0, NOTICES_OF_A_KIND_MAX - 1)
    const rest = alike.slice(NOTICES_OF_A_KIND_MAX - 1)
    const [first, last] = [rest[0]!, rest.at(-1)!]
    const span = first.start !== undefined && last.end !== undefined ? {start: first.start, end: last.end} : {}
    return [...shown, {code: first.code, text: `${first.text} (${rest.length} more places from here on)`, ...span}]
  })
}
