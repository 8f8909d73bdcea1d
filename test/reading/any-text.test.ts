import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {findAssessments} from '../../src/reading/assessments.ts'
import type {Claim} from '../../src/reading/claim.ts'
import {findContrasts} from '../../src/reading/contrasts.ts'
import {findEvents} from '../../src/reading/events.ts'
import type {Material} from '../../src/reading/material.ts'
import {findPointers} from '../../src/reading/pointers.ts'
import {findProductions} from '../../src/reading/productions.ts'
import {findRelations} from '../../src/reading/relations.ts'
import {findRoles} from '../../src/reading/roles.ts'
import {fillSegments} from '../../src/reading/segments.ts'
import {spanText} from '../../src/text/span.ts'
import {cpuMs} from '../support/cpu-time.ts'
import {markedMaterial} from '../support/marked-material.ts'

const models = loadModels()

/** Words on which the rules turn, in any order: what no writer writes and a hostile one may. */
const WORDS =
  `the The a his its , . ; : ( ) “ ” " - -- 's ’ and or of for at in to with by until since from who which that is was has been named elected became
resigned as killed died video film statement message clip excerpt image production book titled entitled released produced posted shown included opens another
allied affiliated member part brother wife merged split acquired backed founded succeeded minister president Senators spokesman counterparts director leader
former then acting elect heads head chief Gen. Sheikh French police May 2015 last year Monday believes doubt likely reportedly could not clear appears documented
files report according but But despite saying claims However attacked arrested signed treaty earthquake election website Telegram newspaper \n\n`
    .split(/[ \n]+/)
    .filter(word => word !== '')
const NAMES = [
  '{p Ida Holm}',
  '{p Osk Varga}',
  '{o the Reed Army}',
  '{l Osterby}',
  '{u Harbour Review}',
  '{r Ice Road}',
  '{=Ida Holm|she}',
  '{=Reed Army|the group}'
]

const soup = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NAMES), fc.constantFrom('\n\n', '.', ',')), {
    maxLength: 60
  })
  .map(words => words.join(' '))

describe('the rules on any text', () => {
  test('never throw, and every span lies in the text', () => {
    fc.assert(
      fc.property(soup, marked => {
        const material = markedMaterial(marked, models)
        for (const claim of allClaims(material)) {
          expect(claim.evidence.length).toBeGreaterThan(0)
          for (const span of spansIn(claim)) expect(() => spanText(material.document.text, span)).not.toThrow()
        }
      }),
      {numRuns: 300}
    )
  })

  test('refer only to entities that there are, and give each claim its own id', () => {
    fc.assert(
      fc.property(soup, marked => {
        const material = markedMaterial(marked, models)
        const claims = allClaims(material)
        expect(new Set(claims.map(({id}) => id)).size).toBe(claims.length)
        for (const id of claims.flatMap(entityIds)) expect(material.entities.get(id)).toBeDefined()
      }),
      {numRuns: 200}
    )
  })

  test('reading twice gives the same claims', () => {
    fc.assert(
      fc.property(soup, marked => {
        expect(allClaims(markedMaterial(marked, models))).toEqual(allClaims(markedMaterial(marked, models)))
      }),
      {numRuns: 50}
    )
  })

  test('take time in proportion to the text', () => {
    const paragraph =
      '{p Ida Holm}, head of {o the Reed Army} since 2015, released a video in May. Analysts believe {=Ida Holm|she} was killed by {p Osk Varga}, an ally of {o the Reed Army}, but it is not clear.\n\n'
    const short = timeOf(paragraph.repeat(100))
    const long = timeOf(paragraph.repeat(800))
    expect(long).toBeLessThan(short * 8 * 4 + 100)
  })
})

function timeOf(marked: string): number {
  const material = markedMaterial(marked, models)
  return cpuMs(() => allClaims(material))
}

function allClaims(material: Material): Claim[] {
  const {productions} = findProductions(material)
  const roles = findRoles(material)
  return [
    ...fillSegments(material, productions, []),
    ...roles,
    ...findRelations(material),
    ...findEvents(material),
    ...findAssessments(material),
    ...findPointers(material, roles),
    ...findContrasts(material, [])
  ]
}

/** Every span anywhere in a claim. */
function spansIn(value: unknown): {start: number; end: number}[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'end' in value ? [value as {start: number; end: number}] : []
  return [...own, ...Object.values(value).flatMap(spansIn)]
}

function entityIds(claim: object): string[] {
  return Object.entries(claim).flatMap(([key, value]) =>
    ['person', 'from', 'to', 'entity', 'place'].includes(key) && typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.filter(item => typeof item === 'object').flatMap(entityIds)
        : []
  )
}
