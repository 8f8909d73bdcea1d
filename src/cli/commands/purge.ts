import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `purge`. */
export function addPurge(program: Command, {terminal, ending}: Running): void {
  program
    .command('purge')
    .summary('take a document away for good')
    .description(
      'Take a document away with its text, its bytes, and all that was read in it and judged of it, for the safety of a source ' +
        'or by order of a court. Nobody can bring it back. The log still proves everything else.'
    )
    .argument('<document>', 'its id, path, address or title')
    .option('--yes', 'you are sure')
    .option('--why <words>', 'the reason, kept for good: name nobody in it')
    .option('--by <name>', 'who decides this (default: your user name)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['purge report.txt', 'what would go'],
        ['purge report.txt --yes --why "court order of 3 March"', 'take it away']
      )
    )
    .action(ending(async (words, options) => (await import('../purge.ts')).purge(words, options, terminal)))
}
