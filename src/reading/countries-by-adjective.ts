import {COUNTRIES} from '../language/gazetteer/countries.ts'

const countries = new Map<string, string>()
for (const line of COUNTRIES.trim().split('\n')) {
  const [names = '', adjectives = '', people = ''] = line.split(';')
  const name = names.split(',')[0]!.trim()
  for (const word of [names, adjectives, people].join(',').split(','))
    if (word.trim() !== '') countries.set(word.trim(), name)
}

/** The country that a name, an adjective or a people belongs to: "Norwegian", "Norwegians" and "Norway" give "Norway". */
export function countryOf(word: string): string | undefined {
  return countries.get(word)
}
