import type {Span} from '../src/text/span.ts'
import {type Row, shareRow} from './scores.ts'
import type {Treebank} from './treebank.ts'

/** One document of a treebank: its own text, as a reader is given it, and the right words and sentences in it. */
export interface TreebankDocument {
  readonly text: string
  readonly firstWord: number
  readonly endWord: number
  /** Word `firstWord + i` of the treebank, in the document's text. */
  readonly words: readonly Span[]
  readonly sentences: readonly Span[]
}

/** The documents of `bank`, in order: figures are drawn by document. */
export function treebankDocuments(bank: Treebank): TreebankDocument[] {
  const documents: TreebankDocument[] = []
  let firstSentence = 0
  for (let sentence = 1; sentence <= bank.documents.length; sentence++) {
    if (bank.documents[sentence] === bank.documents[firstSentence]) continue
    documents.push(documentOf(bank, firstSentence, sentence))
    firstSentence = sentence
  }
  return documents
}

function documentOf(bank: Treebank, firstSentence: number, endSentence: number): TreebankDocument {
  const {text, starts, ends, sentenceStarts} = bank
  const firstWord = sentenceStarts[firstSentence]!
  const endWord = sentenceStarts[endSentence]!
  const offset = starts[firstWord]!
  const spanOf = (first: number, end: number) => ({start: starts[first]! - offset, end: ends[end - 1]! - offset})
  return {
    text: text.slice(offset, ends[endWord - 1]),
    firstWord,
    endWord,
    words: Array.from({length: endWord - firstWord}, (_, word) => spanOf(firstWord + word, firstWord + word + 1)),
    sentences: Array.from({length: endSentence - firstSentence}, (_, index) =>
      spanOf(sentenceStarts[firstSentence + index]!, sentenceStarts[firstSentence + index + 1]!)
    )
  }
}

/** A row of how many words of `bank` are right, drawn by document. */
export function rightWordsRow(
  about: Pick<Row, 'part' | 'figure'>,
  bank: Treebank,
  isRight: (word: number) => boolean
): Row {
  const counts = treebankDocuments(bank).map(({firstWord, endWord}) => {
    let hits = 0
    for (let word = firstWord; word < endWord; word++) if (isRight(word)) hits++
    return {hits, found: endWord - firstWord, wanted: endWord - firstWord}
  })
  return shareRow({...about, on: bank.name}, counts)
}
