import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findEvents} from '../../src/reading/events.ts'
import type {Material} from '../../src/reading/material.ts'
import type {Event} from '../../src/reading/reading.ts'
import {readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()
const FILES = ['events.txt', 'event-lifespans.txt', 'event-senses.txt', 'event-telling.txt']

describe('findEvents', () => {
  const cases = FILES.flatMap(file => readMarkedCases(new URL(file, import.meta.url), models))
  for (const {name, material, expected} of cases)
    test(name, () => expect(findEvents(material).map(event => eventLine(material, event))).toEqual(expected))
})

describe('the words of an event', () => {
  for (const {name, material, expected} of readMarkedCases(new URL('event-words.txt', import.meta.url), models))
    test(name, () => expect(findEvents(material).map(({kind, what}) => `${kind} | ${what}`)).toEqual(expected))
})

function eventLine({entities}: Material, {kind, participants, place, when, polarity}: Event): string {
  const who = participants.map(({part, entity}) => `${part}: ${entities.get(entity)?.name}`).join(', ')
  const where = place === undefined ? '-' : entities.get(place)?.name
  return [kind, who || '-', where, when?.edtf ?? '-', ...(polarity === 'negative' ? ['not'] : [])].join(' | ')
}
