import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {joinEvents} from '../../src/reading/event-joining.ts'
import {findEvents} from '../../src/reading/events.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Event} from '../../src/reading/reading.ts'
import {markedMaterial, readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()

describe('joinEvents', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('event-joining.txt', import.meta.url), models))
    test(name, () =>
      expect(joinEvents(findEvents(material)).map(event => eventLine(material, event))).toEqual(expected)
    )

  test('what another voice tells stays apart', () => {
    const material = markedMaterial(
      '{p Osk Varga} died on 3 May 2021. {p Mira Toll} spoke. {p Varga} died on 3 May 2021.',
      models
    )
    const [first, second] = findEvents(material)
    const told: Event = {...second!, voices: [{kind: 'speaker', text: 'Mira Toll'}]}
    expect(joinEvents([first!, told])).toEqual([first, told])
  })

  test('joining twice changes nothing', () => {
    const material = markedMaterial('{p Osk Varga} died in May 2021. {p Varga} died on 3 May 2021.', models)
    const once = joinEvents(findEvents(material))
    expect(joinEvents(once)).toEqual(once)
  })
})

function eventLine({entities}: Material, {kind, participants, place, when, evidence}: Event): string {
  const who = participants.map(({part, entity}) => `${part}: ${entities.get(entity)?.name}`).join(', ')
  const where = place === undefined ? '-' : entities.get(place)?.name
  return [kind, who || '-', where, when?.edtf ?? '-', `told ${evidence.length} times`].join(' | ')
}
