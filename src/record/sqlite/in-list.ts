import {type RawBuilder, sql} from 'kysely'

/** Values to look for, as one parameter: a list written out would be another statement for every length. */
export function inList(values: Iterable<string | number>): RawBuilder<unknown> {
  return sql`(select value from json_each(${JSON.stringify([...values])}))`
}
