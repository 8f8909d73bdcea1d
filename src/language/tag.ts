import type {Tagged, Upos, Words} from './analysis.ts'
import {encode} from './encoder.ts'
import {type Lemmatiser, lemmaOf, readLemmatiser} from './lemmas.ts'
import type {ModelFile} from './model-file.ts'
import type {Models} from './models.ts'

/** Tag each word with its part of speech (UPOS and the Penn tag, chosen as one) and give its lemma. */
export function tag(
  words: Words,
  {encoder: file, attributions}: Pick<Models, 'encoder'> & Partial<Pick<Models, 'attributions'>>
): Tagged {
  const {upos: uposOf, xpos: xposOf, lemmatiser} = taggerOf(file)
  const {tags, tagScores} = encode(words, file, attributions)
  const upos = Array.from(tags, number => uposOf[number]!)
  const xpos = Array.from(tags, number => xposOf[number]!)
  return {
    ...words,
    upos,
    xpos,
    tagScores,
    lemmas: words.forms.map((form, word) => lemmaOf(lemmatiser, form, xpos[word]!))
  }
}

/** What the numbers of tags stand for, and how forms become lemmas. */
interface Tagger {
  readonly upos: readonly Upos[]
  readonly xpos: readonly string[]
  readonly lemmatiser: Lemmatiser
}

const taggers = new WeakMap<ModelFile, Tagger>()

function taggerOf(file: ModelFile): Tagger {
  const known = taggers.get(file)
  if (known) return known
  const labels = (file.head.settings['tags'] as string[]).map(label => label.split(' '))
  const tagger = {
    upos: labels.map(([upos]) => upos as Upos),
    xpos: labels.map(([, xpos]) => xpos!),
    lemmatiser: readLemmatiser(file)
  }
  taggers.set(file, tagger)
  return tagger
}
