import {expect, suite, test} from 'vitest'
import {markFirstPersons} from '../../src/reading/first-person.ts'
import {caseBlocks} from '../support/cases.ts'
import {readText} from './read-text.ts'

/** A case is a text, `---`, and one line for each pronoun of the first person that somebody's words hold: `pronoun | who`. */
suite('markFirstPersons', () => {
  for (const {name, body} of caseBlocks(new URL('first-person.txt', import.meta.url))) {
    const [text = '', expected = ''] = body.split(/^---$/m)
    test(name, () => expect(describePronouns(text.trim())).toBe(expected.trim()))
  }
})

function describePronouns(text: string): string {
  const {material, statements} = readText(text)
  markFirstPersons(material, statements)
  return material.entities.all
    .flatMap(({name, mentions}) =>
      mentions
        .filter(({form}) => form === 'pronoun')
        .map(({start, end}) => ({start, line: `${text.slice(start, end)} | ${name}`}))
    )
    .filter(({line}) => /^(?:I|we|us|our|my|me|myself|mine|ours) /i.test(line))
    .sort((a, b) => a.start - b.start)
    .map(({line}) => line)
    .join('\n')
}
