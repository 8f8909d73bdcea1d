import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, suite, test} from 'vitest'
import {evaluationTreebanks} from '../../training/evaluation-treebanks.ts'
import {rightWordsRow, treebankDocuments} from '../../training/treebank-documents.ts'

const FILE = `# newdoc id = one
1	Boats	boat	NOUN	NNS	_	2	nsubj	_	_
2	sank	sink	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_

# newdoc id = two
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	knows	know	VERB	VBZ	_	0	root	_	_
`

const folder = mkdtempSync(join(tmpdir(), 'hearsay-treebanks-'))
afterAll(() => rmSync(folder, {recursive: true}))
mkdirSync(join(folder, 'a-set'))
writeFileSync(join(folder, 'a-set', 'dev.conllu.gz'), gzipSync(FILE))
writeFileSync(join(folder, 'plain.conllu'), FILE)
writeFileSync(join(folder, 'notes.txt'), 'no treebank')

suite('treebanks to measure on', () => {
  const banks = evaluationTreebanks(folder)

  test('are the dev part of each folder and every CoNLL-U file', () => {
    assert.deepEqual(
      banks.map(({name, forms}) => [name, forms.length]),
      [
        ['a-set', 7],
        ['plain', 7]
      ]
    )
  })

  test('have documents with texts of their own', () => {
    const documents = treebankDocuments(banks[0]!)
    assert.deepEqual(
      documents.map(({text, sentences}) => sentences.map(({start, end}) => text.slice(start, end))),
      [['Boats sank.', 'Why?'], ['Nobody knows']]
    )
    assert.deepEqual(
      documents[1]!.words.map(({start, end}) => documents[1]!.text.slice(start, end)),
      ['Nobody', 'knows']
    )
  })

  test('right words are counted over all documents and drawn by document', () => {
    const {value, interval} = rightWordsRow({part: 'tags', figure: 'UPOS'}, banks[0]!, word => word < 5)
    assert.equal(value, 5 / 7)
    assert.deepEqual(interval, [0, 1])
  })
})
