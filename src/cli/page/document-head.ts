import type {PublishedBasis} from '../../intake/document.ts'
import type {ReadAuthor} from '../../reading/reading.ts'
import {documentName} from './document-name.ts'
import {type Inline, joined, name, type Page, quiet} from './page.ts'
import type {ReadingView} from './reading-view.ts'

const LABEL_WIDTH = 12

/** How the date of publication is known, as words after it. */
const BASIS_WORDS: Readonly<Record<PublishedBasis, string>> = {
  stated: 'as the text states',
  metadata: 'from the page’s metadata',
  given: 'as given by you',
  inferred: 'inferred, not stated',
  unknown: ''
}

/** Show what the document is: title, date and how it is known, authors, outlet, tags, source. */
export function showDocumentHead(page: Page, view: ReadingView): void {
  const {reading} = view
  const {title, published, publishedBasis, outlet, authors, tags, language, ref, id} = reading.document
  page.line([{text: documentName(reading.document), style: 'heading'}, !title && quiet(' no title found')])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  field(
    page,
    'published',
    published
      ? [published, ' ', quiet(correctedWords(view, 'published') ?? BASIS_WORDS[publishedBasis])]
      : [quiet('not known; give it with --published')]
  )
  if (outlet) field(page, 'outlet', [outlet, ' ', quiet(correctedWords(view, 'outlet') ?? '')])
  for (const [index, author] of authors.entries()) field(page, index === 0 ? 'by' : '', authorWords(author))
  const authorsCorrected = correctedWords(view, 'authors')
  if (authorsCorrected) field(page, '', [quiet(authorsCorrected)])
  if (tags.length > 0) field(page, 'tags', joined(tags, ', '))
  field(page, 'language', [language === 'und' ? quiet('not known') : language])
  field(page, 'source', [ref])
  field(page, 'id', [quiet(id)])
}

function correctedWords({corrections}: ReadingView, field: string): string | undefined {
  const correction = corrections.get(field)
  if (!correction) return undefined
  const {by, said} = correction
  const was = Array.isArray(said.was) ? said.was.join(', ') : said.was
  const before = was ? `, read as ${was}` : ''
  return `as corrected by ${by}${before}`
}

function authorWords({name: author, role, organisation}: ReadAuthor): Inline[] {
  return [name(author), role && `, ${role}`, organisation && ` · ${organisation}`]
}

function field(page: Page, label: string, content: readonly Inline[]): void {
  page.line(content, {label: quiet(label), labelWidth: LABEL_WIDTH})
}
