import {enableCompileCache, flushCompileCache} from 'node:module'

/** Where compiled code is kept between runs, if anywhere: the one folder that a child may write, and only at first. */
const [compiledFolder] = process.argv.slice(2)

/** Take compiled code from where an earlier child left it. To be called before anything large is imported. */
export function keepCompiledCode(): void {
  if (compiledFolder !== undefined) enableCompileCache(compiledFolder)
}

/**
 * Give up every permission that is left: reading code and models, and writing compiled code. From here on a document can
 * be let in. What is given up cannot be taken back.
 */
export function shutIn(): void {
  if (compiledFolder !== undefined) flushCompileCache()
  const {permission} = process as NodeJS.Process & {permission?: {drop?(scope: string, reference?: string): void}}
  if (compiledFolder !== undefined) permission?.drop?.('fs.write', compiledFolder)
  permission?.drop?.('fs.write')
  permission?.drop?.('fs.read')
}
