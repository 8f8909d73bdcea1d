import {deepEqual, equal} from 'node:assert/strict'
import {existsSync, globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {readSource} from '../../src/pipeline.ts'
import type {Reading} from '../../src/reading/reading.ts'
import {overlaps} from '../../src/text/span.ts'
import {readingFaults} from '../support/reading-schema.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const SHARED = join(ROOT, '..', 'shared')

/** Files to read whole: the project's own, and real articles where they lie beside the project. */
const files = [
  ...globSync(join(ROOT, 'examples', '*.{txt,html}')),
  ...globSync(join(SHARED, 'articles', '*.txt')),
  ...globSync(join(SHARED, 'gold', 'articles', '*.txt'))
].sort()

if (!existsSync(SHARED)) console.log(`Real articles are not read: there is no folder "${SHARED}"`)

const models = loadModels()

suite('a reading keeps the contract', () => {
  for (const file of files)
    test(basename(file), () => {
      const reading = read(file)
      deepEqual(readingFaults(JSON.parse(JSON.stringify(reading))), [])
      if (file.endsWith('.txt')) equal(reading.document.text, readFileSync(file, 'utf8'))
    })
})

suite('reading twice gives the same reading', () => {
  for (const file of files) test(basename(file), () => deepEqual(read(file), read(file)))
})

suite('only title, body and caption yield claims', () => {
  for (const file of files)
    test(basename(file), () => {
      const reading = read(file)
      const apart = reading.document.parts.filter(({kind}) => !['title', 'body', 'caption'].includes(kind))
      const strays = evidenceOf(reading).filter(span => apart.some(part => overlaps(part, span)))
      deepEqual(
        strays.map(({start, end}) => reading.document.text.slice(start, end)),
        []
      )
    })
})

suite('parts follow each other and leave out nothing but white space', () => {
  for (const file of files)
    test(basename(file), () => {
      const {text, parts} = read(file).document
      let end = 0
      for (const part of parts) {
        equal(text.slice(end, part.start).trim(), '')
        end = part.end
      }
      equal(text.slice(end).trim(), '')
    })
})

test('an error line keeps the contract', () => {
  deepEqual(readingFaults({format: 'hearsay-error/1', ref: 'x', error: 'Cannot read "x": it is empty'}), [])
})

test('the schema refuses a reading whose span lies outside its text', () => {
  const reading = JSON.parse(JSON.stringify(read(join(ROOT, 'examples', 'ember-film.txt'))))
  reading.statements[0].content[0].end = reading.document.text.length + 1
  equal(readingFaults(reading).length, 1)
})

test('the schema refuses a field it does not know', () => {
  const reading = {...read(join(ROOT, 'examples', 'ember-film.txt')), mood: 'grim'}
  equal(readingFaults(reading).length > 0, true)
})

function read(file: string): Reading {
  return readSource({ref: basename(file), bytes: readFileSync(file), published: '2016-12-16'}, models).reading
}

/** The bylines of authors are read for the roles they state; everything else must stand in what is read. */
function evidenceOf({
  statements,
  relations,
  productions,
  events,
  assessments,
  pointers,
  contrasts,
  attitudes
}: Reading) {
  return [statements, relations, productions, events, assessments, pointers, contrasts, attitudes].flatMap(claims =>
    claims.flatMap(({evidence}) => evidence)
  )
}
