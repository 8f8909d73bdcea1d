import type {Analysis, EntityKind} from '../language/analysis.ts'
import {sentenceCount} from '../language/analysis.ts'
import {type Conllu, conlluFields} from '../language/conllu.ts'

/** Names as UNER labels them, for the kinds it knows; ours for the others. */
const NAME_LABELS: Readonly<Record<EntityKind, string>> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  group: 'ORG',
  place: 'LOC',
  production: 'WORK',
  work: 'WORK',
  event: 'EVENT'
}
/** UPOS, XPOS, lemma, head and relation are ours; the file's own features and enhanced graph say nothing of our analysis. */
const COLUMN = {lemma: 2, upos: 3, xpos: 4, features: 5, head: 6, relation: 7, enhanced: 8, misc: 9}

/** An analysis as CoNLL-U, a sentence a block, under the id of its document. */
export function* conlluOf(analysis: Analysis, documentId: string): Generator<string> {
  const {text, starts, ends, sentenceStarts, forms} = analysis
  const misc = miscOf(analysis)
  yield `# newdoc id = ${documentId}\n`
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const first = sentenceStarts[sentence]!
    const end = sentenceStarts[sentence + 1]!
    if (first === end) continue
    const words = text.slice(starts[first]!, ends[end - 1]!).replace(/\s+/g, ' ')
    const rows = [`# sent_id = ${documentId}-${sentence + 1}`, `# text = ${words}`]
    for (let word = first; word < end; word++) {
      const touches = word + 1 < forms.length && ends[word] === starts[word + 1]
      const fields = [String(word - first + 1), cell(forms[word]!), '_', '_', '_', '_', '_', '_', '_', '_']
      rows.push(filled(analysis, word, first, fields, [...(touches ? ['SpaceAfter=No'] : []), ...misc[word]!]))
    }
    yield `${rows.join('\n')}\n\n`
  }
}

/** A CoNLL-U file with its own sentences, words and comments, and our columns. */
export function conlluOver(file: Conllu, analysis: Analysis): string {
  const lines = [...file.lines]
  const misc = miscOf(analysis)
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const first = analysis.sentenceStarts[sentence]!
    for (let word = first; word < analysis.sentenceStarts[sentence + 1]!; word++) {
      const fields = conlluFields(file, word)
      const kept = (fields[COLUMN.misc] ?? '_').split('|').filter(each => /^Space(?:s)?(?:After|Before)=/.test(each))
      lines[file.wordLines[word]!] = filled(analysis, word, first, fields, [...kept, ...misc[word]!])
    }
  }
  return lines.join('\n')
}

function filled(analysis: Analysis, word: number, first: number, fields: readonly string[], misc: string[]): string {
  const head = analysis.heads[word]!
  const row = [...fields]
  row[COLUMN.lemma] = cell(analysis.lemmas[word]!)
  row[COLUMN.upos] = cell(analysis.upos[word]!)
  row[COLUMN.xpos] = cell(analysis.xpos[word]!)
  row[COLUMN.features] = '_'
  row[COLUMN.head] = head < 0 ? '0' : String(head - first + 1)
  row[COLUMN.relation] = cell(analysis.relations[word]!)
  row[COLUMN.enhanced] = '_'
  row[COLUMN.misc] = misc.length > 0 ? misc.join('|') : '_'
  return row.join('\t')
}

/** `NE=` and `Entity=` of every word: names in BIO, and where each entity's mentions open and close. */
function miscOf({forms, names, chains, threads}: Analysis): string[][] {
  const nameLabels: string[] = Array(forms.length).fill('O')
  for (const {firstWord, endWord, kind} of names)
    for (let word = firstWord; word < endWord; word++)
      nameLabels[word] = `${word === firstWord ? 'B' : 'I'}-${NAME_LABELS[kind]}`
  const mentionMarks: string[] = Array(forms.length).fill('')
  const threaded = new Set(threads.map(({chain}) => chain))
  const alone = chains.filter(({id}) => !threaded.has(id))
  const mentions = [...threads, ...alone].flatMap(({id, kind = 'other', mentions}) =>
    mentions.map(mention => ({...mention, id, kind}))
  )
  mentions.sort((a, b) => a.firstWord - b.firstWord || b.endWord - a.endWord)
  for (const {firstWord, endWord, id, kind} of mentions)
    mentionMarks[firstWord] += endWord === firstWord + 1 ? `(${id}-${kind})` : `(${id}-${kind}`
  for (const {firstWord, endWord, id} of mentions.toReversed())
    if (endWord !== firstWord + 1) mentionMarks[endWord - 1] += `${id})`
  return nameLabels.map((label, word) => [
    `NE=${label}`,
    ...(mentionMarks[word] ? [`Entity=${mentionMarks[word]}`] : [])
  ])
}

/** White space would end the cell. */
function cell(words: string): string {
  return words.replace(/\s+/g, ' ') || '_'
}
