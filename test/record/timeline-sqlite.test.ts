import {temporaryRecord} from '../support/temporary-record.ts'
import {timelineContract} from './timeline.contract.ts'

timelineContract('SQLite', async () => temporaryRecord())
