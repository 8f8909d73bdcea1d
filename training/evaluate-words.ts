import type {Words} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import type {Span} from '../src/text/span.ts'
import {readCompromiseWords} from './compromise-words.ts'
import {besideRow, type Count, f1Row, type Row} from './scores.ts'
import {devTreebanks, type Treebank} from './treebank.ts'
import {treebankDocuments} from './treebank-documents.ts'
import {readWinkWords} from './wink-words.ts'

interface Found {
  readonly words: readonly Span[]
  readonly sentences: readonly Span[]
}

/** How well words and sentences are found in raw text, beside wink-nlp and compromise: exact spans, F1. */
export function evaluateWords(
  banks: readonly Treebank[] = devTreebanks(),
  {sentences}: Pick<Models, 'sentences'> = loadModels()
): Row[] {
  return banks.flatMap(bank => {
    const documents = treebankDocuments(bank)
    const ours = documents.map(({text}) => spansOf(findWords(text, {sentences})))
    const wink = documents.map(({text}) => readWinkWords(text))
    const compromise = documents.map(({text}) => readCompromiseWords(text))
    return (['sentences', 'words'] as const).map(figure => {
      const countsOf = (found: readonly Found[]) =>
        documents.map((document, index) => countSpans(document[figure], found[index]![figure]))
      const row = f1Row({part: 'words', on: bank.name, figure: `${figure}, raw text`}, countsOf(ours))
      return besideRow(row, {'wink-nlp': countsOf(wink), compromise: countsOf(compromise)})
    })
  })
}

function spansOf({starts, ends, sentenceStarts}: Words): Found {
  const words = Array.from(starts, (start, word) => ({start, end: ends[word]!}))
  const sentences = Array.from(sentenceStarts.subarray(0, -1), (first, sentence) => ({
    start: starts[first]!,
    end: ends[sentenceStarts[sentence + 1]! - 1]!
  }))
  return {words, sentences}
}

function countSpans(wanted: readonly Span[], found: readonly Span[]): Count {
  const keys = new Set(wanted.map(keyOf))
  return {hits: found.filter(span => keys.has(keyOf(span))).length, found: found.length, wanted: wanted.length}
}

function keyOf({start, end}: Span): string {
  return `${start}-${end}`
}
