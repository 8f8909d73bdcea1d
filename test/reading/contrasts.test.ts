import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findContrasts} from '../../src/reading/contrasts.ts'
import {spanText} from '../../src/text/span.ts'
import {readMarkedCases} from '../support/marked-material.ts'

describe('findContrasts', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('contrasts.txt', import.meta.url), loadModels()))
    test(name, () => {
      const found = findContrasts(material, [])
      expect(found.map(contrast => spanText(material.document.text, contrast))).toEqual(expected)
    })
})
