import {spawnSync} from 'node:child_process'

/** The program as a checkout runs it. */
export const MAIN = new URL('../../src/cli/main.ts', import.meta.url).pathname

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface HowToRun {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Run hearsay as a user would, on this Node, and wait for its end. */
export function hearsay(args: readonly string[], {input = '', env = {}, cwd}: HowToRun = {}): Ended {
  return spawnSync(process.execPath, [MAIN, ...args], {
    input,
    env: {...process.env, NO_COLOR: '1', ...env},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...(cwd && {cwd})
  })
}

/** The lines of `text`, without the empty one after the last line end. */
export function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1)
}
