import type {StoredClaim} from '../../record/store.ts'
import type {Marks} from '../marks-of.ts'
import {shortId} from '../short-id.ts'
import {documentName} from './document-name.ts'
import {markSign} from './judgement-marks.ts'
import {exact, type Page, quiet} from './page.ts'

/** More than this of a claim's words is for `show`. */
const WORDS_MAX = 240

/** Show a claim as an answer cites it: its words, whose they are, whether people judged it, and by which id it can be looked at. */
export function showCited(page: Page, cited: StoredClaim, {indent, marks}: {indent: number; marks: Marks}): void {
  const {id, claim, words, document} = cited
  page.line([exact(`“${shortened(words.join(' … '))}”`)], {
    indent,
    right: markSign(marks.get(cited), claim)
  })
  const said = [document.published ?? 'no date', document.outlet, documentName(document)].filter(Boolean).join(' · ')
  page.line([quiet(said)], {indent, right: [quiet(shortId(id))]})
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= WORDS_MAX ? line : `${line.slice(0, WORDS_MAX).replace(/\s\S*$/, '')} …`
}
