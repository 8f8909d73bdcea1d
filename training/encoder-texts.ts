import type {Words} from '../src/language/analysis.ts'
import {type EncoderVocabulary, type EncoderWords, encoderWords} from '../src/language/encoder-words.ts'
import type {NamedSentence, NamedText} from './name-corpora.ts'
import {nameLabels} from './name-labels.ts'
import {nameTrainingTexts} from './name-training-texts.ts'
import {wordsOf} from './named-words.ts'
import type {Treebank} from './treebank.ts'

/** Texts to learn from: what the encoder sees of their words, and as much as is known of tags, trees and names. */
export interface EncoderText {
  /** As printed, in small letters and in capitals. */
  readonly settings: readonly EncoderWords[]
  readonly sentenceStarts: Int32Array
  /** The number of each word's tag; -1 where it is not known. */
  readonly tags: Int32Array
  /** Words of the text, -1 for a root; nothing where trees are not known. */
  readonly heads?: Int32Array
  readonly relations?: Int32Array
  readonly names: Int32Array
  readonly namesWeight: number
}

/** The tags, each `UPOS XPOS`, and the relations that a network tells apart, by their number. */
export interface EncoderLabels {
  readonly tags: readonly string[]
  readonly relations: readonly string[]
}

/** Names in treebanks count fully, in sets of other conventions less, and least in tweets. */
const NAMES_WEIGHTS: Readonly<Record<string, number>> = {'ud-ewt': 1, gum: 0.5, other: 0.3}

/** `banks` with their names, and the other sets of names. */
export function encoderTexts(
  banks: readonly Treebank[],
  corporaFolder: string,
  {vocabulary, labels}: {readonly vocabulary: EncoderVocabulary; readonly labels: EncoderLabels}
): EncoderText[] {
  const texts = nameTrainingTexts(corporaFolder)
  const namesBySentence = new Map(
    texts
      .filter(text => text.isOfTreebank)
      .flatMap(text => text.sentences.map(sentence => [sentence.forms.join(' '), nameLabels(sentence)]))
  )
  const others = texts.filter(text => !text.isOfTreebank)
  return [
    ...banks.map(bank => bankText(bank, namesBySentence, vocabulary, labels)),
    namedText(others, vocabulary, NAMES_WEIGHTS['other']!)
  ]
}

/** A treebank as a text to learn from; `namesBySentence` are labels by the forms of a sentence, parted by blanks. */
export function bankText(
  bank: Treebank,
  namesBySentence: ReadonlyMap<string, ArrayLike<number>>,
  vocabulary: EncoderVocabulary,
  labels: EncoderLabels
): EncoderText {
  const numberOf = (list: readonly string[]) => new Map(list.map((label, number) => [label, number]))
  const tagNumbers = numberOf(labels.tags)
  const relationNumbers = numberOf(labels.relations)
  const names = new Int32Array(bank.forms.length).fill(-1)
  for (let sentence = 0; sentence + 1 < bank.sentenceStarts.length; sentence++) {
    const start = bank.sentenceStarts[sentence]!
    const found = namesBySentence.get(bank.forms.slice(start, bank.sentenceStarts[sentence + 1]!).join(' '))
    if (found) names.set(found, start)
  }
  return {
    settings: settingsOf(bank, vocabulary),
    sentenceStarts: bank.sentenceStarts,
    tags: Int32Array.from(bank.upos, (upos, word) => tagNumbers.get(`${upos} ${bank.xpos[word]}`) ?? -1),
    heads: bank.heads,
    relations: Int32Array.from(bank.relations, relation => relationNumbers.get(relation) ?? -1),
    names,
    namesWeight: NAMES_WEIGHTS[bank.name] ?? 0
  }
}

function namedText(texts: readonly NamedText[], vocabulary: EncoderVocabulary, namesWeight: number): EncoderText {
  const sentences: NamedSentence[] = texts.flatMap(text => text.sentences)
  const words = wordsOf(sentences.map(sentence => sentence.forms))
  return {
    settings: settingsOf(words, vocabulary),
    sentenceStarts: words.sentenceStarts,
    tags: new Int32Array(words.forms.length).fill(-1),
    names: Int32Array.from(sentences.flatMap(sentence => Array.from(nameLabels(sentence)))),
    namesWeight
  }
}

function settingsOf(words: Words, vocabulary: EncoderVocabulary): EncoderWords[] {
  const changes = [(form: string) => form, (form: string) => form.toLowerCase(), (form: string) => form.toUpperCase()]
  return changes.map(change => encoderWords({...words, forms: words.forms.map(change)}, vocabulary))
}
