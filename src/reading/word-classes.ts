import {type Analysis, sentenceOf} from '../language/analysis.ts'

/** Quotation marks, commas and the like that end a noun phrase. */
const NOUN_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'])

const FUNCTION_WORDS = new Set(
  `a an the this that these those some any every each no all both his her its their our my your he she it they we you i him them us me who whom whose which what
of in on at by for with from to into about after before over under between against during through since until as than near via per amid among despite within without toward towards
is was are were be been being am has had have having do does did will would can could may might must should shall
and or but nor because although though if while unless when where why how not n't n’t also then now here there very just even still already again said says say told`.split(
    /\s+/
  )
)

/** Whether the word is one of the closed classes: articles, pronouns, prepositions, auxiliaries, conjunctions. */
export function isFunctionWord(form: string): boolean {
  return FUNCTION_WORDS.has(form.toLowerCase())
}

/** Whether the word begins with a capital letter. */
export function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form)
}

/** Whether the word can stand inside a noun phrase before its head: noun, name, adjective or number. */
export function isNominal({forms, upos}: Analysis, word: number): boolean {
  const form = forms[word]
  if (form === undefined || isFunctionWord(form)) return false
  return NOUN_TAGS.has(upos[word]!) || (isCapitalised(form) && /\p{L}/u.test(form))
}

/** Whether the word is the possessive ending of the one before it. */
export function isPossessive(form: string | undefined): boolean {
  return form === "'s" || form === '’s' || form === "'" || form === '’'
}

/** Whether the word is a hyphen that joins its two neighbours without white space. */
export function isJoiningHyphen({forms, starts, ends}: Analysis, word: number): boolean {
  return /^[-‐‑–]$/.test(forms[word] ?? '') && ends[word - 1] === starts[word] && ends[word] === starts[word + 1]
}

/** The first word of the sentence that holds `word`, and one past its last. */
export function sentenceBounds(analysis: Analysis, word: number): {first: number; end: number} {
  const sentence = sentenceOf(analysis, word)
  return {
    first: analysis.sentenceStarts[sentence]!,
    end: analysis.sentenceStarts[sentence + 1] ?? analysis.starts.length
  }
}

/** Whether the word is a determiner or possessive pronoun: the left edge of a noun phrase. */
export function isDeterminer(form: string | undefined): boolean {
  return form !== undefined && DETERMINERS.has(form.toLowerCase())
}

const DETERMINERS = new Set(
  'a an the this that these those some any every each no another his her its their our my your'.split(' ')
)
