import {expect, suite, test} from 'vitest'
import {hearsay, linesOf} from './hearsay-process.ts'

const TEXT = 'Anna Marlow closed the quay. She said "no" to the fleet of Velmora.\n'

/** Own words: a multiword token, an empty node, a comment, features and a gap of no width, all of which must stay. */
const CONLLU = `# newdoc id = quay
# sent_id = quay-1
# text = Marlow can't close it.
1\tMarlow\tX\tX\tX\tCase=Nom\t3\tdep\t_\tGloss=name
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tX\tX\tX\t_\t0\troot\t_\t_
3\tn't\tX\tX\tX\t_\t2\tdep\t_\t_
4\tclose\tX\tX\tX\t_\t2\tdep\t_\t_
4.1\tnow\t_\t_\t_\t_\t_\t_\t_\t_
5\tit\tX\tX\tX\t_\t2\tdep\t_\tSpaceAfter=No
6\t.\tX\tX\tX\t_\t2\tdep\t_\t_

`

suite('parse', () => {
  test('prints a tree over each sentence, and the words put together again are the text', () => {
    const {status, stdout} = hearsay(['parse', '-'], {input: TEXT})
    expect(status).toBe(0)
    const sentences = sentencesOf(stdout)
    expect(sentences).toHaveLength(2)
    for (const rows of sentences) {
      expect(rows.every(fields => fields.length === 10)).toBe(true)
      expect(rows.map(([id]) => Number(id))).toEqual(rows.map((_, index) => index + 1))
      expect(rows.filter(fields => fields[6] === '0')).toHaveLength(1)
      for (const fields of rows) expect(Number(fields[6])).toBeLessThanOrEqual(rows.length)
    }
    expect(sentences.map(textOf).join(' ')).toBe(TEXT.trim())
  })

  test('marks names in BIO', () => {
    const {stdout} = hearsay(['parse', '-'], {input: TEXT})
    const misc = linesOf(stdout)
      .filter(line => /^\d/.test(line))
      .map(line => line.split('\t')[9])
    expect(misc[0]).toMatch(/NE=B-PER/)
    expect(misc[1]).toMatch(/NE=I-PER/)
    expect(misc[2]).toMatch(/NE=O/)
  })

  test('--as conllu keeps words, sentences, comments and spaces of the file, and fills the rest', () => {
    const {status, stdout} = hearsay(['parse', '--as', 'conllu', '-'], {input: CONLLU})
    expect(status).toBe(0)
    const [before, after] = [CONLLU, stdout].map(file => file.split('\n'))
    expect(after!.map(line => line.split('\t').slice(0, 2))).toEqual(before!.map(line => line.split('\t').slice(0, 2)))
    expect(after!.filter(line => !/^\d+\t/.test(line))).toEqual(before!.filter(line => !/^\d+\t/.test(line)))
    const rows = after!.filter(line => /^\d+\t/.test(line)).map(line => line.split('\t'))
    expect(rows.every(([, , lemma, upos]) => lemma !== 'X' && upos !== 'X')).toBe(true)
    expect(rows.filter(fields => fields[6] === '0')).toHaveLength(1)
    expect(rows[4]![9]).toMatch(/^SpaceAfter=No\|NE=O/)
  })

  test('--to json is one object with the arrays of the analysis', () => {
    const analysis = JSON.parse(hearsay(['parse', '-', '--to', 'json'], {input: TEXT}).stdout)
    expect(analysis.format).toBe('hearsay-analysis/1')
    expect(
      analysis.forms.map(
        (form: string, word: number) => TEXT.slice(analysis.starts[word], analysis.ends[word]) === form
      )
    ).not.toContain(false)
  })

  test('what cannot be read ends with 1', () => {
    expect(hearsay(['parse', '/nowhere/at-all']).status).toBe(1)
  })
})

function sentencesOf(conllu: string): string[][][] {
  return conllu
    .split('\n\n')
    .map(block => block.split('\n').filter(line => /^\d/.test(line)))
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => line.split('\t')))
}

function textOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map(fields => `${fields[1]}${fields[9]!.includes('SpaceAfter=No') ? '' : ' '}`)
    .join('')
    .trim()
}
