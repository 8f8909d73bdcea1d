import type {Author} from '../intake/document.ts'
import type {Span} from '../text/span.ts'
import {claimOn, publishedTime} from './claim-on.ts'
import type {Material} from './material.ts'
import type {Role} from './reading.ts'
import {isRoleNoun} from './role-words.ts'

/** How far after a name the words of a byline's titles are looked for. */
const BYLINE_LENGTH_MAX = 400

/** The titles that the bylines give the authors; an author whom the text does not name becomes an entity. */
export function findAuthorRoles(material: Material): Role[] {
  return material.document.authors.flatMap(author => rolesOfAuthor(material, author))
}

function rolesOfAuthor(material: Material, author: Author): Role[] {
  const {entities} = material
  const titles = parts(author.role).filter(title => isRoleNoun(lastWord(title)))
  if (titles.length === 0) return []
  const organisations = parts(author.organisation)
  const person = entities.named(author.name) ?? entities.add('person', author.name, [nameMention(author)])
  const observed = publishedTime(material)
  return titles.map((title, index) => {
    const organisation = organisations[index] ?? (titles.length === 1 ? organisations[0] : undefined)
    const evidence = [{start: author.start, end: author.end}, ...titleSpan(material.document.text, author, title)]
    return {
      ...claimOn(material, 'role', evidence, {reason: 'the byline says so', score: 0.9}),
      person: person.id,
      title,
      ...(organisation !== undefined && {organisation: entities.named(organisation)?.id ?? organisation}),
      status: 'current',
      ...(observed && {observed})
    }
  })
}

/** The intake joins several titles, and what they are held at, by semicolons in the same order. */
function parts(words: string | undefined): string[] {
  return (words ?? '')
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** "reporting" and "writing" say what somebody did here, "editor" what they are. */
function lastWord(title: string): string {
  return (
    title
      .split(/\s+(?:of|at|for|in)\s+/)[0]!
      .split(/\s+/)
      .at(-1) ?? ''
  )
}

function nameMention({start, end}: Author) {
  return {start, end, form: 'name' as const}
}

/** Where the title is printed after the name; nothing where it is not. */
function titleSpan(text: string, {end}: Author, title: string): Span[] {
  const found = text.slice(end, end + BYLINE_LENGTH_MAX).indexOf(title)
  return found < 0 ? [] : [{start: end + found, end: end + found + title.length}]
}
