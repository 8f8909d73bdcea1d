/** Words that an encoder works on at once: whole sentences, and pieces of very long ones. */
export interface Stretch {
  readonly firstWord: number
  readonly endWord: number
  /** The first word of each sentence or piece, and a last entry, `endWord`. */
  readonly starts: readonly number[]
  /** For each, whether it goes on with the sentence of the one before. */
  readonly continues: readonly boolean[]
}

/** Longer sentences are lists or damage. They are cut, so that time stays linear. */
export const PIECE_LENGTH_MAX = 200

/** All words in stretches of at most `lengthMax`. */
export function stretchesOf(sentenceStarts: Int32Array, lengthMax: number): Stretch[] {
  const stretches: Stretch[] = []
  let starts: number[] = []
  let continues: boolean[] = []
  const close = (endWord: number) => {
    if (0 < starts.length) stretches.push({firstWord: starts[0]!, endWord, starts: [...starts, endWord], continues})
    starts = []
    continues = []
  }
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const sentenceEnd = sentenceStarts[sentence + 1]!
    for (let start = sentenceStarts[sentence]!; start < sentenceEnd; start += PIECE_LENGTH_MAX) {
      const end = Math.min(sentenceEnd, start + PIECE_LENGTH_MAX)
      if (0 < starts.length && starts[0]! + lengthMax < end) close(start)
      starts.push(start)
      continues.push(start !== sentenceStarts[sentence])
    }
  }
  close(sentenceStarts.at(-1)!)
  return stretches
}
