import {temporaryRecord} from '../support/temporary-record.ts'
import {identityContract} from './identity.contract.ts'
import {identityJudgedContract} from './identity-judged.contract.ts'

identityContract('SQLite', async () => temporaryRecord())
identityJudgedContract('SQLite', async () => temporaryRecord())
