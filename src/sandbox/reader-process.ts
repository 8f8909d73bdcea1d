import {keepCompiledCode, shutIn} from './shut-in.ts'

// The child in which hostile bytes are decoded, parsed and read. Started by `reader-child.ts`, never by hand.
keepCompiledCode()
const [{loadModels}, {readSource}, {answerJobs}] = await Promise.all([
  import('../models.ts'),
  import('../pipeline.ts'),
  import('./answer-jobs.ts')
])
const models = loadModels()
shutIn()
answerJobs(source => readSource(source, models))
