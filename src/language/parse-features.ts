import {finishHash, mixHash} from './hashing.ts'
import type {ParseState} from './parse-state.ts'

/**
 * What a feature is made of: s0 is the top of the stack, s1 and s2 the words below it, b0 to b2 the next words of the sentence;
 * l, l2, r and r2 after a name are its two outermost dependents to the left and right. The last letter says what is read there:
 * w the word, g its group, t its tag, d its relation, x and y how many dependents it has to the left and right. `near` is how far
 * s0 stands from b0, `below` how far s1 from s0.
 */
const ATOMS = (
  's0w s0t s0x s0y s1w s1t s1x s1y s2w s2t b0w b0t b0x b1w b1t b2w b2t ' +
  's0lw s0lt s0ld s0rw s0rt s0rd s0l2t s0l2d s0r2t s0r2d s1lw s1lt s1ld s1rw s1rt s1rd s1l2d s1r2t s1r2d ' +
  'b0lw b0lt b0ld b0l2t b0l2d near below s0g s1g b0g b1g'
).split(' ')

/** Each line part is a feature: the atoms it joins. After Zhang and Nivre (2011), for the arc-hybrid system. */
const TEMPLATES = [
  's0w, s0t, s0w s0t, s1w, s1t, s1w s1t, s2t, s2w s2t, b0w, b0t, b0w b0t, b1w, b1t, b1w b1t, b2t, b2w b2t',
  's0w s0t b0w b0t, s0w s0t b0w, s0w b0w b0t, s0w s0t b0t, s0t b0w b0t, s0w b0w, s0t b0t',
  's0w s0t s1w s1t, s0w s0t s1t, s0t s1w s1t, s0w s1w, s0t s1t',
  's1t b0t, s1w b0w, s1w b0t, s1t b0w, b0t b1t, b0w b1t, b0t b1w, b0w b1w',
  's0t b0t b1t, b0t b1t b2t, s1t s0t b0t, s2t s1t s0t, s0t b0t b0lt, s0t s0lt b0t, s0t s0rt b0t, s1t s1rt s0t, s1t s1lt s0t',
  's1t s0t s0lt, s1t s0t s0rt, s1t s1rt b0t, s0w s1t b0t, s0t s1w b0t, s0t s1t b0w, s0w b0t b1t, s0t b0w b1t, s1t s0t b0t b1t',
  's0w near, s0t near, b0w near, b0t near, s0t b0t near, s0w b0w near, s1t s0t below, s1w below, s0w below',
  's0w s0y, s0t s0y, s0w s0x, s0t s0x, b0w b0x, b0t b0x, s1w s1y, s1t s1y, s1t s1x',
  's0lw, s0lt, s0ld, s0rw, s0rt, s0rd, s1lw, s1lt, s1ld, s1rw, s1rt, s1rd, b0lw, b0lt, b0ld',
  's0t s0ld s0l2d, s0t s0rd s0r2d, b0t b0ld b0l2d, s0w s0ld s0l2d, s0w s0rd s0r2d, s1t s1rd s1r2d, s1w s1rd s1r2d, s1t s1ld s1l2d',
  's0t s0lt s0l2t, s0t s0rt s0r2t, s1t s1rt s1r2t, b0t b0lt b0l2t, s0t s0rd b0t, s1t s1rd s0t, s1t s1rd b0w, s0t s0ld b0t, b0t b0ld s0t',
  's0g s0t, b0g b0t, s1g s1t, s0g b0g, s0g b0t, s0t b0g, s1g s0g, s1t s0g, s1g s0t, s0w b0g, s0g b0w, s1w s0g, s1g s0w, s0g b1g, s1g b0g'
]
  .join(', ')
  .split(', ')
  .map(template => template.split(' ').map(atomNumber))

/** How many features a state of the parser has. */
export const PARSE_FEATURE_COUNT = TEMPLATES.length + 1

