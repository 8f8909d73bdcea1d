/**
 * A name in one way of writing each letter, still in its own script: no case, no accents, one form of each Arabic letter.
 *
 * ```text
 * Łukasz Ørsted  -> lukasz orsted
 * أحمد علي       -> احمد علی
 * ```
 */
export function foldScript(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(MARKED, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(ODD_LETTERS, letter => ONE_FORM[letter] ?? '')
}

const PLAIN = /^[\x20-\x7e]*$/

/** Accents and vowel points. Marks of other scripts tell letters apart: the Cyrillic short i, the voiced kana, Indic vowels. */
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu

/** Letters that have several forms, or that Unicode does not take apart; to nothing where they only fill or point. */
const ONE_FORM: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ə: 'a',
  ŋ: 'ng',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ'
}

/** With them the tatweel, the joiners and the marks of direction that Arabic text carries. */
const ODD_LETTERS = new RegExp(
  `[${Object.keys(ONE_FORM).join('')}\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]`,
  'gu'
)
