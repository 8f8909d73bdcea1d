import {homedir} from 'node:os'
import {isAbsolute, join, resolve} from 'node:path'

export interface RecordOption {
  /** The value of `--record`. */
  readonly record?: string
  /** The value of `--project`. */
  readonly project?: string
}

/** The file of the record: `--record`, else `$HEARSAY_RECORD`, else `hearsay/record.db` in the user's data folder. */
export function recordPath({record}: RecordOption): string {
  const named = record || process.env['HEARSAY_RECORD']
  return named ? resolve(named) : join(dataFolder(), 'hearsay', 'record.db')
}

/** `path` as a person would write it: with `~` for their own folder. */
export function shortPath(path: string): string {
  const home = homedir()
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
}

/** The XDG base directory rule: a relative value is to be ignored. */
function dataFolder(): string {
  const named = process.env['XDG_DATA_HOME']
  return named && isAbsolute(named) ? named : join(homedir(), '.local', 'share')
}
