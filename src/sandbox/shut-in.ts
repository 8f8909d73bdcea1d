import {enableCompileCache, flushCompileCache} from 'node:module'

/** Where compiled code is kept between runs, if anywhere: the one folder that a child may write, and only at first. */
const [compiledFolder] = process.argv.slice(2)

/** Take compiled code from where an earlier child left it. To be called before anything large is imported. */
export function keepCompiledCode(): void {
  if (compiledFolder !== undefined) enableCompileCache(compiledFolder)
}

/**
 * Give up the one permission to write. From here on a document can be let in. What is given up cannot be taken back.
 * Reading stays, of code and models alone: intake loads its extractors with the first page that needs them.
 */
export function shutIn(): void {
  if (compiledFolder === undefined) return
  flushCompileCache()
  const {permission} = process as NodeJS.Process & {permission?: {drop?(scope: string, reference: string): void}}
  permission?.drop?.('fs.write', compiledFolder)
}
