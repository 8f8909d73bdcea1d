import type {Reading, Role} from '../src/reading/reading.ts'
import type {PassageMeasured} from './evaluate-passages.ts'
import {contentWords, headWords, namesIn, pairOff} from './gold-facts.ts'
import type {Passage, PassageRole} from './passages.ts'
import {sameName} from './same-name.ts'
import type {Count} from './scores.ts'

/** Roles by person, head of the title and organisation; of those found, status and observed; and each said beginning and end. */
export function countPassageRoles({roles}: Passage, reading: Reading): PassageMeasured[] {
  const fits = (gold: PassageRole, role: Role) => roleFits(reading, gold, role)
  const certain = roles.filter(({certain = true}) => certain)
  const {pairs, missing, extra} = pairOff(certain, reading.roles, fits)
  const isBorderline = (role: Role) => roles.some(gold => gold.certain === false && fits(gold, role))
  const wrong = extra.filter(role => !isBorderline(role))
  const judged = [...pairs.map(([, role]) => role), ...wrong]
  return [
    {
      part: 'roles',
      figure: 'role',
      count: {hits: pairs.length, found: judged.length, wanted: certain.length},
      misses: [
        ...missing.map(gold => `missing  ${gold.person} | ${gold.titles[0]} | ${gold.organisations[0] ?? ''}`),
        ...wrong.map(role => `wrong    ${show(reading, role)}`)
      ]
    },
    ofPairs(
      'status',
      reading,
      pairs,
      gold => gold.status,
      role => role.status
    ),
    ofPairs(
      'observed',
      reading,
      pairs,
      gold => gold.observed,
      role => role.observed?.edtf
    ),
    tenure('begun', {certain, judged, pairs, reading}),
    tenure('ended', {certain, judged, pairs, reading})
  ]
}

type Pairs = readonly (readonly [PassageRole, Role])[]

function roleFits(reading: Reading, {person, titles, organisations}: PassageRole, role: Role): boolean {
  const heads = headWords(role.title)
  return (
    namesIn(reading, role.person).some(name => sameName(name, person)) &&
    titles.some(title => headWords(title).some(head => heads.includes(head))) &&
    (organisations.length === 0 || organisationFits(reading, organisations, role))
  )
}

/** A shared word, or the same first four letters ("city", "cities"), will do; the title may hold it, too. */
function organisationFits(reading: Reading, wanted: readonly string[], {organisation, title}: Role): boolean {
  const found = [...namesIn(reading, organisation), title].flatMap(contentWords)
  return wanted.flatMap(contentWords).some(word => found.some(other => word.slice(0, 4) === other.slice(0, 4)))
}

/** How many of the matched roles agree in one field. */
function ofPairs(
  figure: string,
  reading: Reading,
  pairs: Pairs,
  wanted: (gold: PassageRole) => string | undefined,
  found: (role: Role) => string | undefined
): PassageMeasured {
  const wrong = pairs.filter(([gold, role]) => wanted(gold) !== found(role))
  return {
    part: 'roles',
    figure: `${figure} of matched`,
    count: {hits: pairs.length - wrong.length, found: pairs.length, wanted: pairs.length},
    misses: wrong.map(
      ([gold, role]) => `${figure.padEnd(8)} ${wanted(gold)} read as ${found(role)}: ${show(reading, role)}`
    )
  }
}

interface Judged {
  readonly certain: readonly PassageRole[]
  readonly judged: readonly Role[]
  readonly pairs: Pairs
  readonly reading: Reading
}

/** Beginnings or ends, each with its date: those of roles that were not found are missing, too. */
function tenure(side: 'begun' | 'ended', {certain, judged, pairs, reading}: Judged): PassageMeasured {
  const wrong = pairs.filter(([gold, role]) => gold[side] !== role[side]?.edtf)
  const count: Count = {
    hits: pairs.filter(([gold, role]) => gold[side] !== undefined && gold[side] === role[side]?.edtf).length,
    found: judged.filter(role => role[side] !== undefined).length,
    wanted: certain.filter(gold => gold[side] !== undefined).length
  }
  return {
    part: 'roles',
    figure: side,
    count,
    misses: wrong.map(
      ([gold, role]) => `${side.padEnd(8)} ${gold[side]} read as ${role[side]?.edtf}: ${show(reading, role)}`
    )
  }
}

function show(reading: Reading, {person, title, organisation, status, begun, ended}: Role): string {
  const tenureWords = `${begun?.edtf ?? ''}..${ended?.edtf ?? ''}`
  return `${namesIn(reading, person)[0]} | ${title} | ${namesIn(reading, organisation)[0] ?? '-'} | ${status} | ${tenureWords}`
}
