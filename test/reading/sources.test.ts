import {expect, suite, test} from 'vitest'
import {caseBlocks} from '../support/cases.ts'
import {readText} from './read-text.ts'

/** A case is a text, `---`, and one line a statement: the words of its source and of its cue, `source | cue`. */
suite('words of a source', () => {
  for (const {name, body} of caseBlocks(new URL('sources.txt', import.meta.url))) {
    const [text = '', expected = ''] = body.split(/^---$/m)
    test(name, () => expect(describeSources(text.trim())).toBe(expected.trim()))
  }
})

function describeSources(text: string): string {
  return readText(text)
    .statements.map(({source, cue}) => {
      const words = cue.map(({start, end}) => text.slice(start, end)).join(' ')
      return `${source === null ? '-' : text.slice(source.start, source.end)} | ${words}`
    })
    .join('\n')
}
