import {datelinePlaces} from '../intake/dateline-places.ts'
import {readSpans} from '../intake/document.ts'
import {analyse, analyseWords} from '../language/analyse.ts'
import type {Analysis} from '../language/analysis.ts'
import {readConllu} from '../language/conllu.ts'
import {loadModels} from '../models.ts'
import {openReaderPool} from '../sandbox/reader-pool.ts'
import {conlluOf, conlluOver} from './conllu-rows.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {fileInputs} from './inputs.ts'
import type {Terminal} from './terminal.ts'

export interface ParseOptions {
  readonly to: 'conllu' | 'json'
  readonly as: 'document' | 'conllu'
}

/** Print what the language layer makes of a file, and nothing of claims. */
export async function parse(path: string, options: ParseOptions, terminal: Terminal): Promise<ExitCode> {
  return options.as === 'conllu' ? parseConllu(path, options, terminal) : parseDocument(path, options, terminal)
}

/** Bytes become text in a reader, where they can do no harm; the language layer takes any text at all. */
async function parseDocument(path: string, {to}: ParseOptions, {writeJson, writeText}: Terminal): Promise<ExitCode> {
  const source = await loadOnly(path)
  const pool = openReaderPool({size: 1})
  try {
    const {document} = await pool.read(source).catch(unreadable)
    const {id, text, published} = document
    const analysis = analyse(text, loadModels(), {
      spans: readSpans(document),
      places: datelinePlaces(document),
      ...(published && {published})
    })
    if (to === 'json') writeJson(plain(analysis))
    else for (const block of conlluOf(analysis, id)) writeText(block)
    return ExitCode.done
  } finally {
    await pool.close()
  }
}

async function parseConllu(path: string, {to}: ParseOptions, {writeJson, writeText}: Terminal): Promise<ExitCode> {
  const {bytes} = await loadOnly(path)
  const file = readConllu(new TextDecoder().decode(bytes))
  const analysis = analyseWords(file.words, loadModels())
  if (to === 'json') writeJson(plain(analysis))
  else writeText(conlluOver(file, analysis))
  return ExitCode.done
}

/** Typed arrays would become objects in JSON. */
function plain(analysis: Analysis): unknown {
  const entries = Object.entries(analysis).map(([key, value]) => [
    key,
    value instanceof Int32Array ? [...value] : value
  ])
  return {format: 'hearsay-analysis/1', ...Object.fromEntries(entries)}
}

async function loadOnly(path: string) {
  for await (const input of fileInputs([path], {})) return input.load().catch(unreadable)
  throw new CommandFailure(ExitCode.unreadable, 'Cannot parse: there is no file in that folder')
}

function unreadable(error: Error): never {
  throw new CommandFailure(ExitCode.unreadable, error.message)
}
