/** An input that no reader was made for. */
export interface DamagedInput {
  /** What is wrong with it, and its number: `truncated-utf8-017`. */
  readonly name: string
  readonly bytes: Uint8Array
}

type Maker = (random: () => number, seeds: readonly Uint8Array[], round: number) => Uint8Array

/**
 * The kinds of damage. `many` kinds are made over and over with other numbers; the large ones once or twice, for they are
 * the same every time.
 */
const MANY: Readonly<Record<string, Maker>> = {
  'truncated-utf8': (random, seeds) => {
    const many = new TextEncoder().encode('Ärger in Zürich 🙂 قال الوزير “Wir kommen”, sagte sie. '.repeat(40))
    const bytes = pick(random, [many, ...seeds])
    const start = Math.floor(random() * bytes.length)
    return bytes.slice(start, start + 1 + Math.floor(random() * 5000))
  },
  'random-bytes': random => randomBytes(random, 1 + Math.floor(random() * 60_000)),
  'random-text': random => new TextEncoder().encode(randomText(random, 1 + Math.floor(random() * 20_000))),
  'flipped-bytes': (random, seeds) => {
    const bytes = Uint8Array.from(pick(random, seeds))
    for (let flips = 1 + Math.floor(random() * 200); 0 < flips; flips--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    return bytes
  },
  'cut-and-joined': (random, seeds) => {
    const pieces = Array.from({length: 2 + Math.floor(random() * 6)}, () => {
      const bytes = pick(random, seeds)
      const start = Math.floor(random() * bytes.length)
      return bytes.subarray(start, start + Math.floor(random() * 3000))
    })
    return Buffer.concat(pieces)
  },
  'quotation-marks': random =>
    new TextEncoder().encode(
      randomFrom(random, ['“', '”', '"', '‘', '’', '«', '»', ' said ', ' he ', '.', '\n', 'Ann Bell', ' '], 8000)
    ),
  'broken-html': random =>
    new TextEncoder().encode(
      `<!doctype html>${randomFrom(random, ['<div>', '</p>', '<p', '<table><td>', '<a href="', '">', '&#x', '&amp', '<script>', '<!--', '-->', '<![CDATA[', '</html>', 'words ', '<svg><title>', '<template>', '\0', '<select><option>'], 4000)}`
    ),
  'nul-and-control': random =>
    new TextEncoder().encode(
      randomFrom(random, ['\0', '\u001b[31m', '\u0007', '\u202e', '\u2066', '\r', '\n', 'text '], 5000)
    ),
  'other-charsets': random => Uint8Array.from({length: 4000}, () => 0x80 + Math.floor(random() * 0x80)),
  'utf16-without-mark': random =>
    new Uint8Array(Uint16Array.from({length: 2000}, () => Math.floor(random() * 0xffff)).buffer)
}

const LARGE: Readonly<Record<string, () => Uint8Array>> = {
  empty: () => new Uint8Array(0),
  'white-space': () => new TextEncoder().encode(' \n\t'.repeat(100_000)),
  'one-line-of-10-mb': () =>
    new TextEncoder().encode('the minister said that the harbour will open and '.repeat(214_000)),
  'one-word-of-10-mb': () => new TextEncoder().encode('a'.repeat(10_000_000)),
  'html-100000-deep': () => new TextEncoder().encode(`<!doctype html><body>${'<div>'.repeat(100_000)}deep words`),
  'html-100000-bold-deep': () => new TextEncoder().encode(`<!doctype html><body>${'<b>'.repeat(100_000)}deep words`),
  'html-one-attribute-of-5-mb': () =>
    new TextEncoder().encode(`<html><body><p title="${'x'.repeat(5_000_000)}">words</p>`),
  'html-300000-attributes': () =>
    new TextEncoder().encode(`<html><body><p ${Array.from({length: 300_000}, (_, i) => `a${i}`).join(' ')}>words</p>`),
  'html-entities': () => new TextEncoder().encode(`<html><body><p>${'&amp;&lt;&#x1F600;'.repeat(200_000)}</p>`),
  'html-100000-tables': () => new TextEncoder().encode(`<html><body>${'<table><tr><td>'.repeat(100_000)}words`),
  'a-million-quotation-marks': () => new TextEncoder().encode('“'.repeat(1_000_000)),
  'a-million-brackets': () => new TextEncoder().encode('(['.repeat(500_000)),
  'a-million-line-breaks': () => new TextEncoder().encode('\n'.repeat(1_000_000)),
  'a-hundred-thousand-speakers': () =>
    new TextEncoder().encode(Array.from({length: 20_000}, (_, i) => `“No,” said Ann Bell${i}. `).join('')),
  'a-million-digits': () => new TextEncoder().encode('1'.repeat(1_000_000)),
  'dates-only': () => new TextEncoder().encode('between 3 May 2024 and two years earlier and '.repeat(20_000)),
  'combining-marks': () => new TextEncoder().encode(`a${'\u0301'.repeat(1_000_000)}`),
  'deep-json-ld': () =>
    new TextEncoder().encode(
      `<html><head><script type="application/ld+json">${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}</script></head><body><p>words</p>`
    ),
  pdf: () => new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'),
  zip: () => Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...new Array(200).fill(7)])
}

/**
 * `count` damaged inputs, the large ones first, always the same for the same seeds.
 *
 * @param seeds - sound documents to damage; at least one
 */
export function* damagedInputs(count: number, seeds: readonly Uint8Array[]): Generator<DamagedInput> {
  let made = 0
  for (const [name, make] of Object.entries(LARGE)) {
    if (made++ === count) return
    yield {name, bytes: make()}
  }
  const random = randomFromSeed(20_260_101)
  const kinds = Object.entries(MANY)
  for (let round = 0; made < count; round++, made++) {
    const [name, make] = kinds[round % kinds.length]!
    yield {name: `${name}-${String(round).padStart(3, '0')}`, bytes: make(random, seeds, round)}
  }
}

function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!
}

function randomBytes(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({length}, () => Math.floor(random() * 256))
}

function randomText(random: () => number, length: number): string {
  return String.fromCodePoint(
    ...Array.from({length}, () => {
      const point = Math.floor(random() * 0x10ffff)
      return 0xd800 <= point && point <= 0xdfff ? 0x20 : point
    })
  )
}

function randomFrom(random: () => number, pieces: readonly string[], count: number): string {
  return Array.from({length: count}, () => pick(random, pieces)).join('')
}

/** Mulberry32: the same numbers everywhere for the same seed. */
function randomFromSeed(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
