import {expect, suite, test} from 'vitest'
import {caseBlocks} from '../support/cases.ts'
import {readText} from './read-text.ts'

/**
 * A case is a text, `---`, and one line a statement: the words of its source, the first of its content, and who speaks; in
 * [brackets] an entity of the text, without them somebody who is only described.
 */
suite('resolveSpeakers', () => {
  for (const {name, body} of caseBlocks(new URL('speakers.txt', import.meta.url))) {
    const [text = '', expected = ''] = body.split(/^---$/m)
    test(name, () => expect(describeSpeakers(text.trim())).toBe(expected.trim()))
  }
})

function describeSpeakers(text: string): string {
  const {statements, material} = readText(text)
  return statements
    .map(({source, speaker, speakerText, content}) => {
      const words = source === null ? '-' : text.slice(source.start, source.end)
      const said = text.slice(content[0]!.start, content[0]!.end).split(/\s/).slice(0, 3).join(' ')
      return [words, said, speaker === null ? (speakerText ?? '-') : `[${material.entities.get(speaker)?.name}]`].join(
        ' | '
      )
    })
    .join('\n')
}
