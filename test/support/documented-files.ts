import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The files that a page of documentation holds, by name: fenced blocks that open with their name in a comment.
 *
 * @throws SyntaxError when a block of code has no name, because then nobody would run it
 */
export function documentedFiles(page: string): Map<string, string> {
  const blocks = [...page.matchAll(/^```(?:js|ts|html)\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
  return new Map(blocks.map(code => [nameOf(code), code]))
}

/** Write documented files into `folder`, as a developer copies them. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, {recursive: true})
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}

function nameOf(code: string): string {
  const [, name] = /^(?:\/\/ |<!-- )([\w-]+\.(?:js|ts|html))/.exec(code) ?? []
  if (!name) throw new SyntaxError(`Cannot name a block of code: it opens with "${code.split('\n', 1)[0]}"`)
  return name
}
