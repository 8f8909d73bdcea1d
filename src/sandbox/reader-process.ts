import {loadModels} from '../models.ts'
import {readSource} from '../pipeline.ts'
import {answerJobs} from './answer-jobs.ts'

/** The child in which hostile bytes are decoded, parsed and read. Started by `reader-pool.ts`, never by hand. */
const models = loadModels()
answerJobs(source => readSource(source, models))
