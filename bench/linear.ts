import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import {loadModels} from '../src/models.ts'
import {readClaims} from '../src/reading/read-claims.ts'
import {thisMachine} from './machine.ts'

const ROOT = new URL('..', import.meta.url).pathname

/** How long language and reading take on texts of growing size: the last column stays level where time is linear. */
export function measureGrowth(sizes: readonly number[]) {
  const models = loadModels()
  const texts = globSync(join(ROOT, 'examples', '*.txt'))
    .sort()
    .map(file => readFileSync(file, 'utf8'))
  const whole = texts.join('\n\n')
  read(whole)
  const rows = sizes.map(size => {
    const text = whole.repeat(Math.ceil(size / whole.length)).slice(0, size)
    const {languageMs, readingMs} = read(text)
    return {
      characters: size,
      languageMs: Math.round(languageMs),
      readingMs: Math.round(readingMs),
      microsecondsACharacter: Number((((languageMs + readingMs) * 1000) / size).toFixed(2))
    }
  })
  return {machine: thisMachine(), rows}

  function read(text: string): {languageMs: number; readingMs: number} {
    const document = takeIn({ref: '-', bytes: new TextEncoder().encode(text), published: '2024-05-14'})
    const started = cpuMs()
    const analysis = analyse(document.text, models, {spans: readSpans(document), published: '2024-05-14'})
    const analysed = cpuMs()
    readClaims(document, analysis, {ref: '-', models})
    return {languageMs: analysed - started, readingMs: cpuMs() - analysed}
  }
}

function cpuMs(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
