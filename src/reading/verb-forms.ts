/** Forms of verbs that the rules of spelling do not give: third person, past, past participle, -ing. */
const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  think: 'thinks thought thinking',
  feel: 'feels felt feeling',
  read: 'reads reading',
  hold: 'holds held holding',
  go: 'goes went gone going',
  speak: 'speaks spoke spoken speaking',
  find: 'finds found finding',
  begin: 'begins began begun beginning',
  sing: 'sings sang sung singing',
  swear: 'swears swore sworn swearing',
  hit: 'hits hitting',
  shoot: 'shoots shot shooting',
  show: 'shows showed shown showing',
  forecast: 'forecasts forecast forecasting forecasted',
  spell: 'spells spelled spelt spelling',
  beseech: 'beseeches besought beseeched beseeching'
}

/** Verbs that double their last letter though it is not stressed on sight. */
const DOUBLED = new Set(['quip', 'brag', 'blog', 'snap', 'dub', 'admit', 'slam', 'beg', 'chat', 'rebut', 'nod', 'tut'])

/** Every form of each verb in `lemmas`, with its lemma. */
export function formsOf(lemmas: Iterable<string>): ReadonlyMap<string, string> {
  const lemmaByForm = new Map<string, string>()
  for (const lemma of lemmas)
    for (const form of [lemma, ...(IRREGULAR[lemma]?.split(' ') ?? regular(lemma))])
      if (!lemmaByForm.has(form)) lemmaByForm.set(form, lemma)
  return lemmaByForm
}

function regular(lemma: string): string[] {
  if (DOUBLED.has(lemma)) return [`${lemma}s`, `${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`]
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`]
  if (/e$/.test(lemma)) return [`${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`]
  return [/(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`]
}
