import type {Words} from './analysis.ts'

/**
 * For each word the number of the quotation it stands in, counted from 1; 0 outside. A quotation left open ends with its
 * paragraph, as newspapers leave one open that goes on in the next.
 */
export function quotedWords({text, forms, starts, ends}: Words): Int32Array {
  const quotations = new Int32Array(forms.length)
  let count = 0
  let closing = ''
  for (const [word, form] of forms.entries()) {
    if (0 < word && closing && /\n\s*\n/.test(text.slice(ends[word - 1], starts[word]))) closing = ''
    if (closing && form === closing) closing = ''
    else if (!closing && CLOSING_BY_OPENING[form]) {
      closing = CLOSING_BY_OPENING[form]!
      count++
    } else if (closing) quotations[word] = count
  }
  return quotations
}

const CLOSING_BY_OPENING: Readonly<Record<string, string>> = {'“': '”', '"': '"', '«': '»', '``': "''", '„': '“'}
