import type {Entity} from '../../reading/reading.ts'
import {rowHash} from '../row-hash.ts'
import type {Tables} from './tables.ts'

/** Everything of a document row; its text by its own hash. */
export function documentHash(
  row: Pick<Tables['document'], 'id' | 'sha256' | 'algorithm' | 'text_sha256' | 'source_map' | 'saved_at'>
): string {
  const sourceMap = row.source_map && Buffer.from(row.source_map).toString('base64')
  return rowHash(row.id, row.sha256, row.algorithm, row.text_sha256, sourceMap, row.saved_at)
}

/** Everything of a capture row. */
export function captureHash(
  row: Pick<Tables['capture'], 'id' | 'sha256' | 'source' | 'at' | 'headers' | 'batch'>
): string {
  return rowHash(row.id, row.sha256, row.source, row.at, row.headers, ...(row.batch === null ? [] : [row.batch]))
}

/** Everything that a run put into a claim. */
export function findingHash(row: Pick<Tables['finding'], 'claim' | 'kind' | 'json'>): string {
  return rowHash(row.claim, row.kind, row.json)
}

/** Everything of a run, its entities and its findings. */
export function runHash(
  row: Pick<Tables['run'], 'id' | 'document' | 'at' | 'reader' | 'description' | 'frame' | 'claim_count'>,
  entities: readonly Entity[],
  findings: readonly Pick<Tables['finding'], 'hash'>[]
): string {
  const own = [row.id, row.document, row.at, row.reader, row.description, row.frame, row.claim_count]
  return rowHash(
    own,
    entities.map(entityValues),
    findings.map(finding => finding.hash)
  )
}

/** Everything of a judgement row. What the first schema did not have is left out where it is not there. */
export function judgementHash(row: Omit<Tables['judgement'], 'project' | 'recorded'>): string {
  return rowHash(
    row.id,
    row.kind,
    row.about,
    row.by,
    row.at,
    row.why,
    row.undoes,
    ...(row.said === null ? [] : [row.said])
  )
}

/** Everything of an import row. */
export function importHash(row: Pick<Tables['import_batch'], 'id' | 'at' | 'by' | 'what'>): string {
  return rowHash(row.id, row.at, row.by, row.what)
}

function entityValues({id, kind, name, names, mentions}: Entity): unknown {
  return [id, kind, name.toWellFormed(), names, mentions.map(({start, end, form}) => [start, end, form])]
}
