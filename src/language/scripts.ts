/** The script that a word's first letter is of: `Latin`, `Arabic` …; `other` for one not listed, undefined where it is no letter. */
export function scriptOf(form: string): string | undefined {
  const unit = form.charCodeAt(0)
  if (unit < LATIN_END) return LETTER.test(form[0]!) ? 'Latin' : undefined
  const character = String.fromCodePoint(form.codePointAt(0)!)
  if (!LETTER.test(character)) return
  return SCRIPTS.find(([, script]) => script.test(character))?.[0] ?? 'other'
}

/** Below this every letter is Latin, as nearly every letter of a text is: no need to ask further. */
const LATIN_END = 0x250
const LETTER = /^\p{L}/u

const SCRIPTS: readonly (readonly [name: string, script: RegExp])[] = [
  ['Latin', /^\p{Script=Latin}/u],
  ['Arabic', /^\p{Script=Arabic}/u],
  ['Cyrillic', /^\p{Script=Cyrillic}/u],
  // One text mixes them, so they are one here.
  ['Chinese or Japanese', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hebrew', /^\p{Script=Hebrew}/u],
  ['Greek', /^\p{Script=Greek}/u],
  ['Korean', /^\p{Script=Hangul}/u],
  ['Devanagari', /^\p{Script=Devanagari}/u],
  ['Bengali', /^\p{Script=Bengali}/u],
  ['Ethiopic', /^\p{Script=Ethiopic}/u],
  ['Armenian', /^\p{Script=Armenian}/u],
  ['Georgian', /^\p{Script=Georgian}/u],
  ['Thai', /^\p{Script=Thai}/u],
  ['Syriac', /^\p{Script=Syriac}/u]
]
