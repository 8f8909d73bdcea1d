import type {Parsed, Upos, Words} from './analysis.ts'

const LISTED: Record<string, Upos> = {}
const LISTS: readonly (readonly [Upos, string])[] = [
  ['DET', 'the a an this these those some any every each no all both'],
  [
    'PRON',
    'he she it they we you i him her them us me his its their our your my who whom which what that himself herself itself themselves'
  ],
  ['ADP', 'of in on at by for with from to into about after before over under between against during through'],
  [
    'AUX',
    "is was are were be been being am has had have do does did will would can could may might must should shall ca wo 's 're 've 'll 'd 'm"
  ],
  ['CCONJ', 'and or but nor'],
  ['SCONJ', 'because although if while since unless'],
  ['PART', "not n't n’t"],
  ['ADV', 'also now then here there very just even still already again never always often'],
  ['VERB', 'said says say told asked added wrote called made took went came gave saw got']
]
for (const [upos, list] of LISTS) for (const word of list.split(' ')) LISTED[word] = upos

/** Rough parts of speech and flat trees, so that callers run while no model is trained. */
export function crudelyParse(words: Words): Parsed {
  const upos = words.forms.map(crudeTag)
  const heads = new Int32Array(words.starts.length)
  const relations: string[] = new Array(words.starts.length).fill('dep')
  for (let sentence = 0; sentence + 1 < words.sentenceStarts.length; sentence++) {
    const start = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    for (let word = start; word < end; word++) heads[word] = start
    if (start < end) heads[start] = -1
    if (start < end) relations[start] = 'root'
  }
  return {
    ...words,
    upos,
    xpos: upos.map(tag => tag),
    lemmas: words.forms.map(form => form.toLowerCase()),
    heads,
    relations
  }
}

function crudeTag(form: string): Upos {
  const listed = LISTED[form.toLowerCase()]
  if (listed) return listed
  if (/^\p{N}/u.test(form)) return 'NUM'
  if (!/[\p{L}\p{N}]/u.test(form)) return 'PUNCT'
  if (/^\p{Lu}/u.test(form)) return 'PROPN'
  if (/ly$/.test(form)) return 'ADV'
  if (/(?:ed|ing|ize)$/.test(form)) return 'VERB'
  return /(?:ous|ful|ive|al|ic)$/.test(form) ? 'ADJ' : 'NOUN'
}
