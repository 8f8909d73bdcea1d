import {isDigit} from './characters.ts'

/** Over digits with the marks of numbers, dates and times between them: `1,000.5`, `7:30`, `9/11`, `2016-12-16`, `555-010-2233`. */
export function numberEnd(text: string, start: number, end: number): number {
  let position = digitsEnd(text, start, end)
  const hyphenated = hyphenatedEnd(text, start, position, end)
  if (position < hyphenated) return hyphenated
  while (position + 1 < end && '.,:/'.includes(text[position]!) && isDigit(text.charCodeAt(position + 1))) {
    if (text[position] === ',' && !partsThousands(text, position, end)) break
    position = digitsEnd(text, position + 1, end)
  }
  return position
}

/** The end of the digits that begin at `start`. */
export function digitsEnd(text: string, start: number, end: number): number {
  let position = start
  while (position < end && isDigit(text.charCodeAt(position))) position++
  return position
}

/** Two hyphens or more between digits make one number, and so do those of `555-0199` and `90210-0199`; any other single one parts a range. */
function hyphenatedEnd(text: string, numberStart: number, start: number, end: number): number {
  let position = start
  let hyphens = 0
  while (position + 1 < end && text[position] === '-' && isDigit(text.charCodeAt(position + 1))) {
    position = digitsEnd(text, position + 1, end)
    hyphens++
  }
  const first = start - numberStart
  const isCode = (first === 3 || first === 5) && position - start === 5
  return 2 <= hyphens || isCode ? position : start
}

/** Whether the comma at `position` parts thousands: three digits follow, and no more. */
function partsThousands(text: string, position: number, end: number): boolean {
  return digitsEnd(text, position + 1, end) === position + 4
}
