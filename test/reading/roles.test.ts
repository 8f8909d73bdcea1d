import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Role} from '../../src/reading/reading.ts'
import {findRoles} from '../../src/reading/roles.ts'
import {readMarkedCases} from '../support/marked-material.ts'

describe('findRoles', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('roles.txt', import.meta.url), loadModels()))
    test(name, () => expect(findRoles(material).map(role => roleLine(material, role))).toEqual(expected))
})

function roleLine({entities}: Material, {person, title, organisation, status, begun, ended}: Role): string {
  const holder = organisation === undefined ? '-' : (entities.get(organisation)?.name ?? organisation)
  const dates = [begun && `begun ${begun.edtf}`, ended && `ended ${ended.edtf}`]
  return [entities.get(person)?.name, title, holder, status, ...dates.filter(Boolean)].join(' | ')
}
