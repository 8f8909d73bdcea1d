import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import type {Models} from '../src/language/models.ts'

/**
 * Text of any length, made of the examples again and again, each time with other names: a text as long as a book speaks of as
 * many people, and what compares them with each other must not grow with their square.
 */
export function growingText(root: string, models: Models): (size: number) => string {
  const bodies = globSync(join(root, 'examples', '*.txt'))
    .sort()
    .map(file => bodyOf(readFileSync(file, 'utf8')))
    .join('\n\n')
  const {names} = analyse(bodies, models)
  const parts = splitAtNames(
    bodies,
    names.filter(({kind}) => RENAMED.has(kind))
  )
  return size => {
    const pieces: string[] = []
    let length = 0
    for (let round = 0; length < size; round++) {
      const piece =
        round === 0 ? bodies : parts.map(part => (part.isName ? renamed(part.text, round) : part.text)).join('')
      pieces.push(piece)
      length += piece.length + 2
    }
    return pieces.join('\n\n').slice(0, size)
  }
}

const RENAMED: ReadonlySet<string> = new Set(['person', 'organisation', 'place', 'group'])

/** What is read of an example: its comments and footers would end the reading of a text made of all of them. */
function bodyOf(text: string): string {
  const document = takeIn({ref: '-', bytes: new TextEncoder().encode(text)})
  return readSpans(document)
    .map(({start, end}) => document.text.slice(start, end))
    .join('\n\n')
}

interface Part {
  readonly text: string
  readonly isName: boolean
}

function splitAtNames(text: string, names: readonly {start: number; end: number}[]): Part[] {
  const parts: Part[] = []
  let position = 0
  for (const {start, end} of names) {
    if (start < position) continue
    parts.push({text: text.slice(position, start), isName: false}, {text: text.slice(start, end), isName: true})
    position = end
  }
  return [...parts, {text: text.slice(position), isName: false}]
}

const SYLLABLES = 'ba dor el fin gar hul ist kam lor mun nev os pra quil ren sut tav ull ven wys yar zem'.split(' ')

/** Each word of a name with a capital as another one, the same for the same word throughout a round. */
function renamed(name: string, round: number): string {
  return name.replace(/\p{Lu}\p{Ll}+/gu, word => {
    let seed = round
    for (const letter of word) seed = (Math.imul(seed, 31) + letter.codePointAt(0)!) >>> 0
    const syllable = (place: number) => SYLLABLES[Math.floor(seed / SYLLABLES.length ** place) % SYLLABLES.length]!
    const made = syllable(0) + syllable(1) + syllable(2)
    return made[0]!.toUpperCase() + made.slice(1)
  })
}
