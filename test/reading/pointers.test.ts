import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findPointers} from '../../src/reading/pointers.ts'
import {readMarkedCases} from '../support/marked-material.ts'

describe('findPointers', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('pointers.txt', import.meta.url), loadModels()))
    test(name, () => expect(findPointers(material, []).map(({work}) => work)).toEqual(expected))
})
