import {expect, suite, test} from 'vitest'
import {caseBlocks} from '../support/cases.ts'
import {readText} from './read-text.ts'

/** A case is a text, `---`, and one line a statement: `kind | speaker | cue | content`, pieces of content divided by ` … `. */
suite('findStatements', () => {
  for (const {name, body} of caseBlocks(new URL('statements.txt', import.meta.url))) {
    const [text = '', expected = ''] = body.split(/^---$/m)
    test(name, () => expect(describeStatements(text.trim())).toBe(expected.trim()))
  }
})

function describeStatements(text: string): string {
  const {statements} = readText(text)
  return statements
    .map(({kind, speakerText, cue, content, parent, polarity}) => {
      const words = (spans: typeof cue, joint: string) =>
        spans.map(({start, end}) => text.slice(start, end)).join(joint)
      const notes = [parent && 'nested', polarity === 'negative' && 'negative'].filter(Boolean)
      return [[kind, ...notes].join(' '), speakerText ?? '-', words(cue, ' '), words(content, ' … ')].join(' | ')
    })
    .join('\n')
}
