import type {Tagged, Words} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import type {NamedText} from './name-corpora.ts'

/** The words of `text`, tagged. */
export function taggedWords({sentences}: NamedText, models: Pick<Models, 'encoder'>): Tagged {
  return tag(wordsOf(sentences.map(sentence => sentence.forms)), models)
}

/** A text made of `sentences`, words parted by blanks. */
export function wordsOf(sentences: readonly (readonly string[])[]): Words {
  const forms = sentences.flat()
  const starts = new Int32Array(forms.length)
  const ends = new Int32Array(forms.length)
  let offset = 0
  for (const [word, form] of forms.entries()) {
    starts[word] = offset
    ends[word] = offset + form.length
    offset += form.length + 1
  }
  const sentenceStarts = new Int32Array(sentences.length + 1)
  for (const [index, sentence] of sentences.entries())
    sentenceStarts[index + 1] = sentenceStarts[index]! + sentence.length
  return {text: forms.join(' '), starts, ends, forms, sentenceStarts}
}
