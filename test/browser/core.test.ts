import {globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {rolldown} from 'rolldown'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {type Document, readSpans} from '../../src/intake/document.ts'
import {takeIn} from '../../src/intake/take-in.ts'
import {analyse} from '../../src/language/analyse.ts'
import type {Analysis} from '../../src/language/analysis.ts'
import type {Models} from '../../src/language/models.ts'
import {loadModels} from '../../src/models.ts'
import {readClaims} from '../../src/reading/read-claims.ts'
import type {Reading} from '../../src/reading/reading.ts'
import {documentedFiles, writeFiles} from '../support/documented-files.ts'
import {openBrowser} from './open-browser.ts'
import {type PageServer, servePage} from './page-server.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXAMPLES = globSync(join(ROOT, 'examples/*.txt')).sort()
const documented = documentedFiles(readFileSync(join(ROOT, 'docs/library.md'), 'utf8'))
const models = loadModels()

const browser = await openBrowser()

suite.skipIf(!browser)('the language layer and the reading run in a page', () => {
  let server: PageServer
  let page: Page
  let bundle: Map<string, string>
  const complaints: string[] = []

  beforeAll(async () => {
    bundle = await bundlePage()
    server = await servePage(new Map([['index.html', documented.get('index.html')!], ...bundle]))
    page = await openPage(browser!, complaints)
    await page.goto(server.address)
    await page.addScriptTag({url: '/core.js', type: 'module'})
    await page.getByRole('button', {name: 'Read', disabled: false}).waitFor()
  }, 25_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test('what they are made of is one module that imports nothing', () => {
    const core = bundle.get('core.js')!
    expect(core.match(/^import |\bimport\(|\brequire\(|node:|\beval\(|new Function\(/gm) ?? []).toEqual([])
  })

  test.each(EXAMPLES.map(file => [basename(file), file] as const))(
    '%s yields what it yields in Node',
    async (ref, file) => {
      const document = takeIn({ref, bytes: readFileSync(file), published: '2021-06-15'})
      const inPage = await page.evaluate(readInPage, {document, ref})
      const inNode = readHere(document, ref)
      expect(inPage.analysis === inNode.analysis, firstDifference(inPage.analysis, inNode.analysis)).toBe(true)
      expect(inPage.reading === inNode.reading, firstDifference(inPage.reading, inNode.reading)).toBe(true)
      expect(JSON.parse(inPage.reading).statements).not.toEqual([])
    }
  )

  test('the documented page lists who said what in a text that somebody types', async () => {
    await page.getByRole('textbox').fill('“The ferry was late,” the harbour master said.')
    await page.getByRole('button', {name: 'Read'}).click()
    expect(await page.getByRole('listitem').allTextContents()).toEqual([
      'the harbour master (direct): The ferry was late'
    ])
  })

  test('nothing breaks a strict content security policy, and the policy is in force', async () => {
    expect(complaints).toEqual([])
    await expect(page.addScriptTag({content: 'document.title = "An inline script ran"'})).rejects.toThrow()
    expect(await page.title()).toBe('Who said what')
  })

  test('how fast it is there', async () => {
    const texts = EXAMPLES.map(file => readFileSync(file, 'utf8'))
    const {loadMs, wordsPerSecond} = await page.evaluate(timeInPage, texts)
    console.log(`In ${browser!.version()}: models loaded in ${Math.round(loadMs)} ms, ${wordsPerSecond} words a second`)
    expect(wordsPerSecond).toBeGreaterThan(0)
  })

  test('a model that is not there is named', async () => {
    const refused = page.evaluate(() => (globalThis as unknown as Served).hearsay.loadModels('nowhere'))
    await expect(refused).rejects.toThrow(/Cannot load "nowhere\/\w+\.model": the server answered 404/)
  })
})

/** What `core.js` gives the page, for the tests to call. The documented code is JavaScript: these are its types. */
interface Served {
  readonly hearsay: {
    readonly models: Promise<Models>
    loadModels(folder: string): Promise<Models>
    documentOf(id: string, text: string, published?: string): Document
    readDocument(document: Document, ref: string, models: Models): {analysis: Analysis; reading: Reading}
  }
}

const CORE = `
import {loadModels} from './load-models.js'
import {documentOf, readDocument} from './read-text.js'
globalThis.hearsay = {loadModels, documentOf, readDocument, models: loadModels('models')}
`

/** The documented files, bundled as a developer would: the page, and its functions as one module for the tests to call. */
async function bundlePage(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-page-'))
  try {
    writeFiles(folder, documented)
    writeFileSync(join(folder, 'core.js'), CORE)
    const files = [await bundleOne(join(folder, 'core.js')), await bundleOne(join(folder, 'page.js'))]
    return new Map(files)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

async function bundleOne(input: string): Promise<[string, string]> {
  const bundled = await rolldown({
    input,
    platform: 'browser',
    resolve: {
      alias: {
        'hearsay/language': join(ROOT, 'src/language/analyse.ts'),
        'hearsay/reading': join(ROOT, 'src/reading/read-claims.ts')
      }
    },
    onLog: (_, {message}) => {
      throw new Error(message)
    }
  })
  const {output} = await bundled.generate({format: 'esm'})
  expect(output).toHaveLength(1)
  return [basename(input), output[0].code]
}

async function openPage(browser: Browser, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({locale: 'en-GB'})
  const page = await context.newPage()
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  return page
}

interface Told {
  readonly analysis: string
  readonly reading: string
}

/** Runs in the page. */
async function readInPage({document, ref}: {document: Document; ref: string}): Promise<Told> {
  const {models, readDocument} = (globalThis as unknown as Served).hearsay
  const {analysis, reading} = readDocument(document, ref, await models)
  return {analysis: JSON.stringify(analysis), reading: JSON.stringify(reading)}
}

function readHere(document: Document, ref: string): Told {
  const analysis = analyse(document.text, models, {spans: readSpans(document), published: document.published!})
  return {analysis: JSON.stringify(analysis), reading: JSON.stringify(readClaims(document, analysis, {ref, models}))}
}

/** Runs in the page. */
async function timeInPage(texts: readonly string[]): Promise<{loadMs: number; wordsPerSecond: number}> {
  const {documentOf, loadModels, readDocument} = (globalThis as unknown as Served).hearsay
  const begun = performance.now()
  const models = await loadModels('models')
  const loadMs = performance.now() - begun
  let wordCount = 0
  const readingBegun = performance.now()
  while (performance.now() < readingBegun + 1000)
    for (const text of texts)
      wordCount += readDocument(documentOf('timed', text), 'timed', models).analysis.forms.length
  return {loadMs, wordsPerSecond: Math.round(wordCount / ((performance.now() - readingBegun) / 1000))}
}

function firstDifference(here: string, there: string): string {
  let at = 0
  while (at < here.length && here[at] === there[at]) at++
  return `from character ${at}: page ${here.slice(at - 60, at + 60)} | Node ${there.slice(at - 60, at + 60)}`
}
