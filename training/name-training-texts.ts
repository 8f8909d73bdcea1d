import {readGumNames} from './gum-names.ts'
import {KINDS_BY_CORPUS, type NamedText, readConll, readUner} from './name-corpora.ts'

/** A text to learn from: how much its sentences count, and whether it stands in a treebank too, word by word. */
export interface NameTrainingText extends NamedText {
  readonly weight: number
  readonly isOfTreebank: boolean
}

/** Tweets are far from what is read, so they count half. UNER is the only large set whose conventions are the ones wanted. */
const WEIGHTS: Readonly<Record<string, number>> = {wikigold: 1, 'crossner-politics': 1, btc: 0.5, wnut17: 0.5}
const UNER_WEIGHT = 2

/** All texts with marked names that the names model learns from; no dev part is among them. */
export function nameTrainingTexts(corpora: string): NameTrainingText[] {
  return [
    ...readUner(corpora, 'train').map(text => ({...text, weight: UNER_WEIGHT, isOfTreebank: true})),
    ...readGumNames(corpora, 'train').map(text => ({...text, weight: 1, isOfTreebank: true})),
    ...Object.entries(WEIGHTS).flatMap(([name, weight]) => {
      const path = `${corpora}/${name}/${name === 'wikigold' ? 'all' : 'train'}.conll.gz`
      return readConll(path, KINDS_BY_CORPUS[name]!).map(text => ({...text, weight, isOfTreebank: false}))
    })
  ]
}

/** Every third text of UNER in small letters and every twelfth in capitals, as people write in haste and headlines are set. */
export function inOtherLetters(texts: readonly NameTrainingText[]): NameTrainingText[] {
  const uner = texts.filter(({weight}) => weight === UNER_WEIGHT)
  return uner.flatMap((text, index) => {
    if (index % 3 === 0) return [relettered(text, form => form.toLowerCase())]
    return index % 12 === 1 ? [relettered(text, form => form.toUpperCase())] : []
  })
}

function relettered(text: NameTrainingText, change: (form: string) => string): NameTrainingText {
  const sentences = text.sentences.map(({forms, names}) => ({forms: forms.map(change), names}))
  return {...text, sentences, weight: 1, isOfTreebank: false}
}
