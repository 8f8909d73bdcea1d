import type {Upos} from '../../src/language/analysis.ts'
import type {Treebank} from '../../training/treebank.ts'

/** A treebank from lines of form, UPOS, Penn tag, head and relation; sentences are parted by a blank line. */
export function readTreebank(lines: string): Treebank {
  const sentences = lines
    .trim()
    .split('\n\n')
    .map(sentence => sentence.split('\n').map(line => line.split(' ')))
  const rows = sentences.flat()
  const column = (index: number) => rows.map(row => row[index]!)
  const forms = column(0)
  const starts = forms.map((_, word) => forms.slice(0, word).join(' ').length + (word === 0 ? 0 : 1))
  const sentenceStarts = [0]
  const heads: number[] = []
  for (const sentence of sentences) {
    const first = sentenceStarts.at(-1)!
    for (const row of sentence) heads.push(row[3] === '0' ? -1 : first + Number(row[3]) - 1)
    sentenceStarts.push(first + sentence.length)
  }
  return {
    name: 'small',
    documents: sentences.map(() => 'only'),
    text: forms.join(' '),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(starts, (start, word) => start + forms[word]!.length),
    sentenceStarts: Int32Array.from(sentenceStarts),
    forms,
    upos: column(1) as Upos[],
    xpos: column(2),
    lemmas: forms,
    tagScores: new Float32Array(forms.length).fill(1),
    heads: Int32Array.from(heads),
    headScores: new Float32Array(forms.length).fill(1),
    relations: column(4)
  }
}
