import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import type {Words} from '../src/language/analysis.ts'
import {readConllu} from '../src/language/conllu.ts'
import type {Cluster} from './cluster-scores.ts'
import {readLines} from './name-corpora.ts'

/** A document of GUM: its words and sentences, and who is who in it as OntoNotes has it, without things mentioned once. */
export interface OntoGumDocument {
  readonly id: string
  readonly genre: string
  readonly words: Words
  readonly clusters: readonly Cluster[]
}

/** The documents of one part; for train only those whose texts allow weights to be published. */
export function readOntoGum(corpora: string, part: 'train' | 'dev'): OntoGumDocument[] {
  const clustersById = readClusters(readLines(join(corpora, `gum/ontogum-${part}.conll.gz`)))
  const allowed = allowedDocuments(corpora, part)
  const file = gunzipSync(readFileSync(join(corpora, `gum/${part}.conllu.gz`))).toString('utf8')
  return file
    .split(/^(?=# newdoc id)/m)
    .filter(text => text.trim() !== '')
    .flatMap(text => {
      const id = /^# newdoc id = (\S+)/.exec(text)![1]!
      const genre = allowed.get(id)
      const clusters = clustersById.get(id)
      return genre && clusters ? [{id, genre, words: readConllu(text).words, clusters}] : []
    })
}

function allowedDocuments(corpora: string, part: string): Map<string, string> {
  const [, ...lines] = readFileSync(join(corpora, 'gum/documents.tsv'), 'utf8').trim().split('\n')
  const rows = lines.map(line => line.split('\t')).filter(row => row[1] === part)
  return new Map(rows.filter(row => part === 'dev' || row.at(-1) === 'yes').map(row => [row[0]!, row[2]!]))
}

function readClusters(lines: readonly string[]): Map<string, Cluster[]> {
  const documents = new Map<string, Cluster[]>()
  let clusters = new Map<string, [number, number][]>()
  let open = new Map<string, number[]>()
  let id = ''
  let word = 0
  for (const line of lines) {
    if (line.startsWith('# begin document')) {
      id = line.split(' ')[3]!
      clusters = new Map()
      open = new Map()
      word = 0
    } else if (line.startsWith('# end document')) documents.set(id, [...clusters.values()])
    else if (line !== '') readBrackets(line.split('\t')[2] ?? '_', word++, clusters, open)
  }
  return documents
}

/** "(3", "3)", "(3)", "(3(4)": brackets of several mentions follow each other or are parted by bars. */
function readBrackets(
  brackets: string,
  word: number,
  clusters: Map<string, [number, number][]>,
  open: Map<string, number[]>
) {
  for (const [bracket, opened, alone, closed] of brackets.matchAll(/\((\w+)(\))?|(\w+)\)/g)) {
    const number = opened ?? closed!
    const mentions = clusters.get(number) ?? []
    clusters.set(number, mentions)
    const starts = open.get(number) ?? []
    open.set(number, starts)
    if (bracket.startsWith('(') && !alone) starts.push(word)
    else mentions.push([bracket.startsWith('(') ? word : starts.pop()!, word + 1])
  }
}
