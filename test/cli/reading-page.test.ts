import {readFileSync} from 'node:fs'
import {expect, suite, test} from 'vitest'
import {Page} from '../../src/cli/page/page.ts'
import {showReading} from '../../src/cli/page/reading-page.ts'
import {viewOf} from '../../src/cli/page/reading-view.ts'
import type {Reading} from '../../src/reading/reading.ts'
import {readingFaults} from '../support/reading-schema.ts'
import {sampleJourney} from './sample-journey.ts'

const {reading} = sampleJourney()

test('the sample holds the contract', () => {
  expect(readingFaults(reading)).toEqual([])
})

suite('a reading on a page', () => {
  test('is printed as written down by hand', () => {
    expect(shown(reading)).toBe(readFileSync(new URL('reading-page.txt', import.meta.url), 'utf8'))
  })

  test('shows every claim with its score', () => {
    const {statements, roles, relations, productions, events, assessments, pointers, contrasts, attitudes} = reading
    const claims = [
      statements,
      roles,
      relations,
      productions,
      events,
      assessments,
      pointers,
      contrasts,
      attitudes
    ].flat()
    expect(shown(reading).match(/◇ \d\d %/g)).toHaveLength(claims.length)
  })

  test('never claims to be sure', () => {
    const sure = {...reading, statements: reading.statements.map(each => ({...each, score: 1}))}
    expect(shown(sure)).not.toContain('100 %')
  })

  test('shows no organisation behind a title that names it', () => {
    const roles = reading.roles.map(role => ({...role, title: 'head of the Harbour Front'}))
    expect(shown({...reading, roles})).toContain('current head of the Harbour Front · observed')
  })

  test('points at the line and column where an editor finds the words', () => {
    const [first] = reading.statements
    const [line, column] = /^(\d+):(\d+) +Oskar Lind said/m.exec(shown(reading))!.slice(1).map(Number)
    const words = reading.document.text.split('\n')[line! - 1]!.slice(column! - 1)
    expect(words.startsWith(reading.document.text.slice(first!.content[0]!.start, first!.content[0]!.end))).toBe(true)
  })

  test('shows a statement inside another below it, further in', () => {
    expect(shown(reading)).toMatch(/^7:83 .*\n.*\n {2}7:106 +the council denied/m)
  })

  test('shows statements that name each other as parents, each once', () => {
    const [first, second] = reading.statements
    const circle = [
      {...first!, parent: second!.id},
      {...second!, parent: first!.id}
    ]
    expect(shown({...reading, statements: circle})).toMatch(/^7:2 .*said[\s\S]*^7:83 .*told/m)
  })

  test('quotes the words of the speaker and nobody else', () => {
    const page = shown(reading)
    expect(page).toContain('“We should not listen to these promises [sic],”')
    expect(page).toMatch(/^ {8}the council had denied/m)
  })
})

function shown(reading: Reading): string {
  let printed = ''
  const write = (text: string) => {
    printed += text
  }
  showReading(new Page({width: 80, colour: false, write}), viewOf(reading))
  return printed
}
