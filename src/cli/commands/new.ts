import type {Command} from 'commander'
import {examples, type Running, wholeNumber} from '../commands.ts'

/** Declare `new`. */
export function addNew(program: Command, {terminal, ending}: Running): void {
  program
    .command('new')
    .summary('tell what a document brought, or all since a day')
    .description(
      'Tell of each claim of a document whether it is new, refines, contradicts or corroborates what was on record before it, ' +
        'or repeats it, and what it rests on. With --since: of every document saved since.'
    )
    .argument('[document...]', 'its id, path, address or title')
    .option('--since <when>', 'a day such as 2016-12-31, "7 days", or a place of the log such as 120')
    .option('--limit <count>', 'how many documents', wholeNumber, 50)
    .option('--all', 'also what was told before')
    .option('--json', 'one JSON object a document')
    .addHelpText(
      'after',
      examples(
        ['new report.txt', 'what one document brought'],
        ['new --since "7 days"', 'what came in a week'],
        ['new --since 2025-03-01 --json', 'the same for a program']
      )
    )
    .action(ending(async (words, options) => (await import('../news.ts')).news(words.join(' '), options, terminal)))
}
