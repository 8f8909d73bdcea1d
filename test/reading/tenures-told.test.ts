import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Role} from '../../src/reading/reading.ts'
import {findRoles} from '../../src/reading/roles.ts'
import {readMarkedCases} from '../support/marked-material.ts'

describe('addTenures', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('tenures-told.txt', import.meta.url), loadModels()))
    test(name, () => expect(findRoles(material).map(role => tenureLine(material, role))).toEqual(expected))
})

function tenureLine({entities}: Material, {person, title, status, begun, ended}: Role): string {
  return [entities.get(person)?.name, title, status, `${begun?.edtf ?? ''}..${ended?.edtf ?? ''}`].join(' | ')
}
