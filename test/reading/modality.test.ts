import {describe, expect, test} from 'vitest'
import {wordAt} from '../../src/language/analysis.ts'
import {assertionOf} from '../../src/reading/modality.ts'
import {spanText} from '../../src/text/span.ts'
import {caseBlocks, readMarked} from '../support/cases.ts'
import {readText} from './read-text.ts'

describe('assertionOf', () => {
  for (const {name, body} of caseBlocks(new URL('modality.txt', import.meta.url)))
    test(name, () => {
      const [marked = '', expected = ''] = body.split(/^---$/m)
      const {text, spans} = readMarked(marked.trim())
      const {analysis} = readText(text).material
      const lines = spans.map(span => {
        const {polarity, value, cue} = assertionOf(analysis, wordAt(analysis, span.start))
        return `${spanText(text, span)}: ${[polarity, value, analysis.forms[cue ?? -1]].filter(Boolean).join(' ')}`
      })
      const wanted = expected.trim().split('\n')
      expect(lines.toSorted()).toEqual(wanted.toSorted())
    })
})
