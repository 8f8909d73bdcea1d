import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Role} from '../../src/reading/reading.ts'
import {findRoles} from '../../src/reading/roles.ts'
import {markedMaterial, readMarkedCases} from '../support/marked-material.ts'

describe('findRoles', () => {
  test('a byline gives its author every title it names', () => {
    const material = markedMaterial(
      'The pier is closed.\n\nIda Holm is Editor of Harbour Review and Fellow at the Tide Institute.',
      loadModels()
    )
    const start = material.document.text.indexOf('Ida')
    const author = {
      name: 'Ida Holm',
      role: 'Editor; Fellow',
      organisation: 'Harbour Review; Tide Institute',
      start,
      end: start + 8
    }
    const signed = {...material, document: {...material.document, authors: [author]}}
    const found = findRoles(signed)
    expect(found.map(role => roleLine(signed, role))).toEqual([
      'Ida Holm | Editor | Harbour Review | current',
      'Ida Holm | Fellow | Tide Institute | current'
    ])
    expect(new Set(found.map(({id}) => id)).size).toBe(2)
  })

  test('from one year to another is some day of each', () => {
    const [role] = findRoles(
      markedMaterial('{p Walter Pike}, who was mayor of {l Brackwater} from 2013 to 2024, will rest.', loadModels())
    )
    expect(role).toMatchObject({
      begun: {edtf: '2013', earliest: '2013-01-01', latest: '2013-12-31'},
      ended: {edtf: '2024', earliest: '2024-01-01', latest: '2024-12-31'}
    })
  })

  for (const {name, material, expected} of readMarkedCases(new URL('roles.txt', import.meta.url), loadModels()))
    test(name, () => expect(findRoles(material).map(role => roleLine(material, role))).toEqual(expected))
})

function roleLine({entities}: Material, {person, title, organisation, status, begun, ended}: Role): string {
  const holder = organisation === undefined ? '-' : (entities.get(organisation)?.name ?? organisation)
  const dates = [begun && `begun ${begun.edtf}`, ended && `ended ${ended.edtf}`]
  return [entities.get(person)?.name || 'unnamed', title, holder, status, ...dates.filter(Boolean)].join(' | ')
}
