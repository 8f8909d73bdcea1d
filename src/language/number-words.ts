const SMALL: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen'
]
const TENS: readonly string[] = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** Words for the numbers below a hundred that are written as one word. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const)
])

/** Words that a number is multiplied by. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000]
])

/** Words for a place in an order, from the first to the thirty-first, as one word; compounds are joined by their reader. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    '',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
    'twentieth'
  ]
    .map((word, value) => [word, value] as [string, number])
    .filter(([word]) => word !== '')
    .concat([['thirtieth', 30]])
)

/** Words for more than one that give no number: "a few weeks", "several years". */
export const VAGUE_COUNTS: ReadonlySet<string> = new Set(['few', 'several', 'many', 'some', 'couple'])
