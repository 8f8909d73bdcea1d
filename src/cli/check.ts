import {decode} from '../intake/charset.ts'
import {isHtml} from '../intake/format.ts'
import {takeIn} from '../intake/take-in.ts'
import {openReaderPool} from '../sandbox/reader-pool.ts'
import {checkQuote, type QuoteCheck} from '../text/check-quote.ts'
import {spanText} from '../text/span.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {fileInputs, type Input} from './inputs.ts'
import {showCheck} from './page/check-page.ts'
import {Lines} from './page/where.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface CheckOptions {
  readonly quotes?: string
  readonly json?: boolean
}

/** A file as it is checked against. */
interface Checked {
  readonly ref: string
  readonly text: string
}

/** Say for each quote how it stands in each file. */
export async function check(words: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const {quotes, paths} = await quotesAndPaths(words, options)
  const {texts, failed} = await loadTexts(paths, terminal)
  let worst: QuoteCheck['status'] = 'exact'
  for (const quote of quotes) {
    const checks = texts.map(({ref, text}) => ({ref, text, check: checked(quote, text)}))
    if (options.json) for (const each of checks) terminal.writeJson(checkJson(quote, each))
    else showCheck(terminal.page, quote, checks)
    const best = STATUSES.find(status => checks.some(({check}) => check.status === status)) ?? 'not-found'
    if (STATUSES.indexOf(worst) < STATUSES.indexOf(best)) worst = best
  }
  if (failed || texts.length === 0) return ExitCode.unreadable
  if (worst === 'not-found') return ExitCode.notFound
  return worst === 'altered' ? ExitCode.altered : ExitCode.done
}

/** The best first. */
const STATUSES: readonly QuoteCheck['status'][] = ['exact', 'normalised', 'altered', 'not-found']

async function quotesAndPaths(
  words: readonly string[],
  {quotes: file}: CheckOptions
): Promise<{quotes: readonly string[]; paths: readonly string[]}> {
  if (file !== undefined) {
    const [input] = await Array.fromAsync(fileInputs([file], {}))
    if (!input) throw new CommandFailure(ExitCode.unreadable, 'Cannot check: the folder of quotes is empty')
    const {bytes} = await input.load().catch(unreadable)
    const lines = decode(bytes).text.split(/\r?\n/)
    return {quotes: lines.filter(line => line.trim() !== ''), paths: words}
  }
  const [quote = '', ...paths] = words
  if (paths.length === 0)
    throw new CommandFailure(ExitCode.usage, 'Cannot check: no file given. Give the quote in one argument, then files')
  return {quotes: [quote], paths}
}

async function loadTexts(paths: readonly string[], terminal: Terminal): Promise<{texts: Checked[]; failed: boolean}> {
  const texts: Checked[] = []
  let failed = false
  for await (const input of fileInputs(paths, {})) {
    try {
      texts.push({ref: input.ref, text: await loadText(input)})
    } catch (error) {
      failed = true
      reportError(terminal, error instanceof Error ? error.message : String(error))
    }
  }
  return {texts, failed}
}

/** A page becomes text in a reader, where it can do no harm; plain text is only decoded, however long it is. */
async function loadText(input: Input): Promise<string> {
  const source = await input.load()
  if (!isHtml(decode(source.bytes).text)) return takeIn({...source, format: 'text'}).text
  const pool = openReaderPool({size: 1})
  try {
    return (await pool.read(source)).document.text
  } finally {
    await pool.close()
  }
}

/** @throws CommandFailure where there is nothing to compare */
function checked(quote: string, text: string): QuoteCheck {
  try {
    return checkQuote(quote, text)
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(ExitCode.usage, error.message)
    throw error
  }
}

function checkJson(quote: string, {ref, text, check}: Checked & {check: QuoteCheck}): unknown {
  const lines = new Lines(text)
  return {
    format: 'hearsay-check/1',
    quote,
    ref,
    status: check.status,
    places: check.places.map(place => ({...place, at: lines.of(place), text: spanText(text, place)}))
  }
}

function unreadable(error: Error): never {
  throw new CommandFailure(ExitCode.unreadable, error.message)
}
