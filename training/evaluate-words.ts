import type {Words} from '../src/language/analysis.ts'
import {findWords} from '../src/language/words.ts'
import {type Count, f1, type Row} from './scores.ts'
import {CORPORA_FOLDER, devTreebanks} from './treebank.ts'

/** How well words and sentences are found in raw text: exact spans, F1. */
export function evaluateWords(corporaFolder = CORPORA_FOLDER): Row[] {
  return devTreebanks(corporaFolder).flatMap(bank => {
    const found = findWords(bank.text)
    const counts: [string, Count][] = [
      ['words, raw text', spanCount(bank.starts, bank.ends, found.starts, found.ends)],
      ['sentences, raw text', spanCount(...sentenceBounds(bank), ...sentenceBounds(found))]
    ]
    return counts.map(([figure, count]) => ({part: 'words', on: bank.name, figure, value: f1(count), count}))
  })
}

function sentenceBounds({starts, ends, sentenceStarts}: Words): [Int32Array, Int32Array] {
  const firsts = sentenceStarts.subarray(0, -1).map(word => starts[word]!)
  const lasts = sentenceStarts.subarray(1).map(word => ends[word - 1]!)
  return [firsts, lasts]
}

function spanCount(starts: Int32Array, ends: Int32Array, foundStarts: Int32Array, foundEnds: Int32Array): Count {
  const wanted = new Set(Array.from(starts, (start, i) => `${start}-${ends[i]}`))
  const hits = Array.from(foundStarts, (start, i) => `${start}-${foundEnds[i]}`).filter(span => wanted.has(span)).length
  return {hits, found: foundStarts.length, wanted: starts.length}
}
