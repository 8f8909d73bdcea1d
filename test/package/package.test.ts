import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {readSource} from '../../src/pipeline.ts'
import {documentedFiles, writeFiles} from '../support/documented-files.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXAMPLE = join(ROOT, 'examples/river-fever-briefing.txt')
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')
const LIBRARY_PAGE = readFileSync(join(ROOT, 'docs/library.md'), 'utf8')
const SCHEMA = JSON.parse(readFileSync(join(ROOT, 'schemas/reading-1.schema.json'), 'utf8'))
const {exports} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {exports: Record<string, string>}

/**
 * Where somebody installed the package, and wrote the documented files beside it. It lies in our node_modules, so that the
 * packages it depends on are found above it: a reader shut in may not follow links that lead out of there.
 */
const CACHE = join(ROOT, 'node_modules/.cache')
mkdirSync(CACHE, {recursive: true})
const user = mkdtempSync(join(CACHE, 'user-'))

suite('the package, as it is published', () => {
  const readHere = readSource({ref: EXAMPLE, bytes: readFileSync(EXAMPLE)}, loadModels())
  let readByUser: Record<string, string>

  beforeAll(() => {
    installPackage(join(user, 'node_modules/hearsay'))
    writeFiles(user, documentedFiles(LIBRARY_PAGE))
    writeFileSync(join(user, 'package.json'), '{"type": "module"}')
    writeFileSync(join(user, 'user.js'), USER)
    readByUser = JSON.parse(runNode('user.js'))
  }, 60_000)

  afterAll(() => rmSync(user, {recursive: true}))

  test('every entry is documented, and every documented entry exists', () => {
    const inTable = [...LIBRARY_PAGE.matchAll(/^\| `hearsay\/(\S+)` \|/gm)].map(([, entry]) => `./${entry}`)
    const schemas = inTable.map(entry => entry.replace(/^(\.\/schemas\/).*/, '$1*'))
    expect(schemas.toSorted()).toEqual(Object.keys(exports).toSorted())
  })

  test('hearsay/pipeline and hearsay/models read a file as the source does', () => {
    expect(readByUser['pipeline'] === JSON.stringify(readHere.reading)).toBe(true)
  })

  test('hearsay/sandbox reads it in a child as the source does', () => {
    expect(readByUser['sandbox'] === JSON.stringify(readHere), readByUser['refusal']).toBe(true)
  })

  test('hearsay/language and hearsay/reading read its document as the source does', () => {
    expect(readByUser['layers'] === JSON.stringify(readHere.reading)).toBe(true)
  })

  test('hearsay/language and hearsay/reading read a text alone', () => {
    expect(JSON.parse(readByUser['text']!)).toMatchObject({
      document: {id: 'mine', published: '2021-06'},
      statements: [{kind: 'direct'}]
    })
  })

  test('hearsay/record keeps it and answers who led what', () => {
    expect(JSON.parse(readByUser['leaders']!)).toMatchObject([{name: 'Anselm Roake', holds: expect.any(String)}])
  })

  test('hearsay/names compares two names', () => {
    expect(JSON.parse(readByUser['names']!)).toMatchObject({mayBe: true})
  })

  test('hearsay/schemas has the schema of a reading', () => {
    expect(readByUser['schema']).toBe(SCHEMA.$id)
  })

  test('every entry has its types', () => {
    writeFileSync(join(user, 'user.ts'), TYPED_USER)
    const flags = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext']
    expect(runNode(TSC, ...flags, '--types', 'node', 'user.ts')).toBe('')
  }, 60_000)
})

/** What somebody runs who copied the documented files. */
const USER = `
import {readFileSync} from 'node:fs'
import {loadModels} from 'hearsay/models'
import {readSource} from 'hearsay/pipeline'
import schema from 'hearsay/schemas/reading-1.schema.json' with {type: 'json'}
import {readingOf} from './read-file.js'
import {readStrangers} from './read-stranger.js'
import {leadersOf} from './keep-record.js'
import {mayBeOne} from './same-name.js'
import {documentOf, readDocument} from './read-text.js'

const BOARD = 'The port\\n\\nAnselm Roake, the director of the Harbour Board, said the quay would open on Monday.'
const path = ${JSON.stringify(EXAMPLE)}
const source = {ref: path, bytes: readFileSync(path)}
const models = loadModels()
const [{value: journey, reason}] = await readStrangers([source])
const board = {ref: 'board.txt', bytes: Buffer.from(BOARD), published: '2025-03-04'}
const boardJourney = {journey: readSource(board, models), bytes: board.bytes, ref: 'board.txt', at: '2025-03-05T00:00:00.000Z'}
const text = documentOf('mine', '“The ferry was late,” the harbour master said.', '2021-06')
console.log(JSON.stringify({
  pipeline: JSON.stringify(await readingOf(path)),
  sandbox: JSON.stringify(journey),
  refusal: String(reason),
  layers: JSON.stringify(readDocument(readSource(source, models).document, path, models).reading),
  text: JSON.stringify(readDocument(text, 'mine', models).reading),
  schema: schema.$id,
  leaders: JSON.stringify(await leadersOf('library.db', [boardJourney], 'Harbour Board', '2025-03-04')),
  names: JSON.stringify(mayBeOne('Iskander Veliyev', 'Iskandar Valiyev'))
}))
`

/** Each line that expects an error fails where the types are missing, because then everything is allowed. */
const TYPED_USER = `
import {analyse, modelsFrom} from 'hearsay/language'
import {loadModels} from 'hearsay/models'
import {readSource} from 'hearsay/pipeline'
import {readClaims} from 'hearsay/reading'
import {openStore} from 'hearsay/record'
import {openReaderPool} from 'hearsay/sandbox'

const models = loadModels()
const {document, reading} = readSource({ref: 'a', bytes: new Uint8Array()}, models)
export const analysis = analyse(document.text, modelsFrom({}), {published: '2021'})
export const kinds: ('direct' | 'indirect' | 'mixed')[] = reading.statements.map(({kind}) => kind)
export const pool = openReaderPool({size: 1})
export const names: Promise<string[]> = openStore('a.db').then(async store => (await store.identity.find('a')).map(({name}) => name))
// @ts-expect-error A text is no analysis
readClaims(document, 'text', {ref: 'a', models})
// @ts-expect-error A word's start is a number
export const start: string = analysis.starts[0]
// @ts-expect-error A journey is promised
export const journey: {reading: unknown} = pool.read({ref: 'a', bytes: new Uint8Array()})
`

/** The parts of the package that are code or that code reads. */
function installPackage(folder: string): void {
  mkdirSync(folder, {recursive: true})
  runNode(TSC, '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', join(folder, 'dist'))
  for (const name of ['package.json', 'models', 'schemas'])
    cpSync(join(ROOT, name), join(folder, name), {recursive: true})
}

/** @returns what it wrote to standard output; the compiler writes its complaints there */
function runNode(...args: string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: user, encoding: 'utf8', maxBuffer: 2 ** 26})
  if (status !== 0) throw new Error(`Cannot run ${args.join(' ')}: it ended with ${status}\n${stdout}${stderr}`)
  return stdout
}
