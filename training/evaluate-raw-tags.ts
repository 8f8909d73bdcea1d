import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {readCompromiseWords} from './compromise-words.ts'
import type {ReadWord} from './read-words.ts'
import {besideRow, type Count, f1Row, type Row, shareRow} from './scores.ts'
import type {Treebank} from './treebank.ts'
import {type TreebankDocument, treebankDocuments} from './treebank-documents.ts'
import {readWinkWords} from './wink-words.ts'

/** What a document's own words should be, and those a reader found in its text. */
interface ReadDocument {
  readonly wanted: readonly ReadWord[]
  readonly found: readonly ReadWord[]
}

/**
 * Parts of speech and lemmas from raw text, beside wink-nlp and compromise, which take no words that are given. Once over all
 * words (F1: right word, right tag) and once over only those that the reader parts as the treebank does, so that one who parts
 * words otherwise is not blamed for it. Lemmas are compared without case, since wink-nlp gives all of them in small letters.
 */
export function evaluateRawTags(banks: readonly Treebank[], models: Pick<Models, 'sentences' | 'encoder'>): Row[] {
  return banks.flatMap(bank => {
    const documents = treebankDocuments(bank)
    const readWith = (read: (text: string) => readonly ReadWord[]) =>
      documents.map(document => ({wanted: goldWords(bank, document), found: read(document.text)}))
    const ours = readWith(text => readOurs(text, models))
    const wink = readWith(text => readWinkWords(text).words)
    const compromise = readWith(text => readCompromiseWords(text).words)
    const about = (figure: string) => ({part: 'tags', on: bank.name, figure})
    const upos = (count: typeof countAll) => (read: readonly ReadDocument[]) => read.map(one => count(one, hasUpos))
    const lemma = (count: typeof countAll) => (read: readonly ReadDocument[]) => read.map(one => count(one, hasLemma))
    return [
      besideRow(f1Row(about('UPOS, raw text'), upos(countAll)(ours)), {
        'wink-nlp': upos(countAll)(wink),
        compromise: upos(countAll)(compromise)
      }),
      besideRow(shareRow(about('UPOS, words found alike'), upos(countAligned)(ours)), {
        'wink-nlp': upos(countAligned)(wink),
        compromise: upos(countAligned)(compromise)
      }),
      besideRow(f1Row(about('lemma, raw text'), lemma(countAll)(ours)), {'wink-nlp': lemma(countAll)(wink)}),
      besideRow(shareRow(about('lemma, words found alike'), lemma(countAligned)(ours)), {
        'wink-nlp': lemma(countAligned)(wink)
      })
    ]
  })
}

function goldWords({upos, lemmas}: Treebank, {firstWord, words}: TreebankDocument): ReadWord[] {
  return words.map((span, word) => ({...span, upos: upos[firstWord + word]!, lemma: lemmas[firstWord + word]!}))
}

function readOurs(text: string, models: Pick<Models, 'sentences' | 'encoder'>): ReadWord[] {
  const {starts, ends, upos, lemmas} = tag(findWords(text, models), models)
  return Array.from(starts, (start, word) => ({start, end: ends[word]!, upos: upos[word]!, lemma: lemmas[word]!}))
}

type IsRight = (wanted: ReadWord, found: ReadWord) => boolean

function hasUpos(wanted: ReadWord, found: ReadWord): boolean {
  return wanted.upos === found.upos
}

function hasLemma(wanted: ReadWord, found: ReadWord): boolean {
  return wanted.lemma?.toLowerCase() === found.lemma?.toLowerCase()
}

function countAll({wanted, found}: ReadDocument, isRight: IsRight): Count {
  const {hits} = countAligned({wanted, found}, isRight)
  return {hits, found: found.length, wanted: wanted.length}
}

function countAligned({wanted, found}: ReadDocument, isRight: IsRight): Count {
  const wantedByKey = new Map(wanted.map(word => [`${word.start}-${word.end}`, word]))
  const pairs = found.flatMap(word => {
    const want = wantedByKey.get(`${word.start}-${word.end}`)
    return want ? [[want, word] as const] : []
  })
  return {hits: pairs.filter(pair => isRight(...pair)).length, found: pairs.length, wanted: pairs.length}
}
