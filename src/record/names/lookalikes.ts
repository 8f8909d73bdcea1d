/** Letters of Cyrillic and Greek that look like Latin ones, each with the Latin one after it, small letters. */
const LOOKALIKES = 'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwвbнhкkмmтtαaοoρpνvιiκkτtυuχxγyηn'

/** The word as it looks to a reader who takes every letter for a Latin one. */
export function lookOf(own: string): string {
  if (!FOREIGN.test(own)) return own
  let look = ''
  for (const letter of own) look += LATIN_LOOKS.get(letter) ?? letter
  return look
}

/** True of a word with letters of Latin and of a script that looks like it: nobody writes so but to deceive. */
export function mixesScripts(own: string): boolean {
  return FOREIGN.test(own) && /\p{Script=Latin}/u.test(own) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(own)
}

const FOREIGN = /[^\x00-\x7f]/

const LATIN_LOOKS: ReadonlyMap<string, string> = new Map(
  (LOOKALIKES.match(/../gu) ?? []).map(pair => [pair[0]!, pair[1]!])
)
