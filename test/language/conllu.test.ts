import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {conlluFields, readConllu} from '../../src/language/conllu.ts'

const FILE = `# newdoc id = flood
# newpar
# text = They don't cross.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tcross\tcross\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Varn's mill and the bridge
1-2\tVarn's\t_\t_\t_\t_\t_\t_\t_\t_
1\tVarn\tVarn\tPROPN\tNNP\t_\t3\tnmod\t_\t_
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\tmill\tmill\tNOUN\tNN\t_\t0\troot\t_\t_
3.1\tclosed\tclose\tVERB\tVBD\t_\t_\t_\t_\t_
4\tand\tand\tCCONJ\tCC\t_\t6\tcc\t_\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\t_
6\tbridge\tbridge\tNOUN\tNN\t_\t3\tconj\t_\t_

# newpar
1\tGone
`

suite('readConllu', () => {
  const file = readConllu(FILE)

  test('puts the text together again', () => {
    assert.equal(file.words.text, "They don't cross. Varn's mill and the bridge\n\nGone")
  })

  test("keeps the file's words and sentences, and no row that is no word", () => {
    assert.equal(file.words.forms.join('|'), "They|do|n't|cross|.|Varn|'s|mill|and|the|bridge|Gone")
    assert.deepEqual([...file.words.sentenceStarts], [0, 5, 11, 12])
  })

  test('every word slices to its form', () => {
    const {text, starts, ends, forms} = file.words
    for (const [word, form] of forms.entries()) assert.equal(text.slice(starts[word], ends[word]), form)
  })

  test('gives the columns of a word, and blanks for those left out', () => {
    assert.deepEqual(conlluFields(file, 3).slice(0, 4), ['4', 'cross', 'cross', 'VERB'])
    assert.deepEqual(conlluFields(file, 11), ['1', 'Gone', '_', '_', '_', '_', '_', '_', '_', '_'])
  })

  test('takes Windows line ends, and files that are none of these', () => {
    assert.equal(readConllu(FILE.replaceAll('\n', '\r\n')).words.text, file.words.text)
    for (const odd of ['', '\n\n', '# only\n', 'no table at all', '1\n\n2\n', '\t\t\t'])
      assert.equal(readConllu(odd).lines.join('\n'), odd)
  })
})
