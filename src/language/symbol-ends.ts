import {DOTTED_ENDINGS, LISTED_LENGTH_MAX} from './abbreviations.ts'
import {isDigit, isLetter, isSpace, isSurrogateOrJoiner, isWordUnit} from './characters.ts'
import {numberEnd} from './number-ends.ts'

/** Marks that stand together as one word when the same one is repeated, or any of them in a row. */
const RUNS = ['.!?…', '-', '–', '—', '*', '=', '_', '#', '~', '<', '>', '`', '+', '^', '|', '$', '•']

/** The end of the mark or run of marks at `start`. */
export function symbolEnd(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  if (isSurrogateOrJoiner(first)) return pictureEnd(text, start, end)
  const mark = text[start]!
  const faceEnd = emoticonEnd(text, start, end)
  if (start < faceEnd) return faceEnd
  if ((mark === '#' || mark === '@') && isLetter(text.charCodeAt(start + 1))) return tagEnd(text, start + 1, end)
  if ((mark === '.' || mark === '+') && start + 1 < end && isDigit(text.charCodeAt(start + 1)))
    return numberEnd(text, start + 1, end)
  const endingEnd = dottedEndingEnd(text, start, end)
  if (start < endingEnd) return endingEnd
  const run = RUNS.find(marks => marks.includes(mark))
  let position = start + 1
  while (run && position < end && run.includes(text[position]!)) position++
  return position
}

function pictureEnd(text: string, start: number, end: number): number {
  let position = start + 1
  while (position < end && isSurrogateOrJoiner(text.charCodeAt(position))) position++
  return position
}

const EMOTICON = /[:;=][-']?[()DPp[\]/\\|]+/y

/** The end of `:-)` and its kin, standing alone; `start` where there is none. */
function emoticonEnd(text: string, start: number, end: number): number {
  if (!':;='.includes(text[start]!)) return start
  if (0 < start && !isSpace(text.charCodeAt(start - 1))) return start
  EMOTICON.lastIndex = start
  return EMOTICON.test(text) && EMOTICON.lastIndex === end ? end : start
}

/** The end of `.pdf` standing alone, as one speaks of files or hosts; `start` where there is none. */
function dottedEndingEnd(text: string, start: number, end: number): number {
  if (text[start] !== '.' || (0 < start && !isSpace(text.charCodeAt(start - 1)))) return start
  const limit = Math.min(end, start + LISTED_LENGTH_MAX)
  let position = start + 1
  while (position < limit && isWordUnit(text.charCodeAt(position))) position++
  return DOTTED_ENDINGS.has(text.slice(start + 1, position).toLowerCase()) ? position : start
}

function tagEnd(text: string, start: number, end: number): number {
  let position = start
  while (position < end && isWordUnit(text.charCodeAt(position))) position++
  return position
}
