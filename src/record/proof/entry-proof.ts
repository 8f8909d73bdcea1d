/** C2SP tlog-proof: all that it takes to show, without the record, that an entry stands in its log. */
export interface EntryProof {
  /** Counts from 0, as these formats do. */
  readonly index: number
  /** The leaf's sibling first. */
  readonly hashes: readonly string[]
  readonly checkpoint: string
  /** Words that go along and prove nothing by themselves: the entry, and what opens it. */
  readonly extra?: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'

/** The proof as text, for a file that ends in `.tlog-proof`. */
export function renderEntryProof({index, hashes, checkpoint, extra}: EntryProof): string {
  const lines = [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${Buffer.from(extra).toString('base64')}`]),
    `index ${index}`,
    ...hashes.map(hash => Buffer.from(hash, 'hex').toString('base64'))
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** @throws SyntaxError where it is no such proof */
export function parseEntryProof(text: string): EntryProof {
  const [, extra, index, hashes, checkpoint] = FORM.exec(text) ?? []
  if (index === undefined || hashes === undefined || checkpoint === undefined)
    throw new SyntaxError(`Cannot read proof: it is not what "${FIRST_LINE}" says it should be`)
  return {
    ...(extra !== undefined && {extra: Buffer.from(extra, 'base64').toString()}),
    index: Number(index),
    hashes: hashes
      .split('\n')
      .slice(0, -1)
      .map(line => Buffer.from(line, 'base64').toString('hex')),
    checkpoint
  }
}

const FORM =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/]*=*)\n)?index (0|[1-9]\d{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n(.+)$/s
