import {type Parsed, sentenceOf} from './analysis.ts'

/** Who speaks, as far as the verbs of speech beside quotations tell. */
export interface Speech {
  /** The words that are subjects of verbs of speech. */
  readonly subjects: ReadonlySet<number>
  /** For each quotation, by its number, the word that is its verb's subject; -1 where there is none. */
  readonly speakerByQuotation: Int32Array
}

/**
 * Find the subjects of verbs of speech, and the quotations that they stand beside.
 *
 * ```text
 * "The road is closed," the guard said.
 *                           ^^^^^
 * ```
 */
export function findSpeech(parsed: Parsed, quotations: Int32Array): Speech {
  const {relations, heads, lemmas, sentenceStarts} = parsed
  const subjects = new Set<number>()
  const speakerByQuotation = new Int32Array(lastNumber(quotations) + 1).fill(-1)
  for (let word = 0; word < heads.length; word++) {
    const verb = heads[word]!
    if (relations[word] !== 'nsubj' || verb < 0 || !SPEECH_LEMMAS.has(lemmas[verb]!)) continue
    subjects.add(word)
    if (quotations[verb] !== 0) continue
    const sentence = sentenceOf(parsed, verb)
    const first = sentenceStarts[sentence]!
    const end = sentenceStarts[sentence + 1]!
    for (const quotation of [
      lastBefore(quotations, verb, first - 3),
      firstAfter(quotations, verb, Math.min(end, verb + REACH))
    ])
      if (0 < quotation && speakerByQuotation[quotation]! < 0) speakerByQuotation[quotation] = word
  }
  return {subjects, speakerByQuotation}
}

/** Words between a verb of speech and its quotation, at most. */
const REACH = 15

function lastNumber(quotations: Int32Array): number {
  return quotations.reduce((most, number) => Math.max(most, number), 0)
}

function lastBefore(quotations: Int32Array, word: number, first: number): number {
  for (let place = word - 1; Math.max(0, first, word - REACH) <= place; place--)
    if (quotations[place]! !== 0) return quotations[place]!
  return 0
}

function firstAfter(quotations: Int32Array, word: number, end: number): number {
  for (let place = word + 1; place < end; place++) if (quotations[place]! !== 0) return quotations[place]!
  return 0
}

const SPEECH_LEMMAS: ReadonlySet<string> = new Set(
  'say tell add write ask claim warn argue insist explain continue reply conclude note state declare announce call describe deny confirm urge suggest testify admit acknowledge recall respond predict point vow pledge accuse criticise criticize praise believe think cry shout whisper answer exclaim remark observe report agree complain joke promise stress emphasise emphasize'.split(
    ' '
  )
)
