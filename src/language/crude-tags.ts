import type {Parsed, Tagged} from './analysis.ts'

/** Flat trees under each sentence's first word, so that callers run while no parser is trained. */
export function crudelyParse(words: Tagged): Parsed {
  const heads = new Int32Array(words.starts.length)
  const relations: string[] = new Array(words.starts.length).fill('dep')
  for (let sentence = 0; sentence + 1 < words.sentenceStarts.length; sentence++) {
    const start = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    for (let word = start; word < end; word++) heads[word] = start
    if (start < end) heads[start] = -1
    if (start < end) relations[start] = 'root'
  }
  return {...words, heads, relations}
}
