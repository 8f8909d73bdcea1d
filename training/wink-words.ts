import model from 'wink-eng-lite-web-model'
import wink, {type ItsFunction} from 'wink-nlp'
import type {Span} from '../src/text/span.ts'
import {placePieces, type ReadWords} from './read-words.ts'

const nlp = wink(model, ['sbd', 'pos', 'ner'])
const {its} = nlp

/** What wink-nlp reads in `text`. Its words of white space are no words; its parts of speech are those of Universal Dependencies. */
export function readWinkWords(text: string): ReadWords {
  const document = nlp.readDoc(text)
  const tokens = document.tokens()
  const column = (kind: unknown) => tokens.out(kind as ItsFunction<string>) as string[]
  const upos = column(its.pos)
  const lemmas = column(its.lemma)
  const pieces = tokens.out().map((word, index) => ({text: word, upos: upos[index]!, lemma: lemmas[index]!}))
  return {
    words: placePieces(
      text,
      pieces.filter(piece => piece.text.trim() !== '')
    ),
    sentences: placePieces(
      text,
      document
        .sentences()
        .out()
        .map(sentence => ({text: sentence.trim()}))
    )
  }
}

/** A time as wink-nlp finds it: words without a value. */
export interface WinkDate extends Span {
  readonly kind: 'DATE' | 'TIME' | 'DURATION'
}

/** The dates, times and lengths of time that wink-nlp finds in `text`. */
export function findWinkDates(text: string): WinkDate[] {
  const kinds: readonly string[] = ['DATE', 'TIME', 'DURATION']
  const found = nlp.readDoc(text).entities().out(its.detail) as unknown as {value: string; type: string}[]
  return placePieces(
    text,
    found.map(({value, type}) => ({text: value, type}))
  ).flatMap(({start, end, type}) => (kinds.includes(type) ? [{start, end, kind: type as WinkDate['kind']}] : []))
}
