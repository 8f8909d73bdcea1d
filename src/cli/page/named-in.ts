import {foldName} from '../../record/fold-name.ts'

/** Whether a title has the name of its body in it: "head of the Reed Trust" needs no "Reed Trust" behind it. */
export function isNamedIn(title: string, body: string): boolean {
  return ` ${wordsOf(title)} `.includes(` ${wordsOf(body)} `)
}

/** "the guild's head" names the guild. */
function wordsOf(text: string): string {
  return foldName(text.replace(/['’]/g, ' '))
}
