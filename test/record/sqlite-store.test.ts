import {temporaryRecord} from '../support/temporary-record.ts'
import {storeContract} from './store.contract.ts'

storeContract('SQLite', async () => temporaryRecord())
