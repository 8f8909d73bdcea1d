import type {Analysis} from '../language/analysis.ts'
import {type Title, titleFrom} from './role-title.ts'

/** A title and those joined to it by "and" or a comma: "head of the guild and editor of its paper". */
export function titlesFrom(analysis: Analysis, from: number, end: number): Title[] {
  const first = titleFrom(analysis, from)
  if (!first) return []
  const titles = [first]
  for (let last = first; titles.length < 4; ) {
    const joint = analysis.forms[last.endWord] === ',' && analysis.forms[last.endWord + 1] === 'and' ? 2 : 1
    if (joint === 1 && analysis.forms[last.endWord] !== 'and') break
    const next = last.endWord + joint < end ? titleFrom(analysis, last.endWord + joint) : undefined
    if (!next) break
    titles.push(next)
    last = next
  }
  return titles
}

/** "Varga's predecessor": a noun for how people stand to each other, which is no post by itself. */
export function isRelative({forms}: Analysis, {headWord}: Title): boolean {
  return /^(?:predecessor|successor|counterpart|teammate|keeper|maker|incumbent)s?$/i.test(forms[headWord]!)
}
