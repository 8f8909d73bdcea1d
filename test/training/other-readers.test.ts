import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {findCompromiseDates} from '../../training/compromise-dates.ts'
import {findCompromiseNames} from '../../training/compromise-names.ts'
import {readCompromiseWords} from '../../training/compromise-words.ts'
import type {ReadWords} from '../../training/read-words.ts'
import {findWinkDates, readWinkWords} from '../../training/wink-words.ts'

const TEXT = "Mara Quell can't open the office.\n\nShe said “we’ll go” on 3 May 2015. 👍"

/** The words and sentences as printed, parted by bars. */
function printed({words, sentences}: ReadWords): [words: string, sentences: string] {
  const show = (spans: readonly {start: number; end: number}[]) =>
    spans.map(({start, end}) => TEXT.slice(start, end)).join('|')
  return [show(words), show(sentences)]
}

suite('wink-nlp', () => {
  const read = readWinkWords(TEXT)

  test('words and sentences stand where the text has them, without white space', () => {
    const [words, sentences] = printed(read)
    assert.equal(words, "Mara|Quell|ca|n't|open|the|office|.|She|said|“|we|’ll|go|”|on|3|May|2015|.|👍")
    assert.equal(sentences, "Mara Quell can't open the office.|She said “we’ll go” on 3 May 2015.|👍")
  })

  test('words have a part of speech and a lemma', () => {
    const said = read.words.find(({start}) => start === TEXT.indexOf('said'))
    assert.deepEqual([said?.upos, said?.lemma], ['VERB', 'say'])
  })

  test('dates are words with a kind', () => {
    const start = TEXT.indexOf('3 May')
    assert.deepEqual(findWinkDates(TEXT), [{start, end: start + 10, kind: 'DATE'}])
  })
})

suite('compromise', () => {
  const read = readCompromiseWords(TEXT)

  test('marks are words, and contractions are parted', () => {
    const [words, sentences] = printed(read)
    assert.equal(words, "Mara|Quell|ca|n't|open|the|office|.|She|said|“|we|’ll|go|”|on|3|May|2015|.|👍")
    assert.equal(sentences, "Mara Quell can't open the office.|She said “we’ll go” on 3 May 2015.|👍")
  })

  test('tags become parts of speech', () => {
    const uposOf = (word: string) => read.words.find(({start}) => start === TEXT.indexOf(word))?.upos
    assert.deepEqual(['Mara', 'open', 'office', '.', 'She', 'on', '3', 'May'].map(uposOf), [
      'PROPN',
      'VERB',
      'NOUN',
      'PUNCT',
      'PRON',
      'ADP',
      'NUM',
      'PROPN'
    ])
  })

  test('names and dates are without the marks beside them', () => {
    assert.deepEqual(findCompromiseNames(TEXT), [{start: 0, end: 10, kind: 'PER'}])
    const start = TEXT.indexOf('3 May')
    assert.deepEqual(findCompromiseDates(TEXT), [{start, end: start + 10, kind: 'DATE'}])
  })
})
