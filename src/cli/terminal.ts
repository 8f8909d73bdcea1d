import {Page} from './page/page.ts'
import {jsonLine, visible} from './page/safe-text.ts'

/** Where a command prints: a page for people, lines for programs, and a second page for what is no answer. */
export interface Terminal {
  /** Standard output, for people. */
  readonly page: Page
  /** Standard error: notes, errors, progress. */
  readonly notes: Page
  /** One JSON object a line on standard output, safe to look at in a terminal. */
  writeJson(value: unknown): void
  /** Text for programs on standard output: as it is, but where it is looked at in a terminal. */
  writeText(text: string): void
}

/** Columns where the output is no terminal. */
const WIDTH_DEFAULT = 100
/** Longer lines are hard to read on; shorter ones hold nothing. */
const WIDTH_MAX = 120
const WIDTH_MIN = 40

/** The terminal of this process. `NO_COLOR`, `FORCE_COLOR` and `COLUMNS` are honoured. */
export function openTerminal({color}: {color: boolean}): Terminal {
  return {
    page: pageOn(process.stdout, color, WIDTH_DEFAULT),
    notes: pageOn(process.stderr, color, Number.POSITIVE_INFINITY),
    writeJson: value => void process.stdout.write(`${jsonLine(value)}\n`),
    writeText: text => void process.stdout.write(process.stdout.isTTY ? visible(text) : text)
  }
}

/** Print what went wrong, on standard error. */
export function reportError({notes}: Terminal, message: string): void {
  notes.line([{text: 'hearsay: ', style: 'bad'}, message])
}

/** @param widthElsewhere - columns where the stream is no terminal; a log wants each message on one line */
function pageOn(stream: NodeJS.WriteStream, color: boolean, widthElsewhere: number): Page {
  return new Page({
    width: widthOf(stream, widthElsewhere),
    colour: color && hasColour(stream),
    write: text => void stream.write(text)
  })
}

function widthOf({columns}: NodeJS.WriteStream, widthElsewhere: number): number {
  const width = columns || Number(process.env['COLUMNS'])
  if (!width) return widthElsewhere
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, Math.floor(width)))
}

/** As https://no-color.org says: any value but an empty one switches colour off. */
function hasColour(stream: NodeJS.WriteStream): boolean {
  if (process.env['NO_COLOR']) return false
  const forced = process.env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return Boolean(stream.isTTY) && stream.getColorDepth() > 1
}
