import {clip} from './page/display-width.ts'
import {visible} from './page/safe-text.ts'

const BAR_WIDTH = 24
/** Often enough to look alive, seldom enough to cost nothing. */
const INTERVAL_MS = 80
const CLEAR_LINE = '\r\u001b[2K'

/** How far a long command has come, on the last line of a terminal; nothing at all where there is no terminal. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream
  readonly #total: number | undefined
  readonly #isShown: boolean
  #drawnAt = 0
  #isDrawn = false

  constructor(stream: NodeJS.WriteStream, {total, isWanted}: {total: number | undefined; isWanted: boolean}) {
    this.#stream = stream
    this.#total = total
    this.#isShown = isWanted && Boolean(stream.isTTY)
  }

  /** Draw the bar after `done` things, with what is worked on. */
  update(done: number, label: string): void {
    if (!this.#isShown || Date.now() - this.#drawnAt < INTERVAL_MS) return
    this.#drawnAt = Date.now()
    this.#isDrawn = true
    const room = (this.#stream.columns ?? 80) - 1
    this.#stream.write(CLEAR_LINE + clip(`${this.#bar(done)}  ${visible(label)}`, room))
  }

  /** Take the bar away, so that something else can be printed. */
  clear(): void {
    if (this.#isDrawn) this.#stream.write(CLEAR_LINE)
    this.#isDrawn = false
  }

  #bar(done: number): string {
    if (this.#total === undefined) return `${done} read`
    const full = Math.round((BAR_WIDTH * done) / Math.max(1, this.#total))
    return `${'━'.repeat(full)}${'╌'.repeat(BAR_WIDTH - full)} ${done} of ${this.#total}`
  }
}
