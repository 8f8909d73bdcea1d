import {temporaryRecord} from '../support/temporary-record.ts'
import {contradictionsContract} from './contradictions.contract.ts'
import {newsContract} from './news.contract.ts'

newsContract('SQLite', async () => temporaryRecord())
contradictionsContract('SQLite', async () => temporaryRecord())
