// Nothing is imported before the version is known: an older Node would fail on the first newer thing with a message about that.
const NODE_MAJOR_MIN = 24
const EX_UNAVAILABLE = 69
const PIPE_CLOSED = 141

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
  console.error(`hearsay: Cannot start: Node ${NODE_MAJOR_MIN} or newer is needed and this is ${process.version}`)
  process.exit(EX_UNAVAILABLE)
}

// `hearsay list | head` ends when head has seen enough.
process.stdout.on('error', ({code}: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? PIPE_CLOSED : 1))

await keepCompiledCode()
const {run} = await import('./program.ts').catch(explainMissingPackage)
process.exitCode = await run(process.argv.slice(2))

/** Compiled code is kept between runs, in the user's own cache: half of a cold start is reading JavaScript. */
async function keepCompiledCode(): Promise<void> {
  const [{enableCompileCache}, {homedir}, {join}] = await Promise.all([
    import('node:module'),
    import('node:os'),
    import('node:path')
  ])
  const cacheHome = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  enableCompileCache(process.env['NODE_COMPILE_CACHE'] || join(cacheHome, 'hearsay', 'compiled'))
}

function explainMissingPackage(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  console.error(`hearsay: Cannot start: ${error.message.split('\n')[0]}. Run "npm ci" where Hearsay is installed`)
  process.exit(EX_UNAVAILABLE)
}

export {}
