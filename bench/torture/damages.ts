import type {SeededRandom} from '../seeded-random.ts'

/** One way for a file to be damaged. */
export type Damage = (bytes: Buffer, random: SeededRandom) => Buffer

const SECTOR_BYTES = 512
const PAGE_BYTES = 4096

/** One bit turned: anywhere, or, as often, in a byte that is not zero. Much of a small record is empty pages. */
export const turnBit: Damage = (bytes, random) => {
  const offset = random.chance(0.5) ? random.below(bytes.length) : offsetOfContent(bytes, random)
  bytes[offset]! ^= 1 << random.below(8)
  return bytes
}

/** What disks and people do to files beside turning single bits. */
export const COARSE: Readonly<Record<string, Damage>> = {
  'a byte changed': (bytes, random) => {
    bytes[offsetOfContent(bytes, random)]! ^= random.between(1, 255)
    return bytes
  },
  '512 bytes zeroed': (bytes, random) => {
    const start = Math.floor(offsetOfContent(bytes, random) / SECTOR_BYTES) * SECTOR_BYTES
    return bytes.fill(0, start, start + SECTOR_BYTES)
  },
  'cut short': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'two pages exchanged': (bytes, random) => {
    const [one, other] = [pageOf(bytes, random), pageOf(bytes, random)]
    const kept = Buffer.from(bytes.subarray(one, one + PAGE_BYTES))
    bytes.copy(bytes, one, other, other + PAGE_BYTES)
    kept.copy(bytes, other)
    return bytes
  },
  'a page as another': (bytes, random) => {
    const from = pageOf(bytes, random)
    bytes.copy(bytes, pageOf(bytes, random), from, from + PAGE_BYTES)
    return bytes
  }
}

function offsetOfContent(bytes: Buffer, random: SeededRandom): number {
  let offset = random.below(bytes.length)
  while (bytes[offset] === 0) offset = random.below(bytes.length)
  return offset
}

function pageOf(bytes: Buffer, random: SeededRandom): number {
  return random.below(Math.floor(bytes.length / PAGE_BYTES)) * PAGE_BYTES
}
