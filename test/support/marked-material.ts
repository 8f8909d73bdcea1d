import type {Document} from '../../src/intake/document.ts'
import {type Analysis, type Chain, type EntityKind, type Mention, wordAt} from '../../src/language/analysis.ts'
import {findDates} from '../../src/language/dates.ts'
import type {Models} from '../../src/language/models.ts'
import {parse} from '../../src/language/parse.ts'
import {tag} from '../../src/language/tag.ts'
import {findWords} from '../../src/language/words.ts'
import {gatherMaterial, type Material} from '../../src/reading/material.ts'
import {caseBlocks} from './cases.ts'

/** A case whose names are given, so that it judges the rules of the reading and not the finding of names. */
export interface MarkedCase {
  readonly name: string
  readonly material: Material
  /** What follows `---`, one line each. */
  readonly expected: readonly string[]
}

/** The day on which the reports of the cases are published, a Tuesday. */
const PUBLISHED = '2021-06-15'

const KINDS: Readonly<Record<string, EntityKind>> = {
  p: 'person',
  o: 'organisation',
  u: 'outlet',
  l: 'place',
  g: 'group',
  r: 'production',
  w: 'work'
}

/**
 * Read a case file: `# name`, a text with its names marked, `---`, then the expected lines.
 *
 *     {p Ida Holm} leads {o the Tide Institute}. {=Ida Holm|She} lives in {l Osterby}.
 *
 * `p` person, `o` organisation, `u` outlet, `l` place, `g` group, `r` production; `=name|words` is another mention of the
 * thing of that name. A name that ends like a longer one before it means the same.
 */
export function readMarkedCases(file: URL, models: Models): MarkedCase[] {
  return caseBlocks(file).map(({name, body}) => {
    const [marked = '', expected = ''] = body.split(/^---$/m)
    return {
      name,
      material: markedMaterial(marked.trim(), models),
      expected: expected.split('\n').filter(line => line.trim() !== '')
    }
  })
}

/** The material of a text whose names are marked. */
export function markedMaterial(marked: string, models: Models): Material {
  const {text, marks} = readMarks(marked)
  const parsed = parse(tag(findWords(text, models), models), models)
  const chains = chainsOf(parsed, text, marks)
  const names = chains.flatMap(({kind, mentions}) =>
    mentions.filter(({form}) => form === 'name').map(mention => ({...mention, kind, score: 1}))
  )
  const dates = findDates(parsed, {published: PUBLISHED})
  const analysis: Analysis = {...parsed, names, chains, threads: [], dates, notices: []}
  return gatherMaterial(documentOf(text), analysis)
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: EntityKind | undefined
  readonly of: string
}

function readMarks(marked: string): {text: string; marks: Mark[]} {
  const marks: Mark[] = []
  let text = ''
  for (const piece of marked.split(/(\{[^}]*\})/)) {
    const [, code, other, words] = /^\{(?:([a-z]) |=([^|]*)\|)([^}]*)\}$/.exec(piece) ?? []
    if (words === undefined) text += piece
    else {
      marks.push({
        start: text.length,
        end: text.length + words.length,
        kind: code ? KINDS[code] : undefined,
        of: other ?? words
      })
      text += words
    }
  }
  return {text, marks}
}

function chainsOf(
  analysis: Pick<Analysis, 'starts' | 'ends'> & Parameters<typeof wordAt>[0],
  text: string,
  marks: readonly Mark[]
): Chain[] {
  const chains: {kind: EntityKind; names: string[]; mentions: Mention[]}[] = []
  for (const {start, end, kind, of} of marks) {
    const words = text.slice(start, end)
    const name = of.replace(/^the /i, '')
    const known = chains.find(chain => chain.names.some(other => other === name || other.endsWith(` ${name}`)))
    const chain = known ?? {kind: kind ?? 'person', names: [name], mentions: []}
    if (!known) chains.push(chain)
    const from = start + (/^the /i.test(words) && kind !== undefined ? 4 : 0)
    const firstWord = wordAt(analysis, from)
    const endWord = wordAt(analysis, end - 1) + 1
    chain.mentions.push({start: from, end, firstWord, endWord, headWord: endWord - 1, form: formOf(words, kind)})
  }
  return chains.map(({kind, names, mentions}, index) => ({
    id: `e${index + 1}`,
    kind,
    name: names[0]!,
    names,
    mentions,
    score: 1
  }))
}

function formOf(words: string, kind: EntityKind | undefined): Mention['form'] {
  if (kind !== undefined) return 'name'
  if (/^(?:he|she|it|they|his|her|its|their|him|them)$/i.test(words)) return 'pronoun'
  return /^(?:the|this|that|a|an) /i.test(words) ? 'nominal' : 'name'
}

function documentOf(text: string): Document {
  return {
    id: 'document-of-a-case',
    sha256: '',
    algorithm: 'plain-text/1',
    text,
    published: PUBLISHED,
    publishedBasis: 'given',
    authors: [],
    tags: [],
    language: 'en',
    parts: [{kind: 'body', start: 0, end: text.length}],
    notices: []
  }
}
