import {readFileSync} from 'node:fs'
import type {Span} from '../../src/text/span.ts'

export interface Case {
  readonly name: string
  readonly text: string
  readonly spans: readonly Span[]
}

/** Read a case file: a `# name` line, then text whose expected spans stand in {braces}. */
export function readCases(file: URL): Case[] {
  return caseBlocks(file).map(({name, body}) => ({name, ...readMarked(body)}))
}

/** The `# name` blocks of a case file, bodies as written: for cases with an answer below the text, split at `---`. */
export function caseBlocks(file: URL): {name: string; body: string}[] {
  return readFileSync(file, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map(block => {
      const [name = '', ...lines] = block.split('\n')
      return {name, body: lines.join('\n').trimEnd()}
    })
}

/** Write spans back into `text` as {braces}, so a failing test prints like its case. */
export function markSpans(text: string, spans: readonly Span[]): string {
  let marked = ''
  let position = 0
  for (const {start, end} of spans) {
    marked += `${text.slice(position, start)}{${text.slice(start, end)}}`
    position = end
  }
  return marked + text.slice(position)
}

/** Take the {braces} out of `marked` and give what they held as spans of the text without them. */
export function readMarked(marked: string): Omit<Case, 'name'> {
  const spans: Span[] = []
  let text = ''
  let start = 0
  for (const part of marked.split(/([{}])/)) {
    if (part === '{') start = text.length
    else if (part === '}') spans.push({start, end: text.length})
    else text += part
  }
  return {text, spans}
}
