import {listedWord} from './gazetteer.ts'
import {featureKey, hashText} from './hashing.ts'
import {likeliestHint, townLength, type WordKnowledge} from './name-knowledge.ts'
import {placeOfHash} from './sorted-hashes.ts'

/** What one form looks like, wherever it stands. */
export interface Look {
  readonly lower: string
  readonly form: number
  readonly lowerHash: number
  readonly shape: number
  readonly longShape: number
  readonly prefixes: readonly number[]
  readonly suffixes: readonly number[]
  readonly fine: number
  readonly middle: number
  readonly coarse: number
  readonly listed: number
  readonly isNamePart: boolean
  /** What is known of its use, 0 for an unknown word. */
  readonly hints: number
  readonly likeliest: number
  /** How many persons bear it, from 0 to 5. */
  readonly bearers: number
  /** How many words the longest name of a town has that opens with it. */
  readonly townLength: number
  readonly isCapital: boolean
  readonly isAllCapitals: boolean
  readonly isWord: boolean
}

/** What each of `forms` looks like. */
export function looksOf(forms: readonly string[], knowledge: WordKnowledge): Look[] {
  const lookByForm = new Map<string, Look>()
  return forms.map(form => {
    let look = lookByForm.get(form)
    if (!look) {
      look = lookOf(form, knowledge)
      lookByForm.set(form, look)
    }
    return look
  })
}

function lookOf(form: string, knowledge: WordKnowledge): Look {
  const lower = form.toLowerCase()
  const key = featureKey(lower) >>> 0
  const {groups, nameParts} = knowledge
  const place = placeOfHash(groups.words, key)
  const fine = place < 0 ? -1 : groups.fine[place]!
  const hints = place < 0 ? 0 : knowledge.hints[place]!
  const part = placeOfHash(nameParts, key)
  return {
    lower,
    form: hashText(form),
    lowerHash: hashText(lower),
    shape: hashText(shapeOf(form, true)),
    longShape: hashText(shapeOf(form, false)),
    prefixes: [1, 2, 3, 4].map(length => hashText(lower, 0, Math.min(length, lower.length))),
    suffixes: [1, 2, 3, 4].map(length => hashText(lower, Math.max(0, lower.length - length))),
    fine,
    middle: fine < 0 ? -1 : groups.middle[fine]!,
    coarse: fine < 0 ? -1 : groups.coarse[fine]!,
    listed: listedWord(form),
    isNamePart: 0 <= part,
    hints,
    likeliest: likeliestHint(hints),
    bearers: part < 0 ? 0 : knowledge.bearers[part]!,
    townLength: townLength(knowledge, lower),
    isCapital: /^\p{Lu}/u.test(form),
    isAllCapitals: /^[\p{Lu}.&]{2,}$/u.test(form),
    isWord: /\p{L}/u.test(form)
  }
}

/** `Xx` for "Mary", `X.X.` for "U.S."; runs of one kind stand once when `short`. */
function shapeOf(form: string, short: boolean): string {
  let shape = ''
  for (const character of form.slice(0, 24)) {
    const kind = characterKind(character)
    if (!short || !shape.endsWith(kind)) shape += kind
  }
  return shape
}

function characterKind(character: string): string {
  if ('a' <= character && character <= 'z') return 'x'
  if ('A' <= character && character <= 'Z') return 'X'
  if ('0' <= character && character <= '9') return '0'
  if (/\p{Lu}/u.test(character)) return 'X'
  return /\p{L}/u.test(character) ? 'x' : character
}
