import type {Command} from 'commander'
import {day, examples, type Running, wholeNumber} from '../commands.ts'

/** Declare `compare`. */
export function addCompare(program: Command, {terminal, ending}: Running): void {
  program
    .command('compare')
    .summary('show what a speaker said of something over time')
    .description(
      'Show the statements of one speaker that fit a search, the oldest first: date, source and exact words, with what the ' +
        'earlier statement most like it does not say marked.'
    )
    .usage('[options] <name> [words...]')
    .argument('<name-and-words...>', 'who, in one argument: a name or an address; then what to look for')
    .option('--from <date>', 'only documents published on or after', day)
    .option('--to <date>', 'only documents published on or before', day)
    .option('--limit <count>', 'how many to show, the newest of them', wholeNumber, 50)
    .option('--json', 'one JSON object a statement')
    .addHelpText(
      'after',
      examples(
        ['compare "Oskar Lind" old bridge', 'what he said of the old bridge'],
        ['compare "Oskar Lind" --from 2024-01-01', 'all he said since']
      )
    )
    .action(ending(async (words, options) => (await import('../compare.ts')).compare(words, options, terminal)))
}
