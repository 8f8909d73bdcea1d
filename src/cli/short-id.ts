/** Enough of an id to tell things on one record apart, and few enough to type. */
const DIGITS = 8

/** The first characters of an id, which `show` takes as well as the whole. */
export function shortId(id: string): string {
  const dash = id.lastIndexOf('-')
  return id.slice(0, dash + 1 + DIGITS)
}

/** The address of an entity, its document's id cut short. */
export function shortAddress(address: string): string {
  const colon = address.lastIndexOf(':')
  return shortId(address.slice(0, colon)) + address.slice(colon)
}
