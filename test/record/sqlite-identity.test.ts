import {temporaryRecord} from '../support/temporary-record.ts'
import {identityContract} from './identity.contract.ts'

identityContract('SQLite', async () => temporaryRecord())