const templateStarts = Uint16Array.from(TEMPLATES, (_, index) => TEMPLATES.slice(0, index).flat().length)
const templateAtoms = Uint8Array.from(TEMPLATES.flat())
const values = new Int32Array(ATOMS.length)

/** Write the keys of the features of `state` into `keys`. Both training and parsing call this. */
export function parseFeatures(state: ParseState, keys: Int32Array): void {
  readAtoms(state)
  for (let template = 0; template < templateStarts.length; template++) {
    const end = template + 1 < templateStarts.length ? templateStarts[template + 1]! : templateAtoms.length
    let hash = template + 0x1001
    for (let place = templateStarts[template]!; place < end; place++)
      hash = mixHash(hash, values[templateAtoms[place]!]!)
    keys[template] = finishHash(hash)
  }
  keys[templateStarts.length] = finishHash(0x1000)
}

function readAtoms(state: ParseState): void {
  const {
    stack,
    depth,
    buffer,
    count,
    none,
    words,
    tags,
    groups,
    relations,
    left,
    left2,
    right,
    right2,
    leftCounts,
    rightCounts
  } = state
  const s0 = 0 < depth ? stack[depth - 1]! : none
  const s1 = 1 < depth ? stack[depth - 2]! : none
  const s2 = 2 < depth ? stack[depth - 3]! : none
  const b0 = buffer
  const b1 = buffer + 1 <= count ? buffer + 1 : none
  const b2 = buffer + 2 <= count ? buffer + 2 : none
  let next = 0
  values[next++] = words[s0]!
  values[next++] = tags[s0]!
  values[next++] = leftCounts[s0]!
  values[next++] = rightCounts[s0]!
  values[next++] = words[s1]!
  values[next++] = tags[s1]!
  values[next++] = leftCounts[s1]!
  values[next++] = rightCounts[s1]!
  values[next++] = words[s2]!
  values[next++] = tags[s2]!
  values[next++] = words[b0]!
  values[next++] = tags[b0]!
  values[next++] = leftCounts[b0]!
  values[next++] = words[b1]!
  values[next++] = tags[b1]!
  values[next++] = words[b2]!
  values[next++] = tags[b2]!
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const b0l = left[b0]!
  values[next++] = words[s0l]!
  values[next++] = tags[s0l]!
  values[next++] = relations[s0l]!
  values[next++] = words[s0r]!
  values[next++] = tags[s0r]!
  values[next++] = relations[s0r]!
  values[next++] = tags[left2[s0]!]!
  values[next++] = relations[left2[s0]!]!
  values[next++] = tags[right2[s0]!]!
  values[next++] = relations[right2[s0]!]!
  values[next++] = words[s1l]!
  values[next++] = tags[s1l]!
  values[next++] = relations[s1l]!
  values[next++] = words[s1r]!
  values[next++] = tags[s1r]!
  values[next++] = relations[s1r]!
  values[next++] = relations[left2[s1]!]!
  values[next++] = tags[right2[s1]!]!
  values[next++] = relations[right2[s1]!]!
  values[next++] = words[b0l]!
  values[next++] = tags[b0l]!
  values[next++] = relations[b0l]!
  values[next++] = tags[left2[b0]!]!
  values[next++] = relations[left2[b0]!]!
  values[next++] = distance(s0, b0, none)
  values[next++] = distance(s1, s0, none)
  values[next++] = groups[s0]!
  values[next++] = groups[s1]!
  values[next++] = groups[b0]!
  values[next++] = groups[b1]!
}

/** How far apart two words stand, in steps that widen; 0 where one is missing. */
function distance(from: number, to: number, none: number): number {
  if (from === none || to === none) return 0
  const apart = to - from
  if (apart < 5) return apart
  return apart < 10 ? 5 : 6
}

function atomNumber(atom: string): number {
  const number = ATOMS.indexOf(atom)
  if (number < 0) throw new RangeError(`Cannot read template: there is no atom "${atom}"`)
  return number
}
