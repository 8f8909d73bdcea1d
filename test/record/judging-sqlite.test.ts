import {derivedRows} from '../support/derived-rows.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {judgingContract} from './judging.contract.ts'

let path = ''

judgingContract(
  'SQLite',
  async () => {
    const place = temporaryRecord()
    path = place.path
    return place
  },
  async store => {
    await store.catchUp()
    return derivedRows(path)
  }
)
