import {temporaryRecord} from '../support/temporary-record.ts'
import {proofContract} from './proof.contract.ts'

proofContract('SQLite', async () => temporaryRecord())
