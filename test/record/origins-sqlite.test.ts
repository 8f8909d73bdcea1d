import {temporaryRecord} from '../support/temporary-record.ts'
import {originsContract} from './origins.contract.ts'

originsContract('SQLite', async () => temporaryRecord())
